"""What papers leave open or are silent on, and dates not precise enough, in sentences."""

from collections.abc import Iterable
from dataclasses import replace

from govgraph.analysis.evidence_gaps import EvidenceGap, GapReason
from govgraph.analysis.last_heard import LastHeard, find_last_heard
from govgraph.analysis.uncertainty import Doubt
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.mentions import Mention, Recorded, bodies_of
from govgraph.model.structure import Structure
from govgraph.wording.lists import NAMED, agree, count_words, join_words
from govgraph.wording.records import format_record


def format_last_heard(structure: Structure, heard: Iterable[LastHeard]) -> tuple[str, ...]:
    """A sentence for each paper that is the last to speak of something.

    `Last heard of in April 2009 (‘Local Partnerships’), and counted although ‘Trust’ (25 July
    2017) does not mention them: Hart and Fleet.`
    """
    return tuple(_format(structure, one) for one in heard)


def format_evidence_gaps(
    graph: AccountabilityGraph, bodies: Iterable[str] | None = None
) -> tuple[str, ...]:
    """What is not there because it is first heard of later, and what is last heard of.

    Args:
        graph: who answers to whom.
        bodies: the ids of the bodies that something is said of; all of them unless given.
    """
    structure = graph.structure
    unheard = sum(graph.standpoint.first_heard(body) is not None for body in structure.bodies)
    later = (
        f"{count_words(unheard, 'body is', 'bodies are')} first heard of later, and not counted."
    )
    shown = frozenset(structure.body_by_id if bodies is None else bodies)
    heard = [
        replace(one, records=kept)
        for one in find_last_heard(graph)
        if (kept := tuple(record for record in one.records if _is_among(record, shown)))
    ]
    return (*([later] if unheard else []), *format_last_heard(structure, heard))


def _is_among(record: Recorded, bodies: frozenset[str]) -> bool:
    """Whether a record is one of some bodies, or stands on or between them."""
    ends = (record.id,) if isinstance(record, Body) else bodies_of(record)
    return bodies.issuperset(ends)


def _format(structure: Structure, one: LastHeard) -> str:
    named = list(dict.fromkeys(format_record(structure, record) for record in one.records))
    last, silent = one.mention.last, one.mention.silent
    return (
        f"Last heard of {last.date.when()} ({_title(structure, last)}), and counted although "
        f"{_title(structure, silent)} ({silent.date.spoken()}) does not mention "
        f"{agree(named, 'it', 'them')}: {join_words(named)}."
    )


def _title(structure: Structure, mention: Mention) -> str:
    source = structure.source_by_id.get(mention.source)
    return f"‘{source.title}’" if source else "this structure"


def format_doubt(structure: Structure, doubt: Doubt) -> str:
    """What the date is of, and the date with the paper's words: `Hart: from April 2010`."""
    what = format_record(structure, doubt.record)
    words = f" ({doubt.date.words})" if doubt.date.words else ""
    return f"{what}: {doubt.edge} {doubt.date.spoken()}{words}"


def format_evidence_gap(structure: Structure, one: EvidenceGap, most: int = NAMED) -> str:
    """What nobody says, as a sentence or two that name at most so many of the bodies."""
    names = join_words(sorted(map(structure.name_of, one.bodies)), most)
    source = structure.source_by_id.get(one.source)
    paper = f"‘{source.title}’" if source else "this structure"
    date = source.date if source else structure.as_at
    when = f" ({date.spoken()})" if date else ""
    return {
        GapReason.UNDATED_PROPOSAL: f"Proposed without a date, and counted on both sides: {names}.",
        GapReason.FIRST_HEARD: (
            f"First heard of in {paper}{when}, which does not say when they began, and counted "
            f"on both sides: {names}."
        ),
        GapReason.LAST_HEARD: (
            f"Last heard of in {paper}{when}. No later paper says that they went on, changed or "
            f"ended, and they are counted on both sides: {names}."
        ),
        GapReason.PROPOSAL_SILENT: (
            f"Whether these end, or go on beside what is proposed, is not said, and they are "
            f"counted on both sides: {names}."
        ),
        GapReason.BEYOND_SOURCES: (
            f"No paper is later than {paper}{when}. These are counted on both sides because none "
            f"says that they end: {names}."
        ),
    }[one.what]
