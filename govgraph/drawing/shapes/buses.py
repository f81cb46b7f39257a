"""The lines of a drawing, those of one form that meet at a hub together as a bus."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.occupancy import Occupancy
from govgraph.drawing.shapes.body_shapes import met
from govgraph.drawing.shapes.change_marks import line_colours
from govgraph.drawing.shapes.crossings import Strand, are_square, find_crossings
from govgraph.drawing.shapes.joints import until_joint
from govgraph.drawing.shapes.line_shapes import (
    FORMS,
    Ends,
    draw_casing,
    draw_edges,
    draw_end,
    draw_line,
    draw_rims,
    find_ends,
    form_of,
    is_hollow,
)
from govgraph.drawing.sheets.description import sentence
from govgraph.drawing.svg import element, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.drawing.diagram import Change, Diagram, DiagramLine, LineStyle, Look, Shape
    from govgraph.drawing.placement import Box, Placement, Point
    from govgraph.drawing.theme import Theme

    _Form = tuple[LineStyle, Look, Change]
    Forms = dict[str, tuple[Shape, Box]]

_DEPTH = {style: depth for depth, style in enumerate(reversed(FORMS))}


@dataclass(frozen=True, slots=True)
class _Led:
    """A line and the way it takes, from the body that answers to the one answered to.

    Attributes:
        line: The line.
        corners: Its way.
        backward: Whether its hub is where it begins, not where it ends.
        joined: Whether it was cut where it runs into another line of its bus.
        buses: The numbers of the places where it meets lines of its form, its hub's first.
    """

    line: DiagramLine
    corners: tuple[Point, ...]
    backward: bool = False
    joined: bool = False
    buses: tuple[int, ...] = ()

    @property
    def ends(self) -> Ends:
        """Which marks it bears, and where its dashes begin: at the hub, so that those agree."""
        return Ends(
            head=self.backward or not self.joined,
            tail=not (self.backward and self.joined),
            from_head=not self.backward,
        )


def draw_buses(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """All lines, deepest first: bus by bus the casings, the rims of the hollow ones, the lines.

    Lines of one form that meet in a point may share a stretch, so none of them may part another;
    all other lines do part each other where they cross, and nowhere else: a white edge along the
    whole of a line would erase what runs close to it.
    """
    boxes = dict(placement.boxes)
    names = {body.id: body.name for body in diagram.bodies}
    forms: Forms = {
        body.id: (body.shape, boxes[body.id]) for body in diagram.bodies if body.id in boxes
    }
    led: dict[_Form, list[_Led]] = {}
    for route in placement.routes:
        line = diagram.lines[route.line]
        way = _joined(forms, line, route.points)
        led.setdefault((line.style, line.look, line.change), []).append(_Led(line, way))
    numbers: dict[tuple[LineStyle, Look, Change, Point], int] = {}
    buses = [bus for form in sorted(led, key=_depth) for bus in _buses(form, led[form], numbers)]
    cased = _casings(buses, theme)
    drawn = "".join(
        casing + _drawn(bus, names, theme) for casing, bus in zip(cased, buses, strict=True)
    )
    return drawn + "".join(_covered_marks(buses, theme))


def stands_for(line: DiagramLine) -> dict[str, str]:
    """What tells a page's script which line a group is drawn for."""
    return {
        "data_from": line.from_,
        "data_to": line.to,
        "data_kind": line.kind,
        "data_status": line.status,
    }


def _depth(form: _Form) -> tuple[bool, int, Look, str]:
    """By which lines are drawn: what stays below what does not, lines of account on top."""
    style, look, change = form
    return (change not in ("", "same"), _DEPTH[style], look, change)


def _buses(
    form: _Form,
    lines: Iterable[_Led],
    numbers: dict[tuple[LineStyle, Look, Change, Point], int],
) -> Iterator[list[_Led]]:
    """The lines that end in one place, in the order of the first of each bus.

    Places where they meet are numbered on: lines that share a number may share a stretch.
    """
    waiting = list(lines)
    ends = Counter(_place(led.corners[end]) for led in waiting for end in (0, -1))
    buses: dict[Point, list[_Led]] = {}
    for led in waiting:
        first, last = _place(led.corners[0]), _place(led.corners[-1])
        backward = ends[first] > ends[last]
        hub, other = (first, last) if backward else (last, first)
        places = dict.fromkeys((hub, *((other,) if ends[other] > 1 else ())))
        shared = tuple(numbers.setdefault((*form, at), len(numbers) + 1) for at in places)
        buses.setdefault(hub, []).append(replace(led, backward=backward, buses=shared))
    yield from buses.values()


def _casings(buses: Sequence[Sequence[_Led]], theme: Theme) -> Iterator[str]:
    """For each bus the white edges with which its lines part those below.

    Lines that are neither level nor upright are cased from end to end.
    """
    strands = [
        Strand(number, is_hollow(led.line.status), led.corners)
        for number, bus in enumerate(buses)
        for led in bus
    ]
    square = are_square(strand.corners for strand in strands)
    crossed = find_crossings(strands) if square else {}
    for number, bus in enumerate(buses):
        colours = line_colours(bus[0].line, theme)
        if square:
            drawn = "".join(
                draw_edges(crossed[number, hollow], colours, hollow=hollow)
                for hollow in (False, True)
                if (number, hollow) in crossed
            )
        else:
            form = form_of(bus[0].line)
            drawn = "".join(draw_casing(form, led.line.status, led.corners, colours) for led in bus)
        which = str(bus[0].buses[0])
        yield element("g", drawn, class_="gg-casing", data_bus=which) if drawn else ""


def _drawn(bus: Sequence[_Led], names: dict[str, str], theme: Theme) -> str:
    """One bus, the hollow lines below the solid ones and only as far as these begin."""
    style, form = bus[0].line.style, form_of(bus[0].line)
    colours = line_colours(bus[0].line, theme)
    solid = [led for led in bus if not is_hollow(led.line.status)]
    hollow = list(_cut([led for led in bus if is_hollow(led.line.status)], solid))
    rims = "".join(
        element(
            "g",
            draw_rims(form, led.corners, colours, led.ends),
            class_="gg-rim",
            **stands_for(led.line),
        )
        for led in hollow
    )
    drawn = [rims]
    for led in (*hollow, *solid):
        line = led.line
        drawn.append(
            titled(
                draw_line(form, line.status, led.corners, colours, led.ends),
                sentence(line, names),
                class_=f"gg-line gg-{style}",
                **stands_for(line),
                data_bus=" ".join(map(str, led.buses)),
                data_joins=str(led.buses[0]) if led.joined else None,
            )
        )
    return "".join(drawn)


def _covered_marks(buses: Sequence[Sequence[_Led]], theme: Theme) -> Iterator[str]:
    """Once more, the marks at the ends of lines on which the white edge of another line lies."""
    occupied = Occupancy()
    for number, bus in enumerate(buses):
        for led in bus:
            occupied.add_line(led.corners, number)
    for number, bus in enumerate(buses):
        for led in bus:
            colours = line_colours(led.line, theme)
            marks = "".join(
                draw_end(end, colours)
                for end in find_ends(form_of(led.line), led.corners, led.ends)
                if not occupied.has_room(end.box, number)
            )
            if marks:
                yield element("g", marks, class_="gg-rim", **stands_for(led.line))


def _cut(hollow: Iterable[_Led], solid: Sequence[_Led]) -> Iterator[_Led]:
    """The hollow lines, each as far as it has a way of its own."""
    ways = [_to_hub(led) for led in solid]
    for led in hollow:
        whole = _to_hub(led)
        own = until_joint(whole, ways) if ways else whole
        if own is not None:
            corners = own[::-1] if led.backward else own
            yield replace(led, corners=corners, joined=own != whole)


def _to_hub(led: _Led) -> tuple[Point, ...]:
    return led.corners[::-1] if led.backward else led.corners


def _place(point: Point) -> Point:
    """A point by which two lines are known to meet, whatever rounding did to it."""
    return round(point[0], 1), round(point[1], 1)


def _joined(forms: Forms, line: DiagramLine, corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners, led on to where the forms of the two bodies really begin."""
    first, last = (
        met(*forms[body], end) if body in forms else end
        for body, end in ((line.from_, corners[0]), (line.to, corners[-1]))
    )
    return (first, *corners[1:-1], last)
