"""The directed accountability graph: who answers to whom from a standpoint."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from warnings import warn

from govgraph.graph.engine import ByteColumn, Engine, IntegerColumn
from govgraph.graph.table import Table, build_table, counts_as_line
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.relations import Relation
from govgraph.model.shown import Shown
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Presence, Standpoint
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from govgraph.graph.dated_table import DatedTable

PLAIN_BELOW = 5_000
"""Number of bodies from which NumPy is worth its 110 ms of import."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of account, with how firmly it is known.

    Attributes:
        relation: the relation that makes the line.
        basis: the relation's own basis, or PRESUMED where the line is only presumed.
    """

    relation: Relation
    basis: Basis

    @property
    def subordinate(self) -> str:
        """The id of the body that answers."""
        return self.relation.from_body

    @property
    def superior(self) -> str:
        """The id of the body that is answered to."""
        return self.relation.to_body


class Exclusion(StrEnum):
    """Why a relation that could be a line of account is none from a standpoint."""

    LINE_PROPOSED = "the line is only proposed"
    LINE_SHADOW = "the line is only in shadow"
    LINE_NOT_YET = "the line has not begun"
    LINE_UNHEARD = "the line is first heard of later"
    LINE_ENDED = "the line has ended"
    BODY_PROPOSED = "the body is only proposed"
    BODY_SHADOW = "the body is only in shadow"
    BODY_NOT_YET = "the body has not begun"
    BODY_UNHEARD = "the body is first heard of later"
    BODY_ENDED = "the body has ended"
    UNKNOWN = "the body is unknown"


_LINE_EXCLUSIONS = {
    Presence.PROPOSED: Exclusion.LINE_PROPOSED,
    Presence.SHADOW: Exclusion.LINE_SHADOW,
    Presence.NOT_YET: Exclusion.LINE_NOT_YET,
    Presence.UNHEARD: Exclusion.LINE_UNHEARD,
    Presence.ENDED: Exclusion.LINE_ENDED,
}
_BODY_EXCLUSIONS = {
    Presence.PROPOSED: Exclusion.BODY_PROPOSED,
    Presence.SHADOW: Exclusion.BODY_SHADOW,
    Presence.NOT_YET: Exclusion.BODY_NOT_YET,
    Presence.UNHEARD: Exclusion.BODY_UNHEARD,
    Presence.ENDED: Exclusion.BODY_ENDED,
}


@dataclass(frozen=True, slots=True)
class ExcludedRelation:
    """A relation upward that makes no line from the standpoint, and why."""

    relation: Relation
    why: Exclusion


@dataclass(frozen=True, repr=False)
class AccountabilityGraph(Shown):
    """Who answers to whom in a structure, from a standpoint.

    Bodies are named by id. Numbers of bodies are those of `table`. The columns (`arrives`,
    `depths`, …) are worked out when first asked for, once.

    >>> import govgraph
    >>> graph = govgraph.build_graph(govgraph.from_edges([("Audit", "Council")]))
    >>> graph.superiors("audit"), graph.subordinates("council")
    (('council',), ('audit',))
    """

    structure: Structure
    standpoint: Standpoint

    def __post_init__(self) -> None:
        """Let the standpoint know what the papers of this structure speak of, and of no other."""
        here = self.standpoint
        if here.mentions is None or here.mentions.structure is not self.structure:
            known = replace(here, mentions=self.structure.mentions)
            object.__setattr__(self, "standpoint", known)

    def __repr__(self) -> str:
        when = self.standpoint.as_at or "all dates"
        return f"<AccountabilityGraph of {self.structure!r} as at {when}>"

    @cached_property
    def table(self) -> Table:
        """Bodies and lines as integer columns."""
        if self.dated is not None:
            return self.dated.seen_from(self.standpoint)
        return build_table(self.structure, self.standpoint)

    @cached_property
    def dated(self) -> "DatedTable | None":
        """The columns with their lives, kept for other standpoints; None for a small structure."""
        if len(self.structure.bodies) < PLAIN_BELOW:
            return None
        from govgraph.graph.dated_table import build_dated_table

        return build_dated_table(self.structure)

    def seen_from(self, standpoint: Standpoint) -> "AccountabilityGraph":
        """The same structure from another standpoint; for a large one, no more than a filter."""
        other = AccountabilityGraph(self.structure, standpoint)
        other.__dict__["dated"] = self.dated  # where a cached property keeps what it worked out
        return other

    @cached_property
    def engine(self) -> Engine:
        """What the columns are worked out with, chosen by the number of bodies."""
        return choose_engine(len(self.table))

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies that hold, in the order of the structure."""
        return tuple(
            id_ for id_, here in zip(self.table.ids, self.table.present, strict=True) if here
        )

    @cached_property
    def apexes(self) -> tuple[str, ...]:
        """The ids of the bodies that hold where accountability may end."""
        return tuple(id_ for id_, ends in zip(self.table.ids, self.table.apex, strict=True) if ends)

    @cached_property
    def outside(self) -> tuple[str, ...]:
        """The ids of the bodies that hold and whose own governance is elsewhere."""
        return tuple(
            body.id for body in self.structure.bodies if body.outside and self.holds(body.id)
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of account, in the order of the structure."""
        relations = map(self.structure.relations.__getitem__, self.table.relations)
        return tuple(Line(relation, _basis(relation)) for relation in relations)

    @cached_property
    def lines_up(self) -> Mapping[str, tuple[Line, ...]]:
        """For each body that answers to any, its lines upward, firmest first, then by superior."""
        return _grouped(self.lines, upward=True)

    @cached_property
    def lines_down(self) -> Mapping[str, tuple[Line, ...]]:
        """For each body that is answered to, the lines that reach it, by subordinate."""
        return _grouped(self.lines, upward=False)

    def holds(self, body: str) -> bool:
        """Whether the body with that id is there from the standpoint."""
        number = self.table.number.get(body)
        return number is not None and bool(self.table.present[number])

    def superiors(self, body: str) -> tuple[str, ...]:
        """The ids of the bodies that one answers to directly, other than itself, sorted."""
        return tuple(sorted({line.superior for line in self.lines_up.get(body, ())} - {body}))

    def subordinates(self, body: str) -> tuple[str, ...]:
        """The ids of the bodies that answer directly to one, other than itself, sorted."""
        return tuple(sorted({line.subordinate for line in self.lines_down.get(body, ())} - {body}))

    @cached_property
    def excluded(self) -> Mapping[str, tuple[ExcludedRelation, ...]]:
        """For each body, the relations upward that make no line from here, and why."""
        found: dict[str, list[ExcludedRelation]] = {}
        counted = frozenset(self.table.relations)
        for index, relation in enumerate(self.structure.relations):
            if index in counted or not counts_as_line(self.structure, self.standpoint, relation):
                continue
            found.setdefault(relation.from_body, []).append(
                ExcludedRelation(relation, self._find_exclusion(relation))
            )
        return {body: tuple(relations) for body, relations in found.items()}

    @property
    def missing(self) -> Mapping[str, tuple[ExcludedRelation, ...]]:
        """Deprecated: `excluded`."""
        warn("missing is now called excluded", DeprecationWarning, stacklevel=2)
        return self.excluded

    def _find_exclusion(self, relation: Relation) -> Exclusion:
        """Why a relation makes no line: its own life first, then the bodies at its ends."""
        presence = self.standpoint.presence(relation)
        if presence is not Presence.HOLDS:
            return _LINE_EXCLUSIONS[presence]
        for id_ in (relation.to_body, relation.from_body):
            body = self.structure.body_by_id.get(id_)
            if body is None:
                return Exclusion.UNKNOWN
            if not self.standpoint.holds(body):
                return _BODY_EXCLUSIONS[self.standpoint.presence(body)]
        raise AssertionError(f"{relation.key} is a line")  # pragma: no cover

    @cached_property
    def arrives(self) -> ByteColumn:
        """One byte a body: 1 where some chain upward reaches an apex, or it is one."""
        table = self.table
        return self.engine.arrivals(len(table), table.froms, table.tos, table.apex)

    @cached_property
    def leaves(self) -> ByteColumn:
        """One byte a body: 1 where it is outside or a chain leads there, and none to an apex."""
        table = self.table
        if not self.outside:
            return bytearray(len(table))
        ends = bytearray(len(table))
        for id_ in self.outside:
            ends[table.number[id_]] = 1
        reached = self.engine.arrivals(len(table), table.froms, table.tos, ends)
        return bytearray(
            out and not arrives for out, arrives in zip(reached, self.arrives, strict=True)
        )

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """The sets of two or more bodies that answer to one another, each sorted by id."""
        table = self.table
        cycles = self.engine.cycles(len(table), table.froms, table.tos)
        return tuple(
            sorted(tuple(sorted(table.ids[number] for number in cycle)) for cycle in cycles)
        )

    @cached_property
    def depths(self) -> IntegerColumn:
        """One integer a body: the steps of its longest chain upward, a cycle counted as one."""
        table = self.table
        return self.engine.depths(len(table), table.froms, table.tos)

    @cached_property
    def dependants(self) -> IntegerColumn:
        """One integer a body: how many others have a chain to an apex only through it."""
        table = self.table
        return self.engine.dependants(len(table), table.froms, table.tos, table.apex)


def _basis(relation: Relation) -> Basis:
    """How firmly a line is known: what the author wrote, or presumed for `part_of`."""
    return Basis.PRESUMED if relation.kind == PRESUMED_KIND else relation.basis


def _grouped(lines: tuple[Line, ...], *, upward: bool) -> Mapping[str, tuple[Line, ...]]:
    """Lines by the body they start from or reach, sorted within each."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.subordinate if upward else line.superior, []).append(line)
    order = _order_up if upward else _order_down
    return {body: tuple(sorted(group, key=order)) for body, group in groups.items()}


def _order_up(line: Line) -> tuple[Basis, str, str]:
    return (line.basis, line.superior, line.relation.kind)


def _order_down(line: Line) -> tuple[str, Basis, str]:
    return (line.subordinate, line.basis, line.relation.kind)


def choose_engine(count: int) -> Engine:
    """The engine that answers fastest, as a whole process, for so many bodies."""
    if count < PLAIN_BELOW:
        from govgraph.graph import plain

        return plain
    from govgraph.graph import contraction

    return contraction
