"""What is wrong with a `govgraph.toml`, each fault with the place where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govgraph.checks.chosen_rules import names_rules
from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import find_check
from govgraph.errors import Place, Problem, SettingsError
from govgraph.formats.problems import shown, visible
from govgraph.formats.toml_file import find_place
from govgraph.model.names import nearest_words

SEVERITIES = {str(severity): severity for severity in Severity}
OFF = "off"
PARTS = ("check", "policy")
RULES = ("select", "ignore")
LISTS = (*RULES, "against")
KEYS = (*LISTS, "fail-on", "severity")
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: under which key, what, and which word of its value if it is one."""

    keys: Keys
    message: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A file of settings and its text, which tells where something stands."""

    path: Path
    text: str
    within: Keys = ()
    """The tables that the settings stand in, where the file is shared with others."""

    def place(self, keys: Keys, word: str = "", number: int = 0) -> Place:
        """Where a key stands, or a word after it; line 0 where that cannot be had."""
        line, column = find_place(self.text, (*self.within, *keys), word, number=number)
        return Place(visible(str(self.path)), line, column)

    def problem(self, fault: Fault) -> Problem:
        """A fault with its place."""
        return Problem(self.place(fault.keys, fault.word), fault.message)


def find_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Everything that means nothing in the settings, but for what rules of the author's say."""
    yield from _find_unknown(data, (), PARTS, "part of the settings")
    table = data.get("check", {})
    if not isinstance(table, dict):
        yield Fault(("check",), "'check' is not a table: write [check]")
        return
    yield from _find_unknown(table, ("check",), KEYS, "setting of [check]")
    for key in LISTS:
        yield from _misread_list(key, table.get(key, []))
    if table.get("fail-on", "error") not in [*SEVERITIES]:  # which asks for no hash
        allowed = ", ".join(reversed(SEVERITIES))
        said = f"'fail-on' is {shown(repr(table['fail-on']))} (allowed: {allowed})"
        yield Fault(("check", "fail-on"), said)
    graded = table.get("severity", {})
    if not isinstance(graded, dict):
        yield Fault(("check", "severity"), "'severity' is not a table: write [check.severity]")
        return
    for rule, word in graded.items():
        yield from _misgraded(rule, word)


def _find_unknown(
    table: Mapping[str, Any], keys: Keys, allowed: Iterable[str], what: str
) -> Iterator[Fault]:
    """The keys of a table that mean nothing."""
    for key in table:
        if key not in allowed:
            yield Fault((*keys, key), f"'{shown(key)}' is no {what}{_meant(key, allowed)}")


def _misread_list(key: str, value: Any) -> Iterator[Fault]:  # noqa: ANN401 - TOML is untyped
    """What is wrong with a list, and with each rule that it names."""
    if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        yield Fault(("check", key), f"'{key}' is not a list of texts")
        return
    for name in value if key in RULES else ():
        if not names_rules(name):
            yield Fault(("check", key), _format_unknown(name), name)


def _misgraded(rule: str, word: Any) -> Iterator[Fault]:  # noqa: ANN401 - as above
    """What is wrong with the severity of a rule; what is `off` may begin several codes."""
    keys = ("check", "severity", rule)
    if word not in [*SEVERITIES, OFF]:
        allowed = ", ".join([*reversed(SEVERITIES), OFF])
        said = f"the severity of '{shown(rule)}' is {shown(repr(word))} (allowed: {allowed})"
        yield Fault(keys, said)
    elif (unknown := _format_unknown(rule)) and not (word == OFF and names_rules(rule)):
        yield Fault(keys, unknown)


def _format_unknown(name: str) -> str:
    """That no rule goes by a name, and which was meant; nothing where one does."""
    try:
        find_check(name)
    except SettingsError as error:
        return visible(str(error))
    return ""


def _meant(word: str, allowed: Iterable[str]) -> str:
    listed = sorted(allowed)
    close = nearest_words((word,), listed)
    return f"; did you mean '{close[0]}'?" if close else f" (allowed: {', '.join(listed)})"
