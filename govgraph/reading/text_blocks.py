"""Lines of plain text as blocks: what is a heading, what a paragraph, and what goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from govgraph.reading.paper_text import Block, Division, Kind, Paper, place_blocks

WIDEST_WRAP = 110
"""Lines no longer than this are those of a typewriter or page; longer ones are paragraphs."""
_FILLED = 0.7
"""How much of the width a line fills if the next one goes on where it ends."""
_LONGEST_HEADING = 12
_LONGEST_NUMBERED = 8
_LIKELY = 5
"""Words of a heading at most: of one without a number, with one, and of one inside a paragraph."""
_LONGEST_BLOCK = 20_000
"""Letters of a paragraph at most: nobody writes longer ones, and joining them takes long."""
_FEWEST_LISTED = 4
"""So many lines that look like headings one after another are none."""
_BULLET = re.compile(r"^\s*(?:[-•·*▪◦●○■□–»]\s+|[•·▪●]|o\s{2,})(?=\S)")
_LETTER = re.compile(r"^\s*(?:\(([a-z]{1,4})\)|([a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
NUMBER = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?\s+(?=[^\W\d_]|['\"‘“(])")
_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^[\s|:+=_*-]+$")
_PIPES = re.compile(r"^\s*\|(.+)\|\s*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ENDED = re.compile(r"[.!?:;]['\"’”)\]]*$")
_STOPPED = re.compile(r"[.;,:?!]$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|shall|must|has|have|had|may|reports?|includes?|meets?|sits?)\b"
)
_ABOUT = re.compile(
    r"^(?:vice[- ])?(?:chair\w*|lead|secretary|contact|members?|membership|quorum|meets?)\b.*[:,]",
    re.IGNORECASE,
)

_PAGE_BREAK = "\f"
_MARKUP = re.compile(r"(?<!\\)(`|\*\*|~~)|!?\[([^\]\[]*)\]\([^()\s]*\)")


class Line(NamedTuple):
    """A line of a paper, and the page it stands on, if there are any."""

    text: str
    page: int = 0


class _Open(NamedTuple):
    """A block to which lines may still be added, and what its last line was like."""

    block: Block
    last: str


def find_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of plain text, in order.

    Short lines that look like headings and follow one another are a list, such as the rows of a
    table in PDF; those a paper begins with are its title.
    """
    stack: list[Block] = []
    begun = False
    for opened in _collect(lines):
        block = opened.block
        if block.kind is Kind.HEADING and not block.number and not _HASHES.match(opened.last):
            stack.append(block)
            continue
        yield from _unstack(stack, begun)
        stack, begun = [], True
        yield block
    yield from _unstack(stack, begun)


def _unstack(stack: Sequence[Block], begun: bool) -> Iterator[Block]:  # noqa: FBT001
    """Headings as they are, or the items of a list where they are too many to be headings."""
    listed = begun and len(stack) >= _FEWEST_LISTED
    for block in stack:
        yield replace(block, kind=Kind.BULLET) if listed else block


def _collect(lines: Sequence[Line]) -> Iterator["_Open"]:
    """Each block with the last line of it."""
    width = _wrap_width(lines)
    open_: _Open | None = None
    fresh, table = True, 0
    for index, line in enumerate(lines):
        if not line.text.strip() or _RULE.match(line.text):
            fresh = fresh or not line.text.strip()
            continue
        block = _begin(line, fresh, _following(lines, index), table)
        if open_ and _goes_on(open_, block, line.text, fresh, width):
            joined = f"{open_.block.text} {line.text.strip()}"
            open_ = _Open(replace(open_.block, text=joined), line.text)
        else:
            if open_:
                yield open_
            if block.kind is Kind.ROW and (fresh or not open_ or open_.block.kind is not Kind.ROW):
                table += 1
                block = _begin(line, fresh, "", table)
            open_ = _Open(block, line.text)
        fresh = False
    if open_:
        yield open_


def _wrap_width(lines: Sequence[Line]) -> int:
    """How wide the lines of running text are; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    if not lengths:
        return 0
    widest = lengths[int(len(lengths) * 0.98) - 1] if len(lengths) > 1 else lengths[0]
    return widest if widest <= WIDEST_WRAP else 0


def _following(lines: Sequence[Line], index: int) -> str:
    """The next line, or nothing."""
    return lines[index + 1].text.strip() if index + 1 < len(lines) else ""


def _begin(line: Line, fresh: bool, following: str, table: int) -> Block:  # noqa: FBT001
    """The block that a line begins, if it begins one."""
    text, page = _EMPHASIS.sub(r"\2", line.text), line.page
    cells = _cells(text)
    if cells:
        words = " ".join(filter(None, cells))
        return Block(kind=Kind.ROW, text=words, cells=cells, table=table, division=page)
    if hashes := _HASHES.match(text):
        number, words = split_number(hashes[1])
        return Block(kind=Kind.HEADING, text=words, number=number, division=page)
    if bullet := _BULLET.match(text):
        return Block(kind=Kind.BULLET, text=text[bullet.end() :].strip(), division=page)
    if letter := _LETTER.match(text):
        words, number = text[letter.end() :].strip(), letter[1] or letter[2]
        return Block(kind=Kind.BULLET, text=words, number=number, division=page)
    number, words = split_number(text)
    if number:
        kind = Kind.HEADING if _is_numbered_heading(words) else Kind.PARAGRAPH
    else:
        kind = Kind.HEADING if _is_heading(words, fresh, following) else Kind.PARAGRAPH
    return Block(kind=kind, text=words, number=number, division=page)


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a line of a table; nothing for any other line."""
    pipes = _PIPES.match(text)
    cells = tuple(cell.strip() for cell in (pipes[1].split("|") if pipes else text.split("\t")))
    return cells if sum(map(bool, cells)) > 1 or (pipes and any(cells)) else ()


def split_number(text: str) -> tuple[str, str]:
    """The number that a paragraph begins with, and the rest.

    >>> split_number("2.1 The Board meets."), split_number("12 members")
    (('2.1', 'The Board meets.'), ('', '12 members'))
    """
    found = NUMBER.match(text)
    if not found or (text[found.end()].islower() and not _has_stop(found[0])):
        return "", text.strip()
    return found[1], text[found.end() :].strip()


def _has_stop(marker: str) -> bool:
    """Whether a number is followed by a full stop or bracket."""
    return marker.rstrip().endswith((".", ")"))


def _is_numbered_heading(words: str) -> bool:
    """Whether what follows a number is a heading."""
    if words.isupper():
        return True
    return (
        len(words.split()) <= _LONGEST_NUMBERED
        and not _STOPPED.search(words)
        and not _VERB.search(words)
    )


def _is_heading(text: str, fresh: bool, following: str) -> bool:  # noqa: FBT001
    """Whether a line without a number is a heading."""
    words = text.split()
    if len(words) > _LONGEST_HEADING or _ABOUT.match(text) or not text[0].isalnum():
        return False
    if _STOPPED.search(text.removesuffix(":")) or _VERB.search(text) or not text[0].isupper():
        return False
    if text.endswith(":") and (len(words) > _LIKELY or not fresh):
        return False
    return fresh or not following or text.istitle() or len(words) <= _LIKELY


def _goes_on(open_: _Open, block: Block, raw: str, fresh: bool, width: int) -> bool:  # noqa: FBT001
    """Whether a line goes on where the block before it ends."""
    before = open_.block
    if len(before.text) > _LONGEST_BLOCK:
        return False
    if fresh or Kind.ROW in {before.kind, block.kind} or block.number:
        return False
    if block.kind is Kind.BULLET or _HASHES.match(open_.last) or _HASHES.match(raw):
        return False
    ended = bool(_ENDED.search(before.text))
    small = raw.strip()[0].islower() or not raw.strip()[0].isalnum()
    filled = bool(width) and len(open_.last.rstrip()) >= width * _FILLED
    if before.kind is Kind.HEADING:
        return small and not ended
    if not ended:
        return small or filled
    return filled and block.kind is Kind.PARAGRAPH


def read_text_paper(text: str, name: str) -> Paper:
    """A paper in plain text; form feeds part its pages."""
    pages = text.rstrip(f"{_PAGE_BREAK}\n ").split(_PAGE_BREAK)
    if len(pages) == 1:
        paper = place_blocks(name, find_blocks(list(map(Line, _lines(text)))), Division.NONE, 0)
    else:
        paper = place_blocks(name, _paged(pages), Division.PAGE, len(pages))
    return replace(paper, written=text)


def read_markdown_paper(text: str, name: str) -> Paper:
    """A paper in Markdown, without its marks and the addresses of its links."""
    return read_text_paper(_MARKUP.sub(lambda found: found[2] or "", text), name)


def _paged(pages: list[str]) -> Iterator[Block]:
    """The blocks of each page."""
    lines = [Line(line, page) for page, text in enumerate(pages, 1) for line in _lines(text)]
    return find_blocks(lines)


def _lines(text: str) -> list[str]:
    """Lines as a reader sees them: a form feed or odd separator begins none."""
    return re.split(r"\r\n|\r|\n|\u2028|\u2029", text.removeprefix("\ufeff"))
