"""A drawing shows the same whatever the ids are and in whatever order the file is written."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.checks.runner import check_structure
from govgraph.drawing.draw import Drawing, draw_diagram
from govgraph.drawing.scene.scene import build_diagram
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from tests.checks.test_metamorphic import SECTIONS, prefixed, renamed
from tests.drawing.reading import texts
from tests.strategies import structures

NAMING = ("GG106", "GG208", "GG209")
"""Rules that tell bodies by their ids."""
ELEMENT = re.compile(r"<([a-z]+)\b")


def draw(structure: Structure) -> Drawing:
    """The drawing of a structure as it stands."""
    graph = AccountabilityGraph(structure, structure.standpoint())
    return draw_diagram(build_diagram(graph, check_structure(structure, ignore=NAMING)))


def shown(drawing: Drawing) -> tuple[Counter[str], Counter[str]]:
    """How many elements of each kind there are, and each word."""
    elements = Counter(name for svg in drawing.svg_pages for name in ELEMENT.findall(svg))
    words = Counter(
        word for svg in drawing.svg_pages for text in texts(svg) for word in text.words.split()
    )
    return elements, words


@settings(max_examples=15)
@given(structures())
def test_other_ids_are_drawn_the_same(structure: Structure) -> None:
    """The same elements and words: a picture shows ids only of what is not in the file."""
    bodies = structure.body_by_id.keys()
    known = [each for each in structure.relations if {each.from_body, each.to_body} <= bodies]
    here = replace(structure, relations=tuple(known))
    assert shown(draw(renamed(here, prefixed))) == shown(draw(here))


@settings(max_examples=15)
@given(st.data())
def test_another_order_shows_as_many_bodies_and_lines(data: st.DataObject) -> None:
    """Places may differ where the file gives no reason for one before another."""
    structure = data.draw(structures())
    others: dict[str, Any] = {
        section: tuple(data.draw(st.permutations(getattr(structure, section))))
        for section in SECTIONS
    }
    one, other = draw(structure).diagram, draw(replace(structure, **others)).diagram
    assert {*one.bodies} == {*other.bodies}
    assert Counter(one.lines) == Counter(other.lines)
    badges = [
        {(each.severity, body) for each in drawn.findings for body in each.bodies}
        for drawn in (one, other)
    ]
    assert badges[0] == badges[1]
