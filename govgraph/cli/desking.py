"""The desk: the page on which structures are written, checked and drawn without an installation."""

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.output import print_talk


def desk(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the page to FILE instead of opening it."
        ),
    ] = None,
) -> None:
    """Open the desk in the browser: write a structure down, see it, check it, save it.

    The desk is one HTML file. It needs no installation and no network, so it can be given to
    people who may not install anything. A release carries it; a checkout builds it with npm.

    Example: govgraph desk -o govgraph-desk.html
    """
    from govgraph.desk.desk_page import find_page
    from govgraph.reporting.whole_files import write_whole

    page = find_page()
    if output is not None:
        write_whole(output, page.read_bytes())
        print_talk(f"Next: open {output} in a browser")
        return
    print_talk(f"opening {page}")
    typer.launch(page.as_uri())
