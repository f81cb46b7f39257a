"""Finding one body of a register by what somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.model.names import nearest_words
from govgraph.registers.reading.frames import FIRST_SEED, SECOND_SEED, load_polars
from govgraph.registers.reading.identifiers import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.graph.columns import Integers
    from govgraph.registers.reading.register import Register

LISTED = 10
"""Bodies of one name that are listed; the rest are left to the reader's imagination."""
COMPARED = 10_000
"""Identifiers and names compared for spelling, of those that begin alike."""
BEGINNING = 3


def find_numbers(register: Register, ids: Sequence[str]) -> Integers:
    """The number of the body of each identifier, or UNKNOWN."""
    polars = load_polars()
    column = polars.Series(ids, dtype=polars.String)
    hashes = (column.hash(seed).to_numpy() for seed in (FIRST_SEED, SECOND_SEED))
    return register.bodies.identifiers.find(*hashes)


def find_number(register: Register, name: str) -> int:
    """The number of the body that goes by `name`: its identifier, or its name in any case.

    Raises:
        UnknownNameError: no body does; carries near spellings.
        AmbiguousNameError: several do; carries the first of them.
    """
    number = int(find_numbers(register, [name])[0])
    if number != UNKNOWN:
        return number
    names = register.bodies.names
    wanted = name.strip().lower()
    found = (names.str.to_lowercase() == wanted).arg_true().to_list()
    if len(found) == 1:
        return int(found[0])
    if found:
        ids = register.bodies.ids.gather(found[:LISTED]).to_list()
        raise AmbiguousNameError("body", name, tuple(sorted(ids)))
    raise UnknownNameError("body", name, _find_near(register, name.strip()))


def _find_near(register: Register, name: str) -> tuple[str, ...]:
    """Identifiers and names spelt like one, of those that begin like it, as far as any do."""
    wanted = name.lower()
    searched = (register.bodies.ids, register.bodies.names)
    columns = [(each, each.str.to_lowercase()) for each in searched]
    lengths = {len(wanted) - 1, len(wanted) - 3, len(wanted) // 2, BEGINNING}
    for length in sorted(lengths, reverse=True):
        beginning = wanted[: max(length, 1)]
        likes = [column.filter(low.str.starts_with(beginning)) for column, low in columns]
        near = nearest_words((name,), [each for like in likes for each in like.head(COMPARED)], 3)
        if near:
            return near
    return ()
