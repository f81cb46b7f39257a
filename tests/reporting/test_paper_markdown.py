"""A paper as Markdown, in which every text is only text."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from govgraph.reporting.paper.paper_blocks import Bullets, Heading, Paragraph
from govgraph.reporting.paper.paper_markdown import write_markdown
from tests.reporting.paper_samples import HOSTILE, figure, hostile, paper_of, table


def markdown(*blocks: Heading | Paragraph | Bullets) -> str:
    """The Markdown of a paper of these blocks."""
    return str(write_markdown(paper_of(*blocks), Path("a.md"))[0][1])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_as_it_was(text: str) -> None:
    """Paragraph, heading and list item hold one text and nothing else."""
    read = MarkdownIt("commonmark").enable("table").parse(markdown(Paragraph(text), Heading(text)))
    for token in [token for token in read if token.type == "inline"][-2:]:
        children = token.children or []
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children) == text


def test_a_list_item_begins_no_list_of_its_own() -> None:
    """Nor a heading."""
    read = MarkdownIt("commonmark").parse(markdown(Bullets(("- a", "1. a", "# a", "+ a"))))
    assert [token.type for token in read].count("list_item_open") == 4
    assert [token.type for token in read].count("heading_open") == 1


def test_a_table_keeps_its_shape_whatever_stands_in_it() -> None:
    """Bars and breaks are text."""
    text = write_markdown(hostile(), Path("a.md"))[0][1]
    read = MarkdownIt("commonmark").enable("table").parse(str(text))
    assert [token.type for token in read].count("tr_open") == 1 + len(HOSTILE)
    assert [token.type for token in read].count("td_open") == 2 * len(HOSTILE)
    assert not [token for token in read if token.type == "html_block"]


def test_figures_are_files_beside_it() -> None:
    """Named after it, and led to even where the name has a space."""
    (path, text), (drawn, svg) = write_markdown(paper_of(figure()), Path("out/our paper.md"))
    assert path == Path("out/our paper.md")
    assert drawn == Path("out/our paper-figure-1.svg")
    assert str(svg).startswith("<svg")
    assert "![For whoever cannot see it](<our%20paper-figure-1.svg>)" in str(text)


def test_a_caption_stands_by_its_number() -> None:
    """Before a table."""
    text = str(write_markdown(paper_of(table(("a", "b"))), Path("a.md"))[0][1])
    assert "*Table 1: What it holds*\n\n| Left | Right |" in text
    assert "| a | b<br>b |" in text
