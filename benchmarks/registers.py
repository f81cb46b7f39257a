"""Made-up registers of public bodies, as realistic as a register can be without being one.

    python -m benchmarks.registers 1000000 --out build/register

writes `bodies.csv` and `relations.csv`, which govgraph reads as a register, or, with `--form
parquet`, the same as Parquet.

Shape: levels of a bell-shaped size below a few apexes; the superior of a body stands on the level
above and is drawn by Pareto weights, so that a few have very many subordinates. Then what real
registers suffer from is planted: bodies cut off, second superiors, relations to bodies nobody has
heard of, rings open and closed, bodies that answer to themselves, bodies that have ended, and
relations that are no lines of account. Rows and identifiers are shuffled, which is the worst case
for a processor's caches. The same count and seed give the same register, byte for byte.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

UNKNOWN = -1
LEVELS = {2: 4, 3: 5, 4: 6, 5: 7, 6: 8, 7: 9}  # by the power of ten of the number of bodies
APEXES = {2: 1, 3: 1, 4: 3, 5: 20, 6: 200, 7: 2_000}
REGISTRIES = ("GB-COH", "GB-GOV", "GB-CHC", "GB-LAE")
RELATION_KINDS = ("accountable_to", "supports", "monitors", "liaises_with")
BODY_KINDS = ("board", "committee", "sub-group", "agency", "school", "partnership", "team")
APEX_KIND = "council"
PURPOSES = ("Housing", "Finance", "Health", "Transport", "Culture", "Waste", "Harbour", "Schools")
FORMS = ("Board", "Committee", "Trust", "Agency", "Company", "Partnership", "Panel", "Authority")


@dataclass(frozen=True, slots=True)
class Register:
    """A register as columns; bodies are numbered by row.

    Attributes:
        codes: a number for each body, unique, of which its identifier is made.
        apex: whether accountability may end at the body.
        ended: whether the body has ended.
        froms: for each relation the row of the body it starts from, or UNKNOWN.
        tos: for each relation the row of the body it leads to, or UNKNOWN.
        kinds: for each relation its place in RELATION_KINDS.
    """

    codes: Numbers
    apex: Flags
    ended: Flags
    froms: Numbers
    tos: Numbers
    kinds: Numbers

    @property
    def count(self) -> int:
        """Number of bodies."""
        return len(self.codes)

    def lines(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Both ends of every line of account whose bodies are known."""
        known = (self.kinds == 0) & (self.froms != UNKNOWN) & (self.tos != UNKNOWN)
        return self.froms[known].astype(np.int32), self.tos[known].astype(np.int32)


@dataclass(frozen=True, slots=True)
class Forest:
    """The sound register before anything is planted: one superior a body, level by level.

    Attributes:
        starts: number of the first body of each level; one more than there are levels.
        level: the level of each body, 0 for an apex.
        superior: the superior of each body; an apex is its own.
        below: number of bodies below each.
    """

    starts: Numbers
    level: Numbers
    superior: Numbers
    below: Numbers


def build_register(count: int, seed: int = 7) -> Register:
    """A register of so many bodies (20 to 10,000,000), the same for the same seed."""
    chance = np.random.default_rng([seed, count])
    forest = _grow_forest(count, chance)
    froms, tos, kinds = _plant(forest, chance)
    may_end = np.flatnonzero((forest.level > 0) & (forest.below <= count // 50))
    ended = np.zeros(count, dtype=np.bool_)
    ended[chance.choice(may_end, count // 50, replace=False)] = True
    row = chance.permutation(count)
    order = np.argsort(row)
    written = chance.permutation(len(froms))
    rows = np.append(row, UNKNOWN)  # UNKNOWN reads the last, and stays what it is
    return Register(
        codes=chance.permutation(count) * 7 + 13,
        apex=(forest.level == 0)[order],
        ended=ended[order],
        froms=rows[froms][written],
        tos=rows[tos][written],
        kinds=kinds[written],
    )


def _grow_forest(count: int, chance: np.random.Generator) -> Forest:
    power = min(max(round(np.log10(count)), 2), 7)
    deepest, apexes = LEVELS[power], APEXES[power]
    place = np.arange(1, deepest + 1)
    weight = np.exp(-0.5 * ((place - 0.62 * deepest) / (0.24 * deepest)) ** 2)
    sizes = np.maximum(1, (weight / weight.sum() * (count - apexes)).astype(np.int64))
    for level in range(deepest):  # none more than 40 times the one above: narrow at the top
        sizes[level] = min(sizes[level], 40 * (sizes[level - 1] if level else apexes))
    sizes[np.argmax(sizes)] += count - apexes - sizes.sum()
    starts = np.concatenate([[0, apexes], apexes + np.cumsum(sizes)])
    superior = np.arange(count)
    for upper, lower, end in zip(starts, starts[1:], starts[2:], strict=False):
        weights = np.cumsum(np.minimum(chance.pareto(1.3, lower - upper) + 0.05, 2_000))
        drawn = np.searchsorted(weights, chance.random(end - lower) * weights[-1])
        superior[lower:end] = upper + np.minimum(drawn, lower - upper - 1)
    below = np.zeros(count, dtype=np.int64)
    for lower, end in zip(starts[-2:0:-1], starts[:1:-1], strict=True):
        bodies = np.arange(lower, end)
        np.add.at(below, superior[bodies], below[bodies] + 1)
    return Forest(starts, np.repeat(np.arange(deepest + 1), np.diff(starts)), superior, below)


def _plant(forest: Forest, chance: np.random.Generator) -> tuple[Numbers, Numbers, Numbers]:
    """All relations, faults and all: where each starts, where it leads, and its kind."""
    count = len(forest.level)
    answers = forest.level > 0
    small = max(2, int(count**0.25) - 2)  # one cut higher up would orphan half of a council
    low = np.flatnonzero((2 * forest.level > forest.level.max()) & (forest.below <= small))
    answers[chance.choice(low, min(len(low), max(1, count // 100)), replace=False)] = False
    doubled, second = _draw_second_superiors(forest, answers, chance)
    upper, lower = _draw_rings(forest, answers, chance)
    closed = (chance.random(len(upper)) < 2 / 3) & (forest.below[upper] <= 20 * small)
    answers[upper[closed]] = False  # the top of a closed ring loses its way up
    own = chance.choice(count, min(50, max(1, count // 500)), replace=False)
    first = np.flatnonzero(answers)
    froms = np.concatenate([first, doubled, upper, own])
    tos = np.concatenate([forest.superior[first], second, lower, own])
    dangling = chance.integers(0, count, max(1, len(froms) // 200))
    nowhere = np.full(len(dangling), UNKNOWN)
    backward = chance.random(len(dangling)) < 0.1
    others = count // 5
    kinds = np.zeros(len(froms) + len(dangling), dtype=np.int64)
    return (
        np.concatenate(
            [froms, np.where(backward, nowhere, dangling), chance.integers(0, count, others)]
        ),
        np.concatenate(
            [tos, np.where(backward, dangling, nowhere), chance.integers(0, count, others)]
        ),
        np.concatenate([kinds, chance.integers(1, len(RELATION_KINDS), others)]),
    )


def _draw_second_superiors(
    forest: Forest, answers: Flags, chance: np.random.Generator
) -> tuple[Numbers, Numbers]:
    """A twentieth of the bodies answer to another as well, one level up or two."""
    bodies = chance.choice(np.flatnonzero(forest.level > 0), len(answers) // 20, replace=False)
    level = forest.level[bodies]
    level = np.where((chance.random(len(bodies)) < 0.8) | (level == 1), level - 1, level - 2)
    start, end = forest.starts[level], forest.starts[level + 1]
    second = start + (chance.random(len(bodies)) * (end - start)).astype(np.int64)
    kept = (second != forest.superior[bodies]) & answers[bodies]
    return bodies[kept], second[kept]


def _draw_rings(
    forest: Forest, answers: Flags, chance: np.random.Generator
) -> tuple[Numbers, Numbers]:
    """A body one to three steps up comes to answer to one below it: who, and to whom."""
    low = np.flatnonzero((forest.level >= min(4, forest.level.max())) & answers)
    cycles = min(len(low), 300, max(2, len(answers) // 50))
    lower = chance.choice(low, cycles, replace=False)
    upper = forest.superior[lower]
    for _ in range(2):
        up = (chance.random(cycles) < 0.6) & (forest.level[upper] >= 2)
        upper = np.where(up, forest.superior[upper], upper)
    return upper, lower


def write_register(register: Register, folder: Path, form: str = "csv") -> None:
    """Write the tables `bodies` and `relations` of a register, as `csv` or `parquet`."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"bodies": tabulate_bodies(register), "relations": tabulate_relations(register)}
    for name, table in tables.items():
        write = table.write_parquet if form == "parquet" else table.write_csv
        write(folder / f"{name}.{form}")


def make_identifiers(codes: Numbers) -> pl.Series:
    """Identifiers as public registers write them, from the codes of bodies."""
    numbers = pl.Series("number", codes).cast(pl.String).str.zfill(8)
    return (_pick(REGISTRIES, codes) + "-" + numbers).alias("id")


def _pick(words: tuple[str | None, ...], numbers: Numbers) -> pl.Series:
    """A word for each number, counted round and round."""
    return pl.Series(words).gather(numbers % len(words))


def tabulate_bodies(register: Register) -> pl.DataFrame:
    """The table `bodies` of a register."""
    codes = register.codes
    kinds = _pick(BODY_KINDS, codes // 64)
    return pl.DataFrame(
        {
            "id": make_identifiers(codes),
            "name": _pick(PURPOSES, codes)
            + " "
            + _pick(FORMS, codes // 8)
            + " "
            + pl.Series(codes).cast(pl.String),
            "kind": kinds.zip_with(pl.Series(~register.apex), pl.Series([APEX_KIND])),
            "apex": _pick((None, "true"), register.apex.astype(np.int64)),
            "status": _pick(("active", "ended"), register.ended.astype(np.int64)),
        }
    )


def tabulate_relations(register: Register) -> pl.DataFrame:
    """The table `relations` of a register."""
    places = np.arange(len(register.froms))
    unknown = "XX-" + pl.Series(places).cast(pl.String).str.zfill(8)

    def name(ends: Numbers) -> pl.Series:
        written = make_identifiers(register.codes[np.maximum(ends, 0)])
        return written.zip_with(pl.Series(ends != UNKNOWN), unknown)

    kinds = _pick(RELATION_KINDS, register.kinds)
    return pl.DataFrame({"from": name(register.froms), "kind": kinds, "to": name(register.tos)})


def main() -> None:
    """Write a register to a folder."""
    parser = argparse.ArgumentParser(description="Write a made-up register of public bodies.")
    parser.add_argument("count", type=int, help="number of bodies, 20 to 10,000,000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--form", choices=("csv", "parquet"), default="csv")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    given = parser.parse_args()
    write_register(build_register(given.count, given.seed), given.out, given.form)


if __name__ == "__main__":
    main()
