"""Cells of a register as expressions: what is written in them, cleaned and hashed.

They read alike on every engine that speaks Spark Connect, and need no Python on the cluster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.graph.lives import NEVER, PRESENCES, STATUSES
from govgraph.model.bodies import Status
from govgraph.model.standpoint import Presence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyspark.sql import Column

    from govgraph.model.standpoint import Standpoint

SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What Unicode calls white space."""
PLAIN = "".join(map(chr, range(0x21, 0x7F)))
"""The letters, digits and signs of ASCII."""
UNSOUND = r"[\p{Z}\p{C}]"
"""What no identifier has in it: white space, and what cannot be seen."""
LIFE = ("status", "begins", "ends")
"""The columns that say when a record is there: a place in `STATUSES`, and two days."""


def read_cell(column: str, *, bare: bool = False) -> Column:
    """What is written in a cell as text, without spaces around it; none if that is nothing.

    Args:
        column: where it stands.
        bare: whether no cell of the column is known to have spaces around it. To look for them
            takes Spark longer than all else that is done with a cell.
    """
    text, nothing = sql.col(f"`{column}`").cast("string"), sql.lit("")
    if bare:
        return sql.nullif(text, nothing)
    plain = (text >= PLAIN[0]) & (text <= PLAIN[-1]) & sql.right(text, sql.lit(1)).isin(*PLAIN)
    return sql.when(plain, text).otherwise(sql.nullif(sql.trim(text, sql.lit(SPACES)), nothing))


def hash_key(text: Column, seed: int) -> Column:
    """64 bits of a text, by which bodies go in every join."""
    return sql.xxhash64(sql.lit(f"key {seed}"), text)


def hash_proof(text: Column, seed: int) -> Column:
    """64 bits more, which differ where two texts have the same key."""
    return sql.xxhash64(sql.lit(f"proof {seed}"), text)


def is_among(column: Column, words: Iterable[str] | Iterable[int]) -> Column:
    """Whether a column has one of some words or numbers; there may be none."""
    chosen = sorted(words)
    return column.isin(*chosen) if chosen else sql.lit(False)  # noqa: FBT003 - a literal


def find_presence(standpoint: Standpoint, of: str = "") -> Column:
    """Whether the record of a row is there and, if not, why not: `lives.find_presences` once more.

    It reads the columns `LIFE`, whose names begin with `of`; the number is its place in
    `PRESENCES`, and 0 where nothing is recorded.
    """
    status, begins, ends = (sql.col(of + name) for name in LIFE)
    day = standpoint.day
    ended = status == STATUSES.index(Status.ENDED)
    late = sql.lit(False)  # noqa: FBT003 - a literal
    if day is not None:
        number = day.toordinal()
        ended = (ended & (ends == int(NEVER))) | (ends < number)
        late = begins > number
    if standpoint.ahead:
        late &= ~is_among(status, map(STATUSES.index, (Status.PROPOSED, Status.SHADOW)))
    found = sql.when(ended, PRESENCES.index(Presence.ENDED))
    for each, presence in ((Status.PROPOSED, Presence.PROPOSED), (Status.SHADOW, Presence.SHADOW)):
        if each not in standpoint.include:
            found = found.when(status == STATUSES.index(each), PRESENCES.index(presence))
    return found.when(late, PRESENCES.index(Presence.NOT_YET)).otherwise(0)
