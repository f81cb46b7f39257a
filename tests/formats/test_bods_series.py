"""Statements of ownership in their series, and the names and interests they state."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account, write_structure

Data = dict[str, Any]


def entity(id_: str, name: str, date: str = "2020", **further: Any) -> Data:
    """A statement about an entity, before version 0.4."""
    head = {"statementID": id_, "statementType": "entityStatement", "statementDate": date}
    return {**head, "entityType": "registeredEntity", "name": name, **further}


def owns(id_: str, entity_id: str, owner: str, *interests: Data, **further: Any) -> Data:
    """A statement about a relationship, before version 0.4."""
    return {
        "statementID": id_,
        "statementType": "ownershipOrControlStatement",
        "statementDate": "2020",
        "subject": {"describedByEntityStatement": entity_id},
        "interestedParty": {"describedByEntityStatement": owner},
        "interests": list(interests) or [{"type": "shareholding"}],
        **further,
    }


def record(id_: str, record_id: str, name: str, status: str, date: str) -> Data:
    """A statement about an entity in version 0.4."""
    return {
        "statementId": id_, "recordId": record_id, "recordType": "entity", "recordStatus": status,
        "statementDate": date, "recordDetails": {"entityType": {"type": "registeredEntity"},
                                                 "name": name},
    }  # fmt: skip


def read(tmp_path: Path, *statements: Data) -> Account:
    """What some statements come to."""
    path = tmp_path / "statements.json"
    path.write_text(json.dumps(statements), encoding="utf-8")
    return read_account(path)


def names(account: Account) -> list[str]:
    """The names of the bodies."""
    return [body.name for body in account.structure.bodies]


def owners(account: Account) -> list[tuple[str, str]]:
    """Who is owned by whom, by name."""
    structure = account.structure
    lines = structure.relations
    return [(structure.name_of(each.from_body), structure.name_of(each.to_body)) for each in lines]


def left(account: Account) -> str:
    """What was left, in words."""
    return "\n".join(map(str, account.skipped))


@pytest.mark.parametrize("backwards", [False, True])
def test_who_names_a_replaced_statement_means_the_one_that_holds(
    tmp_path: Path,
    backwards: bool,  # noqa: FBT001 - one of two orders
) -> None:
    """Through as many replacements as there are, in whatever order they stand."""
    statements = [
        entity("e1", "Acorn"),
        entity("b1", "Birch", "2020"),
        entity("b2", "Birch Two", "2021", replacesStatements=["b1"]),
        entity("b3", "Birch Three", "2022", replacesStatements=["b2"]),
        owns("o1", "e1", "b1"),
    ]
    account = read(tmp_path, *(reversed(statements) if backwards else statements))
    assert owners(account) == [("Acorn", "Birch Three")]
    assert sorted(names(account)) == ["Acorn", "Birch Three"]


def test_broken_series_are_named_and_read_all_the_same(tmp_path: Path) -> None:
    """Rings, forks, statements that are not there, and those about something else."""
    account = read(
        tmp_path,
        entity("a1", "A", "2020", replacesStatements=["a2"]),
        entity("a2", "A later", "2021", replacesStatements=["a1", "a2", "gone"]),
        entity("b1", "B"),
        entity("b2", "B two", "2021", replacesStatements=["b1"]),
        entity("b3", "B three", "2022", replacesStatements=["b1", "o1"]),
        owns("o1", "a1", "b1"),
    )
    assert sorted(names(account)) == ["A later", "B three", "B two"]
    assert owners(account) == [("A later", "B three")]
    said = left(account)
    assert "statement 'a1', which replaces 'a2', which replaces it: the series is broken" in said
    assert "statement 'a2', which replaces itself" in said
    assert "statement 'a2', which replaces 'gone', which is not in the file" in said
    assert "statement 'b1', which 2 others replace" in said
    assert "statement 'b3', which replaces 'o1', which is about another kind of thing" in said


def test_the_same_statement_again_is_merged(tmp_path: Path) -> None:
    """Whatever the order of its fields."""
    first = entity("e1", "Acorn")
    account = read(tmp_path, first, dict(reversed(first.items())))
    assert names(account) == ["Acorn"]
    assert "merged into statement e1 (e1): it is the same statement again" in left(account)


def test_an_id_of_several_statements_is_told(tmp_path: Path) -> None:
    """The later holds; of one day relationships all hold, and one entity does."""
    account = read(
        tmp_path,
        entity("e1", "Acorn", "2020"),
        entity("e1", "Acorn Two", "2021"),
        entity("f1", "Fir"),
        entity("f1", "Fig"),
        owns("o1", "e1", "f1"),
        owns("o1", "f1", "e1"),
        {"statementID": None, "statementType": "entityStatement", "name": "No id"},
        {"statementID": None, "statementType": "entityStatement", "name": "None either"},
    )
    assert sorted(names(account))[:2] == ["Acorn Two", "Fig"]
    assert sorted(names(account))[2:] == ["No id", "None either"]
    assert owners(account) == [("Acorn Two", "Fig"), ("Fig", "Acorn Two")]
    said = left(account)
    assert "the id of 2 statements, 'f1', which say different things" in said
    assert "(f1): another statement of the same day has the id 'f1' and says otherwise" in said


def test_of_a_record_the_latest_statement_holds_and_what_cannot_be_is_named(
    tmp_path: Path,
) -> None:
    """Version 0.4: new twice, on after it was closed, two on one day."""
    account = read(
        tmp_path,
        record("s3", "r", "Third", "updated", "2022"),
        record("s1", "r", "First", "new", "2020"),
        record("s2", "r", "Second", "closed", "2021"),
        record("t1", "t", "One", "new", "2020"),
        record("t2", "t", "Two", "new", "2020"),
    )
    assert names(account) == ["Third", "Two"]
    said = left(account)
    assert "record 'r', which goes on after it was closed: the series is broken" in said
    assert "record 't', which is new 2 times: the series is broken" in said
    assert "which of two statements of record 't' from the same day holds" in said
    assert account.records["entity statement"] == 5


@pytest.mark.parametrize("backwards", [False, True])
def test_the_name_in_use_is_the_name(tmp_path: Path, backwards: bool) -> None:  # noqa: FBT001
    """Not the first, nor one of before, at birth or in other letters; parts make a whole."""
    given = [
        {"type": "former", "fullName": "Jo Elder"},
        {"type": "birth", "fullName": "Josephine Elder"},
        {"type": "transliteration", "fullName": "Dzho Yang"},
        {"type": "individual", "givenName": "Jo", "familyName": "Young"},
    ]
    person = {
        "statementID": "p1",
        "statementType": "personStatement",
        "personType": "knownPerson",
        "names": given[::-1] if backwards else given,
    }
    account = read(tmp_path, person)
    (found,) = account.structure.people
    assert found.name == "Jo Young"
    assert found.also_known_as == ("Dzho Yang", "Josephine Elder", "Jo Elder")


def test_interests_that_hold_at_different_times_are_lines_of_their_own(tmp_path: Path) -> None:
    """One that has ended does not go on with another that has not."""
    account = read(
        tmp_path,
        entity("e1", "Acorn"),
        entity("e2", "Birch"),
        owns(
            "o1",
            "e1",
            "e2",
            {"type": "shareholding", "share": {"exact": 75}, "endDate": "2019-01-01"},
            {"type": "votingRights", "share": {"exact": 10}, "details": "Class B"},
            {"type": "appointmentOfBoard"},
            {"type": "shareholding", "directOrIndirect": "indirect"},
        ),
    )
    lines = account.structure.relations
    assert [(line.kind, line.scope, str(line.until), line.note) for line in lines] == [
        ("owned_or_controlled_by", "shareholding 75 %", "2019-01-01", ""),
        ("owned_or_controlled_by", "voting rights 10 %, appointment of board", "None", "Class B"),
        ("indirectly_owned_or_controlled_by", "shareholding", "None", ""),
    ]


def test_who_is_closed_keeps_the_name_and_has_ended(tmp_path: Path) -> None:
    """Though the statement that closes a record may say nothing of it any more."""

    def made(
        id_: str, record: str, type_: str, status: str, **details: object
    ) -> dict[str, object]:
        date = "2021" if status == "Closed" else "2020"
        return {
            "statementId": id_, "recordId": record, "recordType": type_, "recordStatus": status,
            "statementDate": date, "recordDetails": details,
        }  # fmt: skip

    account = read(
        tmp_path,
        made("s1", "e", "entity", "new", name="Acorn"),
        made("s2", "p", "person", "new", names=[{"givenName": "Ann", "familyName": "Lee"}]),
        made("s3", "r", "relationship", "new", subject="e", interestedParty="p"),
        made("s4", "p", "person", "Closed"),
        made("s5", "e", "entity", "Closed"),
        made("s6", "x", "entity", "deleted", name="Birch"),
    )
    bodies = {body.name: str(body.status) for body in account.structure.bodies}
    assert bodies == {"Acorn": "ended", "Ann Lee": "ended", "Birch": "active"}
    said = (
        "the field 'recordStatus' (entity statement) (s6): 'deleted' is no status of the standard"
    )
    assert said in left(account)


def test_what_cannot_be_written_is_spelt_out_in_other_names_too(tmp_path: Path) -> None:
    """JSON may hold half a letter, which no file can."""
    account = read(tmp_path, entity("e1", "x\ud800", alternateNames=["y\ud800", " z\n z "]))
    assert names(account) == [r"x\ud800"]
    assert account.structure.bodies[0].also_known_as == (r"y\ud800", "z z")
    write_structure(account.structure, tmp_path / "plan.json")


def test_what_sort_of_its_type_an_entity_is_is_a_tag(tmp_path: Path) -> None:
    """In version 0.3 as in 0.4."""
    subtype = {"generalCategory": "stateAgency", "localTerm": "NDPB"}
    account = read(tmp_path, entity("e1", "Agency", entitySubtype=subtype))
    assert account.structure.bodies[0].tags == ("stateAgency", "NDPB")
    assert account.skipped == ()


def test_all_that_is_said_of_an_interest_is_kept_or_told(tmp_path: Path) -> None:
    """How a place on a board is held, and bounds of a share that is exact."""
    share = {"exact": 10, "minimum": 5, "maximum": 15}
    interests = [
        {"type": "boardMember", "directOrIndirect": "indirect", "details": "By right"},
        {"type": "shareholding", "share": share},
    ]
    relationship = {**owns("o1", "e1", "e2"), "interests": interests}
    account = read(tmp_path, entity("e1", "Acorn"), entity("e2", "Birch"), relationship)
    assert [seat.note for seat in account.structure.seats] == ["indirect; By right"]
    assert [line.scope for line in account.structure.relations] == ["shareholding 10 %"]
    assert {"the field 'minimum' (share)", "the field 'maximum' (share)"} == {
        skipped.what for skipped in account.skipped
    }
