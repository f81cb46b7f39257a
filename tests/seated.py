"""A one-line factory of structures with seats.

`seated("hart -> trust*", "hart: chair lynn", "trust: member lynn for Schools")` adds seats to what
`tests.factories.structure` makes: a body, a role, then who holds it (`nobody` for a vacant seat,
`?` where nobody is named), then, each if wanted, `for` partners with commas between, and
`as` the post by virtue of which it is held.
"""

import re
from dataclasses import replace

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure

SEAT = re.compile(r"(\S+): (\S+) (\S+)(?: for (.*?))?(?: as (.*))?")


def seated(text: str, *seats: str) -> Structure:
    """The structure that `text` draws, with these seats and the people who hold them."""
    made = tuple(map(_seat, seats))
    ids = dict.fromkeys(id_ for seat in made for id_ in seat.held_by)
    people = tuple(Person(id=id_, name=id_.title()) for id_ in ids)
    return replace(structure(text), seats=made, people=people)


def seated_graph(
    text: str, *seats: str, standpoint: Standpoint | None = None
) -> AccountabilityGraph:
    """The graph of such a structure."""
    return AccountabilityGraph(seated(text, *seats), standpoint or Standpoint())


def _seat(text: str) -> Seat:
    """One seat."""
    match = SEAT.fullmatch(text)
    assert match, text
    body, role, holder, partners, post = match.groups()
    return Seat(
        body=body,
        role=Role(role),
        held_by=() if holder in {"nobody", "?"} else tuple(holder.split("+")),
        standing=SeatStatus.VACANT if holder == "nobody" else SeatStatus.SUBSTANTIVE,
        represents=tuple(part.strip() for part in partners.split(",")) if partners else (),
        ex_officio=post or "",
    )
