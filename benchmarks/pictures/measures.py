"""All that is measured of the sheets of one structure on one paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.pictures.crossings import KINDS, close_pairs, crossings
from benchmarks.pictures.extents import (
    EM,
    bends,
    filled,
    ink_length,
    not_above,
    overlapping,
    way_length,
)
from benchmarks.pictures.texts import broken_words, crossed_out, leaving, upon_each_other
from benchmarks.pictures.visible import DPI, look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.pictures.known import Known
    from benchmarks.pictures.pixels import Seen
    from benchmarks.pictures.sheet import Sheet
    from benchmarks.pictures.walk import Fault

_SIDEWAYS, _TIMELINE = "sideways", "timeline"


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured of the sheets of one structure on one paper.

    Attributes:
        bodies: How many bodies the structure has to show.
        sheets: How many pages there are.
        pictures: How many of them have a picture.
        form: How the bodies stand on page 1.
        nowhere: The bodies that no page shows.
        named: How many bodies have a box of their own on page 1.
        apexes: How many bodies may be where accountability ends.
        apexes_named: How many of them have a box of their own on page 1.
        name_pt: The smallest name of a body in printed points; None if none is drawn.
        text_pt: The smallest text of any kind.
        smallest: What that text says.
        lines: How many lines are drawn.
        account: How many of them are lines of account.
        is_tree: Whether no line has to cross another.
        crossed: Crossings by kind.
        bends: Corners of all lines.
        length: Length of all lines in em.
        ink: The same with shared stretches counted once.
        fill: The share of the drawing on page 1 that its boxes take.
        blank: The share of the sheets on which nothing is printed.
        blank_first: The same of page 1.
        faults: The lines that cannot be followed, in words.
        causes: How often each cause hides a line of account.
        hidden: How many lines of account are hidden or run over somewhere.
        loose: How many ends of lines of account reach neither box nor bus.
        others: How many other lines are hidden or loose.
        found: What else is wrong, in words, by its name in `FOUND`.
        error: Why there is no drawing, or "".
        cpu: Seconds of the processor that drawing took.
        wall: Seconds by the clock.
        memory: Megabytes.
    """

    bodies: int = 0
    sheets: int = 0
    pictures: int = 0
    form: str = ""
    nowhere: tuple[str, ...] = ()
    named: int = 0
    apexes: int = 0
    apexes_named: int = 0
    name_pt: float | None = None
    text_pt: float = 0.0
    smallest: str = ""
    lines: int = 0
    account: int = 0
    is_tree: bool = False
    crossed: dict[str, int] = field(default_factory=dict)
    bends: float = 0.0
    length: int = 0
    ink: int = 0
    fill: float | None = None
    blank: float = 0.0
    blank_first: float = 0.0
    faults: tuple[str, ...] = ()
    causes: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    loose: int = 0
    others: int = 0
    found: dict[str, tuple[str, ...]] = field(default_factory=dict)
    error: str = ""
    cpu: float = 0.0
    wall: float = 0.0
    memory: float = 0.0

    @property
    def crossings(self) -> int:
        """Crossings of all kinds."""
        return sum(self.crossed.values())

    @property
    def bends_a_line(self) -> float:
        """Corners a line."""
        return self.bends / self.lines if self.lines else 0.0

    def count(self, *names: str) -> int:
        """How much there is of what else is wrong."""
        return sum(len(self.found.get(name, ())) for name in names)


FOUND = (
    "broken",
    "broken_soft",
    "overlapping",
    "leaving",
    "upon",
    "crossed_out",
    "close",
    "below",
    "beside",
    "excused",
)
"""What is told in words of each sheet.

Names broken inside a word, and after a hyphen of theirs; boxes that overlap; texts that leave their
place, that lie upon each other, that a line runs through; buses too close together; lines of
account whose superior stands below or beside, and those of them that cannot be helped.
"""


def measure_sheets(
    known: Known, sheets: Sequence[Sheet], dpi: float = DPI
) -> tuple[Measures, tuple[tuple[Fault, Seen], ...]]:
    """What is measured of the sheets, and each fault of a line with the picture it is seen on."""
    names, wanted = known.names, known.wanted
    bodies = (body for sheet in sheets for body in sheet.bodies.values())
    shown = {body.id for body in bodies if not body.pointer}
    first = _named(sheets[0], names)
    looks = [look(sheet, page, dpi) for page, sheet in enumerate(sheets, 1)]
    faults = [fault for found, _ in looks for fault in found]
    found: dict[str, tuple[str, ...]] = dict.fromkeys(FOUND, ())
    for page, sheet in enumerate(sheets, 1):
        for name, told in _found(known, sheet):
            found[name] += tuple(f"p{page} {words}" for words in told)
    lines = [line for sheet in sheets for line in sheet.lines]
    texts = [text for sheet in sheets for text in sheet.texts]
    smallest = min(texts, key=lambda text: text.size, default=None)
    crossed = Counter(dict.fromkeys(KINDS, 0))
    for sheet in sheets:
        crossed.update(crossings(sheet.lines))
    blank = [
        seen.blank_share(sheet.backgrounds) for sheet, (_, seen) in zip(sheets, looks, strict=True)
    ]
    account = [fault for fault in faults if fault.account]
    named = [text.size for text in texts if text.role == "name"]
    made = Measures(
        bodies=len(names),
        sheets=len(sheets),
        pictures=sum(bool(sheet.bodies) or sheet.form == _TIMELINE for sheet in sheets),
        form=sheets[0].form,
        nowhere=tuple(sorted(wanted - shown)),
        named=len(first & names.keys()),
        apexes=len(known.apexes),
        apexes_named=len(first & known.apexes),
        name_pt=round(min(named), 2) if named else None,
        text_pt=round(smallest.size, 2) if smallest else 0.0,
        smallest=smallest.words[:40] if smallest else "",
        lines=len(lines),
        account=sum(line.of_account for line in lines),
        is_tree=known.is_tree,
        crossed=dict(crossed),
        bends=sum(map(bends, lines)),
        length=round(sum(map(way_length, lines)) / EM),
        ink=round(sum(ink_length(sheet.lines) for sheet in sheets) / EM),
        fill=round(filled(sheets[0].bodies, sheets[0].lines), 3) if sheets[0].bodies else None,
        blank=round(sum(blank) / len(blank), 3),
        blank_first=round(blank[0], 3),
        faults=tuple(map(str, faults)),
        causes=dict(Counter(fault.cause for fault in account)),
        hidden=len({(fault.page, fault.line) for fault in account if not fault.is_loose}),
        loose=sum(fault.is_loose for fault in account),
        others=len({(fault.page, fault.line) for fault in faults if not fault.account}),
        found=found,
    )
    seen_on = tuple((fault, seen) for found_here, seen in looks for fault in found_here)
    return made, seen_on


def _named(sheet: Sheet, names: Mapping[str, str]) -> frozenset[str]:
    """The bodies that have a box of their name: their own, a pointer, or that of all below them."""
    return frozenset(
        body
        for drawn in sheet.bodies.values()
        for body in (drawn.id, *drawn.holds)
        if body == drawn.id or names.get(body) == drawn.title.rsplit(":", 1)[0]
    )


def _found(known: Known, sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What else is wrong with a sheet, in words."""
    hard, soft = broken_words(sheet, known.names)
    yield "broken", hard
    yield "broken_soft", soft
    yield "overlapping", overlapping(sheet.bodies)
    yield "leaving", tuple(leaving(sheet))
    yield "upon", tuple(upon_each_other(sheet))
    yield "crossed_out", tuple(crossed_out(sheet))
    yield "close", close_pairs(sheet.lines, sheet.scale)
    excused = known.excused()
    below, beside = not_above(sheet.bodies, sheet.lines, sideways=sheet.form == _SIDEWAYS)
    for name, lines in (("below", below), ("beside", beside)):
        yield name, tuple(str(each) for each in lines if (each.from_, each.to) not in excused)
        yield "excused", tuple(str(each) for each in lines if (each.from_, each.to) in excused)
