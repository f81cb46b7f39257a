"""What the papers leave open between two dates."""

from dataclasses import replace

from hypothesis import given, settings

from govgraph.analysis.evidence_gaps import EvidenceGap, GapReason, find_evidence_gaps
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure
from tests.strategies import dates, structures

EARLY, LATE = Citation(source="early"), Citation(source="late")
SOURCES = (
    Source(id="early", title="Early", date=PartialDate.parse("2009~")),
    Source(id="late", title="Late", date=PartialDate.parse("2017-07")),
)


BOTH = Body(id="z", name="Z", from_=PartialDate.parse("2009"), cites=(EARLY, LATE))
"""A body of which every paper speaks, so that a later one could have spoken of the others."""


def papers(*bodies: Body, relations: tuple[Relation, ...] = ()) -> Structure:
    """A structure of two papers, eight years apart, which both speak of one body."""
    return Structure(sources=SOURCES, bodies=(*bodies, BOTH), relations=relations)


def two_days() -> Structure:
    """A structure of two papers of one day each, the later about another body."""
    sources = tuple(
        Source(id=id_, title=id_, date=PartialDate.parse(f"{year}-05-01"))
        for id_, year in (("day", 2010), ("later", 2012))
    )
    body = Body(id="x", name="X", cites=(Citation(source="day"),))
    other = Body(
        id="y", name="Y", from_=PartialDate.parse("2010"), cites=(Citation(source="later"),)
    )
    return Structure(sources=sources, bodies=(body, other))


def left_open(
    structure: Structure, first: str, second: str, *include: Status
) -> tuple[EvidenceGap, ...]:
    """What is left open between two dates."""
    sides = (
        AccountabilityGraph(
            structure,
            structure.standpoint(PartialDate.parse(day), frozenset(include), undated=True),
        )
        for day in (first, second)
    )
    return find_evidence_gaps(*sides)


def test_a_body_that_later_papers_do_not_mention_was_last_heard_of_in_the_early_one() -> None:
    """Silence is not an ending, and not a going on."""
    hart = Body(id="hart", name="Hart", from_=PartialDate.parse("2009-04"), cites=(EARLY,))
    assert left_open(papers(hart), "2009", "2017-07-25") == (
        EvidenceGap(GapReason.LAST_HEARD, ("hart",), "early"),
    )


def test_a_body_that_only_the_late_paper_mentions_was_first_heard_of_there() -> None:
    """Without a start it counts on both dates, and the answer must say so."""
    board = Body(id="board", name="Board", cites=(LATE,))
    assert left_open(papers(board), "2009", "2017-07-25") == (
        EvidenceGap(GapReason.FIRST_HEARD, ("board",), "late"),
    )


def test_a_body_that_both_papers_mention_leaves_nothing_open() -> None:
    """A mention is a citation of the body, a relation either way, a seat or an event."""
    trust = Body(id="trust", name="Trust", cites=(EARLY,))
    plain = papers(trust, Body(id="hart", name="Hart", cites=(EARLY, LATE)))
    line = Relation(from_body="hart", kind="reports_to", to_body="trust", cites=(LATE,))
    event = Milestone(date=PartialDate.parse("2017"), what="x", bodies=("trust",), cites=(LATE,))
    for parts in (
        {"relations": (line,)},
        {"seats": (Seat(body="trust", cites=(LATE,)),)},
        {"milestones": (event,)},
    ):
        assert left_open(replace(plain, **parts), "2009", "2017-07-25") == ()
    assert len(left_open(plain, "2009", "2017-07-25")) == 1


def test_a_body_with_an_end_leaves_nothing_open() -> None:
    """Its end is what the paper says."""
    hart = Body(id="hart", name="Hart", until=PartialDate.parse("2020"), cites=(EARLY,))
    assert left_open(papers(hart), "2009", "2017-07-25") == ()


def test_no_paper_is_as_late_as_the_date() -> None:
    """What stays, stays because nobody said otherwise."""
    trust = Body(id="trust", name="Trust", cites=(LATE,))
    assert left_open(papers(trust), "2017-08", "2019") == (
        EvidenceGap(GapReason.BEYOND_SOURCES, ("trust", "z"), "late"),
    )


def test_a_proposal_does_not_say_what_becomes_of_todays_bodies() -> None:
    """Beside a proposal, bodies without an end may be replaced by it or not."""
    today = Body(id="today", name="Today", cites=(LATE,))
    tomorrow = Body(
        id="tomorrow",
        name="Tomorrow",
        status=Status.PROPOSED,
        from_=PartialDate.parse("2018"),
        cites=(LATE,),
    )
    assert left_open(papers(today, tomorrow), "2017-07", "2018", Status.PROPOSED) == (
        EvidenceGap(GapReason.PROPOSAL_SILENT, ("today", "z")),
    )


def test_a_proposal_without_a_date_is_counted_on_both() -> None:
    """Nobody says when it would begin."""
    idea = Body(id="idea", name="Idea", status=Status.PROPOSED)
    assert left_open(papers(idea), "2009", "2017", Status.PROPOSED) == (
        EvidenceGap(GapReason.UNDATED_PROPOSAL, ("idea",)),
    )


@settings(max_examples=40)
@given(structures(), dates, dates)
def test_the_order_of_the_dates_does_not_matter(
    one: Structure, first: PartialDate, second: PartialDate
) -> None:
    """What is not known is not known whichever way one looks."""
    here, there = (AccountabilityGraph(one, one.standpoint(day)) for day in (first, second))
    assert find_evidence_gaps(here, there) == find_evidence_gaps(there, here)


def test_two_structures_are_two_accounts() -> None:
    """Of what they leave open nothing is said."""
    sides = (papers(Body(id="a", name="A")), papers(Body(id="a", name="B")))
    graphs = (AccountabilityGraph(one, one.standpoint()) for one in sides)
    assert find_evidence_gaps(*graphs) == ()


def test_the_earliest_source_is_where_a_body_is_first_heard_of_and_the_latest_the_last() -> None:
    """However the sources are named and ordered."""
    dated = {"b": "2012", "c": "2011", "a": "2013", "z": "2020"}
    sources = tuple(
        Source(id=id_, title=id_, date=PartialDate.parse(day)) for id_, day in dated.items()
    )
    cites = tuple(Citation(source=id_) for id_ in "abc")
    last = Body(id="y", name="Y", from_=PartialDate.parse("2009"), cites=(Citation(source="z"),))
    here = Structure(sources=sources, bodies=(Body(id="x", name="X", cites=cites), last))
    assert left_open(here, "2009", "2021") == (
        EvidenceGap(GapReason.FIRST_HEARD, ("x",), "c"),
        EvidenceGap(GapReason.LAST_HEARD, ("x",), "a"),
        EvidenceGap(GapReason.BEYOND_SOURCES, ("y",), "z"),
    )


def test_a_paper_of_the_very_day_asked_about_is_no_later_one() -> None:
    """A body first heard of that day is there by then; a paper of the later day counts."""
    here = two_days()
    assert left_open(here, "2010-05-01", "2012-05-01") == (
        EvidenceGap(GapReason.LAST_HEARD, ("x",), "day"),
    )
    assert left_open(here, "2010-05-01", "2012-04-30") == ()


def test_a_date_within_the_year_of_the_last_source_is_not_beyond_it() -> None:
    """On the day of the last paper nothing is beyond the papers, and the day after it is."""
    day = Source(id="day", title="Day", date=PartialDate.parse("2010-05-01"))
    body = Body(id="x", name="X", cites=(Citation(source="day"),))
    here = Structure(sources=(day,), bodies=(body,))
    assert left_open(here, "2010-04-01", "2010-05-01") == (
        EvidenceGap(GapReason.FIRST_HEARD, ("x",), "day"),
    )
    assert left_open(here, "2010-05-01", "2010-05-02") == (
        EvidenceGap(GapReason.BEYOND_SOURCES, ("x",), "day"),
    )


def test_without_a_dated_source_nothing_is_beyond_the_sources() -> None:
    """There is nothing to be later than."""
    here = Structure(sources=(Source(id="p", title="P"),), bodies=(Body(id="x", name="X"),))
    assert left_open(here, "2010", "2020") == ()


def test_one_body_with_an_end_does_not_hide_the_silence_about_the_next() -> None:
    """Each body is judged by itself."""
    ends = Body(id="a", name="A", until=PartialDate.parse("2020"), cites=(EARLY,))
    stays = Body(id="b", name="B", from_=PartialDate.parse("2009-04"), cites=(EARLY,))
    assert left_open(papers(ends, stays), "2009", "2017-07-25") == (
        EvidenceGap(GapReason.LAST_HEARD, ("b",), "early"),
    )
