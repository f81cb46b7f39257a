"""A paper as blocks: headings, paragraphs, bullets and table rows, each where people find it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

LONGEST_HEADING = 60
"""How many letters of a heading a locator repeats."""


class Kind(StrEnum):
    """What a block of a paper is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"


class Division(StrEnum):
    """What a paper is divided into, if its file says so."""

    NONE = ""
    PAGE = "page"
    SLIDE = "slide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, bullet or table row.

    Attributes:
        text: its words, in one line; of a row, its cells with spaces between.
        number: its number as printed, without full stop or brackets: `4`, `2.1`, `a`.
        cells: of a row, each of its cells.
        table: of a row, the number of its table in the paper, from 1.
        division: the number of its page or slide, from 1; 0 where there are none.
        heading: the heading that it stands under.
        lead: the index of the paragraph that introduces a bullet; -1 without one.
        at: where it stands, as people write it: `¶4`, `Trust Board ¶2`, `Members row 7`.
    """

    kind: Kind
    text: str
    number: str = ""
    cells: tuple[str, ...] = ()
    table: int = 0
    division: int = 0
    heading: str = ""
    lead: int = -1
    at: str = ""


@dataclass(frozen=True)
class Paper:
    """A paper that has been read.

    Attributes:
        name: the name of its file.
        blocks: what stands in it, in order, each placed.
        divided_by: what `division` of its blocks counts.
        divisions: how many pages or slides it has.
        written: the whole of it as it was written, where it is plain text.
    """

    name: str
    blocks: tuple[Block, ...]
    divided_by: Division = Division.NONE
    divisions: int = 0
    written: str = field(default="", repr=False)

    @cached_property
    def title(self) -> str:
        """Its first heading, or the name of its file."""
        headings = (block.text for block in self.blocks if block.kind is Kind.HEADING)
        return next(headings, self.name)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(block.text.split()) for block in self.blocks)

    def as_text(self) -> str:
        """The paper as plain text: blank lines between blocks, rows with tabs, form feeds."""
        if self.written:
            return self.written
        parts: list[str] = []
        division, before = 1, Kind.HEADING
        for block in self.blocks:
            while division < block.division:
                parts.append("\n\f")
                division += 1
            row = block.kind is Kind.ROW
            parts.append("" if row and before is Kind.ROW else "\n")
            marker = f"{block.number}. " if block.number else ""
            parts.append(("\t".join((*block.cells, "")) if row else marker + block.text) + "\n")
            before = block.kind
        return "".join(parts) + "\n\f" * max(self.divisions - division, 0)


def place_blocks(name: str, found: Iterable[Block], divided_by: Division, divisions: int) -> Paper:
    """A paper of the blocks that a reader found, each given its heading, lead-in and place."""
    blocks = [block for block in found if block.text]
    printed = Counter(b.number for b in blocks if b.number and b.kind is Kind.PARAGRAPH)
    placed: list[Block] = []
    heading, lead, paragraph, row, table = "", -1, 0, 0, 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            heading, lead, paragraph, row = block.text, -1, 0, 0
        elif block.kind is Kind.PARAGRAPH:
            lead, paragraph = index, paragraph + 1
        elif block.kind is Kind.ROW:
            row = row + 1 if block.table == table else 1
            table = block.table
        own = replace(block, heading=heading, lead=lead if block.kind is Kind.BULLET else -1)
        placed.append(replace(own, at=_locate(own, placed, printed, (paragraph, row), divided_by)))
    return Paper(name, tuple(placed), divided_by, divisions)


def _locate(
    block: Block,
    before: Sequence[Block],
    printed: Counter[str],
    counted: tuple[int, int],
    divided_by: Division,
) -> str:
    """Where a block stands, as people write it; nothing where it cannot be said."""
    heading = shorten_heading(block.heading)
    paragraph, row = counted
    if block.lead >= 0:
        return before[block.lead].at
    if divided_by is Division.SLIDE:
        return f"slide {block.division}"
    numbered = block.number if printed[block.number] == 1 else ""
    if block.kind is Kind.PARAGRAPH and (numbered or divided_by is Division.PAGE):
        return f"¶{numbered}" if numbered else f"page {block.division}"
    known = block.number or paragraph if heading or not printed else ""
    return {
        Kind.HEADING: heading,
        Kind.ROW: f"{heading} row {row}".strip(),
        Kind.BULLET: heading or (f"page {block.division}" if divided_by is Division.PAGE else ""),
        Kind.PARAGRAPH: f"{heading} ¶{known}".strip() if known else heading,
    }[block.kind]


def shorten_heading(heading: str) -> str:
    """As much of a heading as names it: whole words of the first sixty letters."""
    words = re.sub(r"\s*[:.]$", "", heading)
    if len(words) <= LONGEST_HEADING:
        return words
    return words[:LONGEST_HEADING].rsplit(" ", 1)[0]
