"""Seats and duties in words: folded to a width, roles said, beginnings said."""

from dataclasses import replace

from govgraph.analysis.interlocks import find_people
from govgraph.analysis.membership import find_membership
from govgraph.analysis.seating import find_seating
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Partner, Requirement
from govgraph.model.standpoint import Standpoint
from govgraph.reporting.membership_text import requirements_as_text, seats_as_text
from govgraph.reporting.people_text import people_as_text
from tests.seated import seated, seated_graph

ASKED = Requirement(
    id="core",
    seats_for=tuple(Partner(name=name) for name in ("Schools", "Police", "Probation", "Health")),
    from_=PartialDate(2010, 4),
    until=PartialDate(2012),
)


def graph(text: str, *seats: str, standpoint: Standpoint | None = None) -> AccountabilityGraph:
    """The graph of a structure that is measured against the list above."""
    made = replace(seated(text, *seats), requirements=(ASKED,))
    return AccountabilityGraph(made, standpoint or Standpoint())


def test_a_long_sentence_is_folded_further_in() -> None:
    """So are the cells of its table."""
    here = graph("hart", "hart: member ? for Farming")
    assert max(map(len, seats_as_text(here, find_seating(here), 40).splitlines())) <= 40


def test_a_partner_who_only_advises_is_said_to() -> None:
    """A seat is a seat, and its role is told."""
    here = graph("hart", "hart: adviser ? for Schools", "hart: member ? for Police")
    assert "covered (2 of 4): Schools (as adviser); Police" in seats_as_text(
        here, find_seating(here)
    )


def test_a_requirement_says_its_dates() -> None:
    """By its id where it has no title."""
    here = graph("hart", standpoint=Standpoint(as_at=PartialDate(2009)))
    told = requirements_as_text(here, find_membership(here))
    assert "core [core]\n  from April 2010 until 2012; stated; not in force" in told


def test_a_body_that_is_to_begin_is_said_to_be_judged_ahead() -> None:
    """With the date, for its seats are those it has then."""
    made = seated("board?", "board: member ? for Schools")
    made = replace(
        made,
        bodies=(replace(made.bodies[0], from_=PartialDate(2010, 4)),),
        requirements=(ASKED,),
    )
    standpoint = Standpoint(as_at=PartialDate(2009), include=frozenset({Status.PROPOSED}))
    here = AccountabilityGraph(made, standpoint)
    told = requirements_as_text(here, find_membership(here))
    assert "judged as at April 2010, when it is to begin" in told


def test_a_vacant_seat_that_comes_near_is_said_to_be_vacant() -> None:
    """Beside what makes it likely."""
    here = graph("hart", "hart: member nobody for Primary schools")
    assert "Schools: Primary schools (by the same words, a vacant seat)" in seats_as_text(
        here, find_seating(here)
    )


def test_one_person_alone_is_told_in_full() -> None:
    """With what they represent; and nothing of several bodies where there is one."""
    here = seated_graph("hart", "hart: member lynn for Schools, Colleges")
    told = people_as_text(here, find_people(here))
    assert "member of Hart, for Schools, Colleges" in told
    assert "several" not in told


def test_nobody_at_all_is_told() -> None:
    """An empty table and a count."""
    here = seated_graph("hart")
    assert "0 people" in people_as_text(here, find_people(here))
