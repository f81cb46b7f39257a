"""DOT holds the whole diagram, styled, and survives any name."""

import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.graphviz import graphviz_program
from govgraph.drawing.outputs.dot import write_dot
from tests.drawing.sample import DIAGRAM, THEME


def test_bodies_areas_tiers_and_lines_are_written() -> None:
    """With forms, words and colours."""
    written = write_dot(DIAGRAM, THEME)
    for part in (
        "rankdir=BT",
        '"trust" [shape=box, peripheries=2',
        "subgraph cluster_area0",
        "rank=same",
        '"hart" -> "trust"',
        'arrowhead="odiamond"',
        "<I>on impact</I>",
        "CHAIR VACANT",
        '"#111827:#ffffff:#111827"',
    ):
        assert part in written


def test_every_body_is_written_once() -> None:
    """Those of an area in its cluster, the others beside."""
    written = write_dot(DIAGRAM, THEME)
    for body in DIAGRAM.bodies:
        assert written.count(f'"{body.id}" [shape=') == 1


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
