"""From the text of a YAML file to nodes with places, judged before anything is built.

PyYAML's parser (libyaml's where it is there) is asked for events only. Every plain scalar stays
text, so that YAML's `no`, `12:30` and `007` are what they look like. See
docs/decisions/0003-yaml-by-events.md.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, cast

import yaml

from govgraph.errors import Place
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, shown
from govgraph.formats.yaml_misread import OPENING, SIGN, find_curly, find_cut
from govgraph.formats.yaml_wording import LINE_BREAK, TOO_DEEP, describe_error

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML reads as nothing when it stands without quotes."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INNER = re.compile(r"(?<=[^\s,\[\]{}?])\?")
_STAND_INS = range(0xE000, 0xF900)
"""Characters without a meaning of their own (Unicode, 23.5)."""


class _Event(Protocol):
    """What PyYAML says of one event; which of it there is depends on the event."""

    start_mark: yaml.Mark
    end_mark: yaml.Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class _Refusal(Exception):  # noqa: N818 - not an error of the program: reading stops here
    """The file is refused as a whole from here on; the problem has been noted."""


class _Anchored(NamedTuple):
    """A node that may be repeated: how many nodes it writes out to, and how deep it goes."""

    node: Node
    nodes: int
    height: int


class _Open:
    """A list or mapping that is still being read."""

    __slots__ = ("anchor", "before", "height", "key", "node", "spoilt")

    def __init__(self, node: ListNode | MapNode, anchor: str | None, before: int) -> None:
        self.node = node
        self.anchor = anchor
        self.before = before
        self.height = 1
        self.key: TextNode | None = None
        self.spoilt = False


def read_nodes(text: str, file: str, problems: Problems) -> Node | None:
    """The root of the one document in `text`, or nothing if there is none.

    What is wrong with the YAML is noted among the problems.
    """
    reader = _EventReader(file, problems)
    if SIGN in text:
        reader.lines = LINE_BREAK.split(text)
    try:
        for event in _events(text):
            way = reader.ways.get(type(event))
            if way:
                way(event)
    except yaml.YAMLError as error:
        for line, column, message in describe_error(error, text, problems.limits.depth):
            problems.add(Place(file, line, column), message)
        return None
    except (ValueError, OverflowError):  # from PyYAML's Python twin alone
        problems.add(Place(file, 0, 0), "a code in double quotes stands for no character")
        return None
    except _Refusal:
        return None
    return reader.root


def _events(text: str) -> "Iterable[_Event]":
    """What PyYAML says of a text, whichever of its parsers there is."""
    if LOADER is not yaml.SafeLoader:
        return cast("Iterable[_Event]", yaml.parse(text, Loader=LOADER))
    return _events_of_twin(text)


def _events_of_twin(text: str) -> "Iterator[_Event]":
    """What the twin in Python says: as libyaml, which takes `[why not?]` as it is meant."""
    stand_in = next(chr(code) for code in _STAND_INS if chr(code) not in text)
    plain = _INNER.sub(stand_in, text)
    for event in yaml.parse(plain, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(stand_in, "?")
        yield cast("_Event", event)


class _EventReader:
    """Puts nodes together from events, and refuses what this format has no use for."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.problems = problems
        self.limits = problems.limits
        self.lines: list[str] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.count = 0
        self.repeated = 0
        self.documents = 0
        self.ways: dict[type, Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._text,
            yaml.MappingStartEvent: self._begin_mapping,
            yaml.SequenceStartEvent: self._begin_list,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def _document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._note(event, "a second document begins here ('---'); a file holds only one")
            raise _Refusal

    def _text(self, event: _Event) -> None:
        mark = event.start_mark
        value: str = event.value
        plain = not event.style
        node = TextNode(
            None if plain and value in NOTHING else value, mark.line + 1, mark.column + 1
        )
        if event.tag is not None:
            self._note_tag(event)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(node, 1, 0)
        holder = self.open[-1] if self.open else None
        if holder and holder.key is None and type(holder.node) is MapNode:
            self._begin_entry(holder, node, value, plain=plain)
            return
        if plain and value[:1] in OPENING:
            note = find_curly(value, self._place_of(node))
            self.problems.notes += [note] if note else []
        if plain and self.lines:
            line = self.lines[event.end_mark.line]
            note = find_cut(value, line[event.end_mark.column :], self._place_of(node))
            self.problems.notes += [note] if note else []
        self._place(node)

    def _place_of(self, node: Node) -> Place:
        return Place(self.file, node.line, node.column)

    def _begin_entry(self, holder: _Open, node: TextNode, key: str, *, plain: bool) -> None:
        """Take a key, unless it merges or stands there already."""
        holder.key = TextNode(key, node.line, node.column)
        if plain and key == "<<":
            self._note_at(
                node, "'<<' merges mappings, which is not read here; write the fields out"
            )
            holder.spoilt = True
            return
        entries = holder.node.entries if type(holder.node) is MapNode else {}
        earlier = entries.get(key)
        if earlier:
            self._note_at(
                node, f"'{shown(key)}' is written twice; first on line {earlier.line}", key
            )
            holder.spoilt = True

    def _begin_mapping(self, event: _Event) -> None:
        mark = event.start_mark
        self._begin(event, MapNode({}, mark.line + 1, mark.column + 1))

    def _begin_list(self, event: _Event) -> None:
        mark = event.start_mark
        self._begin(event, ListNode([], mark.line + 1, mark.column + 1))

    def _begin(self, event: _Event, node: ListNode | MapNode) -> None:
        """Open a list or mapping within the one that is open."""
        if event.tag is not None:
            self._note_tag(event)
        self._place(node)
        self._check_depth(event, 1)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Open(node, event.anchor, self.count))

    def _end(self, _: _Event) -> None:
        done = self.open.pop()
        if done.anchor:
            nodes = self.count - done.before + 1
            self.anchors[done.anchor] = _Anchored(done.node, nodes, done.height)
        if self.open:
            holder = self.open[-1]
            holder.height = max(holder.height, done.height + 1)

    def _alias(self, event: _Event) -> None:
        """Put an anchored node in once more."""
        name = event.anchor or ""
        if name not in self.anchors:
            self._note(
                event, f"'*{shown(name)}' repeats nothing: there is no '&{shown(name)}' before it"
            )
            self._place(TextNode(None, event.start_mark.line + 1, event.start_mark.column + 1))
            return
        anchored = self.anchors[name]
        if anchored is None:
            self._note(
                event, f"'*{shown(name)}' stands within what it repeats, and would never end"
            )
            raise _Refusal
        self.repeated += anchored.nodes
        self.count += anchored.nodes - 1
        if self.repeated > self.limits.repeated:
            most = self.limits.repeated
            self._note(
                event, f"aliases such as '*{shown(name)}' write out to more than {most:,} values"
            )
            raise _Refusal
        self._check_depth(event, anchored.height)
        self._place(anchored.node)
        for holder in self.open[-1:]:
            holder.height = max(holder.height, anchored.height + 1)

    def _check_depth(self, event: _Event, height: int) -> None:
        if len(self.open) + height > self.limits.depth:
            self._note(event, TOO_DEEP.format(most=self.limits.depth))
            raise _Refusal

    def _place(self, node: Node) -> None:
        """Put a node where it belongs in the list or mapping that is open."""
        self.count += 1
        if self.count > self.limits.nodes:
            self._note_at(node, f"the file holds more than {self.limits.nodes:,} values")
            raise _Refusal
        if not self.open:
            self.root = node
            return
        holder = self.open[-1]
        key = holder.key
        if isinstance(holder.node, ListNode):
            holder.node.items.append(node)
        elif key is None:
            what = "a list, a mapping or an alias"
            self._note_at(node, f"{what} stands where the name of a field belongs")
            holder.key, holder.spoilt = TextNode("", node.line, node.column), True
        else:
            if not holder.spoilt:
                holder.node.entries[key.text or ""] = Entry(node, key.line, key.column)
            holder.key, holder.spoilt = None, False

    def _note_tag(self, event: _Event) -> None:
        tag = (event.tag or "").replace("tag:yaml.org,2002:", "!!")
        self._note(event, f"tags are not read: remove '{shown(tag)}'", tag)

    def _note(self, event: _Event, message: str, found: str = "") -> None:
        mark = event.start_mark
        self.problems.add(Place(self.file, mark.line + 1, mark.column + 1), message, found=found)

    def _note_at(self, node: Node, message: str, found: str = "") -> None:
        self.problems.add(self._place_of(node), message, found=found)
