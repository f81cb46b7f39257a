"""Kinds that an author declared, in GraphML: said on each node and edge that is of one.

A graph has no place for declarations of its own, and a kind that nobody declares is a fault.
"""

from collections.abc import Iterable, Iterator, Mapping

from govgraph.formats.account import Skipped
from govgraph.formats.nodes import Entry, MapNode, TextNode
from govgraph.model.kinds import RelationClass
from govgraph.model.structure import Structure

_SAID = "kind_"
OF_A_BODY = ("name", "like", "class")
OF_A_RELATION = ("class", "reads")


def is_of_a_kind(name: str) -> bool:
    """Whether a piece of data is about the kind of its node or edge."""
    return name in said_of_kinds((*OF_A_BODY, *OF_A_RELATION))


def said_of_kinds(fields: tuple[str, ...]) -> tuple[str, ...]:
    """What these fields of a kind are called on a node or edge."""
    return tuple(f"{_SAID}{field}" for field in fields)


def body_kind_cells(structure: Structure, kind: str) -> dict[str, object]:
    """What is said on a node of its kind, where that is declared."""
    declared = {each.id: each for each in structure.body_kinds}.get(kind)
    if declared is None:
        return {}
    class_ = str(declared.declared_class or "")
    return {
        f"{_SAID}name": declared.name,
        f"{_SAID}like": declared.like,
        f"{_SAID}class": class_,
    }


def relation_kind_cells(structure: Structure, kind: str) -> dict[str, object]:
    """What is said on an edge of its kind, where that is declared."""
    declared = {each.id: each for each in structure.relation_kinds}.get(kind)
    if declared is None:
        return {}
    return {f"{_SAID}class": str(declared.relation_class), f"{_SAID}reads": declared.reads}


def find_unused(structure: Structure) -> Iterator[Skipped]:
    """The declared kinds of which nothing is, and which are therefore said nowhere."""
    bodies = {body.kind for body in structure.bodies}
    relations = {relation.kind for relation in structure.relations}
    unused = (
        *(kind.id for kind in structure.body_kinds if kind.id not in bodies),
        *(kind.id for kind in structure.relation_kinds if kind.id not in relations),
    )
    if unused:
        yield Skipped("kinds that nothing is of", "a kind is said on what is of it", of=unused)


def read_kinds(
    nodes: Iterable[Mapping[str, str]], edges: Iterable[Mapping[str, str]]
) -> dict[str, MapNode]:
    """The parts of `kinds` that the data of nodes and edges declare, each with its kinds."""
    bodies = dict(_each(nodes, OF_A_BODY))
    relations = {
        kind: said
        for kind, said in _each(edges, OF_A_RELATION)
        if said.get("class") in {*RelationClass}
    }
    parts = {"bodies": bodies, "relations": relations}
    return {
        part: mapping_of({kind: mapping_of(said) for kind, said in kinds.items()})
        for part, kinds in parts.items()
        if kinds
    }


def mapping_of(fields: dict[str, str] | dict[str, MapNode]) -> MapNode:
    """Fields as a node, at the beginning of the file."""
    nodes = {
        name: TextNode(value, 1, 1) if isinstance(value, str) else value
        for name, value in fields.items()
    }
    return MapNode({name: Entry(node, 1, 1) for name, node in nodes.items()}, 1, 1)


def _each(
    elements: Iterable[Mapping[str, str]], fields: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each kind that elements say something of, with that."""
    for element in elements:
        said = {field: element.get(f"{_SAID}{field}", "") for field in fields}
        kind = element.get("kind", "")
        if kind and said[fields[0]]:
            yield kind, {field: text for field, text in said.items() if text}
