"""The numbers that Word gives to paragraphs: counted, as they stand in no text."""

from collections.abc import Mapping
from typing import Any, NamedTuple

_LEVELS = 9
_MOST_LETTERS = 26
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 10_000
"""Beyond this a number in a file is none that people count to."""


class Level(NamedTuple):
    """How one level of a list is numbered: the format, the text round it, and the first number."""

    format: str
    text: str
    start: int


class Numbered(NamedTuple):
    """The number of a paragraph, or nothing for a bullet, and the level it stands on."""

    number: str
    level: int
    bullet: bool


class WordNumbers:
    """Counts the numbered paragraphs of a document, from its numbering part."""

    def __init__(self, numbering: Any, styles: Any) -> None:  # noqa: ANN401 - lxml elements, or None
        self.levels = _levels(numbering) if numbering is not None else {}
        self.styles = _styles(styles) if styles is not None else {}
        self.counts: dict[str, list[int]] = {}

    def next(self, paragraph: Any, style: str) -> Numbered | None:  # noqa: ANN401 - an lxml element
        """The number of the next paragraph, or None where it has none."""
        own = _num_pr(paragraph.find(_w("pPr")))
        list_, level = own if own and own[0] else self.styles.get(style, ("", 0))
        if own and own[1] and not own[0]:
            level = own[1]
        known = self.levels.get(list_)
        if not known or level not in known or (own and own[0] == "0"):
            return None
        format_ = known[level].format
        if format_ in {"bullet", "none"}:
            return Numbered("", level, bullet=format_ == "bullet")
        counts = self.counts.setdefault(
            list_, [known[each].start - 1 if each in known else 0 for each in range(_LEVELS)]
        )
        counts[level] += 1
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = known[deeper].start - 1 if deeper in known else 0
        return Numbered(_written(known, level, counts), level, bullet=False)


def _written(known: Mapping[int, Level], level: int, counts: list[int]) -> str:
    """A number as it is printed, without brackets or a full stop at its end: `2.1`."""
    text = known[level].text
    for each in range(_LEVELS):
        if f"%{each + 1}" in text:
            format_ = known[each].format if each in known else "decimal"
            text = text.replace(f"%{each + 1}", _figure(counts[each], format_))
    return text.strip(" ().:\t")


def _figure(number: int, format_: str) -> str:
    """A number as figures, letters or in Roman numerals."""
    if format_ in {"lowerLetter", "upperLetter"} and 0 < number <= _MOST_LETTERS:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if format_ == "upperLetter" else letter
    if format_ in {"lowerRoman", "upperRoman"} and 0 < number < _ROMAN[0][0] * 4:
        roman, left = "", number
        for value, sign in _ROMAN:
            roman, left = roman + sign * (left // value), left % value
        return roman.upper() if format_ == "upperRoman" else roman
    return str(number)


def _w(name: str) -> str:
    """A name in Word's own namespace."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _value(element: Any) -> str:  # noqa: ANN401 - an lxml element, or None
    """What an element says in `w:val`."""
    return "" if element is None else str(element.get(_w("val"), ""))


def _number(text: str) -> int:
    """A whole number that a file says, or 0."""
    known = text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST))
    return min(int(text), _LARGEST) if known else 0


def _num_pr(properties: Any) -> tuple[str, int] | None:  # noqa: ANN401 - as above
    """The list and level that the properties of a paragraph name."""
    found = None if properties is None else properties.find(_w("numPr"))
    if found is None:
        return None
    return _value(found.find(_w("numId"))), _number(_value(found.find(_w("ilvl"))))


def _levels(numbering: Any) -> dict[str, dict[int, Level]]:  # noqa: ANN401 - as above
    """The levels of each list."""
    abstract = {
        each.get(_w("abstractNumId"), ""): {
            _number(level.get(_w("ilvl"), "")): Level(
                _value(level.find(_w("numFmt"))) or "decimal",
                _value(level.find(_w("lvlText"))),
                _number(_value(level.find(_w("start"))) or "1"),
            )
            for level in each.findall(_w("lvl"))
        }
        for each in numbering.findall(_w("abstractNum"))
    }
    return {
        each.get(_w("numId"), ""): abstract.get(_value(each.find(_w("abstractNumId"))), {})
        for each in numbering.findall(_w("num"))
    }


def _styles(styles: Any) -> dict[str, tuple[str, int]]:  # noqa: ANN401 - as above
    """The list and level that each style brings with it."""
    found = {}
    for style in styles.findall(_w("style")):
        known = _num_pr(style.find(_w("pPr")))
        if known and known[0]:
            found[style.get(_w("styleId"), "")] = known
    return found
