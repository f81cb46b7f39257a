"""Text for a screen of so many columns: how wide it is, and where it breaks.

Of a fixed-width font a letter of East Asia takes two columns and an accent none. The standard
library knows which are which; a package that knows more of emoji takes ten times as long to load.
"""

import re
import unicodedata

HANGING = 4
"""Columns by which the further lines of a broken line stand further in."""

_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})
_RAILS = re.compile(r"[ │├└─]*")
_BELOW = str.maketrans({"├": "│", "└": " ", "─": " "})


def text_width(text: str) -> int:
    """How many columns a text takes.

    >>> text_width("Hart"), text_width("子ども"), text_width("é")
    (4, 6, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def pad(text: str, width: int) -> str:
    """A text with spaces behind it, up to so many columns."""
    return text + " " * (width - text_width(text))


def fold(line: str, width: int | None, hanging: int = HANGING) -> str:
    """A line broken between words to a width; None leaves it whole.

    What stands below in a tree goes on along its rails, and all else stands further in. A word
    that is longer than a line stays whole: people copy it.

    >>> print(fold("├── Central Local Partnership", 18))
    ├── Central Local
    │       Partnership
    """
    if not width or text_width(line) <= width:
        return line
    rails = _RAILS.match(line)
    before = rails[0] if rails else ""
    return _fill(line[len(before) :], width, before, before.translate(_BELOW) + " " * hanging)


def wrap_cell(text: str, width: int) -> list[str]:
    """The lines of a cell that is so many columns wide."""
    return _fill(text, width, "", "").split("\n")


def _fill(text: str, width: int, before: str, indent: str) -> str:
    """Words line by line, the first after what stands before it, further ones after an indent."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = width - text_width(indent if lines else before)
        if line and text_width(line) + 1 + text_width(word) > room:
            lines.append((indent if lines else before) + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append((indent if lines else before) + line)
    return "\n".join(lines)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
