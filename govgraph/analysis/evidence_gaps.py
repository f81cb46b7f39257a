"""What the papers leave open between two dates of one structure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import Mentions
from govgraph.model.sources import Source

TENTATIVE = frozenset({Status.PROPOSED, Status.SHADOW})


class GapReason(StrEnum):
    """What nobody says of bodies that are there before and after."""

    UNDATED_PROPOSAL = "undated-proposal"
    FIRST_HEARD = "first-heard"
    LAST_HEARD = "last-heard"
    PROPOSAL_SILENT = "proposal-silent"
    BEYOND_SOURCES = "beyond-sources"


@dataclass(frozen=True, slots=True)
class EvidenceGap:
    """Something that the papers do not say, and the bodies they do not say it of.

    Attributes:
        what: an undated proposal, counted on both dates although nobody says when it begins;
            bodies first heard of in a source after the earlier date, without a start; bodies
            last heard of in a source, without an end, of which later sources do not speak; bodies
            without an end beside a proposal that may replace them; or bodies without an end on
            a date later than every source.
        bodies: the ids of the bodies, sorted.
        source: the id of the source they are first or last heard of in, or of the latest source
            of all; empty where it plays no part, and where the structure's own date speaks first.
    """

    what: GapReason
    bodies: tuple[str, ...]
    source: str = ""


def find_evidence_gaps(
    before: AccountabilityGraph, after: AccountabilityGraph
) -> tuple[EvidenceGap, ...]:
    """What the papers do not say of the bodies that stay, the order of the dates set aside.

    Two structures are two accounts, and what one leaves out the other may say: of them nothing is
    said here.
    """
    if before.structure != after.structure:
        return ()
    days = [day for graph in (before, after) if (day := graph.standpoint.day)]
    structure = after.structure
    staying = [structure.body_by_id[id_] for id_ in set(before.bodies) & set(after.bodies)]
    told = list(_undated(staying))
    settled = [body for body in staying if body.status not in TENTATIVE]
    if days:
        told += _first_heard(settled, structure.mentions, min(days))
        told += _last_heard(settled, structure.mentions, max(days))
    last_heard = {id_ for one in told if one.what is GapReason.LAST_HEARD for id_ in one.bodies}
    lasting = [b.id for b in settled if b.until is None and b.id not in last_heard]
    if _brings_proposals(before, after):
        told.append(EvidenceGap(GapReason.PROPOSAL_SILENT, tuple(sorted(lasting))))
    elif days:
        told += _beyond(lasting, structure.sources, max(_begun(before), _begun(after)))
    return tuple(sorted((one for one in told if one.bodies), key=_order))


def _undated(staying: Iterable[Body]) -> Iterator[EvidenceGap]:
    """Proposals that hold on both dates because they have no date of their own."""
    undated = sorted(b.id for b in staying if b.status in TENTATIVE and b.from_ is None)
    yield EvidenceGap(GapReason.UNDATED_PROPOSAL, tuple(undated))


def _first_heard(settled: Iterable[Body], mentions: Mentions, day: date) -> Iterator[EvidenceGap]:
    """Bodies without a start, of which nothing speaks until after the earlier date."""
    late: dict[str, list[str]] = {}
    for body in settled:
        if first := mentions.find_unheard(body, day):
            late.setdefault(first.source, []).append(body.id)
    yield from (EvidenceGap(GapReason.FIRST_HEARD, tuple(sorted(late[id_])), id_) for id_ in late)


def _last_heard(settled: Iterable[Body], mentions: Mentions, day: date) -> Iterator[EvidenceGap]:
    """Bodies without an end, of which a paper between theirs and the later date is silent."""
    silent: dict[str, list[str]] = {}
    for body in settled:
        if found := mentions.find_last(body, day):
            silent.setdefault(found.last.source, []).append(body.id)
    yield from (
        EvidenceGap(GapReason.LAST_HEARD, tuple(sorted(silent[id_])), id_) for id_ in silent
    )


def _beyond(lasting: list[str], sources: tuple[Source, ...], day: date) -> Iterator[EvidenceGap]:
    """Bodies that are there on a date later than every source, for want of an end."""
    dated = [source for source in sources if source.date]
    last = max(dated, key=_by(lambda written: written.latest), default=None)
    if last and last.date and last.date.latest < day:
        yield EvidenceGap(GapReason.BEYOND_SOURCES, tuple(sorted(lasting)), last.id)


def _begun(graph: AccountabilityGraph) -> date:
    """The first day of the period asked about: a paper from within it is not earlier than it."""
    as_at = graph.standpoint.as_at
    return as_at.first_day if as_at else date.min


def _brings_proposals(before: AccountabilityGraph, after: AccountabilityGraph) -> bool:
    """Whether some body on one side only is proposed or in shadow."""
    known = after.structure.body_by_id
    return any(known[id_].status in TENTATIVE for id_ in set(before.bodies) ^ set(after.bodies))


def _by(edge: Callable[[PartialDate], date]) -> Callable[[Source], tuple[date, str]]:
    """An order of dated sources by one edge of their dates."""
    return lambda source: (edge(source.date) if source.date else date.min, source.id)


def _order(one: EvidenceGap) -> tuple[int, str, tuple[str, ...]]:
    return (list(GapReason).index(one.what), one.source, one.bodies)
