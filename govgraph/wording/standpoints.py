"""Days and lives as people write them; from when a question is answered, and what counts then."""

from dataclasses import replace
from datetime import date

from govgraph.model.bodies import Status
from govgraph.model.dates import MONTH_NAMES
from govgraph.model.standpoint import Lived, Presence, Reading, Standpoint
from govgraph.model.structure import Structure
from govgraph.wording.lists import count_words, join_words

_TENTATIVE = (
    (Presence.PROPOSED, Status.PROPOSED, "only proposed"),
    (Presence.SHADOW, Status.SHADOW, "only in shadow"),
)
"""Why something may be left out though it is recorded, and the status that lets it count."""

_INCLUDED = {Status.PROPOSED: "proposed", Status.SHADOW: "in shadow form"}


def format_life(thing: Lived) -> str:
    """When something begins and ends: `from April 2010 until 2011`, or nothing."""
    begins = f"from {thing.from_.spoken()}" if thing.from_ else ""
    ends = f"until {thing.until.spoken()}" if thing.until else ""
    return f"{begins} {ends}".strip()


def format_day(day: date) -> str:
    """One day as people write it: `30 April 2010`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def format_standpoint_of(structure: Structure, standpoint: Standpoint) -> str:
    """The same of a structure and a standpoint, where there is no graph."""
    told = (format_not_counted(structure, standpoint), format_undated(structure, standpoint))
    return " ".join(filter(None, (f"{format_standpoint_date(standpoint)}.", *told)))


def format_not_counted(structure: Structure, standpoint: Standpoint) -> str:
    """What is left out for being proposed, in shadow or to come, and how to count it; or nothing.

    `Not counted: 11 bodies, only proposed (--include proposed counts them).`
    """
    told = []
    for presence, status, why in _TENTATIVE:
        if words := _count(structure, standpoint, presence, status):
            told.append(f"{words}, {why} (--include {status} counts them)")
    told += [
        f"{words}, {status} from a later day (without --as-at they count)"
        for status in sorted(standpoint.include)
        if (words := _count(structure, standpoint, Presence.NOT_YET, status))
    ]
    unheard = standpoint.mentions is not None and _count(structure, standpoint, Presence.UNHEARD)
    if unheard:
        told.append(f"{unheard}, first heard of later (--undated counts them)")
    return f"Not counted: {'; '.join(told)}." if told else ""


def format_undated(structure: Structure, standpoint: Standpoint) -> str:
    """What `--undated` lets count before anything speaks of it; or nothing."""
    if not standpoint.undated:
        return ""
    strict = replace(standpoint, undated=False)
    counted = _count(structure, strict, Presence.UNHEARD)
    return f"Counted though first heard of later: {counted}." if counted else ""


def _count(
    structure: Structure, here: Standpoint, presence: Presence, status: Status | None = None
) -> str:
    """How many bodies and relations, of one status or any, are there in that way, in words."""
    bodies, relations = (
        sum(status in {None, each.status} and here.presence(each) is presence for each in things)
        for things in (structure.bodies, structure.relations)
    )
    counted = ((bodies, "body"), (relations, "relation"))
    return join_words(count_words(number, one) for number, one in counted if number)


def format_standpoint_date(here: Standpoint) -> str:
    """A date, and what is included by which reading of its days.

    `As at August 2009, with all that is proposed, whenever it is to begin`, where no date was
    asked for; `As at April 2010, with what is proposed and to be there by then`, where one was.
    """
    words = [f"As at {here.as_at.spoken()}" if here.as_at else "All dates"]
    if included := format_included(here):
        words.append(f"with {included}")
    if here.presume:
        words.append("lines presumed from 'part of'")
    return ", ".join(words)


def format_included(here: Standpoint) -> str:
    """What counts beside what is in force, by which reading of its days; or nothing."""
    if here.reading is Reading.NONE:
        return ""
    included = " or ".join(_INCLUDED[status] for status in sorted(here.include))
    if here.reading is Reading.BY_DATE:
        return f"what is {included} and to be there by then"
    return f"all that is {included}" + (", whenever it is to begin" if here.as_at else "")


def format_standpoint_within(here: Standpoint) -> str:
    """The same as `format_standpoint_date`, within a sentence."""
    told = format_standpoint_date(here)
    return told[:1].lower() + told[1:]
