"""People and seats: who sits where, and who ought to."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import (
    Against,
    AsAt,
    Format,
    FormatOption,
    Include,
    Presume,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_answer, print_talk, print_told, reading_width, screen_width

if TYPE_CHECKING:
    from govgraph.analysis.membership import Membership
    from govgraph.graph.accountability import AccountabilityGraph


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
    undated: Undated = False,
    presume: Presume = False,
) -> None:
    """Where people sit, in which roles, and on both sides of which lines.

    Example: govgraph people data/worcestershire "Michael Hunter"
    """
    from govgraph import api
    from govgraph.reporting.people_json import people_as_data
    from govgraph.reporting.people_text import people_as_text

    loaded, included = load_structure(structure), include or ()
    graph = api.build_graph(loaded, as_at=as_at, include=included, presume=presume, undated=undated)
    answer = api.people(graph, name)
    if format_ is Format.JSON:
        print_answer(graph, people_as_data(answer))
    else:
        print_told(people_as_text(graph, answer, screen_width()), wide=True)


def seats(
    structure: StructurePath,
    body: Annotated[
        str | None,
        typer.Argument(metavar="BODY", help="A body, by id, name, other name or acronym."),
    ] = None,
    *,
    against: Against = None,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
) -> None:
    """Who sits on a body: seats, who holds them, what is vacant and who is missing.

    With --against, a named body is checked even if the requirements do not apply to its kind.

    Example: govgraph seats data/worcestershire PAB
    """
    from govgraph import api

    graph = _measured(structure, against, as_at, include, undated=undated)
    answer = api.seats(graph, body, whatever=bool(body and against))
    if format_ is Format.JSON:
        from govgraph.reporting.people_json import seats_as_data

        print_answer(graph, seats_as_data(answer))
    else:
        from govgraph.reporting.membership_text import seats_as_text

        print_told(seats_as_text(graph, answer, reading_width()))


def requirements(
    structure: StructurePath,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write a picture instead, to a .svg, .png, .pdf or .html file.",
        ),
    ] = None,
    against: Against = None,
    theme: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own colours, fonts and logo.")
    ] = None,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
) -> None:
    """Who ought to sit on which bodies, and whether they do.

    Example: govgraph requirements data/requirements/relevant-partners.yaml --as-at 2010-02
    """
    from govgraph import api

    graph = _measured(structure, against, as_at, include, undated=undated)
    answer = api.requirements(graph)
    if output:
        _draw(graph, answer, output, theme)
    elif format_ is Format.JSON:
        from govgraph.reporting.people_json import requirements_as_data

        print_answer(graph, requirements_as_data(answer))
    else:
        from govgraph.reporting.membership_text import requirements_as_text

        print_told(requirements_as_text(graph, answer, reading_width()))


def _draw(
    graph: "AccountabilityGraph", answer: "Membership", output: Path, theme: Path | None
) -> None:
    """Write the picture of coverage into a file."""
    from govgraph.drawing.coverage.matrix import build_coverage_picture
    from govgraph.drawing.theme_file import find_theme
    from govgraph.reporting.coverage_files import render_coverage
    from govgraph.reporting.whole_files import write_whole

    picture = build_coverage_picture(graph, answer)
    write_whole(output, render_coverage(picture, output, find_theme(theme)))
    print_talk(f"wrote {output}")


def _measured(
    structure: Path,
    against: list[Path] | None,
    as_at: str | None,
    include: list[str] | None,
    *,
    undated: bool,
) -> "AccountabilityGraph":
    """The graph of a structure, with the requirements it is to be measured against."""
    from govgraph import api

    loaded = api.against(load_structure(structure), against or ())
    return api.build_graph(loaded, as_at=as_at, include=include or (), undated=undated)
