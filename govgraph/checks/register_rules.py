"""Which rules a register can be checked by, and what it lacks for the others."""

from govgraph.checks.check import Check
from govgraph.checks.rule_catalogue import CHECKS
from govgraph.wording.lists import join_words

BY_ALGORITHM = ("GG103", "GG106", "GG109")
"""The line rules for which every engine needs an algorithm of its own."""
LINE_RULES = tuple(check.code for check in CHECKS if check.line or check.code in BY_ALGORITHM)
"""The rules that every engine can look for, by code."""
LACKING = {
    "GG2": "a register knows no seats and no people",
    "GG3": "a register knows no seats and no successions, and its dates are taken as they are",
    "GG4": "a register cites no sources and has no requirements",
    "GG5": "a register has no policy and no waivers",
}
"""Why rules are not for registers, by the beginning of their codes."""


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
