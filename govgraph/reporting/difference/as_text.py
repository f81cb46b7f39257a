"""The difference between two states as people read it in a terminal."""

from textwrap import fill

from govgraph.checks.comparison import Comparison
from govgraph.reporting.difference.sections import Section, tell_sections, tell_title


def difference_as_text(comparison: Comparison, width: int | None = None) -> str:
    """What is compared, then each section with its entries.

    Args:
        comparison: the two states.
        width: how many columns a line may fill; None leaves every entry on one line.
    """
    title, standpoints = tell_title(comparison)
    blocks = [f"{title}\n{standpoints}"]
    blocks += [_section(section, width) for section in tell_sections(comparison)]
    return "\n\n".join(blocks)


def _section(section: Section, width: int | None) -> str:
    lines = [section.heading]
    lines += [f"  {section.remark}"] if section.remark else []
    column = max((len(word) for word, _ in section.entries), default=0)
    for word, phrase in section.entries:
        lines.append(f"  {word.ljust(column)}  {phrase}" if column else f"  {phrase}")
    indent = " " * (column + 4 if column else 4)
    return "\n".join(_folded(line, width, indent) for line in lines)


def _folded(line: str, width: int | None, indent: str) -> str:
    if not width:
        return line
    return fill(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
