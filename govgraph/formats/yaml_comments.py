"""A number sign after a space, which begins a comment in YAML where its author meant a letter."""

import re

from govgraph.errors import Place
from govgraph.formats.problems import Note, shown

SIGN = " #"
_CUT = re.compile(r" #(?=[^\s#!])")
_WHY = "a space and '#' begin a comment; put quotes around a text that goes on"


def find_cut(text: str, after: str, place: Place) -> Note | None:
    """What to say of plain text that a comment follows which looks like more of it: `Group #2`.

    A comment as people write one has a space after its sign.

    Args:
        text: the text as YAML takes it.
        after: what stands behind it on its line.
        place: where the text begins.
    """
    if not text or not _CUT.match(after):
        return None
    return Note(place, f"'{shown(after.strip())}' after '{shown(text)}'", _WHY)


def find_cut_off(line: str) -> tuple[int, str] | None:
    """Where a comment cuts off a line within braces, counted from 1, and what to say of it."""
    cut = _CUT.search(line)
    if cut is None:
        return None
    return cut.start() + 2, f"'{shown(line[cut.start() :].strip())}' is cut off: {_WHY}"
