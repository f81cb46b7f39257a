"""Beginning a structure."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.output import print_talk


def init(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="A new folder, or a file ending in .yaml or .xlsx (a workbook).",
        ),
    ],
    *,
    template: Annotated[
        str,
        typer.Option(metavar="NAME", help="What to begin with: partnership, council or blank."),
    ] = "partnership",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title.", show_default=False)] = "",
    jurisdiction: Annotated[
        str,
        typer.Option(
            metavar="TEXT", help="The county, city or country it belongs to.", show_default=False
        ),
    ] = "",
    as_at: Annotated[
        str,
        typer.Option(
            "--as-at",
            metavar="DATE",
            help="The date it is true for: 2010, 2010-04 or 2010-04-09.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Begin a structure: a small example to change, in a folder or a workbook.

    On a terminal it asks for what was not given. Nothing that is there is written over.

    Example: govgraph init my-structure --title "Our partnership" --as-at 2010-04
    """
    from govgraph.formats.starting import Start
    from govgraph.reporting.beginning import begin, date_of, refuse_taken

    refuse_taken(target)
    if sys.stdin.isatty() and sys.stdout.isatty():
        title = title or typer.prompt("Title", default="A new structure")
        jurisdiction = jurisdiction or typer.prompt("County, city or country", default="")
        as_at = as_at or typer.prompt("True as at (such as 2010-04)", default="")
    known = Start(
        title=title.strip() or "A new structure",
        jurisdiction=jurisdiction.strip(),
        as_at=date_of(as_at.strip()),
        template=template,
    )
    path = begin(target, known)
    print_talk(f"wrote {path}")
    print_talk(f"Next: change it, then ask: govgraph check {target}")
