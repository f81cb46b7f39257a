"""The fields of kinds of body and relation, and of how they look, as data."""

from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.recurring_fields import (
    NAME,
)
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
