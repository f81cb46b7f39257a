"""The fields of requirements, rules and waivers, as data."""

from dataclasses import replace

from govgraph.formats.fields import (
    ALSO_KNOWN_AS,
    BASIS,
    CITES,
    FROM,
    NAME,
    NOTE,
    UNTIL,
    Field,
    Form,
    Record,
)
from govgraph.model.bodies import Status
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS, BodyClass
from govgraph.model.requirements import (
    Partner,
    PolicyCondition,
    PolicyRule,
    Requirement,
    Selector,
    Waiver,
)
from govgraph.model.seats import Role

SEVERITIES = ("error", "warning", "information")

SELECTOR = Record(
    noun="selection",
    makes=Selector,
    fields=(
        Field(
            "kind", Form.REFERENCES, "the kinds of body", place="kind_places", choices=BODY_KINDS
        ),
        Field("area", Form.TEXTS, "the areas"),
        Field("tier", Form.TEXTS, "the tiers"),
        Field(
            "status",
            Form.CHOICES,
            "the statuses",
            choices={status.value: status.value for status in Status},
        ),
        Field(
            "id",
            Form.REFERENCES,
            "the ids of the bodies themselves",
            place="id_places",
            instead_of=("body", "bodies"),
        ),
        Field("tag", Form.TEXTS, "the tags, any one of which will do", instead_of=("tags",)),
        Field(
            "class",
            Form.CHOICES,
            "the classes of body",
            attribute="class_",
            choices={class_.value: class_.value for class_ in BodyClass},
        ),
        Field("not", Form.SELECTOR, "what must not match", attribute="not_"),
    ),
)

PARTNER = Record(noun="partner", makes=Partner, fields=(NAME, ALSO_KNOWN_AS))

REQUIREMENT = Record(
    noun="requirement",
    makes=Requirement,
    by_id=True,
    fields=(
        Field("title", Form.TEXT, "what it is called"),
        Field("applies_to", Form.SELECTOR, "the bodies it applies to"),
        Field("seats_for", Form.PARTNERS, "the partners who ought to have a seat"),
        FROM,
        UNTIL,
        CITES,
        BASIS,
        NOTE,
    ),
)

CONDITION = Record(
    noun="condition",
    makes=PolicyCondition,
    fields=(
        Field(
            "relation",
            Form.KIND,
            "a relation of this kind",
            place="relation_place",
            choices=RELATION_KINDS,
        ),
        Field("to", Form.SELECTOR, "the bodies that the relation runs to"),
        Field(
            "reach",
            Form.REFERENCE,
            "the id of a body that a line of account reaches",
            place="reach_place",
        ),
        Field("within", Form.NUMBER, "the most steps in which it is reached"),
        Field("seat", Form.TEXT, "a seat for this partner"),
        Field("chair", Form.FLAG, "somebody in the chair"),
        Field("meets", Form.TEXT, "how often it meets at least"),
        Field(
            "chair_sits_on",
            Form.REFERENCE,
            "the id of a body on which its chair has a seat too",
            place="chair_sits_on_place",
        ),
        Field(
            "shares_chair", Form.FLAG, "somebody in the chair who chairs another of the selection"
        ),
        Field("quote", Form.FLAG, "the words of a paper for each line of account up from it"),
    ),
)

POLICY_RULE = Record(
    noun="rule",
    makes=PolicyRule,
    by_id=True,
    fields=(
        Field("every", Form.SELECTOR, "the bodies it speaks of"),
        Field("must", Form.CONDITION, "what each of them must have"),
        Field("must_not", Form.CONDITION, "what none of them may have"),
        Field(
            "layers", Form.TEXTS, "tiers from the top down, against which no line of account climbs"
        ),
        Field(
            "independent",
            Form.REFERENCES,
            "bodies that share no holder of a seat",
            place="independent_places",
        ),
        Field(
            "share",
            Form.CHOICES,
            "the roles whose holders they may not share; all, if there are none",
            choices={role.value: role.value for role in Role},
        ),
        Field("because", Form.TEXT, "the reason for it", instead_of=("reason", "why")),
        Field(
            "severity",
            Form.CHOICE,
            "how serious a breach is",
            choices={word: word for word in SEVERITIES},
        ),
        FROM,
        UNTIL,
        CITES,
        NOTE,
    ),
)

RELATION_KEY = Record(
    noun="relation",
    title="relation of a waiver",
    makes=tuple,
    fields=(
        Field("from", Form.REFERENCE, "the id of the body it runs from", required=True),
        Field("kind", Form.KIND, "its kind", required=True, choices=RELATION_KINDS),
        Field("to", Form.REFERENCE, "the id of the body it runs to", required=True),
    ),
)

WAIVER = Record(
    noun="waiver",
    makes=Waiver,
    fields=(
        Field(
            "finding",
            Form.TEXT,
            "the code or name of the check",
            required=True,
            instead_of=("check", "rule", "code"),
        ),
        Field("body", Form.REFERENCE, "the id of the body it is about", place="body_place"),
        Field("every", Form.SELECTOR, "the bodies it is about, selected"),
        Field(
            "requirement",
            Form.REFERENCE,
            "the id of the requirement it is about",
            place="requirement_place",
        ),
        Field(
            "relation",
            Form.RELATION,
            "the relation it is about: 'FROM KIND TO', or {from, kind, to}",
            place="relation_place",
        ),
        Field(
            "because",
            Form.TEXT,
            "why the finding is accepted",
            required=True,
            instead_of=("reason", "why"),
        ),
        Field("owner", Form.TEXT, "who answers for the waiver", required=True, instead_of=("by",)),
        replace(UNTIL, says="the last day on which it holds", required=True),
        CITES,
        NOTE,
    ),
)
