"""Views: which part of a structure a drawing shows, and what it says it leaves out."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from govgraph.analysis.chain import find_chains
from govgraph.errors import SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.names import find_body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from govgraph.wording.lists import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which part of a structure to show; by default the whole.

    Attributes:
        focus: the id of a body, to show it with what is near it.
        up: how many steps upward from the focus.
        down: how many steps downward from the focus.
        chain: the id of a body, to show its chains upward and nothing else.
        area, kind, tier: show only bodies of these; any if empty.
        source: ids of sources, to show only what they are cited for; any if empty.
        only: ids of the only bodies to show, chosen and counted by whoever asks; any if empty.
        accountability: show only lines of account.
        highlight: codes or names of rules; only their findings wear a badge.
        say: what boxes say besides: `quorum`, `limit`.
        collapse: ids of bodies whose subordinates are shown as one box with a count.

    >>> View(focus="Hart LCP", up=2, kind="board").kind
    ('board',)
    """

    focus: str = ""
    up: int = 1
    down: int = 1
    chain: str = ""
    area: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    accountability: bool = False
    highlight: tuple[str, ...] = ()
    collapse: tuple[str, ...] = ()
    say: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """One word stands for a list of it, and any list for a tuple."""
        for name in ("area", "kind", "tier", "source", "only", "highlight", "collapse", "say"):
            given = getattr(self, name)
            if isinstance(given, str):
                given = (given,)
            if not isinstance(given, Iterable) or not all(isinstance(each, str) for each in given):
                raise SettingsError(
                    f"the {name} of a view is {given!r}, no text and no list of texts"
                )
            object.__setattr__(self, name, tuple(given))


WHOLE = View()


def with_ids(view: View, structure: Structure) -> View:
    """The view with each of its bodies, which may go by any name, by id.

    Raises:
        QuestionError: one of them goes by no name of the structure, or by several.
    """
    return replace(
        view,
        focus=view.focus and find_body(structure, view.focus).id,
        chain=view.chain and find_body(structure, view.chain).id,
        collapse=tuple(find_body(structure, body).id for body in view.collapse),
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """What a view shows of a structure.

    Attributes:
        bodies: the ids of the bodies shown.
        relations: the indexes, in the structure, of the relations shown, in order.
        left_out: what is not shown, one sentence each.
        superiors: the ids of the bodies outside the view that bodies shown answer to: they are
            named, so that no line upward is lost.
    """

    bodies: frozenset[str]
    relations: tuple[int, ...]
    left_out: tuple[str, ...]
    superiors: frozenset[str] = frozenset()


def select(graph: AccountabilityGraph, view: View = WHOLE) -> Selection:
    """The bodies and relations that a view shows, of those that hold from the standpoint."""
    structure, standpoint = graph.structure, graph.standpoint
    here = frozenset(graph.bodies)
    bodies = here & _wanted(graph, view)
    lines = frozenset(graph.table.relations)
    held = [
        index
        for index, relation in enumerate(structure.relations)
        if {relation.from_body, relation.to_body} <= here and standpoint.holds(relation)
    ]
    inside = [
        index
        for index in held
        if {structure.relations[index].from_body, structure.relations[index].to_body} <= bodies
        and _cited(structure.relations[index], view)
    ]
    shown = [index for index in inside if index in lines] if view.accountability else inside
    upward = _leading_out(structure, held, lines, bodies, view)
    left_out = (
        *_absent(structure, here),
        *_outside(len(here) - len(bodies), len(held) - len(inside) - len(upward), view),
        *_counted(len(inside) - len(shown), "relation", "that make no line of account"),
        *_dangling(structure),
    )
    superiors = frozenset(structure.relations[index].to_body for index in upward)
    return Selection(bodies, tuple(sorted((*shown, *upward))), left_out, superiors)


def _leading_out(
    structure: Structure,
    held: Sequence[int],
    lines: Collection[int],
    bodies: frozenset[str],
    view: View,
) -> list[int]:
    """The relations by which bodies shown answer to bodies outside the view.

    They are its lines of account; where a body has none at all, what it is part of.
    """
    relations = structure.relations
    answering = {relations[index].from_body for index in lines}
    return [
        index
        for index in held
        if relations[index].from_body in bodies
        and relations[index].to_body not in bodies
        and _cited(relations[index], view)
        and (
            index in lines
            or (
                relations[index].kind == PRESUMED_KIND
                and relations[index].from_body not in answering
                and not view.accountability
            )
        )
    ]


def _wanted(graph: AccountabilityGraph, view: View) -> frozenset[str]:
    """The ids that every part of the view asks for."""
    structure = graph.structure
    wanted = {body.id for body in structure.bodies if _matches(body, view)}
    if view.only:
        wanted &= set(view.only)
    if view.focus:
        wanted &= _near(structure, view)
    if view.chain:
        chains = find_chains(graph, view.chain).chains
        wanted &= {view.chain}.union(*(chain.bodies for chain in chains))
    return frozenset(wanted)


def _matches(body: Body, view: View) -> bool:
    asked = ((view.area, body.area), (view.kind, body.kind), (view.tier, body.tier))
    return _cited(body, view) and all(not allowed or value in allowed for allowed, value in asked)


def _cited(thing: Body | Relation, view: View) -> bool:
    """Whether a source that the view asks for is cited for a body or relation."""
    return not view.source or any(cited.source in view.source for cited in thing.cites)


def _near(structure: Structure, view: View) -> set[str]:
    """The focus, what stands so many steps above and below it, and what it is linked to."""
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    near = {view.focus}
    for relation in structure.relations:
        if structure.is_accountability(relation) or relation.kind == PRESUMED_KIND:
            up.setdefault(relation.from_body, []).append(relation.to_body)
            down.setdefault(relation.to_body, []).append(relation.from_body)
        elif view.focus in {relation.from_body, relation.to_body}:
            near |= {relation.from_body, relation.to_body}
    return near | _within(up, view.focus, view.up) | _within(down, view.focus, view.down)


def _within(steps: Mapping[str, list[str]], start: str, most: int) -> set[str]:
    """The ids at most so many steps from the start."""
    distance = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in steps.get(here, ()) if distance[here] < most else ():
            if there not in distance:
                distance[there] = distance[here] + 1
                waiting.append(there)
    return set(distance)


def _absent(structure: Structure, here: frozenset[str]) -> tuple[str, ...]:
    gone = len(structure.bodies) - len(here)
    return _counted(gone, "body", "not in force on the date shown")


def _outside(bodies: int, relations: int, view: View) -> tuple[str, ...]:
    """How many bodies and relations are outside the view, unless whoever asks counts them."""
    if view.only:
        return ()
    return (
        *_counted(bodies, "body", "outside this view"),
        *_counted(relations, "relation", "outside this view"),
    )


def _dangling(structure: Structure) -> tuple[str, ...]:
    known = structure.body_by_id
    unknown = sum(
        relation.from_body not in known or relation.to_body not in known
        for relation in structure.relations
    )
    return _counted(unknown, "relation", "to a body that the file does not hold")


def _counted(count: int, one: str, what: str) -> tuple[str, ...]:
    """`Left out: 3 bodies outside this view.`, or nothing where there is nothing to say."""
    if not count:
        return ()
    return (f"Left out: {count_words(count, one)} {what}.",)
