"""DOT holds the whole diagram, styled, and survives any name."""

import html
import shlex
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, Look
from govgraph.drawing.outputs.dot import write_dot
from govgraph.drawing.outputs.dot_ranks import rank_bodies
from govgraph.drawing.outputs.graphviz import graphviz_program
from tests.drawing.sample import DIAGRAM, THEME


def test_bodies_areas_tiers_and_lines_are_written() -> None:
    """With forms, words and colours."""
    written = write_dot(DIAGRAM, THEME)
    for part in (
        "rankdir=BT",
        '"trust" [shape=box, peripheries=2',
        "subgraph cluster_area0",
        "<B>COUNTY</B>",
        '"hart" -> "trust"',
        'arrowhead="odiamond"',
        "<I>on impact</I>",
        "CHAIR VACANT",
        '"#111827:#ffffff:#111827"',
    ):
        assert part in written


def test_a_look_is_written_as_near_as_dot_can() -> None:
    """At both ends of a line that has two."""
    line = DiagramLine("a", "b", style="liaison", look=Look("dotted", "diamond"))
    bodies = (DiagramBody("a", "A"), DiagramBody("b", "B"))
    written = write_dot(Diagram("Small", bodies=bodies, lines=(line,)), THEME)
    for part in ('style="dotted"', 'arrowhead="odiamond"', 'arrowtail="odiamond"'):
        assert part in written


def test_every_body_is_written_once() -> None:
    """Those of an area in its cluster, the others beside."""
    written = write_dot(DIAGRAM, THEME)
    for body in DIAGRAM.bodies:
        assert written.count(f'"{body.id}" [shape=') == 1


def _heights(diagram: Diagram) -> dict[str, float]:
    """How high Graphviz puts each body and heading."""
    done = subprocess.run(
        [graphviz_program(), "-Tplain"],
        input=write_dot(diagram, THEME).encode(),
        capture_output=True,
        check=True,
    )
    rows = map(shlex.split, done.stdout.decode().splitlines())
    return {row[1]: float(row[3]) for row in rows if row[0] == "node"}


def _county(*lines: DiagramLine, tiers: tuple[str, ...] = ("County", "District")) -> Diagram:
    """Council, cabinet and board of a county, and a group of a district."""
    on = {"council": 0, "cabinet": 0, "board": 0, "group": 1}
    bodies = (
        DiagramBody(id_, id_.title(), tier=tiers[place] if tiers else None)
        for id_, place in on.items()
    )
    return Diagram("County", bodies=tuple(bodies), lines=lines, tiers=tiers)


CHAIN = (
    DiagramLine("cabinet", "council"),
    DiagramLine("board", "cabinet"),
    DiagramLine("group", "board"),
)


@pytest.mark.parametrize("tiers", [("County", "District"), ()])
def test_superiors_stand_above_within_a_tier_too(tiers: tuple[str, ...]) -> None:
    """Council, cabinet, board and group are no row."""
    heights = _heights(_county(*CHAIN, tiers=tiers))
    assert heights["council"] > heights["cabinet"] > heights["board"] > heights["group"]


def test_a_heading_parts_each_tier_from_the_one_before() -> None:
    """Also where no line says who of a lower tier stands below whom."""
    heights = _heights(_county(*CHAIN[:2]))
    assert heights["tier 1"] > heights["council"]
    assert heights["board"] > heights["tier 2"] > heights["group"]


def test_a_superior_declared_on_a_lower_tier_stays_there() -> None:
    """Its line leads downward."""
    heights = _heights(_county(DiagramLine("council", "group"), *CHAIN[:2]))
    assert heights["board"] > heights["group"]


def test_a_ring_is_opened_where_it_closes() -> None:
    """All its other lines lead upward."""
    heights = _heights(_county(*CHAIN[:2], DiagramLine("council", "board"), tiers=()))
    above = [heights["cabinet"] < heights["council"], heights["board"] < heights["cabinet"]]
    above.append(heights["council"] < heights["board"])
    assert sorted(above) == [False, True, True]


def test_who_answers_to_nobody_stands_below_what_it_supports() -> None:
    """Liaison places nobody; nor does support of a body that answers to somebody."""
    supports = DiagramLine("cabinet", "council", "supports", "supports", "support")
    across = DiagramLine("council", "board", "supports", "supports", "support")
    liaises = DiagramLine("board", "council", "liaises_with", "liaises with", "liaison")
    heights = _heights(_county(supports, tiers=()))
    assert heights["council"] > heights["cabinet"]
    lines = (CHAIN[0], DiagramLine("council", "group"), across, liaises)
    assert rank_bodies(_county(*lines, tiers=())).upward == {0, 1}


NASTY = st.text(st.sampled_from('ab<>&"\\{}|:;\n\x00 é-#[]='), max_size=12)


@settings(max_examples=15, deadline=None)
@given(NASTY, NASTY, NASTY)
def test_graphviz_reads_whatever_it_is_called(name: str, label: str, scope: str) -> None:
    """No name can break a graph, or be taken for another node."""
    bodies = (DiagramBody(f"a{name}", name, kind_label=label, chips=(name,)), DiagramBody("b", "B"))
    lines = (DiagramLine(f"a{name}", "b", label=label, scope=scope),)
    diagram = Diagram(name, bodies=bodies, lines=lines, areas=(label,))
    done = subprocess.run(
        [graphviz_program(), "-Tplain"],
        input=write_dot(diagram, THEME).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"\nnode ") == 2


def test_graphviz_shows_a_backslash_as_it_is() -> None:
    """It stands for no name of a node, in labels and in what is said of them."""
    name = r"Share \North and \Nearby"
    bodies = (DiagramBody("a", name), DiagramBody("b", "B"))
    lines = (DiagramLine("a", "b", label=name, scope=r"\E"),)
    done = subprocess.run(
        [graphviz_program(), "-Tsvg"],
        input=write_dot(Diagram(r"\G", bodies=bodies, lines=lines), THEME).encode(),
        capture_output=True,
        check=True,
    )
    shown = html.unescape(done.stdout.decode())
    assert shown.count(name) == 2  # its box, and what is said when one points at it
    assert all(f">{text}<" in shown for text in (r"\G", r"\E"))


def test_a_body_outside_is_lighter() -> None:
    """White and grey, whatever its form."""
    body = DiagramBody("a", "A", shape="board", outside=True)
    written = write_dot(Diagram("Small", bodies=(body,)), THEME)
    assert THEME.changes["same"].border in written
    assert THEME.changes["same"].border not in write_dot(
        Diagram("Small", bodies=(replace(body, outside=False),)), THEME
    )
