"""Every rule there is, in the order of their codes: each file of `govgraph.checks.rules` is one."""

from importlib import import_module
from pkgutil import iter_modules

from govgraph.checks import rules
from govgraph.checks.check import Check
from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words


def _find_own() -> tuple[Check, ...]:
    modules = (
        import_module(f"{rules.__name__}.{each.name}") for each in iter_modules(rules.__path__)
    )
    return tuple(sorted((module.CHECK for module in modules), key=lambda check: check.code))


CHECKS = _find_own()


def all_checks() -> tuple[Check, ...]:
    """Every rule there is, those that installed packages bring after govgraph's own."""
    from govgraph.checks.rule_plugins import find_plugins

    return CHECKS + find_plugins()


def find_check(wanted: str) -> Check:
    """The rule with that code or name, case aside.

    Raises:
        SettingsError: no rule goes by it; the message offers the nearest.
    """
    for check in all_checks():
        if wanted.casefold() in {check.code.casefold(), check.name}:
            return check
    allowed = sorted(word for check in all_checks() for word in (check.code, check.name))
    close = nearest_words((wanted, wanted.upper(), wanted.casefold()), allowed)
    meant = f"; did you mean '{close[0]}'?" if close else ""
    raise SettingsError(f"no rule goes by '{wanted}'{meant} (`govgraph rules` lists them)")


def find_heading(rule: str, variant: str) -> str:
    """What several findings of a rule and variant are called together, in plain words.

    A rule that brings no words for it goes by its own name.
    """
    headings = next((check.headings for check in all_checks() if check.name == rule), {})
    return headings.get(variant) or headings.get("") or rule.replace("-", " ").capitalize()
