"""What became of bodies that are drawn as one box."""

from dataclasses import replace

import pytest

from govgraph.drawing.diagram import Change, Diagram, DiagramBody
from govgraph.drawing.scene.collapse import collapse
from govgraph.drawing.shapes.change_marks import body_colours, gather_changes
from tests.drawing.sample import THEME


def bodies(*fates: Change) -> tuple[DiagramBody, ...]:
    """Bodies with these fates."""
    return tuple(DiagramBody(str(n), f"Body {n}", change=fate) for n, fate in enumerate(fates))


@pytest.mark.parametrize(
    ("fates", "change", "news"),
    [
        (("", ""), "", ()),
        (("same", "same"), "same", ()),
        (("added", "added"), "added", ("2 NEW",)),
        (("same", "added", "removed"), "changed", ("1 NEW", "1 ENDED")),
        (("moved", "changed"), "changed", ("1 MOVED", "1 CHANGED")),
    ],
)
def test_a_box_for_several_says_what_became_of_them(
    fates: tuple[Change, ...], change: Change, news: tuple[str, ...]
) -> None:
    """All alike, or how many of each."""
    assert gather_changes(bodies(*fates)) == (change, news)


def test_a_collapsed_box_says_it_too() -> None:
    """It does not take the fate of its first body."""
    shown = bodies("added", "same", "same")
    box = collapse(Diagram("T", bodies=shown), frozenset({"0", "1"}), "box").bodies[0]
    assert (box.change, box.news) == ("changed", ("1 NEW",))


def test_what_is_outside_is_lighter_than_any_other_body() -> None:
    """White, with a grey edge; on a sheet of differences what became of it matters more."""
    outside = DiagramBody("a", "A", outside=True)
    look = body_colours(outside, THEME)
    assert (look.fill, look.border) == (THEME.page.background, THEME.changes["same"].border)
    assert body_colours(replace(outside, change="added"), THEME) == THEME.changes["added"]
