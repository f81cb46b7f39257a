"""The kinds of body and of relation, built in and declared by an author."""

from dataclasses import dataclass
from enum import StrEnum


class RelationClass(StrEnum):
    """What a kind of relation means for accountability; only one class makes a line."""

    ACCOUNTABILITY = "accountability"
    STRUCTURAL = "structural"
    REPRESENTATION = "representation"
    SUPPORT = "support"
    OVERSIGHT = "oversight"
    LIAISON = "liaison"
    DELEGATION = "delegation"


class BodyClass(StrEnum):
    """What a kind of body does, which decides how much it matters that nobody is above one."""

    DECIDES = "decides"
    WORKS = "works-for-another"
    ADVISES = "advises"


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body: its id, its name in words, and the built-in kind it is drawn like.

    Attributes:
        declared_class: its class, where that is said.
    """

    id: str
    name: str
    like: str = ""
    declared_class: BodyClass | None = None

    @property
    def body_class(self) -> BodyClass:
        """Its class: as it is said, or that of the kind it is like, or of all that has none.

        >>> BodyKind("panel", "Citizens' panel", like="forum").body_class
        <BodyClass.ADVISES: 'advises'>
        """
        if self.declared_class:
            return self.declared_class
        alike = BODY_KINDS.get(self.like) or BODY_KINDS.get(self.id)
        known = alike.declared_class if alike else None
        return known or BodyClass.DECIDES


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    SHORT = "short"
    LONG = "long"
    DASH_DOT = "dash-dot"
    DOTTED = "dotted"


class LineEnd(StrEnum):
    """What stands at the end of a line."""

    NONE = "none"
    ARROW = "arrow"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    DOT = "dot"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Look:
    """How relations of a kind are drawn; what is not said is as their class is drawn."""

    dash: Dash | None = None
    end: LineEnd | None = None


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation: its class, and how it reads between two names (`is part of`).

    Attributes:
        look: how it is drawn, where that is not as its class is.
    """

    id: str
    relation_class: RelationClass
    reads: str
    look: Look | None = None

    @property
    def is_accountability(self) -> bool:
        """Whether a relation of this kind is a line of account."""
        return self.relation_class is RelationClass.ACCOUNTABILITY


_BODIES = (
    ("advisory-body", "Advisory body", BodyClass.ADVISES),
    ("agency", "Agency", BodyClass.ADVISES),
    ("board", "Board", BodyClass.DECIDES),
    ("body", "Body", BodyClass.DECIDES),
    ("cabinet", "Cabinet", BodyClass.DECIDES),
    ("chairs-group", "Chairs group", BodyClass.WORKS),
    ("commissioner", "Commissioner", BodyClass.DECIDES),
    ("commissioning-partnership", "Commissioning partnership", BodyClass.DECIDES),
    ("committee", "Committee", BodyClass.DECIDES),
    ("council", "Council", BodyClass.DECIDES),
    ("executive", "Executive", BodyClass.DECIDES),
    ("forum", "Forum", BodyClass.ADVISES),
    ("information-group", "Information group", BodyClass.WORKS),
    ("local-partnership", "Local partnership", BodyClass.DECIDES),
    ("lsp", "Local Strategic Partnership", BodyClass.DECIDES),
    ("management-group", "Management group", BodyClass.DECIDES),
    ("network", "Network", BodyClass.ADVISES),
    ("partnership", "Partnership", BodyClass.DECIDES),
    ("safeguarding-board", "Safeguarding board", BodyClass.DECIDES),
    ("school", "School", BodyClass.ADVISES),
    ("scrutiny", "Scrutiny", BodyClass.ADVISES),
    ("steering-group", "Steering group", BodyClass.WORKS),
    ("strategic-partnership", "Strategic partnership", BodyClass.DECIDES),
    ("sub-cluster", "Sub-cluster", BodyClass.WORKS),
    ("sub-group", "Sub-group", BodyClass.WORKS),
    ("task-group", "Task group", BodyClass.WORKS),
    ("team", "Team", BodyClass.WORKS),
    ("trust", "Trust", BodyClass.DECIDES),
    ("working-group", "Working group", BodyClass.WORKS),
    ("youth-voice", "Youth voice group", BodyClass.ADVISES),
)
BODY_KINDS = {id_: BodyKind(id_, name, declared_class=class_) for id_, name, class_ in _BODIES}

_RELATIONS = (
    ("accountable_to", RelationClass.ACCOUNTABILITY, "is accountable to"),
    ("reports_to", RelationClass.ACCOUNTABILITY, "reports to"),
    ("committee_of", RelationClass.ACCOUNTABILITY, "is a committee of"),
    ("joint_committee_of", RelationClass.ACCOUNTABILITY, "is a joint committee of"),
    ("part_of", RelationClass.STRUCTURAL, "is part of"),
    ("hosted_by", RelationClass.STRUCTURAL, "is hosted by"),
    ("represented_on", RelationClass.REPRESENTATION, "is represented on"),
    ("supports", RelationClass.SUPPORT, "supports"),
    ("facilitates", RelationClass.SUPPORT, "facilitates"),
    ("advises", RelationClass.SUPPORT, "advises"),
    ("coordinates", RelationClass.SUPPORT, "coordinates"),
    ("assures", RelationClass.SUPPORT, "gives assurance to"),
    ("commissions", RelationClass.OVERSIGHT, "commissions"),
    ("monitors", RelationClass.OVERSIGHT, "monitors"),
    ("oversees", RelationClass.OVERSIGHT, "oversees"),
    ("liaises_with", RelationClass.LIAISON, "liaises with"),
    ("informs", RelationClass.LIAISON, "informs"),
    ("meets_in_common_with", RelationClass.LIAISON, "meets in common with"),
    ("delegated_by", RelationClass.DELEGATION, "exercises what is delegated by"),
)
RELATION_KINDS = {id_: RelationKind(id_, class_, reads) for id_, class_, reads in _RELATIONS}
PRESUMED_KIND = "part_of"
"""The one kind that a question may let count as a presumed line."""
WATCHING_KINDS = frozenset({"monitors", "assures"})
"""The kinds of relation by which a body watches others, or says to them what it has seen."""
TWO_WAY_KINDS = frozenset({"liaises_with", "meets_in_common_with"})
"""The kinds of relation that say the same from either end."""
JOINT_KIND = "joint_committee_of"
"""The kind by which a body answers to several by design."""
ADDED_LATER = frozenset(
    {
        "committee_of",
        "joint_committee_of",
        "hosted_by",
        "assures",
        "meets_in_common_with",
        "delegated_by",
    }
)
"""Kinds of relation that authors declared themselves before they were built in."""
