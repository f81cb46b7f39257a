"""Letters of one alphabet that pass for those of another.

Those of `LATIN_TWIN` are taken from Unicode Technical Standard 39 (confusables.txt): single letters
of living alphabets, and those that are often abused, which look the same as a Latin letter in the
typefaces that papers are set in. See docs/decisions/0018-names-that-deceive.md.
"""

import re
import unicodedata
from collections.abc import Sequence

_LATIN, _GREEK = "LATIN", "GREEK"
_TWINS = {
    "CYRILLIC": (
        "АВСЕНІЈКМОРЅТХУҮԌԜѴӀасԁеһіјорԛѕѵԝхуү",
        "ABCEHIJKMOPSTXYYGWVIacdehijopqsvwxyy",
    ),
    _GREEK: ("ΑΒΕΖΗΙͿΚΜΝΟΡΤΥΧονϳ", "ABEZHIJKMNOPTYXovj"),
    "ARMENIAN": ("ՕՏՍցհոօսզ", "OSUghnouq"),
    "CHEROKEE": ("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ", "ABCDEGHJKLMPRSTVWYZ"),
    "COPTIC": ("ⲤⲎⲔⲘⲚⲞⲢⲦⲬⲨⲥⲟⲣ", "CHKMNOPTXYcop"),
    "LISU": ("ꓮꓐꓚꓓꓰꓝꓖꓧꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHJKLMNOPRSTUVWXYZ"),
}
LATIN_TWIN = {
    letter: twin
    for letters, twins in _TWINS.values()
    for letter, twin in zip(letters, twins, strict=True)
}
"""For a letter of another alphabet, the Latin letter that it passes for."""
_ALWAYS_WORDS = _TWINS.keys() - {_GREEK}
_PASSED_FOR = {script: frozenset(twins) for script, (_, twins) in _TWINS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^()\[\]/|,;:–—]+")
"""What one name of several is: `НАТО (NATO)` is two, each in an alphabet of its own."""


def find_strangers(text: str) -> str:
    """The letters that pass for those of the words they stand in, each once.

    A word of one alphabet is sound, and so is one with letters that are plainly of another
    (`TNFα`). Where a name is Latin but for words that only look as if they were, the letters of
    those are given; Greek words aside, which are symbols more often than not.

    >>> find_strangers("Сounty Board"), find_strangers("Aβ Group"), find_strangers("Совет Board")
    ('С', '', '')
    """
    if text.isascii():
        return ""
    parts = [_WORD.findall(part) for part in _PART.findall(unicodedata.normalize("NFC", text))]
    found = [letter for words in parts for word in words for letter in _strangers_in_word(word)]
    return "".join(dict.fromkeys(found or [each for part in parts for each in _passing(part)]))


def script_of(letter: str) -> str:
    """The script that a letter belongs to, by its name in Unicode.

    >>> script_of("ŵ"), script_of("С")
    ('LATIN', 'CYRILLIC')
    """
    return unicodedata.name(letter, "").partition(" ")[0]


def _strangers_in_word(word: str) -> list[str]:
    """The letters of a word that pass for those of the alphabet that the rest of it is in."""
    by_script: dict[str, list[str]] = {}
    for letter in word:
        by_script.setdefault(script_of(letter), []).append(letter)
    latin = by_script.pop(_LATIN, [])
    for script, others in by_script.items():
        if not latin or script not in _TWINS:
            continue
        if all(map(_twin, others)):
            return others
        symbol = script == _GREEK and len(others) <= len(latin)
        if not symbol and all(_bare(letter) in _PASSED_FOR[script] for letter in latin):
            return latin
    return []


def _passing(words: Sequence[str]) -> list[str]:
    """The letters of words that only look Latin, where the words beside them are Latin."""
    letters = [(letter, script_of(letter)) for word in words for letter in word]
    others = [letter for letter, script in letters if script in _ALWAYS_WORDS]
    latin = any(script == _LATIN for _, script in letters)
    return others if latin and all(map(_twin, others)) else []


def _bare(letter: str) -> str:
    """A letter without its accents."""
    return unicodedata.normalize("NFD", letter)[0]


def _twin(letter: str) -> str:
    """The Latin letter that one of another alphabet passes for, accents aside; or nothing."""
    return LATIN_TWIN.get(_bare(letter), "")
