"""People and seats: who sits where, and who ought to."""

from typing import Annotated

import typer

from govgraph.cli.options import AsAt, Format, FormatOption, Include, Presume, StructurePath
from govgraph.cli.output import print_data, print_text


def people(
    structure: StructurePath,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Somebody, by id, name or other name."),
    ] = None,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    presume: Presume = False,
) -> None:
    """Where people sit, in which roles, and on both sides of which lines.

    Example: govgraph people data/worcestershire "Michael Hunter"
    """
    from govgraph import verbs

    graph = verbs.build_graph(
        verbs.load(structure), as_at=as_at, include=include or (), presume=presume
    )
    answer = verbs.people(graph, name)
    if format_ is Format.JSON:
        from govgraph.reporting.people_json import people_as_data

        print_data(people_as_data(answer))
    else:
        from govgraph.reporting.people_text import people_as_text

        print_text(people_as_text(graph, answer))
