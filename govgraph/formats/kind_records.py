"""The fields of kinds of body and relation, of their looks and of saved views, as data."""

from govgraph.formats.fields import (
    NAME,
    NOTE,
    Field,
    Form,
    Record,
)
from govgraph.model.bodies import Status
from govgraph.model.kinds import (
    BODY_KINDS,
    BodyClass,
    BodyKind,
    Dash,
    LineEnd,
    Look,
    RelationClass,
    RelationKind,
)
from govgraph.model.selection import SavedView

LOOK = Record(
    noun="look",
    makes=Look,
    fields=(
        Field(
            "dash",
            Form.CHOICE,
            "how the line is broken",
            choices={dash.value: dash for dash in Dash},
        ),
        Field(
            "end",
            Form.CHOICE,
            "what stands at its end",
            choices={end.value: end for end in LineEnd},
        ),
    ),
)


BODY_KIND = Record(
    noun="kind of body",
    makes=BodyKind,
    by_id=True,
    fields=(
        NAME,
        Field(
            "like",
            Form.CHOICE,
            "the built-in kind it is drawn like",
            choices={id_: id_ for id_ in BODY_KINDS},
        ),
        Field(
            "class",
            Form.CHOICE,
            "what bodies of this kind do; unless written, as the kind it is like",
            attribute="declared_class",
            choices={class_.value: class_ for class_ in BodyClass},
        ),
    ),
)


RELATION_KIND = Record(
    noun="kind of relation",
    makes=RelationKind,
    by_id=True,
    fields=(
        Field(
            "class",
            Form.CHOICE,
            "what it means for accountability",
            attribute="relation_class",
            required=True,
            choices={class_.value: class_ for class_ in RelationClass},
        ),
        Field(
            "reads",
            Form.TEXT,
            "how it reads between two names",
            required=True,
            instead_of=("name", "label"),
        ),
        Field("look", Form.LOOK, "how it is drawn; unless written, as its class is"),
    ),
)

VIEW = Record(
    noun="view",
    makes=SavedView,
    by_id=True,
    fields=(
        NAME,
        Field(
            "focus",
            Form.REFERENCE,
            "the id of a body, to show it with what is near it",
            place="focus_place",
            instead_of=("body", "centre"),
        ),
        Field("up", Form.STEPS, "how many steps upward from the focus; one unless written"),
        Field("down", Form.STEPS, "how many steps downward; one unless written"),
        Field("area", Form.TEXTS, "only bodies of these areas"),
        Field(
            "kind",
            Form.REFERENCES,
            "only bodies of these kinds",
            place="kind_places",
            choices=BODY_KINDS,
        ),
        Field("tier", Form.TEXTS, "only bodies of these tiers"),
        Field("as_at", Form.DATE, "the day; that of the structure unless written"),
        Field(
            "include",
            Form.CHOICES,
            "what is shown besides what is in force",
            choices={status.value: status for status in (Status.PROPOSED, Status.SHADOW)},
        ),
        NOTE,
    ),
)
