"""Joins where a few superiors have most lines, and what only one machine can finish."""

from dataclasses import replace
from pathlib import Path

import pytest

from govgraph import spark
from govgraph.model.standpoint import Standpoint
from govgraph.spark.graph import skew
from govgraph.spark.graph.fetched import fetch, send
from govgraph.spark.graph.skew import find_hot, join_hot
from govgraph.spark.graph.spark_engine import SparkEngine
from tests.factories import structure
from tests.made_clusters import draw_many, tell_by_spark, tell_by_table, write_parquet


@pytest.mark.parametrize("how", ["inner", "left", "left_semi", "left_anti"])
def test_a_join_with_hot_keys_is_that_without(
    sail: SparkEngine, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where rows of a key stay makes no difference to the answer."""
    monkeypatch.setattr(skew, "LEAST", 3)
    rows = sail.session.createDataFrame(
        [(1, n) for n in range(5)] + [(2, 9), (3, 9)], "k long, n long"
    )
    others = sail.session.createDataFrame([(1,), (2,), (4,)], "k long")
    hot = find_hot(rows, "k", 7)
    assert hot == (1,)
    told = [
        sorted(map(tuple, join_hot(rows, others, "k", how, hot).collect())) for hot in (hot, ())
    ]
    assert told[0] == told[1]


def test_hot_superiors_change_no_finding(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a register checked with every superior of two taken for hot."""
    monkeypatch.setattr(skew, "LEAST", 2)
    monkeypatch.setattr(skew, "SHARES", 10**6)
    register = write_parquet(draw_many(3, 8), tmp_path)
    told = tell_by_spark(replace(sail, few=0), register, Standpoint())
    assert told == tell_by_table(register, Standpoint())


def test_what_is_too_large_for_one_machine_is_left_out(sail: SparkEngine, tmp_path: Path) -> None:
    """And said; all other rules are run."""
    written = structure("fleet -> hart; fleet -> odiham; hart -> trust*; odiham -> trust; lone")
    register = spark.load(sail, write_parquet(written, tmp_path))
    small = replace(register, engine=replace(sail, few=0, most=3))
    counted = spark.count(spark.check(spark.build_graph(small)))
    (left_out,) = counted.left_out
    assert left_out == (
        "GG110 single-point-of-failure: 4 lines are left when all that can be is trimmed away, and "
        "3 is the most that one machine is given to finish"
    )
    assert [rule.check.code for rule in counted.rules] == ["GG101", "GG105"]


def test_many_rows_are_sent_in_several_messages(
    sail: SparkEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them is lost."""
    import numpy as np

    monkeypatch.setattr("govgraph.spark.graph.fetched.AT_ONCE", 2)
    sent = send(sail, "i long", i=np.arange(5))
    assert sorted(fetch(sent, "i")[0].tolist()) == [0, 1, 2, 3, 4]
    none = sail.session.createDataFrame([], "i long")
    (few,) = fetch(
        none.unionByName(sent).where("i > 2"), "i"
    )  # of a union in a union, Sail loses i
    assert sorted(few.tolist()) == [3, 4]


def test_every_rule_works_on_what_was_sent_in_several_messages(
    sail: SparkEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """GG110 among them, as on one that was sent in one."""
    monkeypatch.setattr("govgraph.spark.graph.fetched.AT_ONCE", 2)
    hung = "; ".join(f"k{number} -> a" for number in range(12)) + "; a -> m; a -> n; m -> n"
    written = structure(f"{hung}; n -> o -> trust*; o -> trust; x -> y -> x; y -> z -> x; w -> x")
    register = write_parquet(written, tmp_path)
    told = tell_by_spark(replace(sail, few=8), register, Standpoint())
    assert told == tell_by_table(register, Standpoint())
    assert {"GG103", "GG105", "GG110"} <= {row[0] for row in told}


def test_chains_too_deep_to_climb_have_their_dependants(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain Python finishes where rounds would take too long."""
    monkeypatch.setattr("govgraph.graph.failure.DEEP", 0)
    written = structure(
        "a -> b; a -> c; b -> d; c -> d; d -> e -> trust*; f -> a; g -> b; h -> g; i -> h"
    )
    register = write_parquet(written, tmp_path)
    told = tell_by_spark(replace(sail, few=0), register, Standpoint())
    assert told == tell_by_table(register, Standpoint())
    assert {row[3] for row in told if row[0] == "GG110"} == {"b", "d", "e"}
