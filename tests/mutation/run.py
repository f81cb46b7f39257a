"""Judges the tests by mutants: README.md beside this file.

uv run --group mutation python -m tests.mutation.run              what is not judged yet
uv run --group mutation python -m tests.mutation.run PATTERN...   these again: 'govgraph.graph.*'
uv run --group mutation python -m tests.mutation.run --sample ROOM...     few of drawing, formats, …
"""

import subprocess
import sys
from fnmatch import fnmatch

from tests.mutation.results import MUTANTS, PACKAGES, RESULTS, SAMPLED, read_mutants, write_results

QUICK, SLOW = 1.0, 8.0
"""Seconds of tests for a mutant at first, and for one that lived on."""
AT_ONCE = "2"


STATS = MUTANTS / "mutmut-stats.json"
FEW = 50
"""How many mutants of a room are a sample."""


def main(arguments: list[str]) -> None:
    """Judge by the quickest tests, then what lived on by more of them; then write it all down."""
    if arguments[:1] == ["--sample"]:
        for room in arguments[1:] or SAMPLED:
            STATS.unlink(missing_ok=True)  # of the tests of another room
            _judge_all(room, FEW, [])
    else:
        _judge_all("", 0, arguments)
    sys.stdout.write(f"\n{RESULTS}\n")


def _judge_all(room: str, most: int, patterns: list[str]) -> None:
    _judge(QUICK, room, most, patterns)
    survivors = [
        mutant.name
        for mutant in read_mutants([room] if room else PACKAGES)
        if mutant.fate in {"survived", "no tests", "suspicious"}
        and (not patterns or any(fnmatch(mutant.name, pattern) for pattern in patterns))
    ]
    if survivors:
        _judge(SLOW, room, 0, survivors)
    write_results(room)


def _judge(budget: float, room: str, most: int, names: list[str]) -> None:
    """Run mutmut, as it is made to run here, in a process of its own."""
    engine = [sys.executable, "-m", "tests.mutation.engine", str(budget), room, str(most)]
    subprocess.run([*engine, "run", "--max-children", AT_ONCE, *names], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
