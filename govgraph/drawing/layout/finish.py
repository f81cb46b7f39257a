"""From places across the rows to a placement: lines led, heights found, marks set."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govgraph.drawing.layout.areas import draw_bands, draw_outlines
from govgraph.drawing.layout.badge_places import place_badges, place_labels
from govgraph.drawing.layout.hierarchy import by_name
from govgraph.drawing.layout.routing import Routing
from govgraph.drawing.layout.slots import tier_of
from govgraph.drawing.occupancy import Occupancy
from govgraph.drawing.placement import Box, Placement, moved
from govgraph.wording.lists import agree, join_words
from govgraph.wording.verbs import agree_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.places import Places
    from govgraph.drawing.placement import Badge, Band, Route, ScopeLabel

_LABEL_AIR = 8.0  # above and below the words beside a line, together
_EDGE = 6.0  # kept free round the whole drawing: half of the thickest line, an arrowhead's width


def finish(
    order: Order,
    places: Places,
    measures: Measures,
    *,
    turned: bool = False,
    make_room: bool = True,
) -> Placement:
    """Everything in its place, with outlines, bands, badges and words, from the page's corner.

    Args:
        order: The form, and the order of its items.
        places: Where its items stand across their rows.
        measures: The room that its texts take.
        turned: True when its rows run from left to right.
        make_room: Whether channels grow for words beside lines that find no room.
    """
    diagram = order.form.hierarchy.diagram
    drawn = _Drawn(order, Routing(order, places), places, measures, turned=turned)
    if drawn.unplaced and make_room:
        along = 0 if turned else 1
        rooms = {line: measures.scopes[line][0][1][along] + _LABEL_AIR for line in drawn.unplaced}
        again = Routing(order, places, rooms)
        drawn = _Drawn(order, again, places, measures, turned=turned)
    notes = [_area_note(drawn.unnamed)] if drawn.unnamed else []
    notes += dict.fromkeys(_scope_note(diagram, line) for line in drawn.unplaced)
    extent = drawn.extent
    whole = Placement(
        width=extent.x1,
        height=extent.y1,
        boxes=tuple(sorted(drawn.boxes.items())),
        routes=drawn.routes,
        areas=drawn.outlines,
        bands=drawn.bands(),
        badges=drawn.badges,
        labels=drawn.labels,
        name_size=measures.name_size,
        form=_form_word(order, turned=turned),
        notes=(*notes, *_unmarked(diagram, drawn.badges)),
    )
    return moved(whole, -extent.x0, -extent.y0)


def _area_note(areas: Sequence[str]) -> str:
    """What is said of areas whose names found no room."""
    named = join_words(sorted(areas, key=by_name), None)
    names = agree(areas, "its name", "their names")
    return f"No outline is drawn round {named}: {names} found no room."


class _Drawn:
    """Lines led, then outlines, badges and words put where there is room.

    Attributes:
        routes: The ways of the lines.
        boxes: The boxes of the bodies.
        outlines: The outlines of the areas.
        unnamed: The areas whose name found no room.
        badges: The badges.
        labels: The words beside lines.
        unplaced: The lines whose words found no room.
        extent: The box round everything, with a little air.
    """

    def __init__(
        self, order: Order, routing: Routing, places: Places, measures: Measures, *, turned: bool
    ) -> None:
        form, diagram = order.form, order.form.hierarchy.diagram
        self.form, self.rows, self.turned = form, routing.rows, turned
        self.boxes, self.routes = routing.boxes, routing.routes()
        if turned:
            self.boxes = {body: box.turned for body, box in self.boxes.items()}
            self.routes = tuple(_turned(route) for route in self.routes)
        self.areas = {area: (*form.spans[area], *places.areas[area]) for area in form.spans}
        self.outlines, self.unnamed = draw_outlines(
            self.areas,
            self.rows,
            self.routes,
            measures.area_label,
            form.spacing,
            boxes=self.boxes.values(),
            turned=turned,
        )
        self.badges: tuple[Badge, ...] = ()
        self.labels: tuple[ScopeLabel, ...] = ()
        self.unplaced: tuple[int, ...] = ()
        if diagram.findings or measures.scopes:
            self._mark(diagram, measures)
        self.extent = self._extent()

    def _mark(self, diagram: Diagram, measures: Measures) -> None:
        """Put badges and words where there is room."""
        occupied = Occupancy()
        occupied.add_boxes(self.boxes)
        occupied.add_routes(self.routes)
        for outline in self.outlines:
            occupied.add(outline.label_box)
            occupied.add_outline(outline.box)
        self.badges = place_badges(diagram, self.boxes, self.routes, occupied)
        named = sorted(self.routes, key=partial(_word_order, diagram, measures))
        self.labels, self.unplaced = place_labels(measures.scopes, named, occupied)

    def _extent(self) -> Box:
        """The box round everything, with a little air."""
        boxes = [
            *self.boxes.values(),
            *(outline.box for outline in self.outlines),
            *(outline.label_box for outline in self.outlines),
            *(badge.box for badge in self.badges),
            *(label.box for label in self.labels),
        ]
        corners = [point for route in self.routes for point in route.points]
        corners += [(box.x0, box.y0) for box in boxes] + [(box.x1, box.y1) for box in boxes]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(
            min(across, default=0.0) - _EDGE,
            min(down, default=0.0) - _EDGE,
            max(across, default=0.0) + _EDGE,
            max(down, default=0.0) + _EDGE,
        )

    def bands(self) -> tuple[Band, ...]:
        """The strips of the tiers, where there is more than one row of tiers."""
        if len(set(self.form.slots)) < 2:  # noqa: PLR2004 - one strip parts nothing
            return ()
        tiers = [tier_of(slot, self.form.hierarchy.diagram.tiers) for slot in self.form.slots]
        extent = self.extent
        across = (extent.x0, extent.x1) if self.turned else (extent.y0, extent.y1)
        return draw_bands(
            tiers, self.rows, across, self.areas, self.form.spacing, upright=self.turned
        )


def _word_order(diagram: Diagram, measures: Measures, route: Route) -> tuple[object, ...]:
    """By which lines get their words: the longest words first, never as the file has them."""
    line = diagram.lines[route.line]
    [(_, (width, height)), *_] = measures.scopes.get(route.line, (((), (0.0, 0.0)),))
    return -width * height, line.from_, line.to, line.kind


def _form_word(order: Order, *, turned: bool) -> str:
    """How the bodies stand, in one word."""
    if turned:
        return "sideways"
    return "stacked" if order.form.stacks else "down"


def _turned(route: Route) -> Route:
    """The same way with across and down exchanged."""
    return replace(route, points=tuple((y, x) for x, y in route.points))


def _unmarked(diagram: Diagram, badges: tuple[Badge, ...]) -> Iterator[str]:
    """A sentence for each finding that concerns a body on which its badge found no room."""
    marked = {(badge.finding, badge.body) for badge in badges}
    for finding in diagram.findings:
        names = [
            body.name
            for body in diagram.bodies
            if body.id in finding.bodies and (finding.number, body.id) not in marked
        ]
        if names:
            there = ", ".join(names)
            yield f"Finding {finding.number} also concerns {there}: its mark found no room there."


def _scope_note(diagram: Diagram, line: int) -> str:
    """The words that found no room beside their line, as a sentence on it or on all like it."""
    names = {body.id: body.name for body in diagram.bodies}
    found = diagram.lines[line]
    like = [other for other in diagram.lines if (other.to, other.kind) == (found.to, found.kind)]
    alike = len(like) > 1 and len({other.scope for other in like}) == 1
    lower = f"Each of {len(like)}" if alike else names[found.from_]
    verb = found.label if alike else agree_verb(found.label, lower)
    return f"{lower} {verb} {names[found.to]}: {found.scope}."
