"""Rules of others: of installed packages (entry point `govgraph.checks`), and of a folder.

A folder of rules is named on the command line or in Python, never in a file of settings: settings
lie beside structures of strangers, and a rule is a program.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Subject
from govgraph.errors import PluginError, SettingsError
from govgraph.plugins import blaming, find_of_kind

GROUP = "govgraph.checks"
RESERVED = "GG"
"""How codes of govgraph's own rules begin; those of others begin otherwise."""

Owned = tuple[str, Check]
"""A rule, and the package or file that it comes from."""

_beside: ContextVar[tuple[Owned, ...]] = ContextVar("_beside", default=())


def is_own(check: Check) -> bool:
    """Whether a rule is one of govgraph's."""
    return check.code.startswith(RESERVED)


def find_plugins() -> tuple[Check, ...]:
    """The rules that installed packages bring, and those of a folder that counts just now.

    Sorted by code.

    Raises:
        SettingsError: one cannot be loaded, is no `Check`, or takes a code that is reserved or
            twice taken; the message names the package or the file.
    """
    return tuple(check for _, check in _others())


def find_with(check: Check, evidence: Evidence) -> tuple[Finding, ...]:
    """What a rule finds; what a rule of somebody else's raises is an error that names it.

    Raises:
        PluginError: a rule of somebody else's failed, or gave what is no finding.
    """
    if is_own(check):
        return tuple(check.find(check, evidence))
    owner = next((owner for owner, each in _others() if each.code == check.code), "somebody else")
    what = f"the rule {check.code} {check.name}"
    with blaming(owner, what):
        found = tuple(check.find(check, evidence))
    for each in found:
        if not _is_sound(check, each):
            raise PluginError(f"{what} of {owner} gave what is no finding of it: {each!r:.200}")
    return found


@contextmanager
def rules_of(folder: str | Path | None) -> Iterator[None]:
    """Let the rules of a folder's Python files count beside all others, for as long as it lasts.

    Raises:
        SettingsError: the folder or a file cannot be read, or a rule is refused.
    """
    before = _beside.set(_read_folder(Path(folder)) if folder else _beside.get())
    try:
        yield
    finally:
        _beside.reset(before)


def _others() -> tuple[Owned, ...]:
    return _distinct((*_installed(), *_beside.get()))


@cache
def _installed() -> tuple[Owned, ...]:
    return tuple((plugin.owner, check) for plugin, check in find_of_kind(GROUP, Check, "rule"))


def _distinct(rules: Iterable[Owned]) -> tuple[Owned, ...]:
    """The rules by code.

    Raises:
        SettingsError: one has a code of ours, or one that is taken.
    """
    found: dict[str, Owned] = {}
    for owner, check in rules:
        if is_own(check):
            raise SettingsError(
                f"the rule '{check.name}' of {owner} takes the code {check.code}; "
                f"codes beginning with {RESERVED} are govgraph's own"
            )
        if check.code in found:
            other = found[check.code][0]
            raise SettingsError(f"{check.code} of {owner} is the code of a rule of {other} already")
        found[check.code] = (owner, check)
    return tuple(found[code] for code in sorted(found))


def _read_folder(folder: Path) -> tuple[Owned, ...]:
    """The rules in the Python files of a folder, each file run once."""
    if not folder.is_dir():
        raise SettingsError(f"{folder} is no folder of rules")
    rules: list[Owned] = []
    for file in sorted(folder.glob("*.py")):
        # Any name will do in a file, and the same rule may go by several.
        found = {id(each): each for each in vars(_run(file)).values() if isinstance(each, Check)}
        rules += ((str(file), each) for each in found.values())
    if not rules:
        raise SettingsError(f"no Python file of {folder} holds a rule (a `govgraph.Check`)")
    return tuple(rules)


def _run(file: Path) -> object:
    """The module of a file, under a name that no other has.

    Raises:
        SettingsError: it cannot be run; says why.
    """
    name = f"govgraph_rules_of_{file.resolve().as_posix()}"
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise SettingsError(f"{file} is no Python file")
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # whatever a stranger's file raises is the stranger's
        raise SettingsError(f"{file} is broken: {type(error).__name__}: {error}") from error
    return module


def _is_sound(check: Check, found: object) -> bool:
    """Whether what a rule gave can be told: a finding of that rule, about something, in words."""
    return (
        isinstance(found, Finding)
        and found.code == check.code
        and isinstance(found.subject, Subject)
        and isinstance(found.message, str)
        and isinstance(found.remedy, str)
    )
