"""Every rule there is, in the order of their codes: each file of `govgraph.checks.rules` is one.

And which of them a register can be checked by, and what it lacks for the others.
"""

from importlib import import_module
from pkgutil import iter_modules

from govgraph.checks import rules
from govgraph.checks.check import Check
from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words
from govgraph.wording.lists import join_words

BY_ALGORITHM = ("GG103", "GG106", "GG109")
"""The line rules for which every engine needs an algorithm of its own."""
LACKING = {
    "GG2": "a register knows no seats and no people",
    "GG3": "a register knows no seats and no successions, and its dates are taken as they are",
    "GG4": "a register cites no sources and has no requirements",
    "GG5": "a register has no policy and no waivers",
}
"""Why rules are not for registers, by the beginning of their codes."""


def _find_own() -> tuple[Check, ...]:
    modules = (
        import_module(f"{rules.__name__}.{each.name}") for each in iter_modules(rules.__path__)
    )
    return tuple(sorted((module.CHECK for module in modules), key=lambda check: check.code))


CHECKS = _find_own()
LINE_RULES = tuple(check.code for check in CHECKS if check.line or check.code in BY_ALGORITHM)
"""The rules that every engine can look for, by code."""


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


def format_why_not(check: Check) -> str:
    """Why a register cannot be checked by a rule; nothing where it can, or nobody said."""
    return "" if check.code in LINE_RULES else LACKING.get(check.code[:3], "")


def list_not_checked() -> list[str]:
    """The codes of the rules that a register is not checked by."""
    return [check.code for check in CHECKS if check.code not in LINE_RULES]


def format_not_checked() -> str:
    """What a register is not checked by, as a sentence."""
    codes = list_not_checked()
    groups = ([code for code in codes if code.startswith(begins)] for begins in LACKING)
    told = [f"{some[0]} to {some[-1]}" for some in groups if some]
    return (
        f"Not checked: {join_words(told)}; a register holds no seats, people, successions, "
        "sources, requirements, policy or waivers."
    )
