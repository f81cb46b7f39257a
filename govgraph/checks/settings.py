"""Settings of the checks, and rules of the author's own, from `govgraph.toml`.

Precedence, from the strongest: the command line, the structure's own policy and waivers,
`govgraph.toml`, the rules' defaults. Lists given on the command line replace those of the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from govgraph.checks.finding import Severity
from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems, shown, visible
from govgraph.formats.toml_file import read_toml
from govgraph.model.names import nearest_words
from govgraph.model.requirements import PolicyRule

FILE = "govgraph.toml"
SEVERITIES = {str(severity): severity for severity in Severity}
OFF = "off"
LISTS = ("select", "ignore", "against")
PARTS = ("check", "policy")
KEYS = (*LISTS, "fail-on", "severity")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a `govgraph.toml` says of checking.

    Attributes:
        select: rules to run; all if empty.
        ignore: rules to leave out, those whose severity is `off` among them.
        fail_on: the severity from which findings make the exit code 1, or None.
        severities: how grave rules are, by code or name.
        against: files of requirements and policy to check against, beside the settings.
        policy: rules of the author's own, beside those of a structure.
        file: where the settings stand, or nothing.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    against: tuple[Path, ...] = ()
    policy: tuple[PolicyRule, ...] = ()
    file: str = ""


def find_settings(structure: Path) -> Path | None:
    """The `govgraph.toml` that holds for a structure: beside it, or else in the current folder."""
    beside = structure if structure.is_dir() else structure.parent
    for folder in (beside, Path()):
        if (folder / FILE).is_file():
            return folder / FILE
    return None


def read_settings(path: Path) -> Settings:
    """The settings in a file.

    Raises:
        LoadError: it cannot be read, or says something that means nothing; carries every problem.
    """
    found = Problems()
    data = read_toml(path, found) or {}
    found.raise_if_any()
    table = data.get("check", {})
    problems = [
        f"'{shown(key)}' is no part of the settings{_meant(key, PARTS)}"
        for key in data
        if key not in PARTS
    ]
    if not isinstance(table, dict):
        raise _refused(path, [*problems, "'check' is not a table: write [check]"])
    problems += [
        f"'{shown(key)}' is no setting of [check]{_meant(key, KEYS)}"
        for key in table
        if key not in KEYS
    ]
    problems += _misread(table)
    if problems:
        raise _refused(path, problems)
    graded = table.get("severity", {})
    return Settings(
        select=tuple(table.get("select", ())),
        ignore=(*table.get("ignore", ()), *(rule for rule, word in graded.items() if word == OFF)),
        fail_on=SEVERITIES[table["fail-on"]] if "fail-on" in table else None,
        severities={rule: SEVERITIES[word] for rule, word in graded.items() if word != OFF},
        against=tuple(path.parent / name for name in table.get("against", ())),
        policy=_read_policy(path, data.get("policy", [])),
        file=str(path),
    )


def _read_policy(path: Path, rules: Any) -> tuple[PolicyRule, ...]:  # noqa: ANN401 - TOML is untyped
    """The rules of `[[policy]]`, read as those of a structure file are."""
    from govgraph.formats.json_file import read_content
    from govgraph.formats.limits import STANDARD

    if not rules:
        return ()
    text = json.dumps({"policy": rules}, default=str)
    try:
        policy = read_content(text.encode(), str(path), STANDARD).policy
    except LoadError as error:
        # Lines and columns are those of the text made here, which nobody has seen.
        raise LoadError(
            tuple(replace(each, place=Place(str(path), 0, 0)) for each in error.problems)
        ) from None
    place = Place(str(path), 1, 1)
    return tuple(replace(rule, place=place) for rule in policy)


def _misread(table: Mapping[str, Any]) -> Iterable[str]:
    """What is wrong with the values of the settings."""
    for key in LISTS:
        value = table.get(key, [])
        if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            yield f"'{key}' is not a list of texts"
    if table.get("fail-on", "error") not in [*SEVERITIES]:  # which asks for no hash
        allowed = ", ".join(reversed(SEVERITIES))
        yield f"'fail-on' is {shown(repr(table['fail-on']))} (allowed: {allowed})"
    graded = table.get("severity", {})
    if not isinstance(graded, dict):
        yield "'severity' is not a table: write [check.severity]"
        return
    for rule, word in graded.items():
        if word not in [*SEVERITIES, OFF]:
            allowed = ", ".join([*reversed(SEVERITIES), OFF])
            yield f"the severity of '{shown(rule)}' is {shown(repr(word))} (allowed: {allowed})"


def _meant(word: str, allowed: Iterable[str]) -> str:
    listed = sorted(allowed)
    close = nearest_words((word,), listed)
    return f"; did you mean '{close[0]}'?" if close else f" (allowed: {', '.join(listed)})"


def _refused(path: Path, messages: Iterable[str]) -> LoadError:
    place = Place(visible(str(path)), 0, 0)
    return LoadError(tuple(Problem(place, message) for message in messages))
