"""Writes what was measured as benchmarks/RESULTS.md, with a plot of how times grow.

python -m benchmarks.results build/benchmarks
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
from importlib.metadata import version
from pathlib import Path
from textwrap import fill
from typing import Any

from benchmarks.growth_plot import draw_growth
from benchmarks.peers import CONTESTANTS, FROM_PARQUET

HERE = Path(__file__).parent
MILLION = 1_000_000
TARGETS = {"networkx": 400, "rustworkx": 20, "igraph": 10, "DuckDB": 8}
"""How many times faster than each the check alone is to be, at a million bodies."""
LIBRARIES = ("numpy", "polars", "networkx", "rustworkx", "igraph", "duckdb")
RULES = ("GG101 to GG109", "GG110", "GG111 to GG113")

INTRODUCTION = """\
Made by `benchmarks/run`. Every contestant reads the same CSV and builds its own graph of the lines
that hold (*load*), answers the rules GG101 to GG109 (*check*), then how long the longest chain is,
for GG111 (*depth*). Their answers were compared,
number by number, and are the same. govgraph gives every finding as well: body, relation and place;
the others a number for each rule. It is measured from the same tables as Parquet too. The *floor*
is the least that any way with these libraries does: parse, hash, number (`benchmarks/floor.py`). It
reads neither names nor kinds of bodies, holds nothing against a second hash, and finds no fault.
Times are **seconds of the processor**, all threads together, medians of several processes that took
turns; imports and the interpreter's start are counted apart. On two free cores the clock runs less
than that where Polars or DuckDB use both. Only ratios travel to other machines."""
AIMS = """\
Seconds are aimed at by the clock; those of the processor stand in brackets. How many times faster
the check is to be was set from measurements of a check that includes the longest chain (networkx
90 s, rustworkx 5.6 s, igraph 2.4 s, DuckDB 1.8 s, this way of working 0.15 s); *check and depth* is
that. Both are told, as the rules GG101 to GG109 alone ask for no depth."""
STAGES = ("load", "check", "depth")
FLOORS = ("floor", "floor, Parquet")
BUSY = 1.0
"""From how many times its work a process must take for the machine to be called busy: on a quiet
one it is 0.8, as some of the work is done on both cores at once."""

BEGINS, ENDS = "<!-- measured: benchmarks/run writes what stands here -->", "<!-- end -->"
"""Between what the measurements stand in the guide."""

Rows = list[dict[str, Any]]


class Measured:
    """What was measured, medians over the runs."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def of(self, name: str, size: int) -> Rows:
        """Every run of one contestant on one register."""
        return [row for row in self.rows if row["name"] == name and row["size"] == size]

    def time(self, name: str, size: int, *stages: str, by: str = "processor") -> float:
        """Seconds for some stages together."""
        runs = self.of(name, size)
        return float(statistics.median(sum(r["stages"][s][by] for s in stages) for r in runs))

    def whole(self, name: str, size: int, by: str = "processor") -> float:
        """Seconds for the process as a whole."""
        return float(statistics.median(row["whole"][by] for row in self.of(name, size)))

    def memory(self, name: str, size: int) -> int:
        """The most memory of any run, in megabytes."""
        return max(int(row["megabytes"]) for row in self.of(name, size))

    @property
    def sizes(self) -> list[int]:
        """The sizes measured."""
        return sorted({row["size"] for row in self.rows})


def main() -> None:
    """Write the page and the plot."""
    parser = argparse.ArgumentParser(description="Write what was measured.")
    parser.add_argument("folder", type=Path, help="where the measurements are kept")
    lines = (parser.parse_args().folder / "measured.jsonl").read_text(encoding="utf-8")
    measured = Measured([json.loads(line) for line in lines.splitlines()])
    curves = {
        name: [
            (size, measured.time(name, size, "load", "check"))
            for size in measured.sizes
            if measured.of(name, size)
        ]
        for name in CONTESTANTS
    }
    curves["floor"] = [(size, measured.time("floor", size, "floor")) for size in measured.sizes]
    (HERE / "growth.svg").write_text(draw_growth(curves), encoding="utf-8")
    (HERE / "RESULTS.md").write_text(write_page(measured), encoding="utf-8")
    guide = HERE.parent / "docs" / "scale.md"
    before, _, rest = guide.read_text(encoding="utf-8").partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    told = f"{before}{BEGINS}\n\n{_tell_guide(measured)}\n{ENDS}{after}"
    guide.write_text(told, encoding="utf-8")


def write_page(measured: Measured) -> str:
    """The page."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    waited = statistics.median(
        row["whole"]["clock"] / row["whole"]["processor"] for row in measured.rows
    )
    busy = f"Over all processes the clock ran {waited:.1f} times as long as the processor worked: "
    busy += "others used the machine." if waited > BUSY else "the machine was quiet."
    parts = ["# What a register costs\n", f"{INTRODUCTION}\n", f"{busy}\n"]
    parts += [f"{machine}; {versions}.\n"]
    parts += [_tell_peers(measured, size) for size in measured.sizes if size <= MILLION]
    parts += [_tell_targets(measured)] if MILLION in measured.sizes else []
    parts += [_tell_growth(measured), _tell_lost(measured)]
    return "\n".join(parts)


def _table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def _tell_peers(measured: Measured, size: int) -> str:
    rows = []
    own, own_depth = (measured.time("govgraph", size, stage) for stage in ("check", "depth"))
    for name in ("govgraph", FROM_PARQUET, *[each for each in CONTESTANTS if each != "govgraph"]):
        load, check, depth = (measured.time(name, size, stage) for stage in STAGES)
        rows.append(
            [
                name,
                f"{load:.3f}",
                f"{check:.3f}",
                f"{check / own:.1f}",
                f"{depth:.3f}",
                f"{(check + depth) / (own + own_depth):.1f}",
                f"{load + check:.3f}",
                str(measured.memory(name, size)),
                str(len(measured.of(name, size))),
            ]
        )
    for name in FLOORS:
        floor = f"{measured.time(name, size, 'floor'):.3f}"
        rows.append([name, "", "", "", "", "", floor, str(measured.memory(name, size)), ""])
    times = "times govgraph's"
    headings = ["", "load", "check", times, "depth", f"check and depth, {times}"]
    headings += ["load and check", "MB", "runs"]
    return f"## {size:,} bodies\n\n" + _table(headings, rows)


def _tell_guide(measured: Measured) -> str:
    """What the guide to scale says of it."""
    rows = []
    for size in measured.sizes:
        load, check = (measured.time("govgraph", size, stage) for stage in ("load", "check"))
        others = measured.time("alone", size, *RULES[1:])
        memory = f"{measured.memory('govgraph', size):,} MB"
        rows.append([f"{size:,}", f"{load:.2f}", f"{check:.2f}", f"{others:.2f}", memory])
    headings = ["bodies", "load", "check, GG101 to GG109", "the other four rules", "memory"]
    told = _table(headings, rows)
    if MILLION not in measured.sizes:
        return told
    peers = [name for name in CONTESTANTS if name != "govgraph"]
    times = [
        f"{name} {measured.time(name, MILLION, 'load', 'check'):.1f} s and "
        f"{measured.memory(name, MILLION):,} MB"
        for name in peers
    ]
    chains = measured.time("alone", MILLION, "10,000 chains")
    asked = measured.whole("asked", MILLION)
    words = (
        f"At a million bodies load and check take {', '.join(times)}, each with the same answers. "
        f"Ten thousand chains take {chains:.2f} s once a million bodies are loaded, and one chain "
        f"asked of an index {asked:.2f} s as a cold process."
    )
    return f"{told}\n{fill(words, 100)}\n"


def _tell_targets(measured: Measured) -> str:
    """What was aimed at, for a million bodies, and what was reached."""
    m = measured
    both = m.time("govgraph", MILLION, "load", "check")
    clock = m.time("govgraph", MILLION, "load", "check", by="clock")
    command, asked = (m.whole(name, MILLION, "clock") for name in ("command", "asked"))
    rows = [
        _seconds("load and check", 0.7, clock, both),
        _seconds("the whole cold command", 1.2, command, m.whole("command", MILLION)),
        _seconds("a chain from the index, cold", 0.15, asked, m.whole("asked", MILLION)),
    ]
    for stage, name, most in (
        ("10,000 chains", "10,000 chains", 0.1),
        ("GG110", "single points of failure", 0.7),
    ):
        by_clock, by_processor = (
            m.time("alone", MILLION, stage, by=by) for by in ("clock", "processor")
        )
        rows.append(_seconds(name, most, by_clock, by_processor))
    memory = m.memory("govgraph", MILLION)
    rows.append(["memory", "500 MB", f"{memory} MB", _format(met=memory <= 500)])
    for name, floor in zip(("govgraph", FROM_PARQUET), FLOORS, strict=True):
        form = floor.partition(", ")[2]
        times = m.time(name, MILLION, "load") / m.time(floor, MILLION, "floor")
        aims = (
            ["", f"{times:.1f}", ""] if form else ["1.8", f"{times:.1f}", _format(met=times <= 1.8)]
        )
        rows.append([f"load{form and f' from {form}'}, times its floor", *aims])
    for words, stages in (("check", ("check",)), ("check and depth", ("check", "depth"))):
        own = m.time("govgraph", MILLION, *stages)
        for name, target in TARGETS.items():
            times = m.time(name, MILLION, *stages) / own
            told = f"{words} alone, times faster than {name}"
            rows.append([told, str(target), f"{times:.0f}", _format(met=times >= target)])
    large = 10 * MILLION
    if large in m.sizes:
        by_clock, by_processor = (
            m.time("govgraph", large, "load", "check", by=by) for by in ("clock", "processor")
        )
        memory = m.memory("govgraph", large)
        rows.append(_seconds("10,000,000 bodies, load and check", 9, by_clock, by_processor))
        rows.append(
            [
                "10,000,000 bodies, memory",
                "3,000 MB",
                f"{memory:,} MB",
                _format(met=memory <= 3_000),
            ]
        )
    words = f"{AIMS}\n\n"
    headings = ["1,000,000 bodies", "aimed at", "reached", "met"]
    return f"## Aimed at and reached\n\n{words}" + _table(headings, rows)


def _seconds(name: str, most: float, clock: float, processor: float) -> list[str]:
    return [name, f"{most:g} s", f"{clock:.2f} s ({processor:.2f} s)", _format(met=clock <= most)]


def _format(*, met: bool) -> str:
    return "yes" if met else "no"


def _tell_growth(measured: Measured) -> str:
    """How times grow with size: the power of the size that fits them best."""
    curves = {
        name: [
            (size, measured.time(name, size, "load", "check"))
            for size in measured.sizes
            if measured.of(name, size)
        ]
        for name in CONTESTANTS
    }
    for rule in RULES:
        times = [(size, measured.time("alone", size, rule)) for size in measured.sizes]
        curves[f"govgraph, {rule}"] = times
    rows = []
    for name, points in curves.items():
        if len(points) > 1:
            cells = [f"{time:.2f}" for _, time in points]
            cells += [""] * (len(measured.sizes) - len(points))
            rows.append([name, *cells, f"{_fit(points):.2f}"])
    headings = ["load and check", *(f"{size:,}" for size in measured.sizes), "power"]
    return (
        "## Growth\n\n![Seconds by number of bodies](growth.svg)\n\n"
        "The last column is the power of the number of bodies that fits the times best, by least "
        "squares of the logarithms: 1 is twice the time for twice the bodies.\n\n"
        + _table(headings, rows)
    )


def _fit(points: list[tuple[int, float]]) -> float:
    return statistics.linear_regression(
        [math.log(size) for size, _ in points], [math.log(time) for _, time in points]
    ).slope


def _tell_lost(measured: Measured) -> str:
    """Every size and contestant that was quicker or smaller than govgraph."""
    lost = []
    for size in measured.sizes:
        for name in CONTESTANTS:
            if name == "govgraph" or not measured.of(name, size):
                continue
            for words, stages in (
                ("import", ("import",)),
                ("load", ("load",)),
                ("check", ("check",)),
                ("depth", ("depth",)),
                ("load and check", ("load", "check")),
            ):
                own, other = (measured.time(one, size, *stages) for one in ("govgraph", name))
                if other < own:
                    lost.append(
                        f"- {words}, {size:,} bodies: {name} {other:.3f} s, govgraph {own:.3f} s"
                    )
            own_memory, other_memory = (measured.memory(one, size) for one in ("govgraph", name))
            if other_memory < own_memory:
                told = f"{name} {other_memory} MB, govgraph {own_memory} MB"
                lost.append(f"- memory, {size:,} bodies: {told}")
    told = "\n".join(lost or ["- nowhere"])
    return f"## What lost\n\nWherever a contestant was better than govgraph:\n\n{told}\n"


if __name__ == "__main__":
    main()
