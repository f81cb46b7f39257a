"""Papers and the record: whether what is quoted stands there, and what is not recorded yet."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import Format, StructurePath
from govgraph.cli.output import print_data, print_talk, print_told
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from govgraph.reporting.reader.open_paper import OpenPaper

if TYPE_CHECKING:
    from govgraph.checks.quotes import Quote
    from govgraph.model.structure import Structure


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
    from govgraph.reporting.quoting import write_places

    loaded = load_structure(structure)
    copies = read_copies(loaded)
    for unread in copies.unread:
        print_talk(f"the copy of '{unread.source.id}' {unread.why}: {unread.file}")
    found = tuple(find_quotes(loaded, copies))
    _print_quotes(loaded, found, format_)
    for file in write_places(structure, copies) if write else ():
        print_talk(f"wrote places into {file}")
    if any(quote.state is QuoteState.MISSING for quote in found):
        raise typer.Exit(1)


def _print_quotes(structure: "Structure", found: "tuple[Quote, ...]", format_: Format) -> None:
    from govgraph.reporting.quotes_text import quotes_as_data, quotes_as_text

    if format_ is Format.JSON:
        print_data(quotes_as_data(found))
    else:
        print_told(quotes_as_text(structure, found))


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
        str, typer.Option(metavar="ID", help="The id of its source, if no `file` names it.")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="List what is open; exit 1 if anything is.")
    ] = False,
    format_: Annotated[
        ListFormat | None, typer.Option("--format", help="Print the list: text, or JSON.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the page to a .html file.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option(
            metavar="NUMBER", min=0, max=65535, help="The port to listen on; 0 for any free one."
        ),
    ] = 0,
) -> None:
    """Read a paper beside the record: which sentences are recorded, which are still open.

    A sentence is recorded where a record quotes some of it, and dismissed where PAPER.marks.yaml
    says why it needs none. Everything else is open. Without --check, --format or -o the page is
    served to the browser of this machine alone; what is decided there is written to the structure,
    one YAML file, and to the marks. Ctrl-C ends it.
    Exit 0 looked, 1 sentences are open (with --check), 2 could not look.

    Example: govgraph read docs/examples/partnership/papers/terms-of-reference.txt
    -s docs/examples/partnership/partnership.yaml --check
    """
    if not (check or format_ or output):
        _serve(paper, structure, source, port)
        return
    from govgraph.reading.coverage import State
    from govgraph.reporting.reader.open_paper import open_paper
    from govgraph.reporting.whole_files import refuse_to_overwrite

    refuse_to_overwrite(output, paper, structure)
    opened = open_paper(paper, structure, source)
    _write(opened, output)
    if format_ or check:
        _print(opened, format_)
    if check and opened.coverage.count(State.OPEN):
        raise typer.Exit(1)


def _print(opened: "OpenPaper", format_: ListFormat | None) -> None:
    """Print the list."""
    from govgraph.reporting.reader.as_data import reading_as_data, reading_as_text

    if format_ is ListFormat.JSON:
        print_data(reading_as_data(opened))
    else:
        print_told(reading_as_text(opened))


def _write(opened: "OpenPaper", output: Path | None) -> None:
    """Write the page, if it was asked for."""
    if output is None:
        return
    from govgraph.reporting.reader.reader_page import build_reader_page
    from govgraph.reporting.whole_files import write_whole

    if output.suffix.lower() not in {".html", ".htm"}:
        raise SettingsError(f"the page is HTML; {output} does not end in .html")
    write_whole(output, build_reader_page(opened).encode())
    print_talk(f"wrote {output}")


def _serve(paper: Path, structure: Path | None, source: str, port: int) -> None:
    """Serve the page until Ctrl-C."""
    from contextlib import suppress

    from govgraph.reporting.reader.reader_server import ReaderServer
    from govgraph.reporting.reader.reader_session import Session

    with ReaderServer(Session(paper, structure, source), port) as server:
        print_talk(f"open {server.address} (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    print_talk("what was decided is saved")
