"""Rules of others, found through the entry point `govgraph.checks`."""

from functools import cache

from govgraph.checks.check import Check
from govgraph.errors import SettingsError

GROUP = "govgraph.checks"
RESERVED = "GG"
"""How codes of govgraph's own rules begin; those of others begin otherwise."""


def is_own(check: Check) -> bool:
    """Whether a rule is one of govgraph's."""
    return check.code.startswith(RESERVED)


@cache
def find_plugins() -> tuple[Check, ...]:
    """The rules that installed packages bring, sorted by code.

    Raises:
        SettingsError: one cannot be loaded, is no `Check`, or takes a code that is reserved or
            twice taken; the message names the package.
    """
    from importlib.metadata import entry_points

    found: dict[str, Check] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        package = entry.dist.name if entry.dist else entry.value
        try:
            check = entry.load()
        except Exception as error:  # whatever a stranger's module raises is the stranger's
            raise SettingsError(
                f"the rule '{entry.name}' of {package} is broken: {error}"
            ) from error
        if not isinstance(check, Check):
            raise SettingsError(f"'{entry.name}' of {package} is no rule: {entry.value}")
        if is_own(check):
            raise SettingsError(
                f"the rule '{entry.name}' of {package} takes the code {check.code}; "
                f"codes beginning with {RESERVED} are govgraph's own"
            )
        if check.code in found:
            raise SettingsError(f"{check.code} of {package} is the code of another rule already")
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))
