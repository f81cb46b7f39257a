"""The lists: what a structure holds, table by table."""

from enum import StrEnum
from typing import Annotated

import typer

from govgraph.cli.loading import Asked, load_asked
from govgraph.cli.options import (
    AsAt,
    AsRegister,
    Focus,
    Format,
    FormatOption,
    Include,
    OfArea,
    OfKind,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_answer, print_told, screen_width


class Listed(StrEnum):
    """What can be listed."""

    BODIES = "bodies"
    RELATIONS = "relations"
    SEATS = "seats"
    PEOPLE = "people"
    SOURCES = "sources"


def list_(
    structure: StructurePath,
    what: Annotated[Listed, typer.Argument(help="What to list.")] = Listed.BODIES,
    *,
    format_: FormatOption = Format.TEXT,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    register: AsRegister = False,
    focus: Focus = "",
    area: OfArea = None,
    kind: OfKind = None,
) -> None:
    """List bodies, relations, seats, people or sources, with whether they are in force.

    For a register it lists one part: a body, an area or a kind.

    Example: govgraph list data/worcestershire seats
    """
    asked = Asked.of(locals())
    from govgraph.reporting.listing import build_listing, listing_as_data, listing_as_text

    graph, _ = load_asked(asked)
    listing = build_listing(graph, what)
    if format_ is Format.JSON:
        print_answer(graph, listing_as_data(listing))
    else:
        print_told(listing_as_text(listing, screen_width()), wide=True)
