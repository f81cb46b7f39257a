"""Beneficial Ownership Data Standard, versions 0.1 to 0.4 (standard.openownership.org).

Entities, and people who own or control one, become bodies. Owning is not answering: an interest
becomes `owned_or_controlled_by`, a declared kind of relation that makes no line of account. See
docs/decisions/0013-ownership-is-no-line-of-account.md.
"""

from collections.abc import Sequence
from pathlib import Path

from govgraph.formats.account import Account, Outcome
from govgraph.formats.bods_interests import SORT, Interest, in_lines, interests_of, note_of
from govgraph.formats.bods_parties import Parties
from govgraph.formats.bods_series import Series
from govgraph.formats.bods_statements import (
    ENTITY,
    PERSON,
    RELATIONSHIP,
    Statement,
    count_statements,
)
from govgraph.formats.importing import Importing, SourceRecord, read_json
from govgraph.formats.ledger import PART, WITH_RECORD, close_account
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems
from govgraph.model.bodies import Status
from govgraph.model.kinds import RelationClass, RelationKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.structure import Structure

DIRECT = "owned_or_controlled_by"
INDIRECT = "indirectly_owned_or_controlled_by"
KINDS = (
    RelationKind(DIRECT, RelationClass.STRUCTURAL, "is owned or controlled by"),
    RelationKind(INDIRECT, RelationClass.STRUCTURAL, "is indirectly owned or controlled by"),
)
_PRIVATE = "it is about the person, not the structure"
_COMPONENTS = "the components are records of their own"
_REASONS = {
    **dict.fromkeys(("nationalities", "birthDate", "placeOfBirth", "taxResidencies"), _PRIVATE),
    **dict.fromkeys(("politicalExposure", "pepStatus", "hasPepStatus", "deathDate"), _PRIVATE),
    **dict.fromkeys(("publicationDetails", "source"), "it is about the statement"),
    **dict.fromkeys(("componentRecords", "componentStatementIDs", "isComponent"), _COMPONENTS),
}


def read_file(path: Path, limits: Limits) -> Account:
    """The structure of ownership and control that a file of statements describes.

    Of several statements of one record the latest holds; a closed record has ended.

    Raises:
        LoadError: the file cannot be read, is no JSON, or holds no statements.
    """
    problems = Problems(limits)
    importing, root = read_json(path, problems)
    statements = count_statements(importing, root)
    if not statements:
        message = "holds no statements of the Beneficial Ownership Data Standard"
        importing.reading.reject(root, message)
        problems.raise_if_any()
    return Ownership(importing, statements).account()


class Ownership:
    """The structure that the statements of a file come to."""

    def __init__(self, importing: Importing, statements: Sequence[Statement]) -> None:
        self._importing = importing
        self._series = Series(importing, statements)
        self._parties = Parties(importing, self._series)
        self._relations: list[Relation] = []
        self._seats: list[Seat] = []
        for statement in self._series.current:
            self._take(statement)
        for statement in self._series.current:
            if statement.part == RELATIONSHIP:
                self._take_relationship(statement)

    def account(self) -> Account:
        """The structure, and what became of every record of the file."""
        used = {relation.kind for relation in self._relations}
        structure = Structure(
            bodies=tuple(self._parties.bodies.values()),
            relations=tuple(self._relations),
            seats=tuple(self._seats),
            people=tuple(self._parties.people.values()),
            body_kinds=tuple(self._parties.kinds.values()),
            relation_kinds=tuple(kind for kind in KINDS if kind.id in used),
        )
        outcomes: dict[int, Outcome | None] = {}
        for found in self._importing.records:
            if found.outer is not None:
                self._settle(found, outcomes[id(found.outer)])
            outcome = self._importing.ledger.outcome(found.sort, id(found.node))
            outcomes[id(found.node)] = outcome
            for name in found.node.entries if outcome is Outcome.MERGED else ():
                self._importing.skip_field(found.sort, found.node, name, WITH_RECORD)
        self._importing.settle_fields(_REASONS)
        return close_account(structure, self._importing.ledger, tuple(self._series.left))

    def _take(self, statement: Statement) -> None:
        """Take a statement about an entity or a person."""
        if statement.part == ENTITY:
            self._parties.take_entity(statement)
        elif statement.part == PERSON:
            self._parties.take_person(statement)
        elif not statement.part:
            why = "its type is none of the standard's"
            self._importing.skip(statement.sort, statement.node, why)

    def _take_relationship(self, statement: Statement) -> None:
        """Take a statement about what one party has in another."""
        _, details = statement.details()
        subject = self._parties.party(details, "subject")
        party = self._parties.party(details, "interestedParty")
        if not subject or not party:
            why = "it does not say between whom"
            self._importing.skip(statement.sort, statement.node, why)
            return
        interests = interests_of(self._importing, details)
        owning = [interest for interest in interests if not interest.role]
        for interest in interests:
            if interest.role:
                self._add_seat(subject, party, interest, statement)
                self._importing.imported(SORT, interest.node, "seat")
        for line in in_lines(owning) if owning or interests else [[]]:
            self._add_relation(subject, party, line, statement)
            for interest in line:
                self._importing.imported(SORT, interest.node, "relation")
        into = "seat" if interests and not owning else "relation"
        self._importing.imported(statement.sort, statement.node, into)

    def _add_seat(self, subject: str, party: str, interest: Interest, statement: Statement) -> None:
        """A place on the board of an entity."""
        person = self._parties.people.get(party)
        known = self._parties.bodies.get(party)
        indirectly = "indirect" if interest.directness == "indirect" else ""
        place = self._importing.place(statement.node)
        self._seats.append(
            Seat(
                body=self._parties.body(subject),
                role=interest.role or Role.MEMBER,
                held_by=(person.id,) if person else (),
                represents=() if person else (known.name if known else party,),
                status=Status.ENDED if statement.has_ended else Status.ACTIVE,
                from_=interest.start,
                until=interest.end,
                note="; ".join(filter(None, (indirectly, note_of([interest])))),
                place=place,
                body_place=place,
            )
        )

    def _add_relation(
        self, subject: str, party: str, interests: Sequence[Interest], statement: Statement
    ) -> None:
        """What a party has in an entity, all of it held as long and in the same way."""
        start, end, indirect = interests[0].line if interests else (None, None, False)
        place = self._importing.place(statement.node)
        self._relations.append(
            Relation(
                from_body=self._parties.body(subject),
                kind=INDIRECT if indirect else DIRECT,
                to_body=self._parties.body(party),
                scope=", ".join(f"{each.words} {each.share}".rstrip() for each in interests),
                status=Status.ENDED if statement.has_ended else Status.ACTIVE,
                from_=start,
                until=end,
                note=note_of(interests),
                place=place,
                from_place=place,
                to_place=place,
            )
        )

    def _settle(self, found: SourceRecord, outer: Outcome | None) -> None:
        """Say what became of a record within another: it goes the way of that one."""
        if self._importing.ledger.outcome(found.sort, id(found.node)):
            return
        if outer is Outcome.IMPORTED:
            self._importing.imported(found.sort, found.node, PART)
        elif outer is Outcome.MERGED:
            self._importing.merge(found.sort, found.node, "its record", WITH_RECORD)
        else:
            self._importing.skip(found.sort, found.node, WITH_RECORD)
