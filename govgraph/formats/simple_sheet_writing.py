"""The form for an officer's sheet: drop-downs, a note on each heading, rows as an example."""

import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from govgraph.formats.csv_text import read_rows
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.plain_workbook import open_plain_workbook
from govgraph.formats.problems import Problems, column_letters
from govgraph.formats.simple_sheet import ABOVE, COLUMNS, ENDS_HERE, OUTSIDE
from govgraph.formats.tables import LISTS
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

_WIDTHS = (34, 22, 34, 18, 30, 14, 34, 40)
_HEADINGS_AT = len(ABOVE) + 1
_LAST = 1_000
"""The row down to which cells are made ready to fill in."""
_OTHER = 24
"""How wide a column is that is not of the form."""
OFFERED = {
    "kind": tuple(kind.name for kind in BODY_KINDS.values()),
    "how": (*(kind.reads for kind in RELATION_KINDS.values()), ENDS_HERE, OUTSIDE),
    "meets": (
        *("weekly", "monthly", "every two months", "quarterly"),
        *("termly", "twice a year", "yearly"),
    ),
}
"""The words to choose from in some columns; any other may be written all the same."""


def form_as_workbook(title: str, as_at: str, place: str, *, examples: bool) -> bytes:
    """The bytes of a workbook of one sheet to fill in; the same given gives the same bytes.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    headings = [_format(field.name) for field in COLUMNS]
    about = dict(zip(ABOVE, (title, as_at, place), strict=True))
    return simple_as_workbook(headings, _examples() if examples else [], about)


def simple_as_workbook(
    headings: Sequence[str], rows: Iterable[Sequence[str]], about: Mapping[str, str]
) -> bytes:
    """The bytes of a workbook of one sheet with a row to each body.

    Args:
        headings: those of `COLUMNS`, in any order, and other fields of a body.
        rows: as many cells each.
        about: what stands above the headings, by the words of `ABOVE`.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    out = io.BytesIO()
    book = open_plain_workbook(out, title=about.get("title", "")[:255])
    sheet = book.add_worksheet("Governance")
    _write_top(book, sheet, about)
    _write_headings(book, sheet, headings)
    _write_rows(sheet, rows)
    _offer_words(book, sheet, headings)
    book.close()
    return out.getvalue()


def _write_top(book: Any, sheet: Any, about: Mapping[str, str]) -> None:  # noqa: ANN401 - the library
    """Write what is said of the whole, above the headings."""
    label = book.add_format({"bold": True})
    for row, word in enumerate(ABOVE):
        sheet.write_string(row, 0, _format(word), label)
        sheet.write_string(row, 1, about.get(word, ""), book.add_format({"num_format": "@"}))


def _write_headings(book: Any, sheet: Any, headings: Sequence[str]) -> None:  # noqa: ANN401
    """Write the headings, each with its note, and make the rows below ready."""
    heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E2E8F0"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    known = {tidy_heading(field.name): place for place, field in enumerate(COLUMNS)}
    for column, written in enumerate(headings):
        place = known.get(tidy_heading(written))
        sheet.set_column(column, column, _OTHER if place is None else _WIDTHS[place], text)
        sheet.write_string(_HEADINGS_AT, column, written, heading)
        if place is not None:
            note = f"{_format(COLUMNS[place].says)}."
            sheet.write_comment(_HEADINGS_AT, column, note, {"x_scale": 2, "author": "govgraph"})
    sheet.freeze_panes(_HEADINGS_AT + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADINGS_AT)


def _write_rows(sheet: Any, rows: Iterable[Sequence[str]]) -> None:  # noqa: ANN401 - the library
    """Write the rows of the bodies."""
    for row, cells in enumerate(rows, _HEADINGS_AT + 1):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell)


def _offer_words(book: Any, sheet: Any, headings: Sequence[str]) -> None:  # noqa: ANN401
    """Offer the words that may stand in a column; any other may be written all the same."""
    columns = {tidy_heading(heading): column for column, heading in enumerate(headings)}
    lists = book.add_worksheet(LISTS)
    lists.hide()
    for place, (name, words) in enumerate(OFFERED.items()):
        lists.write_column(0, place, (name, *words))
        letter = chr(ord("A") + place)
        if name in columns:
            _offer(sheet, columns[name], f"={LISTS}!${letter}$2:${letter}${len(words) + 1}")
    if {"name", "answers_to"} <= columns.keys():
        name = column_letters(columns["name"] + 1)
        source = f"=${name}${_HEADINGS_AT + 2}:${name}${_LAST}"
        _offer(sheet, columns["answers_to"], source)


def _offer(sheet: Any, column: int, source: str) -> None:  # noqa: ANN401 - the library
    """Offer what stands in some cells."""
    rule = {"validate": "list", "source": source, "show_error": False}
    sheet.data_validation(_HEADINGS_AT + 1, column, _LAST, column, rule)


def _examples() -> list[list[str]]:
    """The rows of the example, without their headings."""
    form = files("govgraph.templates") / "forms" / "simple.csv"
    return (read_rows(form.read_bytes(), form.name, Problems()) or [])[1:]


def _format(words: str) -> str:
    """Words as a heading or sentence begins."""
    plain = words.replace("_", " ")
    return plain[:1].upper() + plain[1:]
