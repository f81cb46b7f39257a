"""A structure as Popolo JSON: what it has words for, and nothing bent to fit."""

import json
from typing import Any

from govgraph.formats.plain_data import Data
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Person, Seat, Standing
from govgraph.model.structure import Structure

_PARENT = "part_of"


def structure_as_popolo(structure: Structure) -> bytes:
    """The bytes of a Popolo file: organisations, people, and the memberships that are held."""
    parents: dict[str, str] = {}
    for relation in structure.relations:
        if relation.kind == _PARENT:
            parents.setdefault(relation.from_body, relation.to_body)
    data = {
        "organizations": [_body(structure, body, parents) for body in structure.bodies],
        "persons": [_person(person) for person in structure.people],
        "posts": [
            _post(seat, number)
            for number, seat in enumerate(structure.seats, start=1)
            if not seat.held_by and seat.standing is not Standing.ABOLISHED
        ],
        "memberships": [
            _membership(seat, holder, f"seat-{number}")
            for number, seat in enumerate(structure.seats, start=1)
            for holder in seat.held_by
        ],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _body(structure: Structure, body: Body, parents: dict[str, str]) -> Data:
    """A body as an organisation."""
    kind = structure.kinds_of_body.get(body.kind)
    return _said(
        id=body.id,
        name=body.name,
        other_names=[{"name": name} for name in body.also_known_as],
        classification=kind.name if kind else body.kind,
        parent_id=parents.get(body.id),
        founding_date=_date(body.from_),
        dissolution_date=_date(body.until),
        abstract=body.remit,
        description=body.note,
    )


def _person(person: Person) -> Data:
    """A person."""
    others = [{"name": name} for name in person.also_known_as]
    return _said(id=person.id, name=person.name, other_names=others)


def _post(seat: Seat, number: int) -> Data:
    """A seat that nobody holds, as a post."""
    words = [seat.role.value, *seat.represents, seat.ex_officio]
    return _said(
        id=f"seat-{number}",
        label=seat.note or ", ".join(word for word in words if word),
        role=seat.role.value,
        organization_id=seat.body,
        start_date=_date(seat.from_),
        end_date=_date(seat.until),
    )


def _membership(seat: Seat, holder: str, id_: str) -> Data:
    """What one holder of a seat has."""
    return _said(
        id=f"{id_}-{holder}",
        role=seat.role.value,
        label=seat.note,
        person_id=holder,
        organization_id=seat.body,
        start_date=_date(seat.from_),
        end_date=_date(seat.until),
    )


def _said(**fields: Any) -> Data:  # noqa: ANN401 - plain data
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _date(date: PartialDate | None) -> str:
    """A date as Popolo has it: `about` cannot be said."""
    return str(date).rstrip("~") if date else ""
