"""What it costs to write every finding of a register, beside the check that only counts.

    python -m benchmarks.findings build/register --runs 3

runs `govgraph check` in each form, every time in a process of its own, and prints a table. Times
are seconds of the processor, all threads together; memory is the most that a process had.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

FORMS = ("text", "parquet", "jsonl", "csv")
MOST_TIMES = {"parquet": 2.0, "jsonl": 3.0, "csv": 3.0}
"""How many times as long as the check alone a form may take."""
MOST_MORE = 200
"""Megabytes more than the check alone that a form may take."""


def run_once(register: Path, form: str, output: Path) -> tuple[float, float]:
    """One check: seconds of the processor, and megabytes."""
    told = ["--format", form, "-o", str(output), "--exit-zero"]
    command = [sys.executable, "-m", "govgraph", "check", str(register), "--register", *told]
    with output.with_suffix(".talk").open("w") as talk:
        actions = [(os.POSIX_SPAWN_DUP2, talk.fileno(), end) for end in (1, 2)]
        child = os.posix_spawn(sys.executable, command, os.environ, file_actions=actions)
        _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(output.with_suffix(".talk").read_text())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(register: Path, runs: int) -> dict[str, tuple[float, float, int]]:
    """For each form the median seconds and megabytes, and how many bytes it writes."""
    taken: dict[str, list[tuple[float, float]]] = {form: [] for form in FORMS}
    sizes = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            for form in FORMS:
                output = Path(folder) / f"findings.{form}"
                taken[form].append(run_once(register, form, output))
                sizes[form] = output.stat().st_size
    return {
        form: (*(median(column) for column in zip(*some, strict=True)), sizes[form])
        for form, some in taken.items()
    }


def tell(measured: dict[str, tuple[float, float, int]]) -> str:
    """The table in Markdown."""
    alone, held, _ = measured["text"]
    lines = [
        "| findings as | seconds | times the check | MB | more MB | written, MB | met |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for form, (seconds, megabytes, size) in measured.items():
        more = megabytes - held
        met = seconds <= MOST_TIMES.get(form, 1) * alone and more <= MOST_MORE
        lines.append(
            f"| {'counted' if form == 'text' else form} | {seconds:.1f} | {seconds / alone:.1f} "
            f"| {megabytes:.0f} | {more:.0f} | {size / 1e6:.0f} | {'yes' if met else 'no'} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("register", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    print(tell(measure(asked.register, asked.runs)))


if __name__ == "__main__":
    main()
