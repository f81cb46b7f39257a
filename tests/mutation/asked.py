"""Which tests are asked about a mutant: those that a fork can run, the quick ones first."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any, cast

LEFT_OUT = (
    "tests/spark",
    "tests/formats/test_parquet_folder.py",
    "tests/reporting/test_page_script.py",
    "tests/reporting/test_valid_html.py",
)
"""Tests that start a cluster or Node, or that use Polars: no fork can share them."""
HIDDEN = frozenset({"chromium", "chromium-browser", "soffice"})
"""Programs that are too large for a process of a mutant: tests that need them skip themselves."""
LEAST, TIMES = 4, 3
"""Seconds of CPU time that any mutant may take, and how many times that of its tests besides."""


def hide_programs() -> None:
    """Let tests think that some programs are not installed."""
    which = shutil.which

    def which_is_shown(name: str, *given: Any, **options: Any) -> Any:
        return None if name in HIDDEN else which(name, *given, **options)

    shutil.which = cast("Any", which_is_shown)


def choose_tests(budget: float) -> None:
    """Run the quick tests first, and no more than fit the budget."""
    from mutmut.state import state
    from mutmut.workers import isolation

    submit = isolation.ForkServerRunner.submit

    def submit_chosen(
        runner: Any, mutant: str, tests: Sequence[str], _: int, estimated: float
    ) -> None:
        durations = state().duration_by_test
        chosen: list[str] = []
        spent = 0.0
        for test in sorted(tests, key=lambda test: (durations[test], test)):
            spent += durations[test]
            if chosen and spent > budget:
                break
            chosen.append(test)
        seconds = sum(durations[test] for test in chosen)
        submit(runner, mutant, chosen, ceil(LEAST + TIMES * seconds), estimated)

    isolation.ForkServerRunner.submit = submit_chosen


def ask_what_passes(runner_class: Any) -> None:
    """Leave out, and name, the tests that fail in a copy of the project without any mutant.

    Some start a program of their own, which knows nothing of mutants.
    """
    from mutmut.state import state

    failures = Failures()
    execute, run = runner_class.execute_pytest, runner_class.run_stats

    def run_stats(runner: Any, *, tests: Iterable[str]) -> int:
        code = run(runner, tests=tests)
        for node in failures.nodes:
            state().duration_by_test.pop(node, None)
            for reaching in state().tests_by_mangled_function_name.values():
                reaching.discard(node)
        return 0 if failures.nodes else int(code)

    runner_class.run_stats = run_stats
    runner_class.execute_pytest = lambda runner, params, plugins=(): execute(
        runner, [each for each in params if each != "-x"], plugins=[*plugins, failures]
    )


class Failures:
    """A plugin of pytest that says what failed, which mutmut keeps to itself."""

    def __init__(self) -> None:
        self.nodes: list[str] = []

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Say it past mutmut, which catches what is printed."""
        if report.failed:
            self.nodes.append(report.nodeid)
            print("not asked, for it fails:", report.nodeid, file=sys.__stderr__)
            print(report.longreprtext[-1_000:], file=sys.__stderr__)
