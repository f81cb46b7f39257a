"""The language that an RDF file says it is in, which names are chosen by."""

import json
from contextlib import suppress
from xml.parsers import expat

from govgraph.formats.rdf_things import Things

_DATASETS = frozenset(
    (
        "http://www.w3.org/2002/07/owl#Ontology",
        "http://rdfs.org/ns/void#Dataset",
        "http://www.w3.org/ns/dcat#Dataset",
        "http://xmlns.com/foaf/0.1/Document",
        "http://www.w3.org/2004/02/skos/core#ConceptScheme",
    )
)
"""The classes of things that stand for a whole file."""
_LANGUAGE = ("http://purl.org/dc/terms/language", "http://purl.org/dc/elements/1.1/language")


def find_language(content: bytes, parser: str, things: Things) -> str:
    """The language of a file: of its first element, its context, or what stands for all of it.

    Nothing where none is said.
    """
    if parser == "xml":
        return _of_first_element(content) or _of_dataset(things)
    if parser == "json-ld":
        return _of_context(content) or _of_dataset(things)
    return _of_dataset(things)


def _of_first_element(content: bytes) -> str:
    """The `xml:lang` of the first element."""
    found: list[str] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes.get("xml:lang", ""))

    reader = expat.ParserCreate()
    reader.StartElementHandler = start
    with suppress(expat.ExpatError):  # the file has been read by another parser
        reader.Parse(content, True)  # noqa: FBT003 - its own signature
    return found[0] if found else ""


def _of_context(content: bytes) -> str:
    """The `@language` of the context at the top."""
    root = json.loads(content, parse_int=str)  # of any length
    contexts = root.get("@context") if isinstance(root, dict) else None
    for context in contexts if isinstance(contexts, list) else [contexts]:
        if isinstance(context, dict) and isinstance(context.get("@language"), str):
            return str(context["@language"])
    return ""


def _of_dataset(things: Things) -> str:
    """The language of a thing that stands for the whole file."""
    for thing in things.said:
        if _DATASETS.intersection(things.types(thing)):
            for value in things.all(thing, *_LANGUAGE):
                if value.is_text:
                    return value.text
    return ""
