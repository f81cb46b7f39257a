"""The rows of a query, as they are read and as programs take them."""

from govgraph.analysis.query import Rows
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.query_forms import rows_as_csv, rows_as_data, rows_as_text

GRAPH = AccountabilityGraph(Structure(), Standpoint(as_at=PartialDate.parse("2010")))
ANSWER = Rows(
    ("a.name", "n"),
    (("=cmd", 1), ("\uff1dx", None), ("Hart", True), ("Fleet", ["x", {"id": "hart"}])),
)


def test_text_has_a_cell_for_every_value() -> None:
    """Nothing is an empty cell, a list has commas, a body is its id."""
    assert rows_as_text(GRAPH, ANSWER).splitlines() == [
        "a.name  n",
        "=cmd    1",
        "\uff1dx",
        "Hart    true",
        "Fleet   x, hart",
        "",
        "4 rows",
        "",
        "As at 2010.",
    ]


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    """Nor a heading."""
    lines = rows_as_csv(ANSWER).splitlines()
    assert lines[1:3] == ["'=cmd,1", "'\uff1dx,"]
    assert rows_as_csv(Rows(("=x",), ())) == "'=x"


def test_data_keeps_values_as_they_are() -> None:
    """In the documented shape."""
    assert rows_as_data(Rows(("n",), ((None,),), capped=True)) == {
        "columns": ["n"],
        "rows": [[None]],
        "capped": True,
    }
