"""Judges the tests by mutants: README.md beside this file.

uv run --group mutation python -m tests.mutation.run              what is not judged yet
uv run --group mutation python -m tests.mutation.run PATTERN...   these again: 'govgraph.graph.*'
uv run --group mutation python -m tests.mutation.run --sample ROOM...     fifty of drawing, ...
uv run --group mutation python -m tests.mutation.run --sample 2 ROOM...   fifty others
"""

import subprocess
import sys
from fnmatch import fnmatch

from tests.mutation.results import PACKAGES, RESULTS, read_mutants, read_sample, write_results
from tests.mutation.sample import ROOMS

QUICK, SLOW = 1.0, 8.0
"""Seconds of tests for a mutant at first, and for one that lived on."""
AT_ONCE = "2"


def main(arguments: list[str]) -> None:
    """Judge by the quickest tests, then what lived on by more of them; then write it all down."""
    if arguments[:1] == ["--sample"]:
        numbers = [int(each) for each in arguments if each.isdigit()] or [1]
        for room in [each for each in arguments[1:] if not each.isdigit()] or ROOMS:
            for number in numbers:
                _judge_all(room, number, [])
    else:
        _judge_all("", 0, arguments)
    sys.stdout.write(f"\n{RESULTS}\n")


def _judge_all(room: str, number: int, patterns: list[str]) -> None:
    _judge(QUICK, room, number, patterns)
    survivors = [
        mutant.name
        for mutant in (read_sample(room, number) if room else read_mutants(PACKAGES))
        if mutant.fate in {"survived", "no tests", "suspicious"}
        and (not patterns or any(fnmatch(mutant.name, pattern) for pattern in patterns))
    ]
    if survivors:
        _judge(SLOW, room, 0, survivors)
    write_results(room, number)


def _judge(budget: float, room: str, number: int, names: list[str]) -> None:
    """Run mutmut, as it is made to run here, in a process of its own."""
    engine = [sys.executable, "-m", "tests.mutation.engine", str(budget), room, str(number)]
    subprocess.run([*engine, "run", "--max-children", AT_ONCE, *names], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
