"""What of a register holds, by status and dates as they are written."""

from itertools import product
from pathlib import Path

import pytest

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Standpoint
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register import Register
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import write_text

DAYS = ("", "2010-04-14", "2010-04-15", "2010-04-16", "2010")
WRITTEN = tuple(product(("", *map(str, Status)), DAYS, DAYS))
"""Every status with every start and every end."""


def bodies() -> tuple[Body, ...]:
    """The bodies that the tables hold, as those of a structure."""
    return tuple(
        Body(
            id=f"b{number}",
            name=f"b{number}",
            status=Status(status or "active"),
            from_=PartialDate.parse(begins) if begins else None,
            until=PartialDate.parse(ends) if ends else None,
        )
        for number, (status, begins, ends) in enumerate(WRITTEN)
    )


def register(folder: Path, *columns: str) -> Register:
    """The same as tables, with these columns only; the same lives for relations to oneself."""
    places = {"status": 0, "from": 1, "until": 2}
    rows = [[each[places[column]] for column in columns] for each in WRITTEN]
    begun = [column.replace("from", "since") for column in columns]
    body_rows = "".join(",".join((f"b{n}", *row)) + "\n" for n, row in enumerate(rows))
    line_rows = "".join(
        ",".join((f"b{n}", "reports_to", f"b{n}", *row)) + "\n" for n, row in enumerate(rows)
    )
    return read_register(
        write_text(
            folder,
            ",".join(("id", *columns)) + "\n" + body_rows,
            ",".join(("from", "kind", "to", *begun)) + "\n" + line_rows,
        )
    )


@pytest.mark.parametrize("as_at", ["", "2010-04-15", "2010-12-31", "2011-01-01"])
def test_columns_hold_what_a_structure_holds(tmp_path: Path, as_at: str) -> None:
    """From any standpoint, bodies and relations alike."""
    read = register(tmp_path, "status", "from", "until")
    day = PartialDate.parse(as_at) if as_at else None
    for include, ahead in product((frozenset(), frozenset(Status)), (False, True)):
        standpoint = Standpoint(as_at=day, include=include, ahead=ahead)
        graph = RegisterGraph(read, standpoint)
        expected = [standpoint.holds(body) for body in bodies()]
        assert graph.present.tolist() == expected
        assert graph.holding.tolist() == expected


@pytest.mark.parametrize("columns", [(), ("status",), ("from",), ("until",), ("from", "until")])
def test_a_column_that_is_not_there_says_nothing(tmp_path: Path, columns: tuple[str, ...]) -> None:
    """What is left out is active, begun and not ended."""
    read = register(tmp_path, *columns)
    for as_at in (None, PartialDate.parse("2010-04-15")):
        standpoint = Standpoint(as_at=as_at)
        expected = [
            standpoint.holds(
                Body(
                    id=body.id,
                    name=body.name,
                    status=body.status if "status" in columns else Status.ACTIVE,
                    from_=body.from_ if "from" in columns else None,
                    until=body.until if "until" in columns else None,
                )
            )
            for body in bodies()
        ]
        assert RegisterGraph(read, standpoint).present.tolist() == expected


def test_one_life_is_read_as_it_is_written(tmp_path: Path) -> None:
    """With what an empty cell means."""
    lives = register(tmp_path, "status", "from", "until").bodies.lives
    for row, body in enumerate(bodies()):
        assert lives.row(row) == (body.status, body.from_, body.until)
    bare = register(tmp_path).bodies.lives
    assert bare.row(0) == (Status.ACTIVE, None, None)
