"""What the government's own validator says of the reporting lines of senior posts.

Written anew from the rules that the United Kingdom's government applied to departments' returns: a
second opinion, which shares no code with the reader.
"""

from collections.abc import Sequence
from typing import NamedTuple

TOP = "XX"


class Row(NamedTuple):
    """One row of senior posts."""

    reference: str
    name: str
    title: str
    superior: str


class Verdict(NamedTuple):
    """What is wrong, by reference.

    Attributes:
        tops: the posts at the top; without any nothing else is judged.
        to_themselves: posts that report to themselves.
        stranded: posts whose line upward ends at a post that is not there, or never ends.
    """

    tops: set[str]
    to_themselves: set[str]
    stranded: set[str]


def judge(rows: Sequence[Row]) -> Verdict:
    """The verdict on rows of which each reference is one post; eliminated posts do not count."""
    live = [row for row in rows if row.name != "Eliminated"]
    above = {row.reference: row.superior for row in live}
    tops = {row.reference for row in live if row.superior == TOP}
    to_themselves = {reference for reference, superior in above.items() if reference == superior}
    stranded = {reference for reference in above if not _arrives(reference, above, tops)}
    return Verdict(tops, to_themselves, stranded)


def _arrives(reference: str, above: dict[str, str], tops: set[str]) -> bool:
    """Whether the line upward from a post comes to a top."""
    passed: set[str] = set()
    while reference in above and reference not in passed:
        if reference in tops:
            return True
        passed.add(reference)
        reference = above[reference]
    return False
