"""Measures every contestant in turn, each in a process of its own, and keeps what it measured.

    python -m benchmarks.measure build/benchmarks

The contestants take turns, so that a machine that slows down slows all of them. The answers are
compared as they come in: two that differ end the run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.peers import CONTESTANTS, FROM_PARQUET

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
PEERS_TO = 1_000_000
RUNS = {10_000: 5, 100_000: 5, 1_000_000: 5, 10_000_000: 1}
ONCE = {("networkx", 1_000_000)}
"""What takes minutes is measured once."""


def main() -> None:
    """Measure what is not measured yet."""
    parser = argparse.ArgumentParser(description="Measure every contestant.")
    parser.add_argument("folder", type=Path, help="where registers and measurements are kept")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the largest register")
    given = parser.parse_args()
    for size in SIZES:
        if size <= given.largest:
            measure_size(given.folder, size)


def measure_size(folder: Path, size: int) -> None:
    """Measure everything on one register, so many times."""
    register = folder / str(size)
    for form in ("csv", "parquet"):
        made = find_register(register, form)
        if not (made / f"relations.{form}").exists():
            # In a process of its own: what this one has held counts as held by all it starts.
            make = [sys.executable, "-m", "benchmarks.registers", str(size), "--form", form]
            subprocess.run([*make, "--out", str(made)], check=True)
    if size <= PEERS_TO and not (register / "govgraph-index.sqlite").exists():
        subprocess.run([sys.executable, "-m", "govgraph", "index", str(register)], check=True)
    kept = folder / "measured.jsonl"
    known = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    done = {(row["name"], row["size"], row["run"]) for row in map(json.loads, known)}
    for run in range(RUNS[size]):
        for name, command in commands(register, size).items():
            if (name, size, run) in done or (run and (name, size) in ONCE):
                continue
            measured = measure(command)
            row = {"name": name, "size": size, "run": run, **measured}
            with kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
    compare(kept, size)


def find_register(register: Path, form: str) -> Path:
    """The folder of a register in a form."""
    return register if form == "csv" else register.with_name(f"{register.name}-{form}")


def commands(register: Path, size: int) -> dict[str, list[str]]:
    """What is run on a register of a size, by name."""
    python, path = [sys.executable, "-m"], str(register)
    parquet = str(find_register(register, "parquet"))
    found = {
        "floor": [*python, "benchmarks.floor", path],
        "floor, Parquet": [*python, "benchmarks.floor", parquet],
        FROM_PARQUET: [*python, "benchmarks.peers", "govgraph", parquet],
        "alone": [*python, "benchmarks.alone", path],
        "command": [*python, "govgraph", "check", path, "--register", "--select", "GG10"],
    }
    if size <= PEERS_TO:
        with (register / "bodies.csv").open(encoding="utf-8") as file:
            body = [next(file) for _ in range(5)][-1].partition(",")[0]
        found["asked"] = [*python, "govgraph", "chain", path, body, "--register"]
    for name in CONTESTANTS:
        if size <= PEERS_TO or name == "govgraph":
            found[name] = [*python, "benchmarks.peers", name, path]
    return found


def measure(command: list[str]) -> dict[str, Any]:
    """Run one process, its compiled modules kept; what it printed, and its times as a whole."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    clock = time.perf_counter() - start
    after = os.times()
    if done.returncode not in {0, 1} or (done.stderr and command[2] != "govgraph"):
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    processor = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    whole = {"clock": clock, "processor": processor}
    told = json.loads(done.stdout) if command[2] != "govgraph" else {}
    return {"whole": whole, **told}


def compare(kept: Path, size: int) -> None:
    """End the run if two contestants answered differently on one register."""
    answers: dict[str, str] = {}
    for row in map(json.loads, kept.read_text(encoding="utf-8").splitlines()):
        if row["name"] in (*CONTESTANTS, FROM_PARQUET) and row["size"] == size:
            answers.setdefault(json.dumps(row["answer"]), row["name"])
    if len(answers) > 1:
        sys.exit(f"{size:,} bodies: " + "; ".join(f"{n}: {a}" for a, n in answers.items()))


if __name__ == "__main__":
    main()
