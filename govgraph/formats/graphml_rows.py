"""The cells of a body or relation, from what is said of a node or edge.

An edge that says a kind of relation, in any of the fields in which programs write such words, is of
that kind. Any other is `linked_to`, which makes no line of account, and keeps its words as a note.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from govgraph.formats.fields import Record
from govgraph.formats.graphml_data import DEFAULTED, LABEL, GraphRecords, Said
from govgraph.formats.graphml_elements import EDGE, NODE, Element
from govgraph.formats.graphml_kinds import is_of_a_kind, read_kinds
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.importing import NO_PLACE
from govgraph.formats.ledger import WITH_RECORD
from govgraph.formats.nodes import MapNode, TextNode
from govgraph.formats.problems import shown
from govgraph.formats.record_fields import BODY, RELATION
from govgraph.formats.standard_words import StandardWords
from govgraph.formats.table_cells import WITHIN, join_cell
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

LINK = "linked_to"
_NAMES = ("name", "label", "title", LABEL)
_KINDS = (
    "kind", "relation", "relationship", "type", "label", "edge label", "edgelabel", "interaction",
    LABEL,
)  # fmt: skip
"""Where an edge says what it is; Gephi has `Edge Label`, Cytoscape `interaction`."""
_NOTES = ("description", "desc")
_SORTS = ("kind", "labels")
"""Where a node says what it is; Neo4j has `labels`."""
_ENDS = ("from", "to")
DRAWING = "it says where and how to draw"
DRAWN = {
    "x", "y", "z", "xpos", "ypos", "size", "r", "g", "b", "nodegraphics", "edgegraphics",
    "portgraphics", "portgeometry", "portuserdata", "resources", "yfiles.foldertype",
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Row:
    """The cells of one body or relation.

    Attributes:
        origins: which cell each thing that is said of the element went into.
        refused: the cells that were taken out again, and why.
    """

    element: Element
    cells: dict[str, str] = field(default_factory=dict)
    origins: list[tuple[str, Said]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def add(self, cell: str, said: Said, text: str = "") -> None:
        """Put something that is said of the element into a cell."""
        self.cells[cell] = text or said.text
        self.origins.append((cell, said))

    def note(self, said: Iterable[Said]) -> None:
        """Keep words as a note."""
        for each in said:
            texts = [*filter(None, (self.cells.get("note"), " ".join(each.text.split())))]
            self.add("note", each, "; ".join(dict.fromkeys(texts)))

    def refuse(self, cell: str, why: str) -> bool:
        """Take a cell out that does not say what it must; whether it was said in the file."""
        if cell not in self.cells or cell not in {name for name, _ in self.origins}:
            return False
        del self.cells[cell]
        self.refused[cell] = why
        return True


class Rows:
    """Makes rows of nodes and edges, and tells the ledger of what is said of them."""

    def __init__(self, records: GraphRecords) -> None:
        self.ledger = records.ledger
        self.is_ours = records.is_ours
        self.used_defaults: set[object] = set()
        self.kinds: dict[str, str] = {}
        graph = records.graph
        self.said = {
            id(each): tuple(records.said_of(each)) for each in (*graph.of(NODE), *graph.of(EDGE))
        }
        self.declared = read_kinds(
            map(self.by_name, graph.of(NODE)), map(self.by_name, graph.of(EDGE))
        )
        reads = {id_: kind.reads for id_, kind in RELATION_KINDS.items()}
        self._reads = reads | _said_in(self.declared, "relations", "reads")
        self._relations = StandardWords(self._reads)
        names = {id_: kind.name for id_, kind in BODY_KINDS.items()}
        self._bodies = StandardWords(names | _said_in(self.declared, "bodies", "name"))
        self._kind_ids = Identifiers()
        self._kind_ids.taken.update(BODY_KINDS)

    def by_name(self, element: Element) -> dict[str, str]:
        """What is said of an element, the first under each name."""
        return {said.name: said.text for said in reversed(self.said[id(element)])}

    def body(self, node: Element) -> Row:
        """The cells of a body, but for its id."""
        row = Row(node)
        said = self._fields(row, BODY, self.said[id(node)], {"name", "kind"})
        name = self._name(row, said)
        row.cells.setdefault("name", node.id)
        for each in said:
            plain = each.name.casefold()
            if plain in _NOTES or (plain in _NAMES and not self.is_ours):
                row.note([each])
            elif plain in _SORTS:
                self._kind(row, each)
            elif plain in _NAMES:
                self._skip(each, f"the name is '{shown(name)}'")
            else:
                self._skip(each)
        return row

    def relation(self, edge: Element) -> Row:
        """The cells of a relation, but for its ends."""
        row = Row(edge)
        said = self._fields(row, RELATION, self.said[id(edge)], {"kind", *_ENDS})
        words = [each for name in _KINDS for each in said if each.name.casefold() == name]
        meant = next((each for each in words if self._relation_meant(each)), None)
        if meant:
            row.add("kind", meant, self._relation_meant(meant))
        row.cells.setdefault("kind", LINK)
        for each in said:
            if each is meant:
                continue
            if each in words and self._says(each, row.cells["kind"]):
                row.origins.append(("kind", each))
            elif each in words or each.name.casefold() in _NOTES:
                row.note([each])
            elif each.name in _ENDS:
                self._skip(each, "the ends of an edge are its source and target")
            else:
                self._skip(each)
        return row

    def settle(self, row: Row) -> None:
        """Tell the ledger of everything that went into a row."""
        told = set()
        for cell, said in row.origins:
            if said.kind == DEFAULTED:
                self.used_defaults.add(said.key)
            elif said not in told:
                told.add(said)
                if cell in row.refused:
                    self.ledger.skipped(said.kind, said.key, row.refused[cell])
                else:
                    self.ledger.imported(said.kind, said.key, f"its {cell}")

    def skip_all(self, element: Element) -> None:
        """Tell the ledger that what is said of an element goes with it."""
        for said in self.said[id(element)]:
            self._skip(said, WITH_RECORD)

    def _fields(
        self, row: Row, record: Record, all_said: Iterable[Said], later: set[str]
    ) -> list[Said]:
        """Fill the cells that are fields of ours, and give the rest of what is said."""
        rest = []
        for said in all_said:
            if not said.text.strip():
                self._skip(said)
            elif said.name in later:
                rest.append(said)
            elif said.name in row.cells:
                self._skip(said, f"an earlier one says '{shown(row.cells[said.name])}'")
            elif said.name.split(WITHIN)[0] in record.by_name:
                row.add(said.name, said)
            elif is_of_a_kind(said.name):
                row.origins.append(("kind", said))
            else:
                rest.append(said)
        return rest

    def _name(self, row: Row, said: list[Said]) -> str:
        """Fill the name, and take everything that says it from the rest; which name it is."""
        named = [each for name in _NAMES for each in said if each.name.casefold() == name]
        if not named:
            return ""
        first = named[0]
        text = first.text if first.name == "name" else " ".join(first.text.split())
        row.add("name", first, text)
        for each in named:
            # yEd breaks names into lines, and ours are broken for it.
            if each is first or "".join(each.text.split()) == "".join(text.split()):
                said.remove(each)
                if each is not first:
                    row.origins.append(("name", each))
        return text

    def _kind(self, row: Row, said: Said) -> None:
        """Fill the kind of a body: one of ours, or one that is declared by its words."""
        labels = said.text.split(":") if said.name == "labels" else [said.text]
        words = [text for label in labels if (text := " ".join(label.split()))]
        known = next(filter(self._bodies.meant_by, words), "")
        kind = said.text if self.is_ours else self._kind_meant(known or " ".join(words))
        if known and len(words) > 1:
            row.cells.setdefault("tags", join_cell([each for each in words if each != known]))
        if row.cells.setdefault("kind", kind) == kind:
            row.origins.append(("kind", said))
        else:
            self._skip(said, f"the kind is '{shown(row.cells['kind'])}'")

    def _kind_meant(self, words: str) -> str:
        """The kind of body that some words say, declared where it is not known."""
        known = self._bodies.meant_by(words)
        if known:
            return known
        id_ = self._kind_ids.of(words.casefold(), words)
        self.kinds.setdefault(id_, words)
        return id_

    def _relation_meant(self, said: Said) -> str:
        """The kind of relation that some words say; in a file of ours, whatever it is."""
        if self.is_ours and said.name == "kind":
            return said.text
        return self._relations.meant_by(" ".join(said.text.split()))

    def _says(self, said: Said, kind: str) -> bool:
        """Whether some words say a kind of relation that another field says."""
        text = " ".join(said.text.split())
        return text in {kind, self._reads.get(kind)} or self._relations.meant_by(text) == kind

    def _skip(self, said: Said, why: str = "") -> None:
        """Tell the ledger that something that is said of an element is not in the structure."""
        is_drawn = said.name.casefold() in DRAWN or not said.text.strip()
        reason = why or (DRAWING if is_drawn else NO_PLACE)
        if said.kind != DEFAULTED:
            self.ledger.skipped(said.kind, said.key, reason)


def _said_in(declared: Mapping[str, MapNode], part: str, name: str) -> dict[str, str]:
    """What kinds that a file declares are called, by their ids."""
    found = {}
    for id_, entry in declared[part].entries.items() if part in declared else ():
        kind = entry.value
        if isinstance(kind, MapNode) and name in kind.entries:
            said = kind.entries[name].value
            found[id_] = (said.text or "") if isinstance(said, TextNode) else ""
    return found
