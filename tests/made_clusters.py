"""Registers for the tests of the engine on Spark: written as Parquet, checked by both engines."""

import io
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import polars

from govgraph import spark
from govgraph.checks.board import COLUMNS as BOARD
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.runner import check_register
from govgraph.registers.telling.finding_files import write_findings
from govgraph.spark.graph.spark_engine import SparkEngine
from govgraph.spark.graph.spark_graph import SparkGraph
from govgraph.spark.graph.spark_register import read_register as read_on_spark
from govgraph.spark.rules.finding_rows import make_rows
from tests.made_registers import write_tables

COLUMNS = (
    *("code", "severity", "variant", "body", "from", "kind", "to", "remedy", "message"),
    *BOARD,
)
Row = tuple[str | None, ...]
DATES = (None, None, None, None, "1999", "2005-06", "2010-04-09", "2020")
KINDS = (
    *("accountable_to",) * 5,
    *("reports_to", "part_of", "supports", "knows"),
    *("joint_committee_of", "joint_committee_of", "delegated_by", "monitors", "assures"),
)
STATUSES = (Status.ACTIVE,) * 8 + tuple(Status)


def write_parquet(written: Structure, folder: Path) -> Path:
    """The bodies and relations of a structure as two Parquet files."""
    tables = write_tables(written, folder)
    for name in ("bodies", "relations"):
        frame = polars.read_csv(tables / f"{name}.csv", infer_schema=False)
        frame.write_parquet(tables / f"{name}.parquet")
        (tables / f"{name}.csv").unlink()
    return tables


def write_columns(
    folder: Path, bodies: Mapping[str, object], relations: Mapping[str, object]
) -> Path:
    """Two tables of these columns, as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    polars.DataFrame(bodies).write_parquet(folder / "bodies.parquet")
    polars.DataFrame(relations).write_parquet(folder / "relations.parquet")
    return folder


def draw_many(seed: int, graphs: int) -> Structure:
    """A register that is made of so many random graphs, none of which touches another."""
    chance = Random(seed)  # noqa: S311 - the same for the same seed is what is wanted
    parts = [_draw_one(chance, f"{number}-") for number in range(graphs)]
    return Structure(
        bodies=tuple(body for bodies, _ in parts for body in bodies),
        relations=tuple(relation for _, relations in parts for relation in relations),
    )


def _draw_one(chance: Random, prefix: str) -> tuple[list[Body], list[Relation]]:
    sound = chance.random() < 1 / 3  # all there at all times, so that long chains hold
    ids = [f"{prefix}{letter}" for letter in "abcdefghijklmnop"[: chance.randint(1, 16)]]
    bodies = [
        Body(
            id=id_,
            name=id_.upper(),
            kind=chance.choice(("board", "trust", "body", "moot", "team", "forum")),
            **_draw_end(chance),
            area=chance.choice(("", "Hart", "Fleet")),
            **_draw_life(chance, sound=sound),
            count=chance.choice((None, None, None, 5, 20)),
        )
        for id_ in ids
    ]
    ends = [(chance.choice(ids), chance.choice(ids)) for _ in range(chance.randint(0, 20))]
    if chance.random() < 1 / 2:  # a chain through all of them, for the rules about depth
        ends += zip(ids[1:], ids, strict=False)
    ends += [(ids[0], "nowhere")] * (chance.random() < 1 / 4)
    ends += [("nobody", ids[-1])] * (chance.random() < 1 / 4)
    relations = [
        Relation(
            from_body=below,
            kind=chance.choice(KINDS),
            to_body=above,
            basis=chance.choice((WRITTEN_BASES[0],) * 4 + WRITTEN_BASES),
            **_draw_life(chance, sound=sound),
            intended=chance.choice(("", "", "agreed")),
        )
        for below, above in ends
    ]
    return bodies, relations


def _draw_end(chance: Random) -> dict[str, Any]:
    """Whether accountability may end there, or the body is outside."""
    drawn = chance.random()
    return {"apex": drawn < 1 / 6, "outside": drawn > 0.95}


def _draw_life(chance: Random, *, sound: bool) -> dict[str, Any]:
    """Status and dates; those of what is sound are not written."""
    words = (chance.choice(DATES), chance.choice(DATES))
    begins, ends = (PartialDate.parse(word) if word else None for word in words)
    status = chance.choice(STATUSES)
    return {} if sound else {"status": status, "from_": begins, "until": ends}


def tell_by_table(folder: Path, standpoint: Standpoint) -> list[Row]:
    """Every finding of the table engine, sorted."""
    found = check_register(RegisterGraph(read_register(folder), standpoint))
    file = io.BytesIO()
    write_findings(found, "parquet", file)
    frame = polars.read_parquet(io.BytesIO(file.getvalue()))
    return _sorted(frame.select(COLUMNS).rows() if found.groups else [])


def tell_by_spark(engine: SparkEngine, folder: Path | str, standpoint: Standpoint) -> list[Row]:
    """The same of the engine on Spark."""
    findings = spark.check(SparkGraph(read_on_spark(engine, str(folder)), standpoint))
    rows = (
        make_rows(findings, findings.rows, findings.graph.register.names).select(*COLUMNS).collect()
    )
    return _sorted([tuple(row) for row in rows])


def _sorted(rows: list[Row]) -> list[Row]:
    """Rows in order; of bodies that serve alike, GG102 and GG109 name whichever comes first."""
    return sorted(map(_settled, rows), key=repr)


def _settled(row: Row) -> Row:
    return row[: COLUMNS.index("message")] if row[0] in {"GG102", "GG109"} else row
