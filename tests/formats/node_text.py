"""What a YAML file holds, as plain data in which every value is text, as the reader sees it."""

from typing import Any

from govgraph.formats.nodes import ListNode, MapNode, Node
from govgraph.formats.problems import Problems
from govgraph.formats.yaml_events import read_nodes


def plain_data(text: str) -> Any:
    """The content of a file as mappings, lists and texts."""
    problems = Problems()
    root = read_nodes(text, "structure.yaml", problems)
    assert not problems.found
    assert root is not None
    return _plain(root)


def _plain(node: Node) -> Any:
    """One node as plain data."""
    if isinstance(node, MapNode):
        return {key.strip(): _plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return node.text.strip() if node.text else None
