"""GraphML: nodes as bodies and edges as relations, for yEd, Gephi and the like.

The data of a node are the columns of the table of bodies, those of an edge the columns of
relations. An edge that does not say what it is becomes `linked_to`, a declared kind that makes no
line of account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from govgraph.formats.account import Account, Left
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.fields import Record
from govgraph.formats.files import read_bytes
from govgraph.formats.graphml_elements import Element, Graph, read_graph
from govgraph.formats.graphml_kinds import find_unused, is_of_a_kind, mapping_of, read_kinds
from govgraph.formats.identifiers import slug
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, visible
from govgraph.formats.records import BODY, RELATION
from govgraph.formats.table_cells import WITHIN
from govgraph.formats.tables import Table, documents
from govgraph.formats.values import is_sound_id
from govgraph.model.structure import Structure

_LINK = "linked_to"
_NO_PLACE = "a structure has no place for it"
_NAMES = ("name", "label", "title", "nodelabel")
_KINDS = ("kind", "relation", "type", "label", "edgelabel")
_DRAWN = ("label", "nodelabel", "edgelabel", "absent")
_PLACES = ("x", "y", "z", "xpos", "ypos", "size", "r", "g", "b")


def read_file(path: Path, limits: Limits) -> Account:
    """The bodies and relations of a GraphML file.

    Raises:
        LoadError: it cannot be read, is no GraphML, or something in it is wrong.
    """
    problems = Problems(limits)
    file = visible(str(path))
    content = read_bytes(path, problems)
    graph = None if content is None else read_graph(content, file, problems)
    problems.raise_if_any()
    reading = _GraphReading(file, graph or Graph())
    structure = assemble(reading.documents(problems), problems)
    return Account(structure, reading.taken(structure), tuple(reading.left))


def write_content(structure: Structure) -> bytes:
    """The bytes of a GraphML file with the bodies and relations of a structure.

    Their citations are left out, as the sources are that they name.
    """
    # Imported here, for most commands only read.
    from govgraph.formats.graphml_writing import structure_as_graphml

    return structure_as_graphml(_without_citations(structure))


def find_bent(structure: Structure) -> Iterator[Left]:
    """The kinds that are said nowhere, because nothing is of them."""
    return find_unused(structure)


def _without_citations(structure: Structure) -> Structure:
    """A structure whose bodies and relations cite nothing, for no source would be there."""
    return replace(
        structure,
        bodies=tuple(replace(body, cites=()) for body in structure.bodies),
        relations=tuple(replace(each, cites=()) for each in structure.relations),
    )


class _GraphReading:
    """What the nodes and edges of a file come to."""

    def __init__(self, file: str, graph: Graph) -> None:
        self.file = file
        self.graph = graph
        self.unknown = 0
        self.fields: dict[str, int] = {}
        self.drawn: set[str] = set()
        self.left: list[Left] = []
        self.nodes = [node for node in graph.nodes if node.data.get("absent") != "true"]
        self.ids = {node.id: self._id(node.id) for node in self.nodes}

    def documents(self, problems: Problems) -> list[Document]:
        """The tables of bodies and relations, each cell placed where its element stands."""
        bodies = [self._body(node) for node in self.nodes]
        relations = [self._relation(edge) for edge in self.graph.edges]
        tables = (
            (self._table("bodies", bodies), [node.line for node in self.nodes]),
            (self._table("relations", relations), [edge.line for edge in self.graph.edges]),
        )
        found = []
        for table, lines in tables:
            for document in documents([table], problems):
                root = document.root
                placed = _placed(root, [1, *lines]) if root else None
                found.append(Document(self.file, placed))
        if kinds := self._kinds():
            whole = MapNode({"kinds": Entry(mapping_of(kinds), 1, 1)}, 1, 1)
            found.append(Document(self.file, whole))
        if self.graph.undirected:
            why = "each is read from its source to its target"
            self.left.append(Left(f"{self.graph.undirected} edges have no direction", why))
        for what, count in self.fields.items():
            why = "it says where and how to draw" if what in self.drawn else _NO_PLACE
            self.left.append(Left(f"{what}, {count} times", why))
        return found

    def taken(self, structure: Structure) -> tuple[str, ...]:
        """What became of the nodes and edges, in words."""
        taken = [
            f"{len(structure.bodies)} nodes as bodies",
            f"{len(structure.relations)} edges as relations, from source to target",
        ]
        if self.unknown:
            taken.append(
                f"{self.unknown} edges that do not say what they are as '{_LINK}',"
                " which is no line of account"
            )
        return tuple(taken)

    def _id(self, id_: str) -> str:
        """The id of a node, as it is written if it can be one here."""
        return id_ if is_sound_id(id_) else slug(id_) or "unnamed"

    def _body(self, node: Element) -> dict[str, str]:
        """The cells of a body."""
        cells = self._cells(node, BODY, "node")
        said = {name.casefold(): text for name, text in node.data.items()}
        name = next((said[name] for name in _NAMES if said.get(name, "").strip()), node.id)
        return {"id": self.ids[node.id], **cells, "name": name}

    def _relation(self, edge: Element) -> dict[str, str]:
        """The cells of a relation."""
        cells = self._cells(edge, RELATION, "edge")
        said = {name.casefold(): slug(text).replace("-", "_") for name, text in edge.data.items()}
        if not cells.get("kind"):
            kind = next((said[name] for name in _KINDS if said.get(name)), "")
            self.unknown += not kind
            cells["kind"] = kind or _LINK
        ends = {"from": edge.source, "to": edge.target}
        return {**cells, **{name: self.ids.get(id_, id_) for name, id_ in ends.items()}}

    def _cells(self, element: Element, record: Record, what: str) -> dict[str, str]:
        """The data of an element that are fields of ours; the others are counted."""
        cells = {}
        for name, text in element.data.items():
            if name.split(WITHIN)[0] in record.by_name:
                cells[name] = text
            elif is_of_a_kind(name):
                continue
            elif name.casefold() not in {*_NAMES, *_KINDS, *_DRAWN} and text.strip():
                key = f"the data '{visible(name)}' ({what})"
                self.fields[key] = self.fields.get(key, 0) + 1
                if name.casefold() in _PLACES:
                    self.drawn.add(key)
        return cells

    def _kinds(self) -> dict[str, MapNode]:
        """The kinds that are declared, and that of an edge that does not say what it is."""
        kinds = read_kinds(self.nodes, self.graph.edges)
        if self.unknown:
            link = mapping_of({"class": "liaison", "reads": "is linked to"})
            relations = kinds.setdefault("relations", mapping_of({}))
            relations.entries[_LINK] = Entry(link, 1, 1)
        return kinds

    def _table(self, name: str, rows: Sequence[dict[str, str]]) -> Table:
        """A table of such cells."""
        headings = [*dict.fromkeys(heading for row in rows for heading in row)]
        cells = [[row.get(heading, "") for heading in headings] for row in rows]
        return Table(name, self.file, [headings, *cells])


def _placed(node: Node, lines: Sequence[int]) -> Node:
    """A node with everything in it on the line of its element instead of that of its row."""
    line = lines[min(node.line, len(lines)) - 1]
    if isinstance(node, MapNode):
        entries = {
            name: Entry(_placed(entry.value, lines), lines[min(entry.line, len(lines)) - 1], 1)
            for name, entry in node.entries.items()
        }
        return MapNode(entries, line, 1)
    if isinstance(node, ListNode):
        return ListNode([_placed(item, lines) for item in node.items], line, 1)
    return TextNode(node.text, line, 1)
