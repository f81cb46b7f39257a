"""The phrases that several answers share: relations, lives, dates, standpoints, successors."""

from dataclasses import replace
from datetime import date

from govgraph.analysis.current_successors import find_current_successors, find_successors
from govgraph.checks.wording import join_words
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import ApexBasis, Status
from govgraph.model.dates import MONTH_NAMES
from govgraph.model.standpoint import Lived, Presence, Reading, Standpoint
from govgraph.model.structure import Structure

_TENTATIVE = (
    (Presence.PROPOSED, Status.PROPOSED, "only proposed"),
    (Presence.SHADOW, Status.SHADOW, "only in shadow"),
)
"""Why something may be left out though it is recorded, and the status that lets it count."""
_HOW_AN_END_IS_KNOWN = {
    ApexBasis.IMPLIED: ", which is implied and not stated to be the end",
    ApexBasis.JUDGEMENT: ", taken as the end by judgement",
}
_INCLUDED = {Status.PROPOSED: "proposed", Status.SHADOW: "in shadow form"}


def spoken_standpoint(graph: AccountabilityGraph) -> str:
    """From where the question was answered, such as `As at February 2010.`.

    What is recorded but only proposed, and so left out, is counted in a second sentence.
    """
    return say_standpoint(graph.structure, graph.standpoint)


def say_standpoint(structure: Structure, standpoint: Standpoint) -> str:
    """The same of a structure and a standpoint, where there is no graph."""
    told = (say_not_counted(structure, standpoint), say_undated(structure, standpoint))
    return " ".join(filter(None, (f"{describe_standpoint(standpoint)}.", *told)))


def say_not_counted(structure: Structure, standpoint: Standpoint) -> str:
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


def say_undated(structure: Structure, standpoint: Standpoint) -> str:
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
    counted = ((bodies, "body", "bodies"), (relations, "relation", "relations"))
    words = [f"{n:,} {one if n == 1 else many}" for n, one, many in counted if n]
    return join_words(words) if words else ""


def describe_standpoint(here: Standpoint) -> str:
    """A date, and what is included by which reading of its days.

    `As at August 2009, with all that is proposed, whenever it is to begin`, where no date was
    asked for; `As at April 2010, with what is proposed and to be there by then`, where one was.
    """
    words = [f"As at {here.as_at.spoken()}" if here.as_at else "Without regard to dates"]
    if included := spoken_included(here):
        words.append(f"with {included}")
    if here.presume:
        words.append("lines presumed from 'part of'")
    return ", ".join(words)


def spoken_included(here: Standpoint) -> str:
    """What counts beside what is in force, by which reading of its days; or nothing."""
    if here.reading is Reading.NONE:
        return ""
    included = " or ".join(_INCLUDED[status] for status in sorted(here.include))
    if here.reading is Reading.BY_DATE:
        return f"what is {included} and to be there by then"
    return f"all that is {included}" + (", whenever it is to begin" if here.as_at else "")


def spoken_when(here: Standpoint) -> str:
    """The same as `describe_standpoint`, within a sentence."""
    told = describe_standpoint(here)
    return told[:1].lower() + told[1:]


def spoken_relation(structure: Structure, key: tuple[str, str, str]) -> str:
    """A relation as a sentence without its full stop: `Hart is part of the Trust`."""
    below, kind, above = key
    known = structure.kinds_of_relation.get(kind)
    reads = known.reads if known else kind.replace("_", " ")
    return f"{structure.name_of(below)} {reads} {structure.name_of(above)}"


def say_apex_basis(basis: ApexBasis | None) -> str:
    """How it is known that accountability may end there, where no source says so; or nothing."""
    return _HOW_AN_END_IS_KNOWN.get(basis, "") if basis else ""


def spoken_life(thing: Lived) -> str:
    """When something begins and ends: `from April 2010 until 2011`, or nothing."""
    begins = f"from {thing.from_.spoken()}" if thing.from_ else ""
    ends = f"until {thing.until.spoken()}" if thing.until else ""
    return f"{begins} {ends}".strip()


def spoken_day(day: date) -> str:
    """One day as people write it: `30 April 2010`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def spoken_successors(graph: AccountabilityGraph, body: str) -> str:
    """Who took over from a body that has ended, as a sentence; nothing where it has not ended.

    Where those who took over have ended in their turn, the sentence goes on to who stands there
    now.
    """
    structure = graph.structure
    known = structure.body_by_id.get(body)
    if known is None or graph.standpoint.presence(known) is not Presence.ENDED:
        return ""
    direct = find_successors(structure, body)
    if not direct:
        return f"{known.name} has ended; nothing here is said to succeed it."
    followed = join_words([structure.name_of(id_) for id_ in direct])
    sentence = f"{known.name} has ended; {followed} took over from it"
    successors = find_current_successors(graph, body)
    if not successors:
        return f"{sentence}, and nothing stands in its place now."
    if set(successors) == set(direct):
        return f"{sentence}."
    named = join_words([structure.name_of(id_) for id_ in successors])
    return f"{sentence}, and {named} now {'stands' if len(successors) == 1 else 'stand'} there."


LONGEST_QUOTE = 160
"""How many letters of a quote are shown where it stands beside something else."""


def shorten_quote(quote: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a quote, whole words, with dots where something is left off.

    >>> shorten_quote("The Board will report to the Trust", 20)
    'The Board will …'
    """
    words = " ".join(quote.split())
    if len(words) <= longest:
        return words
    return f"{words[: longest - 1].rsplit(' ', 1)[0]} …"
