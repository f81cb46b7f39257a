"""Whether two names may mean the same partner: by letters, by words or by spelling.

A likeness is offered to a person who knows; nothing is ever decided by it.
"""

from enum import StrEnum

from govgraph.model.names import SMALL_WORDS, acronyms, normalise

_SHORTEST = 4
"""The least letters of a text that is compared by spelling: shorter words are all alike."""
_LONGEST = 120
"""The most letters of a text that is compared by spelling: the time grows with their square."""
_ALIKE = 0.84
"""How much of two spellings must agree, from 0 to 1; below it unlike words begin to match."""
_EVERYWHERE = frozenset({"local", "service", "team", "board", "group", "representative", "body"})
"""Words that so many partners share that one of them alone says nothing."""


class Likeness(StrEnum):
    """In which way two names are alike."""

    ACRONYM = "the letters of its words"
    WORDS = "the same words"
    SPELLING = "nearly the same spelling"


def find_likeness(wanted: str, found: str) -> Likeness | None:
    """In which way two names that are not the same are alike, or None.

    >>> find_likeness("Primary Care Trust", "PCT")
    <Likeness.ACRONYM: 'the letters of its words'>
    >>> find_likeness("Police", "Thames Valley Police")
    <Likeness.WORDS: 'the same words'>
    >>> find_likeness("Police", "Parents") is None
    True
    """
    one, other = normalise(wanted), normalise(found)
    if not one or not other:
        return None
    if _abbreviates(one, other) or _abbreviates(other, one):
        return Likeness.ACRONYM
    one_words, other_words = _words(one), _words(other)
    shared = one_words & other_words
    if shared - _EVERYWHERE and shared in (one_words, other_words):
        return Likeness.WORDS
    return Likeness.SPELLING if _spelt_alike(one, other) else None


def _abbreviates(short: str, name: str) -> bool:
    """Whether one name is the initials of the other, or of its last words."""
    words = [word for word in name.split() if word not in SMALL_WORDS]
    if " " in short or len(words) < 2:  # noqa: PLR2004 - initials need words
        return False
    initials = "".join(word[0] for word in words)
    letters = short.removesuffix("s") if len(short) > len(initials) else short
    return letters == initials or letters.upper() in acronyms(name)


def _words(name: str) -> frozenset[str]:
    """The words of a name that carry its meaning, each without the ending of a plural."""
    return frozenset(_singular(word) for word in name.split() if word not in SMALL_WORDS)


def _singular(word: str) -> str:
    """A word without the ending of a plural; good enough to compare two of them.

    >>> _singular("agencies"), _singular("schools"), _singular("business")
    ('agency', 'school', 'business')
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    plural = word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural and len(word) >= _SHORTEST else word


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip of spelling."""
    if min(len(one), len(other)) < _SHORTEST or max(len(one), len(other)) > _LONGEST:
        return False
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, one, other, autojunk=False)
    return (
        match.real_quick_ratio() >= _ALIKE
        and match.quick_ratio() >= _ALIKE
        and match.ratio() >= _ALIKE
    )
