"""What a query in Cypher returns: rows of the values it asks for."""

from dataclasses import dataclass
from typing import Any

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer
from govgraph.plugins import import_extra

MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Rows(Answer):
    """The answer to a query.

    Attributes:
        columns: what each value of a row is, as the query says it.
        rows: the values: text, numbers, truth values, None, lists of these; whole bodies and
            relations as mappings.
        capped: whether there are more rows than were asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    capped: bool = False


def find_rows(
    graph: AccountabilityGraph, query: str, most: int = MOST_ROWS, work: int | None = None
) -> Rows:
    """The rows that a query returns.

    Args:
        graph: bodies and relations from a standpoint.
        query: in Cypher, as far as grand-cypher knows it.
        most: the most rows to give.
        work: stop after visiting this many bodies and relations.

    Raises:
        MissingExtraError: grand-cypher is not installed.
        QuestionError: the query cannot be read or answered; says where and why.
    """
    import_extra("grandcypher", "a query in Cypher", "query")
    from govgraph.graph.cypher.run import MOST_STEPS, run_query

    columns = run_query(graph, query, MOST_STEPS if work is None else work)
    rows = tuple(zip(*columns.values(), strict=True))
    return Rows(tuple(columns), rows[:most], capped=len(rows) > most)
