"""Time and change: what is different between two states."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.options import Include, Presume, StructurePath
from govgraph.cli.output import print_data, print_text, reading_width

if TYPE_CHECKING:
    from govgraph.checks.comparison import Comparison


class ReportFormat(StrEnum):
    """How something to be read, sent on or worked with is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


ReportFormatOption = Annotated[
    ReportFormat,
    typer.Option("--format", help="Text to read, JSON for programs, Markdown to send on."),
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
    include: Include = None,
    presume: Presume = False,
    format_: ReportFormatOption = ReportFormat.TEXT,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is different.")
    ] = False,
) -> None:
    """What is different: two structures, two dates of one, or today and what is proposed.

    Exit 0 nothing is different, 1 something is, 2 could not look. With --include and no date, one
    structure is held against itself with what is proposed.

    Example: govgraph diff data/worcestershire --from 2009-08 --to 2010-04 --include proposed
    """
    from govgraph import verbs

    comparison = verbs.diff(
        verbs.load(structure),
        verbs.load(new) if new else None,
        from_date=from_,
        to_date=to,
        include=include or (),
        presume=presume,
    )
    _print(comparison, format_)
    if comparison.differs and not exit_zero:
        raise typer.Exit(1)


def _print(comparison: "Comparison", format_: ReportFormat) -> None:
    """Print a comparison in the form asked for."""
    if format_ is ReportFormat.JSON:
        from govgraph.reporting.difference_json import difference_as_data

        print_data(difference_as_data(comparison))
    elif format_ is ReportFormat.MARKDOWN:
        from govgraph.reporting.difference_markdown import difference_as_markdown

        print_text(difference_as_markdown(comparison))
    else:
        from govgraph.reporting.difference_text import difference_as_text

        print_text(difference_as_text(comparison, reading_width()))
