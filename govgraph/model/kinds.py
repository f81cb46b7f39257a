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


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body: its id, its name in words, and the built-in kind it is drawn like."""

    id: str
    name: str
    like: str = ""


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation: its class, and how it reads between two names (`is part of`)."""

    id: str
    relation_class: RelationClass
    reads: str

    @property
    def is_accountability(self) -> bool:
        """Whether a relation of this kind is a line of account."""
        return self.relation_class is RelationClass.ACCOUNTABILITY


_BODY_NAMES = {
    "advisory-body": "Advisory body",
    "agency": "Agency",
    "board": "Board",
    "body": "Body",
    "cabinet": "Cabinet",
    "chairs-group": "Chairs group",
    "commissioner": "Commissioner",
    "commissioning-partnership": "Commissioning partnership",
    "committee": "Committee",
    "council": "Council",
    "executive": "Executive",
    "forum": "Forum",
    "information-group": "Information group",
    "local-partnership": "Local partnership",
    "lsp": "Local Strategic Partnership",
    "management-group": "Management group",
    "network": "Network",
    "partnership": "Partnership",
    "safeguarding-board": "Safeguarding board",
    "school": "School",
    "scrutiny": "Scrutiny",
    "steering-group": "Steering group",
    "strategic-partnership": "Strategic partnership",
    "sub-cluster": "Sub-cluster",
    "sub-group": "Sub-group",
    "task-group": "Task group",
    "team": "Team",
    "trust": "Trust",
    "working-group": "Working group",
    "youth-voice": "Youth voice group",
}
BODY_KINDS = {id_: BodyKind(id_, name) for id_, name in _BODY_NAMES.items()}

_RELATIONS = (
    ("accountable_to", RelationClass.ACCOUNTABILITY, "is accountable to"),
    ("reports_to", RelationClass.ACCOUNTABILITY, "reports to"),
    ("part_of", RelationClass.STRUCTURAL, "is part of"),
    ("represented_on", RelationClass.REPRESENTATION, "is represented on"),
    ("supports", RelationClass.SUPPORT, "supports"),
    ("facilitates", RelationClass.SUPPORT, "facilitates"),
    ("advises", RelationClass.SUPPORT, "advises"),
    ("coordinates", RelationClass.SUPPORT, "coordinates"),
    ("commissions", RelationClass.OVERSIGHT, "commissions"),
    ("monitors", RelationClass.OVERSIGHT, "monitors"),
    ("oversees", RelationClass.OVERSIGHT, "oversees"),
    ("liaises_with", RelationClass.LIAISON, "liaises with"),
    ("informs", RelationClass.LIAISON, "informs"),
)
RELATION_KINDS = {id_: RelationKind(id_, class_, reads) for id_, class_, reads in _RELATIONS}
PRESUMED_KIND = "part_of"
"""The one kind that a question may let count as a presumed line."""
