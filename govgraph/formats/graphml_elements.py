"""The elements of a GraphML file, with what is said of each and the line on which it stands.

Python's own XML parser is used event by event, and told to refuse entities: nothing in the file
can make it grow.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.problems import Problems
from govgraph.formats.xml_events import RefusedError, make_parser, parse

NODE, EDGE, KEY, GRAPH = "node", "edge", "key", "graph"
ROOT = "graphml"
_DATA, _DEFAULT, _DESCRIPTION = "data", "default", "desc"
_LABELS = ("NodeLabel", "EdgeLabel", "Label.Text", "AttributeLabel", "MethodLabel")
"""What programs of yWorks put the words in that are shown at a node or edge."""
_LABEL_WITH_TEXT = "Label"
_HTML = "<html>"
"""How a label begins that yEd shows as HTML; the tags of any other are letters."""
_TAG = re.compile(r"<[^>]*>")
_ARROWS = "Arrows"
_STATES = "Realizers"
"""The states of a group in yEd, open and closed, of which one is shown."""


@dataclass(eq=False, slots=True)
class Datum:
    """One piece of data: under which key it stands, its text, and the labels drawn in it.

    Attributes:
        is_drawn: whether there are elements in it, as programs write that say how to draw.
        is_backward: whether an arrow is drawn at the source and none at the target.
    """

    key: str
    line: int
    text: str = ""
    labels: list[str] = field(default_factory=list)
    is_drawn: bool = False
    is_backward: bool = False


@dataclass(eq=False, slots=True)
class Element:
    """One element of a graph: a node, an edge, a key, a graph, or anything else that stands there.

    Attributes:
        within: the element in which it stands, if any.
    """

    kind: str
    line: int
    attributes: Mapping[str, str]
    within: "Element | None" = None
    data: list[Datum] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id, or nothing."""
        return self.attributes.get("id", "")


class _Inner:
    """An element within data: its text, and of the states of a group which is shown."""

    __slots__ = ("active", "children", "muted", "name", "texts")

    def __init__(self, name: str, active: str, *, muted: bool) -> None:
        self.name = name
        self.active = active
        self.muted = muted
        self.children = 0
        self.texts: list[str] = []


class Graph(NamedTuple):
    """Everything in a file, in its order."""

    elements: tuple[Element, ...] = ()

    def of(self, kind: str) -> tuple[Element, ...]:
        """The elements of one kind."""
        return tuple(element for element in self.elements if element.kind == kind)


def read_graph(content: bytes, file: str, problems: Problems) -> Graph | None:
    """The elements of a file, or nothing if it is no GraphML, which is then said."""
    reader = _GraphReader(problems.limits.nodes)
    if not parse(content, reader.parser, file, problems):
        return None
    if not reader.is_graphml:
        problems.add(Place(file, 1, 1), "this is XML, but no GraphML")
        return None
    return Graph(tuple(reader.elements))


class _GraphReader:
    """Takes elements and their data from the events of the parser."""

    def __init__(self, most: int) -> None:
        self.elements: list[Element] = []
        self.most = most
        self.number = 0
        self.is_graphml = False
        self.open: list[Element] = []
        self.datum: Datum | None = None
        self.inner: list[_Inner] = []
        self.parser = make_parser(self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = _local(name)
        line = self.parser.CurrentLineNumber
        if self.datum is not None:
            self._start_within(self.datum, name, attributes)
        elif name == ROOT and not self.open:
            self.is_graphml = True
            self._open(name, line, attributes)
        elif name in {_DATA, _DEFAULT, _DESCRIPTION} and self.open:
            key = attributes.get("key", "") if name == _DATA else name
            self.datum = Datum(key, line)
            self.open[-1].data.append(self.datum)
        else:
            self._open(name, line, attributes)

    def _open(self, name: str, line: int, attributes: dict[str, str]) -> None:
        """Take in an element."""
        self.number += name in {NODE, EDGE}
        if self.number > self.most:
            raise RefusedError(f"the file holds more than {self.most:,} nodes or edges")
        said = {_local(key): value for key, value in attributes.items()}
        element = Element(name, line, said, self.open[-1] if self.open else None)
        self.elements.append(element)
        self.open.append(element)

    def _start_within(self, datum: Datum, name: str, attributes: dict[str, str]) -> None:
        """An element begins within data."""
        datum.is_drawn = True
        outer = self.inner[-1] if self.inner else None
        is_hidden = False
        if outer:
            shown = outer.name != _STATES or str(outer.children) == outer.active
            is_hidden = outer.muted or not shown
            outer.children += 1
        text = attributes.get("Text", "") if name == _LABEL_WITH_TEXT else ""
        if text.strip() and not is_hidden:
            datum.labels.append(text)
        if name == _ARROWS:
            ends = [attributes.get(end, "none") != "none" for end in ("source", "target")]
            datum.is_backward = ends == [True, False]
        self.inner.append(_Inner(name, attributes.get("active", "0"), muted=is_hidden))

    def _text(self, text: str) -> None:
        """Some text, of the innermost element that is open within data, or of the data."""
        if self.inner:
            self.inner[-1].texts.append(text)
        elif self.datum is not None:
            self.datum.text += text

    def _end(self, _: str) -> None:
        """An element ends."""
        if self.datum is None:
            self.open.pop()
        elif self.inner:
            ended = self.inner.pop()
            # Only text that stands in the label itself: elements within it place it.
            text = "".join(ended.texts)
            if ended.name in _LABELS and text.strip() and not ended.muted:
                self.datum.labels.append(_plain(text))
        else:
            self.datum = None


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def _plain(label: str) -> str:
    """A label without the mark-up that yEd reads in it.

    >>> _plain("<html>Audit &amp; <b>Risk</b><br>Board</html>"), _plain("A < B")
    ('Audit & Risk Board', 'A < B')
    """
    if not label.lstrip().casefold().startswith(_HTML):
        return label
    return " ".join(html.unescape(_TAG.sub(" ", label)).split())
