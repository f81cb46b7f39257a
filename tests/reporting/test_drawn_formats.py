"""Pictures as text, as formats to convert into."""

from pathlib import Path

import pytest

from govgraph.errors import SettingsError
from govgraph.formats.format_list import Format
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content
from govgraph.model.structure import Structure
from govgraph.reporting.drawn_formats import DRAWN, draw_as, find_drawn

PLAN = b"""
structure: {title: The plan, as_at: 2010, jurisdiction: Kent}
bodies:
  board: {name: The board, area: Kent, seats: [{role: chair, held_by: ann}, {role: member}]}
  fleet: {name: Fleet group, area: Fleet, status: proposed, reports_to: board, tier: district}
  old: {name: Old group, until: 2009, reports_to: board}
people: {ann: {name: Ann Lloyd, post: Head}, bob: {name: Bob}}
"""


def plan() -> Structure:
    """A board, a proposed group below it, and one that is gone."""
    return read_content(PLAN, "plan.yaml", STANDARD)


@pytest.mark.parametrize("format_", DRAWN)
def test_what_is_proposed_is_drawn_as_such(format_: Format) -> None:
    """A conversion keeps what it can; a drawing from a standpoint is `draw`."""
    content, _ = draw_as(plan(), format_)
    text = content.decode()
    for words in ("The plan", "The board", "Fleet group", "PROPOSED", "Ann Lloyd", "reports to"):
        assert words in text
    assert "Old group" not in text


@pytest.mark.parametrize("format_", DRAWN)
def test_what_the_picture_does_not_show_is_named(format_: Format) -> None:
    """Bodies that are gone, seats, people, places, and every field."""
    _, left = draw_as(plan(), format_)
    said = {each.what: each.of for each in left}
    assert said["bodies and relations"] == ("old", "old reports_to board")
    assert said["seats of others than the chair"] == ("member of board",)
    assert said["people who are in no chair"] == ("bob",)
    assert said["'area' of bodies"] == ("board",)
    assert said["'tier' of 1 body"] == ("fleet",)
    assert said["'post' of 1 person"] == ("ann",)
    assert said["what is said of the structure as a whole"] == ("jurisdiction", "as_at")


def test_nothing_cannot_be_drawn() -> None:
    """An empty picture would say that there is nothing."""
    with pytest.raises(SettingsError, match="there is no body to draw"):
        draw_as(Structure(), DRAWN[0])


@pytest.mark.parametrize(
    ("path", "format_", "found"),
    [
        ("a.mmd", "", "mermaid"),
        ("a.GV", "", "dot"),
        ("-", "dot", "dot"),
        ("a.dot", "json", None),
        ("a.svg", "", None),
    ],
)
def test_a_format_is_found_by_suffix_or_name(path: str, format_: str, found: str | None) -> None:
    """A name given counts, not the suffix."""
    drawn = find_drawn(Path(path), format_)
    assert (drawn.name if drawn else None) == found
