"""Which rules are for registers, and what is said of the others."""

from docs.rule_pages import write_page
from govgraph.checks.rule_catalogue import (
    CHECKS,
    LINE_RULES,
    format_not_checked,
    format_why_not,
    list_not_checked,
)


def test_of_every_rule_that_is_not_for_registers_the_page_says_why() -> None:
    """And of no other."""
    for check in CHECKS:
        why = format_why_not(check)
        assert bool(why) == (check.code not in LINE_RULES), check.code
        assert (f"of structures alone: {why}" in write_page(check)) == bool(why)


def test_what_is_not_checked_is_told_from_the_first_to_the_last() -> None:
    """None is left out of both."""
    assert sorted((*LINE_RULES, *list_not_checked())) == sorted(check.code for check in CHECKS)
    said = format_not_checked()
    assert said.startswith("Not checked: GG201 to GG212, GG301 to GG305, ")
    assert list_not_checked()[-1] in said
