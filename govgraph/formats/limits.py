"""How much a file may ask of the reader, so that no file and no number exhausts the machine."""

import os
from dataclasses import dataclass, fields, replace

from govgraph.errors import SettingsError
from govgraph.model.names import nearest_words

_MOST_DIGITS = 9
BEYOND = 10**_MOST_DIGITS
"""What every number of more digits is taken for: Python reads no more than some thousands."""

VARIABLE = "GOVGRAPH_LIMITS"
"""The environment variable that raises or lowers limits: `file_bytes=200000000, depth=80`."""


def read_digits(digits: str) -> int:
    """The number that decimal digits of any script write, or `BEYOND`.

    >>> read_digits("0012"), read_digits("9" * 5000) == BEYOND
    (12, True)
    """
    return int(digits) if len(digits) <= _MOST_DIGITS else BEYOND


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read; each limit is far beyond what a person writes by hand.

    Attributes:
        file_bytes: the size of one file, or of all the files of a folder together.
        files: the number of files in a folder.
        nodes: the names, values, lists and mappings of one file, aliases written out.
        repeated: the nodes that aliases may add to a file beyond those written in it.
        depth: how deep lists, mappings (aliases written out) and elements of RDF/XML may stand.
        digits: the length of a whole number.
        problems: how many problems are listed; the rest are counted.
    """

    file_bytes: int = 64 * 1024 * 1024
    files: int = 10_000
    nodes: int = 2_000_000
    repeated: int = 100_000
    depth: int = 50
    digits: int = 9
    problems: int = 1_000


STANDARD = Limits()
"""The limits as they come."""


def current_limits() -> Limits:
    """The limits that hold unless others are given: as they come, or as the environment says.

    Raises:
        SettingsError: the environment says something that means nothing.
    """
    given = {}
    for part in filter(str.strip, os.environ.get(VARIABLE, "").split(",")):
        name, _, number = map(str.strip, part.partition("="))
        given[name] = _number(name, number)
    return replace(STANDARD, **given) if given else STANDARD


def _number(name: str, number: str) -> int:
    """The number of one limit."""
    known = [field.name for field in fields(Limits)]
    if name not in known:
        close = nearest_words((name[:80],), known)
        meant = f"; did you mean '{close[0]}'?" if close else ""
        allowed = ", ".join(known)
        raise SettingsError(f"{VARIABLE} knows no limit {name[:80]!r}{meant} (allowed: {allowed})")
    found = read_digits(number) if number.isascii() and number.isdigit() else 0
    if not 0 < found < BEYOND:
        raise SettingsError(
            f"{VARIABLE} gives {name} as {number[:80]!r}, not as a whole number from 1"
        )
    return found
