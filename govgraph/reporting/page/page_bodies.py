"""The section of each body: what it is, whom it answers to, who answers to it, who sits on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from govgraph.analysis.chain import Chain, Chains, find_chains
from govgraph.analysis.membership import MET, Coverage
from govgraph.analysis.reports import find_reports
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.bodies import Body
from govgraph.reporting.membership_text import format_requirement
from govgraph.reporting.page.body_history import build_history
from govgraph.reporting.page.page_records import BodySection, FindingItem
from govgraph.reporting.page.page_register import Register
from govgraph.reporting.page.page_rows import BodyLink, RelationRow, Step, Way
from govgraph.wording.records import format_apex_basis

MOST_TOLD = 1000
"""Of more bodies than this no chain is told step by step: each would be walked for each body."""
MOST_WAYS = 6
"""How many chains the section of a body tells before it says that there are more."""
MOST_STEPS = 16
"""How many steps of one chain are told; of a longer one the beginning and the end."""
LAST_STEPS = 4
MOST_INDIRECT = 12
"""How many of those who answer through others are named before the rest are counted."""


def build_bodies(
    register: Register, findings: Mapping[str, tuple[FindingItem, ...]]
) -> tuple[BodySection, ...]:
    """A section for every body, in the order of the structure.

    Args:
        register: the structure as the page refers to it.
        findings: the findings about each body, by id.
    """
    graph = register.graph
    presuming = AccountabilityGraph(graph.structure, replace(graph.standpoint, presume=True))
    outward = _by_body((row.subject, row) for row in register.relations)
    inward = _by_body((row.object, row) for row in register.relations)
    return tuple(
        _section(
            register,
            presuming,
            body,
            outward=outward.get(body.id, ()),
            inward=tuple(filter(_says_more, inward.get(body.id, ()))),
            findings=findings.get(body.id, ()),
        )
        for body in register.structure.bodies
    )


def _section(
    register: Register,
    presuming: AccountabilityGraph,
    body: Body,
    *,
    outward: tuple[RelationRow, ...],
    inward: tuple[RelationRow, ...],
    findings: tuple[FindingItem, ...],
) -> BodySection:
    kind = register.structure.kinds_of_body.get(body.kind)
    lines = _lines(register, presuming, body.id)
    return BodySection(
        link=register.body(body.id),
        kind=kind.name if kind else body.kind,
        apex=body.apex,
        judged=format_apex_basis(body.apex_basis),
        outside=body.outside,
        also_known_as=body.also_known_as,
        area=body.area,
        tier=body.tier,
        life=register.life(body),
        meets=body.meets,
        quorum=body.quorum,
        limit=body.limit,
        count=body.count,
        spoken_count=body.spoken_count,
        remit=body.remit,
        succeeds=register.bodies(body.succeeds),
        succeeded_by=register.bodies(register.successors.get(body.id, ())),
        basis=str(body.basis),
        references=register.references(body.cites),
        note=body.note,
        place=str(body.place) if body.place else "",
        superiors=register.bodies(register.graph.superiors(body.id)),
        ways=lines.ways,
        more_ways=lines.more_ways,
        presumed=lines.presumed,
        not_counted=tuple(row for row in outward if row.why_excluded),
        direct=lines.direct,
        indirect=lines.indirect,
        more_indirect=lines.more_indirect,
        outward=outward,
        inward=inward,
        seats=register.seats_by_body.get(body.id, ()),
        by_post=register.seats_by_post.get(body.id, ()),
        requirements=tuple(map(_fare, register.membership.of_body(body.id))),
        happenings=build_history(register, body),
        findings=findings,
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """The chains up from a body, and who answers to it."""

    ways: tuple[Way, ...] = ()
    more_ways: bool = False
    presumed: tuple[Way, ...] = ()
    direct: tuple[BodyLink, ...] = ()
    indirect: tuple[BodyLink, ...] = ()
    more_indirect: int = 0


def _lines(register: Register, presuming: AccountabilityGraph, body: str) -> _Lines:
    graph = register.graph
    if len(register.structure.bodies) > MOST_TOLD:
        return _Lines()
    chains = find_chains(graph, body, MOST_WAYS)
    below = find_reports(graph, body)
    direct = frozenset(below.direct)
    indirect = [id_ for id_ in below.all if id_ not in direct]
    return _Lines(
        tuple(_way(register, chain) for chain in chains.chains),
        chains.capped,
        _presumed(register, presuming, chains),
        register.bodies(below.direct),
        register.bodies(indirect[:MOST_INDIRECT]),
        max(0, len(indirect) - MOST_INDIRECT),
    )


def _says_more(row: RelationRow) -> bool:
    """Whether there is more to a relation than that somebody answers to the body."""
    life = row.life
    more = (row.scope, row.note, row.intended, row.references, life.begins, life.ends)
    return not row.counts or any(more)


def _fare(coverage: Coverage) -> str:
    """How the body fares against one requirement, in a few words."""
    asked, met = len(coverage.partners), len(coverage.of(*MET))
    fares = f"{met} of {asked} have a seat" if met or coverage.recorded else "no members recorded"
    return f"{format_requirement(coverage.requirement)}: {fares}"


def _by_body(
    rows: Iterable[tuple[BodyLink, RelationRow]],
) -> Mapping[str, tuple[RelationRow, ...]]:
    """Relations by the body at one end, lines of account first."""
    groups: dict[str, list[RelationRow]] = {}
    for body, row in rows:
        groups.setdefault(body.id, []).append(row)
    return {
        id_: tuple(sorted(group, key=lambda row: not row.accountability))
        for id_, group in groups.items()
    }


def _presumed(
    register: Register, presuming: AccountabilityGraph, chains: Chains
) -> tuple[Way, ...]:
    """The chains that would hold if `part of` counted, where none arrives without."""
    if register.graph.standpoint.presume or any(
        chain.apex or chain.leaves for chain in chains.chains
    ):
        return ()
    found = find_chains(presuming, chains.body, MOST_WAYS).chains
    told = frozenset(chain.steps for chain in chains.chains)
    return tuple(_way(register, chain) for chain in found if chain.steps not in told)


def _way(register: Register, chain: Chain) -> Way:
    steps = [_step(register, line) for line in chain.steps]
    if len(steps) > MOST_STEPS:
        skipped = len(steps) - MOST_STEPS
        last = steps[-LAST_STEPS:]
        first = steps[: MOST_STEPS - LAST_STEPS]
        steps = [*first, replace(last[0], skipped=skipped), *last[1:]]
    stop = chain.stop
    return Way(
        tuple(steps),
        len(chain.steps),
        "" if chain.basis is None else str(chain.basis),
        register.body(chain.apex) if chain.apex else None,
        register.body(stop.body) if stop else None,
        stop.because if stop else "",
        format_apex_basis(chain.apex_basis),
        chain.leaves is not None,
    )


def _step(register: Register, line: Line) -> Step:
    relation = line.relation
    superior = register.body(line.superior)
    return Step(register.reads(relation.kind), superior, relation.extent, str(line.basis))
