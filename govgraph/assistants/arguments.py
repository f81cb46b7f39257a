"""What a tool may be given, and reading it: bounded, and with the nearest spelling."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words

MOST_LETTERS = 500
MOST_NAMES = 100
MOST_ITEMS = 200
USUAL_ITEMS = 50
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a tool.

    Attributes:
        name: what it is called.
        says: what it is, in one line.
        form: `text`, `texts`, `flag`, `number` or `choice`.
        required: whether the tool needs it.
        choices: for a choice, or texts, the words allowed; any if empty.
    """

    name: str
    says: str
    form: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        text: dict[str, Any] = {"type": "string", "maxLength": MOST_LETTERS}
        word = {"type": "string", "enum": list(self.choices)} if self.choices else text
        forms: dict[str, dict[str, Any]] = {
            "text": text,
            "choice": word,
            "texts": {"type": "array", "items": word, "maxItems": MOST_NAMES},
            "flag": {"type": "boolean", "default": False},
            "number": {
                "type": "integer",
                "minimum": 1,
                "maximum": MOST_ITEMS,
                "default": USUAL_ITEMS,
            },
        }
        return {"description": self.says, **forms[self.form]}


STANDPOINT = (
    Parameter(
        "as_at", "Ask as at this date: 2010, 2010-04 or 2010-04-09. Left out: the usual one."
    ),
    Parameter(
        "include",
        "Also count proposed or shadow arrangements.",
        "texts",
        choices=("proposed", "shadow"),
    ),
    Parameter("presume", "Count 'part of' as a presumed line of account.", "flag"),
    Parameter(
        "undated",
        "Also count what has no start date before the first paper that mentions it.",
        "flag",
    ),
)
PAGES = (
    Parameter("limit", "The most items to give of each list.", "number"),
    Parameter("cursor", "The next_cursor of the page before, to go on with the same question."),
)


def schema_of(parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """The JSON Schema of what a tool may be given."""
    return {
        "type": "object",
        "properties": {each.name: each.schema for each in parameters},
        "required": [each.name for each in parameters if each.required],
        "additionalProperties": False,
    }


def read_arguments(
    tool: str, parameters: tuple[Parameter, ...], given: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments given, each as its form says; those left out are left out.

    Raises:
        SettingsError: one is unknown, missing, too large or not what it should be.
    """
    known = {each.name: each for each in parameters}
    for name in given:
        if name not in known:
            near = nearest_words((name[:MOST_LETTERS],), sorted(known))
            meant = f"; did you mean '{near[0]}'?" if near else ""
            shown = name if len(name) <= SHOWN else f"{name[:SHOWN]}..."
            allowed = ", ".join(known)
            raise SettingsError(f"{tool} takes no '{shown}'{meant} (allowed: {allowed})")
    for each in parameters:
        if each.required and given.get(each.name) in (None, "", []):
            raise SettingsError(f"{tool} needs '{each.name}': {each.says}")
    return {
        name: _read(tool, known[name], value)
        for name, value in given.items()
        if value is not None and value != ""
    }


def _read(tool: str, parameter: Parameter, value: Any) -> Any:  # noqa: ANN401 - whatever came
    """A value, if it is what it should be."""
    about = f"'{parameter.name}' of {tool}"
    if parameter.form == "flag":
        return _expect(isinstance(value, bool), value, f"{about} is true or false")
    if parameter.form == "number":
        whole = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_ITEMS
        return _expect(whole, value, f"{about} is a whole number from 1 to {MOST_ITEMS}")
    if parameter.form == "texts":
        listed = [value] if isinstance(value, str) else value
        few = isinstance(listed, list) and len(listed) <= MOST_NAMES
        _expect(few, value, f"{about} is a list of up to {MOST_NAMES} texts")
        return [_read_text(about, parameter, each) for each in listed]
    return _read_text(about, parameter, value)


def _read_text(about: str, parameter: Parameter, value: Any) -> str:  # noqa: ANN401 - as above
    """A text of bounded length, one of the words allowed if there are any."""
    short = isinstance(value, str) and len(value) <= MOST_LETTERS
    text: str = _expect(short, value, f"{about} is text of up to {MOST_LETTERS} characters")
    if parameter.choices and text not in parameter.choices:
        near = nearest_words((text,), parameter.choices)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        allowed = ", ".join(parameter.choices)
        raise SettingsError(f"{about} cannot be '{text}'{meant} (allowed: {allowed})")
    return text


def _expect(holds: bool, value: Any, said: str) -> Any:  # noqa: ANN401, FBT001 - as above
    if not holds:
        raise SettingsError(said)
    return value
