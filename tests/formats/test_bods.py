"""Beneficial ownership statements of every version."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import govgraph
from govgraph import api
from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account
from govgraph.model.bodies import Status
from govgraph.model.kinds import RelationClass
from govgraph.model.seats import Role
from govgraph.model.structure import Structure

REAL = Path(__file__).parents[3] / "shared" / "realdata" / "bods-examples"
OLD = [
    {"statementID": "a", "statementType": "entityStatement", "entityType": "registeredEntity",
     "name": "A Ltd", "foundingDate": "2001", "incorporatedInJurisdiction": {"name": "Wales"}},
    {"statementID": "p", "statementType": "personStatement", "personType": "anonymousPerson",
     "unspecifiedPersonDetails": {"reason": "subject-exempt-from-disclosure"}},
    {"statementID": "q", "statementType": "personStatement", "names": [{"fullName": "Q"}]},
    {"statementID": "r1", "statementType": "ownershipOrControlStatement",
     "subject": {"describedByEntityStatement": "a"},
     "interestedParty": {"describedByPersonStatement": "p"},
     "interests": [{"type": "shareholding", "share": {"exact": 40}}]},
    {"statementID": "r2", "statementType": "ownershipOrControlStatement",
     "replacesStatements": ["r1"], "statementDate": "2020-01-01",
     "subject": {"describedByEntityStatement": "a"},
     "interestedParty": {"describedByPersonStatement": "p"},
     "interests": [
         {"type": "voting-rights", "startDate": "2019-01-01", "endDate": "2021-01-01",
          "share": {"minimum": 25, "maximum": 50, "exclusiveMinimum": True}},
         {"type": "shareholding", "startDate": "2018-01-01", "endDate": "2022-01-01",
          "share": {"minimum": 25, "exclusiveMinimum": False}}]},
    {"statementID": "r3", "statementType": "ownershipOrControlStatement",
     "subject": {"describedByEntityStatement": "a"},
     "interestedParty": {"unspecified": {"reason": "unknown"}}},
    {"statementID": "r4", "statementType": "ownershipOrControlStatement",
     "subject": {"describedByEntityStatement": "a"},
     "interestedParty": {"describedByPersonStatement": "q"},
     "interests": [{"type": "board-chair"}]},
    {"statementID": "r5", "statementType": "ownershipOrControlStatement",
     "subject": {"describedByEntityStatement": "a"}},
    {"statementID": "x", "statementType": "somethingElse"},
    {"nothing": "of ours"},
]  # fmt: skip


def read(tmp_path: Path, data: Any) -> Account:
    """What some data comes to."""
    path = tmp_path / "statements.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return read_account(path)


def real(name: str) -> Structure:
    """The structure of one of the standard's own examples."""
    return read_account(REAL / f"{name}.json").structure


def test_statements_before_version_0_4_are_read(tmp_path: Path) -> None:
    """Those that a later one replaces do not hold."""
    structure = read(tmp_path, OLD).structure
    assert [(body.id, body.name, body.kind, body.area) for body in structure.bodies] == [
        ("a", "A Ltd", "registered-entity", "Wales"),
        ("p", "Subject exempt from disclosure", "person", ""),
        ("unspecified-1", "Unspecified party: Unknown", "unspecified-party", ""),
    ]
    *held, second = structure.relations
    assert {line.key for line in held} == {("a", "owned_or_controlled_by", "p")}
    assert [(line.scope, str(line.from_), str(line.until)) for line in held] == [
        ("voting rights more than 25 and at most 50 %", "2019-01-01", "2021-01-01"),
        ("shareholding at least 25 %", "2018-01-01", "2022-01-01"),
    ]
    assert (second.to_body, second.note) == ("unspecified-1", "what the interest is, is not said")
    assert [(seat.role, seat.held_by) for seat in structure.seats] == [(Role.CHAIR, ("q",))]


def test_what_was_left_is_named(tmp_path: Path) -> None:
    """Statements without parties or of no known type, and what is no statement."""
    left = "\n".join(map(str, read(tmp_path, OLD).skipped))
    assert "1 item (1): it is no statement" in left
    assert "1 relationship statement (r5): it does not say between whom" in left
    assert "1 statement (x): its type is none of the standard's" in left
    assert "merged into statement r2 (r1): a later statement replaces it" in left
    assert "'name'" not in left


def test_no_interest_is_a_line_of_account(tmp_path: Path) -> None:
    """Until somebody says in the file that it is."""
    structure = read(tmp_path, OLD).structure
    assert not any(structure.is_accountability(line) for line in structure.relations)


def test_what_holds_no_statements_is_refused(tmp_path: Path) -> None:
    """With a plain word."""
    path = tmp_path / "a.json"
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(LoadError, match="holds no statements"):
        read_account(path, "bods")


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson"])
def test_a_statement_to_each_line_says_the_same(tmp_path: Path, suffix: str) -> None:
    """As those who publish by the million write them."""
    path = tmp_path / f"statements{suffix}"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in OLD), encoding="utf-8")
    asked, listed = read_account(path), read(tmp_path, OLD)
    assert asked.structure.bodies == listed.structure.bodies
    assert asked.structure.relations == listed.structure.relations
    assert [each.what for each in asked.skipped] == [each.what for each in listed.skipped]


def test_a_broken_line_has_its_place(tmp_path: Path) -> None:
    """And what stands before it is no half of an answer."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"statementID": "a"}\n{"statementID" "b"}\n', encoding="utf-8")
    with pytest.raises(LoadError, match=r"a.jsonl:2:16: a colon should stand here"):
        read_account(path)


def owners(structure: Structure, name: str) -> set[tuple[str, ...]]:
    """The chains of ownership above an entity, once ownership is said to be account."""
    said = tuple(
        replace(kind, relation_class=RelationClass.ACCOUNTABILITY)
        for kind in structure.relation_kinds
        if not kind.id.startswith("indirectly")
    )
    direct = tuple(line for line in structure.relations if line.kind == "owned_or_controlled_by")
    tops = {line.to_body for line in direct} - {line.from_body for line in direct}
    bodies = tuple(replace(body, apex=body.id in tops) for body in structure.bodies)
    graph = api.build_graph(
        replace(structure, relation_kinds=said, relations=direct, bodies=bodies)
    )
    found = govgraph.chain(graph, name)
    return {tuple(structure.name_of(body) for body in chain.bodies) for chain in found.chains}


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("example", "entity", "chains"),
    [
        ("indirect-ownership", "Company A", {("Company A", "Company B", "Person 1")}),
        (
            "multiple-indirect-ownership",
            "Company B",
            {("Company B", "Company C", "Person 1"), ("Company B", "Company D", "Person 1")},
        ),
        (
            "joint-ownership",
            "CHRINON LTD",
            {
                ("CHRINON LTD", "Joint shareholding", "Natalie Coleman"),
                ("CHRINON LTD", "Joint shareholding", "Roberto Lopez"),
            },
        ),
        (
            "bods-package-fi-soe",
            "Gasgrid Finland Oy",
            {
                ("Gasgrid Finland Oy", "Suomen Kaasuverkko Oy", "Valtiovarainministerio",
                 "Suomen tasavalta"),
                ("Gasgrid Finland Oy", "Valtiovarainministerio", "Suomen tasavalta"),
            },
        ),
    ],
)  # fmt: skip
def test_the_examples_give_the_chains_they_were_made_to_show(
    example: str, entity: str, chains: set[tuple[str, ...]]
) -> None:
    """From the company to whoever stands at the end."""
    assert owners(real(example), entity) == chains


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_later_statements_hold_and_closed_records_have_ended() -> None:
    """A trust that bought out the founder, who had been in the chair."""
    structure = real("tecido")
    founder, trust = structure.relations
    assert (founder.status, trust.status) == (Status.ENDED, Status.ACTIVE)
    assert trust.scope == "shareholding 80 %, voting rights 80 %"
    assert [(seat.role, seat.status) for seat in structure.seats] == [(Role.CHAIR, Status.ENDED)]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_an_undisclosed_owner_is_seen() -> None:
    """With the reason that the statement gives."""
    structure = real("listed-company-exempt-from-disclosure")
    name = structure.name_of(structure.relations[0].to_body)
    assert name.startswith("Unspecified party: Exempt from disclosure as a company listed")


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_an_arrangement_may_sit_on_a_board() -> None:
    """It is represented there; it is nobody's name."""
    seat = real("nomination").seats[0]
    assert (seat.held_by, seat.represents) == ((), ("Perez-Rivero nomination",))
