"""What is different between two states, and what it means."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.analysis.changes import Change, Succession, What
from govgraph.analysis.difference import Answering, Difference, find_difference
from govgraph.analysis.state import find_state
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Partner, Requirement
from govgraph.model.seats import Role, Seat, SeatStatus
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import graph, structure
from tests.strategies import dates, structures


def at(subject: Structure, day: str, *include: Status) -> AccountabilityGraph:
    """The structure as at a day that was asked for."""
    standpoint = subject.standpoint(PartialDate.parse(day), frozenset(include))
    return AccountabilityGraph(subject, standpoint)


def told(difference: Difference) -> list[str]:
    """The kinds of change, in order."""
    return [str(change.what) for change in difference.changes]


def between(old: Structure, new: Structure) -> Difference:
    """The difference between two structures regardless of dates."""
    return find_difference(*(AccountabilityGraph(one, Standpoint()) for one in (old, new)))


@given(structures())
def test_a_structure_differs_from_itself_in_nothing(one: Structure) -> None:
    """The same structure from the same standpoint has no change and means nothing new."""
    same = AccountabilityGraph(one, one.standpoint())
    assert not find_difference(same, same)


@settings(max_examples=60)
@given(structures(), structures())
def test_the_difference_the_other_way_is_the_mirror_image(one: Structure, two: Structure) -> None:
    """What is added one way has ended the other way, and so on for every change."""
    before, after = (AccountabilityGraph(each, each.standpoint()) for each in (one, two))
    difference = find_difference(before, after)
    assert find_difference(after, before) == difference.mirrored
    assert difference.mirrored.mirrored == difference


@given(structures(), dates, dates)
def test_two_dates_mirror_each_other(one: Structure, first: object, second: object) -> None:
    """Backwards in time everything is undone."""
    before, after = (at(one, str(day), Status.PROPOSED) for day in (first, second))
    assert find_difference(after, before) == find_difference(before, after).mirrored


@settings(max_examples=30)
@given(structures(), structures(), st.randoms())
def test_the_order_in_a_file_makes_no_difference(one: Structure, two: Structure, dice: Any) -> None:
    """Records written in another order are the same records."""

    def shuffled(subject: Structure) -> Structure:
        def mixed(records: tuple[object, ...]) -> tuple[object, ...]:
            return tuple(dice.sample(records, len(records)))

        parts = ("bodies", "relations", "seats", "requirements")
        changed: Any = {part: mixed(getattr(subject, part)) for part in parts}
        return replace(subject, **changed)

    assert between(shuffled(one), shuffled(two)) == between(one, two)


def test_bodies_that_come_and_go() -> None:
    """A body on one side only is added or has ended."""
    difference = between(structure("trust; hart"), structure("trust; fleet"))
    assert told(difference) == ["body-added", "body-ended"]
    assert [change.record.id for change in difference.changes] == ["fleet", "hart"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("name", "Hart Board", "body-renamed"),
        ("kind", "board", "body-changed-kind"),
        ("status", Status.SHADOW, "body-changed-status"),
        ("apex", True, "body-changed"),
        ("area", "Hart", "body-changed"),
    ],
)
def test_a_body_that_is_not_as_it_was(field: str, value: Any, what: str) -> None:
    """Each field of a body that matters makes a change of its own, which names the field."""
    old = structure("hart")
    new = replace(old, bodies=(replace(old.bodies[0], **{field: value}),))
    standpoint = Standpoint(include=frozenset({Status.SHADOW}))
    difference = find_difference(*(AccountabilityGraph(one, standpoint) for one in (old, new)))
    (change,) = difference.changes
    assert isinstance(change, Change)
    assert (str(change.what), change.detail) == (what, field)


def test_sources_and_notes_are_no_change() -> None:
    """Writing more about a body does not change the body."""
    old = structure("hart")
    new = replace(old, bodies=(replace(old.bodies[0], note="More is known now."),))
    assert not between(old, new)


def following(*pairs: tuple[str, tuple[str, ...]], lasting: tuple[str, ...] = ()) -> Difference:
    """The difference of two dates between which bodies give way to others."""
    born, gone = PartialDate.parse("2010-01-01"), PartialDate.parse("2009-12-31")
    old = {earlier for _, succeeds in pairs for earlier in succeeds}
    bodies = [
        Body(id=id_, name=id_, from_=None if id_ in lasting else born, succeeds=succeeds)
        for id_, succeeds in pairs
    ]
    bodies += [
        Body(id=id_, name=id_, until=None if id_ in lasting else gone)
        for id_ in sorted(old - {body.id for body in bodies})
    ]
    one = Structure(bodies=tuple(bodies))
    return find_difference(at(one, "2009-06-01"), at(one, "2010-06-01"))


def successions(difference: Difference) -> list[Succession]:
    """The successions of a difference."""
    return [change for change in difference.changes if isinstance(change, Succession)]


def test_one_body_takes_over_from_another() -> None:
    """`succeeds` between one that ends and one that begins is a succession."""
    difference = following(("new", ("old",)))
    assert successions(difference) == [Succession(What.BODY_SUCCEEDED, ("old",), ("new",))]
    assert told(difference) == ["body-added", "body-ended", "body-succeeded"]


def test_two_bodies_merge() -> None:
    """One body that succeeds two is their merger."""
    difference = following(("joint", ("east", "west")))
    assert successions(difference) == [Succession(What.BODIES_MERGED, ("east", "west"), ("joint",))]


def test_a_body_splits() -> None:
    """Two bodies that succeed the same one are its parts."""
    difference = following(("east", ("whole",)), ("west", ("whole",)))
    assert successions(difference) == [Succession(What.BODY_SPLIT, ("whole",), ("east", "west"))]


def test_many_become_many() -> None:
    """Where mergers and splits mix, the bodies are made anew together."""
    difference = following(("a", ("x", "y")), ("b", ("y",)))
    assert successions(difference) == [Succession(What.BODIES_REORGANISED, ("x", "y"), ("a", "b"))]


def test_a_body_is_absorbed_by_one_that_was_there() -> None:
    """A body may end in another that is older than the change."""
    difference = following(("county", ("district",)), lasting=("county",))
    assert successions(difference) == [Succession(What.BODY_SUCCEEDED, ("district",), ("county",))]


def test_a_relation_that_leads_elsewhere_has_moved() -> None:
    """From the same body and of the same kind, to another superior."""
    difference = between(structure("hart -> trust*; board*"), structure("hart -> board*; trust*"))
    (change,) = difference.changes
    assert change.what is What.RELATION_MOVED
    assert difference.answering == (Answering("hart", ("trust",), ("board",)),)
    assert not difference.chain_lost


def test_relations_that_come_and_go_are_not_moved() -> None:
    """Two lines for one is no move: nobody says which follows which."""
    old = structure("hart -> trust; board; county")
    new = structure("hart -> board; hart -> county; trust")
    assert told(between(old, new)) == ["relation-added", "relation-added", "relation-ended"]


def test_a_relation_follows_the_successor() -> None:
    """Of several lines, the one to a body that was taken over moves to the one that took over."""
    before, after = PartialDate.parse("2009-12-31"), PartialDate.parse("2010-01-01")
    bodies = (
        Body(id="hart", name="Hart"),
        Body(id="old", name="Old", until=before),
        Body(id="new", name="New", from_=after, succeeds=("old",)),
        Body(id="lsp", name="LSP", from_=after),
    )
    relations = tuple(
        Relation(from_body="hart", kind="reports_to", to_body=id_) for id_ in ("lsp", "new", "old")
    )
    one = Structure(bodies=bodies, relations=relations)
    difference = find_difference(at(one, "2009"), at(one, "2010"))
    kinds = [
        (str(c.what), c.record.to_body)
        for c in difference.changes
        if isinstance(c, Change) and isinstance(c.record, Relation)
    ]
    assert kinds == [("relation-added", "lsp"), ("relation-moved", "new")]


def test_a_relation_whose_particulars_differ_has_changed() -> None:
    """Scope, status and basis count, each as a change of its own."""
    old = structure("hart -> trust")
    new = replace(old, relations=(replace(old.relations[0], scope="impact", basis=Basis.IMPLIED),))
    changes = between(old, new).changes
    assert [(str(c.what), c.detail) for c in changes if isinstance(c, Change)] == [
        ("relation-changed", "basis"),
        ("relation-changed", "scope"),
    ]


def seated(*seats: Seat) -> Structure:
    """A structure of one body with seats."""
    return replace(structure("hart"), seats=seats)


def test_the_chair_changes() -> None:
    """Another holder in the chair, also where the seat was written anew."""
    old = seated(Seat(body="hart", role=Role.CHAIR, held_by=("ann",)))
    new = seated(Seat(body="hart", role=Role.CHAIR, held_by=("bob",)))
    assert told(between(old, new)) == ["chair-changed"]


def test_a_chair_that_falls_vacant_has_changed() -> None:
    """On what footing a seat is held is part of who holds it."""
    old = seated(Seat(body="hart", role=Role.CHAIR))
    new = seated(Seat(body="hart", role=Role.CHAIR, standing=SeatStatus.VACANT))
    assert told(between(old, new)) == ["chair-changed"]


def test_the_holder_of_a_partners_seat_changes() -> None:
    """A seat for a partner is the same seat whoever holds it."""
    old = seated(Seat(body="hart", represents=("Police",), held_by=("ann",)))
    new = seated(Seat(body="hart", represents=("Police",), held_by=("bob",)))
    assert told(between(old, new)) == ["holder-changed"]


def test_plain_members_do_not_succeed_one_another() -> None:
    """Who came is not taken to sit where somebody else sat."""
    old = seated(Seat(body="hart", held_by=("ann",)))
    new = seated(Seat(body="hart", held_by=("bob",)))
    assert told(between(old, new)) == ["seat-added", "seat-ended"]


def test_a_member_who_takes_another_seat() -> None:
    """The same person on the same body, in another capacity."""
    old = seated(Seat(body="hart", held_by=("ann",)))
    new = seated(Seat(body="hart", role=Role.ADVISER, held_by=("ann",)))
    (change,) = between(old, new).changes
    assert isinstance(change, Change)
    assert (change.what, change.detail) == (What.SEAT_CHANGED, "role")


def test_requirements_begin_change_and_end() -> None:
    """A membership list has a life, and asks for others than it did."""
    began = PartialDate.parse("2010-01-01")
    old = Requirement(id="members", seats_for=(Partner(name="Police"),))
    late = Requirement(id="late", from_=began)
    early = Requirement(id="early", until=PartialDate.parse("2009"))
    one = Structure(requirements=(old, late, early))
    asked = replace(one, requirements=(replace(old, seats_for=()), late, early))
    difference = find_difference(at(one, "2009-06-01"), at(asked, "2010-06-01"))
    assert told(difference) == [
        "requirement-added",
        "requirement-ended",
        "requirement-changed",
    ]


def test_who_gains_and_who_loses_a_chain() -> None:
    """A line above opens or closes the way for everybody below."""
    old, new = graph("fleet -> hart; trust*"), graph("fleet -> hart -> trust*")
    assert find_difference(old, new).chain_gained == ("fleet", "hart")
    assert find_difference(new, old).chain_lost == ("fleet", "hart")


def test_every_change_carries_the_record_as_it_was_and_as_it_is() -> None:
    """Whatever it is a change of; what is added was nothing, what has ended is nothing."""
    base = structure("hart -> trust*; fleet -> hart; gone; lsp -supports-> trust")
    old_duty = Requirement(id="duty", title="Duty", seats_for=(Partner(name="Police"),))
    over = Requirement(id="over", title="Over")
    chair, member = Seat(body="hart", role=Role.CHAIR), Seat(body="hart", held_by=("ann",))
    before = replace(base, requirements=(old_duty, over), seats=(chair, member))
    new_body = Body(id="new", name="New")
    renamed = replace(base.bodies[0], name="Hart Board")
    new_duty = replace(old_duty, title="New duty")
    asked = Requirement(id="asked", title="Asked")
    named = replace(chair, held_by=("lynn",))
    voting = Seat(body="trust", held_by=("bob",))
    moved = Relation(from_body="fleet", kind="accountable_to", to_body="trust")
    scoped = replace(base.relations[2], scope="the plan")
    liaison = Relation(from_body="hart", kind="liaises_with", to_body="lsp")
    after = replace(
        before,
        bodies=(renamed, *(body for body in base.bodies[1:] if body.id != "gone"), new_body),
        relations=(moved, scoped, liaison),
        requirements=(new_duty, asked),
        seats=(named, voting),
    )
    gone = base.body_by_id["gone"]
    assert between(before, after).changes == (
        Change(What.BODY_ADDED, None, new_body),
        Change(What.BODY_ENDED, gone, None),
        Change(What.BODY_RENAMED, base.bodies[0], renamed, "name"),
        Change(What.RELATION_ADDED, None, liaison),
        Change(What.RELATION_ENDED, base.relations[0], None),
        Change(What.RELATION_MOVED, base.relations[1], moved),
        Change(What.RELATION_CHANGED, base.relations[2], scoped, "scope"),
        Change(What.SEAT_ADDED, None, voting),
        Change(What.SEAT_ENDED, member, None),
        Change(What.CHAIR_CHANGED, chair, named),
        Change(What.REQUIREMENT_ADDED, None, asked),
        Change(What.REQUIREMENT_ENDED, over, None),
        Change(What.REQUIREMENT_CHANGED, old_duty, new_duty, "title"),
    )


def test_a_seat_that_may_vote_now_is_the_same_seat() -> None:
    """Both records are given, and which field is different."""
    before = Seat(body="hart", held_by=("ann",))
    after = replace(before, voting=False)
    hart = structure("hart")
    (change,) = between(replace(hart, seats=(before,)), replace(hart, seats=(after,))).changes
    assert change == Change(What.SEAT_CHANGED, before, after, "voting")


@pytest.mark.parametrize(
    "one",
    [
        Difference(changes=(Change(What.BODY_ADDED, None, Body(id="a", name="A")),)),
        Difference(answering=(Answering("a", (), ("b",)),)),
        Difference(chain_gained=("a",)),
        Difference(chain_lost=("a",)),
    ],
)
def test_one_thing_that_is_different_is_a_difference(one: Difference) -> None:
    """A change, an answering, a chain gained or a chain lost; nothing at all is none."""
    assert one
    assert not Difference()


def test_who_answers_to_whom_is_mirrored_too() -> None:
    """What was before is after, and the other way round."""
    one = Answering("a", ("b",), ("c", "d"))
    assert one.mirrored == Answering("a", ("c", "d"), ("b",))


def test_several_relations_of_one_body_move_come_and_go_together() -> None:
    """Each kind of relation of each body is looked at by itself, and none is lost."""
    old = structure("a -> x; a -reports_to-> y; b -> x; c -> x; c -> y; q; z")
    new = structure("a -> z; a -reports_to-> q; b -> y; c -> z; c -> q; x; y")
    moves = [
        (change.before.key, change.after.key)
        for change in between(old, new).changes
        if isinstance(change, Change)
        and isinstance(change.before, Relation)
        and isinstance(change.after, Relation)
    ]
    assert moves == [
        (("a", "accountable_to", "x"), ("a", "accountable_to", "z")),
        (("a", "reports_to", "y"), ("a", "reports_to", "q")),
        (("b", "accountable_to", "x"), ("b", "accountable_to", "y")),
    ]
    assert told(between(old, new)).count("relation-added") == 2
    assert told(between(old, new)).count("relation-ended") == 2


def test_of_like_relations_the_likest_are_paired() -> None:
    """One whose words are the same is the same; the change is of the one whose words differ."""
    first, second = (
        Relation(from_body="a", kind="supports", to_body="b", scope=scope)
        for scope in ("money", "staff")
    )
    bare = structure("a; b")
    old = replace(bare, relations=(first, second))
    new = replace(bare, relations=(replace(second, basis=Basis.IMPLIED), first))
    (change,) = between(old, new).changes
    assert isinstance(change, Change)
    assert (change.before, change.detail) == (second, "basis")


def test_seats_without_a_holder_are_not_paired_by_their_emptiness() -> None:
    """A seat for the police does not become a seat for the schools."""
    police, schools = (Seat(body="hart", represents=(name,)) for name in ("Police", "Schools"))
    hart = structure("hart")
    difference = between(replace(hart, seats=(police,)), replace(hart, seats=(schools,)))
    assert told(difference) == ["seat-added", "seat-ended"]


@pytest.mark.parametrize(
    ("day", "asked"),
    [("2009-12-31", False), ("2010-01-01", True), ("2011-12-31", True), ("2012-01-01", False)],
)
def test_a_requirement_asks_from_its_first_day_to_its_last(day: str, *, asked: bool) -> None:
    """Both of them included."""
    rule = Requirement(
        id="r", from_=PartialDate.parse("2010-01-01"), until=PartialDate.parse("2011-12-31")
    )
    state = find_state(at(replace(structure("hart"), requirements=(rule,)), day))
    assert bool(state.requirements) is asked


def test_without_a_day_every_requirement_is_in_force_and_a_seat_needs_its_body() -> None:
    """What stands on a body that has ended is not there."""
    rule = Requirement(id="r", until=PartialDate.parse("2011"))
    seats = (Seat(body="old"), Seat(body="hart"), Seat(body="hart", status=Status.PROPOSED))
    whole = replace(structure("hart; old!"), requirements=(rule,), seats=seats)
    state = find_state(AccountabilityGraph(whole, Standpoint()))
    assert (list(state.requirements), state.seats) == (["r"], (seats[1],))
