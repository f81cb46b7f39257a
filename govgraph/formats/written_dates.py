"""Dates as authors write them: `2010-04`, or `{date: 2010-04, words: by the end of April}`."""

import re
from datetime import date, timedelta

from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.nodes import MapNode, Node, TextNode, describe, is_absent
from govgraph.formats.problems import Reading, shown
from govgraph.formats.values import read_text
from govgraph.model.dates import FORMS, MONTH_NAMES, PartialDate, why_no_date

DATE = Field("date", Form.DAY, "the date itself", required=True)
WORDS = Field("words", Form.TEXT, "how the paper puts it")
DATED = Record(noun="date in words", makes=PartialDate, fields=(DATE, WORDS))

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})")
_WITH_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_SERIAL = re.compile(r"[1-9]\d{4}", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? +)?([a-z]{3,}),? +(\d{4})", re.IGNORECASE)


def read_date(reading: Reading, node: Node, field: Field) -> PartialDate | None:
    """A date, perhaps with the paper's own words."""
    if type(node) is MapNode:
        return _with_words(reading, node, field)
    if type(node) is not TextNode or not node.text:
        reading.reject(node, f"'{field.name}' must be a date, not {describe(node)}")
        return None
    return _parsed(reading, node, node.text.strip(), "")


def _with_words(reading: Reading, node: MapNode, field: Field) -> PartialDate | None:
    """A date from a mapping of `date` and `words`."""
    for name, entry in node.entries.items():
        if name not in DATED.by_name:
            message = f"'{shown(name)}' is not a field of a date"
            reading.reject(entry, message, found=name, allowed=tuple(DATED.by_name))
    written = node.entries.get(DATE.name)
    if not written or type(written.value) is not TextNode or not written.value.text:
        reading.reject(node, f"'{field.name}' has no 'date'", allowed=tuple(DATED.by_name))
        return None
    said = node.entries.get(WORDS.name)
    words = read_text(reading, said.value, WORDS) if said and not is_absent(said.value) else ""
    return _parsed(reading, written.value, written.value.text.strip(), words or "")


def _parsed(reading: Reading, node: Node, written: str, words: str) -> PartialDate | None:
    """The date written, or nothing, with the spelling that was probably meant."""
    try:
        return PartialDate.parse(without_time(written), words)
    except ValueError:
        why = _why_none(written)
        message = f"'{shown(written)}' is not a date{f': {why}' if why else ''}"
        reading.reject(node, message, found=written, allowed=FORMS, nearest=meant_date(written))
        return None


def without_time(written: str) -> str:
    """A day without the time of day that query services and databases write behind it.

    >>> without_time("1974-04-01T00:00:00Z"), without_time("1974-04")
    ('1974-04-01', '1974-04')
    """
    timed = _WITH_TIME.fullmatch(written)
    return timed[1] if timed else written


def meant_date(written: str) -> str:
    """The date that was probably meant, spelt as it should be; days come before months.

    Five digits are taken for the day number of a spreadsheet, counted from 30 December 1899.
    """
    if _SERIAL.fullmatch(written):
        return str(date(1899, 12, 30) + timedelta(days=int(written)))
    parts = _parts(written)
    if not parts or why_no_date(*parts):
        return ""
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest if part is not None)])


def _why_none(written: str) -> str:
    """Why the calendar has no day that is written like one; nothing for any other text."""
    parts = _parts(written.removesuffix("~"))
    return why_no_date(*parts) if parts else ""


def _parts(written: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day as people write them, or nothing."""
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(written):
        day, month, year = match.groups()
    elif match := _IN_WORDS.fullmatch(written):
        day, word, year = match.groups()
        short = ["", *(name[:3].casefold() for name in MONTH_NAMES)]
        beginning = word[:3].casefold()
        if beginning not in short:
            return None
        month = str(short.index(beginning))
    else:
        return None
    return int(year), int(month), int(day) if day else None
