"""The formats of pictures as text, into which a structure is converted by drawing it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from govgraph.errors import SettingsError
from govgraph.formats.account import Skipped
from govgraph.formats.format_list import Format
from govgraph.formats.lossy_fields import find_unwritten_fields, label_of
from govgraph.model.bodies import Status
from govgraph.model.seats import Role
from govgraph.model.structure import Structure

_HOLDS = {
    "structure": ("title",),
    "bodies": ("name", "kind", "area", "status", "meets", "count"),
    "relations": ("from", "kind", "to", "scope", "status"),
    "seats": ("body", "role", "held_by", "standing"),
    "people": ("name",),
}
DRAWN = (
    Format(
        "mermaid",
        (".mmd",),
        "",
        "a flowchart as text, which wikis and repositories draw themselves",
        reads=(),
        writes="file",
        holds=_HOLDS,
    ),
    Format(
        "dot",
        (".dot", ".gv"),
        "",
        "a graph as text, to go on with in Graphviz",
        reads=(),
        writes="file",
        holds=_HOLDS,
    ),
)


def find_drawn(path: Path, format_: str = "") -> Format | None:
    """The format of a picture that a name or the suffix of a path asks for, if it is one."""
    suffix = path.suffix.lower()
    asked = (each for each in DRAWN if format_ == each.name or suffix in each.suffixes)
    found = next(asked, None)
    return None if found and format_ not in {"", found.name} else found


def draw_as(structure: Structure, format_: Format) -> tuple[bytes, tuple[Skipped, ...]]:
    """A structure as a picture in text, and everything of it that the picture does not show.

    What is proposed or in shadow is drawn as such; what has ended by the structure's own date, or
    has not begun, is not.

    Raises:
        SettingsError: there is nothing to draw.
    """
    from govgraph.checks.runner import check_structure
    from govgraph.drawing.drawing_forms import render
    from govgraph.drawing.scene.scene import build_diagram, drawn_status
    from govgraph.graph.accountability import AccountabilityGraph

    here = structure.standpoint(None, frozenset({Status.PROPOSED, Status.SHADOW}))
    graph = AccountabilityGraph(structure, here)
    diagram = build_diagram(graph, check_structure(structure, here))
    if not diagram.bodies:
        raise SettingsError("there is no body to draw")
    ((_, content),) = render(diagram, Path(f"structure{format_.suffixes[0]}"))
    drawn = {body.id for body in diagram.bodies}
    outlined = {body.id for body in diagram.bodies if body.area in diagram.areas}
    lines = {(line.from_, line.kind, line.to, line.status) for line in diagram.lines}
    gone = [
        *(body.id for body in structure.bodies if body.id not in drawn),
        *(
            label_of(each)
            for each in structure.relations
            if (*each.key, drawn_status(structure, each).value) not in lines
        ),
    ]
    left = tuple(_left(structure, format_, gone, outlined))
    return content if isinstance(content, bytes) else content.encode(), left


def _left(
    structure: Structure, format_: Format, gone: list[str], outlined: set[str]
) -> Iterator[Skipped]:
    """What a picture does not show."""
    if gone:
        yield Skipped(
            "bodies and relations", "they do not stand at the structure's date", of=tuple(gone)
        )
    chairs = tuple(each for each in structure.seats if each.role is Role.CHAIR)
    others = tuple(label_of(each) for each in structure.seats if each.role is not Role.CHAIR)
    if others:
        yield Skipped(
            "seats of others than the chair", "they have no place in the picture", of=others
        )
    named = {id_ for seat in chairs for id_ in seat.held_by}
    people = tuple(each for each in structure.people if each.id in named)
    unnamed = tuple(each.id for each in structure.people if each.id not in named)
    if unnamed:
        yield Skipped("people who are in no chair", "they have no place in the picture", of=unnamed)
    places = tuple(each.id for each in structure.bodies if each.area and each.id not in outlined)
    if places:
        yield Skipped("'area' of bodies", "only areas among others are outlined", of=places)
    yield from find_unwritten_fields(replace(structure, seats=chairs, people=people), format_)
