"""A structure written into a YAML file that is there, so that its comments stay.

Only the lines of what is different are written anew; everything else stays as its author left it,
layout and all. What comes out is read again, and given back only if it says what it should.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from govgraph.errors import GovgraphError
from govgraph.formats.decoding import decode
from govgraph.formats.limits import STANDARD
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node
from govgraph.formats.on_bodies import layout_of
from govgraph.formats.plain_data import Data, structure_as_data
from govgraph.formats.problems import Problems
from govgraph.formats.yaml_events import read_nodes
from govgraph.formats.yaml_file import read_content
from govgraph.formats.yaml_writing import data_as_yaml, entry_lines, item_lines
from govgraph.model.structure import Structure

_COMMENT = re.compile(r"(?:^|\s)#.*$")
_BESIDE = re.compile(r"\s+#[^'\"]*$")
_BESIDES = ("id",)
_LISTED = "seats"
"""The one field of a record whose items are edited one by one."""


class Edited(NamedTuple):
    """A file written anew: its text, and the comments that went with what they stood by."""

    text: str
    lost: tuple[str, ...]


class _Edit(NamedTuple):
    """Lines to put in place of others, counted from 0; the last is not replaced."""

    start: int
    end: int
    lines: Sequence[str]


def written_into(before: bytes, structure: Structure, file: str) -> Edited | None:
    """The text of a file changed to hold a structure; nothing where that cannot be done.

    Records and relations keep their order in the file, whatever it is in the structure.
    """
    problems = Problems()
    try:
        text = decode(before, file, problems)
        root = None if text is None else read_nodes(text, file, problems)
        if text is None or not isinstance(root, MapNode) or problems.found:
            return None
        old = read_content(before, file, STANDARD)
        layout = layout_of(root, old)
        editor = _Editor(text)
        editor.edit(root, layout.data_of(old), layout.data_of(structure))
        after = editor.text()
        again = read_content(after.encode(), file, STANDARD)
    except GovgraphError:
        return None
    if _meaning(again) != _meaning(structure):
        return None
    return Edited(after, tuple(_comments_lost(text, after)))


def has_comments(content: bytes) -> bool:
    """Whether there seem to be comments in a file."""
    return any(_COMMENT.search(line) for line in content.decode("utf-8", "replace").splitlines())


def _meaning(structure: Structure) -> object:
    """What a structure says, whatever the order in which it says it."""
    data = structure_as_data(structure)
    return {
        name: sorted(json.dumps(each, sort_keys=True) for each in part)
        if isinstance(part, list)
        else part
        for name, part in data.items()
    }


def _comments_lost(before: str, after: str) -> Iterator[str]:
    """Each comment that is no longer there."""
    left = [found[0].strip() for line in after.splitlines() if (found := _COMMENT.search(line))]
    for line in before.splitlines():
        found = _COMMENT.search(line)
        if found and found[0].strip() in left:
            left.remove(found[0].strip())
        elif found:
            yield found[0].strip()


class _Editor:
    """Collects what is to be changed in the lines of one file."""

    def __init__(self, text: str) -> None:
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.lines = plain.removesuffix("\n").split("\n")
        self.edits: list[_Edit] = []
        self.added: list[str] = []

    def text(self) -> str:
        """The text with every change made."""
        lines = list(self.lines)
        # From the last line up: what is put in below moves no line that is still to be changed.
        for edit in sorted(self.edits, key=lambda edit: (edit.start, edit.end), reverse=True):
            lines[edit.start : edit.end] = edit.lines
        return "\n".join([*lines, *self.added]) + "\n"

    def edit(self, root: MapNode, old: Data, new: Data) -> None:
        """Change each section that is different."""
        for name, entry, end in _ranges(root, len(self.lines)):
            was, now = old.get(name), new.get(name)
            if was == now or name not in {*old, *new}:
                continue
            if now is None or was is None or name == "kinds" or not self._is_block(entry):
                lines = data_as_yaml({name: now}).splitlines() if now else []
                self._replace(entry, end, lines)
            elif isinstance(now, list):
                self._edit_list(entry.value, was, now, end)
            elif name == "structure":
                self._edit_fields(entry.value, was, now, end)
            else:
                self._edit_records(entry.value, was, now, end)
        for name in new:
            if name not in root.entries:
                self.added += ["", *data_as_yaml({name: new[name]}).splitlines()]

    def _edit_records(self, node: Node, was: Data, now: Data, end: int) -> None:
        """Change the records of a section that stand under their ids, or are listed with them."""
        if isinstance(node, ListNode):
            before, after_ = (
                [{"id": id_, **each} for id_, each in one.items()] for one in (was, now)
            )
            self._edit_list(node, before, after_, end)
            return
        if not isinstance(node, MapNode):
            return
        after = indent = 0
        for id_, entry, stop in _ranges(node, end):
            after, indent = self._trimmed(entry.line - 1, stop), entry.column - 1
            if id_ not in now:
                self._replace(entry, stop, [])
            elif was.get(id_) == now[id_]:
                continue
            elif self._is_block(entry):
                self._edit_fields(entry.value, was[id_], now[id_], stop)
            else:
                self._replace(entry, stop, entry_lines(id_, now[id_], indent))
        new = [line for id_ in now if id_ not in was for line in entry_lines(id_, now[id_], indent)]
        if new:
            self.edits.append(_Edit(after, after, new))

    def _edit_fields(self, node: Node, was: Data, now: Data, end: int) -> None:
        """Change the fields of a record that stand on lines of their own."""
        if not isinstance(node, MapNode):
            return
        after = indent = 0
        for name, entry, stop in _ranges(node, end):
            after, indent = self._trimmed(entry.line - 1, stop), entry.column - 1
            if name in _BESIDES or was.get(name) == now.get(name):
                continue
            listed = name == _LISTED and name in was and name in now and self._is_block(entry)
            if listed and isinstance(entry.value, ListNode):
                self._edit_list(entry.value, was[name], now[name], stop)
            else:
                lines = entry_lines(name, now[name], indent) if name in now else []
                self._replace(entry, stop, lines)
        missing = [name for name in now if name not in node.entries]
        new = [line for name in missing for line in entry_lines(name, now[name], indent)]
        if new:
            self.edits.append(_Edit(after, after, new))

    def _edit_list(self, node: Node, was: Sequence[Any], now: Sequence[Any], end: int) -> None:
        """Change the items of a list that are different."""
        if not isinstance(node, ListNode) or len(node.items) != len(was):
            return
        starts = [item.line - 1 for item in node.items]
        stops = [
            self._trimmed(one, two) for one, two in zip(starts, [*starts[1:], end], strict=True)
        ]
        indent = self.lines[starts[0]].index("-") if starts else 0
        old, new = ([json.dumps(each, sort_keys=True) for each in one] for one in (was, now))
        # autojunk would pass over items that are frequent, and a list of seats is full of them.
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                continue
            lines = [line for each in now[j1:j2] for line in item_lines(each, indent)]
            start = starts[i1] if i1 < len(starts) else stops[-1]
            stop = stops[i2 - 1] if i2 > i1 else start
            if i2 - i1 == j2 - j1 == 1 and len(lines) == 1:
                lines = [lines[0] + self._beside(start, stop)]
            self.edits.append(_Edit(start, stop, lines))

    def _replace(self, entry: Entry, end: int, lines: Sequence[str]) -> None:
        """Put lines in place of an entry; a comment beside one line stays beside it."""
        start = entry.line - 1
        stop = self._trimmed(start, end)
        if len(lines) == 1:
            lines = [lines[0] + self._beside(start, stop)]
        self.edits.append(_Edit(start, stop, lines))

    def _beside(self, start: int, stop: int) -> str:
        """The comment beside something that stands on one line."""
        found = _BESIDE.search(self.lines[start]) if stop == start + 1 else None
        return found[0] if found else ""

    def _trimmed(self, start: int, end: int) -> int:
        """The end of something without the blank lines and comments that follow it."""
        # Authors write a comment above what it is about, so that it belongs to what follows.
        while end > start + 1 and (
            not self.lines[end - 1].strip() or self.lines[end - 1].lstrip().startswith("#")
        ):
            end -= 1
        return end

    def _is_block(self, entry: Entry) -> bool:
        """Whether what stands under a key stands on lines of its own."""
        value = entry.value
        if isinstance(value, MapNode):
            lines = [inner.line for inner in value.entries.values()]
        elif isinstance(value, ListNode):
            lines = [item.line for item in value.items]
        else:
            return False
        return bool(lines) and min(lines) > entry.line


def _ranges(node: MapNode, end: int) -> Iterator[tuple[str, Entry, int]]:
    """Each entry of a mapping, and the line on which the next one begins, counted from 0."""
    entries: Mapping[str, Entry] = node.entries
    starts = [entry.line - 1 for entry in entries.values()]
    stops = [*starts[1:], end][: len(starts)]
    for (name, entry), stop in zip(entries.items(), stops, strict=True):
        yield name, entry, stop
