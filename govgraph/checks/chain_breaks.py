"""Where the chain of a body stops short of an apex, and why; why a relation upward is no line.

Of several stops the nearest is named, of several as near the one whose reason goes first: so every
engine gives the same reason.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from govgraph.checks.facts import WHY_EXCLUDED, Why
from govgraph.graph.accountability import AccountabilityGraph, Exclusion
from govgraph.wording.verbs import agree_verb, pronoun_for

CHAIN_SHOWN = 50
"""Most bodies in the chain of a finding, so that a chain of thousands stays readable."""

_SENTENCES = {
    Exclusion.LINE_PROPOSED: "{its} line to {superior} is only proposed",
    Exclusion.LINE_SHADOW: "{its} line to {superior} is only in shadow form",
    Exclusion.LINE_NOT_YET: "{its} line to {superior} has not begun yet",
    Exclusion.LINE_UNHEARD: "{its} line to {superior} is first heard of later",
    Exclusion.LINE_ENDED: "{its} line to {superior} has ended",
    Exclusion.BODY_PROPOSED: "{it} {is} to answer to {superior}, which is only proposed",
    Exclusion.BODY_SHADOW: "{it} {is} to answer to {superior}, which is only in shadow form",
    Exclusion.BODY_NOT_YET: "{it} {is} to answer to {superior}, which has not begun yet",
    Exclusion.BODY_UNHEARD: "{it} {answers} to {superior}, which is first heard of later",
    Exclusion.BODY_ENDED: "{it} {answers} to {superior}, which has ended",
    Exclusion.UNKNOWN: "{it} {answers} to ‘{superior}’, which is not in the file",
}


def format_exclusion(why: Exclusion, superior: str, subordinate: str) -> str:
    """Why a relation upward is no line, as a clause about the body that would answer."""
    words = {verb: agree_verb(verb, subordinate) for verb in ("is", "answers")}
    words |= {"it": pronoun_for(subordinate), "its": pronoun_for(subordinate, "its", "their")}
    return _SENTENCES[why].format(superior=superior, **words)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the chain of a body stops.

    Attributes:
        at: the id of the body where it stops; of a ring, the one that is met first.
        why: why it goes no further.
        towards: the id of the next body on the way there, or nothing where it stops at once.
    """

    at: str
    why: Why
    towards: str = ""


def find_chain_breaks(graph: AccountabilityGraph) -> Mapping[str, Stop]:
    """The nearest stop of each body that holds and that no chain of lines brings to an apex.

    A ring is named only where a chain meets no other stop: whoever opened it would find nothing
    above.
    """
    lost = frozenset(find_lost(graph))
    stops = {body: Stop(body, why) for body in lost if (why := why_here(graph, body))}
    _spread(graph, lost, stops, tuple(stops))
    cycles = [
        body for cycle in graph.cycles for body in cycle if body in lost and body not in stops
    ]
    stops.update((body, Stop(body, Why.CYCLE)) for body in cycles)
    _spread(graph, lost, stops, cycles)
    return stops


def _spread(
    graph: AccountabilityGraph, lost: Collection[str], stops: dict[str, Stop], seeds: Iterable[str]
) -> None:
    """Tell everybody below `seeds` where their chains stop, the nearest stop first."""
    level = list(seeds)
    while level:
        below: list[str] = []
        for body in sorted(level, key=lambda one: (stops[one].why, one)):
            for subordinate in graph.subordinates(body):
                if subordinate in lost and subordinate not in stops:
                    stops[subordinate] = Stop(stops[body].at, stops[body].why, body)
                    below.append(subordinate)
        level = below


def find_lost(graph: AccountabilityGraph) -> list[str]:
    """The bodies that hold and that no chain of lines brings to an apex."""
    table = graph.table
    columns = zip(table.ids, table.present, graph.arrives, strict=True)
    return [body for body, here, arrives in columns if here and not arrives]


def why_here(graph: AccountabilityGraph, body: str) -> Why:
    """Why a chain that comes to a body goes no further, if it does not."""
    exclusion = find_exclusion(graph, body)
    if exclusion or graph.superiors(body):
        return exclusion
    return Why.ITSELF if body in graph.lines_up else Why.NOBODY


def find_exclusion(graph: AccountabilityGraph, body: str) -> Why:
    """Why a relation upward makes no line: of several the same in whatever order written."""
    whys = (WHY_EXCLUDED[one.why] for one in graph.excluded.get(body, ()))
    return min(whys, default=Why.NOWHERE)


def follow(stops: Mapping[str, Stop], body: str, most: int) -> tuple[str, ...]:
    """The chain from a body to its stop, at most the first `most` bodies of it."""
    chain = [body]
    while len(chain) < most and stops[chain[-1]].towards:
        chain.append(stops[chain[-1]].towards)
    return tuple(chain)
