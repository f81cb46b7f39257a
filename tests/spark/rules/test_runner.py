"""On Spark a register is found the same faults in as by the table."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from govgraph.model.standpoint import Standpoint
from govgraph.spark.graph.spark_engine import SparkEngine
from govgraph.spark.rules import shape
from tests.factories import structure
from tests.made_clusters import (
    COLUMNS,
    draw_many,
    tell_by_spark,
    tell_by_table,
    write_columns,
    write_parquet,
)
from tests.made_registers import standpoints

PLURAL_LINES = (
    *("eips eips", "nhs nhs", "hart trust", "hart eips", "leads hart", "leads trust"),
    *("fleet groups", "groups fleet", "fleet hart"),
)
GRAPHS = 60
"""Random graphs that are checked at once, as parts of one register: a round costs the same."""


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 32), standpoint=standpoints(), few=st.sampled_from((0, 40, 10**6)))
@example(seed=1, standpoint=Standpoint(), few=0)
@example(seed=2, standpoint=Standpoint(), few=10**6)
@example(seed=3, standpoint=Standpoint(presume=True), few=10**6)
@example(seed=4, standpoint=Standpoint(presume=True), few=0)
def test_spark_finds_what_the_table_finds(
    sail: SparkEngine, seed: int, standpoint: Standpoint, few: int
) -> None:
    """Code, severity, subject and sentence, wherever this machine takes over from the rounds."""
    with TemporaryDirectory() as folder:
        register = write_parquet(draw_many(seed, GRAPHS), Path(folder))
        told = tell_by_spark(replace(sail, few=few), register, standpoint)
        assert told == tell_by_table(register, standpoint)


def test_names_of_several_take_the_verbs_of_several(sail: SparkEngine, tmp_path: Path) -> None:
    """In what is found and in what is put to a board, as by the table."""
    bodies = {
        "id": ["trust", "eips", "hart", "leads", "fleet", "groups", "nhs"],
        "name": [
            *("Trust", "EIPs", "Local partnerships", "Leaders of the Councils"),
            *("Association of Governors", "2 sub-groups shown as one", "NHS"),
        ],
        "apex": [True, *[False] * 6],
    }
    froms, tos = zip(*[line.split() for line in PLURAL_LINES], strict=True)
    relations = {"from": [*froms], "kind": "accountable_to", "to": [*tos]}
    folder = write_columns(tmp_path, bodies, relations)
    told = tell_by_spark(sail, folder, Standpoint())
    assert told == tell_by_table(folder, Standpoint())
    cells = {cell for row in told for cell in row}
    assert cells >= {"EIPs answer to themselves.", "NHS answers to itself."}


def test_a_misspelt_kind_is_answered_with_the_nearest(sail: SparkEngine, tmp_path: Path) -> None:
    """In the table's own words."""
    bodies = {
        "id": ["trust", "hart", "fleet"],
        "apex": [True, False, False],
        "kind": ["comittee", "moot", "board"],
    }
    relations = {
        "from": ["hart", "fleet"],
        "kind": ["acountable_to", "accountable_to"],
        "to": ["trust", "nowhere"],
    }
    folder = write_columns(tmp_path, bodies, relations)
    told = tell_by_spark(sail, folder, Standpoint())
    assert told == tell_by_table(folder, Standpoint())
    messages = [str(row[COLUMNS.index("message")]) for row in told if row[0] == "GG106"]
    assert sorted(message.rpartition("here")[2] for message in messages) == [
        ".",
        ".",
        "; did you mean accountable_to?",
        "; did you mean committee?",
    ]


@pytest.mark.parametrize("at_once", [1, 20_000])
def test_rings_are_told_some_at_a_time(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Each whole, however many there are."""
    monkeypatch.setattr(shape, "AT_ONCE", at_once)
    written = structure("a -> b -> a; b -> trust*; c -> d -> e -> c; d -> c; x -> y -> x; z -> x")
    folder = write_parquet(written, tmp_path)
    told = tell_by_spark(replace(sail, few=0), folder, Standpoint())
    assert told == tell_by_table(folder, Standpoint())
    assert sum(row[0] == "GG103" for row in told) == 3
