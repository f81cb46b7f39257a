"""Both engines give the same answers, which are those of networkx and of trial removal."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings

from govgraph.graph import contraction, plain
from govgraph.graph.accountability import PLAIN_BELOW, choose_engine
from govgraph.graph.engine import Engine
from tests.lines import Lines, answers, any_lines, chain, cycle, diamonds, lines, zip_of_chains

SHAPES = {
    "nothing": lines(0, [], []),
    "one body alone": lines(1, []),
    "no apex": lines(3, [(1, 0), (2, 1)], []),
    "a line to itself": lines(2, [(1, 1), (1, 0), (0, 0)]),
    "a line said twice": lines(3, [(1, 0), (2, 1), (1, 0), (2, 1)]),
    "a ring of two": lines(3, [(0, 1), (1, 0), (2, 1)], []),
    "a ring of four": lines(6, [(1, 2), (2, 3), (3, 4), (4, 1), (5, 1)]),
    "a ring with a way out": lines(5, [(1, 2), (2, 1), (2, 0), (3, 1), (4, 3)]),
    "two rings through one body": lines(6, [(1, 2), (2, 1), (1, 3), (3, 1), (3, 0), (4, 2)]),
    "an apex that answers to an apex": lines(5, [(1, 0), (2, 1), (3, 2), (4, 3)], [0, 2]),
    "an apex inside a ring": lines(5, [(0, 1), (1, 2), (2, 0), (3, 1), (4, 3)], [1]),
    "an apex with two superiors": lines(5, [(2, 0), (2, 1), (3, 2), (4, 3)], [2]),
    "two ways round": lines(7, [(1, 0), (2, 1), (3, 1), (4, 2), (4, 3), (5, 4), (6, 5), (6, 1)]),
    "ring of nine": cycle(9, waiting=5),
    "diamonds": diamonds(40),
    "a zip": zip_of_chains(30),
    "a chain": chain(40),
}


ENGINES: tuple[Engine, ...] = (plain, contraction)


@pytest.fixture(params=ENGINES, ids=["plain", "contraction"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    chosen: Engine = request.param
    return chosen


@pytest.mark.parametrize("shape", SHAPES)
def test_named_shapes_have_the_answers_of_networkx(engine: Engine, shape: str) -> None:
    """Shapes that once misled an engine, or might."""
    assert SHAPES[shape].ask(engine) == answers(SHAPES[shape])


@settings(max_examples=300, deadline=None)
@given(any_lines())
def test_both_engines_answer_as_networkx(given_lines: Lines) -> None:
    """On lines of any shape both engines say what networkx and trial removal say."""
    expected = answers(given_lines)
    assert given_lines.ask(plain) == expected
    assert given_lines.ask(contraction) == expected


@settings(max_examples=100, deadline=None)
@given(any_lines())
def test_order_of_lines_does_not_matter(given_lines: Lines) -> None:
    """The same lines in reverse give the same answers."""
    reverse = Lines(
        given_lines.count, given_lines.froms[::-1], given_lines.tos[::-1], given_lines.apex
    )
    assert reverse.ask(plain) == given_lines.ask(plain)
    assert reverse.ask(contraction) == given_lines.ask(contraction)


def test_small_structures_are_answered_in_plain_python() -> None:
    """NumPy is not worth its import for a few thousand bodies."""
    assert choose_engine(PLAIN_BELOW - 1) is plain


def test_large_structures_are_answered_by_contraction() -> None:
    """From some thousands of bodies NumPy is worth its import."""
    assert choose_engine(PLAIN_BELOW) is contraction


def test_columns_of_numpy_are_taken_too(engine: Engine) -> None:
    """NumPy's integers and flags go in, and rings of plain integers come out."""
    given = SHAPES["a ring of four"]
    numpy_lines = (given.count, np.array(given.froms), np.array(given.tos))
    apex = np.array(given.apex, dtype=np.bool_)
    assert list(engine.arrivals(*numpy_lines, apex)) == [1, 0, 0, 0, 0, 0]
    assert list(engine.dependants(*numpy_lines, apex)) == [0] * 6
    assert json.dumps(engine.cycles(*numpy_lines)) == "[[1, 2, 3, 4]]"
