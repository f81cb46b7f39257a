"""A room judged by samples: few of its mutants, drawn by lot from all that it could have.

Of every hundred mutants of a room one is made, so that the changed modules stay small; of those
each sample takes the next fifty in an order drawn by lot. The first sample and the second are
therefore strangers to one another: tests written for what lived on in the first are tried by the
second.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

Each = TypeVar("Each")

ROOMS = ("drawing", "formats", "reporting")
"""The rooms of which samples are tried, by the tests of each and those beside."""
BESIDE = {"formats": ("tests/test_making.py", "tests/test_convert.py")}
"""Tests of a room that stand outside its folder."""
UNTRIED = ("govgraph/formats/parquet_folder.py",)
"""What only tests that are left out test."""
MADE = 100
"""One mutant in so many is made."""
FEW = 50
"""Mutants of one sample: their score is known within some eleven points."""


def draw_lot(mutant: str) -> str:
    """Where a mutant stands in the order in which all are tried: by lot, the same each time."""
    return blake2b(mutant.encode(), digest_size=8, key=b"govgraph").hexdigest()


def take_sample(mutants: Iterable[Each], name: Callable[[Each], str], number: int) -> list[Each]:
    """The mutants of one sample of a room, in the order in which they are tried."""
    drawn = sorted(mutants, key=lambda each: draw_lot(name(each)))
    return drawn[FEW * (number - 1) : FEW * number]


def keep_to(room: str, number: int) -> None:
    """Make few mutants of one room alone, and run its tests alone.

    Args:
        room: a room of the package.
        number: which sample is judged, from 1; those that are named to mutmut if 0.
    """
    from mutmut import __main__ as program
    from mutmut.configuration import config
    from mutmut.mutation import file_mutation

    settings = config()
    settings.only_mutate = [f"govgraph/{room}/*"]
    settings.do_not_mutate = [*settings.do_not_mutate, *UNTRIED]
    settings.pytest_add_cli_args_test_selection = [f"tests/{room}", *BESIDE.get(room, ())]
    file_mutation.create_mutations = _few_of(file_mutation.create_mutations)
    program.create_file_mutants = create_file_mutants
    program.load_stats = _only_of_the_same(program.load_stats)
    if number:
        collect = program.collect_source_file_mutation_data
        program.collect_source_file_mutation_data = lambda *, mutant_names: _sampled(
            collect(mutant_names=mutant_names), number
        )


def _few_of(create: Callable[..., Any]) -> Callable[..., Any]:
    """Of the changes that could be made in a file, those on which the lot falls."""
    import libcst

    def create_few(filename: str, *given: Any) -> Any:
        module, mutations, *ignored = create(filename, *given)
        seen: Counter[str] = Counter()
        few = []
        for mutation in mutations:
            function = mutation.contained_by_top_level_function
            if not isinstance(function, libcst.FunctionDef):
                continue  # mutmut makes none of it
            name = f"{filename}:{function.name.value}"
            seen[name] += 1
            if int(draw_lot(f"{name}:{seen[name]}"), 16) % MADE == 0:
                few.append(mutation)
        return module, few, *ignored

    return create_few


def create_file_mutants(path: Path) -> Any:
    """Change a file of the room; copy any other as old as it is, or mutmut takes it for changed."""
    from mutmut import __main__ as program
    from mutmut.configuration import config

    if config().should_mutate(path):
        target = Path("mutants") / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return program.create_mutants_for_file(path, target)
    shutil.copy2(path, Path("mutants") / path)
    return program.FileMutationResult(ignored=True)


def _only_of_the_same(load: Callable[[], bool]) -> Callable[[], bool]:
    """Which tests reach what is asked anew, unless the very same functions are changed."""
    from mutmut.state import state

    def load_if_same() -> bool:
        if load() and state().old_function_hashes == state().current_function_hashes:
            return True
        state().tests_by_mangled_function_name.clear()
        state().duration_by_test.clear()
        return False

    return load_if_same


def _sampled(collected: tuple[Sequence[Any], Any], number: int) -> tuple[list[Any], Any]:
    mutants, data = collected
    return take_sample(mutants, lambda each: str(each[1]), number), data
