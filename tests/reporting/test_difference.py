"""A difference in words, in Markdown and as data."""

import json
import re
from dataclasses import replace

import pytest

from govgraph.analysis.changes import What
from govgraph.checks.comparison import Comparison, compare_states
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Partner, Requirement, Selector
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.difference.difference_as_json import difference_as_data
from govgraph.reporting.difference.difference_as_text import (
    difference_as_markdown,
    difference_as_text,
)
from tests.factories import structure

PEOPLE = (Person(id="ann", name="Ann Lee"), Person(id="bob", name="Bob Ray"))


def between(old: Structure, new: Structure) -> Comparison:
    """Two structures held against each other regardless of dates, shadow included."""
    standpoint = Standpoint(include=frozenset({Status.SHADOW}))
    return compare_states(*(AccountabilityGraph(one, standpoint) for one in (old, new)))


def text(old: Structure, new: Structure) -> str:
    """Their difference as text."""
    return difference_as_text(between(old, new))


def test_what_comes_and_goes_is_told_in_words() -> None:
    """Bodies and relations, each with the word for what became of it."""
    out = text(structure("hart -> trust*"), structure("fleet -> trust*; hart"))
    assert "  added  Fleet [fleet], body\n" in out
    assert "  added  Fleet is accountable to Trust\n" in out
    assert "  ended  Hart is accountable to Trust\n" in out
    assert "Who answers to somebody else now\n  lost  Hart: to Trust before, to nobody now\n" in out
    assert "Who has lost the chain to an apex\n  Hart\n" in out
    assert re.search(r"Findings that are new\n  error GG101 +orphaned-body: ", out)


def test_a_line_that_moves_names_both_superiors() -> None:
    """Where it leads and where it led."""
    out = text(structure("hart -> trust*; board*"), structure("hart -> board*; trust*"))
    assert "  moved  Hart is accountable to Board, no longer Trust\n" in out
    assert "Hart: to Trust before, to Board now" in out


def test_a_gained_chain_is_told() -> None:
    """And which findings are gone for it."""
    out = text(structure("hart; trust*"), structure("hart -> trust*"))
    assert "Who has gained a chain to an apex\n  Hart\n" in out
    assert re.search(r"Findings that are gone\n  error GG101 +orphaned-body: ", out)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", "Hart Board", "renamed  Hart is now called Hart Board"),
        ("kind", "board", "changed  Hart: kind was body, is board"),
        ("status", Status.SHADOW, "changed  Hart: status was active, is shadow"),
        ("apex", True, "changed  Hart: accountability may now end here"),
        ("area", "Hart", "changed  Hart: area was not said, is Hart"),
        ("count", 3, "changed  Hart: count was not said, is 3"),
    ],
)
def test_a_body_that_is_not_as_it_was(field: str, value: object, told: str) -> None:
    """The field, as it was and as it is."""
    old = structure("hart")
    new = replace(old, bodies=(replace(old.bodies[0], **{field: value}),))  # type: ignore[arg-type]
    assert f"  {told}\n" in text(old, new)


def following(*pairs: tuple[str, tuple[str, ...]]) -> str:
    """The text of a difference in which bodies give way to others."""
    old = sorted({earlier for _, succeeds in pairs for earlier in succeeds})
    before = Structure(bodies=tuple(Body(id=id_, name=id_.title()) for id_ in old))
    after = Structure(
        bodies=tuple(Body(id=id_, name=id_.title(), succeeds=succeeds) for id_, succeeds in pairs)
    )
    return text(before, after)


def test_successions_have_words_of_their_own() -> None:
    """Taken over, merged, split, made anew."""
    assert "  succeeded  New in the place of Old\n" in following(("new", ("old",)))
    assert "  merged  East and West are now one: Joint\n" in following(("joint", ("east", "west")))
    assert "  split  Whole is now East and West\n" in following(
        ("east", ("whole",)), ("west", ("whole",))
    )
    assert "  reorganised  X and Y are now A and B\n" in following(("a", ("x", "y")), ("b", ("y",)))


def seated(*seats: Seat) -> Structure:
    """A body with seats, and two people."""
    return replace(structure("hart"), seats=seats, people=PEOPLE)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            (Seat(body="hart", role=Role.CHAIR, held_by=("ann",)),),
            (Seat(body="hart", role=Role.CHAIR, held_by=("bob",), standing=SeatStatus.INTERIM),),
            "changed  chair of Hart: Ann Lee before, Bob Ray (interim) now",
        ),
        (
            (Seat(body="hart", represents=("Police",), held_by=("ann", "bob")),),
            (Seat(body="hart", represents=("Police",), standing=SeatStatus.VACANT),),
            "changed  member for Police of Hart: Ann Lee and Bob Ray before, vacant now",
        ),
        (
            (),
            (Seat(body="hart", ex_officio="post: Leader", status=Status.SHADOW),),
            "added  member of Hart as Leader, shadow",
        ),
        ((Seat(body="hart", held_by=("ann",)),), (), "ended  member (Ann Lee) of Hart"),
        (
            (),
            (Seat(body="hart", role=Role.LEAD_OFFICER, held_by=("ann",)),),
            "added  lead officer of Hart: Ann Lee",
        ),
        (
            (Seat(body="hart", held_by=("ann",)),),
            (Seat(body="hart", held_by=("ann",), voting=True),),
            "changed  member (Ann Lee) of Hart: voting was not said, is True",
        ),
        (
            (Seat(body="hart", held_by=("ann",)),),
            (Seat(body="hart", held_by=("ann",), role=Role.LEAD_OFFICER),),
            "changed  lead officer of Hart: role was member, is lead officer",
        ),
    ],
)
def test_seats(old: tuple[Seat, ...], new: tuple[Seat, ...], told: str) -> None:
    """Who sat, who sits, and on what footing."""
    assert f"Seats\n  {told}\n" in text(seated(*old), seated(*new))


def test_relations_say_what_they_are_limited_to() -> None:
    """Scope and status, where there are any, and what of them is different."""
    line = Relation(
        from_body="hart", kind="informs", to_body="trust", scope="money", status=Status.SHADOW
    )
    plain = structure("hart; trust*")
    with_line = replace(plain, relations=(line,))
    assert "  added  Hart informs Trust, for money, shadow\n" in text(plain, with_line)
    wider = replace(plain, relations=(replace(line, scope=""),))
    assert "Hart informs Trust: scope was money, is not said\n" in text(with_line, wider)


def test_membership_lists() -> None:
    """By title; a change says whom they asked for and whom they ask for."""
    rule = Requirement(id="r", title="Partners", seats_for=(Partner(name="Police"),))
    old = replace(structure("hart"), requirements=(rule,))
    more = replace(rule, seats_for=(*rule.seats_for, Partner(name="GP")))
    out = text(old, replace(old, requirements=(more,)))
    assert "Partners: partners was Police, is Police, GP\n" in out
    narrow = replace(rule, applies_to=Selector(kind=("board",), not_=Selector(id=("hart",))))
    out = text(old, replace(old, requirements=(narrow,)))
    assert "bodies it applies to was every body, is kind board, not id hart\n" in out
    assert "  ended  Partners\n" in text(old, replace(old, requirements=()))


def test_the_same_is_said_in_a_sentence() -> None:
    """With what it was the same from."""
    out = text(structure("hart -> trust*"), structure("hart -> trust*"))
    assert out == (
        "test\nBefore: all dates, with all that is in shadow form. "
        "After: all dates, with all that is in shadow form.\n\nNothing is different."
    )


def test_text_is_folded_for_a_terminal() -> None:
    """Under its own column, no line wider than asked."""
    out = difference_as_text(between(structure("hart -> trust*"), structure("hart; trust*")), 50)
    assert max(map(len, out.splitlines()[2:])) <= 50


def dated() -> Comparison:
    """One structure at two dates, with an imprecise one between and things left open."""
    april = PartialDate.parse("2010-04", "by the end of April")
    bodies = (
        Body(id="hart", name="Hart_*", from_=april),
        Body(id="idea", name="Idea", status=Status.PROPOSED),
    )
    one = Structure(id="county", title="County", bodies=bodies)
    include = frozenset({Status.PROPOSED})
    days = (PartialDate.parse(day) for day in ("2010-03-01", "2010-04-15"))
    return compare_states(*(AccountabilityGraph(one, one.standpoint(day, include)) for day in days))


def test_what_is_left_open_and_not_certain_is_told_last() -> None:
    """With the rule by which dates are read."""
    out = difference_as_text(dated())
    assert "What the papers leave open\n  Proposed without a date" in out
    assert out.endswith("its last.\n  Hart_*: from April 2010 (by the end of April)")


def test_markdown_has_headings_bullets_and_no_stray_marks() -> None:
    """A name with marks in it stays a name."""
    out = difference_as_markdown(dated())
    assert out.startswith("# County: what is different\n\nBefore: as at 1 March 2010, with what")
    assert "## Bodies\n\n- **added** Hart\\_\\* \\[hart\\], body, from April 2010\n" in out
    assert "\n\n## Not certain on 15 April 2010\n\nThese dates" in out


def test_data_names_both_sides_and_every_change() -> None:
    """The documented shape, fit for JSON."""
    data = json.loads(json.dumps(difference_as_data(dated())))
    assert data["before"] == {
        "structure": "county",
        "as_at": "2010-03-01",
        "include": ["proposed"],
        "proposals": "by date",
        "presume": False,
        "dates_uncertain": [],
    }
    assert data["after"]["dates_uncertain"][0]["body"] == "hart"
    assert data["differs"] is True
    (change,) = data["changes"]
    assert (change["change"], change["body"], change["before"]) == ("body-added", "hart", None)
    assert change["after"]["from"] == {"date": "2010-04", "words": "by the end of April"}
    assert data["left_open"][0] == {
        "what": "undated-proposal",
        "bodies": ["idea"],
        "source": None,
    }
    assert set(data["findings"]) == {"new", "gone", "same"}


def test_data_of_each_sort_of_change() -> None:
    """Each says what it is about under the key that findings use."""
    old = replace(
        structure("hart -> trust*; east; west"),
        seats=(Seat(body="hart", role=Role.CHAIR, held_by=("ann",)),),
        requirements=(Requirement(id="r"),),
    )
    joint = Body(id="joint", name="Joint", succeeds=("east", "west"))
    new = replace(old, bodies=(*old.bodies[:2], joint), relations=(), seats=(), requirements=())
    changes = difference_as_data(between(old, new))["changes"]
    by_kind = {change["change"]: change for change in changes}
    assert by_kind["bodies-merged"] == {
        "change": "bodies-merged",
        "before": ["east", "west"],
        "after": ["joint"],
    }
    relation = {"from": "hart", "kind": "accountable_to", "to": "trust"}
    assert by_kind["relation-ended"]["relation"] == relation
    assert by_kind["seat-ended"]["seat"] == "chair"
    assert by_kind["requirement-ended"]["requirement"] == "r"


def test_every_kind_of_change_is_documented() -> None:
    """A program that reads the JSON finds every word in docs/json.md."""
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    assert [what for what in What if f"`{what}`" not in page] == []
