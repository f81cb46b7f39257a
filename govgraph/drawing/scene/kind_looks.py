"""Which form a kind of body wears, and which line a kind of relation takes."""

from govgraph.drawing.diagram import PLAIN, LineStyle, Look, Shape
from govgraph.model.kinds import RELATION_KINDS, RelationClass, RelationKind
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
    RelationClass.DELEGATION: "oversight",
}
_OF_ONE_KIND: dict[str, LineStyle] = {"reports_to": "reports", "hosted_by": "support"}
"""Kinds that take another form than their class: whoever hosts a body does not stand above it."""
_LOOKS: dict[str, Look] = {
    "assures": Look("dotted", "triangle"),
    "delegated_by": Look("dash-dot", "arrow"),
    "hosted_by": Look("short", "none"),
    "meets_in_common_with": Look("long", "dot"),
}
"""Built-in kinds with dashes and ends of their own, and so with an entry of their own in a key."""


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
    usual = _STYLES[kind.relation_class]
    return _OF_ONE_KIND.get(kind.id, usual) if _is_built_in(kind) else usual


def look_of(kind: RelationKind | None) -> Look:
    """Dashes and ends of a kind's own: those that its author declares, or the built-in ones."""
    if kind is None:
        return PLAIN
    if kind.look:
        return Look(
            kind.look.dash.value if kind.look.dash else "",
            kind.look.end.value if kind.look.end else "",
        )
    return _LOOKS.get(kind.id, PLAIN) if _is_built_in(kind) else PLAIN


def _is_built_in(kind: RelationKind) -> bool:
    """Whether a kind means what the built-in one of its name does."""
    known = RELATION_KINDS.get(kind.id)
    return known is not None and known.relation_class is kind.relation_class
