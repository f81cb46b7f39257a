"""Settings of the checks, and rules of the author's own, from `govgraph.toml`.

Precedence, from the strongest: the command line, the structure's own policy and waivers,
`govgraph.toml`, the rules' defaults. Lists given on the command line replace those of the file.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from govgraph.checks.finding import Severity
from govgraph.checks.settings_faults import OFF, SEVERITIES, Written, find_faults
from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems
from govgraph.formats.toml_file import parse_toml, read_text
from govgraph.model.requirements import PolicyRule

FILE = "govgraph.toml"
SHARED = "pyproject.toml"
"""The file that Python projects share: ours is its table `[tool.govgraph]`."""
_TABLE = ("tool", "govgraph")


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
    """The settings that hold for a structure: beside it, or else in the current folder.

    In each folder `govgraph.toml`, or else a `pyproject.toml` that speaks of govgraph.
    """
    beside = structure if structure.is_dir() else structure.parent
    for folder in (beside, Path()):
        with suppress(PermissionError):  # what is wrong with the folder its reader says
            if (folder / FILE).is_file():
                return folder / FILE
            if _speaks_of_us(folder / SHARED):
                return folder / SHARED
    return None


def _speaks_of_us(file: Path) -> bool:
    """Whether a `pyproject.toml` has our table; what else is wrong with it is not our matter."""
    if not file.is_file():
        return False
    from tomllib import loads

    try:
        text = file.read_text(encoding="utf-8")
        return _TABLE[1] in text and _find_ours(loads(text)) is not None
    except (OSError, ValueError, RecursionError):  # no text, or no TOML
        return False


def _find_ours(shared: Mapping[str, Any]) -> Any:  # noqa: ANN401 - TOML is untyped
    """What a `pyproject.toml` says of govgraph, whatever that is; None where it says nothing."""
    tools = shared.get(_TABLE[0])
    return tools.get(_TABLE[1]) if isinstance(tools, dict) else None


def settings_for(structure: str | Path, file: str | Path | None = None) -> Settings:
    """The settings that hold for a structure: those of `file`, or those found near it.

    Raises:
        LoadError: the settings cannot be read.
    """
    path = Path(file) if file else find_settings(Path(structure))
    return read_settings(path) if path else Settings()


def read_settings(path: Path) -> Settings:
    """The settings in a file.

    Raises:
        LoadError: it cannot be read, or says something that means nothing; carries every problem.
    """
    found = Problems()
    text = read_text(path, found)
    data = (parse_toml(text, path, found) if text is not None else None) or {}
    found.raise_if_any()
    shared = path.name == SHARED
    data = (_find_ours(data) or {}) if shared else data
    if not isinstance(data, dict):
        message = "'govgraph' is not a table: write [tool.govgraph.check]"
        raise LoadError((Problem(Written(path, text or "").place(_TABLE), message),))
    written = Written(path, text or "", _TABLE if shared else ())
    policy, misruled = _read_policy(written, data.get("policy", []))
    problems = [*map(written.problem, find_faults(data)), *misruled]
    if problems:
        raise LoadError(tuple(sorted(problems, key=lambda problem: problem.place)))
    table = data.get("check", {})
    graded = table.get("severity", {})
    return Settings(
        select=tuple(table.get("select", ())),
        ignore=(*table.get("ignore", ()), *(rule for rule, word in graded.items() if word == OFF)),
        fail_on=SEVERITIES[table["fail-on"]] if "fail-on" in table else None,
        severities={rule: SEVERITIES[word] for rule, word in graded.items() if word != OFF},
        against=tuple(path.parent / name for name in table.get("against", ())),
        policy=policy,
        file=str(path),
    )


def _read_policy(
    written: Written,
    rules: Any,  # noqa: ANN401 - TOML is untyped
) -> tuple[tuple[PolicyRule, ...], tuple[Problem, ...]]:
    """The rules of `[[policy]]`, read as those of a structure file are, and what is wrong."""
    from govgraph.formats.json_file import read_content
    from govgraph.formats.limits import STANDARD

    if not rules:
        return (), ()
    # One rule a line, so that a place in this text, which nobody has seen, tells which rule it is.
    each = [json.dumps(rule, default=str) for rule in rules] if isinstance(rules, list) else []
    told = "[\n" + ",\n".join(each) + "]" if each else json.dumps(rules, default=str)
    try:
        policy = read_content(f'{{"policy": {told}}}'.encode(), str(written.path), STANDARD).policy
    except LoadError as error:
        problems = (
            replace(problem, place=_find_rule(written, problem.place.line - 2, problem.found))
            for problem in error.problems
        )
        return (), tuple(problems)
    places = [_find_rule(written, number) for number in range(len(policy))]
    return tuple(map(_placed, policy, places)), ()


def _find_rule(written: Written, number: int, word: str = "") -> Place:
    """Where one of the rules of `[[policy]]` stands, or a word in it."""
    return written.place(("policy",), word, max(number, 0))


def _placed(rule: PolicyRule, place: Place) -> PolicyRule:
    return replace(rule, place=place)
