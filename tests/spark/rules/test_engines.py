"""A structure, its register and its register on Spark: the same findings, and one baseline.

`tests/golden/line-rules.tsv` holds what the line rules find in random structures with dates,
statuses and lines to be presumed. GOVGRAPH_GOLDEN=write makes it anew.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from govgraph import spark
from govgraph.checks import baseline
from govgraph.checks.baseline import Key, write_baseline
from govgraph.checks.runner import Findings, check_structure
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Standpoint
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules import baseline as register_baseline
from govgraph.registers.rules.register_findings import RegisterFindings
from govgraph.registers.rules.runner import check_register
from govgraph.spark.graph.spark_engine import SparkEngine
from govgraph.spark.graph.spark_graph import SparkGraph
from govgraph.spark.graph.spark_register import read_register as read_on_spark
from govgraph.spark.rules import baseline as spark_baseline
from govgraph.spark.rules.finding_rows import make_rows
from govgraph.spark.rules.spark_findings import SparkFindings
from tests.made_clusters import draw_many, write_parquet

GOLDEN = Path(__file__).parents[2] / "golden" / "line-rules.tsv"
STRUCTURES = 40
"""Random structures, as parts of one: none of them touches another."""
STANDPOINTS = {
    "all dates": Standpoint(),
    "as at 2005": Standpoint(as_at=PartialDate.parse("2005")),
    "presuming": Standpoint(as_at=PartialDate.parse("2010-04"), presume=True),
    "with proposals": Standpoint(include=frozenset({Status.PROPOSED, Status.SHADOW})),
}

Row = tuple[str, str, str, str]
"""Code, subject, variant, severity."""


class Found(NamedTuple):
    """What each engine finds in the same structure."""

    structure: Findings
    register: RegisterFindings
    spark: SparkFindings


@pytest.fixture(scope="module", params=STANDPOINTS)
def named(
    request: pytest.FixtureRequest, sail: SparkEngine, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Found]:
    """The findings of every engine from a standpoint, and the name of this."""
    drawn, here = draw_many(16, STRUCTURES), STANDPOINTS[request.param]
    folder = write_parquet(drawn, tmp_path_factory.mktemp("register"))
    return request.param, Found(
        check_structure(drawn, here, select=["GG1"]),
        check_register(RegisterGraph(read_register(folder), here)),
        spark.check(SparkGraph(read_on_spark(sail, str(folder)), here)),
    )


def test_every_engine_finds_what_the_golden_table_holds(named: tuple[str, Found]) -> None:
    """Code, subject, variant and severity."""
    name, found = named
    told = {
        "structure": sorted(rows_of_structure(found.structure)),
        "register": sorted(rows_of_register(found.register)),
        "spark": sorted(rows_of_spark(found.spark)),
    }
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        write_golden(name, told["structure"])
    golden = [*read_golden(name)]
    assert {row[0] for row in golden} >= {"GG101", "GG102", "GG103", "GG105", "GG106"}
    for engine, rows in told.items():
        assert rows == golden, engine


def test_a_baseline_that_one_engine_writes_covers_the_others(
    named: tuple[str, Found], tmp_path: Path
) -> None:
    """And the three are one file, byte for byte."""
    found = named[1]
    texts = [
        written(baseline.find_keys(found.structure)),
        written(register_baseline.find_keys(found.register)),
        written(spark_baseline.find_keys(found.spark)),
    ]
    assert [one == other for one, other in pairwise(texts)] == [True, True]
    file = tmp_path / "baseline.json"
    file.write_text(texts[0], encoding="utf-8")
    total = len(found.register)
    measured = spark_baseline.hold_against(found.spark, file)
    assert (measured.findings.rows.count(), measured.known, measured.gone) == (0, total, 0)
    assert register_baseline.hold_against(found.register, file).known == total
    assert baseline.hold_against(found.structure, file).known == total


def test_what_is_not_in_it_is_new_on_spark(named: tuple[str, Found], tmp_path: Path) -> None:
    """And what is found no longer is counted."""
    found = named[1]
    keys = [*register_baseline.find_keys(found.register)]
    file = tmp_path / "baseline.json"
    file.write_text(written([*keys[3:], ("GG101", "long gone")]), encoding="utf-8")
    measured = spark_baseline.hold_against(found.spark, file)
    assert (measured.known, measured.gone) == (len(keys) - 3, 1)
    assert sorted(spark_baseline.find_keys(measured.findings)) == sorted(keys[:3])
    assert spark.count(measured.findings).count(found.register.groups[0].severity) <= 3


def written(keys: Iterable[Key]) -> str:
    """The text of a baseline."""
    return "".join(write_baseline(keys))


def rows_of_structure(findings: Findings) -> Iterator[Row]:
    """The findings of a structure, one for each body."""
    for each in findings.each:
        about = " ".join(each.subject.relation or (each.subject.body,))
        yield each.code, about, each.variant, str(each.severity)


def rows_of_register(findings: RegisterFindings) -> Iterator[Row]:
    """The findings of a register."""
    for group in findings.groups:
        subjects = register_baseline.find_subjects(findings.graph.register, group)
        for subject in subjects.to_list():
            about = subject.removesuffix(group.variant).rstrip() if group.variant else subject
            yield group.check.code, about, group.variant, str(group.severity)


def rows_of_spark(findings: SparkFindings) -> Iterator[Row]:
    """The findings on Spark."""
    for row in make_rows(findings, findings.rows, findings.graph.register.names).collect():
        relation = (row["from"], row["kind"], row["to"])
        about = " ".join(relation) if row["kind"] else row["body"] or ""
        yield row["code"], about, row["variant"] or "", row["severity"]


def read_golden(name: str) -> Iterator[Row]:
    """What the golden table holds from a standpoint."""
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        standpoint, code, about, variant, severity = line.split("\t")
        if standpoint == name:
            yield code, about, variant, severity


def write_golden(name: str, rows: list[Row]) -> None:
    """Write the rows of one standpoint anew, and leave those of the others."""
    there = GOLDEN.read_text(encoding="utf-8").splitlines() if GOLDEN.exists() else []
    kept = [line for line in there if line.partition("\t")[0] != name]
    lines = sorted([*kept, *("\t".join((name, *row)) for row in rows)])
    GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
