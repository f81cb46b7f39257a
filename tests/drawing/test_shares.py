"""A line of account that starts or ends at a box of several bodies is true as it stands."""

from __future__ import annotations

from govgraph.drawing.depiction.collapse import collapse
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms.pages_plan import PagePlan, number_pages
from govgraph.drawing.forms.pages_view import page_diagram
from govgraph.drawing.forms.whole import Whole


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


def _overview(diagram: Diagram, *plans: PagePlan) -> Diagram:
    """The first page, with the bodies of some others as boxes."""
    first = PagePlan("", tuple(body.id for body in diagram.bodies), list(plans))
    for plan in plans:
        plan.above = first
    return page_diagram(Whole(diagram), first, number_pages(first))


def _mixed(*lines: DiagramLine, count: int | None = None) -> Diagram:
    bodies = (
        DiagramBody("trust", "The Trust", tier="county"),
        DiagramBody("area", "Area forum", tier="district", count=count),
        DiagramBody("youth", "Youth Cabinet", tier="county"),
    )
    return Diagram("D", bodies=bodies, lines=lines, tiers=("county", "district"))


def test_a_mixed_box_is_named_after_nobody() -> None:
    """It says how many it holds, once, and names some."""
    plan = PagePlan("Area forum and Youth Cabinet", ("area", "youth"), is_mixed=True)
    box = _overview(_mixed(count=11), plan).bodies[1]
    assert (box.name, box.meta) == (
        "12 bodies on page 2",
        ("Area forum and Youth Cabinet",),
    )
    assert box.tier == "county"


def test_the_line_of_the_body_that_a_box_is_named_after_needs_no_count() -> None:
    """The box says whose line it is."""
    plan = PagePlan("Youth Cabinet", ("area", "youth"), head="youth")
    page = _overview(_mixed(DiagramLine("youth", "trust")), plan)
    assert page.bodies[1].meta == ("with 1 more below it: see page 2",)
    assert [line.scope for line in page.lines] == [None]


def test_an_overview_says_how_to_read_the_lines_of_its_boxes() -> None:
    """Of other lines than those of account no number is given."""
    plan = PagePlan("Both", ("area", "youth"), is_mixed=True)
    page = _overview(_mixed(DiagramLine("youth", "trust", style="support")), plan)
    assert [line.scope for line in page.lines] == [None]
    assert "belongs to one or more of them" in page.left_out[-1]


def test_bodies_that_answer_alike_share_a_box() -> None:
    """Those that answer to nobody share another."""
    bodies = tuple(DiagramBody(id_, id_.upper()) for id_ in ("trust", *"abcdef"))
    lines = tuple(DiagramLine(id_, "trust") for id_ in "ace")
    page = PagePlan("", tuple(body.id for body in bodies))
    diagram = Diagram("D", bodies=bodies, lines=lines)
    page.split(Whole(diagram))
    page.split(Whole(diagram))
    assert [group.bodies for group in page.groups] == [tuple("ace"), tuple("bdf")]
