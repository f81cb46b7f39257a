"""Rules about one body and those above it: GG101, GG102, GG104, GG105, GG107, GG108, GG113."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.registers.found import NOBODY, Found
from govgraph.checks.registers.pairs import pair_up
from govgraph.checks.wording import CHAIN_SHOWN
from govgraph.graph.blocks import mark
from govgraph.graph.distinct import find_distinct
from govgraph.graph.registers.rows import Counted, Named
from govgraph.graph.upward import find_upward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.check import Check
    from govgraph.checks.registers.footings import Footings
    from govgraph.graph.columns import Flags, Integers, Rows
    from govgraph.graph.registers.lines import RegisterGraph

RECORD = "Record the line of account from it, or mark it as an apex if accountability ends there."
SETTLE = (
    "Settle which is the line of account, or give each its scope and say why "
    "more than one is intended."
)
MEND = "Mend that line: whom it names, its status or its dates; or record another from it."


def find_orphans(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies without any line of account, by what ties them to others."""
    graph, bodies = footings.graph, footings.orphaned
    part = graph.presumed.answering.take(bodies)
    answered, linked = _find_ties(graph, bodies)
    answered &= ~part
    linked &= ~part & ~answered
    for variant, says, chosen in (
        ("part-of only", "from {} to anybody is stated: being part of another is none.", part),
        ("nobody above it", "leads from {} to anybody, though others answer to it.", answered),
        ("linked only", "leads from {} to anybody: none of its relations is one.", linked),
        ("isolated", "leads from {}, nor any other relation.", ~(part | answered | linked)),
    ):
        softened = min(check.severity, Severity.WARNING)
        yield Found(
            check,
            softened if variant == "part-of only" else check.severity,
            f"No line of account {says}",
            RECORD,
            bodies[chosen],
            fills=(Named(bodies[chosen]),),
            variant=variant,
        )


def _find_ties(graph: RegisterGraph, bodies: Integers) -> tuple[Flags, Flags]:
    """For each of some bodies whether another answers to it, and whether any relation ties it."""
    relations = graph.register.relations
    answered = graph.lines.answered.copy()
    mark(answered, graph.lines.tos)
    linked = answered.copy()
    rows = np.flatnonzero(graph.holding > graph.counting)  # whoever has a line is answered
    froms, tos = relations.froms.take(rows), relations.tos.take(rows)
    apart = froms != tos
    mark(linked, froms.compress(apart))
    mark(linked, tos.compress(apart))
    return answered.take(bodies), linked.take(bodies)


def find_broken_chains(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies with lines of account of which none leads to an apex, by why a chain stops."""
    graph = footings.graph
    told = ~footings.ringed.take(footings.broken)
    broken, stops = footings.broken.compress(told), footings.stops.compress(told)
    one = np.flatnonzero(stops != NOBODY)
    bodies, at = broken.take(one), stops.take(one)
    gap = graph.missing.take(at)
    ring = ~gap & graph.ring_of.inside.take(at)
    itself = ~(gap | ring) & graph.owning.take(at) & ~graph.answering.take(at)
    nobody = ~(gap | ring | itself)
    for variant, why, chosen in (
        ("a line is missing", "a line from which is written that does not hold", gap),
        ("nobody above it", "above which there is nobody", nobody),
        ("answers only to itself", "which answers only to itself", itself),
        ("cycle", "one of a ring of bodies that answer to one another", ring),
    ):
        feet, tops = bodies.compress(chosen), at.compress(chosen)
        own = feet.compress(feet == tops)
        feet, tops = feet.compress(feet != tops), tops.compress(feet != tops)
        yield Found(
            check,
            check.severity,
            "No chain from {} arrives at an apex: a line from it is written that does not hold.",
            MEND,
            own,
            fills=(Named(own),),
            variant=variant,
        )
        yield Found(
            check,
            check.severity,
            f"No chain from {{}} arrives at an apex: one stops at {{}}, {why}.",
            "Mend the chain at the body where it stops.",
            feet,
            fills=(Named(feet), Named(tops)),
            variant=variant,
            chain=partial(_climb, graph, feet, tops),
        )
    several = broken.compress(stops == NOBODY)
    yield Found(
        check,
        check.severity,
        "No chain from {} arrives at an apex: several lead up from it, and each of them stops.",
        "Ask for its chain to see where, and mend one there.",
        several,
        fills=(Named(several),),
        variant="several chains",
        chain=partial(_climb, graph, several, np.full(len(several), NOBODY)),
    )


def _climb(graph: RegisterGraph, feet: Integers, tops: Integers, place: int) -> list[int]:
    """The bodies on the only chain upward from one of `feet`, as far as its top or a head."""
    superior = graph.lines.superior
    chain, top = [int(feet[place])], int(tops[place])
    while chain[-1] != top and len(chain) < CHAIN_SHOWN:
        above = superior.item(chain[-1])
        if above == chain[-1]:
            break
        chain.append(above)
    return chain


def find_self_accountability(check: Check, footings: Footings) -> Iterator[Found]:
    """Lines from a body to itself."""
    graph = footings.graph
    own = graph.to_itself
    bodies = graph.froms.take(own)
    yield Found(
        check,
        check.severity,
        "{} answers to itself.",
        "Name the body that it really answers to, or take the relation out.",
        bodies,
        graph.relations.take(own),
        fills=(Named(bodies),),
        chain=lambda place: [int(bodies[place])] * 2,
    )


def find_dual_accountability(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies with more than one direct superior, intended or not."""
    graph = footings.graph
    bodies, _, counts = graph.lines.heads
    meant = _count_intended(graph, bodies) >= counts - 1
    softened = min(check.severity, Severity.INFORMATION)
    told = "Lines of account lead from {} to {} bodies"
    for variant, severity, says, remedy, chosen in (
        ("", check.severity, f"{told}.", SETTLE, ~meant),
        ("intended", softened, f"{told}; this is intended.", "", meant),
    ):
        some = bodies[chosen]
        yield Found(
            check,
            severity,
            says,
            remedy,
            some,
            fills=(Named(some), Counted(counts.compress(chosen).astype(np.int32))),
            variant=variant,
            others=partial(_find_superiors, graph, some),
        )


def _find_superiors(graph: RegisterGraph, bodies: Integers, places: Rows) -> list[list[int]]:
    """The superiors of some of `bodies`, by their places."""
    at, above = find_upward(graph.lines, bodies[places])
    found: list[list[int]] = [[] for _ in places]
    for place, body in zip(at.tolist(), above.tolist(), strict=True):
        found[place].append(body)
    return found


def _count_intended(graph: RegisterGraph, bodies: Integers) -> Integers:
    """Number of superiors of each body of whose line the register says why it is meant."""
    intended = graph.register.relations.intended
    if intended is None or not intended.any():
        return np.zeros(len(bodies), dtype=np.int32)
    said = intended[graph.relations] & (graph.froms != graph.tos)
    keys = find_distinct(pair_up(graph.froms[said], graph.tos[said])) >> 32
    counts = np.searchsorted(keys, bodies, "right") - np.searchsorted(keys, bodies, "left")
    return counts.astype(np.int32)


def find_no_apex(check: Check, footings: Footings) -> Iterator[Found]:
    """One finding where there are bodies and none is an apex."""
    graph = footings.graph
    if not graph.apex.any() and graph.present.any():
        yield _of_the_whole(
            check,
            "No body is marked as an apex, where accountability ends.",
            "Mark the body at which accountability ends in the column ‘apex’.",
        )


def find_several_apexes(check: Check, footings: Footings) -> Iterator[Found]:
    """One finding where more than one body is an apex."""
    count = int(np.count_nonzero(footings.graph.apex))
    if count > 1:
        yield _of_the_whole(
            check,
            f"Accountability ends in {count:,} places.",
            "Make sure that each of them really answers to nobody here.",
        )


def _of_the_whole(check: Check, says: str, remedy: str) -> Found:
    return Found(check, check.severity, says, remedy, np.array([NOBODY], dtype=np.int32))


def find_weak_chains(check: Check, footings: Footings) -> Iterator[Found]:
    """Bodies whose every chain to an apex leans on a line nobody states."""
    bodies = footings.weak
    yield Found(
        check,
        check.severity,
        "Every chain from {} to an apex leans on a line that no source states.",
        "Find the source that states each line of it, or have one agreed.",
        bodies,
        fills=(Named(bodies),),
    )
