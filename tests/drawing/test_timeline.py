"""A history as sheets: what is known, what is meant, what nobody says, and no text on another."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from govgraph.analysis.history import Happening, find_history
from govgraph.drawing.draw import Drawing
from govgraph.drawing.theme_file import built_in_theme
from govgraph.drawing.timeline.bars import build_bar, draw_bar
from govgraph.drawing.timeline.draw_timeline import draw_timeline
from govgraph.drawing.timeline.event_marks import LANE, MOST_LANES, count_lanes, place_marks
from govgraph.drawing.timeline.scale import Scale, build_scale
from govgraph.drawing.timeline.timeline_labels import group_lives
from govgraph.drawing.timeline.timeline_words import (
    format_begin,
    format_end,
    format_event,
    format_life_phrase,
)
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure
from tests.golden_files import by_element, hold
from tests.strategies import structures

THEME = built_in_theme()
SCALE = Scale(date(2000, 1, 1), date(2010, 1, 1), 0, 3653)
"""A point a day."""


def at(text: str, words: str = "") -> PartialDate:
    """A date."""
    return PartialDate.parse(text, words)


def structure(*bodies: Body, **parts: object) -> Structure:
    """A structure of bodies, with two papers."""
    papers = (
        Source(id="old", title="Old paper", date=at("2001-01-01")),
        Source(id="new", title="New paper", publisher="County", date=at("2005")),
    )
    return Structure(id="t", title="Test", bodies=bodies, sources=papers, **parts)  # type: ignore[arg-type]


def bar_of(body: Body) -> object:
    """The bar of a body on the scale of a point a day."""
    (life,) = find_history(structure(body)).lives
    return build_bar(life, SCALE)


def test_the_scale_names_years_or_months_as_there_is_room() -> None:
    """From ten years on one inch to one year on ten."""
    wide = Scale(date(2009, 12, 1), date(2011, 1, 31), 0, 720).ticks()
    assert [name for _, name in wide][:2] == ["Dec 2009", "Jan 2010"]
    narrow = Scale(date(2000, 1, 1), date(2010, 1, 1), 0, 72).ticks()
    assert [name for _, name in narrow] == ["2000", "2005", "2010"]


def test_the_scale_holds_every_day_a_date_may_mean() -> None:
    """With air before the first and after the last."""
    scale = build_scale([at("2009~"), at("2010-04-09")], 10, 500)
    low, high = scale.span(at("2009~"))
    assert 10 < low < high <= 500
    assert scale.first < at("2009~").earliest


def test_a_scale_of_no_date_and_of_the_end_of_time() -> None:
    """Neither fails."""
    assert build_scale([], 0, 100).ticks()
    ends = build_scale([at("0001"), at("9999")], 0, 100)
    assert (ends.first, ends.last) == (date.min, date.max)
    assert ends.ticks()


def test_a_bar_is_known_from_its_start_until_papers_last_speak_of_it() -> None:
    """An exact day is a line, a year a time within which it lies."""
    cites = (Citation(source="old"), Citation(source="new"))
    bar = bar_of(Body(id="a", name="A", from_=at("2002"), cites=cites))
    assert bar.begin == (SCALE.x(date(2002, 1, 1)), SCALE.x(date(2003, 1, 1)))  # type: ignore[attr-defined]
    assert bar.known == (SCALE.x(date(2003, 1, 1)), SCALE.x(date(2006, 1, 1)))  # type: ignore[attr-defined]
    assert bar.end is None  # type: ignore[attr-defined]


def test_a_proposal_is_meant_to_last() -> None:
    """Without an end, to the end of the scale."""
    bar = bar_of(Body(id="a", name="A", status=Status.PROPOSED, from_=at("2002-01-01")))
    assert bar.known == (SCALE.x(date(2002, 1, 2)), SCALE.x1)  # type: ignore[attr-defined]


def test_what_nobody_says_is_a_row_of_dots() -> None:
    """Over the whole scale, where nobody says anything; crossed where it is known to be over."""
    nothing = draw_bar(bar_of(Body(id="a", name="A")), SCALE, 0, THEME)  # type: ignore[arg-type]
    assert nothing.count("<line") == 1
    assert "<rect" not in nothing
    ended = Body(id="a", name="A", status=Status.ENDED, cites=(Citation(source="old"),))
    assert THEME.page.missing in draw_bar(bar_of(ended), SCALE, 0, THEME)  # type: ignore[arg-type]


def test_no_mark_covers_another() -> None:
    """Events of one time stand in lanes above each other."""
    milestones = tuple(Milestone(date=at("2005-06"), what=str(number)) for number in range(6))
    history = find_history(structure(milestones=milestones))
    marks = place_marks(history.events, SCALE)
    assert [mark.number for mark in marks] == list(range(1, 9))
    for mark in marks:
        for other in marks:
            if mark.number < other.number and mark.lane == other.lane:
                assert mark.extent[1] < other.extent[0]
    assert LANE > 2 * 7


def test_events_of_one_time_share_a_mark_where_there_are_too_many() -> None:
    """The mark bears the first number and the last, and lies on no other."""
    milestones = tuple(
        Milestone(date=at(f"2005-06-{1 + number % 9:02}"), what=f"Event {number}")
        for number in range(60)
    )
    scale = replace(SCALE, x1=400)
    history = find_history(structure(milestones=milestones))
    marks = place_marks(history.events, scale)
    assert count_lanes(marks) <= MOST_LANES
    assert sum(len(mark.events) for mark in marks) == len(history.events)
    (svg,) = draw_timeline(history).svg_pages
    assert re.search(r">\d+–\d+<", svg)
    assert all(f">Event {number}<" in svg for number in range(60))


def test_bodies_without_a_date_share_a_row_where_they_are_alike() -> None:
    """Each is still named."""
    bodies = [Body(id=id_, name=f"Body {id_}", cites=(Citation(source="old"),)) for id_ in "abc"]
    apart = Body(id="d", name="Body d", from_=at("2004"))
    history = find_history(structure(*bodies, apart))
    assert [len(row) for row in group_lives(history.lives)] == [1, 3]
    (svg,) = draw_timeline(history).svg_pages
    assert "3 bodies without a date" in svg
    assert all(f"Body {id_}" in svg for id_ in "abcd")


def test_a_body_of_which_anything_is_said_has_a_row_of_its_own() -> None:
    """A start, an end, whom it follows, or who follows it."""
    plain = [Body(id=id_, name=id_) for id_ in "ab"]
    for said in (
        Body(id="c", name="c", from_=at("2004")),
        Body(id="c", name="c", until=at("2004")),
        Body(id="c", name="c", succeeds=("x",)),
    ):
        rows = group_lives(find_history(structure(*plain, said)).lives)
        assert sorted(len(row) for row in rows) == [1, 2]
    followed = [*plain, Body(id="c", name="c", succeeds=("a",))]
    assert len(group_lives(find_history(structure(*followed)).lives)) == 3


LIVES = (
    (Body(id="a", name="A", from_=at("2002", "in the spring")), "from 2002 (in the spring)"),
    (
        Body(id="a", name="A", status=Status.SHADOW, until=at("2002-05"), succeeds=("b",)),
        "shadow, until May 2002, takes over from b",
    ),
    (
        Body(id="a", name="A", cites=(Citation(source="old"), Citation(source="new"))),
        "no date given; papers of 1 January 2001 to 2005",
    ),
    (Body(id="a", name="A"), "no date given"),
)


@pytest.mark.parametrize(("body", "told"), LIVES)
def test_a_life_in_words(body: Body, told: str) -> None:
    """Status, start, end and succession, as far as anybody says."""
    history = find_history(structure(body))
    assert format_life_phrase(history.structure, history.lives[0]) == told


def test_a_start_and_an_end_in_words() -> None:
    """What nobody says is said so."""
    ended = Body(id="a", name="A", status=Status.ENDED)
    dated = Body(id="b", name="B", from_=at("2001"), until=at("2002", "2002"))
    lives = {life.body.id: life for life in find_history(structure(ended, dated)).lives}
    told = [(format_begin(lives[id_]), format_end(lives[id_])) for id_ in "ab"]
    assert told == [("not said", "ended, when is not said"), ("2001", "2002")]


def test_events_in_words() -> None:
    """Each kind of record, begun, ended or proposed."""
    began = at("2003-02-01")
    parts: dict[str, object] = {
        "relations": (
            Relation(from_body="a", kind="reports_to", to_body="b", from_=began),
            Relation(
                from_body="a", kind="own_kind", to_body="b", from_=began, status=Status.PROPOSED
            ),
        ),
        "seats": (
            Seat(body="a", role=Role.CHAIR, until=began),
            Seat(body="a", represents=("Police",), held_by=("ann", "bob"), from_=began),
        ),
        "requirements": (
            Requirement(id="r", title="Partners", from_=began),
            Requirement(id="q", until=began),
        ),
        "people": (Person(id="ann", name="Ann"),),
        "milestones": (Milestone(date=began, what="Agreed"),),
    }
    bodies = (
        Body(id="a", name="Hart", status=Status.PROPOSED, from_=at("2004")),
        Body(id="b", name="Trust", until=at("2004")),
    )
    history = find_history(structure(*bodies, **parts))
    told = {format_event(history.structure, event) for event in history.events}
    assert told == {
        "Old paper",
        "New paper, County",
        "Agreed",
        "‘Hart reports to Trust’ begins",
        "‘Hart own kind Trust’ is to begin (proposed)",
        "The seat of chair on Hart ends",
        "The seat of member for Police (Ann and bob) on Hart begins",
        "Membership list ‘Partners’ applies",
        "Membership list ‘q’ applies no longer",
        "Hart is to begin (proposed)",
        "Trust ends",
    }


def many() -> Drawing:
    """A history with more lives and events than an A4 sheet can hold."""
    bodies = [
        Body(id=f"b{number}", name=f"Partnership {number}", from_=at(f"{1960 + number}"))
        for number in range(40)
    ]
    milestones = tuple(
        Milestone(date=at(f"{1960 + number}-06"), what=f"Something happened, number {number}")
        for number in range(60)
    )
    return draw_timeline(
        find_history(structure(*bodies, as_at=at("1990"), milestones=milestones)), paper="A4"
    )


def test_what_one_sheet_cannot_hold_goes_on_on_the_next() -> None:
    """Every life and every event is somewhere, every sheet has its number."""
    pages = many().svg_pages
    assert len(pages) > 2
    whole = "".join(pages)
    for number in range(40):
        assert f">Partnership {number}<" in whole
    for number in range(60):
        assert f">Something happened, number {number}<" in whole
    assert f">{len(pages)} of {len(pages)}<" in pages[-1]


def test_no_text_lies_outside_its_sheet() -> None:
    """However much there is."""
    for page in many().svg_pages:
        height = float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', page)[0])
        for part in re.split(r'(?=<g class="(?:head|part)")', page)[1:]:
            top = float(re.findall(r"translate\([\d.]+ ([\d.]+)\)", part)[0])
            lows = [float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)"', part)]
            assert all(top + low <= height for low in lows)


def test_a_timeline_is_told_in_sentences() -> None:
    """For whoever cannot see it, and under a title of its own."""
    hart = Body(id="hart", name="Hart", from_=at("2002"))
    (svg,) = draw_timeline(find_history(structure(hart))).svg_pages
    assert ">Test: timeline</title>" in svg
    assert "A timeline. Hart: from 2002. 1 January 2001: Old paper." in svg


def full() -> Structure:
    """A structure with something of everything that a timeline shows."""
    bodies = (
        Body(id="a", name="A", from_=at("2001"), until=at("2002-02-02")),
        Body(id="b", name="B", status=Status.PROPOSED, from_=at("2003")),
        Body(id="c", name="C", status=Status.ENDED, cites=(Citation(source="old"),)),
        Body(id="d", name="D", until=at("2004-03"), cites=(Citation(source="new"),)),
        Body(id="e", name="E"),
    )
    rule = Requirement(id="r", from_=at("2001-02-02"))
    events = (
        Milestone(date=at("2001"), what="Agreed"),
        Milestone(date=at("2001-06~"), what="Begun", bodies=("a",)),
    )
    return structure(*bodies, requirements=(rule,), milestones=events, as_at=at("2005"))


def test_a_timeline_is_drawn_as_before() -> None:
    """Every kind of bar, edge, mark and key to them, on a free sheet."""
    (svg,) = draw_timeline(find_history(full())).svg_pages
    hold("timeline.svg", by_element(svg))


def test_the_key_explains_every_mark_that_is_used() -> None:
    """And no other."""
    (svg,) = draw_timeline(find_history(full())).svg_pages
    meanings = (
        "known, or spoken of in a paper",
        "proposed, or in shadow form",
        "begins or ends within this time; the day is not given",
        "nobody says",
        "has ended; when is not said",
        "event, see the list",
        "paper",
        "a line, seat or list begins or ends",
        "the structure is described as at 2005",
    )
    assert [words for words in meanings if f">{words}<" not in svg] == []
    (bare,) = draw_timeline(find_history(Structure(bodies=(Body(id="a", name="A"),)))).svg_pages
    assert [words for words in meanings if f">{words}<" in bare] == ["nobody says"]


@settings(max_examples=25, deadline=None)
@given(structures())
def test_every_history_can_be_drawn(one: Structure) -> None:
    """On a free sheet and on paper, the same bytes each time."""
    history = find_history(one)
    assert draw_timeline(history).svg_pages == draw_timeline(history).svg_pages
    pages = draw_timeline(history, paper="A5").svg_pages
    for event in history.events:
        if event.what is Happening.MILESTONE:
            assert format_event(one, event) in "".join(pages)
