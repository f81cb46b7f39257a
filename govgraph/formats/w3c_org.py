"""The W3C's Organization Ontology (w3.org/TR/vocab-org) as Turtle, JSON-LD or RDF/XML.

Read through rdflib, plain or as the local authorities of Flanders use it. Nothing is fetched: a
file that leans on a context elsewhere is refused.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from govgraph.errors import Place
from govgraph.formats.account import Account, Left
from govgraph.formats.extras import import_extra
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, visible
from govgraph.formats.w3c_org_taking import Organisations
from govgraph.formats.xml_entities import refuse_entities
from govgraph.model.structure import Structure

_PARSERS = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".rdf": "xml", ".owl": "xml"}
_RELATIVE_TO = "x-govgraph:/"
"""What addresses without a beginning are relative to; only their last part is used."""
_IN_XML = re.compile(r":(\d+):(\d+):")


def read_file(path: Path, limits: Limits) -> Account:
    """The organisations, posts and memberships of an RDF file.

    Raises:
        LoadError: it cannot be read, is no RDF, or leans on a context elsewhere.
        MissingExtraError: the extra `rdf` is not installed.
    """
    rdflib = import_extra("rdflib", "reading RDF", "rdf")
    problems = Problems(limits)
    file = visible(str(path))
    content = read_bytes(path, problems)
    problems.raise_if_any()
    parser = _PARSERS.get(path.suffix.lower(), "turtle")
    if parser == "json-ld":
        content = _without_contexts(content or b"", file, problems)
    elif parser == "xml":
        refuse_entities(content or b"", file, problems)
        problems.raise_if_any()
    graph = rdflib.Graph()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib to itself
            graph.parse(data=content, format=parser, publicID=_RELATIVE_TO)
    except Exception as error:  # noqa: BLE001 - each parser raises errors of its own
        problems.add(_place(error, file), f"this is no {parser} that can be read: {_why(error)}")
    problems.raise_if_any()
    return Organisations(graph, file).account()


def write_content(structure: Structure) -> bytes:
    """The bytes of a Turtle file with the bodies, posts and memberships of a structure."""
    # Imported here, for most commands only read.
    from govgraph.formats.w3c_org_writing import structure_as_turtle

    return structure_as_turtle(structure)


def find_bent(structure: Structure) -> Iterable[Left]:
    """What becomes something else when a structure is written."""
    from govgraph.formats.w3c_org_writing import find_bent as bent

    return bent(structure)


def _without_contexts(content: bytes, file: str, problems: Problems) -> bytes:
    """JSON-LD whose meaning stands in the file, and not at an address elsewhere.

    Raises:
        LoadError: it is no JSON, or leans on a context elsewhere.
    """
    from govgraph.formats.decoding import decode
    from govgraph.formats.json_nodes import read_nodes

    text = decode(content, file, problems)
    root = None if text is None else read_nodes(text, file, problems)
    for node in _contexts(root) if root else ():
        message = f"the context '{visible(node.text or '')}' stands elsewhere, and is not fetched"
        problems.add(Place(file, node.line, node.column), message)
    problems.raise_if_any()
    return (text or "").encode()


def _contexts(node: Node, named: str = "") -> Iterator[TextNode]:
    """Every context that is only an address."""
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _contexts(item, named)
    elif isinstance(node, MapNode):
        for name, entry in node.entries.items():
            yield from _contexts(entry.value, name)
    elif named in {"@context", "@import"} and node.text:
        yield node


def _place(error: Exception, file: str) -> Place:
    """Where an RDF file is wrong, if the parser says so."""
    line = getattr(error, "lines", None)  # of Turtle: lines read before the fault
    if isinstance(line, int):
        return Place(file, line + 1, 1)
    found = _IN_XML.search(str(error))
    return Place(file, int(found[1]), int(found[2]) + 1) if found else Place(file, 0, 0)


def _why(error: Any) -> str:  # noqa: ANN401 - an error of any of the parsers
    """What a parser says is wrong, in one line."""
    if isinstance(error, RecursionError):
        return "what is in brackets stands too deep within other brackets"
    said = getattr(error, "_why", None) or str(error).splitlines()[0]
    return visible(str(said))
