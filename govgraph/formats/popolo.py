"""Popolo JSON: organisations, people, posts and memberships (popoloproject.com).

Organisations become bodies and memberships seats. A parent organisation contains its child, which
makes the child part of it and no more: nothing in Popolo is a line of account.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from govgraph.formats.account import Account, Left
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import ListNode, MapNode, Node
from govgraph.formats.popolo_taking import Popolo
from govgraph.formats.problems import Problems
from govgraph.formats.taking import take_json
from govgraph.model.structure import Structure

_SECTIONS = ("organizations", "persons", "memberships", "posts", "areas", "events")
_TELLING = (
    ("memberships", {"person_id", "person", "member_id", "member"}),
    ("organizations", {"classification", "parent_id", "parent", "founding_date", "posts"}),
    ("posts", {"organization_id", "organization"}),
    ("persons", {"name"}),
)
"""The fields by which an object that stands alone is known, the most telling first."""


def read_file(path: Path, limits: Limits) -> Account:
    """The structure that a Popolo file describes: its lists, or objects that stand alone.

    Raises:
        LoadError: the file cannot be read, is no JSON, or holds nothing of Popolo.
    """
    problems = Problems(limits)
    taking, root = take_json(path, problems)
    sections = _sections(root)
    if not any(sections.values()):
        message = "holds nothing of Popolo: no list of organizations, persons, memberships or posts"
        taking.reading.reject(root, message, allowed=_SECTIONS)
        problems.raise_if_any()
    popolo = Popolo(taking)
    popolo.take(sections)
    return popolo.account()


def write_content(structure: Structure) -> bytes:
    """The bytes of a Popolo file: bodies, people and seats, which is what it has words for."""
    # Imported here, for most commands only read.
    from govgraph.formats.popolo_writing import structure_as_popolo

    return structure_as_popolo(structure)


def find_bent(structure: Structure) -> Iterable[Left]:
    """What becomes something else when a structure is written."""
    from govgraph.formats.popolo_writing import find_bent as bent

    return bent(structure)


def _sections(root: Node) -> Mapping[str, list[Node]]:
    """The lists of a file, or its objects told apart by their fields."""
    found: dict[str, list[Node]] = {name: [] for name in _SECTIONS}
    objects = root.items if isinstance(root, ListNode) else [root]
    for each in objects:
        if not isinstance(each, MapNode):
            continue
        lists = [name for name in _SECTIONS if name in each.entries]
        if "id" not in each.entries and lists:
            for name in lists:
                value = each.entries[name].value
                found[name] += value.items if isinstance(value, ListNode) else []
        else:
            sort = next((name for name, known in _TELLING if known & {*each.entries}), "")
            if sort:
                found[sort].append(each)
    return found
