"""How often a body meets, from the words of a paper."""

import re

from govgraph.formats.limits import read_digits
from govgraph.model.names import normalise

_A_YEAR = {"week": 52, "month": 12, "quarter": 4, "term": 3, "year": 1}
_WORDS = {
    "half termly": 6,
    "half yearly": 2,
    "bi monthly": 6,
    "bimonthly": 6,
    "bi annually": 2,
    "biannually": 2,
    "fortnightly": 26,
    "weekly": 52,
    "monthly": 12,
    "quarterly": 4,
    "termly": 3,
    "yearly": 1,
    "annually": 1,
    "annual": 1,
}
"""Single words, the longer before those that they end with."""
_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_COUNTED)} | {"eleven": 11, "twelve": 12}
_UNIT = "(week|month|quarter|term|year)"
_TIMES = re.compile(rf"\b(?:(once|twice)|(\w+) times) (?:a|an|each|per|every) {_UNIT}\b")
_EVERY = re.compile(rf"\bevery (?:(\w+) )?{_UNIT}s?\b")
_EVERY_FEW = re.compile(r"\b(\w+) (week|month)ly\b")


def meetings_a_year(words: str) -> float | None:
    """How many meetings a year the words promise, or None where they do not say.

    >>> meetings_a_year("Quarterly"), meetings_a_year("three times a year")
    (4.0, 3.0)
    >>> meetings_a_year("every two months"), meetings_a_year("as needed")
    (6.0, None)
    """
    said = normalise(words)
    times = _TIMES.search(said)
    if times:
        number = {"once": 1, "twice": 2}.get(times[1]) or _number(times[2])
        return float(number * _A_YEAR[times[3]]) if number else None
    for pattern in (_EVERY, _EVERY_FEW):
        every = pattern.search(said)
        number = _number(every[1] or "one") if every else 0
        if every and number:
            return _A_YEAR[every[2]] / number
    known = (a_year for word, a_year in _WORDS.items() if re.search(rf"\b{word}\b", said))
    return next(map(float, known), None)


def _number(word: str) -> int:
    """The number that a word or figure means, or 0."""
    return read_digits(word) if word.isdecimal() else _NUMBERS.get(word, 0)
