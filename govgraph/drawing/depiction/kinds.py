"""Which form a kind of body wears, and which line a kind of relation takes."""

from govgraph.drawing.diagram import LineStyle, Shape
from govgraph.model.kinds import RelationClass, RelationKind
from govgraph.model.structure import Structure

SHAPES: dict[str, Shape] = {
    "board": "board",
    "cabinet": "board",
    "chairs-group": "chairs-group",
    "commissioner": "commissioning",
    "commissioning-partnership": "commissioning",
    "committee": "board",
    "council": "board",
    "executive": "board",
    "information-group": "sub-group",
    "local-partnership": "local-partnership",
    "lsp": "lsp",
    "management-group": "board",
    "partnership": "local-partnership",
    "safeguarding-board": "board",
    "scrutiny": "board",
    "steering-group": "sub-group",
    "strategic-partnership": "lsp",
    "sub-cluster": "sub-group",
    "sub-group": "sub-group",
    "task-group": "sub-group",
    "trust": "trust",
    "working-group": "sub-group",
}
"""The kinds that have a form of their own; every other kind is drawn neutral."""

_ANY = "body"  # what a file need not write: it says nothing that the box does not

_STYLES: dict[RelationClass, LineStyle] = {
    RelationClass.ACCOUNTABILITY: "accountable",
    RelationClass.STRUCTURAL: "part",
    RelationClass.REPRESENTATION: "represents",
    RelationClass.SUPPORT: "support",
    RelationClass.OVERSIGHT: "oversight",
    RelationClass.LIAISON: "liaison",
}


def shape_of(structure: Structure, kind: str) -> Shape:
    """The form of a kind of body: its own, that of the kind it is like, or neutral."""
    known = structure.kinds_of_body.get(kind)
    like = known.like if known and known.like else kind
    return SHAPES.get(like, "neutral")


def label_of(structure: Structure, kind: str) -> str:
    """The words of a kind of body; none of a body whose kind the file does not say."""
    if kind == _ANY:
        return ""
    known = structure.kinds_of_body.get(kind)
    return known.name if known else kind


def style_of(kind: RelationKind | None) -> LineStyle:
    """The line of a kind of relation; an unknown kind is a link and no more."""
    if kind is None:
        return "liaison"
    return "reports" if kind.id == "reports_to" else _STYLES[kind.relation_class]
