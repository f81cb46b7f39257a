"""Findings that share a number on a sheet have a heading in plain words."""

import pytest

from govgraph.checks.check import Check
from govgraph.checks.rule_catalogue import CHECKS, find_heading


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_rule_has_a_heading(check: Check) -> None:
    """No sheet calls a finding by the name of its rule."""
    assert check.headings[""]


def test_a_variant_may_have_its_own() -> None:
    """And falls back to the rule's, and that to its name."""
    assert find_heading("orphaned-body", "part-of only").startswith("Part of another body")
    assert find_heading("vacant-seat", "vacant chair") == "The chair is vacant"
    assert find_heading("vacant-seat", "vacant") == "A seat is vacant"
    assert find_heading("orphaned-body", "new variant") == "Answer to nobody"
    assert find_heading("rule-of-others", "") == "Rule of others"
