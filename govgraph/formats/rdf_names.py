"""The names of things in an RDF file, in one language or several.

A name in the language of the file comes first, then the author's preferred label; the names in
other languages are other names of the same thing.
"""

from collections import Counter
from collections.abc import Sequence

from govgraph.formats.rdf_things import Things
from govgraph.formats.values import in_one_line

_SAID_ALREADY = "it is said in other words already, which are kept"
_NOT_WORDS = "it is an address, not words"


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
