"""Everything in a structure that names something else by its id."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from govgraph.checks.finding import Subject
from govgraph.checks.seats import begin_seat, say_seat
from govgraph.errors import Place
from govgraph.model.requirements import Demand, PolicyRule, Selector, Waiver
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure


class Target(StrEnum):
    """What a reference names."""

    BODY = "body"
    PERSON = "person"
    SOURCE = "source"
    BODY_KIND = "kind of body"
    RELATION_KIND = "kind of relation"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that ought to be that of something in the structure.

    Attributes:
        target: what it ought to name.
        name: the name as written.
        where: what names it, as the beginning of a sentence: `The chair of Hart Board`.
        subject: the body, relation or seat that a finding would be about.
        place: where it was written.
    """

    target: Target
    name: str
    where: str
    subject: Subject
    place: Place | None


def find_references(structure: Structure) -> Iterator[Reference]:
    """Every reference in a structure, section by section, in the order written."""
    yield from _of_bodies(structure)
    yield from _of_relations(structure)
    for seat in structure.seats:
        yield from _of_seat(structure, seat)
    for person in structure.people:
        yield from _of_citations(person.cites, f"The entry for {person.name}", Subject())
    for milestone in structure.milestones:
        where = f"The milestone ‘{milestone.what}’"
        for body in milestone.bodies:
            yield Reference(Target.BODY, body, where, Subject(), milestone.place)
        yield from _of_citations(milestone.cites, where, Subject())
    for requirement in structure.requirements:
        where = f"The requirement ‘{requirement.id}’"
        yield from _of_selector(requirement.applies_to, where, requirement.place)
        yield from _of_citations(requirement.cites, where, Subject())
    for rule in structure.policy:
        yield from _of_rule(rule)
    for waiver in structure.waivers:
        yield from _of_waiver(waiver)
    for kind in structure.body_kinds:
        if kind.like:
            where = f"The kind of body ‘{kind.id}’"
            yield Reference(Target.BODY_KIND, kind.like, where, Subject(), structure.place)


def _of_bodies(structure: Structure) -> Iterator[Reference]:
    for body in structure.bodies:
        subject = Subject(body=body.id)
        yield Reference(Target.BODY_KIND, body.kind, body.name, subject, body.place)
        for other in body.succeeds:
            yield Reference(Target.BODY, other, body.name, subject, body.place)
        yield from _of_citations(body.cites, body.name, subject)


def _of_relations(structure: Structure) -> Iterator[Reference]:
    known = structure.body_by_id
    for relation in structure.relations:
        from_, kind, to = relation.key
        subject = Subject(body=from_ if from_ in known else "", relation=relation.key)
        where = f"The relation ‘{kind}’ from {structure.name_of(from_)} to {structure.name_of(to)}"
        for target, name, place in (
            (Target.BODY, from_, relation.from_place),
            (Target.RELATION_KIND, kind, relation.kind_place),
            (Target.BODY, to, relation.to_place),
        ):
            yield Reference(target, name, where, subject, place or relation.place)
        yield from _of_citations(relation.cites, where, subject)


def _of_seat(structure: Structure, seat: Seat) -> Iterator[Reference]:
    words = say_seat(structure, seat)
    where = begin_seat(structure, seat)
    subject = Subject(body=seat.body if seat.body in structure.body_by_id else "", seat=words)
    yield Reference(Target.BODY, seat.body, where, subject, seat.body_place or seat.place)
    for person in seat.held_by:
        yield Reference(Target.PERSON, person, where, subject, seat.place)
    if seat.ex_officio_body:
        yield Reference(Target.BODY, seat.ex_officio_body, where, subject, seat.place)
    yield from _of_citations(seat.cites, where, subject)


def _of_rule(rule: PolicyRule) -> Iterator[Reference]:
    where = f"The rule ‘{rule.id}’"
    yield from _of_selector(rule.every, where, rule.place)
    for demand in (rule.must, rule.must_not):
        if demand:
            yield from _of_demand(demand, where, rule.place)
    for body in rule.independent:
        yield Reference(Target.BODY, body, where, Subject(), rule.place)
    yield from _of_citations(rule.cites, where, Subject())


def _of_demand(demand: Demand, where: str, place: Place | None) -> Iterator[Reference]:
    place = demand.place or place
    if demand.relation:
        yield Reference(Target.RELATION_KIND, demand.relation, where, Subject(), place)
    if demand.reach:
        yield Reference(Target.BODY, demand.reach, where, Subject(), place)
    yield from _of_selector(demand.to, where, place)


def _of_waiver(waiver: Waiver) -> Iterator[Reference]:
    where = f"The waiver of ‘{waiver.finding}’"
    from_, kind, to = waiver.relation or ("", "", "")
    for target, name in (
        (Target.BODY, waiver.body),
        (Target.BODY, from_),
        (Target.RELATION_KIND, kind),
        (Target.BODY, to),
    ):
        if name:
            yield Reference(target, name, where, Subject(), waiver.place)
    yield from _of_citations(waiver.cites, where, Subject())


def _of_selector(selector: Selector | None, where: str, place: Place | None) -> Iterator[Reference]:
    while selector:
        place = selector.place or place
        for kind in selector.kind:
            yield Reference(Target.BODY_KIND, kind, where, Subject(), place)
        for body in selector.id:
            yield Reference(Target.BODY, body, where, Subject(), place)
        selector = selector.not_


def _of_citations(cites: Iterable[Citation], where: str, subject: Subject) -> Iterator[Reference]:
    for citation in cites:
        yield Reference(Target.SOURCE, citation.source, where, subject, citation.place)
