"""What runs in the channels between the rows, and how often it crosses: exact for drawn buses.

A channel holds one level run for each net that turns in it. From the run, stems lead up to the
items of the row above and down to those of the row below; two runs cross as often as stems of one
meet the run of the other, which depends on which of them lies higher.
"""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import TYPE_CHECKING

from govgraph.drawing.layout.build_form import PORT_EDGE
from govgraph.drawing.layout.channel import LOWER, UPPER, Channel, Meeting, Met, Spine, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.drawing.layout.channel import Port
    from govgraph.drawing.layout.form import Form, Net, Turn
    from govgraph.drawing.layout.runs import Places, Run

_HEAVY, _LIGHT = 2.0, 1.0  # what a crossing costs a line of account, and any other


class Channels:
    """The channels of a form, whose lines within rows may be led through one or the other.

    Attributes:
        form: The form.
        led: For each line within a row the channel it runs in; missing where it runs straight.
        nets: The net of each tie that is not a line within a row, by its number.
        tie_of: The tie of a net, by its place, in a channel, that comes from an item there.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.led: dict[int, int] = {}
        self._ties: list[list[Tie]] = [[] for _ in (*form.rows, -1)]
        self._prepared: dict[tuple[int, ...], Channel] = {}
        self.nets: list[Net] = []
        self.tie_of: dict[tuple[int, int, int], int] = {}
        for place, net in enumerate(form.nets):
            for channel, pairs in net.pieces.items():
                self._tie(place, net, channel, pairs)
            for turn in net.turns:
                self._turn(place, net, turn)

    def _tie(self, place: int, net: Net, channel: int, pairs: Sequence[tuple[int, int]]) -> None:
        """The ties of a net in a channel: one for each item that lines of it come from there."""
        fans: dict[int, list[int]] = defaultdict(list)
        for upper, lower in pairs:
            near, far = (upper, lower) if net.down else (lower, upper)
            fans[near].append(far)
        for near, found in sorted(fans.items()):
            self.tie_of[place, channel, near] = number = len(self.nets)
            self.nets.append(net)
            ends = ((near,), tuple(sorted(set(found))))
            uppers, lowers = ends if net.down else ends[::-1]
            weight = _HEAVY if net.is_account else _LIGHT
            self._ties[channel].append(Tie(number, uppers, lowers, weight))

    def _turn(self, place: int, net: Net, turn: Turn) -> None:
        """The tie of a net where its line is led round a body."""
        self.tie_of[place, turn.channel, turn.near] = number = len(self.nets)
        self.nets.append(net)
        ends = (turn.near, turn.far)
        is_below = turn.channel == self.form.items[turn.near].row
        uppers, lowers = (ends, ()) if is_below else ((), ends)
        weight = _HEAVY if net.is_account else _LIGHT
        self._ties[turn.channel].append(Tie(number, uppers, lowers, weight))

    def twin(self) -> Channels:
        """The same for another order of the same form: what has been prepared is shared."""
        other = copy(self)
        other.led = dict(self.led)
        return other

    def ties(self, channel: int) -> tuple[Tie, ...]:
        """What runs in a channel. The channel above the first row is -1."""
        return self.channel(channel).ties

    def runs(self, channel: int, x: Places) -> list[Run]:
        """The runs of a channel."""
        return self.channel(channel).runs(x)

    def ports(self, channel: int, x: Places) -> dict[Port, float]:
        """Where each tie of a channel meets each of its items.

        A line of account has the middle of a box to itself; what leads further left meets the box
        further left. At a stack it meets the spine.
        """
        prepared = self.channel(channel)
        return dict(zip(prepared.stems, prepared.places(x), strict=True))

    def channel(self, channel: int) -> Channel:
        """A channel as it is with the lines that are led through it now."""
        led = [number for number, at in self.led.items() if at == channel] if self.led else []
        key = (channel, *led)
        if key not in self._prepared:
            self._prepared[key] = self._prepare(channel, led)
        return self._prepared[key]

    def _prepare(self, channel: int, led: Sequence[int]) -> Channel:
        """A channel with some lines of its rows led through it."""
        ties = list(self._ties[channel])
        for number in led:
            level = self.form.levels[number]
            ends = (level.start, level.end)
            upper, lower = (ends, ()) if level.row == channel else ((), ends)
            ties.append(Tie(-1 - number, upper, lower, _LIGHT))
        stems: list[Port] = []
        bounds = []
        for tie in ties:
            start = len(stems)
            stems += [(tie.number, item, UPPER) for item in tie.uppers]
            middle = len(stems)
            stems += [(tie.number, item, LOWER) for item in tie.lowers]
            bounds.append((start, middle, len(stems)))
        meetings: list[Meeting | Spine] = [*self._meetings(ties, stems)]
        meetings += self._spines(stems)
        shared, touched = _connect(ties, bounds, meetings)
        return Channel(
            tuple(ties),
            tuple(stems),
            tuple(self._base(stem) for stem in stems),
            tuple(bounds),
            tuple(meetings),
            shared,
            touched,
        )

    def _base(self, stem: Port) -> tuple[int, int]:
        """The item of a stem, and where it meets it while it is alone there."""
        number, item, _ = stem
        place = self.form.items[item]
        if self.is_spine(number, item):
            return item, 1 - place.width // 2
        return item, (place.left - place.right) // 2

    def is_spine(self, number: int, item: int) -> bool:
        """Whether a tie meets an item at the spine beside it, and not at its box."""
        place = self.form.items[item]
        return number >= 0 and bool(place.left) and place.body in self.nets[number].beside

    def _meetings(self, ties: Sequence[Tie], stems: Sequence[Port]) -> Iterator[Meeting]:
        """The boxes that several lines meet from one side."""
        of = {tie.number: tie for tie in ties}
        met: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, (number, item, side) in enumerate(stems):
            if self.form.items[item].body and not self.is_spine(number, item):
                met[item, side].append(at)
        for (item, side), found in met.items():
            if len(found) < 2:  # noqa: PLR2004 - one alone has the middle
                continue
            place = self.form.items[item]
            lines = []
            for at in found:
                number = stems[at][0]
                ends = of[number].uppers, of[number].lowers
                mine, others = ends if side == UPPER else ends[::-1]
                level = not others
                others = others or tuple(other for other in mine if other != item)
                account = number >= 0 and self.nets[number].is_account
                lines.append(Met(at, others, number, account, level))
            yield Meeting(
                item,
                (place.left - place.right) // 2,
                (place.width - place.left - place.right) // 2 - PORT_EDGE,
                tuple(lines),
            )

    def _spines(self, stems: Sequence[Port]) -> Iterator[Spine]:
        """The stacks that hang between two spines: the left one is of the hub further left."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, (number, item, _) in enumerate(stems):
            if self.is_spine(number, item) and self.form.items[item].right:
                found[item].append((at, self.form.item_of[self.nets[number].hub]))
        for item, lines in found.items():
            half = self.form.items[item].width // 2
            if len({hub for _, hub in lines}) > 1:
                yield Spine(item, 1 - half, half - 1, tuple(lines))


def _connect(
    ties: Sequence[Tie],
    bounds: Sequence[tuple[int, int, int]],
    meetings: Sequence[Meeting | Spine],
) -> tuple[tuple[tuple[int, ...], ...], Mapping[int, tuple[int, ...]]]:
    """For each tie the meetings it is in, and for each item the ties that its moving may change."""
    tie_of = [tie for tie, (start, _, stop) in enumerate(bounds) for _ in range(start, stop)]
    shared: list[list[int]] = [[] for _ in ties]
    touched: dict[int, set[int]] = defaultdict(set)
    for place, found in enumerate(ties):
        for item in (*found.uppers, *found.lowers):
            touched[item].add(place)
    for number, meeting in enumerate(meetings):
        if isinstance(meeting, Meeting):
            stems = [line.stem for line in meeting.lines]
            far = {item for line in meeting.lines for item in line.others}
        else:
            stems = [stem for stem, _ in meeting.stems]
            far = {hub for _, hub in meeting.stems}
        inside = {tie_of[stem] for stem in stems}
        for tie in inside:
            shared[tie].append(number)
        for item in far:
            touched[item] |= inside
    return tuple(map(tuple, shared)), {item: tuple(places) for item, places in touched.items()}
