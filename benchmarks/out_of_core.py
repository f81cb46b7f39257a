"""What it costs to check a register in less memory than it takes, beside DuckDB with as much.

    python -m benchmarks.out_of_core /scratch/register --memory 2GB --work /scratch

Every contestant works in a process of its own. Times are seconds of the processor, all threads
together. *Held* is memory that the system cannot take back (anonymous pages, looked at fifty times
a second), *resident* what was in memory at the most, files that are mapped among it. `--group`
names a group of processes (a folder of the system's `cgroup`) whose memory is limited, pages of
files among it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.contestants.by_duckdb import Duckdb
from benchmarks.contestants.by_govgraph import Govgraph
from benchmarks.contestants.by_polars import Polars
from benchmarks.contestants.contestant import LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL_RULES = ("in memory", "out of core")
SAME_RULES = ("GG101 to GG109", "DuckDB", "Polars")
"""Contestants that answer the same questions, and have to give the same answers."""


class LargeGovgraph(Govgraph):
    """govgraph out of core, with so much memory."""

    def __init__(self, memory: str, work: Path) -> None:
        super().__init__()
        self._memory, self._work = memory, work

    def load(self, folder: Path) -> None:
        """Columns in files."""
        from govgraph import registers

        register = registers.load(folder, memory=self._memory, work_dir=self._work)
        self.graph = registers.build_graph(register)


class LargeDuckdb(Duckdb):
    """The same from Parquet, with a database on the disk and so much memory."""

    def __init__(self, memory: str, work: Path) -> None:
        self._memory, self._work = memory, work

    def load(self, folder: Path) -> None:
        """With its own reader."""
        import duckdb

        self.database = duckdb.connect(str(self._work / "register.duckdb"))
        self._run(f"set threads = 2; set memory_limit = '{self._memory}'")
        self._run(f"set temp_directory = '{self._work}'; set preserve_insertion_order = false")
        tables = {"folder": str(folder), "line": LINE}
        self._run(
            """create table body as select (row_number() over ())::int i, id, kind,
            apex = 'true' as apex, status <> 'ended' as here
            from read_parquet('{folder}/bodies/*.parquet')""",
            **tables,
        )
        self._run(
            """create table relation as select f.i s, t.i t, r.kind,
            coalesce(f.here and t.here, false) holds
            from read_parquet('{folder}/relations/*.parquet') r
            left join body f on f.id = r."from" left join body t on t.id = r."to" """,
            **tables,
        )
        self._run(
            """create table line as select distinct s, t from relation
            where kind = '{line}' and holds and s <> t""",
            **tables,
        )


def make(name: str, memory: str, work: Path) -> LargeGovgraph | LargeDuckdb | Polars:
    """One of those that answer the same questions."""
    if name == "Polars":
        return Polars(work)
    return (LargeDuckdb if name == "DuckDB" else LargeGovgraph)(memory, work)


def command(name: str, folder: Path, memory: str, work: Path) -> list[str]:
    """What runs a contestant."""
    if name in SAME_RULES:
        return [sys.executable, "-m", "benchmarks.out_of_core", str(folder), "--one", name,
                "--memory", memory, "--work", str(work)]  # fmt: skip
    room = ["--memory", memory if name == "out of core" else "1TB", "--work-dir", str(work)]
    check = ["check", str(folder), "--isolated", "--exit-zero", *room]
    return [sys.executable, "-m", "govgraph", *check]


@dataclass(frozen=True, slots=True)
class Watched:
    """How a process went.

    Attributes:
        seconds: of the processor.
        clock: seconds by the clock.
        held: gigabytes that the system could not take back, at the most.
        resident: gigabytes in memory at the most.
        code: what it ended with.
        lines: what it said.
    """

    seconds: float
    clock: float
    held: float
    resident: float
    code: int
    lines: Sequence[str]


def watch(told: list[str]) -> Watched:
    """Run a command."""
    held, begun = 0, time.monotonic()
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        status = Path(f"/proc/{running.pid}/status")
        while not os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            lines = status.read_text().splitlines()
            held = max([held, *(int(a.split()[1]) for a in lines if a.startswith("RssAnon"))])
            time.sleep(0.02)
        said = running.stdout.read().decode() if running.stdout else ""
        _, code, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(code)
    lines = [line for line in said.splitlines() if line.strip()]
    seconds, clock = used.ru_utime + used.ru_stime, time.monotonic() - begun
    return Watched(seconds, clock, held / 1e6, used.ru_maxrss / 1e6, running.returncode, lines)


def confine(told: list[str], group: Path | None) -> list[str]:
    """The same command within a group of processes."""
    enter = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
    return ["sh", "-c", enter, str(group), *told] if group else told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("register", type=Path)
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--only", action="append", choices=(*ALL_RULES, *SAME_RULES))
    parser.add_argument("--group", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        contestant = make(asked.one, asked.memory, asked.work)
        contestant.load(asked.register)
        print(dict(sorted(contestant.check().items())))
        return
    answers = set()
    print("| | seconds | by the clock | GB held | GB resident |\n| --- |" + " ---: |" * 4)
    for name in asked.only or (*ALL_RULES, *SAME_RULES):
        with TemporaryDirectory(dir=asked.work) as work:
            told = command(name, asked.register, asked.memory, Path(work))
            one = watch(confine(told, asked.group))
        ended = f"ended with {one.code}: {one.lines[-2:]}" if one.code else ""
        took = f"{one.seconds:.1f} | {one.clock:.0f} | {one.held:.2f} | {one.resident:.2f}"
        print(f"| {name} | {took} | {ended}", flush=True)
        if name in SAME_RULES and not one.code:
            answers.add(one.lines[-1])
    if len(answers) > 1:
        sys.exit("\n".join(["they answer differently:", *sorted(answers)]))


if __name__ == "__main__":
    main()
