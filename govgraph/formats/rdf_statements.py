"""The statements of an RDF file, in the order of the file, read through pyoxigraph.

It takes time in proportion to the size of a file, fetches nothing, and says where a file is wrong.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.decoding import decode
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode
from govgraph.formats.problems import Problems, visible
from govgraph.formats.xml_events import refuse_entities
from govgraph.plugins import import_extra

BLANK = "_:"
"""How the name of a thing without an address begins."""
RELATIVE_TO = "x-govgraph:/"
"""What addresses without a beginning are relative to; only their last part is used."""
_FORMATS = {"turtle": "TURTLE", "nt": "N_TRIPLES", "json-ld": "JSON_LD", "xml": "RDF_XML"}
_XML_ENCODING = re.compile(rb"""^<\?xml[^>]*?\sencoding=["']([\w.-]+)["'][^>]*\?>""")
_DECLARED = re.compile(r"^<\?xml[^>]*\?>")
_OF_HOSTS = (b"idna", b"punycode")
"""Encodings of the names of machines, which Python knows and takes its time with."""
_WHERE = re.compile(r"^Parser error at .*?: | \(line \d+\)$")


class Term(NamedTuple):
    """What a statement says of a thing: another thing, or a text in a language."""

    text: str
    is_text: bool = False
    language: str = ""


class Statement(NamedTuple):
    """One statement: of what, what is said, and the value."""

    thing: str
    predicate: str
    value: Term


def read_statements(
    content: bytes, parser: str, file: str, problems: Problems
) -> Iterable[Statement]:
    """Every statement of a file, each once; things without an address are numbered.

    Args:
        content: the bytes of the file, in UTF-8.
        parser: `turtle`, `nt`, `json-ld` or `xml`.
        file: the name of the file.
        problems: takes what is wrong.

    Raises:
        LoadError: the file is no such RDF, or leans on a context elsewhere.
        MissingExtraError: the extra `rdf` is not installed.
    """
    oxigraph = import_extra("pyoxigraph", "reading RDF", "rdf")
    found: dict[Statement, None] = {}
    numbers: dict[str, str] = {}
    try:
        for quad in oxigraph.parse(
            content,
            format=getattr(oxigraph.RdfFormat, _FORMATS[parser]),
            base_iri=RELATIVE_TO,
            lenient=True,  # addresses with spaces are read: only their last part is used
        ):
            thing = _term(oxigraph, quad.subject, numbers)
            value = _term(oxigraph, quad.object, numbers)
            found[Statement(thing.text, quad.predicate.value, value)] = None
    except SyntaxError as error:
        place = _place(error, content if parser == "xml" else b"", file)
        why = _WHERE.sub("", visible(str(error.msg)))
        problems.add(place, f"this is no {parser} that can be read: {why}")
    problems.raise_if_any()
    return tuple(found)


def _term(oxigraph: Any, term: Any, numbers: dict[str, str]) -> Term:  # noqa: ANN401 - comes late
    """A term of the library's as one of ours."""
    if isinstance(term, oxigraph.NamedNode):
        return Term(term.value)
    if isinstance(term, oxigraph.Literal):
        return Term(term.value, is_text=True, language=term.language or "")
    # A thing without an address, or a statement that is spoken of as a thing.
    return Term(numbers.setdefault(str(term), f"{BLANK}{len(numbers) + 1}"))


def as_utf_8(content: bytes, parser: str, file: str, problems: Problems) -> bytes:
    """The bytes that a parser can be given: UTF-8, and nothing in them that stands elsewhere.

    Raises:
        LoadError: it is no text, or leans on something elsewhere.
    """
    text = _in_utf_8(content, parser, file, problems)
    problems.raise_if_any()
    return text


def _in_utf_8(content: bytes, parser: str, file: str, problems: Problems) -> bytes:
    """The same, with what is wrong among the problems."""
    if parser == "xml":
        content = _xml_in_utf_8(content)
        refuse_entities(content, file, problems)
        return content
    text = decode(content, file, problems) or ""
    if parser == "json-ld" and not problems.found:
        _refuse_contexts(text, file, problems)
    return text.encode()


def _xml_in_utf_8(content: bytes) -> bytes:
    """An XML file in UTF-8, whatever encoding it declares; as it is where that is unknown."""
    declared = _XML_ENCODING.match(content)
    try:
        if declared:
            text = content.decode("" if declared[1] in _OF_HOSTS else declared[1].decode())
        else:
            text = content.decode(
                "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
            )
    except (LookupError, UnicodeError):
        return content
    text = text.lstrip("\ufeff")
    # Blanks in its place, so that all else stands where it did.
    return _DECLARED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text).encode()


def _refuse_contexts(text: str, file: str, problems: Problems) -> None:
    """Say which meanings of JSON-LD stand at an address elsewhere, and not in the file."""
    from govgraph.formats.json_nodes import read_nodes

    root = read_nodes(text, file, problems)
    for node in _contexts(root) if root else ():
        message = f"the context '{visible(node.text or '')}' stands elsewhere, and is not fetched"
        problems.add(Place(file, node.line, node.column), message)


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


def _place(error: SyntaxError, xml: bytes, file: str) -> Place:
    """Where a file is wrong; of XML that is not well formed another parser knows it."""
    if error.lineno:
        return Place(file, error.lineno, error.offset or 1)
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 - its own signature
    except expat.ExpatError as found:
        return Place(file, found.lineno, found.offset + 1)
    return Place(file, 0, 0)
