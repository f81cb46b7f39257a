"""What counts although a later paper is silent on it, in sentences."""

from collections.abc import Iterable
from dataclasses import replace

from govgraph.analysis.last_heard import LastHeard, find_last_heard
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.mentions import Mention, Recorded, bodies_of
from govgraph.model.structure import Structure
from govgraph.wording.lists import NAMED, agree, count_words, join_words
from govgraph.wording.records import format_record


def format_last_heard(
    structure: Structure, heard: Iterable[LastHeard], most: int = NAMED
) -> tuple[str, ...]:
    """A sentence for each paper that is the last to speak of something.

    `Last heard of in April 2009 (‘Local Partnerships’), and counted although ‘Trust’ (25 July
    2017) does not mention them: Hart and Fleet.`
    """
    return tuple(_format(structure, one, most) for one in heard)


def format_silences(
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


def _format(structure: Structure, one: LastHeard, most: int) -> str:
    named = list(dict.fromkeys(format_record(structure, record) for record in one.records))
    last, silent = one.mention.last, one.mention.silent
    return (
        f"Last heard of {last.date.when()} ({_title(structure, last)}), and counted although "
        f"{_title(structure, silent)} ({silent.date.spoken()}) does not mention "
        f"{agree(named, 'it', 'them')}: {join_words(named, most)}."
    )


def _title(structure: Structure, mention: Mention) -> str:
    source = structure.source_by_id.get(mention.source)
    return f"‘{source.title}’" if source else "this structure"
