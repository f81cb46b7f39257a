"""Which row every body of a shape stands in, and how many lines pass the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms.standing import Standings
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.ranks import PLAIN, Shape, rank_bodies

if TYPE_CHECKING:
    from govgraph.drawing.layout.hierarchy import Hierarchy


def _hierarchy(
    bodies: str, upward: str, links: str = "", tiers: str = "", apex: str = ""
) -> Hierarchy:
    """Bodies of one letter each, lines of two: in "ba" b answers to a; tiers as "1 2"."""
    tier = dict(zip(bodies, tiers.split(), strict=True)) if tiers else {}
    lines = [DiagramLine(pair[0], pair[1], style="accountable") for pair in upward.split()]
    lines += [DiagramLine(pair[0], pair[1], style="support") for pair in links.split()]
    shown = tuple(
        DiagramBody(body, body, tier=tier.get(body), apex=body in apex) for body in bodies
    )
    declared = tuple(dict.fromkeys(sorted(tier.values())))
    return read_hierarchy(Diagram(title="", bodies=shown, lines=tuple(lines), tiers=declared))


def _rows(hierarchy: Hierarchy, shape: Shape = PLAIN) -> str:
    """The rows from the top: "a bc d"."""
    row_of = rank_bodies(hierarchy, shape).row_of
    last = max(row_of.values())
    return " ".join("".join(b for b in row_of if row_of[b] == at) for at in range(last + 1))


@pytest.mark.parametrize(
    ("bodies", "upward", "links", "rows"),
    [
        ("abcd", "ba ca db", "", "a bc d"),
        ("abcd", "ba cb da dc", "", "a b c d"),  # below the lowest of those it answers to
        ("abcx", "ba cb cx", "", "a bx c"),  # nobody is above x: just above who answers to it
        ("abcx", "ba cb", "xc", "a b cx"),  # beside the one it is linked with
        ("abx", "ba", "", "ax b"),
    ],
)
def test_rows_follow_who_answers_to_whom(bodies: str, upward: str, links: str, rows: str) -> None:
    """Superiors stand above, and whoever answers to nobody stands near those it is tied to."""
    assert _rows(_hierarchy(bodies, upward, links)) == rows


def test_many_that_only_links_tie_together_stand_below_the_one_with_most_of_them() -> None:
    """A few would stand beside it; thirteen loose bodies are a crowd."""
    others = "abcdefghijkl"
    hierarchy = _hierarchy(others + "z", "", " ".join(f"z{other}" for other in others))
    assert _rows(hierarchy) == f"z {others}"
    assert _rows(_hierarchy("abz", "", "za zb")) == "abz"


def test_loose_bodies_stand_below_an_apex_that_ties_more_than_two_of_them() -> None:
    """Two would stand beside it."""
    assert _rows(_hierarchy("abcz", "", "az bz cz", apex="z")) == "z abc"
    assert _rows(_hierarchy("abz", "", "az bz", apex="z")) == "abz"
    assert _rows(_hierarchy("abcz", "", "az bz cz")) == "abcz"


def test_a_declared_tier_comes_before_who_answers_to_whom() -> None:
    """The tiers are rows of their own, the first on top."""
    hierarchy = _hierarchy("abc", "ba cb", tiers="2 1 2")
    assert _rows(hierarchy) == "b ac"
    assert rank_bodies(hierarchy, PLAIN).slots == (0, 2)


def test_a_shape_puts_bodies_lower_and_leaves_in_stacks() -> None:
    """What answers to a body goes down with it; five leaves two deep stand in three columns."""
    hierarchy = _hierarchy("abcd", "ba ca db")
    assert _rows(hierarchy, Shape(delay={"b": 1})) == "a c b d"
    family = _hierarchy("abcdef", "ba ca da ea fa")
    shape = Shape(dict.fromkeys(family.families, 2))
    assert _rows(family, shape) == "a bdf ce"
    assert rank_bodies(family, shape).stacks == (("b", "c"), ("d", "e"), ("f",))


def test_a_stack_that_a_shape_tears_apart_is_none() -> None:
    """A leaf put lower leaves a gap in its stack."""
    family = _hierarchy("abc", "ba ca")
    shape = Shape(dict.fromkeys(family.families, 2), {"c": 2})
    assert _rows(family, shape) == "a b c"
    assert rank_bodies(family, shape).stacks == (("b", "c"),)
    torn = _hierarchy("abcxyz", "ba ca xa yx zy")
    shape = Shape(dict.fromkeys(torn.families, 2), {"c": 2})
    assert _rows(torn, shape) == "a bx y cz"
    assert rank_bodies(torn, shape).stacks == ()


def test_lines_that_lead_to_one_body_pass_a_row_together() -> None:
    """Two lines from below to the top pass the middle as one; one to the next row passes none."""
    hierarchy = _hierarchy("abcde", "ba cb da ea", "ca")
    standing = Standings(hierarchy).of(Shape(delay={"d": 1, "e": 1}), "key")
    assert standing.rows == [[0], [1], [2, 3, 4]]
    assert [*standing.passing] == [0, 2, 0]
    assert [*standing.leading] == [2, 3, 0]
