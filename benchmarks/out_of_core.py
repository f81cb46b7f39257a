"""What it costs to check a register in less memory than it takes, beside DuckDB with as much.

    python -m benchmarks.out_of_core /scratch/register --memory 2GB --work /scratch

Every contestant works in a process of its own. Times are seconds of the processor, all threads
together. *Held* is memory that the system cannot take back (anonymous pages, looked at fifty times
a second), *resident* what was in memory at the most, files that are mapped among it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.contestants.by_duckdb import Duckdb
from benchmarks.contestants.contestant import LINE

CONTESTANTS = ("in memory", "out of core", "DuckDB")


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


def command(name: str, folder: Path, memory: str, work: Path) -> list[str]:
    """What runs a contestant."""
    if name == "DuckDB":
        return [sys.executable, "-m", "benchmarks.out_of_core", str(folder), "--one", memory,
                "--work", str(work)]  # fmt: skip
    room = ["--memory", memory if name == "out of core" else "1TB", "--work-dir", str(work)]
    check = ["check", str(folder), "--isolated", "--exit-zero", *room]
    return [sys.executable, "-m", "govgraph", *check]


def watch(told: list[str]) -> tuple[float, float, float, str]:
    """Run a command: seconds of the processor, gigabytes held and resident, the last it says."""
    held = 0
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        status = Path(f"/proc/{running.pid}/status")
        while not os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            lines = status.read_text().splitlines()
            held = max([held, *(int(a.split()[1]) for a in lines if a.startswith("RssAnon"))])
            time.sleep(0.02)
        said = running.stdout.read().decode() if running.stdout else ""
        _, code, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(code)
    last = [line for line in said.splitlines() if line.strip()][-2:]
    said = "" if running.returncode == 0 else f"ended with {running.returncode}: {last}"
    return used.ru_utime + used.ru_stime, held / 1e6, used.ru_maxrss / 1e6, said


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("register", type=Path)
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--only", action="append", choices=CONTESTANTS)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        contestant = LargeDuckdb(asked.one, asked.work)
        contestant.load(asked.register)
        print(contestant.check())
        return
    print("| | seconds | GB held | GB resident |\n| --- | ---: | ---: | ---: |")
    for name in asked.only or CONTESTANTS:
        told = command(name, asked.register, asked.memory, asked.work)
        seconds, held, resident, said = watch(told)
        print(f"| {name} | {seconds:.1f} | {held:.2f} | {resident:.2f} | {said}", flush=True)


if __name__ == "__main__":
    main()
