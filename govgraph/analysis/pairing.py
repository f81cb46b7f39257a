"""Which record before is which record after, where records have no ids of their own."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from govgraph.analysis.changes import record_order
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat

Unnamed = TypeVar("Unnamed", Relation, Seat)
Way = Callable[[Unnamed], Hashable | None]


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Unnamed]):
    """Records before and after, as far as they could be told to be the same.

    Attributes:
        pairs: the record before and the record after, where they are taken to be one and are not
            alike to the last word.
        before: what nothing after was found for.
        after: what nothing before was found for.
    """

    pairs: tuple[tuple[Unnamed, Unnamed], ...]
    before: tuple[Unnamed, ...]
    after: tuple[Unnamed, ...]


def pair(
    before: Sequence[Unnamed], after: Sequence[Unnamed], ways: Iterable[Way[Unnamed]]
) -> Pairing[Unnamed]:
    """The records paired in several ways, the strictest first; each record once.

    A way gives a key, and records of equal keys are paired in a fixed order; None keeps a record
    out of that way. The answer for (after, before) is the mirror image.
    """
    pairs: list[tuple[Unnamed, Unnamed]] = []
    # What is alike to the last word needs no sorting, and is most of a large structure.
    equal = Counter(before) & Counter(after)
    left, right = _without(before, equal), _without(after, equal)
    for way in ways:
        found = _paired(left, right, way)
        pairs += [(left[place], right[other]) for place, other in found]
        gone, come = {place for place, _ in found}, {other for _, other in found}
        left = [record for place, record in enumerate(left) if place not in gone]
        right = [record for place, record in enumerate(right) if place not in come]
    return Pairing(tuple(pairs), tuple(left), tuple(right))


def _without(records: Sequence[Unnamed], equal: Counter[Unnamed]) -> list[Unnamed]:
    """The records without so many of each as are equal on both sides, in a fixed order."""
    rest = []
    taken = Counter(equal)
    for record in records:
        if taken[record]:
            taken[record] -= 1
        else:
            rest.append(record)
    return sorted(rest, key=record_order)


def _paired(
    before: Sequence[Unnamed], after: Sequence[Unnamed], way: Way[Unnamed]
) -> list[tuple[int, int]]:
    """The places of the records that one way pairs."""
    waiting: dict[Hashable, list[int]] = {}
    for place, record in enumerate(after):
        key = way(record)
        if key is not None:
            waiting.setdefault(key, []).append(place)
    found: list[tuple[int, int]] = []
    for place, record in enumerate(before):
        places = waiting.get(way(record))
        if places:
            found.append((place, places.pop(0)))
    return found
