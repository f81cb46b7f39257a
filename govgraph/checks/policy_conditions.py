"""What a rule of the author's own asks of a body, and whether it is met."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govgraph.analysis.holders import CHAIRS
from govgraph.checks.check import Evidence
from govgraph.checks.frequency import meetings_a_year
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import normalise
from govgraph.model.relations import Relation
from govgraph.model.requirements import PolicyCondition
from govgraph.model.selection import matches
from govgraph.wording.lists import count_words
from govgraph.wording.records import format_selector


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a condition asks for.

    Attributes:
        is_met: whether a body, by its id, has it.
        lacks: that a body has it not, as a clause after its name.
        has: that a body has it, likewise.
        relations: where the thing is a relation, those of each body that are it.
        others: where the thing is shared with other bodies, their ids; those of each pair or
            group stand under the first of it alone.
    """

    is_met: Callable[[str], bool]
    lacks: str
    has: str
    relations: Mapping[str, tuple[Relation, ...]] | None = None
    others: Mapping[str, tuple[str, ...]] | None = None


def find_parts(
    evidence: Evidence, condition: PolicyCondition, among: Sequence[str]
) -> Iterator[Part]:
    """Everything that a condition asks for, of the bodies of which its rule speaks."""
    if condition.relation or condition.to:
        yield _relation(evidence, condition)
    if condition.reach:
        yield _reach(evidence, condition.reach, condition.within)
    if condition.seat:
        yield _seat(evidence, condition.seat)
    if condition.chair:
        yield Part(
            evidence.seat_holders.has_chair, "has nobody in the chair", "has somebody in the chair"
        )
    if condition.meets:
        yield _meets(evidence, condition.meets)
    if condition.chair_sits_on:
        yield _chair_on(evidence, condition.chair_sits_on)
    if condition.shares_chair:
        yield _shared_chair(evidence, among)
    if condition.quote:
        yield _quoted(evidence)


def _relation(evidence: Evidence, condition: PolicyCondition) -> Part:
    """A relation of a kind, or of any, to a body that is selected, or to any."""
    structure, graph = evidence.structure, evidence.graph
    found: dict[str, list[Relation]] = {}
    for relation in structure.relations:
        above = structure.body_by_id.get(relation.to_body)
        if (
            above is not None
            and condition.relation in {"", relation.kind}
            and (condition.to is None or matches(condition.to, above, structure.kinds_of_body))
            and graph.holds(above.id)
            and evidence.standpoint.holds(relation)
        ):
            found.setdefault(relation.from_body, []).append(relation)
    kind = f"relation ‘{condition.relation}’" if condition.relation else "relation"
    to = f" to {format_selector(structure, condition.to)}" if condition.to else ""
    return Part(
        found.__contains__,
        f"has no {kind}{to}",
        f"has a {kind}{to}",
        {body: tuple(relations) for body, relations in found.items()},
    )


def _reach(evidence: Evidence, target: str, within: int | None) -> Part:
    """A chain of account to one body, in so many steps at the most if a number is given."""
    steps = _steps_to(evidence.graph, target, within)
    how = f" within {count_words(within, 'step')}" if within is not None else ""
    name = evidence.name(target)
    return Part(steps.__contains__, f"has no chain to {name}{how}", f"has a chain to {name}{how}")


def _steps_to(graph: AccountabilityGraph, target: str, most: int | None) -> Mapping[str, int]:
    """How many steps each body is from the target, those beyond `most` left out."""
    steps = {target: 0} if graph.holds(target) else {}
    level = list(steps)
    while level and (most is None or steps[level[0]] < most):
        above = steps[level[0]] + 1
        below = (low for high in level for low in graph.subordinates(high) if low not in steps)
        level = list(dict.fromkeys(below))
        steps.update(dict.fromkeys(level, above))
    return steps


def _seat(evidence: Evidence, partner: str) -> Part:
    """A seat that represents a partner."""
    wanted = normalise(partner)
    having = {
        body
        for body, seats in evidence.seat_holders.seats.items()
        if any(normalise(text) == wanted for seat in seats for text in seat.represents)
    }
    return Part(having.__contains__, f"has no seat for {partner}", f"has a seat for {partner}")


def _meets(evidence: Evidence, wanted: str) -> Part:
    """Meetings at least as often as asked; words that do not say how often are not enough."""
    least = meetings_a_year(wanted) or 0

    def is_met(body: str) -> bool:
        often = meetings_a_year(evidence.structure.body_by_id[body].meets)
        return often is not None and often >= least

    return Part(
        is_met,
        f"is not recorded as meeting at least {wanted}",
        f"meets {wanted} or more often",
    )


def _chair_on(evidence: Evidence, target: str) -> Part:
    """A chair, known by name or post, who has a seat on another body too."""
    seat_holders, name = evidence.seat_holders, evidence.name(target)
    seated = seat_holders.holders(target) | seat_holders.posts(target)
    return Part(
        lambda body: not seated.isdisjoint(_chairs(evidence, body)),
        f"has no chair who sits on {name}",
        f"has a chair who sits on {name}",
    )


def _shared_chair(evidence: Evidence, among: Sequence[str]) -> Part:
    """Somebody in the chair who chairs another of some bodies."""
    chaired: dict[str, list[str]] = {}
    for body in among:
        for chair in sorted(_chairs(evidence, body)):
            chaired.setdefault(chair, []).append(body)
    several = [bodies for bodies in chaired.values() if len(bodies) > 1]
    sharing = {body for bodies in several for body in bodies}
    others: dict[str, tuple[str, ...]] = {}
    for first, *rest in several:
        others[first] = tuple(dict.fromkeys((*others.get(first, ()), *rest)))
    return Part(
        sharing.__contains__,
        "shares its chair with none of the others",
        "shares its chair",
        others=others,
    )


def _quoted(evidence: Evidence) -> Part:
    """The words of a paper for each line of account up from a body; one without lines has them."""
    unquoted = {
        line.subordinate
        for line in evidence.graph.lines
        if not any(citation.quote for citation in line.relation.cites)
    }
    return Part(
        lambda body: body not in unquoted,
        "has a line of account that cites no words of a paper",
        "cites the words of a paper for each line of account",
    )


def _chairs(evidence: Evidence, body: str) -> frozenset[str]:
    """Who chairs a body, and the posts in words by which they do; nobody, where none is said."""
    seat_holders = evidence.seat_holders
    if not seat_holders.has_chair(body):
        return frozenset()
    return seat_holders.find_chairs(body) | seat_holders.posts(body, CHAIRS)
