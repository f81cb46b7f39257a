"""Judges the tests of graph, analysis and checks by mutants: README.md beside this file.

uv run --group mutation python -m tests.mutation.run              what is not judged yet
uv run --group mutation python -m tests.mutation.run PATTERN...   these again: 'govgraph.graph.*'
"""

import subprocess
import sys
from fnmatch import fnmatch

from tests.mutation.results import RESULTS, read_mutants, write_results

QUICK, SLOW = 1.0, 8.0
"""Seconds of tests for a mutant at first, and for one that lived on."""
AT_ONCE = "2"


def main(patterns: list[str]) -> None:
    """Judge by the quickest tests, then what lived on by more of them; then write it all down."""
    _judge(QUICK, patterns)
    survivors = [
        mutant.name
        for mutant in read_mutants()
        if mutant.fate in {"survived", "no tests", "suspicious"}
        and (not patterns or any(fnmatch(mutant.name, pattern) for pattern in patterns))
    ]
    if survivors:
        _judge(SLOW, survivors)
    write_results()
    sys.stdout.write(f"\n{RESULTS}\n")


def _judge(budget: float, names: list[str]) -> None:
    """Run mutmut, as it is made to run here, in a process of its own."""
    engine = [sys.executable, "-m", "tests.mutation.engine", str(budget)]
    subprocess.run([*engine, "run", "--max-children", AT_ONCE, *names], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
