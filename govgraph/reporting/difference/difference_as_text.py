"""The difference between two states as people read it in a terminal."""

from govgraph.checks.comparison import Comparison
from govgraph.reporting.difference.difference_sections import Section, build_sections, format_title
from govgraph.reporting.folding import fold


def difference_as_text(comparison: Comparison, width: int | None = None) -> str:
    """What is compared, then each section with its entries.

    Args:
        comparison: the two states.
        width: how many columns a line may fill; None leaves every entry on one line.
    """
    title, standpoints = format_title(comparison)
    blocks = [f"{title}\n{standpoints}"]
    blocks += [_section(section, width) for section in build_sections(comparison)]
    return "\n\n".join(blocks)


def _section(section: Section, width: int | None) -> str:
    lines = [section.heading]
    lines += [f"  {section.remark}"] if section.remark else []
    column = max((len(word) for word, _ in section.entries), default=0)
    for word, phrase in section.entries:
        lines.append(f"  {word.ljust(column)}  {phrase}" if column else f"  {phrase}")
    return "\n".join(fold(line, width, hanging=column + 2 if column else 2) for line in lines)
