"""The rows of a table of somebody else's as bodies and relations."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govgraph.formats.account import Skipped
from govgraph.formats.edge_columns import NAMES, OF_BODIES, ColumnMap
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode, entry_of
from govgraph.formats.problems import Reading, shown, visible
from govgraph.formats.values import plain
from govgraph.model.bodies import ApexBasis
from govgraph.model.kinds import RELATION_KINDS, RelationKind
from govgraph.model.names import normalise

SEPARATORS = ("\n", ";", "|", "/", ",", "&", " and ")
"""What people put between several superiors in one cell; a line break first, if there is any."""


class Rows(NamedTuple):
    """The rows of a file or sheet, and which column each field stands in."""

    reading: Reading
    rows: Sequence[Sequence[str]]
    headings: int
    columns: Mapping[str, int]


class Edges:
    """Makes of each row its relations, and of each name a body."""

    def __init__(self, found: Rows, how: ColumnMap) -> None:
        """Begin with none."""
        self.found = found
        self.how = how
        self.ids = Identifiers()
        self.bodies: dict[str, MapNode] = {}
        self.named: set[str] = set()
        self.relations: list[MapNode] = []
        self.above: dict[str, TextNode] = {}
        self.tops: list[TextNode] = []
        self.made: dict[int, str] = {}
        self.refused_rows: dict[int, str] = {}
        self.refused_cells: dict[tuple[int, int], str] = {}
        heads = found.rows[found.headings]
        self.left = [
            Skipped(f"the column '{visible(head.strip())}'", "it was not named with --map")
            for number, head in enumerate(heads)
            if head.strip() and number not in found.columns.values()
        ]

    def add(self, number: int) -> None:
        """Take one row."""
        if not any(cell.strip() for cell in self.found.rows[number]):
            return
        body = self._body("from", number)
        if body is None:
            what = f"nothing stands under '{self.how.columns['from']}'"
            place = self.found.reading.place(MapNode({}, number + 1, 1))
            self.left.append(Skipped("a row", what, place))
            self.refused_rows[number] = what
            return
        self._describe(body, number)
        above = list(self._superiors(number))
        for superior in above:
            self._relate(body, superior, number)
        if not above:
            self.tops.append(body)
        self.made[number] = "relation" if above else "body"

    def root(self) -> MapNode:
        """The bodies, relations and the table itself as sections."""
        bodies = {id_: entry_of(node) for id_, node in self.bodies.items()}
        sections: dict[str, Node] = {
            "bodies": MapNode(bodies, 1, 1),
            "relations": ListNode(list(self.relations), 1, 1),
        }
        if self.how.cite:
            title = MapNode({"title": entry_of(TextNode(self.how.cite, 1, 1))}, 1, 1)
            sections["sources"] = MapNode({self._source: entry_of(title)}, 1, 1)
        return MapNode({name: entry_of(node) for name, node in sections.items()}, 1, 1)

    def mark_top(self) -> str:
        """Mark the one row that names no superior as the end of the chains, and say so."""
        kinds = {self._kind(relation) for relation in self.relations}
        lines = [kind for kind in kinds if kind and kind.is_accountability]
        below = {_text(relation, "from") for relation in self.relations}
        tops = {id_: top for top in self.tops if (id_ := top.text or "") not in below}
        if len(tops) != 1 or not lines:
            return ""
        ((id_, top),) = tops.items()
        fields = self.bodies[id_].entries
        fields["apex"] = entry_of(TextNode("true", top.line, top.column))
        fields["apex_basis"] = entry_of(TextNode(ApexBasis.JUDGEMENT.value, top.line, top.column))
        said = shown(_text(self.bodies[id_], "name"))
        return (
            f"'{said}' as the top (apex), where the chains may end: by judgement, for it is the one"
            f" row that names no superior ({self.found.reading.place(top)})"
        )

    def find_several(self) -> Iterator[Skipped]:
        """The cells that name several superiors with rows of their own, and were read as one."""
        own = {normalise(self._cell("from", number)) for number in self._numbers()}
        own |= {normalise(self._cell("from_name", number)) for number in self._numbers()}
        own.discard("")
        for text, node in self.above.items():
            if normalise(text) in own:
                continue
            for mark in SEPARATORS:
                parts = [normalise(part) for part in text.split(mark)]
                if len(parts) > 1 and own.issuperset(parts):
                    why = (
                        "it was read as one name, and each part has a row of its own;"
                        f" --split '{shown(mark)}' reads several superiors"
                    )
                    place = self.found.reading.place(node)
                    yield Skipped(f"the cell '{shown(' '.join(text.split()))}'", why, place)
                    break

    @property
    def _source(self) -> str:
        """The id of the table among the sources."""
        return slug(self.how.cite) or "list"

    def _numbers(self) -> range:
        """The rows below the headings."""
        return range(self.found.headings + 1, len(self.found.rows))

    def _kind(self, relation: MapNode) -> RelationKind | None:
        """The built-in kind of a relation, if it is one."""
        return RELATION_KINDS.get(_text(relation, "kind"))

    def _relate(self, body: TextNode, superior: TextNode, number: int) -> None:
        """Note one relation of a row."""
        fields: dict[str, Entry] = {"from": entry_of(body)}
        for field in self.how.columns:
            if field not in {"from", "to", *NAMES, *OF_BODIES}:
                node = self._node(field, number)
                if node is not None:
                    fields[field] = entry_of(node)
        fields["to"] = entry_of(superior)
        fields |= self._cited(number)
        self.relations.append(MapNode(fields, number + 1, 1))

    def _describe(self, body: TextNode, number: int) -> None:
        """Note what a row says of the body that it begins with, and that the table says so."""
        fields = self.bodies[body.text or ""].entries
        for field in OF_BODIES:
            node = self._node(field, number)
            if node is not None:
                self._agree(fields.setdefault(field, entry_of(node)), node)
        for name, entry in self._cited(number).items():
            fields.setdefault(name, entry)

    def _agree(self, known: Entry, node: TextNode) -> None:
        """Note where a cell says something else than an earlier one, which holds."""
        said = known.value.text or "" if type(known.value) is TextNode else ""
        if said != node.text:
            self.refused_cells[node.line, node.column] = f"an earlier row says '{shown(said)}'"

    def _cited(self, number: int) -> dict[str, Entry]:
        """The citation of a row of the table, if it is cited."""
        if not self.how.cite:
            return {}
        row = number + 1
        at = TextNode(f"row {row}", row, 1)
        citation = {"source": entry_of(TextNode(self._source, row, 1)), "at": entry_of(at)}
        return {"cites": entry_of(MapNode(citation, row, 1))}

    def _superiors(self, number: int) -> Iterator[TextNode]:
        """The bodies that a row names as superiors, each once."""
        node = self._node("to", number)
        if node is None:
            return
        text = self.found.rows[number][node.column - 1].strip()
        parts = text.split(self.how.split) if self.how.split else [text]
        for part in parts:  # with another mark than that of --split, a part may hold several still
            self.above.setdefault(part.strip(), node)
        named = dict.fromkeys(filter(None, (" ".join(part.split()) for part in parts)))
        for part in named:
            name = self._node("to_name", number)
            if name and len(named) > 1:
                why = "several superiors stand beside it"
                self.refused_cells[name.line, name.column] = why
                name = None
            yield self._note_body(TextNode(part, node.line, node.column), name)

    def _body(self, end: str, number: int) -> TextNode | None:
        """The id of the body that a row begins with."""
        node = self._node(end, number)
        return self._note_body(node, self._node(f"{end}_name", number)) if node else None

    def _note_body(self, node: TextNode, named: TextNode | None) -> TextNode:
        """The id of a body, which is noted the first time that it is named."""
        id_ = self.ids.of(plain(node.text or ""), node.text or "")
        name = named or node
        if id_ not in self.bodies:
            fields = {"name": entry_of(name)}
            self.bodies[id_] = MapNode(fields, node.line, node.column)
        elif named and id_ not in self.named:
            self.bodies[id_].entries["name"] = entry_of(name)
        elif named:
            self._agree(self.bodies[id_].entries["name"], named)
        if named:
            self.named.add(id_)
        return TextNode(id_, node.line, node.column)

    def _cell(self, field: str, number: int) -> str:
        """The text of a row under the column of a field."""
        node = self._node(field, number)
        return (node.text or "") if node else ""

    def _node(self, field: str, number: int) -> TextNode | None:
        """What stands in a row under the column of a field."""
        if field not in self.how.columns:
            return None
        column = self.found.columns.get(field)
        if column is None:  # a kind of relation, for all rows
            return TextNode(self.how.columns[field], number + 1, 1)
        cells = self.found.rows[number]
        text = " ".join(cells[column].split()) if column < len(cells) else ""
        return TextNode(text, number + 1, column + 1) if text else None


def _text(node: MapNode, field: str) -> str:
    """What stands in a field, or nothing."""
    entry = node.entries.get(field)
    return entry.value.text or "" if entry and type(entry.value) is TextNode else ""
