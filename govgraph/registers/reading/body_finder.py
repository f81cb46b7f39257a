"""Finding one body of a register by what somebody typed."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.model.names import LONGEST_COMPARED, list_named
from govgraph.registers.reading.frames import FIRST_SEED, SECOND_SEED, load_polars
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.mapped_texts import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import polars as pl

    from govgraph.graph.line_columns import Integers
    from govgraph.registers.reading.register import Register

    Scorer = Callable[..., float]

LISTED = 10
"""Bodies of one name that are listed; the rest are left to the reader's imagination."""
NEAREST, WEIGHED, LIKE = 3, 500, 70
"""How many near spellings are offered, out of how many, and how like at least, of 100."""


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
    found = [
        row + start
        for start, part in parts_of(names)
        for row in (part.str.to_lowercase() == wanted).arg_true().to_list()
    ]
    if len(found) == 1:
        return int(found[0])
    if found:
        raise AmbiguousNameError("body", name, list_named(sorted(_name(register, found[:LISTED]))))
    near = _name(register, _find_near(register, name.strip()))
    raise UnknownNameError("body", name, tuple(id_ for id_, _ in near), dict(near))


def _name(register: Register, rows: list[int]) -> list[tuple[str, str]]:
    """Identifier and name of the bodies in some rows."""
    bodies = register.bodies
    pairs = zip(bodies.ids.gather(rows), bodies.names.gather(rows), strict=True)
    return list(pairs) if rows else []


def _find_near(register: Register, name: str) -> list[int]:
    """The rows of identifiers and names spelt most like one, of all; word order counts last."""
    from rapidfuzz import fuzz

    wanted = name.lower()
    if len(wanted) > LONGEST_COMPARED:
        return []
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        near = [
            (start + place, lowered, score)
            for texts in (register.bodies.ids, register.bodies.names)
            for start, part in parts_of(texts)
            for place, lowered, score in _compare(part, wanted, scorer)
        ]
        near = sorted(near, key=lambda each: -each[2])[:WEIGHED]
        # Of those as like, a slip at the end of a word is likelier than one at its beginning.
        near.sort(key=lambda each: (-each[2], -_count_shared(wanted, each[1])))
        if near:
            return list(dict.fromkeys(row for row, _, _ in near))[:NEAREST]
    return []


def _compare(texts: pl.Series, wanted: str, scorer: Scorer) -> Iterator[tuple[int, str, float]]:
    """Those of some texts that are most like one: their place, in small letters, how like."""
    from rapidfuzz import process

    lowered = texts.str.to_lowercase().to_list()
    near = process.extract(wanted, lowered, scorer=scorer, score_cutoff=LIKE, limit=WEIGHED)
    for text, score, place in near:
        yield place, text, score


def _count_shared(text: str, other: str) -> int:
    """How many letters two texts begin alike with."""
    pairs = zip(text, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
