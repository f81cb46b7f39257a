"""Popolo JSON, read and written."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account, read_structure
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
    left = "\n".join(map(str, read(tmp_path, SMALL).skipped))
    for said in (
        "1 record of 'events' (term): a structure has no place for it",
        "the field 'dissolution_date' (organization) (scrutiny): 'one day' is no date",
        "1 membership (4): it does not say of which organization",
        "1 membership (not a membership): it is no mapping of fields",
        "the field 'email' (person) (ann): how to reach somebody is not governance",
        "the field 'gender' (person) (ann): it is not about governance",
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
    assert len(account.skipped) == 6


@pytest.mark.parametrize("name", [" ", ["A"], {"en": "A"}])
def test_an_organisation_whose_name_is_no_text_is_left(tmp_path: Path, name: Any) -> None:
    """It says nothing else either."""
    account = read(tmp_path, {"organizations": [{"name": name}, {"id": "b", "name": "B"}]})
    assert [body.id for body in account.structure.bodies] == ["b"]
    assert account.skipped


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
    said = "skipped: 1 relation of the kind reports_to (b reports_to a): the format 'popolo' has no"
    assert said in done.err
    assert "skipped: 1 milestone (2010 It began): the format 'popolo'" in done.err
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
    said = [str(left) for left in account.skipped]
    assert "the field 'start_date' (post) (q): they are not those of its memberships" in said


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


def seats_of(account: Account) -> list[tuple[str, Role, tuple[str, ...], str]]:
    """The seats that were read."""
    return [(seat.body, seat.role, seat.held_by, seat.note) for seat in account.structure.seats]


def test_a_membership_has_the_role_of_its_post(tmp_path: Path) -> None:
    """Unless it says a role of its own that is more than a member's."""
    data = {
        "organizations": [{"id": "forum", "name": "Forum"}],
        "posts": [
            {"id": "p", "label": "Head of the Forum", "role": "Chairperson",
             "organization_id": "forum"},
            {"id": "q", "label": "Secretary", "organization_id": "forum"},
        ],
        "memberships": [
            {"post_id": "p", "person_id": "ann"},
            {"post_id": "p", "person_id": "bob", "role": "member"},
            {"post_id": "p", "person_id": "cat", "role": "Vice-Chair"},
            {"post_id": "q", "person_id": "dan"},
        ],
    }  # fmt: skip
    assert seats_of(read(tmp_path, data)) == [
        ("forum", Role.CHAIR, ("ann",), "Head of the Forum"),
        ("forum", Role.CHAIR, ("bob",), "Head of the Forum"),
        ("forum", Role.VICE_CHAIR, ("cat",), "Head of the Forum; Chairperson"),
        ("forum", Role.SECRETARY, ("dan",), ""),
    ]


def test_posts_without_ids_are_each_a_seat_of_their_own_body(tmp_path: Path) -> None:
    """However alike they look, in one organisation or in several."""
    posts = [{"label": "Member"}, {"label": "Member"}]
    data = {"organizations": [{"id": id_, "name": id_, "posts": posts} for id_ in ("a", "b")]}
    assert seats_of(read(tmp_path, data)) == [
        (body, Role.MEMBER, (), "") for body in ("a", "a", "b", "b")
    ]


def test_ids_that_look_alike_are_of_different_things(tmp_path: Path) -> None:
    """Also those that only something refers to; what can be an id stays as it is."""
    data = {
        "organizations": [
            {"id": "north west", "name": "Second", "parent_id": "North.West"},
            {"id": "north-west", "name": "First", "parent_id": "North West"},
        ]
    }
    found = read(tmp_path, data).structure
    assert [(body.id, body.name) for body in found.bodies] == [
        ("north-west-2", "Second"), ("north-west", "First"),
    ]  # fmt: skip
    assert [line.to_body for line in found.relations] == ["North.West", "north-west-3"]


def test_a_reference_means_the_id_that_is_written_just_so(tmp_path: Path) -> None:
    """Of ids that differ in how their letters are put together, or in case."""
    ids = ["caf\u00e9", "cafe\u0301", "Cafe", "cafe"]
    data = {
        "organizations": [{"id": id_, "name": f"Body {at}"} for at, id_ in enumerate(ids)],
        "memberships": [
            {"person": {"id": f"p{at}", "name": "Ann"}, "organization_id": id_}
            for at, id_ in enumerate(ids)
        ],
    }
    found = read(tmp_path, data).structure
    bodies = [body.id for body in found.bodies]
    assert bodies == ["caf\u00e9", "caf\u00e9-2", "Cafe", "cafe"]
    assert [(seat.body, seat.held_by) for seat in found.seats] == [
        (body, (f"p{at}",)) for at, body in enumerate(bodies)
    ]


def test_one_id_for_different_things_loses_none_of_them(tmp_path: Path) -> None:
    """A number and the same number in quotes are two ids where both are used."""
    data = {
        "organizations": [{"id": "x", "name": "Harbour Board"}, {"id": "x", "name": "Planning"}],
        "persons": [{"id": "1", "name": "Ann"}, {"id": 1, "name": "Bo"}],
        "memberships": [
            {"id": "m", "person_id": 1, "organization_id": "x", "role": "chair"},
            {"id": "m", "person_id": "1", "organization_id": "x", "role": "secretary"},
        ],
    }
    account = read(tmp_path, data)
    assert [body.id for body in account.structure.bodies] == ["x", "x-2"]
    assert [(person.id, person.name) for person in account.structure.people] == [
        ("1", "Ann"), ("1-2", "Bo"),
    ]  # fmt: skip
    assert seats_of(account) == [
        ("x", Role.CHAIR, ("1-2",), ""), ("x", Role.SECRETARY, ("1",), ""),
    ]  # fmt: skip
    said = "\n".join(map(str, account.skipped))
    for words in (
        "the id 'x' of 2 different organizations ('Harbour Board' as x, 'Planning' as x-2)",
        "the id '1' of 2 different people",
        "the id 'm' of 2 different memberships: each of them is kept as a seat",
    ):
        assert words in said


def test_a_number_refers_to_the_same_number_in_quotes(tmp_path: Path) -> None:
    """Where only one of them is anybody's id."""
    data = {
        "organizations": [{"id": 7, "name": "Board"}],
        "memberships": [{"organization_id": "7", "person_id": "ann"}],
    }
    account = read(tmp_path, data)
    assert [body.id for body in account.structure.bodies] == ["7"]
    assert seats_of(account) == [("7", Role.MEMBER, ("ann",), "")]


def test_several_descriptions_of_one_thing_are_merged(tmp_path: Path) -> None:
    """The first word holds; where another says otherwise, that is told."""
    data = {
        "organizations": [{"id": "a", "name": "Board", "abstract": "To govern"}],
        "posts": [
            {"id": "p", "label": "Chair",
             "organization": {"id": "a", "name": "board", "abstract": "To lead",
                              "founding_date": "2001"}},
        ],
    }  # fmt: skip
    account = read(tmp_path, data)
    (body,) = account.structure.bodies
    assert (body.name, body.remit, str(body.from_)) == ("Board", "To govern", "2001")
    said = "\n".join(map(str, account.skipped))
    assert "1 organization merged into organization a (a): it is described before" in said
    assert (
        "the field 'abstract' (organization) (a): an earlier description says 'To govern'" in said
    )


def test_a_membership_that_is_written_twice_is_one_seat(tmp_path: Path) -> None:
    """Without an id both say the same; with one it is the id that is the same."""
    for id_, told in (
        ({}, "1 membership merged into a membership (2): it says the same, without an id"),
        ({"id": "m"}, "1 membership merged into membership m (m): the id is the same"),
    ):
        one = {"person_id": "ann", "organization_id": "a", **id_}
        data = {
            "organizations": [{"id": "a", "name": "Board"}],
            "persons": [{"id": "ann", "name": "Ann"}],
            "memberships": [one, one],
        }
        account = read(tmp_path, data)
        assert len(account.structure.seats) == 1
        assert [str(left).partition(": ")[2] for left in account.skipped] == [told]


def test_lists_that_are_not_read_are_named(tmp_path: Path) -> None:
    """Each record of them, whatever it is."""
    data = {
        "organizations": [{"id": "x", "name": "Board"}],
        "motions": [{"id": "m1", "text": "that it be so"}, {"id": "m2"}],
        "warnings": {"skipped": ["ward"]},
    }
    account = read(tmp_path, data)
    assert {kind: number for kind, number in account.records.items() if "." not in kind} == {
        "organization": 1, "motions": 2, "warnings": 1,
    }  # fmt: skip
    assert "2 records of 'motions' (m1, m2): a structure has no place for it" in map(
        str, account.skipped
    )


def test_an_empty_list_is_popolo(tmp_path: Path) -> None:
    """As a structure without bodies is written."""
    assert read(tmp_path, {"organizations": [], "persons": []}).structure.bodies == ()


def test_a_person_may_be_the_member(tmp_path: Path) -> None:
    """`member_id` names an organisation or a person."""
    data = {
        "organizations": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "persons": [{"id": "ann", "name": "Ann"}],
        "memberships": [
            {"organization_id": "a", "member_id": "ann"},
            {"organization_id": "a", "member_id": "b"},
        ],
    }
    seats = read(tmp_path, data).structure.seats
    assert [(seat.held_by, seat.represents) for seat in seats] == [(("ann",), ()), ((), ("B",))]


def test_what_is_written_is_found_to_be_popolo_again(tmp_path: Path) -> None:
    """Whatever the bodies are called; whom a seat represents comes back if it is a body."""
    source = tmp_path / "a.yaml"
    source.write_text(
        "bodies:\n  policy: {name: policy, kind: board}\n  b:\n    name: bodies\n"
        "    seats:\n      - {held_by: ann, represents: policy}\n"
        "      - {held_by: ann, represents: Police, ex_officio: clerk}\n"
        "people:\n  ann: {name: Ann}\n",
        encoding="utf-8",
    )
    target = tmp_path / "a.popolo.json"
    done = govgraph("convert", str(source), str(target))
    assert (
        "skipped: what seats represent or go with (member of b): a membership says it" in done.err
    )
    again = read_structure(target)
    assert [(body.id, body.kind) for body in again.bodies] == [("policy", "board"), ("b", "body")]
    assert [(seat.represents, seat.note) for seat in again.seats] == [
        (("policy",), ""), ((), "Police; clerk"),
    ]  # fmt: skip
