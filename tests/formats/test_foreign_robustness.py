"""Whatever a file of somebody else's holds, it is read or refused, and what is read can be kept."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content, write_content
from govgraph.model.bodies import Body
from govgraph.model.names import normalise
from govgraph.model.seats import Person
from govgraph.model.structure import Structure

NAMES = (
    "id", "name", "organizations", "persons", "memberships", "posts", "areas", "person_id",
    "organization_id", "post_id", "organization", "person", "role", "start_date", "parent_id",
    "classification", "label", "other_names", "statementId", "statementID", "recordId",
    "recordType", "recordDetails", "recordStatus", "statementType", "subject", "interestedParty",
    "interests", "type", "entityType", "names", "fullName", "share", "exact", "reason",
    "replacesStatements", "describedByEntityStatement", "unspecified", "startDate",
    "alternateNames", "jurisdiction", "details", "names", "givenName", "abstract", "area",
)  # fmt: skip
WORDS = (
    "entity",
    "person",
    "relationship",
    "closed",
    "a",
    "b c",
    "2010",
    "chair",
    "boardChair",
    "e\u0301",
    "\ud800",
    "x\u0007\u200d",
    "new",
)
SCALARS = st.none() | st.booleans() | st.integers() | st.sampled_from(WORDS) | st.text(max_size=4)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=25,
)
RECORDS = st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=8)
ELEMENTS = st.lists(
    st.sampled_from(
        ["<graphml>", "</graphml>", "<graph>", "</graph>", '<node id="a">', '<node id="b c"/>',
         "</node>", '<edge source="a" target="b c"/>', '<key id="k" attr.name="kind"/>',
         '<data key="k">x</data>', "&", "text", '<key id="n" attr.name="from"/>',
         '<data key="n">soon</data>', "<data><g><NodeLabel>y</NodeLabel></g></data>",
         '<key id="d"><default>z</default></key>', "<hyperedge>", "</hyperedge>"],
    )
).map("".join)  # fmt: skip
TERMS = ("<a>", "<b>", "_:x", '"t"', "a", "<http://www.w3.org/ns/org#Organization>",
         "<http://www.w3.org/ns/org#reportsTo>", "<http://www.w3.org/ns/org#hasPost>",
         "<http://www.w3.org/ns/org#memberOf>", ".", ";")  # fmt: skip


def outcome(text: str, suffix: str, format_: str) -> str:
    """The refusal of a file, or nothing where it is read, and what was read can be kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{suffix}"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            structure = read_account(path, format_).structure
        except LoadError as error:
            return str(error)
    again = read_content(write_content(structure), "plan.yaml", STANDARD)
    # Where no id is, a name that stands in its place is taken for that body or person.
    things: tuple[Body | Person, ...] = (*structure.bodies, *structure.people)
    named = {normalise(name) for each in things for name in _of(each)}
    assert again == structure or named & {normalise(id_) for id_ in _unknown(structure)}
    return ""


def _of(each: Body | Person) -> tuple[str, ...]:
    """What a body or person is called."""
    return (each.id, each.name, *each.also_known_as)


def _unknown(structure: Structure) -> set[str]:
    """The ids that something refers to and nothing has."""
    ends = {end for line in structure.relations for end in (line.from_body, line.to_body)}
    seats = {seat.body for seat in structure.seats}
    held = {holder for seat in structure.seats for holder in seat.held_by}
    bodies = {old for body in structure.bodies for old in body.succeeds} | ends | seats
    return (bodies - structure.body_by_id.keys()) | (held - structure.person_by_id.keys())


@pytest.mark.parametrize("format_", ["popolo", "bods"])
@settings(max_examples=60)
@given(data=ANYTHING)
def test_any_data(format_: str, data: Any) -> None:
    """Fields of the format, holding what they should not."""
    outcome(json.dumps(data), ".json", format_)


@settings(max_examples=80)
@given(st.fixed_dictionaries(dict.fromkeys(NAMES[2:7], st.lists(RECORDS, max_size=3))))
def test_any_lists_of_popolo(data: Any) -> None:
    """The lists of Popolo, with records of any fields."""
    outcome(json.dumps(data), ".json", "popolo")


@settings(max_examples=80)
@given(st.lists(RECORDS.map(lambda record: {"statementId": "s", **record}), max_size=4))
def test_any_statements_of_ownership(data: Any) -> None:
    """Statements of any fields."""
    outcome(json.dumps(data), ".json", "bods")


@settings(max_examples=60)
@given(ELEMENTS)
def test_any_elements(text: str) -> None:
    """Elements of GraphML in any order."""
    outcome(f"<graphml>{text}</graphml>", ".graphml", "graphml")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TERMS)).map(" ".join))
def test_any_statements(text: str) -> None:
    """Terms of Turtle in any order."""
    outcome(text, ".ttl", "org")


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from(["1", "XX", "Vacant", "a b", "", "0", "e\u0301"]), max_size=4)
    )
)
def test_any_rows(rows: list[list[str]]) -> None:
    """Rows of an organogram, short and long."""
    heads = ["Post Unique Reference", "Name", "Reports to Senior Post", "Job Title"]
    outcome("\n".join(map(",".join, [heads, *rows])), ".csv", "organogram")
