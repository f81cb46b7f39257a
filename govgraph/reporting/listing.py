"""What a structure holds, one table at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Lived, Presence
from govgraph.reporting.record_json import presence_as_data, record_as_data
from govgraph.reporting.text_columns import Row, columns_as_text
from govgraph.wording.lists import count_words

_ONE = {
    "bodies": "body",
    "relations": "relation",
    "seats": "seat",
    "people": "person",
    "sources": "source",
}
"""What each table counts."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One table: its heading, its rows as people read them, its records as data."""

    what: str
    columns: Row
    rows: tuple[Row, ...]
    records: tuple[dict[str, Any], ...]


def build_listing(graph: AccountabilityGraph, what: str) -> Listing:
    """The table of `bodies`, `relations`, `seats`, `people` or `sources`, in written order."""
    columns, records, row = TABLES[what]
    listed = records(graph)
    return Listing(
        what,
        columns,
        tuple(row(graph, record) for record in listed),
        tuple(_data(graph, record) for record in listed),
    )


def listing_as_data(listing: Listing) -> dict[str, Any]:
    """`{"bodies": [...]}`, each record under the names it has in a structure file."""
    return {listing.what: list(listing.records)}


def listing_as_text(listing: Listing, width: int | None = None) -> str:
    """Columns of equal width, within a width if one is given, and a count."""
    lines = columns_as_text(listing.columns, listing.rows, width)
    return "\n".join([*lines, "", count_words(len(listing.rows), _ONE[listing.what])])


def _presence(graph: AccountabilityGraph, thing: Lived) -> str:
    presence = graph.standpoint.presence(thing)
    said = graph.standpoint.format_presence(thing)
    if presence is not Presence.HOLDS:
        return said
    return str(thing.status) if said == presence else f"{thing.status}, {said}"


def _body(graph: AccountabilityGraph, body: Any) -> Row:  # noqa: ANN401 - the table says which
    top = "apex" if body.apex else "outside" if body.outside else ""
    above = ", ".join(graph.superiors(body.id)) or top
    return (body.id, body.name, body.kind, body.area, body.tier, _presence(graph, body), above)


def _relation(graph: AccountabilityGraph, relation: Any) -> Row:  # noqa: ANN401 - as above
    presence = _presence(graph, relation)
    return (relation.from_body, relation.kind, relation.to_body, str(relation.basis), presence)


def _seat(graph: AccountabilityGraph, seat: Any) -> Row:  # noqa: ANN401 - as above
    people = graph.structure.person_by_id
    held = ", ".join(people[id_].name if id_ in people else id_ for id_ in seat.held_by)
    represents = ", ".join(seat.represents)
    presence = _presence(graph, seat)
    return (seat.body, str(seat.role), held, str(seat.standing), represents, presence)


def _person(graph: AccountabilityGraph, person: Any) -> Row:  # noqa: ANN401 - as above
    seats = [seat for seat in graph.structure.seats if person.id in seat.held_by]
    held = "; ".join(f"{seat.role} of {seat.body}" for seat in seats)
    return (person.id, person.name, person.post, held)


def _source(graph: AccountabilityGraph, source: Any) -> Row:  # noqa: ANN401 - as above
    del graph
    date = str(source.date) if source.date else ""
    return (source.id, source.title, source.publisher, date)


def _data(graph: AccountabilityGraph, record: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    data = record_as_data(record)
    if hasattr(record, "status"):
        data |= presence_as_data(graph.standpoint, record)
    return data


Records = Callable[[AccountabilityGraph], tuple[Any, ...]]
TABLES: dict[str, tuple[Row, Records, Callable[[AccountabilityGraph, Any], Row]]] = {
    "bodies": (
        ("id", "name", "kind", "area", "tier", "in force", "answers to"),
        lambda graph: graph.structure.bodies,
        _body,
    ),
    "relations": (
        ("from", "kind", "to", "basis", "in force"),
        lambda graph: graph.structure.relations,
        _relation,
    ),
    "seats": (
        ("body", "role", "held by", "standing", "represents", "in force"),
        lambda graph: graph.structure.seats,
        _seat,
    ),
    "people": (("id", "name", "post", "seats"), lambda graph: graph.structure.people, _person),
    "sources": (
        ("id", "title", "publisher", "date"),
        lambda graph: graph.structure.sources,
        _source,
    ),
}
