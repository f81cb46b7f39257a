"""What a date costs on a large register: the table as at a day, beside the record-by-record way.

    python -m benchmarks.as_at 1000000

makes up a register with about so many relations, gives every body and relation a life, and asks
what stood on each of several days. Times are the processor's, the median of several runs. The
record-by-record way is what a small structure takes; it is measured on a hundredth of the register
and its time multiplied.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.registers import build_register
from govgraph.graph.dated_table import DatedTable
from govgraph.graph.lives import ALWAYS, NEVER, STATUSES, Lives
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.registers import Register

FIRST, LAST = date(1990, 1, 1).toordinal(), date(2030, 1, 1).toordinal()
DAYS = ("1995", "2005-06", "2015-06-15", "2025")
RUNS = 9
SAMPLE = 100  # the share of the register that is asked record by record


def make_lives(count: int, chance: np.random.Generator) -> Lives:
    """Made-up lives: half begin on a day, a third end, one in twenty is proposed or in shadow."""
    begins = chance.integers(FIRST, LAST, count, dtype=np.int32)
    ends = np.minimum(begins + chance.integers(30, 9_000, count, dtype=np.int32), NEVER - 1)
    begins[chance.random(count) < 0.5] = ALWAYS
    ends[chance.random(count) < 2 / 3] = NEVER
    shares = {Status.PROPOSED: 0.03, Status.SHADOW: 0.02, Status.ACTIVE: 0.9, Status.ENDED: 0.05}
    status = chance.choice(len(STATUSES), count, p=[shares[one] for one in STATUSES])
    return Lives(begins, ends, status.astype(np.int8))


def make_table(register: Register, chance: np.random.Generator) -> DatedTable:
    """The lines of a register as a table with lives."""
    froms, tos = register.lines()
    return DatedTable(
        (),  # the filter hands identifiers on and reads none
        {},
        register.apex,
        make_lives(register.count, chance),
        froms,
        tos,
        np.ones(len(froms), dtype=np.bool_),
        np.arange(len(froms), dtype=np.int32),
        make_lives(len(froms), chance),
    )


def make_records(lives: Lives, count: int) -> list[Relation]:
    """The first rows as records, for the other way."""
    return [
        Relation(
            from_body="a",
            kind="accountable_to",
            to_body="b",
            status=STATUSES[lives.status[row]],
            from_=_day(int(lives.begins[row])),
            until=_day(int(lives.ends[row])),
        )
        for row in range(count)
    ]


def _day(number: int) -> PartialDate | None:
    if number in (ALWAYS, NEVER):
        return None
    day = date.fromordinal(number)
    return PartialDate(day.year, day.month, day.day)


def measure(task: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of the processor, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        task()
        times.append((time.process_time() - start) * 1_000)
    return statistics.median(times)


def main() -> None:
    """Make up a register, ask it as at each day, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("relations", type=int, nargs="?", default=1_000_000)
    count = parser.parse_args().relations
    chance = np.random.default_rng(7)
    table = make_table(build_register(count), chance)
    records = make_records(table.lives, len(table.froms) // SAMPLE)
    print(f"{len(table.body_lives):,} bodies, {len(table.froms):,} lines")
    print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}, {platform.machine()}")
    print("Milliseconds of the processor.\n")
    print(f"{'as at':<12}{'lines there':>12}{'filter':>10}{'record by record':>20}")
    for written in DAYS:
        here = Standpoint(
            as_at=PartialDate.parse(written), include=frozenset({Status.PROPOSED}), ahead=False
        )
        there = len(table.seen_from(here).froms)
        filtered = measure(lambda here=here: table.seen_from(here))  # type: ignore[misc]
        each = measure(lambda here=here: [here.holds(one) for one in records], 3) * SAMPLE  # type: ignore[misc]
        print(f"{written:<12}{there:>12,}{filtered:>10.1f}{each:>20,.0f}")


if __name__ == "__main__":
    main()
