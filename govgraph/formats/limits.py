"""How much a file may ask of the reader, so that no file can exhaust the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read; each limit is far beyond what a person writes by hand.

    Attributes:
        file_bytes: the size of one file, or of all the files of a folder together.
        files: the number of files in a folder.
        nodes: the names, values, lists and mappings of one file, aliases written out.
        repeated: the nodes that aliases may add to a file beyond those written in it.
        depth: how deep lists and mappings may stand within one another, aliases written out.
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
"""The limits that hold unless others are given."""
