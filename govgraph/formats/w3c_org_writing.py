"""A structure in the W3C's Organization Ontology, as Turtle and as JSON-LD.

Both are written by hand, line by line in one order: the same structure gives the same bytes.
"""

import json
from collections.abc import Iterator
from urllib.parse import quote

from govgraph.formats.account import Skipped
from govgraph.formats.lossy_fields import label_of
from govgraph.formats.w3c_org_vocabulary import OURS
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure

_PREFIXES = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "http://schema.org/",
}
_PART_OF = "part_of"
_REPORTING = "reports_to"

Statement = tuple[str, bool]
"""A value, and whether it is an address and no text."""


def structure_as_turtle(structure: Structure) -> bytes:
    """The bytes of a Turtle file."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    for thing, statements in _things(structure):
        lines += ["", f"<{thing}>"]
        said = [
            f"  {'a' if name == 'type' else name} {_turtle(name, *value)}"
            for name, value in statements
        ]
        lines += [f"{line} ;" for line in said[:-1]] + [f"{said[-1]} ."]
    return ("\n".join(lines) + "\n").encode()


def structure_as_json_ld(structure: Structure) -> bytes:
    """The bytes of a JSON-LD file, its context within it."""
    graph = []
    for thing, statements in _things(structure):
        node: dict[str, object] = {"@id": thing}
        for name, (value, address) in statements:
            if name == "type":
                node["@type"] = value
                continue
            said = {"@id": value} if address else value
            known = node.get(name)
            if known is None:
                node[name] = said
            else:
                node[name] = [*known, said] if isinstance(known, list) else [known, said]
        graph.append(node)
    data = {"@context": _PREFIXES, "@graph": graph}
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def find_lossy_fields(structure: Structure) -> Iterator[Skipped]:
    """What becomes something else: other lines of account, and seats of several people."""
    lines = [each for each in structure.relations if structure.is_accountability(each)]
    for kind in sorted({each.kind for each in lines} - {_REPORTING}):
        of = tuple(label_of(each) for each in lines if each.kind == kind)
        why = f"each is written as org:reportsTo, which is read as {_REPORTING}"
        yield Skipped(f"relations of the kind {kind}", why, of=of)
    shared = tuple(label_of(each) for each in structure.seats if len(each.held_by) > 1)
    if shared:
        why = "each of them has a membership of their own"
        yield Skipped("seats that several people hold", why, of=shared)


def _things(structure: Structure) -> Iterator[tuple[str, list[tuple[str, Statement]]]]:
    """Every body, person, post and membership, with what is said of each."""
    lines: dict[str, list[tuple[str, Statement]]] = {}
    kinds: dict[str, str] = {}
    for relation in structure.relations:
        accountability = structure.is_accountability(relation)
        name = "org:reportsTo" if accountability else "org:subOrganizationOf"
        if accountability or relation.kind == _PART_OF:
            end = (_address("body", relation.to_body), True)
            known = lines.setdefault(relation.from_body, [])
            if (name, end) not in known:
                known.append((name, end))
    for body in structure.bodies:
        known_kind = structure.kinds_of_body.get(body.kind)
        kinds[body.kind] = known_kind.name if known_kind else body.kind
        said = [("type", ("org:Organization", True)), ("skos:prefLabel", (body.name, False))]
        said += [("skos:altLabel", (name, False)) for name in body.also_known_as]
        said += [("org:classification", (_address("kind", body.kind), True))]
        said += _texts(("org:purpose", body.remit), ("skos:note", body.note))
        said += _dated(body.from_, body.until)
        yield _address("body", body.id), said + lines.get(body.id, [])
    for person in structure.people:
        said = [("type", ("foaf:Person", True)), ("foaf:name", (person.name, False))]
        said += [("skos:altLabel", (name, False)) for name in person.also_known_as]
        yield _address("person", person.id), said + _texts(("skos:note", person.note))
    for kind, name in kinds.items():
        said = [("type", ("skos:Concept", True)), ("skos:prefLabel", (name, False))]
        yield _address("kind", kind), said
    for number, seat in enumerate(structure.seats, start=1):
        yield from _seat(seat, number)


def _seat(seat: Seat, number: int) -> Iterator[tuple[str, list[tuple[str, Statement]]]]:
    """A seat as a membership of each holder, or as a post where nobody holds it."""
    body = (_address("body", seat.body), True)
    shared = [
        ("org:role", (_address("role", seat.role.value), True)),
        *_texts(("skos:note", seat.note)),
        *_dated(seat.from_, seat.until),
    ]
    if not seat.held_by:
        label = ("skos:prefLabel", (seat.note or seat.role.value, False))
        said = [("type", ("org:Post", True)), ("org:postIn", body), label]
        yield _address("seat", str(number)), said + shared
    for holder in seat.held_by:
        said = [("type", ("org:Membership", True)), ("org:organization", body)]
        said += [("org:member", (_address("person", holder), True))]
        yield _address("seat", f"{number}-{holder}"), said + shared


def _texts(*said: tuple[str, str]) -> list[tuple[str, Statement]]:
    """What is said in words, where anything is."""
    return [(name, (text, False)) for name, text in said if text]


def _dated(start: object, end: object) -> list[tuple[str, Statement]]:
    """When something begins and ends; `about` cannot be said."""
    dates = (("schema:startDate", start), ("schema:endDate", end))
    return [(name, (str(date).rstrip("~"), False)) for name, date in dates if date]


def _address(sort: str, id_: str) -> str:
    """The address of a thing."""
    return f"{OURS}{sort}:{quote(id_, safe='')}"


def _turtle(name: str, value: str, address: bool) -> str:  # noqa: FBT001 - half of a pair
    """A value as Turtle."""
    if name == "type":
        return value
    return f"<{value}>" if address else json.dumps(value, ensure_ascii=False)
