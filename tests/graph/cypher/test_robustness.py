"""Whatever is written for a query is answered, or refused by an error of our own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.errors import QuestionError
from govgraph.graph.cypher.run import run_query
from tests.factories import graph

HART = graph("fleet -part_of-> hart; hart -> trust*")
PARTS = (
    *("MATCH ", "(a)", "(b:Body)", "()", "-->", "<--", "--", "-[r]->", "-[:part_of*0..2]->", "-["),
    *(
        " WHERE ",
        "a.name",
        "b.apex",
        "r.kind",
        "a",
        " = ",
        " <> ",
        " < ",
        ' "Hart" ',
        " 1 ",
        " NULL",
    ),
    *(" AND ", " OR ", " NOT ", "(", ")", "{", "}", "[", "]", ",", " IN ", " IS ", " CONTAINS "),
    *(
        "EXISTS {MATCH (a)-->(b)}",
        "ALL(e IN relationships(r) WHERE e.kind = 1)",
        " RETURN ",
        "a.id",
    ),
    *("COUNT(a)", "MAX(a.name)", "size(a.id)", "coalesce(a.area, 1)", " AS x", " DISTINCT "),
    *(
        " ORDER BY ",
        " DESC",
        " SKIP 1",
        " LIMIT 2",
        "//",
        "\n",
        "'",
        "\\",
        "é",
        "\x00",
        "p = ",
        "type(r)",
    ),
)


def is_settled(query: str) -> None:
    """A query is answered with columns of one length, or refused."""
    try:
        columns = run_query(HART, query, most_steps=5000)
    except QuestionError:
        return
    assert len({len(column) for column in columns.values()}) == 1


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_parts_of_queries_are_settled(query: str) -> None:
    """In any order."""
    is_settled(query)


@given(
    st.lists(st.sampled_from(PARTS), max_size=5).map("".join),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join),
)
@settings(max_examples=300, deadline=None)
def test_anything_after_where_and_return_is_settled(condition: str, returned: str) -> None:
    """Where more of it can be read."""
    where = f"WHERE {condition}" if condition else ""
    is_settled(f"MATCH (a)-[r]->(b) {where} RETURN {returned}")


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_is_settled(query: str) -> None:
    """Whatever it holds."""
    is_settled(query)
