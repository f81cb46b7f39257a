"""Lists of bodies by the column: how long each is, and all their bodies one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.number_columns import number_type
from govgraph.registers.reading.frames import load_polars

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from govgraph.graph.line_columns import Integers, Places, Rows
    from govgraph.registers.reading.register import Register


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Many lists of bodies.

    Attributes:
        sizes: how many bodies each has.
        bodies: the bodies of all, list after list.
    """

    sizes: Rows
    bodies: Integers


def gather_lists(count: int, places: Places, bodies: Integers) -> Lists:
    """So many lists, each of the bodies that stand beside its place, in the order of these."""
    order = np.argsort(places, kind="stable")
    return Lists(np.bincount(places, minlength=count), bodies.take(order))


def side_by_side(*columns: Integers) -> Lists:
    """Lists that are all as long: of each column one body."""
    count = len(columns[0])
    sizes = np.full(count, len(columns), dtype=np.int64)
    return Lists(sizes, np.column_stack(columns).ravel())


def make_lists(lists: Sequence[Sequence[int]]) -> Lists:
    """Lists that somebody made one by one, as they are few."""
    sizes = np.array([len(one) for one in lists], dtype=np.int64)
    return Lists(sizes, np.array([body for one in lists for body in one], dtype=np.int64))


def name_lists(register: Register, lists: Lists, *, in_order: bool = False) -> pl.Series:
    """The same as a column of lists of identifiers, each list sorted if it is to be in order."""
    polars = load_polars()
    count = len(lists.sizes)
    if not len(lists.bodies):
        nothing: pl.Series = polars.Series([[]], dtype=polars.List(polars.String))
        return nothing.new_from_index(0, count)
    ids = register.bodies.ids.gather(lists.bodies)
    every = np.arange(count, dtype=number_type(count))
    places = every.repeat(lists.sizes)
    frame = polars.DataFrame({"place": polars.Series(places).set_sorted(), "ids": ids})
    if in_order:  # far quicker than to sort list by list
        frame = frame.sort("place", "ids").with_columns(polars.col("place").set_sorted())
    listed = frame.group_by("place", maintain_order=True).agg("ids")
    if len(listed) < count:
        listed = polars.DataFrame({"place": every}).join(
            listed, on="place", how="left", maintain_order="left"
        )
        listed = listed.with_columns(polars.col("ids").fill_null([]))
    named: pl.Series = listed["ids"]
    return named
