"""The names of things in an RDF file, in one language or several.

A name in the language of the file comes first, then the author's preferred label; the names in
other languages are other names of the same thing.
"""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from xml.parsers import expat

from govgraph.formats.rdf_things import Things
from govgraph.formats.values import in_one_line

_SAID_ALREADY = "it is said in other words already, which are kept"
_NOT_WORDS = "it is an address, not words"

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


class Names:
    """The names that the statements of a file give to things.

    Attributes:
        language: that which the file says it is in; else that of most names, of two as common
            the one met first; nothing where most have none.
    """

    def __init__(
        self, things: Things, names: Sequence[str], others: Sequence[str], language: str = ""
    ) -> None:
        self._things = things
        self._names, self._others = tuple(names), tuple(others)
        self._worded: dict[str, tuple[str, ...]] = {}
        languages = Counter(
            _primary(value.language)
            for said in things.said.values()
            for predicate in names
            for value in said.get(predicate, ())
            if value.is_text
        )
        common = max(languages, key=languages.__getitem__, default="")
        self.language = _primary(language) or common
        del languages[""]
        # Of names in languages the file has one too, where most names are in none.
        self._tongue = self.language or max(languages, key=languages.__getitem__, default="")

    def of(self, thing: str) -> tuple[str, ...]:
        """Every name of a thing, the one to call it by first."""
        preferred = self.texts(thing, *self._names)
        return tuple(dict.fromkeys((*preferred, *self.texts(thing, *self._others))))

    def words(self, thing: str) -> tuple[str, ...]:
        """The names of what is said once, such as a role; those after the first are skipped."""
        if thing in self._worded:
            return self._worded[thing]
        names = self._worded[thing] = self.of(thing)
        for predicate in (*self._names, *self._others):
            for value in self._things.all(thing, predicate):
                if value.is_text and in_one_line(value.text) not in names[:1]:
                    self._things.skip(thing, (predicate,), value, _SAID_ALREADY)
        return names

    def texts(self, thing: str, *predicates: str) -> tuple[str, ...]:
        """What predicates say of a thing in words: in the file's language first, each once."""
        ranked: list[tuple[tuple[bool, int, bool], str]] = []
        for rank, predicate in enumerate(predicates):
            for value in self._things.all(thing, predicate):
                text = in_one_line(value.text)
                if value.is_text and text:
                    primary = _primary(value.language)
                    foreign = bool(primary) and primary != self._tongue
                    ranked.append(((foreign, rank, primary != self.language), text))
                elif not value.is_text:
                    self._things.skip(thing, (predicate,), value, _NOT_WORDS)
        return tuple(dict.fromkeys(text for _, text in sorted(ranked, key=lambda each: each[0])))


def _primary(language: str) -> str:
    """A language without its region: `en` of `en-GB`."""
    return language.partition("-")[0].casefold()


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
