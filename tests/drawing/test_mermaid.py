"""Mermaid holds the whole diagram, in words, and survives any name."""

import re
from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.outputs.mermaid import write_mermaid
from tests.drawing.sample import DIAGRAM, THEME


def test_every_line_says_its_relation() -> None:
    """With scope and status, since Mermaid has fewer forms of line."""
    written = write_mermaid(DIAGRAM, THEME)
    for part in (
        "flowchart BT",
        '|"is accountable to"|',
        '|"is accountable to (proposed)"|',
        '|"is overseen by on impact"|',
        'subgraph area0["Hart"]',
        "<b>CHAIR VACANT</b>",
        "classDef planned",
        "classDef orphan",
    ):
        assert part in written
    assert len(re.findall(r'\|"', written)) == len(DIAGRAM.lines)


def test_a_plain_diagram_has_no_needless_classes() -> None:
    """Nothing planned, no orphan."""
    plain = Diagram("Plain", bodies=(DiagramBody("a", "A"),))
    written = write_mermaid(plain, THEME)
    assert "planned" not in written
    assert "orphan" not in written


def test_any_name_stays_within_its_quotes() -> None:
    """What Mermaid gives a meaning to is written by its code point."""
    name = 'A "b" <c> #35; `d`\nend'
    diagram = Diagram(
        'The "title"', bodies=(DiagramBody("a", name),), lines=(DiagramLine("a", "a", label=name),)
    )
    written = write_mermaid(diagram, THEME)
    assert r'title: "The \"title\""' in written
    assert "<b>A #34;b#34; #60;c#62; #35;35; #96;d#96; end</b>" in written
    assert written.count('"') == 2 + 2 + 2 + 2


def test_areas_hold_their_bodies() -> None:
    """Each body stands once."""
    written = write_mermaid(DIAGRAM, THEME)
    for place in range(len(DIAGRAM.bodies)):
        assert len(re.findall(rf"^ +b{place}[\[({{]", written, re.MULTILINE)) == 1


def test_a_name_keeps_the_joiners_that_its_script_needs() -> None:
    """As in every other format; what moves a cursor is a space."""
    name = "\u0628\u0631\u0646\u0627\u0645\u0647\u200c\u0631\u06cc\u0632\u06cc\u2028B"
    written = write_mermaid(Diagram("P", bodies=(DiagramBody("a", name),)), THEME)
    assert f"<b>{name[:-2]} B</b>" in written


def test_a_body_outside_is_lighter() -> None:
    """White and grey, whatever its form."""
    body = DiagramBody("a", "A", shape="board", outside=True)
    written = write_mermaid(Diagram("Small", bodies=(body,)), THEME)
    assert THEME.changes["same"].border in written
    assert THEME.changes["same"].border not in write_mermaid(
        Diagram("Small", bodies=(replace(body, outside=False),)), THEME
    )
