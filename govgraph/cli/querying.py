"""Questions in Cypher."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.options import (
    AsAt,
    Include,
    Most,
    Presume,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_answer, print_talk, print_text, print_told, screen_width
from govgraph.cli.registers import is_register
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from govgraph.analysis.query import Rows
    from govgraph.graph.accountability import AccountabilityGraph


class RowsFormat(StrEnum):
    """How the rows of a query are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def query(
    structure: StructurePath,
    cypher: Annotated[
        str,
        typer.Argument(
            metavar="QUERY",
            help="The query in Cypher: kinds of body are labels, kinds of relation are types.",
            show_default=False,
        ),
    ],
    *,
    format_: Annotated[
        RowsFormat, typer.Option("--format", help="Text to read, JSON or CSV for programs.")
    ] = RowsFormat.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    most: Most = 1000,
    work: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            min=1,
            help="Stop after visiting this many bodies and relations. [default: 1,000,000]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Query a structure in Cypher, the language of graph databases; read-only.

    Queries run on grand-cypher; docs/query.md lists what it does not support.

    Example: govgraph query data/hampshire 'MATCH (s:SubCluster)-[r]->(b) RETURN s.name, b.name'
    --include proposed
    """
    from govgraph import api

    if is_register(structure, told=False):
        raise SettingsError("a register is too large for a query in Cypher; ask chain or reports")
    loaded, included = api.load(structure), include or ()
    graph = api.build_graph(loaded, as_at=as_at, include=included, presume=presume, undated=undated)
    answer = api.query(graph, cypher, most=most, work=work)
    _print(graph, answer, format_)
    if answer.capped and format_ is not RowsFormat.TEXT:
        first = "this is the first row" if most == 1 else f"these are the first {most:,} rows"
        print_talk(f"{first}; there are more (--most)")


def _print(graph: "AccountabilityGraph", answer: "Rows", format_: RowsFormat) -> None:
    from govgraph.reporting.query_forms import rows_as_csv, rows_as_data, rows_as_text

    if format_ is RowsFormat.JSON:
        print_answer(graph, rows_as_data(answer))
    elif format_ is RowsFormat.CSV:
        print_text(rows_as_csv(answer))
    else:
        print_told(rows_as_text(graph, answer, screen_width()), wide=True)
