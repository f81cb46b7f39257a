"""GraphML: nodes as bodies and edges as relations, for yEd, Gephi and the like.

The data of a node are the columns of the table of bodies, those of an edge the columns of
relations. An edge that does not say what it is becomes `linked_to`, a declared kind that makes no
line of account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from govgraph.errors import LoadError
from govgraph.formats.account import Account, Skipped
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.files import read_bytes
from govgraph.formats.graphml_data import GraphRecords
from govgraph.formats.graphml_elements import Graph, read_graph
from govgraph.formats.graphml_kinds import find_unused
from govgraph.formats.graphml_reader import GraphReader
from govgraph.formats.graphml_rows import Row
from govgraph.formats.ledger import close_account
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, visible
from govgraph.formats.tables import Table, documents
from govgraph.model.structure import Structure

_WHOLE = {
    "bodies": frozenset({"id", "name", "kind"}),
    "relations": frozenset({"from", "to", "kind"}),
}
"""The cells without which there is no body or relation."""


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
    records = GraphRecords(file, graph or Graph())
    reader = GraphReader(records)
    tables = {"bodies": reader.bodies(), "relations": reader.relations()}
    kinds = reader.kinds(tables["relations"])
    if not records.is_ours and any(map(_has_fields, tables, tables.values())):
        _refuse_cells(file, tables, kinds, limits)
    structure = assemble(_documents(file, tables, kinds, problems, placed=True), problems)
    reader.settle([row for rows in tables.values() for row in rows])
    return close_account(structure, records.ledger, reader.notes())


def write_content(structure: Structure) -> bytes:
    """The bytes of a GraphML file with the bodies and relations of a structure.

    Their citations are left out, as the sources are that they name.
    """
    # Imported here, for most commands only read.
    from govgraph.formats.graphml_writing import structure_as_graphml

    return structure_as_graphml(_without_citations(structure))


def find_lossy_fields(structure: Structure) -> Iterator[Skipped]:
    """The kinds that are said nowhere, because nothing is of them."""
    return find_unused(structure)


def _without_citations(structure: Structure) -> Structure:
    """A structure whose bodies and relations cite nothing, for no source would be there."""
    return replace(
        structure,
        bodies=tuple(replace(body, cites=()) for body in structure.bodies),
        relations=tuple(replace(each, cites=()) for each in structure.relations),
    )


def _has_fields(table: str, rows: Sequence[Row]) -> bool:
    """Whether any cell is there that may not say what it must."""
    return any(not {*row.cells} <= _WHOLE[table] | {"note"} for row in rows)


def _refuse_cells(
    file: str, tables: dict[str, list[Row]], kinds: MapNode | None, limits: Limits
) -> None:
    """Take cells out that do not say what a field of that name says here.

    The data of somebody else's file may have the name of a field of ours, and mean something else.
    """
    trial = Problems(replace(limits, problems=limits.nodes))
    try:
        assemble(_documents(file, tables, kinds, trial, placed=False), trial)
    except LoadError as error:
        headings = {name: _headings(rows) for name, rows in tables.items()}
        for problem in error.problems:
            name, place = problem.place.file, problem.place
            if name in tables and 1 < place.line <= len(tables[name]) + 1:
                heading = headings[name][place.column - 1]
                if heading.partition(".")[0] not in _WHOLE[name]:
                    tables[name][place.line - 2].refuse(heading, problem.message)


def _documents(
    file: str,
    tables: dict[str, list[Row]],
    kinds: MapNode | None,
    problems: Problems,
    *,
    placed: bool,
) -> list[Document]:
    """The rows as tables, each cell placed where its element stands, or in its row and column."""
    found = []
    for name, rows in tables.items():
        headings = _headings(rows)
        cells = [[row.cells.get(heading, "") for heading in headings] for row in rows]
        table = Table(name, file if placed else name, [headings, *cells])
        for document in documents([table], problems):
            root = document.root
            if root and placed:
                root = _placed(root, [1, *(row.element.line for row in rows)])
            found.append(Document(document.file, root))
    whole = MapNode({"kinds": Entry(kinds, 1, 1)}, 1, 1) if kinds else None
    return [*found, *([Document(file, whole)] if whole else [])]


def _headings(rows: Sequence[Row]) -> list[str]:
    """Every cell that any of some rows has."""
    return [*dict.fromkeys(heading for row in rows for heading in row.cells)]


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
