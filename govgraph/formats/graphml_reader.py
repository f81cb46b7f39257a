"""What becomes of the elements of a graph: nodes as bodies, edges as relations.

A node within another is part of it. What joins more than two nodes is no relation, and is named.
"""

from collections import Counter
from collections.abc import Sequence

from govgraph.formats.account import Skipped
from govgraph.formats.graphml_data import ENDPOINT, GROUP, GraphRecords
from govgraph.formats.graphml_elements import EDGE, GRAPH, KEY, NODE, ROOT, Element
from govgraph.formats.graphml_kinds import mapping_of
from govgraph.formats.graphml_rows import DRAWING, DRAWN, LINK, Row, Rows
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.importing import NO_PLACE
from govgraph.formats.ledger import WITH_RECORD
from govgraph.formats.nodes import Entry, MapNode
from govgraph.wording.lists import count_words

_PART = "part_of"
_ENDS = {"from": "source", "to": "target"}
_UNNAMED = "node"


class GraphReader:
    """What the counted elements of a file come to."""

    def __init__(self, records: GraphRecords) -> None:
        self.records = records
        self.ledger = records.ledger
        self.rows = Rows(records)
        self.nodes = records.graph.of(NODE)
        self.edges = records.graph.of(EDGE)
        self.ids = Identifiers()
        ends = [edge.attributes.get(end, "") for edge in self.edges for end in _ENDS.values()]
        self.ids.keep([*(node.id for node in self.nodes), *ends])
        self.endpoints = Counter(id(each.within) for each in records.graph.of(ENDPOINT))
        self.members = {id(node.within) for node in self.nodes}
        self.absent = {
            id(node) for node in self.nodes if self.rows.by_name(node).get("absent") == "true"
        }

    def bodies(self) -> list[Row]:
        """A row for each node, unless it stands only for the end of a relation."""
        rows = []
        for node in self.nodes:
            if id(node) in self.absent:
                self.ledger.imported(NODE, id(node), "end of relations that is no body")
                self.rows.skip_all(node)
                continue
            row = self.rows.body(node)
            row.cells = {"id": self._id(node), **row.cells}
            rows.append(row)
            self.ledger.imported(NODE, id(node), "body")
        return rows

    def relations(self) -> list[Row]:
        """A row for each edge that has two ends, and for each node within another."""
        rows = []
        for edge in self.edges:
            missing = [end for end in _ENDS.values() if not edge.attributes.get(end)]
            if missing:
                self.ledger.skipped(EDGE, id(edge), f"it has no {missing[0]}")
                self.rows.skip_all(edge)
                continue
            row = self.rows.relation(edge)
            row.cells |= {end: self._id_of(edge.attributes[at]) for end, at in _ENDS.items()}
            is_link = row.cells["kind"] == LINK and not self.records.is_ours
            kind = f" of the kind {LINK}, which is no line of account" if is_link else ""
            self.ledger.imported(EDGE, id(edge), f"relation{kind}")
            rows.append(row)
        return rows + self._containment(rows)

    def kinds(self, relations: Sequence[Row]) -> MapNode | None:
        """The kinds that the file declares, and those that its words need."""
        parts = self.rows.declared
        if any(row.cells["kind"] == LINK for row in relations) and not self.records.is_ours:
            link = mapping_of({"class": "liaison", "reads": "is linked to"})
            relation_kinds = parts.setdefault("relations", mapping_of({}))
            relation_kinds.entries.setdefault(LINK, Entry(link, 1, 1))
        for id_, name in self.rows.kinds.items():
            body_kinds = parts.setdefault("bodies", mapping_of({}))
            body_kinds.entries.setdefault(id_, Entry(mapping_of({"name": name}), 1, 1))
        return mapping_of(parts) if parts else None

    def settle(self, rows: Sequence[Row]) -> None:
        """Say what became of everything that is said of bodies and relations, and of the rest."""
        for row in rows:
            self.rows.settle(row)
        for element in self.records.graph.elements:
            if element.kind == KEY:
                self._settle_key(element)
            elif element.kind not in {NODE, EDGE}:
                self._settle_other(element)

    def notes(self) -> tuple[Skipped, ...]:
        """That edges have no direction, or are drawn in another, than that they are read in."""
        undirected = [edge for edge in self.edges if not _is_directed(edge)]
        backward = [edge for edge in self.edges if any(each.is_backward for each in edge.data)]
        number = count_words
        said = (
            (undirected, f"{number(len(undirected), 'edge has', 'edges have')} no direction"),
            (backward, f"{number(len(backward), 'arrow is', 'arrows are')} drawn at the source"),
        )
        why = "each is read from its source to its target"
        found = ((what, tuple(map(_named, edges))) for edges, what in said if edges)
        return tuple(Skipped(what, why, of=of) for what, of in found)

    def _id(self, node: Element) -> str:
        """The id of a node, as it is written if it can be one here."""
        return self._id_of(node.id) if node.id else self.ids.of(("node", id(node)), _UNNAMED)

    def _id_of(self, written: str) -> str:
        """The id that is written for a node or the end of an edge; in a file of ours, just that."""
        return written if self.records.is_ours else self.ids.of(("id", written))

    def _containment(self, edges: Sequence[Row]) -> list[Row]:
        """A row for each node that stands within another, unless an edge says so."""
        said = {(row.cells["from"], row.cells["kind"], row.cells["to"]) for row in edges}
        rows = []
        for node in self.nodes:
            group = node.within.within if node.within else None
            if group is None or group.kind != NODE or {id(node), id(group)} & self.absent:
                continue
            cells = {"from": self._id(node), "kind": _PART, "to": self._id(group)}
            if tuple(cells.values()) not in said:
                rows.append(Row(node, cells))
        return rows

    def _settle_key(self, key: Element) -> None:
        """Say what became of a key: the name of something, once anything stands under it."""
        self.ledger.imported(KEY, id(key), "name of data")
        for said in self.records.said_of(key):
            if said.key in self.rows.used_defaults:
                self.ledger.imported(said.kind, said.key, "what those say that say nothing else")
            else:
                self.ledger.skipped(said.kind, said.key, NO_PLACE)

    def _settle_other(self, element: Element) -> None:
        """Say what became of a graph, and of what is neither node, edge, key nor graph."""
        kind = self.records.kind_of(element)
        if kind == GRAPH:
            self.ledger.imported(kind, id(element), "structure")
        elif kind == GROUP:
            self._settle_group(element)
        elif kind == "hyperedge":
            ends = self.endpoints[id(element)]
            why = f"it is a hyperedge with {ends} endpoints; a relation has one at either end"
            self.ledger.skipped(kind, id(element), why)
        elif kind == ENDPOINT:
            self.ledger.skipped(kind, id(element), WITH_RECORD)
        elif kind != ROOT:
            self.ledger.skipped(kind, id(element), NO_PLACE)
        for said in self.records.said_of(element):
            drawn = said.name in DRAWN or not said.text
            self.ledger.skipped(said.kind, said.key, DRAWING if drawn else NO_PLACE)

    def _settle_group(self, group: Element) -> None:
        """Say what became of a graph within an element: its nodes are part of that."""
        if id(group) not in self.members:
            self.ledger.skipped(GROUP, id(group), "nothing is within it")
        elif group.within and group.within.kind == NODE:
            self.ledger.imported(GROUP, id(group), "part of the node around it")
        else:
            self.ledger.skipped(GROUP, id(group), "it is within an edge, of which nothing is part")


def _is_directed(edge: Element) -> bool:
    """Whether an edge has a direction: its own word, or that of the graph it stands in."""
    graph = edge.within.attributes if edge.within else {}
    default = str(graph.get("edgedefault") != "undirected")
    return edge.attributes.get("directed", default).casefold() == "true"


def _named(edge: Element) -> str:
    """An edge by its id, or its ends."""
    return edge.id or " to ".join(edge.attributes.get(end, "") for end in _ENDS.values())
