"""What a file holds before anybody asks what it means: texts, lists and mappings with places."""

from typing import NamedTuple, TypeAlias


class TextNode(NamedTuple):
    """A piece of text and where it begins; `text` is None where nothing was written.

    Attributes:
        bare: whether it is a number or flag of JSON, which stands there without quotes.
    """

    text: str | None
    line: int
    column: int
    bare: bool = False


class ListNode(NamedTuple):
    """A list, and where it begins."""

    items: "list[Node]"
    line: int
    column: int


class Entry(NamedTuple):
    """What stands under a key, and where the key begins."""

    value: "Node"
    line: int
    column: int


def entry_of(node: "Node") -> Entry:
    """An entry with what stands in it, placed where that is."""
    return Entry(node, node.line, node.column)


class MapNode(NamedTuple):
    """A mapping from text to what stands under it, in the order written, and where it begins."""

    entries: dict[str, Entry]
    line: int
    column: int


Node: TypeAlias = TextNode | ListNode | MapNode
Located: TypeAlias = Node | Entry


def is_absent(node: Node) -> bool:
    """Whether nothing was written: no value, `~`, `null` or an empty pair of quotes."""
    return isinstance(node, TextNode) and not node.text


def describe(node: Node) -> str:
    """What a node is, in the words of somebody who writes such files."""
    if isinstance(node, ListNode):
        return "a list"
    if isinstance(node, MapNode):
        return "a mapping of fields"
    return "text" if node.text else "nothing"
