"""Lists, counts and plurals, so that one of anything is never several."""

from collections.abc import Iterable, Sized

NAMED = 5
"""Most names in one sentence; the rest are counted."""
_IRREGULAR = {"person": "people"}


def join_words(words: Iterable[str], most: int | None = NAMED, last: str = "and") -> str:
    """The words as a list in a sentence, those beyond `most` counted; all of them for None.

    >>> join_words(["Fleet", "Hart", "Odiham"])
    'Fleet, Hart and Odiham'
    >>> join_words(["Fleet", "Hart", "Odiham", "Yateley"], most=2)
    'Fleet, Hart and 2 others'
    """
    shown = list(words)
    if most is not None and len(shown) > most:
        shown = [*shown[:most], count_words(len(shown) - most, "other")]
    return f" {last} ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def count_words(number: int, one: str, several: str = "") -> str:
    """A number and what it counts.

    >>> count_words(1, "body"), count_words(4, "step"), count_words(2, "seat of a body")
    ('1 body', '4 steps', '2 seats of a body')
    """
    return f"{number:,} {one if number == 1 else several or plural_of(one)}"


def plural_of(noun: str) -> str:
    """Several of what a noun names.

    >>> plural_of("body"), plural_of("person"), plural_of("area of a body"), plural_of("match")
    ('bodies', 'people', 'areas of a body', 'matches')
    """
    one, of, rest = noun.partition(" of ")
    *before, word = one.split(" ")
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = f"{word[:-1]}ies"
    else:
        word = f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
    return " ".join((*before, word)) + of + rest


def agree(things: int | Sized, one: str, several: str) -> str:
    """The word that goes with so many things: `is` or `are`, `answers` or `answer`.

    >>> agree(1, "is", "are"), agree(["a", "b"], "answers", "answer")
    ('is', 'answer')
    """
    return one if (things if isinstance(things, int) else len(things)) == 1 else several
