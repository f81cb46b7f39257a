"""What is said of the elements of a graph, under the names of their keys, each a record.

A key without a name goes by what it is for, or by its id; data under a key that nobody declared by
that id. The default of a key is said of every element that says nothing else.
"""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.graphml_elements import EDGE, GRAPH, KEY, NODE, ROOT, Datum, Element, Graph
from govgraph.formats.ledger import FIELD, Ledger

GROUP, ENDPOINT, LABEL = "group", "endpoint", "label drawn"
_DESCRIPTION, _DEFAULT = "desc", "default"
DEFAULTED = f"{KEY}{FIELD}{_DEFAULT}"
"""What the default of a key is in the ledger, however many elements it is said of."""
_OURS = {"node-name", "edge-kind"}
"""The keys by which a file of ours is known, whose kinds are as their author wrote them."""
_OF_THE_FORMAT = {
    NODE: {"id"},
    EDGE: {"id", "source", "target", "directed"},
    KEY: {"id", "for", "attr.name", "attr.type", "yfiles.type", "attr.uri", "attr.list"},
    GRAPH: {"id", "edgedefault"},
    ROOT: {"schemaLocation"},
}
"""The attributes of elements that say what the format itself says."""


class Said(NamedTuple):
    """One thing that is said of an element, and the record that it is in the ledger."""

    name: str
    text: str
    kind: str
    key: Hashable


class GraphRecords:
    """The elements of a file as records, and what is said of each."""

    def __init__(self, file: str, graph: Graph) -> None:
        self.file = file
        self.graph = graph
        self.ledger = Ledger(file)
        self.keys = {key.id: key for key in graph.of(KEY)}
        self.is_ours = bool(_OURS & {*self.keys})
        for element in graph.elements:
            self._count(element)

    def kind_of(self, element: Element) -> str:
        """What an element is called in the account; a graph within another element is a group."""
        is_group = element.kind == GRAPH and element.within and element.within.kind != ROOT
        return GROUP if is_group else element.kind

    def said_of(self, element: Element) -> Iterator[Said]:
        """What is written of an element, and then the defaults of keys that it does not use."""
        kind, used = self.kind_of(element), set()
        for name in self._further(element):
            yield Said(name, element.attributes[name], f"{kind}{FIELD}{name}", id(element))
        for datum in element.data:
            used.add(datum.key)
            name = self._name(datum.key)
            if _holds(datum):
                yield Said(name, datum.text.strip(), f"{kind}{FIELD}{name}", id(datum))
            for number, label in enumerate(datum.labels):
                yield Said(LABEL, label, f"{kind}{FIELD}{LABEL}", (id(datum), number))
        for key in self.keys.values() if kind in {NODE, EDGE} else ():
            if key.id not in used and key.attributes.get("for", "all") in {kind, "all"}:
                yield from self._default(key)

    def place(self, element: Element) -> Place:
        """Where an element stands."""
        return Place(self.file, element.line, 1)

    def _default(self, key: Element) -> Iterator[Said]:
        """The default of a key, if it has one."""
        for datum in key.data:
            if datum.key == _DEFAULT and datum.text.strip():
                yield Said(self._name(key.id), datum.text.strip(), DEFAULTED, id(datum))

    def _count(self, element: Element) -> None:
        """Count an element and everything that is said of it."""
        kind, name = self.kind_of(element), _name_of(element)
        if kind != ROOT:  # the file itself
            self.ledger.count(kind, id(element), name, self.place(element))
        for attribute in self._further(element):
            self.ledger.count(f"{kind}{FIELD}{attribute}", id(element), name)
        for datum in element.data:
            if _holds(datum):
                self.ledger.count(f"{kind}{FIELD}{self._name(datum.key)}", id(datum), name)
            for number, _ in enumerate(datum.labels):
                self.ledger.count(f"{kind}{FIELD}{LABEL}", (id(datum), number), name)

    def _further(self, element: Element) -> list[str]:
        """The attributes of an element that the format itself does not know."""
        known = _OF_THE_FORMAT.get(element.kind, set())
        return [name for name, text in element.attributes.items() if name not in known and text]

    def _name(self, key: str) -> str:
        """What data under a key are called."""
        if key == _DESCRIPTION:
            return _DESCRIPTION
        known = self.keys.get(key)
        named = known.attributes if known else {}
        return named.get("attr.name") or named.get("yfiles.type") or key or "data"


def _holds(datum: Datum) -> bool:
    """Whether anything is written in some data."""
    return bool(datum.text.strip()) or datum.is_drawn


def _name_of(element: Element) -> str:
    """What an element is called in an account: by its id, or its ends."""
    ends = [element.attributes.get(end, "") for end in ("source", "target")]
    named = element.id or element.attributes.get("name") or element.attributes.get("node", "")
    return named or (" to ".join(ends) if any(ends) else "")
