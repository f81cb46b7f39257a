"""The questions of a structure: show, chain, reports, paths, common, impact."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from govgraph.cli.options import (
    AsAt,
    AsRegister,
    BodyName,
    Format,
    FormatOption,
    Include,
    Most,
    Presume,
    StructurePath,
    Undated,
    refuse_options,
)
from govgraph.cli.output import print_answer, print_told
from govgraph.errors import QuestionError

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph


def show(
    structure: StructurePath,
    body: BodyName,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
) -> None:
    """Everything known of a body: both directions, seats, dates, sources.

    Example: govgraph show data/hampshire "Hart Local Children's Partnership"
    """
    from govgraph import api
    from govgraph.reporting.answer_json import profile_as_data
    from govgraph.reporting.profile_text import profile_as_text

    asked = Asked("show", (body,), as_register=register)
    graph, names = _graph(structure, asked, as_at, include, undated=undated)
    answer = api.show(graph, names[0])
    _print(graph, format_, lambda: profile_as_text(graph, answer), lambda: profile_as_data(answer))


def chain(
    structure: StructurePath,
    body: BodyName,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    presume: Presume = False,
    most: Most = 1000,
    through_seats: Annotated[
        bool, typer.Option("--through-seats", help="Also who sits on both of two bodies.")
    ] = False,
) -> None:
    """Upward from a body to the apex: every line, how firm, and where and why it stops.

    Example: govgraph chain data/oxfordshire "Central Local Partnership" --as-at 2009-05
    --include proposed
    """
    from govgraph import api
    from govgraph.reporting.answer_json import chains_as_data
    from govgraph.reporting.answer_text import chains_as_text

    asked = Asked("chain", (body,), as_register=register)
    graph, names = _graph(structure, asked, as_at, include, presume=presume, undated=undated)
    answer = api.chain(graph, names[0], most=most)
    if not through_seats:
        _print(
            graph, format_, lambda: chains_as_text(graph, answer), lambda: chains_as_data(answer)
        )
        return
    from govgraph.reporting.people_json import ties_as_data
    from govgraph.reporting.ties_text import ties_as_text

    ties = api.ties(graph, names[0])
    _print(
        graph,
        format_,
        lambda: f"{chains_as_text(graph, answer)}\n\n{ties_as_text(graph, ties)}",
        lambda: chains_as_data(answer) | {"through_seats": ties_as_data(ties)},
    )


def reports(
    structure: StructurePath,
    body: BodyName,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    presume: Presume = False,
) -> None:
    """Who answers to a body: directly, and all below, as a tree.

    Example: govgraph reports data/worcestershire "Worcestershire Partnership"
    """
    from govgraph import api
    from govgraph.reporting.answer_json import reports_as_data
    from govgraph.reporting.answer_text import reports_as_text

    asked = Asked("reports", (body,), as_register=register)
    graph, names = _graph(structure, asked, as_at, include, presume=presume, undated=undated)
    answer = api.reports(graph, names[0])
    _print(graph, format_, lambda: reports_as_text(graph, answer), lambda: reports_as_data(answer))


def paths(
    structure: StructurePath,
    body: BodyName,
    superior: Annotated[
        str, typer.Argument(metavar="SUPERIOR", help="The body at the top.", show_default=False)
    ],
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    presume: Presume = False,
    most: Most = 1000,
) -> None:
    """Every way upward from one body to another.

    Example: govgraph paths data/worcestershire "Management Information Group" "Trust Board"
    """
    from govgraph import api
    from govgraph.reporting.answer_json import paths_as_data
    from govgraph.reporting.answer_text import paths_as_text

    asked = Asked("paths", (body, superior), as_register=register)
    graph, names = _graph(structure, asked, as_at, include, presume=presume, undated=undated)
    answer = api.paths(graph, names[0], names[1], most=most)
    _print(graph, format_, lambda: paths_as_text(graph, answer), lambda: paths_as_data(answer))


def common(
    structure: StructurePath,
    bodies: Annotated[
        list[str],
        typer.Argument(metavar="BODY BODY...", help="Two or more bodies.", show_default=False),
    ],
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    presume: Presume = False,
) -> None:
    """The nearest body that two or more bodies all answer to.

    Example: govgraph common data/oxfordshire CLP SLP --as-at 2009
    """
    from govgraph import api
    from govgraph.reporting.answer_json import common_as_data
    from govgraph.reporting.answer_text import common_as_text

    asked = Asked("common", bodies, as_register=register)
    graph, names = _graph(structure, asked, as_at, include, presume=presume, undated=undated)
    if len(bodies) == 1:
        raise QuestionError("name two bodies or more, to find what they all answer to")
    answer = api.common(graph, names)
    _print(graph, format_, lambda: common_as_text(graph, answer), lambda: common_as_data(answer))


def impact(
    structure: StructurePath,
    body: BodyName,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    presume: Presume = False,
) -> None:
    """Who would lose their last line of account without a body.

    Example: govgraph impact data/oxfordshire "Children's Trust" --as-at 2009
    """
    from govgraph import api
    from govgraph.reporting.answer_json import impact_as_data
    from govgraph.reporting.answer_text import impact_as_text

    asked = Asked("impact", (body,), as_register=register)
    graph, names = _graph(structure, asked, as_at, include, presume=presume, undated=undated)
    answer = api.impact(graph, names[0])
    _print(graph, format_, lambda: impact_as_text(graph, answer), lambda: impact_as_data(answer))


class Asked(NamedTuple):
    """A question: which, of which bodies, and whether they stand in a register for certain."""

    question: str
    bodies: Sequence[str]
    as_register: bool


def _graph(
    structure: Path,
    asked: Asked,
    as_at: str | None,
    include: list[str] | None,
    *,
    presume: bool = False,
    undated: bool = False,
) -> "tuple[AccountabilityGraph, Sequence[str]]":
    """The accountability graph that a question is asked of, and the bodies to ask it of.

    Of a register it is that of an excerpt, in which the bodies go by their ids.
    """
    from govgraph import api
    from govgraph.cli.registers import cut_excerpt, is_register

    bodies = asked.bodies
    if is_register(structure, told=asked.as_register):
        refuse_options("registers", undated=undated)
        loaded, bodies = cut_excerpt(structure, asked.question, bodies)
    else:
        loaded = api.load(structure)
    graph = api.build_graph(
        loaded, as_at=as_at, include=include or (), presume=presume, undated=undated
    )
    return graph, bodies


def _print(
    graph: "AccountabilityGraph",
    format_: Format,
    text: Callable[[], str],
    data: Callable[[], dict[str, Any]],
) -> None:
    """Print an answer in the form asked for."""
    if format_ is Format.JSON:
        print_answer(graph, data())
    else:
        print_told(text())
