"""The form in columns: a few bodies on top, everything else in lists that hang below them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.areas import area_spans
from govgraph.drawing.layout.finish import finish
from govgraph.drawing.layout.frame import Frame, Link
from govgraph.drawing.layout.order import order_rows
from govgraph.drawing.layout.rows import UPWARD
from govgraph.drawing.layout.spacing import CLOSE
from govgraph.drawing.layout.spread import spread_rows
from govgraph.drawing.routes.levels import LOOP_ROOM
from govgraph.drawing.routes.nets import find_legs, find_self_lines
from govgraph.drawing.routes.ordered import Ordered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.fold import Folded
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.routes.ground import Span
    from govgraph.drawing.routes.nets import Leg

_UPWARD_WEIGHT = 6
_LANE_PITCH = 6.0  # between the lines of several kinds to one superior
_ROUGH_GAP = 34.0  # about the height of a channel in which lines run level
_TRUNK_ROOM = 5.0  # between units when lines to lower ones pass there
_NARROWEST = 60.0  # no box is narrower, however far right it stands
_LANE = 8.0  # from the left edge of a column to the line that its bodies join


class Columns:
    """A folded diagram in columns of one width: its rough size first, its placement if wanted.

    Attributes:
        spans: Where each body stands across its row.
        claimed: The same with all that it needs beside it.
    """

    def __init__(self, diagram: Diagram, measures: Measures, folded: Folded, width: float) -> None:
        """Measure the bodies.

        Args:
            diagram: What is drawn.
            measures: The room that its texts take.
            folded: The diagram, folded.
            width: The width of a column in points; a chip that is wider makes its column wider.
        """
        self.diagram, self.measures, self.folded = diagram, measures, folded
        self.sizes: dict[str, Size] = {
            body: measures.bodies[body] for row in folded.tops for body in row
        }
        self.layers = max((unit.layer for unit in folded.units), default=-1) + 1
        self.told = self._are_told()
        self.looped = {diagram.lines[line].to for line in find_self_lines(diagram)}
        self.kinds = _kinds_below(diagram, folded)
        self.indents = [
            CLOSE.indent
            + _LANE_PITCH * max(0, *(len(self.kinds.get(b, ())) - 1 for b in unit.bodies), 0)
            for unit in folded.units
        ]
        self.widths = [self._measured(at, width) for at in range(len(folded.units))]
        self.spans: dict[str, Span] = {}
        self.claimed: dict[str, Span] = {}

    def rough_size(self) -> Size:
        """About how wide and high the placement will be: found quickly, without any line."""
        units = self.folded.units
        rows = [
            [self._unit_width(at) for at, unit in enumerate(units) if unit.layer == layer]
            for layer in range(self.layers)
        ]
        rows += [[self.sizes[body][0] for body in row] for row in self.folded.tops]
        width = max((sum(row) + CLOSE.body_gap * (len(row) - 1) for row in rows), default=0.0)
        height = sum(max(self.sizes[body][1] for body in row) for row in self.folded.rows)
        gaps = len(self.folded.tops) + self.layers
        return width, height + _ROUGH_GAP * gaps + CLOSE.quiet * (len(self.folded.rows) - gaps)

    def placement(self) -> Placement:
        """Everything in its place."""
        self._spread()
        folded = self.folded
        rows = tuple(tuple(sorted(row, key=lambda body: self.spans[body])) for row in folded.rows)
        row_of = {body: at for at, row in enumerate(rows) for body in row}
        legs = find_legs(self.diagram, row_of)
        areas = {} if self.told else area_spans(self.diagram, rows, self.claimed, CLOSE)
        ordered = Ordered(
            rows=rows,
            spans=self.spans,
            heights=tuple(max(self.sizes[body][1] for body in row) for row in rows),
            areas=areas,
            bends=self._bends(legs, row_of),
            lanes=self._lanes(row_of),
            spacing=CLOSE,
        )
        return finish(self.diagram, ordered, legs, folded.tiers, self.measures)

    def _are_told(self) -> bool:
        """True when the first body of every area's columns says the area in its name."""
        names = {body.id: body.name.casefold() for body in self.diagram.bodies}
        return all(
            len(unit.columns) == 1 and unit.area.casefold() in names[unit.bodies[0]]
            for unit in self.folded.units
            if unit.area is not None
        )

    def _measured(self, at: int, width: float) -> float:
        """The width of the columns of a unit; the sizes of its bodies are kept."""
        indent = self.indents[at]
        for column in self.folded.units[at].columns:
            for body, depth in column:
                taken = self._taken(body, depth * indent)
                own = self.measures.fit(body, max(width - taken, _NARROWEST))
                width = max(width, own[0] + taken)
                self.sizes[body] = own
        return width

    def _taken(self, body: str, left: float) -> float:
        """What the step to the right and a line back to itself leave a body less to stand in."""
        return left + LOOP_ROOM * (body in self.looped)

    def _spread(self) -> None:
        """Find where tops and units stand; the bodies of each column follow."""
        tops = [body for row in self.folded.tops for body in row]
        units = self.folded.units
        item = {body: at for at, body in enumerate(tops)}
        for at, unit in enumerate(units, start=len(tops)):
            item.update(dict.fromkeys(unit.bodies, at))
        rows = [tuple(item[body] for body in row) for row in self.folded.tops]
        rows += [
            tuple(at for at, unit in enumerate(units, start=len(tops)) if unit.layer == layer)
            for layer in range(self.layers)
        ]
        widths = [self.sizes[body][0] + 2 * LOOP_ROOM * (body in self.looped) for body in tops]
        widths += [self._unit_width(at) for at in range(len(units))]
        frame = Frame(
            bodies=(*tops, *(unit.bodies[0] for unit in units)),
            bends=(),
            rows=tuple(rows),
            links=self._links(item, {i: at for at, row in enumerate(rows) for i in row}),
            flats=self._flats(item),
            areas=(),
            widths=tuple(widths),
            spacing=CLOSE,
        )
        middle = spread_rows(frame, order_rows(frame, graphviz=False)).middle
        for body in tops:
            half = self.sizes[body][0] / 2
            self.spans[body] = (middle[item[body]] - half, middle[item[body]] + half)
            room = half + LOOP_ROOM * (body in self.looped)
            self.claimed[body] = (middle[item[body]] - room, middle[item[body]] + room)
        for at in range(len(units)):
            self._stand(at, middle[len(tops) + at])

    def _unit_width(self, at: int) -> float:
        """What a unit takes of its row, the outline of its area included."""
        count = len(self.folded.units[at].columns)
        width = count * self.widths[at] + (count - 1) * CLOSE.body_gap
        width += _TRUNK_ROOM * (self.layers > 1)
        if self.folded.units[at].area is not None and not self.told:
            width += 2 * CLOSE.area_pad + CLOSE.area_gap - CLOSE.body_gap
        return width

    def _stand(self, at: int, middle: float) -> None:
        """Give every body of a unit its place in its column."""
        unit, width, indent = self.folded.units[at], self.widths[at], self.indents[at]
        count = len(unit.columns)
        left = middle - (count * width + (count - 1) * CLOSE.body_gap) / 2
        for number, column in enumerate(unit.columns):
            start = left + number * (width + CLOSE.body_gap)
            for body, depth in column:
                right = start + width - LOOP_ROOM * (body in self.looped)
                self.spans[body] = (start + depth * indent, right)
                self.claimed[body] = (start, start + width)

    def _flats(self, item: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
        """Lines between two tops of one row."""
        row_of = {body: at for at, row in enumerate(self.folded.tops) for body in row}
        return tuple(
            (item[line.from_], item[line.to])
            for line in self.diagram.lines
            if line.from_ != line.to
            and line.from_ in row_of
            and row_of[line.from_] == row_of.get(line.to)
        )

    def _links(self, item: Mapping[str, int], row_of: Mapping[int, int]) -> tuple[Link, ...]:
        """What pulls tops and units together."""
        found: dict[tuple[int, int], int] = {}
        for line in self.diagram.lines:
            a, b = item.get(line.from_), item.get(line.to)
            if a is None or b is None or row_of[a] == row_of[b]:
                continue
            pair = (a, b) if row_of[a] < row_of[b] else (b, a)
            weight = _UPWARD_WEIGHT if line.style in UPWARD else 1
            found[pair] = max(found.get(pair, 0), weight)
        return tuple(Link(a, b, weight) for (a, b), weight in found.items())

    def _bends(
        self, legs: Sequence[Leg], row_of: Mapping[str, int]
    ) -> dict[tuple[int, int], float]:
        """Where lines to a lower layer of columns pass an upper one: between two units of it."""
        found: dict[tuple[int, int], float] = {}
        for layer in range(self.layers - 1):
            units = [unit for unit in self.folded.units if unit.layer == layer]
            rows = {row_of[body] for unit in units for body in unit.bodies}
            edges = sorted(
                (
                    min(self.claimed[b][0] for b in unit.bodies),
                    max(self.claimed[b][1] for b in unit.bodies),
                )
                for unit in units
            )
            gaps = [(left[1] + right[0]) / 2 for left, right in pairwise(edges)]
            for number, leg in enumerate(legs):
                middle = sum(self.spans[leg.hub]) / 2
                far = max(row_of[end] for _, end in leg.ends)
                if gaps and row_of[leg.hub] < min(rows) and far > max(rows):
                    gap = min(gaps, key=lambda x: abs(x - middle))
                    found.update(dict.fromkeys(((number, row) for row in rows), gap))
        return found

    def _lanes(self, row_of: Mapping[str, int]) -> dict[int, float]:
        """The lines that leave their body to the left, and where they would like to run up."""
        column_of = {
            body: (unit_at, number)
            for unit_at, unit in enumerate(self.folded.units)
            for number, column in enumerate(unit.columns)
            for body, _ in column
        }
        first = {column[0][0]: len(column) for unit in self.folded.units for column in unit.columns}
        hanging = _hanging(self.diagram)
        found: dict[int, float] = {}
        for index, line in enumerate(self.diagram.lines):
            lower, upper = line.from_, line.to
            if line.style not in UPWARD or lower not in column_of or upper not in row_of:
                continue
            if row_of[upper] >= row_of[lower]:
                continue
            together = column_of.get(upper) == column_of[lower]
            alone = lower in first and (first[lower] == 1 or lower in hanging)
            if together:
                rank = self.kinds[upper].index((line.kind, line.status))
                found[index] = self.spans[upper][0] + CLOSE.indent / 2 + rank * _LANE_PITCH
            elif not alone:
                found[index] = self.spans[lower][0] - _LANE
        return found


def _kinds_below(diagram: Diagram, folded: Folded) -> dict[str, list[tuple[str, str]]]:
    """The kinds and statuses of the lines that reach each body from below in its own column."""
    column_of = {
        body: (at, number)
        for at, unit in enumerate(folded.units)
        for number, column in enumerate(unit.columns)
        for body, _ in column
    }
    found: dict[str, dict[tuple[str, str], None]] = {}
    for line in diagram.lines:
        here = column_of.get(line.to)
        if line.style in UPWARD and here is not None and here == column_of.get(line.from_):
            found.setdefault(line.to, {})[line.kind, line.status] = None
    return {body: list(kinds) for body, kinds in found.items()}


def _hanging(diagram: Diagram) -> frozenset[str]:
    """The bodies that others answer to."""
    return frozenset(line.to for line in diagram.lines if line.style in UPWARD)
