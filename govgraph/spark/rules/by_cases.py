"""Finds in a register on Spark what the cases of a line rule say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.case import About, Case
from govgraph.checks.facts import DelegationFacts, LineFacts
from govgraph.spark.rules.facts import Asked
from govgraph.spark.rules.spark_findings import SparkGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame

    from govgraph.checks.check import Check, LineRule
    from govgraph.spark.rules.facts import SparkFacts


def find_by_cases(check: Check, rule: LineRule, facts: SparkFacts) -> Iterator[SparkGroup]:
    """What each case of a line rule finds."""
    about = {case.about for case in rule.cases}
    some = _gather(check, rule, facts) if About.BODY in about else None
    for case in rule.cases_from(facts.graph.standpoint):
        if case.about is About.LINE:
            yield _find_lines(check, case, facts)
        elif case.about is About.DELEGATION:
            yield _find_delegations(check, case, facts)
        elif some is not None:
            yield _find_bodies(check, case, some)
        elif case.where(whole := facts.whole):
            numbers = {field: f"{getattr(whole, field):,}" for field in case.fields}
            nobody = facts.graph.engine.session.range(1).select(
                sql.lit(None).cast("long").alias("a")
            )
            yield _make(check, case, nobody, case.says.format(**numbers))


def _gather(check: Check, rule: LineRule, facts: SparkFacts) -> DataFrame:
    """The bodies of which the cases of a rule are asked, with all that these ask for."""
    asked = Asked()
    for case in rule.cases:
        case.where(asked)
    numbers = (name for case in rule.cases for name in case.fields if name != "body")
    names = asked.names | dict.fromkeys(numbers)
    some = facts.join(facts.choose(rule.among), names)
    return some if len(rule.cases) == 1 else facts.graph.engine.cut(some, check.name)


def _find_bodies(check: Check, case: Case, some: DataFrame) -> SparkGroup:
    numbers = [name for name in case.fields if name not in FILLS]
    stop = sql.col("stop").cast("long").alias("b") if "stop" in case.fields else None
    number = (sql.col(name).cast("long").alias("n") for name in numbers)
    columns = [sql.col("i").alias("a"), *([] if stop is None else [stop]), *number]
    return _make(check, case, some.where(case.where(Asked())).select(columns))


def _find_lines(check: Check, case: Case, facts: SparkFacts) -> SparkGroup:
    ends = LineFacts(sql.col("s"), sql.col("t"), sql.col("basis"))
    lines = facts.graph.lines.where(case.where(ends))
    return _make(
        check, case, lines.select(sql.col("s").alias("a"), sql.col("t").alias("b"), "kind")
    )


def _find_delegations(check: Check, case: Case, facts: SparkFacts) -> SparkGroup:
    columns = (sql.col(name) for name in ("below", "above", "answered"))
    found = facts.delegations.where(case.where(DelegationFacts(*columns)))
    ends = found.select(sql.col("below").alias("a"), sql.col("above").alias("b"), "kind")
    return _make(check, case, ends)


def _make(check: Check, case: Case, frame: DataFrame, says: str = "") -> SparkGroup:
    return SparkGroup(
        check,
        case.graded(check.severity),
        says or case.gaps,
        case.remedy_for_many,
        frame,
        fills=() if says else tuple(FILLS.get(field, "n") for field in case.fields),
        variant=case.variant,
        slots={} if says else {"body": "a"} | {slot: "b" for slot in SECOND if slot in case.fields},
    )


SECOND = ("stop", "above")
"""The slots of sentences in which a further body stands."""
FILLS = {"body": "a", "stop": "b", "above": "b"}
"""The columns of findings in which names stand; a number stands in `n`."""
