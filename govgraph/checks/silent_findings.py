"""Findings that rest on what papers do not say, which nobody can answer for.

What a later paper does not mention counts, and is said to be last heard of. Held beside what is
known of now it must accuse nobody: a second superior of 2009, when the paper of 2017 knows of one,
is no dual accountability of 2017.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govgraph.analysis.last_heard import find_last_heard
from govgraph.checks.check import Evidence
from govgraph.checks.finding import Finding
from govgraph.checks.rule_catalogue import all_checks
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.mentions import Recorded
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure

COMBINING = frozenset(
    {
        *("accountability-cycle", "dual-accountability", "skipped-tier", "several-apexes"),
        *("single-point-of-failure", "chain-too-deep", "span-too-wide"),
        *("self-scrutiny", "interlock"),
    }
)
"""The rules that find something because of what there is, and not because of what there is not."""


def leave_out_unheard(graph: AccountabilityGraph, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those about a body or relation that is first heard of later."""
    structure, presence = graph.structure, graph.standpoint.presence
    bodies = {body.id for body in structure.bodies if presence(body) is Presence.UNHEARD}
    relations: dict[tuple[str, str, str] | None, bool] = {}
    for relation in structure.relations:
        unheard = presence(relation) is Presence.UNHEARD
        relations[relation.key] = relations.get(relation.key, True) and unheard
    return tuple(
        finding
        for finding in found
        if finding.subject.body not in bodies and not relations.get(finding.subject.relation)
    )


def leave_out_silence(
    graph: AccountabilityGraph, found: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings without those that only something last heard of makes out of what is known now.

    What is about bodies that are themselves last heard of stays: it was so when they were.
    """
    heard = [record for one in find_last_heard(graph) for record in one.records]
    if not heard or not any(finding.name in COMBINING for finding in found):
        return found
    silent = frozenset(record.id for record in heard if isinstance(record, Body))
    firm = frozenset(found.identity for found in _find_firm(graph, heard, silent))
    return tuple(
        finding
        for finding in found
        if finding.name not in COMBINING
        or finding.identity in firm
        or (finding.about and silent.issuperset(finding.about))
    )


def _find_firm(
    graph: AccountabilityGraph, heard: Sequence[Recorded], silent: frozenset[str]
) -> Iterator[Finding]:
    """What the combining rules find without anything on which a later paper is silent."""
    known = _without(graph.structure, heard, silent)
    here = AccountabilityGraph(known, graph.standpoint)
    presumed = AccountabilityGraph(known, replace(graph.standpoint, presume=True))
    evidence = Evidence(here, presumed)
    for check in all_checks():
        if check.name in COMBINING:
            yield from check.find(check, evidence)


def _without(structure: Structure, heard: Sequence[Recorded], silent: frozenset[str]) -> Structure:
    """A structure without some of its records, and without what stands on bodies among them."""
    gone = frozenset(map(id, heard))
    return replace(
        structure,
        bodies=tuple(body for body in structure.bodies if body.id not in silent),
        relations=tuple(
            relation
            for relation in structure.relations
            if id(relation) not in gone and silent.isdisjoint(relation.key[::2])
        ),
        seats=tuple(
            seat for seat in structure.seats if id(seat) not in gone and seat.body not in silent
        ),
    )
