"""The manual of rules says what the rules say."""

from pathlib import Path

from govgraph.checks.catalogue import CHECKS
from govgraph.checks.pages import write_manual, write_pages

MANUAL = Path(__file__).parents[2] / "docs" / "rules"


def test_the_committed_pages_are_those_of_the_rules() -> None:
    """To mend: `python -m govgraph.checks.pages docs/rules`."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in MANUAL.glob("*.md")}
    assert committed == write_pages(CHECKS)


def test_the_list_of_rules_links_to_every_page() -> None:
    """A reader finds each rule by code and by name."""
    contents = write_pages(CHECKS)["README.md"]
    assert all(
        f"| {check.code} | [{check.name}]({check.name}.md) |" in contents for check in CHECKS
    )


def test_the_page_of_a_rule_that_is_gone_is_taken_away(tmp_path: Path) -> None:
    """What was written before is replaced; other kinds of file are left alone."""
    (tmp_path / "gone.md").write_text("old")
    (tmp_path / "notes.txt").write_text("kept")
    write_manual(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*write_pages(CHECKS), "notes.txt"}
