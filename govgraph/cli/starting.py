"""Beginning a structure."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.output import print_talk
from govgraph.errors import SettingsError


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
        typer.Option(
            metavar="NAME",
            help="What to begin with: partnership, council or blank. [default: partnership]",
            show_default=False,
        ),
    ] = "",
    form: Annotated[
        bool,
        typer.Option(
            "--form", help="One sheet to fill in, with drop-downs: a row to each body (.xlsx)."
        ),
    ] = False,
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

    For Excel alone: govgraph init --form simple.xlsx
    """
    from govgraph.formats.starting import TEMPLATES, Start, find_template
    from govgraph.formats.written_standpoint import parse_date
    from govgraph.reporting.beginning import begin, refuse_taken

    refuse_taken(target)
    if sys.stdin.isatty() and sys.stdout.isatty():
        title = title or typer.prompt("Title", default="A new structure")
        jurisdiction = jurisdiction or typer.prompt("County, city or country", default="")
        as_at = as_at or _ask("True as at (such as 2010-04)", "", parse_date)
        if not form:
            template = template or _ask(
                f"Begin with ({', '.join(TEMPLATES)})", "partnership", find_template
            )
    known = Start(
        title=title.strip() or "A new structure",
        jurisdiction=jurisdiction.strip(),
        as_at=parse_date(as_at.strip() or None),
        template=template or "partnership",
    )
    path = begin(target, known, form=form)
    print_talk(f"wrote {path}")
    print_talk(f"Next: change it, then ask: govgraph check {target}")


def _ask(question: str, default: str, read: Callable[[str], object]) -> str:
    """The answer to a question, asked again until it can be read."""

    def judge(answer: str) -> str:
        try:
            if answer.strip():
                read(answer.strip())
        except SettingsError as error:
            raise typer.BadParameter(str(error)) from None
        return answer

    return str(typer.prompt(question, default=default, value_proc=judge))
