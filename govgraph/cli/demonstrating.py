"""A first look: the real papers that come with the program, and what it makes of them."""

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.output import print_talk

MAIN = ("data/hampshire", "hampshire-report")
"""What the main job reads and writes, within the folder."""


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
