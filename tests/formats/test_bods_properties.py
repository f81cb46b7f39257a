"""Ownership statements of any sort: each record and field is accounted for, as `json` counts."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.formats.format_catalogue import read_account

IDS = st.sampled_from(["a", "b", "c", "d e", "A", "1", 1, None])
DATES = st.sampled_from(["2020-01-01", "2021", "", "soon"])
NAMES = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["former", "legal", "odd"])},
        optional={"fullName": st.sampled_from(["Ann", "Bob"]), "familyName": st.just("Cy")},
    ),
    max_size=3,
)
INTERESTS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["shareholding", "boardMember", "other-influence"]),
            "share": st.sampled_from([{"exact": 5}, {"minimum": 1, "maximum": 2}, {}]),
            "startDate": DATES,
            "endDate": DATES,
            "directOrIndirect": st.sampled_from(["direct", "indirect"]),
            "odd": st.just("x"),
        },
    ),
    max_size=3,
)
PARTIES = st.one_of(
    IDS,
    IDS.map(lambda id_: {"describedByEntityStatement": id_}),
    IDS.map(lambda id_: {"describedByPersonStatement": id_}),
    st.just({"unspecified": {"reason": "unknown"}}),
    st.just({"reason": "no-beneficial-owners"}),
)
DETAILS: dict[str, st.SearchStrategy[Any]] = {
    "name": st.just("Acorn"), "names": NAMES, "subject": PARTIES, "interestedParty": PARTIES,
    "interests": INTERESTS, "alternateNames": st.just(["Oak"]), "foundingDate": DATES,
    "entityType": st.sampled_from(["registeredEntity", {"type": "trust"}]),
    "jurisdiction": st.just({"name": "Wales", "code": "GB-WLS"}),
    "identifiers": st.just([{"id": 1}]),
}  # fmt: skip
HEAD = {
    "statementDate": DATES,
    "statementType": st.sampled_from(
        ["entityStatement", "personStatement", "ownershipOrControlStatement", "odd"]
    ),
    "replacesStatements": st.lists(IDS, max_size=2),
}
OLD = st.fixed_dictionaries({"statementID": IDS}, optional={**HEAD, **DETAILS})
NEW = st.fixed_dictionaries(
    {"statementId": IDS, "recordId": IDS},
    optional={
        "recordType": st.sampled_from(["entity", "person", "relationship"]),
        "recordStatus": st.sampled_from(["new", "updated", "closed"]),
        "statementDate": DATES,
        "recordDetails": st.fixed_dictionaries({}, optional=DETAILS),
        "source": st.just({"type": ["officialRegister"]}),
    },
)
FILES = st.tuples(
    st.lists(st.one_of(OLD, NEW), min_size=1, max_size=8),
    st.lists(st.sampled_from([1, "x", {"nothing": "of ours"}]), max_size=2),
    st.integers(0, 3),
)
PARTS = {
    "entity": "entity", "entityStatement": "entity", "person": "person",
    "personStatement": "person", "relationship": "relationship",
    "ownershipOrControlStatement": "relationship",
}  # fmt: skip
INNER = {
    "entity": {"entityType": "entity type", "jurisdiction": "jurisdiction"},
    "person": {"names": "name"},
    "relationship": {"interests": "interest", "subject": "party", "interestedParty": "party"},
    "interest": {"share": "share"},
    "party": {"unspecified": "unspecified party"},
}


def counted(statement: dict[str, Any]) -> Iterator[str]:
    """The kinds of the records and fields of a statement, found by walking what `json` read."""
    type_ = statement.get("recordType") or statement.get("statementType")
    part = PARTS.get(type_ or "", "")
    yield from walk(f"{part} statement".strip(), part, statement)


def walk(kind: str, part: str, node: dict[str, Any]) -> Iterator[str]:
    """One record, its fields, and the records within it."""
    yield kind
    for name, value in node.items():
        if value not in (None, "", []):
            yield f"{kind}.{name}"
        inner = INNER.get(part, {}).get(name, "")
        if name == "recordDetails" and kind.endswith("statement"):
            inner = part or "details"
        for item in value if isinstance(value, list) else [value]:
            if inner and isinstance(item, dict):
                yield from walk(inner, inner, item)


@settings(max_examples=200)
@given(FILES)
def test_every_record_and_field_is_accounted_for(
    file: tuple[list[dict[str, Any]], list[Any], int],
) -> None:
    """Also in files where statements are repeated, and things that are none stand between them."""
    statements, others, repeated = file
    written = json.dumps([*statements, *others, *statements[:repeated]])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statements.json"
        path.write_text(written, encoding="utf-8")
        account = read_account(path, "bods")
    expected = Counter[str]()
    for item in json.loads(written):
        if isinstance(item, dict) and {"statementID", "statementId"} & item.keys():
            expected.update(counted(item))
        else:
            expected["item"] += 1
            expected.update(f"item.{name}" for name in (item if isinstance(item, dict) else ()))
    assert account.records == expected
    structure = account.structure
    bodies = sum(len(fate.of) for fate in account.fates if fate.into == "body")
    assert bodies <= len(structure.bodies)
    assert len({body.id for body in structure.bodies}) == len(structure.bodies)
    people = sum(len(fate.of) for fate in account.fates if fate.into == "person")
    assert people == len(structure.people)
