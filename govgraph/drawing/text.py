"""How wide a text is, and how it breaks into lines, by the bundled font alone."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from govgraph.drawing.fonts import advances

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.drawing.fonts import Weight

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # a no-break space keeps its words together
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})  # kinds of character that move a cursor, or none
_SHORT = 3  # letters, of which a font cannot make much difference
_UNKNOWN_EM = 1.0  # what a character that the font lacks may take: wide, so that text still fits
_BREAK_AFTER = "-/\u2010\u2013\u2014"  # a long word breaks after these, with no hyphen added
_PARTED = re.compile(rf"(?<=[{re.escape(_BREAK_AFTER)}])")
_LONG_WORD = 10.0  # ems, beyond which a word may be parted behind its own hyphens and slashes
_ENDLESS_WORD = 30.0  # ems, beyond which it is no word: an address, a key


def measure(text: str, size: float, weight: Weight = "regular", spacing: float = 0.0) -> float:
    """The width of a text on one line.

    Args:
        text: What is printed.
        size: The font size in points.
        weight: Upright and slanted letters are equally wide; bold ones are wider.
        spacing: Extra space after each character, in points.

    Returns:
        The width in points. A character that the font lacks counts as its parts, or as an em.

    >>> measure("Tŵr", 10) == measure("Twr", 10)
    True
    """
    if spacing:
        return _ems(text, weight) * size + spacing * len(text)
    return _ems(text, weight) * size


@lru_cache(maxsize=8192)  # one name is wrapped for every form that a drawing may take
def wrap(
    text: str,
    size: float,
    width: float,
    weight: Weight = "regular",
    spacing: float = 0.0,
    *,
    balanced: bool = True,
) -> tuple[str, ...]:
    """A text as lines no wider than `width` points: as few as possible, and of like length.

    Not `balanced`, as in a paragraph, each line is as full as it can be.

    A word wider than a line is broken: after a hyphen, a dash or a slash where it has one,
    otherwise between letters with a hyphen added. Never an empty tuple: no text is one empty line.

    >>> wrap("Hart Local Children's Partnership", 10.5, 130, "bold")
    ("Hart Local Children's", 'Partnership')
    """

    def wide(piece: str) -> float:
        return measure(piece, size, weight, spacing)

    words = [
        piece
        for word in _SPACES.split(text.strip())
        for piece in ([word] if wide(word) <= width else _broken(word, wide, width))
    ]
    widths = [wide(word) for word in words]
    space = wide(" ")
    starts = _filled(widths, space, width)
    if balanced and len(starts) > 1:
        lengths = _line_lengths(widths, space, width)
        fewest = bisect_left(
            lengths, -len(starts), key=lambda length: -len(_filled(widths, space, length))
        )
        starts = _filled(widths, space, lengths[fewest])
    return tuple(
        " ".join(words[start:end])
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    )


@lru_cache(maxsize=8192)
def on_one_line(text: str) -> str:
    """A text as formats of one line have it; joiners, which Persian and others need, stay."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(each) in _CONTROL else each for each in text)


def least_width(text: str, size: float, weight: Weight = "regular", spacing: float = 0.0) -> float:
    """The width of a text's longest word: on a narrower line `wrap` breaks it.

    A very long word counts only as far as it may be parted, behind its own hyphens and slashes, and
    one without end, as an address, only as far as any word goes.

    >>> least_width("Hart Partnership", 10) == measure("Partnership", 10)
    True
    """
    pieces = (
        piece
        for word in _SPACES.split(text.strip())
        for piece in (
            [word]
            if measure(word, size, weight, spacing) <= _LONG_WORD * size
            else _PARTED.split(word)
        )
    )
    widest = max(measure(piece, size, weight, spacing) for piece in pieces)
    return min(widest, _ENDLESS_WORD * size)


@lru_cache(maxsize=8192)
def stated_length(text: str, size: float, wider: float, weight: Weight = "regular") -> float | None:
    """How long a text is to be shown whatever font its reader has; None where that is not known.

    It is known in our own font, which a theme with a font of its own does not use (`wider` is
    then not 1), and of letters that this font has. Of a text with extra space between its letters
    renderers do not agree on what its length is.
    """
    if wider != 1 or len(text) < _SHORT or not set(text) <= advances(weight).keys():
        return None
    return round(measure(text, size, weight), 1)


def _ems(text: str, weight: Weight) -> float:
    widths = advances(weight)
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(_character_ems(character, widths) for character in text)


def _character_ems(character: str, widths: dict[str, float]) -> float:
    """The width of one character, found by its parts when the font has no glyph for it."""
    known = widths.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character)[0] == "C":
        return 0.0
    parts = unicodedata.normalize("NFKD", character)
    if parts == character:
        return _UNKNOWN_EM
    return max(_UNKNOWN_EM / 2, sum(_character_ems(part, widths) for part in parts))


def _filled(widths: list[float], space: float, width: float) -> list[int]:
    """Which words begin a line when each line is filled as far as it goes."""
    starts = [0]
    used = widths[0]
    for place, word in enumerate(widths[1:], start=1):
        used += space + word
        if used > width:
            starts.append(place)
            used = word
    return starts


def _line_lengths(widths: list[float], space: float, width: float) -> list[float]:
    """How long a line can be, sorted: every run of words that fits the width, none too short."""
    lengths = set(widths)
    for first, used in enumerate(widths):
        for word in widths[first + 1 :]:
            used += space + word  # noqa: PLW2901 - as `_filled` adds, to the last bit
            if used > width:
                break
            lengths.add(used)
    least = max(widths)
    return sorted(length for length in lengths if length >= least)


def _broken(word: str, wide: Callable[[str], float], width: float) -> list[str]:
    """The pieces of a word that is wider than a line, each of them at least one letter long."""
    pieces: list[str] = []
    rest = word
    while rest:
        fits = _fitting(rest, wide, width)
        if fits == len(rest):
            return [*pieces, rest]
        cut = _cut(rest, fits, wide, width)
        head, rest = rest[:cut], rest[cut:]
        pieces.append(f"{head}-" if rest and head[-1] not in _BREAK_AFTER else head)
    return pieces


def _fitting(word: str, wide: Callable[[str], float], width: float) -> int:
    """How many of the word's first characters fit on a line, found without reading the rest."""
    used = 0.0
    for end, character in enumerate(word):
        used += wide(character)
        if used > width:
            return end
    return len(word)


def _cut(word: str, fits: int, wide: Callable[[str], float], width: float) -> int:
    """How many characters of the word to keep on this line, of those that fit."""
    for end in range(fits, 0, -1):
        if word[end - 1] in _BREAK_AFTER:
            return end
    end = max(fits, 1)
    while end > 1 and wide(f"{word[:end]}-") > width:
        end -= 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1  # an accent stays with its letter
    return end
