"""Reading data of another format, with an account of every record and every field in it.

The records of a tree of data are counted first, by the names of the fields in which they stand.
What the reader then fetches is imported with its record; every other field is skipped, and named.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.account import Outcome
from govgraph.formats.decoding import decode
from govgraph.formats.files import read_bytes
from govgraph.formats.json_nodes import read_nodes
from govgraph.formats.ledger import FIELD, WITH_RECORD, Ledger
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode, is_absent
from govgraph.formats.problems import Problems, Reading, shown, visible
from govgraph.formats.values import in_one_line
from govgraph.formats.written_dates import without_time
from govgraph.model.dates import PartialDate

NO_PLACE = "a structure has no place for it"
_NAMED_BY = ("id", "statementId", "statementID", "name", "label", "fullName")
_JSON_LINES = frozenset({".jsonl", ".ndjson"})

Sorts = Mapping[str, Mapping[str, str]]
"""For each kind of record, the fields that hold records, and the kind of those."""


class SourceRecord(NamedTuple):
    """One record of a source: its kind and node, and the record and field in which it stands."""

    sort: str
    node: MapNode
    outer: MapNode | None = None
    field: str = ""


class Importing:
    """One file of data, its records, and which of their fields were fetched."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ledger = Ledger(reading.file)
        self.records: list[SourceRecord] = []
        self._fetched: set[tuple[int, str]] = set()

    def count(self, sort: str, node: Node, within: Sorts) -> None:
        """Count a record, its fields, and the records within it, before anything is decided.

        What is no mapping of fields is counted at the top and skipped at once; within a record it
        is what a field of that says.
        """
        if type(node) is not MapNode:
            self.ledger.count(sort, id(node), _name_of(node), self.place(node))
            self.skip(sort, node, "it is no mapping of fields")
            return
        waiting = [SourceRecord(sort, node)]
        while waiting:
            found = waiting.pop()
            self.records.append(found)
            sort, node = found.sort, found.node
            self.ledger.count(sort, id(node), _name_of(node), self.place(node))
            for name, _ in filled(node):
                self.ledger.count(f"{sort}{FIELD}{name}", id(node), _name_of(node))
            inner = [each for name in within.get(sort, {}) for each in self._within(found, name)]
            waiting += [found._replace(sort=within[sort][found.field]) for found in reversed(inner)]

    def _within(self, found: SourceRecord, name: str) -> list[SourceRecord]:
        """The records in one field of a record; that something else stands there too is said."""
        value = found.node.entries[name].value if name in found.node.entries else None
        items = [] if value is None else listed(value)
        inner = [
            SourceRecord("", item, found.node, name) for item in items if type(item) is MapNode
        ]
        if inner:
            self._fetched.add((id(found.node), name))
        others = sum(not is_absent(item) for item in items) - len(inner)
        if others and type(value) is ListNode:
            why = f"{others} of its items are no mapping of fields"
            self.skip_field(found.sort, found.node, name, why)
        return inner

    def of(self, *sorts: str) -> Iterator[SourceRecord]:
        """The counted records of some kinds, in the order of the file."""
        return (found for found in self.records if found.sort in sorts)

    def value(self, node: MapNode, *names: str) -> Node | None:
        """What stands in the first of some fields that holds anything."""
        for name in names:
            if name in node.entries and not _is_empty(value := node.entries[name].value):
                self._fetched.add((id(node), name))
                return value
        return None

    def text(self, node: MapNode, *names: str) -> str:
        """The text of the first of some fields that holds any, on one line."""
        for name in names:
            value = node.entries[name].value if name in node.entries else None
            if type(value) is TextNode and value.text:
                self._fetched.add((id(node), name))
                return in_one_line(value.text)
        return ""

    def date(self, sort: str, node: MapNode, *names: str) -> PartialDate | None:
        """The date in the first of some fields; a time of day is left off."""
        name = next((name for name in names if self.text(node, name)), "")
        text = self.text(node, name)
        try:
            return PartialDate.parse(without_time(text)) if text else None
        except ValueError:
            self.skip_field(sort, node, name, f"'{shown(text)}' is no date")
            return None

    def place(self, node: Node) -> Place:
        """Where something stands."""
        return self.reading.place(node)

    def imported(self, sort: str, node: Node, into: str) -> None:
        """Say that a record is in the structure, and as what."""
        self.ledger.imported(sort, id(node), into)

    def merge(self, sort: str, node: Node, into: str, why: str) -> None:
        """Say that a record is part of something that is in the structure already."""
        self.ledger.merged(sort, id(node), into, why)

    def skip(self, sort: str, node: Node, why: str) -> None:
        """Say that a record is not in the structure."""
        self.ledger.skipped(sort, id(node), why)

    def skip_field(self, sort: str, node: MapNode, name: str, why: str) -> None:
        """Say that what a field says, if it says anything, is not in the structure, or not all."""
        holds = name in node.entries and not _is_empty(node.entries[name].value)
        if holds and self.ledger.outcome(f"{sort}{FIELD}{name}", id(node)) is None:
            self.ledger.skipped(f"{sort}{FIELD}{name}", id(node), why)

    def settle_fields(self, reasons: Mapping[str, str]) -> None:
        """Say what became of every field, once it is said of every record.

        Args:
            reasons: why fields are skipped that have a reason of their own, by their names.
        """
        for found in self.records:
            outcome = self.ledger.outcome(found.sort, id(found.node))
            for name, _ in filled(found.node):
                reason = reasons.get(name, NO_PLACE)
                self._settle(found.sort, found.node, name, outcome, reason)

    def _settle(
        self, sort: str, node: Node, name: str, outcome: Outcome | None, reason: str
    ) -> None:
        """Say what became of one field."""
        kind, key = f"{sort}{FIELD}{name}", id(node)
        if self.ledger.outcome(kind, key):
            return
        if outcome is Outcome.SKIPPED:
            self.ledger.skipped(kind, key, WITH_RECORD)
        elif (key, name) not in self._fetched:
            self.ledger.skipped(kind, key, reason)
        elif outcome is Outcome.MERGED:
            self.ledger.merged(kind, key, f"the {sort}", WITH_RECORD)
        else:
            self.ledger.imported(kind, key, f"part of its {sort}")


def filled(node: MapNode) -> Iterator[tuple[str, Node]]:
    """The fields of a mapping that hold anything."""
    return (
        (name, entry.value) for name, entry in node.entries.items() if not _is_empty(entry.value)
    )


def listed(node: Node) -> list[Node]:
    """The items of a list, or the one thing that stands in place of one."""
    return list(node.items) if type(node) is ListNode else [node]


def _is_empty(node: Node) -> bool:
    """Whether nothing is written there, or a list of nothing."""
    return is_absent(node) or (type(node) is ListNode and not node.items)


def _name_of(node: Node) -> str:
    """What a record is called in an account: its id, or its name."""
    if type(node) is TextNode:
        return shown(node.text or "")
    for name in _NAMED_BY:
        entry = node.entries.get(name) if type(node) is MapNode else None
        if entry and type(entry.value) is TextNode and entry.value.text:
            return shown(entry.value.text)
    return ""


def read_json(path: Path, problems: Problems) -> tuple[Importing, Node]:
    """The root of a JSON file, and the importing of it; of JSON Lines, the list of its values.

    Raises:
        LoadError: the file cannot be read, or is no JSON.
    """
    file = visible(str(path))
    content = read_bytes(path, problems)
    text = None if content is None else decode(content, file, problems)
    lines = path.suffix.lower() in _JSON_LINES
    root = None if text is None else read_nodes(text, file, problems, lines=lines)
    problems.raise_if_any()
    return Importing(Reading(file, problems)), root or TextNode(None, 1, 1)
