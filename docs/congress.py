"""The committees of the United States Congress as a structure: an example of a reader of one's own.

The data are those of github.com/unitedstates/congress-legislators. See congress.md.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from govgraph import api
from govgraph.formats.role_words import role_of
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.structure import Structure

CHAIRS = (Role.CHAIR, Role.CO_CHAIR)


def read_committees(folder: Path) -> Structure:
    """Committees as bodies, subcommittees as part of theirs, memberships as seats."""
    bodies: list[Body] = []
    relations: list[Relation] = []
    for committee in _load(folder / "committees-current.yaml"):
        id_ = committee["thomas_id"]
        bodies.append(Body(id=id_, name=committee["name"], kind="committee", apex=True))
        for part in committee.get("subcommittees", ()):
            inner = id_ + part["thomas_id"]
            bodies.append(Body(id=inner, name=part["name"], kind="sub-group"))
            relations.append(Relation(from_body=inner, kind="part_of", to_body=id_))
    people: dict[str, Person] = {}
    seats: list[Seat] = []
    for id_, members in _load(folder / "committee-membership-current.yaml").items():
        for member in members:
            person = member["bioguide"]
            people.setdefault(person, Person(id=person, name=member["name"]))
            role, words = role_of(member.get("title", "member"))
            seats.append(Seat(body=id_, role=role, held_by=(person,), note=words))
    return Structure(
        title="Committees of the United States Congress",
        bodies=tuple(bodies),
        relations=tuple(relations),
        seats=tuple(seats),
        people=tuple(people.values()),
    )


def find_facts(structure: Structure) -> dict[str, Any]:
    """What the checks and a count of chairs say of them."""
    findings = api.check(api.build_graph(structure))
    chairs = [(seat.body, seat.held_by[0]) for seat in structure.seats if seat.role in CHAIRS]
    by_body = Counter(body for body, _ in chairs)
    by_person = Counter(person for _, person in chairs)
    return {
        "without a chair": sorted(body.id for body in structure.bodies if body.id not in by_body),
        "of these with members": sorted(
            finding.subject.body for finding in findings.findings if finding.name == "no-chair"
        ),
        "with more than one": sorted(body for body, count in by_body.items() if count > 1),
        "people who chair more than one": sum(count > 1 for count in by_person.values()),
    }


def _load(path: Path) -> Any:  # noqa: ANN401 - data of somebody else's
    """What a YAML file of theirs holds."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
