"""Which forms of body and line occur on a sheet: what its key has to explain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from govgraph.drawing.shapes.body_shapes import DASHES
from govgraph.drawing.shapes.change_marks import MEANINGS
from govgraph.drawing.shapes.line_shapes import FORMS, is_hollow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.drawing.diagram import (
        Change,
        Diagram,
        DiagramBody,
        DiagramLine,
        LineStyle,
        Look,
        Shape,
        Status,
    )


@dataclass(frozen=True, slots=True)
class KeyEntries:
    """What occurs on a sheet.

    Attributes:
        forms: Pairs of a form of body and the kinds that wear it in full colour, in words.
        styles: A form of line, a look, and the relations that take both, in words.
        statuses: The statuses of bodies, save active.
        apex: The forms of bodies at which accountability may end; neutral where not filled.
        several: Whether a box stands for several bodies.
        outside: Whether a body stands outside the arrangements.
        orphan: Whether a body wears the ring of an orphan.
        vacancy: Whether a body wears a chip.
        hollow: The first form of line that is hollow, or None.
        ended: The first form of line that has ended, or None.
        body_changes: On a sheet of differences, what became of bodies.
        line_changes: Likewise, what became of lines.
    """

    forms: tuple[tuple[Shape, str], ...] = ()
    styles: tuple[tuple[LineStyle, Look, str], ...] = ()
    statuses: tuple[Status, ...] = ()
    apex: tuple[Shape, ...] = ()
    several: bool = False
    outside: bool = False
    orphan: bool = False
    vacancy: bool = False
    hollow: LineStyle | None = None
    ended: LineStyle | None = None
    body_changes: tuple[Change, ...] = ()
    line_changes: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """What became of bodies, and of lines but for those that stay."""
        lines = set(self.line_changes) - {"same"}
        return tuple(one for one in MEANINGS if one in lines or one in self.body_changes)

    @property
    def kinds(self) -> dict[Shape, str]:
        """The words of each form of body."""
        return dict(self.forms)


def find_key_entries(diagram: Diagram) -> KeyEntries:
    """What occurs in a diagram, sorted."""
    return _found(diagram.bodies, diagram.lines)


@lru_cache(maxsize=8)  # a sheet is framed several times before it is drawn
def _found(bodies: tuple[DiagramBody, ...], lines: tuple[DiagramLine, ...]) -> KeyEntries:
    kinds: dict[Shape, set[str]] = {}
    for body in bodies:
        if body.kind_label and body.status == "active" and not body.outside:
            kinds.setdefault(body.shape, set()).add(body.kind_label)
    relations: dict[tuple[LineStyle, Look], set[str]] = {}
    gone = {body.id for body in bodies if body.change == "removed"}
    kept = [line for line in lines if line.change != "removed"]
    for line in lines:
        relations.setdefault((line.style, line.look), set()).add(line.label)
    return KeyEntries(
        forms=tuple(sorted((shape, _listed(words)) for shape, words in kinds.items())),
        styles=tuple(
            (style, look, _listed(words))
            for (style, look), words in sorted(relations.items(), key=_in_key)
        ),
        statuses=tuple(
            status
            for status in DASHES
            if status != "active"
            and any(body.status == status and body.id not in gone for body in bodies)
        ),
        apex=tuple(
            sorted({b.shape if b.status == "active" else "neutral" for b in bodies if b.apex})
        ),
        several=any(body.count is not None for body in bodies),
        outside=any(body.outside and not body.change for body in bodies),
        orphan=any(body.orphan for body in bodies),
        vacancy=any(body.chips for body in bodies),
        hollow=_first(line for line in kept if is_hollow(line.status)),
        ended=_first(line for line in kept if line.status == "ended"),
        body_changes=_in_order({body.change for body in bodies}),
        line_changes=_in_order({line.change for line in lines}),
    )


def _in_key(entry: tuple[tuple[LineStyle, Look], set[str]]) -> tuple[int, Look]:
    """By which the forms of lines stand in the key."""
    (style, look), _ = entry
    return list(FORMS).index(style), look


def _in_order(changes: set[Change | None]) -> tuple[Change, ...]:
    return tuple(change for change in MEANINGS if change in changes)


def _first(lines: Iterable[DiagramLine]) -> LineStyle | None:
    """The form that comes first in the key."""
    return min((line.style for line in lines), key=list(FORMS).index, default=None)


def _listed(meanings: set[str]) -> str:
    """Several meanings of one form, sorted, none with a capital that is no acronym's."""
    lowered = (text if text[1:2].isupper() else text[:1].lower() + text[1:] for text in meanings)
    return ", ".join(sorted(lowered, key=str.casefold))
