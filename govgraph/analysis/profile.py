"""Everything known of one body, in both directions."""

from dataclasses import dataclass

from govgraph.analysis.current_successors import find_successors
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Milestone, Source
from govgraph.model.standpoint import Lived, Presence


@dataclass(frozen=True, slots=True)
class DatedPresence:
    """Something of a body's, and whether it is there from the standpoint.

    Attributes:
        presence: whether it is there, and if not, why not.
        certain: whether every reading of its dates would say the same.
        words: the presence in words, with when it is first or last heard of.
    """

    presence: Presence
    certain: bool
    words: str = ""

    @property
    def aside(self) -> str:
        """What has to be said beside it; nothing of what is plainly there."""
        return "" if self.words == Presence.HOLDS else self.words or str(self.presence)


@dataclass(frozen=True, slots=True)
class Profile(Answer):
    """What a structure says of one body.

    Attributes:
        body: the body.
        standing: whether it is there from the standpoint.
        outward: the relations that start from it, each with whether it is there.
        inward: the relations that reach it, likewise.
        seats: the seats on it, likewise.
        sources: the sources cited for it, its relations and its seats, by id.
        milestones: the dated events that name it, earliest first.
        succeeded_by: the bodies that took over from it.
    """

    body: Body
    standing: DatedPresence
    outward: tuple[tuple[Relation, DatedPresence], ...]
    inward: tuple[tuple[Relation, DatedPresence], ...]
    seats: tuple[tuple[Seat, DatedPresence], ...]
    sources: tuple[Source, ...]
    milestones: tuple[Milestone, ...]
    succeeded_by: tuple[str, ...]


def build_profile(graph: AccountabilityGraph, body: str) -> Profile:
    """Everything that the structure of `graph` says of the body with that id.

    Nothing is left out for its date or status: each part says whether it is there from the
    standpoint.
    """
    structure = graph.structure
    known = structure.body_by_id[body]
    outward = [relation for relation in structure.relations if relation.from_body == body]
    inward = [relation for relation in structure.relations if relation.to_body == body]
    seats = structure.seats_by_body.get(body, ())
    parts: list[Body | Relation | Seat] = [known, *outward, *inward, *seats]
    cited = {citation.source for part in parts for citation in part.cites}
    milestones = [event for event in structure.milestones if body in event.bodies]
    return Profile(
        known,
        find_presence(graph, known),
        tuple((relation, _both_ends(graph, relation)) for relation in sorted(outward, key=_key)),
        tuple((relation, _both_ends(graph, relation)) for relation in sorted(inward, key=_key)),
        tuple((seat, find_presence(graph, seat)) for seat in seats),
        tuple(source for source in structure.sources if source.id in cited),
        tuple(sorted(milestones, key=lambda event: (event.date.first_day, event.what))),
        find_successors(structure, body),
    )


def find_presence(graph: AccountabilityGraph, thing: Lived) -> DatedPresence:
    """Whether a body, relation or seat is there by its own status and dates."""
    standpoint = graph.standpoint
    return DatedPresence(
        standpoint.presence(thing), standpoint.is_certain(thing), standpoint.format_presence(thing)
    )


def join_presences(own: DatedPresence, within: DatedPresence) -> DatedPresence:
    """The standing of something that is there by itself, and stands within something else."""
    certain = own.certain and within.certain
    hedged = own if within.words == Presence.HOLDS else within
    return DatedPresence(within.presence, certain, hedged.words)


def _both_ends(graph: AccountabilityGraph, relation: Relation) -> DatedPresence:
    """Whether a relation is there: by its own life, and then by those of its two bodies."""
    standing = find_presence(graph, relation)
    ends = (graph.structure.body_by_id.get(id_) for id_ in (relation.from_body, relation.to_body))
    for end in ends:
        if end is not None and standing.presence is Presence.HOLDS:
            of_end = find_presence(graph, end)
            standing = join_presences(standing, of_end)
    return standing


def _key(relation: Relation) -> tuple[str, str, str]:
    return (relation.kind, relation.to_body, relation.from_body)
