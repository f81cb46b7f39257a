"""mutmut, made to judge properties too and to run thousands of mutants in minutes.

mutmut makes the mutants, finds which tests reach which function, forks, and keeps the books. Five
things are done otherwise, all of them here:

- a function under one decorator that only wraps it (`property`, `cached_property`, `cache`) is
  mutated as well: a graph answers most questions by cached properties;
- the tests are collected once, and each mutant is a fork of that session;
- a mutant replaces the code of its function in that fork, so that all others run at full speed,
  and while the tests are timed a function only says that it was reached;
- of the tests that reach a function the quick ones come first, and as many as fit a budget;
- mutants are tried in an order drawn by lot, so that a run cut short has tried a fair sample.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from importlib import import_module
from typing import Any

from tests.mutation.asked import LEFT_OUT, ask_what_passes, choose_tests, hide_programs
from tests.mutation.sample import draw_lot, keep_to

WRAPPERS = frozenset({"property", "cached_property", "cache", "lru_cache"})
MEMORY = 6 * 2**30
"""Bytes of address space for one process: a mutant that never stops must not fill the machine."""
CONTROL = 10
"""One test in so many must pass in a fork without a mutant, before any mutant is judged."""
PLUGINS = ("-p", "no:unraisableexception", "-p", "no:threadexception")
"""Without these two, which would blame the first test of a fork for what mutmut leaves open."""
SUSPICIOUS = 35
"""What mutmut calls a mutant of which nothing is known; never counted as noticed."""
PATIENCE = 20
"""How many times its limit of CPU time a mutant may take by the clock, on a busy machine."""

ORIGINAL = "_mutmut_orig"
"""The name under which mutmut keeps the function as it was."""

Function = Callable[..., Any]
Mutants = dict[str, Function]

_swappable: list[tuple[Function, Mutants]] = []


def prepare(budget: float, room: str, number: int) -> None:
    """Make mutmut work so, with so many seconds of tests for each mutant.

    Args:
        budget: seconds, as measured when the tests were first run; at least one test is run.
        room: a room of the package, judged by a sample; those that the settings name if empty.
        number: which sample of it; the mutants that are named if 0.
    """
    from mutmut.workers import isolation

    os.environ["PYTEST_ADDOPTS"] = " ".join(f"--ignore={folder}" for folder in LEFT_OUT)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _mutate_wrapped()
    if room:
        keep_to(room, number)
    hide_programs()
    choose_tests(budget)
    _note_lightly()
    isolation.register_timeout = lambda *_: None  # by the clock `Session.run` sees to it
    serve = isolation.ForkServerRunner._forkserver_main
    isolation.ForkServerRunner._forkserver_main = lambda *given: _serve(serve, *given)


def _mutate_wrapped() -> None:
    """Mutate what stands under one wrapping decorator, and leave its copies bare."""
    from mutmut.mutation import file_mutation

    skip = file_mutation.MutationVisitor._skip_node_and_children
    arrange = file_mutation.function_trampoline_arrangement

    def skip_node(visitor: Any, node: Any) -> bool:
        return not _is_wrapped(node) and bool(skip(visitor, node))

    def arrange_function(function: Any, mutants: Any, class_name: str | None) -> Any:
        declared, nodes, assigned, names = arrange(function, mutants, class_name)
        if _is_wrapped(function):
            nodes = [nodes[0], *(copy.with_changes(decorators=[]) for copy in nodes[1:])]
        return declared, nodes, assigned, names

    file_mutation.MutationVisitor._skip_node_and_children = skip_node
    file_mutation.function_trampoline_arrangement = arrange_function


def _is_wrapped(node: Any) -> bool:
    """Whether a node is a function under one decorator that only wraps it."""
    import libcst

    if not isinstance(node, libcst.FunctionDef) or len(node.decorators) != 1:
        return False
    decorator: Any = node.decorators[0].decorator
    name = decorator.func if isinstance(decorator, libcst.Call) else decorator
    return isinstance(name, libcst.Name) and name.value in WRAPPERS


def _note_lightly() -> None:
    """Note which functions a test reaches, and nothing else; ask for no clean run besides.

    The run in which tests are timed and functions noted is one without any mutant, and fails where
    a test does; so does the control in a fork.
    """
    from mutmut.mutation import trampoline
    from mutmut.runners.harness import PytestRunner
    from mutmut.workers import isolation

    ask_what_passes(PytestRunner)
    trampoline.wrap_in_trampoline = _note
    isolation.ForkServerRunner.run_clean_tests = lambda *_, **__: 0
    isolation.ForkServerRunner.run_forced_fail = lambda _: 1


def _note(mutants: Mutants, **_: bool) -> Callable[[Function], Function]:
    """A decorator that notes each call of a function."""
    from mutmut.state import state
    from mutmut.utils.format_utils import mangled_name_from_mutant_name

    def decorate(function: Function) -> Function:
        names: list[str] = []

        @wraps(function)
        def noted(*arguments: Any, **options: Any) -> Any:
            if not names:
                mangled = mangled_name_from_mutant_name(next(iter(mutants.keys() - {ORIGINAL})))
                names.append(f"{function.__module__}.{mangled}")
            state()._stats.add(names[0])
            return function(*arguments, **options)

        return noted

    return decorate


def _serve(serve: Function, *given: Any) -> None:
    """Fork mutants from inside a session of pytest that has collected everything."""
    import pytest
    from mutmut.configuration import config
    from mutmut.mutation import trampoline
    from mutmut.runners.harness import PytestRunner
    from mutmut.utils.file_utils import change_cwd

    trampoline.wrap_in_trampoline = _keep_for_swapping
    session = Session(lambda: serve(*given))
    PytestRunner.warm_up = lambda _: None
    PytestRunner.run_tests = lambda _, *, mutant_name, tests: session.run(mutant_name, tests)
    options = [*config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
    with change_cwd("mutants"):
        pytest.main(["--rootdir=.", "--tb=line", "-q", *PLUGINS, *options], plugins=[session])


def _keep_for_swapping(mutants: Mutants, **_: bool) -> Callable[[Function], Function]:
    """A decorator that leaves a function as it is, and remembers its mutants."""

    def keep(function: Function) -> Function:
        _swappable.append((function, mutants))
        return function

    return keep


def _swap(mutant: str) -> None:
    """Give a function the code of one of its mutants."""
    module, _, name = mutant.rpartition(".")
    import_module(module)  # many are imported when somebody asks for them
    for function, mutants in _swappable:
        if function.__module__ == module and name in mutants:
            mutated = getattr(mutants[name], "__func__", mutants[name])
            for part in ("__code__", "__defaults__", "__kwdefaults__"):
                setattr(function, part, getattr(mutated, part))
            return
    raise LookupError(mutant)


class Session:
    """A plugin of pytest that hands its collected session to a server, and runs tests in forks."""

    def __init__(self, serve: Callable[[], None]) -> None:
        self.serve = serve
        self.items: dict[str, Any] = {}
        self.failed = False

    def pytest_runtestloop(self, session: Any) -> bool:
        """Serve instead of running the tests."""
        from mutmut.state import state

        self.items = {item.nodeid: item for item in session.items}
        passing = [item for node, item in self.items.items() if node in state().duration_by_test]
        pid = os.fork()
        if not pid:
            os._exit(self._run(passing[::CONTROL]))
        if os.waitpid(pid, 0)[1]:
            sys.exit("tests fail in a fork without any mutant")
        gc.disable()  # in a fork it would copy every page that it looks at
        gc.freeze()
        self.serve()
        return True

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Remember that a test failed."""
        self.failed = self.failed or report.failed

    def run(self, mutant: str, tests: Iterable[str]) -> int:
        """Exit code 1 once a test finds the mutant, 0 where none does, 35 where we failed.

        What uses up its CPU time never ends, and is noticed. What only waits, for a lock that no
        fork can have or for a busy machine, ends by an alarm, and nothing is known of it.
        """
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(PATIENCE * resource.getrlimit(resource.RLIMIT_CPU)[0])
        try:
            _swap(mutant)
            return self._run([self.items[test] for test in tests if test in self.items])
        except Exception:  # noqa: BLE001 - mutmut would take any for a mutant that never ends
            traceback.print_exc(file=sys.__stderr__)
            return SUSPICIOUS

    def _run(self, chosen: Sequence[Any]) -> int:
        for item, following in zip(chosen, [*chosen[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return 1
        return 0


def main(budget: float, room: str, number: int, arguments: list[str]) -> None:
    """The command line of mutmut, with so many seconds of tests for each mutant."""
    from mutmut import __main__ as program

    prepare(budget, room, number)
    program.estimated_worst_case_time = draw_lot
    program.cli(arguments, prog_name="mutmut")


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:])
