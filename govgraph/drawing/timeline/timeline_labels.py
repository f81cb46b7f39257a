"""The texts at the left of a timeline: a body's name, and its life in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.svg import words
from govgraph.drawing.text import wrap
from govgraph.drawing.timeline.timeline_words import format_life_phrase
from govgraph.wording.lists import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.analysis.history import Life
    from govgraph.drawing.theme import Theme
    from govgraph.model.structure import Structure

NAME_SIZE, WORDS_SIZE = 8.6, 7.4

_NAME_LEADING, _WORDS_LEADING, _PADDING = 10.4, 9.0, 6.0
_LEFT = 4


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the left of a row.

    Attributes:
        name: The lines of the body's name, or the number of the bodies.
        words: The lines of its life in words.
    """

    name: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the row in points."""
        text = len(self.name) * _NAME_LEADING + len(self.words) * _WORDS_LEADING
        return text + _PADDING


def group_lives(lives: Sequence[Life]) -> tuple[tuple[Life, ...], ...]:
    """The lives row by row: those of which nobody gives a date share one where they look alike."""
    rows: dict[tuple[object, ...], list[Life]] = {}
    for life in lives:
        body = life.body
        alike = not (life.begins or life.ends or body.succeeds or life.succeeded_by)
        key = (body.status, life.heard) if alike else (body.id,)
        rows.setdefault(key, []).append(life)
    return tuple(tuple(row) for row in rows.values())


def build_label(structure: Structure, lives: Sequence[Life], width: float, theme: Theme) -> Label:
    """The texts of a row that may be so many points wide; several lives share it alike."""
    wider = theme.fonts.wider
    title, told = lives[0].body.name, format_life_phrase(structure, lives[0])
    if len(lives) > 1:
        title = f"{len(lives)} bodies without a date"
        told = f"{told}: {join_words([life.body.name for life in lives], len(lives))}"
    return Label(
        wrap(title, NAME_SIZE * wider, width, "bold", balanced=False),
        wrap(told, WORDS_SIZE * wider, width, balanced=False),
    )


def draw_label(label: Label, y: float, theme: Theme) -> str:
    """The texts of a row whose top is at y."""
    drawn = []
    below = y + _PADDING / 2
    for line in label.name:
        below += _NAME_LEADING
        drawn.append(words(line, _LEFT, below - 2.4, NAME_SIZE, theme.page.ink, bold=True))
    for line in label.words:
        below += _WORDS_LEADING
        drawn.append(words(line, _LEFT, below - 2.2, WORDS_SIZE, theme.page.muted))
    return "".join(drawn)
