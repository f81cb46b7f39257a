"""Findings that share a number on a sheet have a heading in plain words."""

import pytest

from govgraph.checks.rule_catalogue import CHECKS
from govgraph.drawing.scene.headings import HEADINGS, heading


@pytest.mark.parametrize("name", [check.name for check in CHECKS])
def test_every_rule_has_a_heading(name: str) -> None:
    """No sheet calls a finding by the name of its rule."""
    assert name in HEADINGS


def test_a_variant_may_have_its_own() -> None:
    """And falls back to the rule's, and that to its name."""
    assert heading("orphaned-body", "part-of only").startswith("Part of another body")
    assert heading("orphaned-body", "new variant") == HEADINGS["orphaned-body"]
    assert heading("rule-of-others", "") == "Rule of others"
