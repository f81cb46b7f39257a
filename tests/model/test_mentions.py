"""When papers first and last speak of what stands in a structure."""

from dataclasses import replace

import pytest

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import LastMention, Mention
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation, Source
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure

EARLY, LATE = Citation(source="early"), Citation(source="late")
BEGUN = PartialDate(2009, 4)
SOURCES = (
    Source(id="early", title="Early", date=PartialDate.parse("2009-04")),
    Source(id="late", title="Late", date=PartialDate.parse("2017-07-25")),
)
IN_EARLY = Mention(PartialDate(2009, 4), "early")
IN_LATE = Mention(PartialDate(2017, 7, 25), "late")
TRUST = Body(id="trust", name="Trust", cites=(EARLY, LATE))
HART = Body(id="hart", name="Hart", from_=BEGUN, cites=(EARLY,))
BOARD = Body(id="board", name="Board", cites=(LATE,))
LINE = Relation(from_body="hart", kind="accountable_to", to_body="trust", cites=(EARLY,))
PAPERS = Structure(sources=SOURCES, bodies=(TRUST, HART, BOARD), relations=(LINE,))


def presence(structure: Structure, thing: Body | Relation | Seat, day: str) -> Presence:
    """Whether something is there on a day that was asked for."""
    return structure.standpoint(PartialDate.parse(day)).presence(thing)


def last_heard(structure: Structure, thing: Body | Relation | Seat, day: str) -> LastMention | None:
    """What last speaks of something, where a later paper by the day is silent."""
    return structure.standpoint(PartialDate.parse(day)).last_heard(thing)


@pytest.mark.parametrize(("day", "expected"), [("2017-07-24", "UNHEARD"), ("2017-07-25", "HOLDS")])
def test_what_has_no_start_is_known_from_its_first_paper_on(day: str, expected: str) -> None:
    """To the day."""
    assert presence(PAPERS, BOARD, day) is Presence[expected]


def test_the_words_say_when_it_is_first_heard_of() -> None:
    """With the date of the paper."""
    here = PAPERS.standpoint(PartialDate.parse("2009"))
    assert here.format_presence(BOARD) == "first heard of on 25 July 2017"


def test_undated_counts_it_all_the_same() -> None:
    """Whoever knows that it was there says so."""
    assert PAPERS.standpoint(PartialDate.parse("2009"), undated=True).holds(BOARD)


def test_without_a_date_everything_is_there() -> None:
    """There is no day to be earlier than."""
    assert PAPERS.standpoint().holds(BOARD)


def test_the_structures_own_date_speaks_of_all_that_is_in_it() -> None:
    """Whichever is earlier: a structure as at 2012 describes 2012, whatever its papers' dates."""
    dated = replace(PAPERS, as_at=PartialDate(2012))
    assert presence(dated, BOARD, "2012-06") is Presence.HOLDS
    assert presence(dated, BOARD, "2011") is Presence.UNHEARD
    bare = Structure(as_at=PartialDate(2012), bodies=(Body(id="a", name="A"),))
    assert presence(bare, bare.bodies[0], "2011") is Presence.UNHEARD


def test_of_one_day_the_paper_is_named_before_the_structure() -> None:
    """Whoever asks where to look it up is shown the paper."""
    dated = replace(PAPERS, as_at=PartialDate(2017, 7, 25))
    assert dated.mentions.find_first(BOARD) == IN_LATE


def test_where_nothing_has_a_date_nothing_is_first_heard_of_later() -> None:
    """Neither a paper without a date nor no paper at all says when something was not there."""
    undated = replace(PAPERS, sources=(Source(id="late", title="Late"),))
    assert presence(undated, BOARD, "1900") is Presence.HOLDS


def test_a_start_of_its_own_decides() -> None:
    """A paper may speak of what began before it."""
    begun = replace(BOARD, from_=PartialDate(2005))
    assert presence(replace(PAPERS, bodies=(begun,)), begun, "2009") is Presence.HOLDS


def test_a_paper_that_speaks_of_an_end_long_past_is_not_the_first_day() -> None:
    """A body that had ended by 2010 was there before a paper of 2017 said so."""
    past = replace(BOARD, until=PartialDate(2010))
    assert presence(replace(PAPERS, bodies=(past,)), past, "2009") is Presence.HOLDS


def test_a_paper_speaks_of_both_ends_of_a_relation_and_of_the_body_of_a_seat() -> None:
    """As does one that is cited for an event that names the body."""
    line = Relation(from_body="board", kind="supports", to_body="trust", cites=(EARLY,))
    seat = Seat(body="board", cites=(EARLY,))
    for spoken in (replace(PAPERS, relations=(line,)), replace(PAPERS, seats=(seat,))):
        assert presence(spoken, BOARD, "2009-04") is Presence.HOLDS


@pytest.mark.parametrize(
    "thing",
    [Relation(from_body="board", kind="supports", to_body="trust"), Seat(body="board")],
    ids=["relation", "seat"],
)
def test_what_cites_nothing_is_covered_by_the_citations_of_its_body(thing: Relation | Seat) -> None:
    """It is first heard of with the body."""
    assert presence(PAPERS, thing, "2017-07-24") is Presence.UNHEARD
    assert presence(PAPERS, thing, "2017-07-25") is Presence.HOLDS


def test_a_later_paper_of_the_same_area_that_is_silent_makes_it_last_heard_of() -> None:
    """From the day of that paper on; it counts, and the words say when."""
    assert last_heard(PAPERS, HART, "2017-07-24") is None
    assert last_heard(PAPERS, HART, "2017-07-25") == LastMention(IN_EARLY, IN_LATE)
    here = PAPERS.standpoint(PartialDate(2018))
    assert (here.holds(HART), here.format_presence(HART)) == (True, "last heard of in April 2009")
    assert here.last_heard(LINE) == LastMention(IN_EARLY, IN_LATE)


def test_a_body_of_which_the_latest_paper_speaks_is_not_last_heard_of() -> None:
    """Its earlier papers do not matter."""
    assert last_heard(PAPERS, TRUST, "2018") is None


def test_one_old_paper_alone_hedges_nothing() -> None:
    """However long ago it was written."""
    alone = replace(PAPERS, sources=SOURCES[:1])
    assert last_heard(alone, HART, "2030") is None


def test_a_later_paper_on_another_area_hedges_nothing() -> None:
    """It could not be expected to speak of the body."""
    fleet = replace(HART, area="Fleet")
    yateley = replace(TRUST, area="Yateley")
    apart = replace(PAPERS, bodies=(yateley, fleet), relations=())
    assert last_heard(apart, fleet, "2018") is None


def test_a_later_paper_on_the_area_of_a_body_above_could_have_spoken_of_it() -> None:
    """A paper on the county's trust speaks, or does not, of the localities that answer to it."""
    fleet, county = replace(HART, area="Fleet"), replace(TRUST, area="County")
    above = replace(PAPERS, bodies=(county, fleet))
    assert last_heard(above, fleet, "2018") == LastMention(IN_EARLY, IN_LATE)


@pytest.mark.parametrize(
    "body",
    [
        replace(HART, until=PartialDate(2030)),
        replace(HART, status=Status.ENDED),
        replace(HART, from_=PartialDate(2018)),
    ],
    ids=["ends", "ended", "to come"],
)
def test_an_end_or_a_start_to_come_leaves_nothing_to_be_silent_on(body: Body) -> None:
    """What the paper says of its life decides."""
    assert last_heard(replace(PAPERS, bodies=(TRUST, body)), body, "2019") is None
