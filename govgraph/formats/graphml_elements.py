"""The nodes and edges of a GraphML file, with the lines on which they stand.

Python's own XML parser is used event by event, and told to refuse entities: nothing in the file
can make it grow.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.problems import Problems

_LABELS = {"NodeLabel": "nodelabel", "EdgeLabel": "edgelabel"}


@dataclass(slots=True)
class Element:
    """A node or an edge, with its data by the names of their keys."""

    line: int
    id: str = ""
    source: str = ""
    target: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """Everything in a file that is a node or an edge."""

    nodes: list[Element] = field(default_factory=list)
    edges: list[Element] = field(default_factory=list)
    undirected: int = 0


class _RefusedError(Exception):
    """The file is refused; the message says why."""


def read_graph(content: bytes, file: str, problems: Problems) -> Graph | None:
    """The nodes and edges of a file, or nothing if it is no GraphML, which is then said."""
    reader = _GraphReader(problems.limits.nodes)
    parser = reader.parser
    try:
        parser.Parse(content, True)  # noqa: FBT003 - its own signature
    except expat.ExpatError as error:
        message = f"this is no XML: {expat.ErrorString(error.code)}"
        problems.add(Place(file, error.lineno, error.offset + 1), message)
        return None
    except (_RefusedError, ValueError, LookupError) as error:  # the last of an unknown encoding
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        problems.add(place, str(error))
        return None
    if not reader.is_graphml:
        problems.add(Place(file, 1, 1), "this is XML, but no GraphML")
        return None
    return reader.graph


class _GraphReader:
    """Takes nodes and edges from the events of the parser."""

    def __init__(self, most: int) -> None:
        self.graph = Graph()
        self.most = most
        self.is_graphml = False
        self.keys: dict[str, str] = {}
        self.defaults: dict[str, str] = {}
        self.directed = True
        self.open: list[Element] = []
        self.key = ""
        self.label = ""
        self.text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.text.append
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_: object) -> None:
        raise _RefusedError("the file declares entities, which are not read")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(" ")[2]
        self.text.clear()
        line = self.parser.CurrentLineNumber
        if name == "graphml":
            self.is_graphml = True
        elif name == "graph":
            self.directed = attributes.get("edgedefault") != "undirected"
        elif name == "key":
            self.key = attributes.get("id", "")
            self.keys[self.key] = attributes.get("attr.name", "")
        elif name == "node":
            self._add(self.graph.nodes, Element(line, attributes.get("id", "")))
        elif name == "edge":
            ends = attributes.get("source", ""), attributes.get("target", "")
            self._add(self.graph.edges, Element(line, attributes.get("id", ""), *ends))
            directed = attributes.get("directed", str(self.directed)).casefold() == "true"
            self.graph.undirected += not directed
        elif name == "data":
            self.key = attributes.get("key", "")

    def _add(self, elements: list[Element], element: Element) -> None:
        """Take in a node or an edge."""
        if len(elements) >= self.most:
            raise _RefusedError(f"the file holds more than {self.most:,} nodes or edges")
        elements.append(element)
        self.open.append(element)

    def _end(self, name: str) -> None:
        """An element ends."""
        name = name.rpartition(" ")[2]
        text = "".join(self.text)
        if name in {"node", "edge"}:
            self.open.pop()
        elif name in _LABELS and self.open:
            self.open[-1].data.setdefault(_LABELS[name], text)
        elif name == "data" and self.open and self.keys.get(self.key):
            self.open[-1].data[self.keys[self.key]] = text
        self.text.clear()
