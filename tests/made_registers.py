"""Registers for tests: any structure's bodies and relations written as tables."""

import csv
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from tests.factories import structure
from tests.strategies import bases, dates, few_words, some_date, statuses

IDS = tuple("abcdefghij")
BODY_COLUMNS = (
    "id", "name", "kind", "apex", "outside", "area", "status", "from", "until", "count",
)  # fmt: skip
RELATION_COLUMNS = ("from", "kind", "to", "basis", "status", "since", "until", "intended")


def write_tables(written: Structure, folder: Path) -> Path:
    """The bodies and relations of a structure as two CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: Iterable[Sequence[object]] = (
        (b.id, b.name, b.kind, b.apex, b.outside, b.area, b.status, b.from_, b.until, b.count)
        for b in written.bodies
    )
    _write(folder / "bodies.csv", BODY_COLUMNS, rows)
    rows = (
        (r.from_body, r.kind, r.to_body, r.basis, r.status, r.from_, r.until, r.intended)
        for r in written.relations
    )
    _write(folder / "relations.csv", RELATION_COLUMNS, rows)
    return folder


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)


def write_text(folder: Path, bodies: str, relations: str = "from,kind,to\n") -> Path:
    """Two tables as they are."""
    (folder / "bodies.csv").write_text(bodies, encoding="utf-8")
    (folder / "relations.csv").write_text(relations, encoding="utf-8")
    return folder


def graph_of(text: str, folder: Path, standpoint: Standpoint | None = None) -> RegisterGraph:
    """The graph of the register of what `text` draws, as in `tests.factories`."""
    register = read_register(write_tables(structure(text), folder))
    return RegisterGraph(register, standpoint or Standpoint())


@st.composite
def bodies(draw: Any, id_: str) -> Body:
    """A body of that id, as much of it as a register says."""
    apex = draw(st.booleans() if id_ < "e" else st.just(value=False))
    return Body(
        id=id_,
        name=id_.upper(),
        kind=draw(st.sampled_from(("board", "trust", "body", "moot", "team", "forum"))),
        apex=apex,
        outside=not apex and draw(st.booleans() if id_ > "h" else st.just(value=False)),
        area=draw(st.sampled_from(("", "Hart"))),
        status=draw(_mostly(statuses, "active")),
        from_=draw(st.none() | some_date),
        until=draw(st.none() | some_date),
        count=draw(st.sampled_from((None, None, 5, 20))),
    )


@st.composite
def relations(draw: Any) -> Relation:
    """A relation between any two bodies, one of which may not be there."""
    kinds = (
        *("accountable_to", "accountable_to", "reports_to", "part_of", "supports", "knows"),
        *("joint_committee_of", "joint_committee_of", "delegated_by", "monitors", "assures"),
    )

    return Relation(
        from_body=draw(st.sampled_from((*IDS, "nobody"))),
        kind=draw(st.sampled_from(kinds)),
        to_body=draw(st.sampled_from((*IDS, "nowhere"))),
        basis=draw(bases),
        status=draw(_mostly(statuses, "active")),
        from_=draw(st.none() | some_date),
        until=draw(st.none() | some_date),
        intended=draw(few_words),
    )


def _mostly(strategy: Any, usual: str) -> Any:
    from govgraph.model.bodies import Status

    return st.just(Status(usual)) | strategy


@st.composite
def structures(draw: Any) -> Structure:
    """A structure of which a register could be written; often with a chain through all bodies."""
    made = tuple(draw(bodies(id_)) for id_ in IDS)
    related = draw(st.lists(relations(), max_size=25))
    if draw(st.booleans()):
        related += [
            Relation(from_body=below, kind="accountable_to", to_body=above)
            for above, below in pairwise(IDS)
        ]
    return Structure(bodies=made, relations=tuple(related))


@st.composite
def standpoints(draw: Any) -> Standpoint:
    """From anywhere."""
    from govgraph.model.bodies import Status

    return Standpoint(
        as_at=draw(st.none() | dates),
        include=frozenset(draw(st.sets(st.sampled_from((Status.PROPOSED, Status.SHADOW))))),
        presume=draw(st.booleans()),
        ahead=draw(st.booleans()),
    )
