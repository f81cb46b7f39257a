"""Whole structures for Hypothesis: few bodies, so that everything meets everything else."""

from typing import Any

from hypothesis import strategies as st

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Partner, Requirement, Selector
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.sources import WRITTEN_BASES, Citation, Milestone, Source
from govgraph.model.structure import Structure

IDS = ("trust", "board", "hart", "fleet", "yateley", "odiham")
PEOPLE = ("ann", "bob", "cat")
SOURCES = ("paper-2009", "paper-2017")
KINDS = ("accountable_to", "reports_to", "part_of", "supports", "liaises_with")

dates = st.sampled_from(
    ("2008", "2009~", "2009-04", "2009-04-15", "2010-04~", "2010-04-09", "2017-07", "2020")
).map(PartialDate.parse)
some_date = st.none() | dates
statuses = st.sampled_from(Status)
bases = st.sampled_from(WRITTEN_BASES)
cites = st.lists(
    st.builds(
        Citation,
        source=st.sampled_from(SOURCES),
        at=st.sampled_from(("", "¶4")),
        quote=st.sampled_from(("", "", "It answers to the Trust: ‘in full’.")),
    ),
    max_size=2,
).map(tuple)
few_words = st.sampled_from(("", "impact", "the plan"))


@st.composite
def bodies(draw: Any, id_: str) -> Body:
    """A body of that id."""
    return Body(
        id=id_,
        name=draw(st.sampled_from((id_.title(), f"{id_.title()} Group"))),
        kind=draw(st.sampled_from(("board", "trust", "body"))),
        apex=draw(st.booleans()),
        area=draw(st.sampled_from(("", "Hart"))),
        status=draw(statuses),
        from_=draw(some_date),
        until=draw(some_date),
        succeeds=tuple(draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))),
        cites=draw(cites),
    )


@st.composite
def relations(draw: Any) -> Relation:
    """A relation between any two bodies, one of which may not be there."""
    return Relation(
        from_body=draw(st.sampled_from(IDS)),
        kind=draw(st.sampled_from(KINDS)),
        to_body=draw(st.sampled_from((*IDS, "nobody"))),
        scope=draw(few_words),
        basis=draw(bases),
        status=draw(statuses),
        from_=draw(some_date),
        until=draw(some_date),
        cites=draw(cites),
    )


@st.composite
def seats(draw: Any) -> Seat:
    """A seat on any body."""
    return Seat(
        body=draw(st.sampled_from(IDS)),
        role=draw(st.sampled_from(Role)),
        held_by=tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))),
        standing=draw(st.sampled_from(SeatStatus)),
        represents=tuple(draw(st.lists(st.sampled_from(("Police", "GP")), max_size=1))),
        ex_officio=draw(st.sampled_from(("", "chair of hart", "post: Leader"))),
        status=draw(statuses),
        from_=draw(some_date),
        until=draw(some_date),
        cites=draw(cites),
    )


@st.composite
def requirements(draw: Any, id_: str) -> Requirement:
    """A membership list of that id."""
    names = draw(st.lists(st.sampled_from(("Police", "GP", "Schools")), unique=True))
    return Requirement(
        id=id_,
        applies_to=Selector(kind=(draw(st.sampled_from(("board", "trust"))),)),
        seats_for=tuple(Partner(name=name) for name in names),
        from_=draw(some_date),
        until=draw(some_date),
    )


@st.composite
def milestones(draw: Any) -> Milestone:
    """A dated event."""
    return Milestone(
        date=draw(dates),
        what=draw(st.sampled_from(("Workshop", "Plan approved", "Shadow begins"))),
        bodies=tuple(draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))),
    )


@st.composite
def structures(draw: Any) -> Structure:
    """A structure of up to six bodies, with everything that a structure may hold in time."""
    chosen = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    required = draw(st.lists(st.sampled_from(("police", "partners")), unique=True))
    return Structure(
        id="test",
        title="Test arrangements",
        as_at=draw(some_date),
        sources=tuple(Source(id=id_, title=id_.title(), date=draw(some_date)) for id_ in SOURCES),
        bodies=tuple(draw(bodies(id_)) for id_ in chosen),
        relations=tuple(draw(st.lists(relations(), max_size=8))),
        seats=tuple(draw(st.lists(seats(), max_size=6))),
        people=tuple(Person(id=id_, name=id_.title()) for id_ in PEOPLE),
        requirements=tuple(draw(requirements(id_)) for id_ in required),
        milestones=tuple(draw(st.lists(milestones(), max_size=3))),
    )
