"""What an answer counts although a later paper is silent on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.bodies import Body
from govgraph.model.mentions import LastMention, Recorded, bodies_of


@dataclass(frozen=True, slots=True)
class LastHeard:
    """Records that one paper is the last to speak of, and of which a later one is silent.

    Attributes:
        mention: the last paper that speaks of them, and the next that could and does not.
        records: bodies, relations and seats in the order of the structure; a relation or seat
            only where its body is not among them, which says it of all that is on it.
    """

    mention: LastMention
    records: tuple[Recorded, ...]


def find_last_heard(graph: AccountabilityGraph) -> tuple[LastHeard, ...]:
    """Everything of a structure that counts though a later paper is silent on it."""
    structure = graph.structure
    return _grouped(graph, (*structure.bodies, *structure.relations, *structure.seats))


def find_last_heard_along(
    graph: AccountabilityGraph, bodies: Iterable[str], lines: Iterable[Line] = ()
) -> tuple[LastHeard, ...]:
    """What of some bodies and lines counts though a later paper is silent on it."""
    known = graph.structure.body_by_id
    asked = [known[id_] for id_ in dict.fromkeys(bodies) if id_ in known]
    return _grouped(graph, (*asked, *dict.fromkeys(line.relation for line in lines)))


def find_last_heard_among(
    graph: AccountabilityGraph, bodies: Iterable[str]
) -> tuple[LastHeard, ...]:
    """The same of some bodies and every line between them."""
    asked = tuple(dict.fromkeys(bodies))
    among = frozenset(asked)
    lines = (
        line for id_ in asked for line in graph.lines_up.get(id_, ()) if line.superior in among
    )
    return find_last_heard_along(graph, asked, lines)


def _grouped(graph: AccountabilityGraph, records: Iterable[Recorded]) -> tuple[LastHeard, ...]:
    """The records with a later silence by their papers, bodies before what stands on them.

    What stands on a body that does not count, a shadow or a proposal, does not count either.
    """
    heard: dict[LastMention, list[Recorded]] = {}
    bodies: set[str] = set()
    for record in records:
        ends = () if isinstance(record, Body) else bodies_of(record)
        if not bodies.isdisjoint(ends) or not all(map(graph.holds, ends)):
            continue
        if mention := graph.standpoint.last_heard(record):
            heard.setdefault(mention, []).append(record)
            bodies |= {record.id} if isinstance(record, Body) else set()
    order = sorted(heard, key=lambda mention: (mention.last.date.latest, mention.last.source))
    return tuple(LastHeard(mention, tuple(heard[mention])) for mention in order)
