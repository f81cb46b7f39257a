"""Places in papers as people write them: `¶4`, `Trust Board ¶2`, `page 3`, `Members row 7`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.formats.limits import BEYOND, read_digits
from govgraph.model.names import normalise
from govgraph.reading.paper_text import Block, Kind, Paper

_PARAGRAPH = re.compile(r"(?:¶|\bpara(?:graph)?s?\b\.?)\s*(\d+(?:\.\d+)*)", re.IGNORECASE)
_DIVISION = re.compile(r"\b(?:p(?:p|ages?)?|slides?)\b\.?\s*(\d+)", re.IGNORECASE)
_ROW = re.compile(r"\brows?\b\.?\s*(\d+)", re.IGNORECASE)
_MOST_IN_RANGE = 1_000
_RANGE_END = re.compile(r"^\s*(?:[-–,]|and|to)\s*(?:¶\s*)?(\d+)")


class Locator(NamedTuple):
    """What a locator names, each empty where it names none.

    Attributes:
        words: what is left of it: a heading, or words to look for.
        paragraph: the number of a paragraph, such as `4` or `2.1`.
        last: the last paragraph of several, or the same.
        division: the number of a page or slide.
        divided: the words that name it: `page 3`.
        row: the number of a row of a table.
    """

    words: str
    paragraph: str = ""
    last: str = ""
    division: str = ""
    divided: str = ""
    row: str = ""


def parse_locator(written: str) -> Locator:
    """The parts of a locator.

    >>> parse_locator("Trust Board ¶2")
    Locator(words='Trust Board', paragraph='2', last='2', division='', divided='', row='')
    >>> parse_locator("paragraphs 1 to 3").last
    '3'
    """
    words, found, ends = written, {}, {}
    for part, pattern in (("paragraph", _PARAGRAPH), ("division", _DIVISION), ("row", _ROW)):
        match = pattern.search(words)
        if not match:
            continue
        found[part] = match[1]
        before, after = words[: match.start()], words[match.end() :]
        several = _RANGE_END.match(after)
        ends[part] = several[1] if several else match[1]
        if part == "division":
            found["divided"] = match[0]
        words = f"{before} {_RANGE_END.sub('', after)}"
    return Locator(" ".join(words.split()), last=ends.get("paragraph", ""), **found)


def find_blocks_at(paper: Paper, written: str) -> frozenset[int]:
    """The blocks that a locator points to, by their indexes; none where it points nowhere sure.

    A heading points to all that stands under it, a paragraph to its bullets too.
    """
    locator = parse_locator(written)
    if not written.strip():
        return frozenset()
    found = set(_under(paper, locator))
    if locator.paragraph:
        found = set(_paragraphs(paper, locator, found))
    if locator.row:
        rows = [index for index in sorted(found) if paper.blocks[index].kind is Kind.ROW]
        number = read_digits(locator.row)
        found = set(rows[number - 1 : number]) if 0 < number < BEYOND else set()
    return frozenset(found)


def _under(paper: Paper, locator: Locator) -> Iterator[int]:
    """The blocks on a page and under a heading, or those that have the words themselves."""
    wanted = normalise(locator.words)
    division = read_digits(locator.division) if locator.division else 0
    on = [
        index
        for index, block in enumerate(paper.blocks)
        if not division or not block.division or block.division == division
    ]
    if not wanted:
        yield from on
        return
    headed = [index for index in on if normalise(paper.blocks[index].heading) == wanted]
    headed = headed or [i for i in on if wanted in normalise(paper.blocks[i].heading)]
    yield from headed or [i for i in on if wanted in normalise(paper.blocks[i].text)]


def _paragraphs(paper: Paper, locator: Locator, within: set[int]) -> Iterator[int]:
    """The paragraphs of a number among some blocks, with the bullets that they introduce."""
    wanted = set(_numbers(locator))
    numbered = {i for i in within if _numbers_one(paper.blocks[i])}
    printed = {i for i in numbered if paper.blocks[i].number in wanted}
    if not printed:
        own = [i for i in sorted(within) if paper.blocks[i].kind is Kind.PARAGRAPH]
        printed = {own[read_digits(each) - 1] for each in wanted if _is_in(each, own)}
    yield from printed
    yield from (i for i in within if paper.blocks[i].lead in printed)


def _numbers(locator: Locator) -> Iterator[str]:
    """The number of a paragraph, and of each after it if several are named."""
    yield locator.paragraph
    if locator.paragraph.isdecimal() and locator.last.isdecimal():
        first, last = read_digits(locator.paragraph), read_digits(locator.last)
        yield from map(str, range(first + 1, min(last, first + _MOST_IN_RANGE) + 1))


def _numbers_one(block: Block) -> bool:
    """Whether the number of a block is that of a paragraph."""
    return block.kind in {Kind.PARAGRAPH, Kind.HEADING}


def _is_in(number: str, own: list[int]) -> bool:
    """Whether there are so many paragraphs."""
    return number.isdecimal() and 0 < read_digits(number) <= len(own)
