"""Everything in a structure that names something else by its id."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from govgraph.checks.finding import Subject
from govgraph.errors import Place
from govgraph.formats.problems import nearest_spelling
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.requirements import PolicyCondition, PolicyRule, Selector, Waiver
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from govgraph.wording.records import format_seat, format_seat_first

CORRECT = "Correct the name, or add what it names."
DECLARE = "Correct the name, or declare the kind in {}.csv beside the tables."
"""What puts a name right in a register."""
COMPARED = 100
"""Unknown words of a register whose spelling is compared with those that are known."""


class Target(StrEnum):
    """What a reference names."""

    BODY = "body"
    PERSON = "person"
    SOURCE = "source"
    BODY_KIND = "kind of body"
    RELATION_KIND = "kind of relation"
    REQUIREMENT = "requirement"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that ought to be that of something in the structure.

    Attributes:
        target: what it ought to name.
        name: the name as written.
        where: what names it, as the beginning of a sentence: `The chair of Hart Board`.
        subject: the body, relation or seat that a finding would be about.
        place: where it was written.
        locator: for a source, what of it is cited.
        quote: for a source, the words that are quoted.
    """

    target: Target
    name: str
    where: str
    subject: Subject
    place: Place | None
    locator: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Referrer:
    """Something that names others: its words, what a finding is about, where it was written."""

    where: str
    subject: Subject
    place: Place | None

    def name(self, target: Target, name: str, place: Place | None = None) -> Iterator[Reference]:
        """One reference, unless nothing is named; at its own place if that is known."""
        if name:
            yield Reference(target, name, self.where, self.subject, place or self.place)

    def each(
        self, target: Target, names: Sequence[str], places: Sequence[Place]
    ) -> Iterator[Reference]:
        """One reference for each name, each at its place if there is one for each."""
        known = places if len(places) == len(names) else [self.place] * len(names)
        for name, place in zip(names, known, strict=True):
            yield from self.name(target, name, place)

    def cite(self, cites: Iterable[Citation]) -> Iterator[Reference]:
        """One reference for each source that is cited."""
        for citation in cites:
            place = citation.place or self.place
            yield Reference(
                Target.SOURCE,
                citation.source,
                self.where,
                self.subject,
                place,
                citation.at,
                citation.quote,
            )

    def select(self, selector: Selector | None) -> Iterator[Reference]:
        """One reference for each kind and id by which bodies are selected."""
        while selector:
            yield from self.each(Target.BODY_KIND, selector.kind, selector.kind_places)
            yield from self.each(Target.BODY, selector.id, selector.id_places)
            selector = selector.not_


def end_with_meant(words: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """How the sentence about each unknown word ends: with the known one that was probably meant.

    It is looked for once a word, and no longer where there are very many of them.
    """
    strange = sorted(word for word in words if word and word not in known)
    near = {word: nearest_spelling(word, tuple(known)) for word in strange[:COMPARED]}
    return {word: f"; did you mean {meant}?" for word, meant in near.items() if meant}


def find_references(structure: Structure) -> Iterator[Reference]:
    """Every reference in a structure, section by section, in the order written."""
    for body in structure.bodies:
        yield from _of_body(body)
    for relation in structure.relations:
        yield from _of_relation(structure, relation)
    for seat in structure.seats:
        yield from _of_seat(structure, seat)
    for person in structure.people:
        by = Referrer(f"The entry for {person.name}", Subject(), person.place)
        yield from by.cite(person.cites)
    for milestone in structure.milestones:
        by = Referrer(f"The milestone ‘{milestone.what}’", Subject(), milestone.place)
        yield from by.each(Target.BODY, milestone.bodies, milestone.bodies_places)
        yield from by.cite(milestone.cites)
    yield from _of_views(structure)
    for requirement in structure.requirements:
        by = Referrer(f"The requirement ‘{requirement.id}’", Subject(), requirement.place)
        yield from by.select(requirement.applies_to)
        yield from by.cite(requirement.cites)
    for rule in structure.policy:
        yield from _of_rule(rule)
    for waiver in structure.waivers:
        yield from _of_waiver(waiver)
    for kind in structure.body_kinds:
        by = Referrer(f"The kind of body ‘{kind.id}’", Subject(), structure.place)
        yield from by.name(Target.BODY_KIND, kind.like)


def _of_views(structure: Structure) -> Iterator[Reference]:
    """What the views name that the file declares."""
    for view in structure.views:
        by = Referrer(f"The view ‘{view.name}’", Subject(), view.place)
        yield from by.name(Target.BODY, view.focus, view.focus_place)
        yield from by.each(Target.BODY_KIND, view.kind, view.kind_places)


def _of_body(body: Body) -> Iterator[Reference]:
    by = Referrer(body.name, Subject(body=body.id), body.place)
    yield from by.name(Target.BODY_KIND, body.kind, body.kind_place)
    yield from by.each(Target.BODY, body.succeeds, body.succeeds_places)
    yield from by.cite(body.cites)


def _of_relation(structure: Structure, relation: Relation) -> Iterator[Reference]:
    from_, kind, to = relation.key
    words = f"The relation ‘{kind}’ from {structure.name_of(from_)} to {structure.name_of(to)}"
    known = from_ if from_ in structure.body_by_id else ""
    by = Referrer(words, Subject(body=known, relation=relation.key), relation.place)
    yield from by.name(Target.BODY, from_, relation.from_place)
    yield from by.name(Target.RELATION_KIND, kind, relation.kind_place)
    yield from by.name(Target.BODY, to, relation.to_place)
    if not _is_covered(structure, relation):
        yield from by.cite(relation.cites)


def _is_covered(structure: Structure, relation: Relation) -> bool:
    """Whether a relation has its citations from the body on which it is written."""
    body = structure.body_by_id.get(relation.from_body)
    if body is None or body.place is None or body.place != relation.from_place:
        return False
    return body.cites == relation.cites


def _of_seat(structure: Structure, seat: Seat) -> Iterator[Reference]:
    known = seat.body if seat.body in structure.body_by_id else ""
    subject = Subject(body=known, seat=format_seat(structure, seat))
    by = Referrer(format_seat_first(structure, seat), subject, seat.place)
    yield from by.name(Target.BODY, seat.body, seat.body_place)
    yield from by.each(Target.PERSON, seat.held_by, seat.held_by_places)
    yield from by.name(Target.BODY, seat.ex_officio_body, seat.ex_officio_place)
    yield from by.cite(seat.cites)


def _of_rule(rule: PolicyRule) -> Iterator[Reference]:
    by = Referrer(f"The rule ‘{rule.id}’", Subject(), rule.place)
    yield from by.select(rule.every)
    for condition in filter(None, (rule.must, rule.must_not)):
        yield from _of_condition(by, condition)
    yield from by.each(Target.BODY, rule.independent, rule.independent_places)
    yield from by.cite(rule.cites)


def _of_condition(by: Referrer, condition: PolicyCondition) -> Iterator[Reference]:
    yield from by.name(Target.RELATION_KIND, condition.relation, condition.relation_place)
    yield from by.name(Target.BODY, condition.reach, condition.reach_place)
    yield from by.name(Target.BODY, condition.chair_sits_on, condition.chair_sits_on_place)
    yield from by.select(condition.to)


def _of_waiver(waiver: Waiver) -> Iterator[Reference]:
    by = Referrer(f"The waiver of ‘{waiver.finding}’", Subject(), waiver.place)
    from_, kind, to = waiver.relation or ("", "", "")
    yield from by.name(Target.BODY, waiver.body, waiver.body_place)
    yield from by.select(waiver.every)
    yield from by.name(Target.REQUIREMENT, waiver.requirement, waiver.requirement_place)
    yield from by.name(Target.BODY, from_, waiver.relation_place)
    yield from by.name(Target.RELATION_KIND, kind, waiver.relation_place)
    yield from by.name(Target.BODY, to, waiver.relation_place)
    yield from by.cite(waiver.cites)
