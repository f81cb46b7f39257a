"""A line of account that starts or ends at a box of several bodies is true as it stands."""

from __future__ import annotations

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.scene.collapse import collapse


def _boxed(lines: str, box: str = "a b c", **counts: int) -> dict[tuple[str, str], str | None]:
    """Of lines such as `a>x` what each says once the bodies of the box are drawn as one."""
    drawn = tuple(DiagramLine(pair[0], pair[2]) for pair in lines.split())
    bodies = tuple(DiagramBody(id_, id_.upper(), count=counts.get(id_)) for id_ in "abcxyz")
    diagram = collapse(Diagram("D", bodies=bodies, lines=drawn), frozenset(box.split()), "box")
    return {(line.from_, line.to): line.scope for line in diagram.lines}


def test_a_line_of_account_of_some_says_of_how_many() -> None:
    """The reader is not told that all of them answer to it."""
    assert _boxed("a>x b>x") == {("box", "x"): "2 of 3"}


def test_a_line_of_account_of_all_says_nothing() -> None:
    """It is true as it stands."""
    assert _boxed("a>x b>x c>x") == {("box", "x"): None}


def test_who_answers_through_others_of_the_box_is_counted() -> None:
    """Their accountability leads over the same line."""
    assert _boxed("c>b b>a a>x") == {("box", "x"): None}


def test_a_line_of_account_to_some_says_to_how_many() -> None:
    """Nobody is said to answer to bodies to which they do not."""
    assert _boxed("x>a") == {("x", "box"): "to 1 of 3"}


def test_a_placeholder_counts_as_many_as_it_stands_for() -> None:
    """The number is that of the box."""
    assert _boxed("a>x", a=11) == {("box", "x"): "11 of 13"}
