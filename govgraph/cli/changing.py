"""Time and change: what is different between two states, and what happened when."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import IncludeAtBoth, Presume, StructurePath
from govgraph.cli.output import (
    print_data,
    print_talk,
    print_text,
    print_told,
    reading_width,
    screen_width,
)
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from govgraph.checks.comparison import Comparison
    from govgraph.drawing.draw import Drawing


class ReportFormat(StrEnum):
    """How something to be read, sent on or worked with is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


ReportFormatOption = Annotated[
    ReportFormat,
    typer.Option("--format", help="Text to read, JSON for programs, Markdown to send on."),
]


OutputPicture = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Also draw it, to a .svg, .png or .pdf file.",
        show_default=False,
    ),
]
OutputPictureOrPage = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Also draw it, to a .svg, .png or .pdf file, or write a page, to a .html file.",
        show_default=False,
    ),
]
PaperOption = Annotated[
    str,
    typer.Option(
        metavar="PAPER", help="A4, A3 or A2, with -portrait if wanted; 'free' for a screen."
    ),
]
ThemeOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Your own colours, fonts and logo.")
]
DpiOption = Annotated[
    int, typer.Option(metavar="NUMBER", min=24, max=1200, help="For PNG: pixels per inch.")
]


def diff(
    structure: StructurePath,
    new: Annotated[
        Path | None,
        typer.Argument(
            metavar="[NEW]",
            help="A second structure to hold against the first.",
            show_default=False,
        ),
    ] = None,
    *,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The earlier state: as at this date. [default: the structure's own]",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE",
            help="The later state: as at this date. [default: the structure's own]",
            show_default=False,
        ),
    ] = None,
    include: IncludeAtBoth = None,
    presume: Presume = False,
    format_: ReportFormatOption = ReportFormat.TEXT,
    output: OutputPictureOrPage = None,
    side_by_side: Annotated[
        bool,
        typer.Option(
            "--side-by-side",
            help="With -o: draw both states in full, with what they share in the same place.",
        ),
    ] = False,
    paper: PaperOption = "free",
    theme: ThemeOption = None,
    dpi: DpiOption = 150,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Always exit 0, even with differences.")
    ] = False,
) -> None:
    """Show what differs between two structures, two dates of one, or today and what is proposed.

    Exit 0 nothing is different, 1 something is, 2 could not look. With --include and no date, the
    structure is compared with itself plus what is proposed. With -o the difference is drawn too;
    a file that ends in .html becomes a page with the picture and the list.

    Example: govgraph diff data/worcestershire --from 2009-08 --to 2010-04 --include proposed
    """
    from govgraph import api

    states = load_structure(structure), load_structure(new) if new else None
    comparison = api.diff(
        *states, from_date=from_, to_date=to, include=include or (), presume=presume
    )
    if output is not None:
        _write(comparison, output, paper, theme, side_by_side=side_by_side, dpi=dpi)
    _print(comparison, format_)
    if comparison.differs and not exit_zero:
        raise typer.Exit(1)


PAGES = frozenset({".html", ".htm"})
"""The ends of the names of files that become a page."""


def _write(
    comparison: "Comparison",
    output: Path,
    paper: str,
    theme: Path | None,
    *,
    side_by_side: bool,
    dpi: int,
) -> None:
    """Write the difference as a drawing, or as a page with its picture and its list in one file.

    Raises:
        SettingsError: a page was to be on a paper.
    """
    from govgraph.drawing.draw_difference import draw_difference
    from govgraph.drawing.theme_file import find_theme
    from govgraph.reporting.difference.difference_page import build_difference_page
    from govgraph.reporting.whole_files import write_whole

    is_page = output.suffix.lower() in PAGES
    if is_page and paper != "free":
        raise SettingsError("a page has no paper: leave out --paper, or give -o a picture or PDF")
    look = find_theme(theme)
    drawing = draw_difference(comparison, side_by_side=side_by_side, paper=paper, theme=look)
    if not is_page:
        write_drawing(drawing, output, dpi)
        return
    write_whole(output, build_difference_page(comparison, drawing))
    print_talk(f"wrote {output}")


def timeline(
    structure: StructurePath,
    *,
    format_: ReportFormatOption = ReportFormat.TEXT,
    output: OutputPicture = None,
    paper: PaperOption = "free",
    theme: ThemeOption = None,
    dpi: DpiOption = 150,
) -> None:
    """The lives of bodies and the events between them, as tables and as a picture.

    Example: govgraph timeline data/worcestershire --paper A3 -o worcestershire.svg
    """
    from govgraph import api
    from govgraph.drawing.theme_file import find_theme
    from govgraph.reporting import history_text

    history = api.timeline(load_structure(structure))
    if output is not None:
        from govgraph.drawing.timeline.draw_timeline import draw_timeline

        drawn = draw_timeline(history, paper=paper, theme=find_theme(theme))
        write_drawing(drawn, output, dpi)
    if format_ is ReportFormat.JSON:
        print_data(history_text.history_as_data(history))
    elif format_ is ReportFormat.MARKDOWN:
        print_text(history_text.history_as_markdown(history))
    else:
        print_told(history_text.history_as_text(history, screen_width()), wide=True)


def write_drawing(drawing: "Drawing", output: Path, dpi: int) -> None:
    """Write a drawing to the files that it becomes, and say so."""
    from govgraph.drawing.drawing_forms import render_drawing
    from govgraph.reporting.whole_files import write_whole

    for path, content in render_drawing(drawing, output, dpi=dpi):
        write_whole(path, content)
        print_talk(f"wrote {path}")


def _print(comparison: "Comparison", format_: ReportFormat) -> None:
    """Print a comparison in the form asked for."""
    if format_ is ReportFormat.JSON:
        from govgraph.reporting.difference.difference_as_json import difference_as_data

        print_data(difference_as_data(comparison))
    elif format_ is ReportFormat.MARKDOWN:
        from govgraph.reporting.difference.difference_as_text import difference_as_markdown

        print_text(difference_as_markdown(comparison))
    else:
        from govgraph.reporting.difference.difference_as_text import difference_as_text

        print_told(difference_as_text(comparison, reading_width()))
