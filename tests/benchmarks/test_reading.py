"""Real papers are read as well as benchmarks/READING.md says, where they are at hand."""

import pytest

from benchmarks.reading.papers import (
    Case,
    Share,
    measure_left_out,
    measure_names,
    measure_quotes,
    measure_sentences,
    read_cases,
)


@pytest.fixture(name="cases", scope="module")
def read() -> tuple[Case, ...]:
    """The papers with what they hold."""
    cases = read_cases()
    if not cases:
        pytest.skip("the papers are not at hand")
    return cases


def percent(share: Share) -> float:
    """Of a hundred."""
    return 100 * share.right / share.of


def test_names_of_bodies_are_found_and_right(cases: tuple[Case, ...]) -> None:
    """85 of a hundred found, 80 of a hundred right."""
    found, right = measure_names(cases)
    assert percent(found) >= 85, found.others
    assert percent(right) >= 80, right.others


def test_sentences_that_matter_are_marked(cases: tuple[Case, ...]) -> None:
    """95 of a hundred; and not simply all sentences."""
    marked, all_ = measure_sentences(cases)
    assert percent(marked) >= 95, marked.others
    assert percent(all_) < 75


def test_true_quotes_are_found_and_changed_ones_refused(cases: tuple[Case, ...]) -> None:
    """Every one."""
    true, changed = measure_quotes(cases)
    assert (true.others, changed.others) == ((), ())


def test_a_record_left_out_leaves_its_sentence_open(cases: tuple[Case, ...]) -> None:
    """75 of a hundred: some records share their words with another."""
    left_out = measure_left_out(cases)
    assert percent(left_out) >= 75, left_out.others
