"""A paper as Markdown, with its figures as files beside it; every text is literal."""

import re
from collections.abc import Iterator
from pathlib import Path

from govgraph.reporting.paper.paper_blocks import Block, Bullets, Figure, Heading, Paper, Paragraph

_MEANING = re.compile(r"([\\`*_{}\[\]<>#|~&!$^=@])")
_STARTS = re.compile(r"^(\d+)([.)])|^([-+])|^(:)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(:)//|\b(www)(\.)")


def write_markdown(paper: Paper, path: Path) -> tuple[tuple[Path, str | bytes], ...]:
    """The Markdown file and the SVG file of each figure: `appendix-figure-1.svg`.

    Args:
        paper: what it says.
        path: where the Markdown is to go; nothing is written.
    """
    figures = [block for block in paper.blocks if isinstance(block, Figure)]
    names = {figure.number: f"{path.stem}-figure-{figure.number}.svg" for figure in figures}
    blocks = [f"# {escape(paper.title)}"]
    blocks += [escape(line) for line in (paper.subtitle, paper.particulars) if line]
    blocks += [part for block in paper.blocks for part in _told(block, paper, names)]
    drawn = ((path.with_name(names[one.number]), one.picture.svg) for one in figures)
    return ((path, "\n\n".join(blocks) + "\n"), *drawn)


def escape(text: str) -> str:
    r"""`text` with every character that Markdown or HTML gives a meaning to made plain.

    >>> escape("1. a_b [c] <d>")
    '1\\. a\\_b \\[c\\] \\<d\\>'
    """
    marked = _MEANING.sub(r"\\\1", text)
    marked = _ADDRESS.sub(_broken, marked)
    return _STARTS.sub(_started, marked)


def _broken(found: re.Match[str]) -> str:
    """The beginning of an address, so that no reader makes a link of it by itself."""
    if found[3]:
        return f"{found[3]}\\."
    return f"{found[1]}\\://"


def _started(found: re.Match[str]) -> str:
    """The beginning of a line that would begin a list."""
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3] or found[4]}"


def _told(block: Block, paper: Paper, names: dict[int, str]) -> Iterator[str]:
    """A block as the parts of a Markdown file, each of which stands between empty lines."""
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {escape(block.text)}"
    elif isinstance(block, Paragraph):
        yield escape(block.text)
    elif isinstance(block, Bullets):
        yield "\n".join(f"- {escape(item)}" for item in block.items)
    elif isinstance(block, Figure):
        address = f"<{_address(names[block.number])}>"
        yield f"![{escape(block.alternative)}]({address})"
        yield f"*{paper.labels.figure} {block.number}: {escape(block.caption)}*"
    else:
        yield f"*{paper.labels.table} {block.number}: {escape(block.caption)}*"
        rule = ["---"] * len(block.headings)
        rows = [list(map(escape, block.headings)), rule]
        rows += [["<br>".join(map(escape, cell)) for cell in row] for row in block.rows]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _address(name: str) -> str:
    """The name of a file as an address between angle brackets."""
    from urllib.parse import quote

    return quote(name)
