"""The difference between two states as Markdown, for an issue, a pull request or a paper."""

import re

from govgraph.checks.comparison import Comparison
from govgraph.reporting.difference.difference_sections import Section, build_sections, format_title

_MEANING = re.compile(r"([\\`*_\[\]<>#|])")


def difference_as_markdown(comparison: Comparison) -> str:
    """A heading, then a section of bullets for each part of the difference."""
    title, standpoints = format_title(comparison)
    blocks = [f"# {escape(title)}: what is different", escape(standpoints)]
    blocks += [_section(section) for section in build_sections(comparison)]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    r"""`text` with every character that Markdown gives a meaning to made plain.

    >>> escape("a_b [c]")
    'a\\_b \\[c\\]'
    """
    return _MEANING.sub(r"\\\1", " ".join(text.split()))


def _section(section: Section) -> str:
    blocks = [f"## {escape(section.heading)}"]
    blocks += [escape(section.remark)] if section.remark else []
    entries = [
        f"- **{escape(word)}** {escape(phrase)}" if word else f"- {escape(phrase)}"
        for word, phrase in section.entries
    ]
    blocks += ["\n".join(entries)] if entries else []
    return "\n\n".join(blocks)
