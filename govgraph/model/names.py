"""The names a body or person goes by, and finding one by what somebody typed."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from govgraph.errors import AmbiguousNameError, QuestionError, UnknownNameError
from govgraph.model.appearance import without_unseen
from govgraph.model.bodies import Body
from govgraph.model.seats import Person
from govgraph.model.structure import Structure

LONGEST_COMPARED = 200
"""Most letters of a text whose spelling is compared with others."""
SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_NOT_WORD = re.compile(r"[\W_]+")
# Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


class Named(Protocol):
    """Anything with an id, a name and other names."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the protocol's docstring says it
    @property
    def name(self) -> str: ...  # noqa: D102 - as above
    @property
    def also_known_as(self) -> tuple[str, ...]: ...  # noqa: D102 - as above


NamedT = TypeVar("NamedT", bound=Named)


def normalise(text: str) -> str:
    """`text` without case, accents, punctuation, doubled spaces or what nobody sees.

    >>> normalise("Tŵr  Local Children's Partnership")
    'twr local childrens partnership'
    """
    if text.isascii():  # nothing to take apart, and by far the commonest
        return _NOT_WORD.sub(" ", text.lower().replace("'", "")).strip()
    seen = without_unseen(text)
    apart = unicodedata.normalize("NFKD", seen.casefold().replace("'", "").replace("’", ""))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare.translate(_PLAIN)).strip()


def acronym(name: str) -> str:
    """The initials of a name's words, small words left out.

    >>> acronym("Hart Local Strategic Partnership")
    'HLSP'
    """
    words = normalise(name).split()
    return "".join(word[0] for word in words if word not in SMALL_WORDS).upper()


def acronyms(name: str) -> frozenset[str]:
    """The acronyms a name may go by: its own, and those of its last words (`LSP`)."""
    whole = acronym(name)
    return frozenset(whole[start:] for start in range(max(len(whole) - 2, 0)))


def find_body(structure: Structure, name: str) -> Body:
    """The body that goes by `name`: an id, a name, another name or an acronym, in that order.

    Raises:
        UnknownNameError: no body does; carries the nearest spellings.
        AmbiguousNameError: several do; carries them.
    """
    return _find(structure.bodies, structure.body_by_id, "body", name)


def find_person(structure: Structure, name: str) -> Person:
    """The person who goes by `name`, likewise."""
    return _find(structure.people, structure.person_by_id, "person", name)


def nearest(text: str, candidates: Iterable[Named], most: int = 3) -> tuple[str, ...]:
    """The ids that `text` was probably meant to be, the likeliest first.

    An acronym or other name that fits exactly comes before a name that holds every word of the
    text, and that before any likeness of spelling. What is longer than any name is like nothing.
    """
    if len(text) > LONGEST_COMPARED:
        return ()
    listed = [item for item in candidates if _is_of_fair_length(item)]
    for fits in (_goes_by, _holds_words):
        if found := sorted(item.id for item in listed if fits(item, text)):
            return tuple(found[:most])
    spelt = {item.id.casefold(): item.id for item in listed}
    for item in listed:
        spelt.update((normalise(name), item.id) for name in (item.name, *item.also_known_as))
    close = nearest_words((text.casefold(), normalise(text)), sorted(spelt), most)
    return tuple(dict.fromkeys(spelt[word] for word in close))


def nearest_words(texts: Sequence[str], allowed: Sequence[str], most: int = 1) -> tuple[str, ...]:
    """Those of `allowed` that are spelt most like any of `texts`.

    What is longer than any name is like nothing: to compare two such texts takes seconds.
    """
    import difflib

    spelt = [text for text in texts if len(text) <= LONGEST_COMPARED]
    words = [word for word in allowed if len(word) <= LONGEST_COMPARED] if spelt else []
    close = [word for text in spelt for word in difflib.get_close_matches(text, words, n=most)]
    return tuple(dict.fromkeys(close))[:most]


def _is_of_fair_length(item: Named) -> bool:
    """Whether no name of `item` is longer than is compared."""
    return all(len(name) <= LONGEST_COMPARED for name in (item.id, item.name, *item.also_known_as))


def _goes_by(item: Named, text: str) -> bool:
    """Whether `text` is a name or acronym of `item`, case and accents aside."""
    wanted = normalise(text)
    if not wanted:
        return False
    if any(wanted == normalise(name) for name in (item.id, item.name, *item.also_known_as)):
        return True
    return " " not in wanted and any(
        wanted.upper() in acronyms(name) for name in (item.name, *item.also_known_as)
    )


def _holds_words(item: Named, text: str) -> bool:
    """Whether one name of `item` holds every word of `text`: `central`, of Central Partnership."""
    words = set(normalise(text).split())
    return bool(words) and any(
        words <= set(normalise(name).split()) for name in (item.name, *item.also_known_as)
    )


def list_named(found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Those of one name as a question lists them: the id of each, and its name."""
    return tuple(f"{id_}  ({name})" for id_, name in found)


class NameIndex(Generic[NamedT]):
    """Who goes by a name, case, accents and punctuation aside.

    >>> NameIndex([Body(id="pab", name="Partnership Advisory Body")]).find("Pab")[0].id
    'pab'
    """

    def __init__(self, items: Iterable[NamedT]) -> None:
        """Take those who may be named."""
        self._items = tuple(items)
        self._ways: list[Mapping[str, list[NamedT]]] = []

    def find(self, written: str) -> tuple[NamedT, ...]:
        """Those whom the first of these gives, by id: id, name, other name, initials, the last.

        The last are the initials of a name's last words, which leave its place out: `LSP`.
        """
        wanted = normalise(written)
        for number in range(len(_WAYS)) if wanted else ():
            found = self._way(number).get(wanted)
            if found:
                return tuple(sorted(found, key=lambda item: item.id))
        return ()

    def _way(self, number: int) -> Mapping[str, list[NamedT]]:
        """Everybody by what they go by in one way; worked out once one gets so far."""
        if number == len(self._ways):
            spelt: dict[str, list[NamedT]] = {}
            for item in self._items:
                for known in frozenset(_WAYS[number](item)):
                    spelt.setdefault(known, []).append(item)
            self._ways.append(spelt)
        return self._ways[number]


_WAYS: tuple[Callable[[Named], Iterable[str]], ...] = (
    lambda item: (normalise(item.id),),
    lambda item: (normalise(item.name),),
    lambda item: map(normalise, item.also_known_as),
    lambda item: (short.lower() for short in (acronym(item.name),) if len(short) > 1),
    lambda item: (
        short.lower() for known in (item.name, *item.also_known_as) for short in acronyms(known)
    ),
)
"""The ways to go by a name, the surest first."""


def _find(items: Sequence[NamedT], by_id: Mapping[str, NamedT], what: str, name: object) -> NamedT:
    """The one item that goes by `name`, tried id first, acronym last."""
    if not isinstance(name, str):
        raise QuestionError(f"a {what} is asked for by a name or an id, not by {name!r:.80}")
    if name in by_id:
        return by_id[name]
    found = NameIndex(items).find(name)
    if len(found) > 1:
        raise AmbiguousNameError(what, name, list_named((item.id, item.name) for item in found))
    if found:
        return found[0]
    close = nearest(name, items)
    raise UnknownNameError(what, name, close, {id_: by_id[id_].name for id_ in close})
