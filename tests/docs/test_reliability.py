"""Every promise has its tests, and the tests are tried."""

import ast
import json
from functools import cache
from pathlib import Path

import pytest

from docs.reliability import RESULTS, add_up, read_promises, score
from tests.mutation.results import Mutant, forget_what_has_gone, read_reasons, sum_up_sample
from tests.mutation.sample import ROOMS

ROOT = Path(__file__).parents[2]
LEAST = 85
"""The share of mutants, in per cent, that the tests must notice."""
LEAST_OF_A_SAMPLE = 80
"""The same of the mutants of a sample."""

PROMISED = [promise for section in read_promises() for promise in section["promises"]]
TESTS = sorted({test for promise in PROMISED for test in promise["tests"]})
MEASURED = json.loads(RESULTS.read_text(encoding="utf-8"))
MODULES = MEASURED["modules"]
SAMPLES = [sample for numbered in MEASURED["samples"].values() for sample in numbered.values()]


@cache
def functions(file: str) -> frozenset[str]:
    """The names of the functions that a file defines."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("test", TESTS)
def test_a_test_that_is_named_is_there(test: str) -> None:
    """By its file and its name, as pytest takes them."""
    file, _, name = test.partition("::")
    assert name.startswith("test_")
    assert name in functions(file)


def test_every_promise_is_one_sentence_with_a_test() -> None:
    """None is made twice."""
    sentences = [promise["promise"] for promise in PROMISED]
    assert len(set(sentences)) == len(sentences)
    assert all(promise["tests"] for promise in PROMISED)
    assert all(sentence[0].isupper() and sentence[-1] == "." for sentence in sentences)


@pytest.mark.parametrize("package", ["analysis", "checks", "graph"])
def test_the_tests_notice_most_mutants(package: str) -> None:
    """In each of the rooms where answers are made, as last measured."""
    here = [counts for path, counts in MODULES.items() if path.startswith(f"govgraph/{package}/")]
    assert score(add_up(here)) >= LEAST


def test_the_tests_notice_most_mutants_of_every_sample() -> None:
    """As last measured; and why each of the others lives is known."""
    assert MEASURED["samples"].keys() == {*ROOMS}
    for sample in SAMPLES:
        assert score(add_up(sample["modules"].values())) >= LEAST_OF_A_SAMPLE
        assert [each for each in sample["survivors"] if not each["reason"]] == []


def test_the_fates_of_all_mutants_are_told() -> None:
    """The counts of a module add up to its mutants."""
    for counts in MODULES.values():
        fates = [number for fate, number in counts.items() if fate != "mutants"]
        assert sum(fates) == counts["mutants"]


def test_every_module_that_was_measured_is_there() -> None:
    """After a rename, `python -m tests.mutation.results` forgets the old name."""
    measured = {path for each in [MEASURED, *SAMPLES] for path in each["modules"]}
    assert [path for path in sorted(measured) if not (ROOT / path).exists()] == []


def test_every_reason_is_of_a_function_that_is_there() -> None:
    """After a rename it would be kept for nothing."""
    for function in {function for function, _ in read_reasons()}:
        *modules, name = function.split(".")
        paths = [Path(*modules[:end]).with_suffix(".py") for end in (len(modules), -1)]
        module = next(ROOT / path for path in paths if (ROOT / path).exists())
        assert f"def {name}(" in module.read_text(encoding="utf-8"), function


def test_what_a_sample_missed_at_first_is_remembered() -> None:
    """Whatever has been noticed since; what has gone from the sample is not."""
    mutants = [Mutant(f"{name}__mutmut_1", ROOT / "a.py", "killed") for name in ("a", "b")]
    before = {"missed at first": ["a__mutmut_1", "gone__mutmut_1"]}
    assert sum_up_sample(mutants, {})["missed at first"] == []
    again = sum_up_sample(mutants, before)
    assert again["missed at first"] == ["a__mutmut_1"]
    assert (again["tried"], again["survivors"]) == (2, [])


def test_what_has_gone_is_forgotten_with_its_survivors() -> None:
    """In what was measured of all, and in the samples."""
    there, gone = "govgraph/about.py", "govgraph/no_longer.py"
    counts = {"mutants": 1, "survived": 1}
    survivors = [{"function": f"govgraph.{name}.find"} for name in ("about", "no_longer", "abouts")]
    measured = {"modules": {there: counts, gone: counts}, "survivors": survivors}
    left = forget_what_has_gone({**measured, "samples": {"drawing": {"1": measured}}})
    for each in (left, left["samples"]["drawing"]["1"]):
        assert list(each["modules"]) == [there]
        assert [survivor["function"] for survivor in each["survivors"]] == ["govgraph.about.find"]
