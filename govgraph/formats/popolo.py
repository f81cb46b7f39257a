"""Popolo JSON: organisations, people, posts and memberships (popoloproject.com).

Organisations become bodies and memberships seats. A parent organisation contains its child, which
makes the child part of it and no more: nothing in Popolo is a line of account.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from govgraph.formats.account import Account, Skipped
from govgraph.formats.importing import filled, listed, read_json
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import ListNode, MapNode, Node, is_absent
from govgraph.formats.popolo_reader import Popolo
from govgraph.formats.popolo_records import AREA, BODY, PERSON, POST, SEAT, WITHIN
from govgraph.formats.problems import Problems
from govgraph.model.structure import Structure

_LISTS = {
    "organizations": BODY, "persons": PERSON, "memberships": SEAT, "posts": POST, "areas": AREA,
}  # fmt: skip
"""The lists that are read, and what is in them."""
_OTHER_LISTS = ("events", "motions", "vote_events")
_TELLING = (
    (SEAT, {"person_id", "person", "member_id", "member"}),
    (BODY, {"classification", "parent_id", "parent", "founding_date", "posts"}),
    (POST, {"organization_id", "organization"}),
    (PERSON, {"name"}),
)
"""The fields by which an object that stands alone is known, the most telling first."""
_UNKNOWN = "object"


def read_file(path: Path, limits: Limits) -> Account:
    """The structure that a Popolo file describes: its lists, or objects that stand alone.

    Raises:
        LoadError: the file cannot be read, is no JSON, or holds nothing of Popolo.
    """
    problems = Problems(limits)
    importing, root = read_json(path, problems)
    if not any(sort in _LISTS.values() for sort, _ in _records(root)) and not _has_lists(root):
        message = "holds nothing of Popolo: no list of organizations, persons, memberships or posts"
        importing.reading.reject(root, message, allowed=tuple(_LISTS))
        problems.raise_if_any()
    for sort, node in _records(root):
        importing.count(sort, node, WITHIN)
    return Popolo(importing).account()


def write_content(structure: Structure) -> bytes:
    """The bytes of a Popolo file: bodies, people and seats, which is what it has words for."""
    # Imported here, for most commands only read.
    from govgraph.formats.popolo_writing import structure_as_popolo

    return structure_as_popolo(structure)


def find_lossy_fields(structure: Structure) -> Iterable[Skipped]:
    """What becomes something else when a structure is written."""
    from govgraph.formats.popolo_writing import find_lossy_fields as bent

    return bent(structure)


def _objects(root: Node) -> list[Node]:
    """What stands at the top of a file."""
    return list(root.items) if isinstance(root, ListNode) else [root]


def _holds_lists(node: MapNode) -> bool:
    """Whether an object is made of the lists of Popolo, and is not one thing of them."""
    return "id" not in node.entries and bool({*_LISTS, *_OTHER_LISTS} & {*node.entries})


def _has_lists(root: Node) -> bool:
    """Whether a list is there that would be read if anything were in it."""
    return any(
        isinstance(value := node.entries[name].value, ListNode) and not value.items
        for node in _objects(root)
        if isinstance(node, MapNode) and _holds_lists(node)
        for name in _LISTS
        if name in node.entries
    )


def _records(root: Node) -> Iterator[tuple[str, Node]]:
    """Every record at the top of a file, and what it is: of a list that is not read, its name."""
    for node in _objects(root):
        if isinstance(node, MapNode) and _holds_lists(node):
            for name, value in filled(node):
                for item in listed(value):
                    if not is_absent(item):
                        yield _LISTS.get(name, name), item
        elif isinstance(node, MapNode):
            yield (
                next((sort for sort, known in _TELLING if known & {*node.entries}), _UNKNOWN),
                node,
            )
        elif not is_absent(node):
            yield _UNKNOWN, node
