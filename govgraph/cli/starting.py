"""The first files of a structure, and a first look at the papers that come with the program."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.output import print_talk
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from govgraph.formats.first_file import Start


MAIN = ("data/hampshire", "hampshire-report")
"""What the main job reads and writes, within the folder."""


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
            help="The example to start from: partnership, council or blank. [default: partnership]",
            show_default=False,
        ),
    ] = "",
    form: Annotated[
        bool,
        typer.Option(
            "--form", help="One sheet to fill in, with drop-downs and a row for each body (.xlsx)."
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
            help="The date at which it is true: 2010, 2010-04 or 2010-04-09.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Start a structure from a small example, in a folder or a workbook.

    On a terminal it asks for what was not given. It never overwrites a file.

    Example: govgraph init my-structure --title "Our partnership" --as-at 2010-04

    For Excel alone: govgraph init --form simple.xlsx
    """
    from govgraph.reporting.beginning import begin, refuse_taken

    refuse_taken(target)
    if sys.stdin.isatty() and sys.stdout.isatty():
        title = title or typer.prompt("Title", default="A new structure")
        jurisdiction = jurisdiction or typer.prompt("County, city or country", default="")
        as_at, template = _ask_further(as_at, template, asked=not form)
    path = begin(target, _start(title, jurisdiction, as_at, template), form=form)
    print_talk(f"wrote {path}")
    print_talk(f"Next: change it, then ask: govgraph check {target}")


def _ask_further(as_at: str, template: str, *, asked: bool) -> tuple[str, str]:
    """The date and the template, asked for where they were not given; no template for a form."""
    from govgraph.formats.first_file import TEMPLATES, find_template
    from govgraph.formats.written_standpoint import parse_date

    as_at = as_at or _ask("True as at (such as 2010-04)", "", parse_date)
    if asked and not template:
        question = f"Begin with ({', '.join(TEMPLATES)})"
        template = _ask(question, "partnership", find_template)
    return as_at, template


def _start(title: str, jurisdiction: str, as_at: str, template: str) -> "Start":
    """What is known of a structure that is begun."""
    from govgraph.formats.first_file import Start
    from govgraph.formats.written_standpoint import parse_date

    return Start(
        title=title.strip() or "A new structure",
        jurisdiction=jurisdiction.strip(),
        as_at=parse_date(as_at.strip() or None),
        template=template or "partnership",
    )


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


def demo(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="The folder to write to; created if missing. [default: here]",
            show_default=False,
        ),
    ] = Path(),
) -> None:
    """Copy the real papers that come with govgraph into FOLDER, and report on a county.

    The examples of every command's help then work in that folder.

    Example: govgraph demo govgraph-demo
    """
    from govgraph.cli.pictures import report
    from govgraph.reporting.beginning import copy_papers

    copied = copy_papers(folder)
    print_talk(f"copied {copied} files to {folder}")
    read, written = (folder / each for each in MAIN)
    report(read, output=written, include=["proposed"])
    print_talk(f"Next: open {written / 'index.html'}")
