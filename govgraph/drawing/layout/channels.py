"""What runs in the channels between the rows, and how often it crosses: exact for drawn buses.

A channel holds one level run for each net that turns in it. From the run, stems lead up to the
items of the row above and down to those of the row below; two runs cross as often as stems of one
meet the run of the other, which depends on which of them lies higher.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.build_form import PORT_EDGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.layout.form import Form, Net

    Places = Sequence[float]
    """The middle of each item."""

    Port = tuple[int, int, int]
    """Where a run meets an item: the run's number, the item, and UPPER or LOWER."""

UPPER, LOWER = 0, 1
"""Whether an item stands in the row above a channel or in the row below."""

_STEP = 16  # between two lines that meet a box, where it has room
_LEAST_STEP = 8
_HEAVY, _LIGHT = 2.0, 1.0  # what a crossing costs a line of account, and any other
_LENGTH = 0.0006  # what a point of level run costs
_TURN = 0.15  # what a run costs that a straight stem would not need


class Tie(NamedTuple):
    """What lines of one net that come from one item, or a line within a row, connect in a channel.

    Attributes:
        number: Its number among those of nets, or -1 - k for the k-th line within a row.
        uppers: Its items in the row above.
        lowers: Its items in the row below.
        weight: What crossing it costs.
    """

    number: int
    uppers: tuple[int, ...]
    lowers: tuple[int, ...]
    weight: float


class Run(NamedTuple):
    """A tie with places: the stems to the row above and to the row below, sorted, and its reach."""

    number: int
    uppers: Places
    lowers: Places
    low: float
    high: float
    weight: float


class _Meeting(NamedTuple):
    """Lines that meet one side of one box, between which its edge is shared out.

    Attributes:
        item: The item.
        shift: How far the middle of the box lies from the middle of the item.
        half: How far from there a line may meet it.
        lines: Pairs of a stem's index and the items its net leads to from here.
        numbers: The numbers of their ties.
        account: Which of them are lines of account.
    """

    item: int
    shift: int
    half: int
    lines: tuple[tuple[int, tuple[int, ...]], ...]
    numbers: tuple[int, ...]
    account: tuple[bool, ...]


class _Spine(NamedTuple):
    """The stems at the sides of a stack, each with the hub that it leads to."""

    item: int
    left: int
    right: int
    stems: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Channel:
    """A channel, prepared so that the places of its stems are found quickly.

    Attributes:
        ties: What runs in it.
        stems: For each stem its tie's number, its item and whether that is UPPER or LOWER.
        bases: For each stem its item, and how far from the item's middle it stands.
        bounds: For each tie where its stems upward begin, where those downward do, and their end.
        meetings: The boxes that several lines meet from one side.
        spines: The stacks with two spines.
    """

    ties: tuple[Tie, ...]
    stems: tuple[Port, ...]
    bases: tuple[tuple[int, int], ...]
    bounds: tuple[tuple[int, int, int], ...]
    meetings: tuple[_Meeting, ...]
    spines: tuple[_Spine, ...]


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
        self._ties: list[list[Tie]] = [[] for _ in form.rows]
        self._prepared: dict[tuple[int, ...], _Channel] = {}
        self.nets: list[Net] = []
        self.tie_of: dict[tuple[int, int, int], int] = {}
        for place, net in enumerate(form.nets):
            for channel, pairs in net.pieces.items():
                self._tie(place, net, channel, pairs)

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

    def ties(self, channel: int) -> tuple[Tie, ...]:
        """What runs in a channel. The channel above the first row is -1."""
        return self._channel(channel).ties

    def cost(self, channel: int, x: Places) -> float:
        """What the lines of a channel cost: crossings first, then turns and length."""
        return self.price(self.runs(channel, x))

    @staticmethod
    def price(runs: Sequence[Run]) -> float:
        """What the runs of a channel cost."""
        runs = sorted(runs, key=_LOW)
        total = 0.0
        for at, one in enumerate(runs):
            total += alone(one)
            high = one.high
            for two in runs[at + 1 :]:
                if two.low >= high:
                    break
                total += together(one, two)
        return total

    def change(self, channel: int, x: Places, before: list[Run]) -> tuple[float, list[Run]]:
        """By how much a channel costs more than before, and its runs now.

        Only runs of which a stem has moved are looked at.
        """
        after = self.runs(channel, x)
        moved = [at for at, run in enumerate(after) if run != before[at]]
        known = set(moved)
        still = [at for at in range(len(after)) if at not in known]
        total = 0.0
        for place, at in enumerate(moved):
            old, new = before[at], after[at]
            total += alone(new) - alone(old)
            for other in still:
                run = after[other]
                total += _overlapping(new, run) - _overlapping(old, run)
            for other in moved[place + 1 :]:
                total += _overlapping(new, after[other]) - _overlapping(old, before[other])
        return total, after

    def runs(self, channel: int, x: Places) -> list[Run]:
        """The runs of a channel."""
        prepared = self._channel(channel)
        places = self._places(prepared, x)
        found = []
        for (number, _, _, weight), (start, middle, stop) in zip(
            prepared.ties, prepared.bounds, strict=True
        ):
            if stop - start == 2:  # noqa: PLR2004 - one line
                first, last = places[start], places[start + 1]
                uppers, lowers = places[start:middle], places[middle:stop]
                if middle != start + 1:
                    uppers.sort()
                    lowers.sort()
                low, high = (first, last) if first < last else (last, first)
            else:
                uppers, lowers = sorted(places[start:middle]), sorted(places[middle:stop])
                ends = places[start:stop]
                low, high = min(ends), max(ends)
            found.append(Run(number, uppers, lowers, low, high, weight))
        return found

    def ports(self, channel: int, x: Places) -> dict[Port, float]:
        """Where each tie of a channel meets each of its items.

        A line of account has the middle of a box to itself; what leads further left meets the box
        further left. At a stack it meets the spine.
        """
        prepared = self._channel(channel)
        return dict(zip(prepared.stems, self._places(prepared, x), strict=True))

    def _places(self, channel: _Channel, x: Places) -> list[float]:
        """The place of each stem of a channel."""
        places = [x[item] + offset for item, offset in channel.bases]
        for item, shift, half, lines, numbers, account in channel.meetings:
            goals = []
            for at, (_, others) in enumerate(lines):
                far = [x[other] for other in others]
                goals.append((min(far) + max(far), numbers[at], at))
            goals.sort()
            middle = x[item] + shift
            heavy = [place for place, (_, _, at) in enumerate(goals) if account[at]]
            for (_, _, at), offset in zip(goals, _spread(len(goals), heavy, half), strict=True):
                places[lines[at][0]] = middle + offset
        for item, left, right, stems in channel.spines:
            rightmost = max(x[hub] for _, hub in stems)
            for stem, hub in stems:
                places[stem] = x[item] + (right if x[hub] == rightmost else left)
        return places

    def _channel(self, channel: int) -> _Channel:
        """A channel as it is with the lines that are led through it now."""
        led = [number for number, at in self.led.items() if at == channel] if self.led else []
        key = (channel, *led)
        if key not in self._prepared:
            self._prepared[key] = self._prepare(channel, led)
        return self._prepared[key]

    def _prepare(self, channel: int, led: Sequence[int]) -> _Channel:
        """A channel with some lines of its rows led through it."""
        ties = list(self._ties[channel]) if channel >= 0 else []
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
        return _Channel(
            tuple(ties),
            tuple(stems),
            tuple(self._base(stem) for stem in stems),
            tuple(bounds),
            tuple(self._meetings(ties, stems)),
            tuple(self._spines(stems)),
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

    def _meetings(self, ties: Sequence[Tie], stems: Sequence[Port]) -> Iterator[_Meeting]:
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
                tie = of[stems[at][0]]
                mine, others = (
                    (tie.uppers, tie.lowers) if side == UPPER else (tie.lowers, tie.uppers)
                )
                lines.append((at, others or tuple(other for other in mine if other != item)))
            numbers = tuple(stems[at][0] for at in found)
            yield _Meeting(
                item,
                (place.left - place.right) // 2,
                (place.width - place.left - place.right) // 2 - PORT_EDGE,
                tuple(lines),
                numbers,
                tuple(net >= 0 and self.nets[net].is_account for net in numbers),
            )

    def _spines(self, stems: Sequence[Port]) -> Iterator[_Spine]:
        """The stacks that hang between two spines: the left one is of the hub further left."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, (number, item, _) in enumerate(stems):
            if self.is_spine(number, item) and self.form.items[item].right:
                found[item].append((at, self.form.item_of[self.nets[number].hub]))
        for item, lines in found.items():
            half = self.form.items[item].width // 2
            if len({hub for _, hub in lines}) > 1:
                yield _Spine(item, 1 - half, half - 1, tuple(lines))


_LOW = itemgetter(3)


def _spread(count: int, account: Sequence[int], half: int) -> list[int]:
    """How far from the middle of its side each of several lines meets a box, from the left."""
    if len(account) == 1:
        reach = max(account[0], count - 1 - account[0])
        step = min(_STEP, half // reach)
        if step >= _LEAST_STEP:
            return [(at - account[0]) * step for at in range(count)]
    step = min(_STEP, 2 * half // (count - 1))
    start = -(count - 1) * step // 2
    return [start + at * step for at in range(count)]


def alone(run: Run) -> float:
    """What a run costs by itself."""
    reach = run.high - run.low
    return reach * run.weight * _LENGTH + _TURN if reach > 1 else 0.0


def together(one: Run, two: Run) -> float:
    """What it costs that two runs cross."""
    crossed = min(crossings(one, two))
    return crossed * (one.weight + two.weight) / 2 if crossed else 0.0


def _overlapping(one: Run, two: Run) -> float:
    """What it costs that two runs cross; nothing, at a glance, where they lie side by side."""
    if one.low >= two.high or two.low >= one.high:
        return 0.0
    return together(one, two)


def crossings(one: Run, two: Run) -> tuple[int, int]:
    """How often two runs cross with the first above the second, and the other way round."""
    _, one_up, one_down, one_low, one_high, _ = one
    _, two_up, two_down, two_low, two_high, _ = two
    above = below = 0
    for stem in one_down:
        above += two_low < stem < two_high
    for stem in two_up:
        above += one_low < stem < one_high
    for stem in two_down:
        below += one_low < stem < one_high
    for stem in one_up:
        below += two_low < stem < two_high
    return above, below
