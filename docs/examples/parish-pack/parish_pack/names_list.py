"""A list of bodies as a clerk keeps it: a name a line, and after `<` to whom it answers."""

from pathlib import Path

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.format_list import Format
from govgraph.formats.limits import Limits
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure

FORMAT = Format(
    "names",
    (".names",),
    module="parish_pack.names_list",
    says="a clerk's list: a name a line, < and to whom it answers",
    writes="file",
    holds={"bodies": ("name",), "relations": ("from", "to")},
)


def read_file(path: Path, limits: Limits) -> Structure:
    """The structure in a list.

    Args:
        path: the file.
        limits: how much a file may ask for.

    Raises:
        LoadError: a line begins with `<`; every such line is named.
    """
    del limits  # a list is read line by line
    lines = path.read_text(encoding="utf-8").splitlines()
    problems = [
        Problem(Place(str(path), number, 1), "a line begins with the name of a body")
        for number, line in enumerate(lines, 1)
        if line.lstrip().startswith("<")
    ]
    if problems:
        raise LoadError(tuple(problems))
    bodies: list[Body] = []
    relations: list[Relation] = []
    for number, line in enumerate(lines, 1):
        name, _, above = (part.strip() for part in line.partition("<"))
        if name:
            place = Place(str(path), number, 1)
            bodies.append(Body(id=_id(name), name=name, apex=not above, place=place))
            if above:
                above_it = Relation(
                    from_body=_id(name), kind="accountable_to", to_body=_id(above), place=place
                )
                relations.append(above_it)
    return Structure(id=path.stem, bodies=tuple(bodies), relations=tuple(relations))


def write_content(structure: Structure) -> bytes:
    """The list that says the same: the first line of account of each body."""
    above = {r.from_body: r.to_body for r in reversed(structure.relations)}
    lines = (
        f"{body.name} < {structure.name_of(above[body.id])}" if body.id in above else body.name
        for body in structure.bodies
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _id(name: str) -> str:
    return "-".join(name.lower().split())
