"""Queries: what is known, what is refused and why, how far they go, in which order."""

from dataclasses import replace
from typing import Any

import pytest

from govgraph.errors import QuestionError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.cypher import run
from govgraph.graph.cypher.host import label_of, type_of
from govgraph.graph.cypher.run import run_query
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import BodyKind, RelationClass, RelationKind
from govgraph.model.standpoint import Standpoint
from tests.factories import graph, structure

HART = "fleet -part_of-> hart; fleet -reports_to-> hart; hart -> trust*; yateley -part_of-> hart"


@pytest.fixture
def hart() -> AccountabilityGraph:
    """Four bodies, two of them with two relations between them."""
    return graph(HART)


def rows(asked: AccountabilityGraph, query: str) -> list[tuple[Any, ...]]:
    """The rows that a query returns."""
    return list(zip(*run_query(asked, query).values(), strict=True))


def refusal(asked: AccountabilityGraph, query: str) -> str:
    """Why a query is refused."""
    with pytest.raises(QuestionError) as refused:
        run_query(asked, query)
    return str(refused.value)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("MATCH (a)-[:part_of]->(b) RETURN a.id, b.name", [("fleet", "Hart"), ("yateley", "Hart")]),
        ("MATCH (b)<-[:part_of]-(a) RETURN a.id LIMIT 1", [("fleet",)]),
        ("MATCH (a)-[r]->(b) WHERE r.accountability = TRUE RETURN a.id, r.kind", None),
        ('MATCH (a {name: "Hart"}) RETURN a.id', [("hart",)]),
        ("MATCH (a)-[r:part_of|reports_to]->(b) RETURN COUNT(r)", [(3,)]),
        ("MATCH (a)-[r]->(b) RETURN b.id, COUNT(a) ORDER BY COUNT(a)", [("trust", 1), ("hart", 3)]),
        ("MATCH (a)-[r]->(b) RETURN DISTINCT a.id ORDER BY a.id DESC SKIP 1", None),
        ("MATCH (a) WHERE NOT EXISTS {MATCH (a)-->(b)} RETURN a.id", [("trust",)]),
        ("MATCH (a:Body) WHERE a.apex = TRUE RETURN a.id // the top", [("trust",)]),
        ("MATCH (a) WHERE a.area IS NULL RETURN coalesce(a.area, a.id) LIMIT 1", [("fleet",)]),
        ("MATCH (a)-[:part_of]->() RETURN a.id AS part ORDER BY part DESC LIMIT 1", [("yateley",)]),
        ("MATCH (a) RETURN MAX(a.since)", [(None,)]),
        ("MATCH (a:Trust) RETURN a.id", []),
    ],
)
def test_what_is_asked_is_returned(hart: AccountabilityGraph, query: str, expected: Any) -> None:
    """Labels, types, conditions, counts, order, pages."""
    wanted = {
        "accountability": [("fleet", "reports_to"), ("hart", "accountable_to")],
        "DISTINCT": [("hart",), ("fleet",)],
    }
    known = expected or next((rows for word, rows in wanted.items() if word in query), [])
    assert rows(hart, query) == known


def test_columns_stand_as_they_are_asked_for(hart: AccountabilityGraph) -> None:
    """Whatever is worked out first."""
    columns = run_query(hart, "MATCH (a) RETURN toUpper(a.id), a.id, a.kind AS kind LIMIT 1")
    assert columns == {"toUpper(a.id)": ["FLEET"], "a.id": ["fleet"], "kind": ["body"]}


def test_a_body_and_a_relation_are_returned_whole(hart: AccountabilityGraph) -> None:
    """Under the names of a structure file, with what a query calls their kinds."""
    ((body, relation, path),) = rows(
        hart, "MATCH (a)-[r:reports_to]->(b)-[p*1..2]->(c) RETURN a, r, p"
    )
    assert (body["id"], body["labels"]) == ("fleet", ["Body"])
    assert (relation["from"], relation["kind"], relation["to"]) == ("fleet", "reports_to", "hart")
    assert path["to"] == "trust"


def test_dates_are_text_and_a_relation_begins_since() -> None:
    """As in the file, where `from` is a body."""
    drawn = structure("fleet -> hart")
    year = PartialDate.parse("2010-04")
    relations = tuple(replace(each, from_=year) for each in drawn.relations)
    bodies = tuple(replace(each, from_=year, also_known_as=("F",)) for each in drawn.bodies)
    asked = AccountabilityGraph(replace(drawn, relations=relations, bodies=bodies), Standpoint())
    query = 'MATCH (a)-[r]->(b) WHERE r.since > "2010" RETURN r.since, r.from, a.since, a.from'
    assert rows(asked, query) == [("2010-04", "fleet", "2010-04", "2010-04")]
    assert rows(asked, 'MATCH (a) WHERE a.also_known_as CONTAINS "F" RETURN DISTINCT a.tags') == [
        (None,)
    ]


def test_what_does_not_hold_is_not_asked() -> None:
    """Proposed bodies, unless they are included."""
    assert rows(graph("fleet? -> hart"), "MATCH (a) RETURN a.id") == [("hart",)]


def test_declared_kinds_are_labels_and_types() -> None:
    """Even those that nothing has; anything else is a slip."""
    drawn = replace(
        structure("fleet -vets-> hart"),
        body_kinds=(BodyKind("learning-hub", "Learning hub"),),
        relation_kinds=(RelationKind("vets", RelationClass.OVERSIGHT, "vets"),),
    )
    asked = AccountabilityGraph(drawn, Standpoint())
    assert rows(asked, "MATCH (a:LearningHub)-[:vets]->(b) RETURN a.id") == []
    assert "did you mean 'LearningHub'?" in refusal(asked, "MATCH (a:LerningHub) RETURN a.id")


def test_kinds_become_labels() -> None:
    """In letters that a query can hold."""
    assert [label_of(kind) for kind in ("lsp", "11-plus", "chairs group", "中")] == [
        "Lsp",
        "_11Plus",
        "ChairsGroup",
        "_",
    ]
    assert type_of("2nd-line") == "_2nd_line"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "MATCH (a:Bodi) RETURN a.id",
            "query:1:10: no kind of body has the label 'Bodi'; did you mean",
        ),
        (
            "MATCH (a)-[:partof]->(b)\nRETURN a.id",
            "query:1:13: there is no kind of relation 'partof'; did you",
        ),
        ("MATCH (a)\nRETURN a.nmae", "query:2:10: no body has an attribute 'nmae'; did you mean"),
        ("MATCH (a)-[r]->(b) RETURN r.naem", "query:1:29: no relation has an attribute 'naem'"),
        ('MATCH (a {nmae: "x"}) RETURN a.id', "query:1:11: no body has an attribute 'nmae'"),
        ("MATCH (a) RETURN b.id", "query:1:18: no MATCH gives the name 'b'"),
        ("MATCH (a) RETURN COUNT(b)", "query:1:24: no MATCH gives the name 'b'"),
        ("MATCH (a) WHERE ID(b) = 1 RETURN a.id", "query:1:20: no MATCH gives the name 'b'"),
        (
            "MATCH (a)-[r]-(b) RETURN a.id",
            "query:1:12: grand-cypher takes a relation without a dir",
        ),
        ("MATCH (a)--(b) RETURN a.id", "query: grand-cypher takes a relation without a direction"),
        ("MATCH (a)<-[]->(b) RETURN a.id", "query:1:10: grand-cypher takes a relation without"),
        ("MATCH p = (a)-->(b) RETURN p", "query:1:7: grand-cypher mixes the steps of named paths"),
        (
            "MATCH (a)-[:part_of]->(b) MATCH (a)-[r]->(b) RETURN a.id",
            "query:1:38: grand-cypher kee",
        ),
        ("MATCH (a)-[r]->(b)-[r]->(c) RETURN a.id", "the query gives the name 'r' more than once"),
        ("MATCH (a:Body) MATCH (a:Trust) RETURN a.id", "query:1:23: the query describes 'a' twice"),
        ("MATCH (a)-[*1..31]->(b) RETURN a.id", "query:1:13: paths may have at most 30 steps"),
        ("MATCH (a)-[*1..9]->()-[*1..9]->()-[*1..9]->() RETURN a.id", "729 different shapes"),
        ('MATCH (a) WHERE a.id = "x" OR a.id = "y" AND a.apex = TRUE RETURN a.id', "side by side"),
        ("MATCH (a) RETURN DISTINCT a.id, COUNT(a)", "query:1:33: grand-cypher loses counts"),
        ("MATCH (a) RETURN DISTINCT a", "query:1:27: whole bodies cannot be told apart here"),
        ("MATCH (a) RETURN a.id, COUNT(a.id)", "query:1:24: grand-cypher cannot return 'a.id' and"),
        ("MATCH (a) RETURN a.id, a.id", "the query returns 'a.id' twice"),
        ("CREATE (a)", "query:1:1: a query only reads; nothing is written"),
        ("MATCH (a) SET a.id = 1", "query:1:11: a query only reads"),
        ("MATCH (a)\n  DETACH DELETE a", "query:2:3: a query only reads"),
        ("OPTIONAL MATCH (a) RETURN a.id", "query:1:1: grand-cypher knows no OPTIONAL MATCH"),
        ("MATCH (a) WITH a RETURN a.id", "query:1:11: grand-cypher knows no WITH"),
        ("MATCH (a) WHERE a.id = 'x' RETURN a.id", "query:1:24: text stands in double quotes"),
        ('MATCH (a) WHERE a.id != "x" RETURN a.id', "query:1:22: unequal is written <>"),
        ('MATCH (a) WHERE a.id =~ "x" RETURN a.id', "query:1:22: grand-cypher knows no patterns"),
        ("MATCH (a) WHERE a.area IS NOT NULL RETURN a.id", "query:1:24: grand-cypher knows no IS"),
        ('MATCH (a) WHERE NOT (a.id = "x" AND a.id = "y") RETURN a.id', "NOT stands before one"),
        ("MATCH (a) RETURN COUNT(*)", "query:1:18: grand-cypher counts what is named"),
        ("MATCH (a) RETURN count(a)", "query:1:18: count is written in capitals: COUNT"),
        ("MATCH (a), (b) RETURN a.id", "query:1:9: each pattern has a MATCH of its own"),
        ("MATCH (a)-[*]->(b) RETURN a.id", "query:1:12: a number of steps is written with both"),
        ("MATCH (a)-[*..3]->(b) RETURN a.id", "query:1:12: a number of steps is written with bo"),
        ("MATCH (a) RETRUN a.id", "query:1:11: the query cannot be read from 'RETRUN a.id' on"),
        (f"MATCH (a) {'x' * 99}", f"cannot be read from '{'x' * 40}...' on"),
        ("MATCH (a) RETURN", "query:1:17: the query ends too soon"),
        ("", "query:1:1: the query ends too soon"),
        (f"MATCH (a) RETURN a.id // {'x' * 2000}", "a query may have at most 2,000 characters"),
        ('MATCH (a) WHERE a.id = "\\x" RETURN a.id', "a backslash in a text is written twice"),
        ("MATCH (a) WHERE a.apex < 1 RETURN a.id ORDER BY a.nothing", "no body has an attribute"),
        ("MATCH (a)-[r*1..2]->(b) RETURN r.kind", "cannot access attribute in list"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    hart: AccountabilityGraph, query: str, said: str
) -> None:
    """With its place, and what to write instead; never a wrong answer, never a traceback."""
    assert said in refusal(hart, query)


def test_text_is_no_part_of_the_language(hart: AccountabilityGraph) -> None:
    """Words within quotes, comments and names after a point mean nothing."""
    query = 'MATCH (a) WHERE a.name = "x OR y AND z" OR a.id = "CREATE (" RETURN a.id // AND'
    assert rows(hart, query) == []


def test_a_label_holds_wherever_the_name_stands() -> None:
    """grand-cypher alone heeds the last mention."""
    asked = graph("fleet -> hart; hart -> trust")
    asked = replace(
        asked,
        structure=replace(
            asked.structure,
            bodies=tuple(
                replace(body, kind="board" if body.id == "hart" else "body")
                for body in asked.structure.bodies
            ),
        ),
    )
    for query in (
        "MATCH (a:Board) MATCH (a)-->(b) RETURN a.id",
        "MATCH (a) MATCH (a:Board)-->(b) RETURN a.id",
        'MATCH (a:Board) MATCH (b) WHERE b.id = "trust" RETURN a.id',
        "MATCH (a) WHERE EXISTS {MATCH (a:Board) MATCH (a)-->(b)} RETURN a.id",
    ):
        assert rows(asked, query) == [("hart",)]


def complete(bodies: int) -> AccountabilityGraph:
    """Every body answers to every other."""
    ids = [f"b{number}" for number in range(bodies)]
    return graph("; ".join(f"{x} -> {y}" for x in ids for y in ids if x != y))


@pytest.mark.parametrize(
    "query",
    [
        'MATCH (a)-[*1..9]->(b {name: "nobody"}) RETURN a.id',
        "MATCH (a)-[:part_of*1..9]->(b) RETURN a.id",
        'MATCH (a) WHERE EXISTS {MATCH (a)-[*1..9]->(c) WHERE c.id = "x"} RETURN a.id',
        'MATCH (a) MATCH (b) MATCH (c) MATCH (d) WHERE a.id = "x" RETURN a.id',
        'MATCH (a)-[*1..9]->(b) WHERE a.id = "x" RETURN COUNT(b)',
    ],
)
def test_a_dense_graph_ends_after_a_number_of_steps(query: str) -> None:
    """The same number each time, and it is said how to go on."""
    with pytest.raises(QuestionError, match=r"looks at more than 20,000 places.*--work"):
        run_query(complete(20), query, most_steps=20_000)


@pytest.mark.parametrize(
    "query", ["MATCH (a)-[*1..9]->(b) RETURN a.id LIMIT 1", "MATCH (a) MATCH (b) RETURN a.id"]
)
def test_many_matches_end_too(monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    """They are kept until they are sorted, and memory has an end."""
    monkeypatch.setattr(run, "MOST_MATCHES", 100)
    with pytest.raises(QuestionError, match="more than 100 places match"):
        run_query(complete(20), query)


def test_order_and_counting_need_values_that_compare() -> None:
    """grand-cypher does not put text beside nothing."""
    drawn = structure("fleet -> hart")
    bodies = (replace(drawn.bodies[0], area="Hart"), drawn.bodies[1])
    asked = AccountabilityGraph(replace(drawn, bodies=bodies), Standpoint())
    assert "NOT a.area IS NULL" in refusal(asked, "MATCH (a) RETURN a.id ORDER BY a.area")


def test_a_query_of_many_brackets_is_answered_or_refused(hart: AccountabilityGraph) -> None:
    """Nothing but a govgraph error comes out."""
    nested = "(" * 100 + 'a.id = "x"' + ")" * 100
    with pytest.raises(QuestionError):
        run_query(hart, f"MATCH (a) WHERE {nested} RETURN a.id")


def test_a_long_pattern_is_answered() -> None:
    """Up to a number of steps, which is said."""
    cycle = graph("; ".join(f"b{n} -> b{(n + 1) % 50}" for n in range(50)))
    steps = "-->()"
    assert len(rows(cycle, f"MATCH (a){steps * 40} RETURN a.id")) == 50
    assert "40 steps together" in refusal(cycle, f"MATCH (a){steps * 41} RETURN a.id")


def test_an_empty_structure_has_no_rows() -> None:
    """And no fault."""
    assert rows(graph(""), "MATCH (a)-->(b) RETURN a.id, COUNT(b)") == []
