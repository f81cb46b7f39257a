"""A finding whose badge finds no room is said in words."""

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding
from govgraph.drawing.forms.choose import lay_out
from govgraph.drawing.paper import FREE
from govgraph.drawing.theme_file import built_in_theme


def test_a_mark_without_room_is_told_at_the_foot() -> None:
    """One small body cannot wear sixty badges: those without room are named."""
    findings = tuple(
        DiagramFinding(number=n, severity="warning", bodies=("a",), text="x") for n in range(1, 61)
    )
    diagram = Diagram("T", bodies=(DiagramBody("a", "Fleet"),), findings=findings)
    ((_, placement),) = lay_out(diagram, FREE, built_in_theme())
    marked = {badge.finding for badge in placement.badges}
    told = {
        n for n in range(1, 61) if f"Finding {n} also concerns Fleet" in " ".join(placement.notes)
    }
    assert marked | told == set(range(1, 61))
    assert not marked & told
    assert told
