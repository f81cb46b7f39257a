"""Tables of members: which column says what, and each row as a seat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.reading.membership_words import (
    BODY,
    HEADINGS,
    IN_BRACKETS,
    PERSON,
    POST,
    ROLE,
    SPEAKS_OF_MEMBERS,
    SPLIT,
    TITLE,
    TITLED,
    VACANT,
    Column,
)
from govgraph.reading.paper_text import Block, Kind, Paper


@dataclass(frozen=True, slots=True)
class DraftSeat:
    """A row of a table of members, as a seat that nobody has accepted yet.

    Attributes:
        role: `chair`, `vice-chair`, `member` and so on.
        person: who holds it, as written; nothing if nobody is named.
        post: the holder's post elsewhere.
        organisation: whom the holder represents.
        vacant: whether the row says that nobody holds it.
        block: the index of its row.
        quote: the words of the row.
        at: its place.
    """

    role: str
    person: str
    post: str
    organisation: str
    vacant: bool
    block: int
    quote: str
    at: str


_SEATED = {Column.ROLE, Column.POST, Column.ORGANISATION}
"""What tells a table of members from one of other things that have names."""


def draft_seats(paper: Paper) -> Iterator[DraftSeat]:
    """The rows of every table of members, in the order of the paper."""
    tables: dict[int, list[int]] = {}
    for index, block in enumerate(paper.blocks):
        if block.kind is Kind.ROW:
            tables.setdefault(block.table, []).append(index)
    for indexes in tables.values():
        yield from _of_table(paper, indexes)


def _of_table(paper: Paper, indexes: Sequence[int]) -> Iterator[DraftSeat]:
    """The seats of one table, if it is one of members."""
    rows = [paper.blocks[index] for index in indexes]
    headed = _read_headings(rows[0]) if len(rows) > 1 else None
    columns = _settle(headed, rows[1:]) if headed else _guess_columns(rows)
    if Column.NAME not in columns and not {Column.ROLE, Column.ORGANISATION} <= {*columns}:
        return
    if not (_SEATED & {*columns} or SPEAKS_OF_MEMBERS.search(_before(paper, indexes[0]))):
        return
    yield from _rows(paper, indexes[1:] if headed else indexes, columns, headed)


def _rows(
    paper: Paper, indexes: Sequence[int], columns: list[Column], headed: list[Column] | None
) -> Iterator[DraftSeat]:
    """The seats of the rows of a table; an organisation on the left goes on where it is merged."""
    above = ""
    for index in indexes:
        block = paper.blocks[index]
        if _parts_others(block) or (headed and _read_headings(block) == headed):
            continue
        cells = list(block.cells)
        if columns[:1] == [Column.ORGANISATION]:
            cells[0] = above = cells[0] or above
        yield _seat(cells, columns, index, block)


def _parts_others(block: Block) -> bool:
    """Whether a row only says what the rows below it are."""
    first = block.cells[0] if block.cells else ""
    alone = len(block.cells) > 1 and not any(block.cells[1:])
    return alone and not (VACANT.match(first) or TITLED.match(first))


def _before(paper: Paper, index: int) -> str:
    """The heading of a table and the paragraph before it."""
    before = paper.blocks[index - 1].text if index else ""
    return f"{paper.blocks[index].heading} {before}"


def _read_headings(row: Block) -> list[Column] | None:
    """What the cells of a first row say their columns hold, if they are headings."""
    if any(VACANT.match(cell) or TITLED.match(cell) for cell in row.cells):
        return None
    columns = [_heading(cell) for cell in row.cells]
    filled = [cell for cell in row.cells if cell]
    known = [c for c, cell in zip(columns, row.cells, strict=True) if cell and c is not None]
    if len(known) * 2 <= len(filled) or any(
        len(cell.split()) > _LONGEST_HEADING for cell in filled
    ):
        return None
    if all(ROLE.match(cell) or _looks_like_person(cell) for cell in filled):
        return None
    return [column or Column.OTHER for column in columns]


_LONGEST_HEADING = 6


def _heading(cell: str) -> Column | None:
    """What a heading says its column holds."""
    if ROLE.match(cell) and not re.match(r"members?$", cell, re.IGNORECASE):
        return None
    for column, words in HEADINGS:
        if re.search(words, cell, re.IGNORECASE):
            return column
    return None


def _settle(headed: list[Column], rows: Sequence[Block]) -> list[Column]:
    """The columns, where headings leave it open settled by what stands under them."""
    columns = list(headed)
    for number, column in enumerate(columns):
        cells = [row.cells[number] for row in rows if number < len(row.cells) and row.cells[number]]
        usual = _usual(cells)
        if column is Column.ROLE and usual in {Column.POST, Column.ORGANISATION, Column.NAME}:
            columns[number] = usual
        elif (
            column is Column.NAME
            and usual is Column.ORGANISATION
            and columns.count(Column.NAME) > 1
        ):
            columns[number] = Column.ORGANISATION
        elif column is Column.NAME and usual is Column.POST and columns.count(Column.NAME) > 1:
            columns[number] = Column.POST
    return columns


def _guess_columns(rows: Sequence[Block]) -> list[Column]:
    """What the columns of a table without headings hold, by what stands in them."""
    width = max(len(row.cells) for row in rows)
    return [
        _usual([row.cells[number] for row in rows if number < len(row.cells) and row.cells[number]])
        for number in range(width)
    ]


def _usual(cells: Sequence[str]) -> Column:
    """What most of some cells say."""
    kinds = Counter(_kind_of(cell) for cell in cells)
    kinds.pop(Column.OTHER, None)
    return kinds.most_common(1)[0][0] if kinds else Column.OTHER


def _kind_of(cell: str) -> Column:
    """What one cell seems to say."""
    if VACANT.match(cell):
        return Column.NAME
    if ROLE.match(cell):
        return Column.ROLE
    if TITLE.match(cell) or _looks_like_person(cell):
        return Column.NAME
    if POST.search(cell):
        return Column.POST
    return Column.ORGANISATION if BODY.search(cell) else Column.OTHER


def _looks_like_person(cell: str) -> bool:
    """Whether a cell seems to name a person: two to five words with capitals, no post or body."""
    name = IN_BRACKETS.sub("", cell)
    return bool(PERSON.match(name)) and not POST.search(name) and not BODY.search(name)


def _seat(cells: Sequence[str], columns: Sequence[Column], index: int, block: Block) -> DraftSeat:
    """The seat of one row."""
    said: dict[Column, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell and column is not Column.OTHER:
            said.setdefault(column, cell)
    name, role = said.get(Column.NAME, ""), said.get(Column.ROLE, "")
    if bracketed := IN_BRACKETS.search(name):
        role, name = role or bracketed[1], name[: bracketed.start()]
    vacant = any(VACANT.match(cell) for cell in said.values())
    name = "" if VACANT.match(name) else name
    if vacant and not VACANT.match(said.get(Column.NAME, "")):
        said = {column: cell for column, cell in said.items() if not VACANT.match(cell)}
    post, organisation = said.get(Column.POST, ""), said.get(Column.ORGANISATION, "")
    split = SPLIT.match(name)
    if split and not _looks_like_person(name) and split[2]:
        rest = split[2]
        if POST.search(rest) and not post:
            name, post = split[1], rest
        elif BODY.search(rest) and not organisation:
            name, organisation = split[1], rest
    if name and not TITLE.match(name) and not _looks_like_person(name) and not vacant:
        name, post, organisation = _not_a_person(name, post, organisation)
    return DraftSeat(
        tidy_role(role), name.strip(" ,"), post, organisation, vacant, index, block.text, block.at
    )


def _not_a_person(name: str, post: str, organisation: str) -> tuple[str, str, str]:
    """What stands under names and is none: a post, or an organisation that sends somebody."""
    if POST.search(name) and not post:
        return "", name, organisation
    if BODY.search(name) and not organisation:
        return "", post, name
    return ("", name, organisation) if not post else (name, post, organisation)


def tidy_role(role: str) -> str:
    """A role as a structure file has it.

    >>> tidy_role("Vice Chairman"), tidy_role("Co-opted member"), tidy_role("")
    ('vice-chair', 'member', 'member')
    """
    plain = re.sub(r"(?:man|woman|person)\b", "", role.casefold())
    for words, tidy in (
        (r"\b(?:vice|deputy)[- ]?chair", "vice-chair"),
        (r"\bco-?chair", "co-chair"),
        (r"\bchair", "chair"),
        (r"secretary|clerk", "secretary"),
        (r"observer|in attendance", "observer"),
        (r"advis[eo]r", "adviser"),
    ):
        if re.search(words, plain):
            return tidy
    return "member"
