"""Brackets and braces that an author meant as letters of a text, and YAML did not."""

import re

_PAIRS = {"]": "[", "}": "{"}
_AFTER_VALUE = ("expected key", "<block end>")
_WITHIN = ("expected ',' or",)
_NO_TEXT = ",:[]{}'\""
"""What does not end a plain text."""
_FIELD = re.compile(r"[\w -]+:(?:\s|$)")
_AT_START = "text that begins with '{sign}' needs quotes around it"
_INSIDE = "text within braces that holds '{sign}' needs quotes around it"


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
