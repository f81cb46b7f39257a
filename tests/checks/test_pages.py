"""The manual of rules says what the rules say."""

from pathlib import Path

from docs.rule_pages import write_pages
from govgraph.checks.rule_catalogue import CHECKS

MANUAL = Path(__file__).parents[2] / "docs" / "rules"


def test_the_committed_pages_are_those_of_the_rules() -> None:
    """`python -m docs.make` writes them; the page of a rule that is gone goes by hand."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in MANUAL.glob("*.md")}
    assert committed == write_pages(CHECKS)


def test_the_list_of_rules_links_to_every_page() -> None:
    """A reader finds each rule by code and by name."""
    contents = write_pages(CHECKS)["README.md"]
    assert all(
        f"| {check.code} | [{check.name}]({check.name}.md) |" in contents for check in CHECKS
    )
