"""One register checked by the table, by Sail and by Spark itself, in one run: benchmarks/SPARK.md.

    python -m benchmarks.engines build/benchmarks

Each engine checks the same Parquet by all rules in a process of its own, cold; the numbers of
findings are compared by rule before the clocks are. Spark writes its log of events, from which
what each round shuffles is read. It needs `SPARK_HOME` (see `benchmarks/local_spark.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.events import read_events
from benchmarks.local_spark import run_spark, why_not
from benchmarks.measure import measure
from benchmarks.registers import build_register, write_register

HERE = Path(__file__).parent
FEW = 2_000_000
"""Lines that are left to this machine unless told otherwise: all of this register's."""
ROUNDS = 100_000
"""The same where a register is to be worked out as one many times as large would be."""
AIMS = {
    "table": (1.4, 0.5),
    "Sail": (4.1, 0.5),
    "Spark local[2]": (63, 3.2),
    "Sail, in rounds": None,
    "Spark local[2], in rounds": None,
}
"""Seconds and gigabytes that were set from a sketch of five of the rules' numbers."""
LOGGED = {
    "spark_eventLog_compress": "false",
    "spark_eventLog_enabled": "true",
    "spark_sql_autoBroadcastJoinThreshold": "-1",
}
"""A smaller run is logged, in which nothing is small enough to be sent to all machines, and almost
all is left to rounds: so it is with a register a thousand times as large."""
COUNT, LOGGED_COUNT = 1_000_000, 100_000
INTRODUCTION = """\
Made by `benchmarks/engines.py`: {count:,} bodies and {relations:,} relations as Parquet, the rules
GG101 to GG113, every finding worked out, counted by rule, kind and area, in a cold process each,
one after another. The numbers of findings are the same, rule by rule. What is left of a register
once it is {few:,} lines this machine works out, so all of this one when its lines are told apart;
*in rounds* it does so from {rounds:,} lines, as with a register many times as large. Seconds are
those of the **processor**, all threads and the server included; in brackets those of the clock,
which ran {waited:.1f} times as long as two free cores would have needed. Aims are by the clock of a
quiet machine, and were set from a sketch that counted five of these things in a few rounds; the
sketch itself takes 5.6 s of the processor on Sail.

{machine}; {versions}.
"""


def main() -> None:
    """Measure what is not measured yet, and write the page when all is."""
    parser = argparse.ArgumentParser(description="Measure the table, Sail and Spark.")
    parser.add_argument("folder", type=Path, help="where registers and measurements are kept")
    parser.add_argument("--only", choices=[*AIMS, "log"], help="one of them, for a busy machine")
    given = parser.parse_args()
    if why_not():
        sys.exit(why_not())
    folder = given.folder.absolute()
    kept = {name: folder / f"engine-{name.replace(' ', '-')}.json" for name in AIMS}
    for name, path in kept.items():
        if not path.exists() and given.only in {None, name}:
            register = write_parquet(folder, COUNT)
            few = ROUNDS if name.endswith("rounds") else FEW
            if name.startswith("Spark"):
                measured = run_on_spark(register, folder / "spark", {}, few=few)
            else:
                measured = run(name, register, few)
            path.write_text(json.dumps(measured), encoding="utf-8")
    logged = folder / "spark-logged"
    if not logged.exists() and given.only in {None, "log"}:
        run_on_spark(write_parquet(folder, LOGGED_COUNT), logged, LOGGED, few=LOGGED_COUNT // 100)
    if given.only is None:
        measured = {name: json.loads(path.read_text()) for name, path in kept.items()}
        (HERE / "SPARK.md").write_text(write_page(measured, logged), encoding="utf-8")


def write_parquet(folder: Path, count: int) -> Path:
    """The register of the other measurements, as Parquet."""
    import polars

    written, register = folder / str(count), folder / f"{count}-parquet"
    if not (written / "relations.csv").exists():
        write_register(build_register(count), written)
    register.mkdir(parents=True, exist_ok=True)
    for name in ("bodies", "relations"):
        table = polars.read_csv(written / f"{name}.csv", infer_schema=False)
        table.write_parquet(register / f"{name}.parquet")
    return register


def run(name: str, register: Path, few: int, address: str = "") -> dict[str, Any]:
    """One engine in a process of its own."""
    engine = re.split(r"\W", name)[0]
    command = [sys.executable, "-m", "benchmarks.one_engine", engine, str(register)]
    return measure([*command, str(few), *([address] if address else [])])


def run_on_spark(
    register: Path, folder: Path, settings: dict[str, str], *, few: int
) -> dict[str, Any]:
    """The same on Spark; the server's time and memory count."""
    events = folder / "events"
    shutil.rmtree(events, ignore_errors=True)
    events.mkdir(parents=True)
    if settings:
        settings |= {"spark_eventLog_dir": events.as_uri()}
    with run_spark(folder, spark_driver_memory="6g", **settings) as server:
        measured = run("Spark", register, few, server.address)
        processor, megabytes = server.used()
    measured["whole"]["processor"] += processor
    measured["megabytes"] += megabytes
    return measured


def write_page(measured: dict[str, dict[str, Any]], logged: Path) -> str:
    """The page.

    Raises:
        SystemExit: the engines found different things.
    """
    answers = {json.dumps(each["answer"], sort_keys=True) for each in measured.values()}
    if len(answers) > 1:
        sys.exit("the engines found different things: " + "; ".join(sorted(answers)))
    answer = measured["table"]["answer"]
    whole = [each["whole"] for each in measured.values()]
    waited = sum(w["clock"] for w in whole) * 2 / sum(w["processor"] for w in whole)
    libraries = ("pysail", "pyspark-client", "polars", "numpy")
    told = INTRODUCTION.format(
        count=COUNT,
        relations=answer["relations"],
        few=FEW,
        rounds=ROUNDS,
        waited=waited,
        machine=f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        versions=", ".join(f"{name} {version(name)}" for name in libraries) + f", {_java()}",
    )
    rows = [
        "| | whole process | aimed at | memory | aimed at |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, each in measured.items():
        aims = AIMS[name]
        seconds, gigabytes = (f"{aims[0]:g} s", f"{aims[1]:g} GB") if aims else ("", "")
        rows.append(
            f"| {name} | {each['whole']['processor']:.1f} s ({each['whole']['clock']:.1f} s) "
            f"| {seconds} | {each['megabytes'] / 1000:.1f} GB | {gigabytes} |"
        )
    found = ", ".join(f"{code} {n:,}" for code, n in sorted(answer.items()) if code[:2] == "GG")
    return "\n".join(
        [
            "# The table, Sail and Spark",
            "",
            told,
            *rows,
            "",
            f"Found by each: {found}.",
            "",
            read_events(logged / "events").tell(LOGGED_COUNT),
        ]
    )


def _java() -> str:
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True)
    return told.stderr.splitlines()[0].replace('"', "")


if __name__ == "__main__":
    main()
