"""A diagram as layout reads it: families of leaves that nothing but their names tells apart."""

from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.ranks import PLAIN
from govgraph.drawing.layout.spacing import CLOSE
from tests.drawing.random_diagrams import rough_measures


def _diagram(*lines: DiagramLine) -> Diagram:
    """The lines with the bodies at their ends."""
    ids = sorted({end for line in lines for end in (line.from_, line.to)})
    bodies = tuple(DiagramBody(id_, id_.title()) for id_ in ids)
    return Diagram("Some", bodies=bodies, lines=lines)


def _families(*lines: DiagramLine) -> list[tuple[str, ...]]:
    return sorted(read_hierarchy(_diagram(*lines)).families.values())


def test_leaves_of_one_superior_are_a_family_whatever_else_ties_them() -> None:
    """A line of support, or one back to themselves, leaves them where they stand."""
    upward = [DiagramLine(id_, "top") for id_ in ("ash", "birch", "cedar")]
    assert _families(*upward) == [("ash", "birch", "cedar")]
    beside = DiagramLine("birch", "zoo", "supports", "supports", "support")
    assert _families(*upward, beside) == [("ash", "birch", "cedar")]
    assert _families(*upward, DiagramLine("ash", "ash")) == [("birch", "cedar")]


def test_what_differs_in_how_it_answers_is_another_family() -> None:
    """By the kind, status or change of its line, or by a second superior; three are too many."""
    plain = [DiagramLine(id_, "top") for id_ in ("ash", "birch")]
    for other in (
        DiagramLine("cedar", "top", "reports_to", "reports to", "reports"),
        DiagramLine("cedar", "top", status="proposed"),
        replace(DiagramLine("cedar", "top"), change="added"),
    ):
        assert _families(*plain, other) == [("ash", "birch"), ("cedar",)]
    joint = [DiagramLine("cedar", above) for above in ("top", "up", "upper")]
    assert _families(*plain, *joint[:2]) == [("ash", "birch"), ("cedar",)]
    assert _families(*plain, *joint) == [("ash", "birch")]


def _line(ends: str) -> DiagramLine:
    below, above = ends.split()
    return DiagramLine(below, above)


def _names(order: Order) -> list[tuple[str, ...]]:
    return [tuple(order.form.items[item].body or "" for item in row) for row in order.rows]


def test_a_sweep_follows_the_row_that_it_comes_from() -> None:
    """Where lines cross, the lower row gives way on the way down, and the upper on the way up."""
    tall = ("ash", "birch"), ("cedar", "dale"), ("elm", "fir")
    for down, lines, rows in (
        (True, ("cedar ash", "dale birch", "elm dale", "fir cedar"), [*tall[:2], ("fir", "elm")]),
        (
            False,
            ("cedar birch", "dale ash", "elm cedar", "fir dale"),
            [("birch", "ash"), *tall[1:]],
        ),
    ):
        diagram = _diagram(*map(_line, lines))
        sizes = rough_measures(diagram).bodies
        form = build_form(read_hierarchy(diagram), sizes, CLOSE, PLAIN)
        order = Order(form)
        order.arrange({number: float(number) for number in range(len(form.items))})
        assert _names(order) == [*tall]
        order.sweep(down=down)
        assert _names(order) == rows
