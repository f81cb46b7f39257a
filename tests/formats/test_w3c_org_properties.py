"""RDF of any statements: each is accounted for, as many as an independent parser counts."""

import tempfile
from collections import Counter
from pathlib import Path

import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account

_ORG = "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_TIME = "http://www.w3.org/2006/time#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
THINGS = ("<http://x/a>", "<http://x/b>", "<http://x/c>", "<http://x/k>", "_:m", "_:n")
CLASSES = tuple(
    f"<{class_}>"
    for class_ in (
        f"{_ORG}Organization", f"{_ORG}Post", f"{_ORG}Membership", f"{_ORG}Role",
        "http://xmlns.com/foaf/0.1/Person", "http://x/k",
    )
)  # fmt: skip
LINKS = (
    *(
        f"<{_ORG}{name}>"
        for name in (
            "unitOf", "reportsTo", "hasUnit", "memberOf", "headOf", "member", "organization",
            "role", "hasPost", "postIn", "heldBy", "holds", "hasMembership", "memberDuring",
            "classification", "originalOrganization", "resultingOrganization", "changedBy",
            "resultedFrom", "hasSite",
        )
    ),
    f"<{_RDFS}subClassOf>", f"<{_RDFS}subPropertyOf>", f"<{_TIME}hasBeginning>", "<http://x/k>",
)  # fmt: skip
TEXTS = (f"<{_SKOS}prefLabel>", f"<{_RDFS}label>", f"<{_SKOS}note>", f"<{_TIME}inXSDDate>",
         "<http://schema.org/startDate>", f"<{_ORG}purpose>", "<http://x/other>")  # fmt: skip
VALUES = ('"A"', '"B"@en', '"C"@cy', '"Chair"', '"2010-01-05"', '"http://x/y"', '" "', '"\\n"')
STATEMENTS = st.one_of(
    st.tuples(st.sampled_from(THINGS), st.just(f"<{_TYPE}>"), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(THINGS), st.sampled_from(LINKS), st.sampled_from([*THINGS, '"t"'])),
    st.tuples(st.sampled_from(THINGS), st.sampled_from(TEXTS), st.sampled_from([*VALUES, *THINGS])),
)
GRAPHS = st.lists(STATEMENTS, min_size=1, max_size=30)


def read(text: str, suffix: str) -> Account:
    """What an RDF file comes to."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{suffix}"
        path.write_text(text, encoding="utf-8")
        return read_account(path)


def turtle(statements: list[tuple[str, str, str]]) -> str:
    """Statements as N-Triples, which are Turtle too; some are repeated."""
    again = statements[: len(statements) // 2]
    return "".join(f"{' '.join(statement)} .\n" for statement in (*statements, *again))


@settings(max_examples=200)
@given(GRAPHS)
def test_every_thing_and_statement_is_accounted_for(
    statements: list[tuple[str, str, str]],
) -> None:
    """As many of each predicate as rdflib counts."""
    text = turtle(statements)
    graph = rdflib.Graph().parse(data=text, format="nt")
    account = read(text, ".ttl")
    predicates = Counter(f"thing.{predicate}" for predicate in graph.predicates())
    assert account.records == {"thing": len(set(graph.subjects())), **predicates}
    bodies = sum(len(fate.of) for fate in account.fates if "body" in fate.into.split(" and "))
    described = {str(subject) for subject in graph.subjects()}
    assert bodies == len(account.structure.bodies) <= len(described)


@settings(max_examples=60)
@given(GRAPHS)
def test_every_spelling_of_a_graph_comes_to_the_same(
    statements: list[tuple[str, str, str]],
) -> None:
    """N-Triples, Turtle, RDF/XML and JSON-LD, as rdflib writes them."""
    graph = rdflib.Graph().parse(data=turtle(statements), format="nt")
    spellings = {".nt": "nt", ".ttl": "turtle", ".rdf": "pretty-xml", ".jsonld": "json-ld"}
    found = [read(graph.serialize(format=form), suffix) for suffix, form in spellings.items()]
    records = [each.records for each in found]
    assert records == records[:1] * len(records)
    bodies = [len(each.structure.bodies) for each in found]
    assert bodies == bodies[:1] * len(bodies)
