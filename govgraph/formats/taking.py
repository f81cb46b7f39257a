"""Taking what is wanted from data of another format, and knowing afterwards what was left.

Every mapping is opened under the name of its sort; the fields that nobody asked for are what was
left of it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Left
from govgraph.formats.decoding import decode
from govgraph.formats.files import read_bytes
from govgraph.formats.json_nodes import read_nodes
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode, is_absent
from govgraph.formats.problems import Problems, Reading, shown, visible
from govgraph.formats.values import CONTROL
from govgraph.model.dates import PartialDate

_NO_PLACE = "a structure has no place for it"


class Taking:
    """One file of data, and what of it has been asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.asked: dict[str, set[str]] = {}
        self.opened: dict[str, dict[int, MapNode]] = {}
        self.left: list[Left] = []

    def open(self, sort: str, node: Node) -> MapNode | None:
        """A mapping of some sort; what is none is left, and said."""
        if type(node) is not MapNode:
            self.leave(f"something that is no {sort}", "it is no mapping of fields", node)
            return None
        self.opened.setdefault(sort, {})[id(node)] = node
        return node

    def value(self, sort: str, node: MapNode, *names: str) -> Node | None:
        """What stands in the first of some fields that holds anything."""
        self.asked.setdefault(sort, set()).update(names)
        found = (node.entries[name].value for name in names if name in node.entries)
        return next((value for value in found if not is_absent(value)), None)

    def text(self, sort: str, node: MapNode, *names: str) -> str:
        """The text of the first of some fields that holds any, on one line."""
        value = self.value(sort, node, *names)
        if type(value) is not TextNode or not value.text:
            return ""
        # Joiners and marks of direction stay: names in Persian or Hebrew need them.
        return CONTROL.sub(lambda found: visible(found[0]), " ".join(value.text.split()))

    def items(self, sort: str, node: MapNode, name: str) -> list[Node]:
        """What stands in a field that holds a list, or one thing."""
        value = self.value(sort, node, name)
        if value is None:
            return []
        return list(value.items) if type(value) is ListNode else [value]

    def each(self, sort: str, node: MapNode, name: str, inner: str) -> Iterator[MapNode]:
        """Each mapping in a field that holds a list of them."""
        for item in self.items(sort, node, name):
            opened = self.open(inner, item)
            if opened is not None:
                yield opened

    def date(self, sort: str, node: MapNode, *names: str) -> PartialDate | None:
        """The date in the first of some fields; a time of day is left off."""
        text = self.text(sort, node, *names)
        try:
            return PartialDate.parse(text.partition("T")[0]) if text else None
        except ValueError:
            self.leave(f"'{shown(text)}' as the {names[0]} ({sort})", "it is no date", node)
            return None

    def place(self, node: Node) -> Place:
        """Where something stands."""
        return self.reading.place(node)

    def leave(self, what: str, why: str, node: Node | None = None) -> None:
        """Say that something was left, and why."""
        self.left.append(Left(what, why, self.place(node) if node else None))

    def account(self, reasons: Mapping[str, str]) -> tuple[Left, ...]:
        """Everything that was left; `reasons` says why of fields that have one of their own."""
        fields = [
            Left(f"{what}{_often(count)})", reasons.get(name, _NO_PLACE))
            for sort, nodes in self.opened.items()
            for (name, what), count in _unasked(sort, nodes, self.asked.get(sort, set())).items()
        ]
        return (*self.left, *fields)


def _often(count: int) -> str:
    """How often, unless it is once."""
    return f", {count} times" if count > 1 else ""


def _unasked(
    sort: str, nodes: Mapping[int, MapNode], asked: set[str]
) -> dict[tuple[str, str], int]:
    """How often each field of a sort holds something that nobody asked for."""
    counts: dict[tuple[str, str], int] = {}
    for node in nodes.values():
        for name, entry in node.entries.items():
            empty = is_absent(entry.value) or (
                isinstance(entry.value, ListNode) and not entry.value.items
            )
            if name not in asked and not empty:
                key = (name, f"the field '{shown(name)}' ({sort}")
                counts[key] = counts.get(key, 0) + 1
    return counts


def take_json(path: Path, problems: Problems) -> tuple[Taking, Node]:
    """The root of a JSON file, and the taking of it.

    Raises:
        LoadError: the file cannot be read, or is no JSON.
    """
    file = visible(str(path))
    content = read_bytes(path, problems)
    text = None if content is None else decode(content, file, problems)
    root = None if text is None else read_nodes(text, file, problems)
    problems.raise_if_any()
    return Taking(Reading(file, problems)), root or TextNode(None, 1, 1)
