"""What an author meant as letters and YAML did not, or the other way round.

Brackets and braces, a number sign after a space, and the curly quotation marks of a word processor.
"""

import re

from govgraph.errors import Place
from govgraph.formats.problems import Note, shown

_PAIRS = {"]": "[", "}": "{"}
_AFTER_VALUE = ("expected key", "<block end>")
_WITHIN = ("expected ',' or",)
_NO_TEXT = ",:[]{}'\""
"""What does not end a plain text."""
_FIELD = re.compile(r"[\w -]+:(?:\s|$)")
_AT_START = "text that begins with '{sign}' needs quotes around it"
_INSIDE = "text within braces that holds '{sign}' needs quotes around it"

SIGN = " #"
_CUT = re.compile(r" #(?=[^\s#!])")
_CUT_OFF = "a space and '#' begin a comment; put quotes around a text that goes on"

_CURLY = {"‘": "’", "“": "”", "„": "“", "«": "»"}
OPENING = frozenset(_CURLY)
_KEPT = (
    "they are part of the text, which only ' or \" would enclose; ' around it keeps them, and this"
    " is not said"
)


def find_bracket(problem: str, written: str, column: int) -> tuple[int, str] | None:
    """Where the text with a bracket begins or has one, counted from 1, and what to say of it.

    Args:
        problem: what the parser says.
        written: the line on which it noticed.
        column: where on the line, counted from 0.
    """
    within = any(said in problem for said in _WITHIN)
    if not within and not any(said in problem for said in _AFTER_VALUE):
        return None
    here = written[column : column + 1]
    before = written[:column].rstrip()
    if within and here in _PAIRS.values():
        in_text = before and before[-1] not in _NO_TEXT
        return (column + 1, _INSIDE.format(sign=here)) if in_text else None
    opened = _opening(before)
    if opened is None or (within and _FIELD.match(written, column)):
        return None
    return opened + 1, _AT_START.format(sign=before[opened])


def _opening(before: str) -> int | None:
    """Where what closes at the end of a line was opened on it, or nothing."""
    wanted = _PAIRS.get(before[-1:])
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += (before[at] == before[-1]) - (before[at] == wanted)
        if wanted and not depth:
            return at
    return None


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
    return Note(place, f"'{shown(after.strip())}' after '{shown(text)}'", _CUT_OFF)


def find_cut_off(line: str) -> tuple[int, str] | None:
    """Where a comment cuts off a line within braces, counted from 1, and what to say of it."""
    cut = _CUT.search(line)
    if cut is None:
        return None
    return cut.start() + 2, f"'{shown(line[cut.start() :].strip())}' is cut off: {_CUT_OFF}"


def find_curly(text: str, place: Place) -> Note | None:
    """What to say of text that one pair of curly quotation marks encloses as a whole.

    A mark within the text is as its author wants it: `‘Leaving’ care`, `the “Smart” board`.
    """
    closing = _CURLY.get(text[:1])
    inside = text[1:-1]
    if len(text) < len("‘’") or closing is None or not text.endswith(closing):
        return None
    if text[0] in inside or (closing in inside and closing != "’"):
        return None
    return Note(place, f"the quotation marks of {shown(text)}", _KEPT)
