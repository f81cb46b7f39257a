"""Papers and the record: whether what is quoted stands there, and what is not recorded yet."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import Format, StructurePath
from govgraph.cli.output import print_data, print_talk, print_told


def quotes(
    structure: StructurePath,
    *,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write the place of each quote found into the YAML file."),
    ] = False,
    format_: Annotated[
        Format, typer.Option("--format", help="Text to read, JSON for programs.")
    ] = Format.TEXT,
) -> None:
    """Look up each quote in the local copy of its source, and say where it stands.

    White space, quotation marks and dashes may differ, nothing else. Papers in text, Markdown and
    HTML are read; Word, PowerPoint and PDF with the extra `reading`.
    Exit 0 all are there, 1 some are not, 2 could not look.

    Example: govgraph quotes docs/examples/partnership/partnership.yaml
    """
    from govgraph.checks.quotes import QuoteState, find_quotes
    from govgraph.reading.copies import read_copies
    from govgraph.reporting.quotes_text import quotes_as_data, quotes_as_text
    from govgraph.reporting.quoting import write_places

    loaded = load_structure(structure)
    copies = read_copies(loaded)
    for unread in copies.unread:
        print_talk(f"the copy of '{unread.source.id}' {unread.why}: {unread.file}")
    found = tuple(find_quotes(loaded, copies))
    if format_ is Format.JSON:
        print_data(quotes_as_data(found))
    else:
        print_told(quotes_as_text(loaded, found))
    for file in write_places(structure, copies) if write else ():
        print_talk(f"wrote places into {file}")
    if any(quote.state is QuoteState.MISSING for quote in found):
        raise typer.Exit(1)


PaperPath = Annotated[
    Path,
    typer.Argument(
        metavar="PAPER",
        help="The paper: .txt, .md, .html, .docx, .pptx or .pdf.",
        show_default=False,
    ),
]


class ListFormat(StrEnum):
    """How the sentences of a paper are printed."""

    TEXT = "text"
    JSON = "json"


def read(
    paper: PaperPath,
    *,
    structure: Annotated[
        Path | None,
        typer.Option(
            "--structure", "-s", metavar="STRUCTURE", help="What is recorded of it so far."
        ),
    ] = None,
    source: Annotated[
        str, typer.Option(metavar="ID", help="Its source there, if no `file` names it.")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="List what is open; exit 1 if anything is.")
    ] = False,
    format_: Annotated[
        ListFormat | None, typer.Option("--format", help="Print the list: text, or JSON.")
    ] = None,
) -> None:
    """Show the sentences of a paper that speak of governance, and which are recorded.

    A sentence is recorded where a record quotes some of it, and dismissed where PAPER.marks.yaml
    says why it needs none. Everything else is open.
    Exit 0 looked, 1 sentences are open (with --check), 2 could not look.

    Example: govgraph read docs/examples/partnership/papers/terms-of-reference.txt
    -s docs/examples/partnership/partnership.yaml --check
    """
    from govgraph.reading.coverage import State
    from govgraph.reporting.reader.as_data import reading_as_data, reading_as_text
    from govgraph.reporting.reader.open_paper import open_paper

    opened = open_paper(paper, structure, source)
    if format_ is ListFormat.JSON:
        print_data(reading_as_data(opened))
    else:
        print_told(reading_as_text(opened))
    if check and opened.coverage.count(State.OPEN):
        raise typer.Exit(1)
