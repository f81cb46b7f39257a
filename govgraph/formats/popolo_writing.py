"""A structure as Popolo JSON: what it has words for, and nothing bent to fit."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from govgraph.formats.account import Skipped
from govgraph.formats.lossy_fields import label_of
from govgraph.formats.plain_data import Data
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Person, Seat, SeatStatus
from govgraph.model.structure import Structure

_PARENT = "part_of"


def structure_as_popolo(structure: Structure) -> bytes:
    """The bytes of a Popolo file: organisations, people, and the memberships that are held."""
    parents: dict[str, str] = {}
    for relation in structure.relations:
        if relation.kind == _PARENT:
            parents.setdefault(relation.from_body, relation.to_body)
    ids = _ids_by_word(structure)
    data = {
        "organizations": [_body(structure, body, parents) for body in structure.bodies],
        "persons": [_person(person) for person in structure.people],
        "posts": [
            _post(seat, number, ids)
            for number, seat in enumerate(structure.seats, start=1)
            if not seat.held_by and seat.standing is not SeatStatus.ABOLISHED
        ],
        "memberships": [
            _membership(seat, holder, f"seat-{number}", ids)
            for number, seat in enumerate(structure.seats, start=1)
            for holder in seat.held_by
        ],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def find_lossy_fields(structure: Structure) -> Iterator[Skipped]:
    """What becomes something else: further parents, seats of several people, abolished posts."""
    parts = [each for each in structure.relations if each.kind == _PARENT]
    first = {each.from_body: each for each in reversed(parts)}
    further = [each for each in parts if first[each.from_body] is not each]
    nobody = [each for each in first.values() if each.from_body not in structure.body_by_id]
    shared = [each for each in structure.seats if len(each.held_by) > 1]
    abolished = [
        each
        for each in structure.seats
        if not each.held_by and each.standing is SeatStatus.ABOLISHED
    ]
    ids = _ids_by_word(structure)
    worded = [
        each
        for each in structure.seats
        if each.ex_officio or (each.represents and not (each.held_by and _behalf(each, ids)))
    ]
    for found, what, why in (
        (further, "further parents", "an organization has one parent in Popolo"),
        (nobody, "parents of bodies that are not there", "no organization is there to have one"),
        (worded, "what seats represent or go with", "a membership says it in its label"),
        (shared, "seats that several people hold", "each of them has a membership of their own"),
        (abolished, "seats that are abolished", "a post in Popolo is one that can be filled"),
    ):
        if found:
            yield Skipped(what, why, of=tuple(map(label_of, found)))


def _ids_by_word(structure: Structure) -> dict[str, str]:
    """The id of each body, under its name and under itself."""
    names = {body.name: body.id for body in structure.bodies}
    return names | {body.id: body.id for body in structure.bodies}


def _body(structure: Structure, body: Body, parents: dict[str, str]) -> Data:
    """A body as an organisation."""
    kind = structure.kinds_of_body.get(body.kind)
    return _said(
        id=body.id,
        name=body.name,
        other_names=[{"name": name} for name in body.also_known_as],
        classification=kind.name if kind else body.kind,
        parent_id=parents.get(body.id),
        area={"name": body.area} if body.area else None,
        founding_date=_date(body.from_),
        dissolution_date=_date(body.until),
        abstract=body.remit,
        description=body.note,
    )


def _person(person: Person) -> Data:
    """A person."""
    others = [{"name": name} for name in person.also_known_as]
    return _said(id=person.id, name=person.name, other_names=others)


def _post(seat: Seat, number: int, ids: Mapping[str, str]) -> Data:
    """A seat that nobody holds, as a post."""
    return _said(
        id=f"seat-{number}",
        label=_label(seat, ids) or seat.role.value,
        role=seat.role.value,
        organization_id=seat.body,
        start_date=_date(seat.from_),
        end_date=_date(seat.until),
    )


def _membership(seat: Seat, holder: str, id_: str, ids: Mapping[str, str]) -> Data:
    """What one holder of a seat has."""
    return _said(
        id=f"{id_}-{holder}",
        role=seat.role.value,
        label=_label(seat, ids),
        person_id=holder,
        organization_id=seat.body,
        on_behalf_of_id=_behalf(seat, ids),
        start_date=_date(seat.from_),
        end_date=_date(seat.until),
    )


def _behalf(seat: Seat, ids: Mapping[str, str]) -> str:
    """The body that a seat represents, if it is one and no more: Popolo has one."""
    return ids.get(seat.represents[0], "") if len(seat.represents) == 1 else ""


def _label(seat: Seat, ids: Mapping[str, str]) -> str:
    """What is said of a seat in words: its note, for whom it is, by which post."""
    represents = () if _behalf(seat, ids) and seat.held_by else seat.represents
    return "; ".join(words for words in (seat.note, *represents, seat.ex_officio) if words)


def _said(**fields: Any) -> Data:  # noqa: ANN401 - plain data
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _date(date: PartialDate | None) -> str:
    """A date as Popolo has it: `about` cannot be said."""
    return str(date).rstrip("~") if date else ""
