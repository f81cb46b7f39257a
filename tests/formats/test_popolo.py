"""Popolo JSON, read and written."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.catalogue import read_account, read_structure
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role
from tests.cli.program import govgraph

REAL = Path(__file__).parents[3] / "shared" / "realdata" / "popolo"
SMALL = {
    "organizations": [
        {"id": "council", "name": "Council", "other_names": [{"name": "The Council"}]},
        {
            "id": "scrutiny", "name": "Scrutiny", "classification": "Select Committee",
            "parent_id": "council", "founding_date": "2010-04-01T00:00:00", "area_id": "hart",
            "image": "x.png", "dissolution_date": "one day",
        },
        {"id": "Green Party", "name": "Green Party", "classification": "body"},
    ],
    "areas": [{"id": "hart", "name": "Hart"}],
    "persons": [{"id": "ann", "name": "Ann Archer", "email": "a@b", "gender": "female"}],
    "posts": [
        {"id": "p1", "label": "Chair of Scrutiny", "organization_id": "scrutiny"},
        {"id": "p2", "label": "Clerk", "organization": {"id": "council", "name": "Council"}},
    ],
    "memberships": [
        {"id": "m1", "person_id": "ann", "role": "Chairwoman", "post_id": "p1",
         "start_date": "2010", "on_behalf_of_id": "Green Party"},
        {"id": "m1", "person_id": "ann", "organization_id": "scrutiny"},
        {"person": {"name": "Bob Baker"}, "organization_id": "council", "role": "Ranking Member"},
        {"person_id": "ann", "role": "member"},
        "not a membership",
    ],
    "events": [{"id": "term"}],
}  # fmt: skip


def read(tmp_path: Path, data: Any) -> Account:
    """What some data comes to."""
    path = tmp_path / "data.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return read_account(path, "popolo")


def test_organisations_people_and_memberships_are_taken(tmp_path: Path) -> None:
    """Parents contain and make no line of account; posts and memberships are seats."""
    structure = read(tmp_path, SMALL).structure
    assert [(body.id, body.kind, body.area) for body in structure.bodies] == [
        ("council", "body", ""), ("scrutiny", "select-committee", "Hart"),
        ("green-party", "body", ""),
    ]  # fmt: skip
    assert structure.body_kinds[0].name == "Select Committee"
    assert [line.key for line in structure.relations] == [("scrutiny", "part_of", "council")]
    assert structure.body_by_id["scrutiny"].from_ == PartialDate(2010, 4, 1)
    assert [person.name for person in structure.people] == ["Ann Archer", "Bob Baker"]
    seats = [(seat.body, seat.role, seat.held_by, seat.note) for seat in structure.seats]
    assert seats == [
        ("scrutiny", Role.CHAIR, ("ann",), "Chair of Scrutiny"),
        ("council", Role.MEMBER, ("bob-baker",), "Ranking Member"),
        ("council", Role.MEMBER, (), "Clerk"),
    ]
    assert structure.seats[0].represents == ("Green Party",)


def test_everything_that_was_left_is_named(tmp_path: Path) -> None:
    """Fields without a place, with how often they occur and why they are left."""
    left = "\n".join(map(str, read(tmp_path, SMALL).left))
    for said in (
        "1 events: a structure has no place for them",
        "'one day' as the dissolution_date (organization): it is no date",
        "a membership: it does not say of which organization",
        "something that is no membership",
        "the field 'email' (person): how to reach somebody is not governance",
        "the field 'gender' (person): it is not about governance",
    ):
        assert said in left


@pytest.mark.parametrize("data", [{}, [], "x", {"events": 1}, {"a": 1}])
def test_what_is_no_popolo_is_refused(tmp_path: Path, data: Any) -> None:
    """With what would be."""
    with pytest.raises(LoadError, match="holds nothing of Popolo"):
        read(tmp_path, data)


def test_things_without_a_name_are_left(tmp_path: Path) -> None:
    """There is nothing to call them by."""
    data = {"organizations": [{}, 1], "persons": [{}, 1], "posts": [1], "areas": [1]}
    account = read(tmp_path, data)
    assert not account.structure.bodies
    assert len(account.left) == 6


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Bodies, people, seats and what contains what; the rest is named as lost."""
    source = tmp_path / "a.yaml"
    source.write_text(
        "bodies:\n  a: {name: A, kind: trust, also_known_as: The A, from: 2010-04~}\n"
        "  b:\n    name: B\n    part_of: a\n    reports_to: a\n"
        "    seats:\n      - {role: chair, held_by: ann}\n      - {represents: Police}\n"
        "people:\n  ann: {name: Ann, also_known_as: Annie}\n"
        "milestones:\n  - {date: 2010, what: It began}\n",
        encoding="utf-8",
    )
    target = tmp_path / "a.popolo.json"
    done = govgraph("convert", str(source), str(target))
    assert (
        "left: 1 relation of the kind reports_to (b reports_to a): the format 'popolo' has no word"
        in done.err
    )
    assert "left: 1 milestone (2010 It began): the format 'popolo'" in done.err
    again, before = read_structure(target), read_structure(source)
    assert [body.name for body in again.bodies] == ["A", "B"]
    assert again.people == before.people
    assert again.relations == before.relations[:1]
    assert [(seat.role, seat.held_by) for seat in again.seats] == [
        (Role.CHAIR, ("ann",)), (Role.MEMBER, ()),
    ]  # fmt: skip


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_a_real_parliament_is_read() -> None:
    """The States of Alderney: ten members, each with a seat."""
    account = read_account(REAL / "everypolitician-alderney" / "ep-popolo-v1.0.json")
    structure = account.structure
    assert (len(structure.bodies), len(structure.people), len(structure.seats)) == (2, 10, 10)
    assert {seat.represents for seat in structure.seats} == {("Independent",)}


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("organization", (1, 0, 0)),
        ("membership", (0, 0, 1)),
        ("person", (0, 1, 0)),
        ("post", (0, 0, 1)),
        ("embedding-membership", (1, 1, 1)),
        ("embedding-organization", (1, 0, 2)),
        ("embedding-person", (0, 1, 2)),
        ("embedding-post", (1, 0, 1)),
    ],
)
def test_the_examples_of_the_specification_are_read(
    name: str, counts: tuple[int, int, int]
) -> None:
    """Each alone, with what is described within it."""
    structure = read_account(REAL / "spec-examples" / f"{name}.json", "popolo").structure
    assert (len(structure.bodies), len(structure.people), len(structure.seats)) == counts


def test_the_dates_of_a_post_are_those_of_an_empty_seat(tmp_path: Path) -> None:
    """Of one that somebody fills they are named: a membership has dates of its own."""
    data = {
        "organizations": [{"id": "a", "name": "A"}],
        "posts": [
            {"id": "p", "label": "Clerk", "role": "secretary", "organization_id": "a",
             "start_date": "2010", "end_date": "2011"},
            {"id": "q", "label": "Chair", "organization_id": "a", "start_date": "2012"},
        ],
        "memberships": [{"person_id": "ann", "post_id": "q", "role": "chair"}],
    }  # fmt: skip
    account = read(tmp_path, data)
    held, empty = account.structure.seats
    assert (empty.role, str(empty.from_), str(empty.until), empty.note) == (
        "secretary", "2010", "2011", "Clerk",
    )  # fmt: skip
    assert (held.role, held.from_) == ("chair", None)
    said = [str(left) for left in account.left]
    assert "the dates of the post 'q': they are not those of its memberships" in said


@pytest.mark.parametrize(
    "data",
    [
        {"id": "a", "name": "Ann", "birth_date": "1970"},
        {"id": "a", "role": "chair", "organization": {"id": "b", "name": "B"},
         "person": {"id": "c", "name": "C"}},
    ],
)  # fmt: skip
def test_an_object_that_stands_alone_is_known_by_its_fields(
    tmp_path: Path, data: dict[str, Any]
) -> None:
    """Without being told that it is Popolo."""
    structure = read(tmp_path, data).structure
    assert structure.people or structure.seats


def test_a_name_keeps_the_marks_that_its_script_needs(tmp_path: Path) -> None:
    """A joiner in Persian stays; what steers a terminal is spelt out."""
    name = "\u0646\u06cc\u200c\u0645\x1b"
    path = tmp_path / "plan.json"
    path.write_text(json.dumps({"organizations": [{"id": "a", "name": name}]}), encoding="utf-8")
    (body,) = read_account(path, "popolo").structure.bodies
    assert body.name == "\u0646\u06cc\u200c\u0645\\x1b"
