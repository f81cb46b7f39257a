"""The paper: what goes to a board, and the workbook beside it."""

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.loading import Asked, load_asked
from govgraph.cli.options import (
    AsAt,
    AsRegister,
    Focus,
    Include,
    OfArea,
    OfKind,
    Presume,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_talk
from govgraph.cli.progress import working


def paper(
    structure: StructurePath,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write: .docx, .pdf or .md, or .xlsx for the tables only.",
            show_default=False,
        ),
    ],
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="For .docx: your own document or template (.docx, .dotx), whose styles are used.",
        ),
    ] = None,
    figures: Annotated[
        str,
        typer.Option(
            metavar="PAPER",
            help="The paper size of the figures: A4 or A3. [default: whichever suits them]",
        ),
    ] = "",
    theme: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own colours, fonts and logo for the figures."),
    ] = None,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    register: AsRegister = False,
    focus: Focus = "",
    area: OfArea = None,
    kind: OfKind = None,
) -> None:
    """Write a board paper's appendix: Word, PDF or Markdown, or its tables as a workbook.

    For a register it covers one part: a body, an area or a kind.

    Example: govgraph paper data/hampshire --include proposed -o appendix.docx
    """
    asked = Asked.of(locals())
    from govgraph import api
    from govgraph.reporting.whole_files import refuse_to_overwrite, write_whole

    refuse_to_overwrite(output, structure, template, theme)
    graph, found = load_asked(asked)
    with working("writing the paper"):
        files = api.paper(
            graph, output, template=template, figures=figures, theme=theme, findings=found
        )
    # What the paper shows is there before the paper is.
    for path, content in sorted(files, key=lambda each: each[0] == output):
        write_whole(path, content)
        print_talk(f"wrote {path}")
