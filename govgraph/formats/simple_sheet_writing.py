"""The form for an officer's sheet: drop-downs, a note on each heading, rows as an example."""

import io
from importlib.resources import files
from typing import Any

from govgraph.formats.csv_text import read_rows
from govgraph.formats.plain_workbook import open_plain_workbook
from govgraph.formats.problems import Problems
from govgraph.formats.simple_sheet import ABOVE, COLUMNS, ENDS_HERE, OUTSIDE
from govgraph.formats.tables import LISTS
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

_WIDTHS = (34, 22, 34, 18, 30, 14, 34, 40)
_HEADINGS_AT = len(ABOVE) + 1
_LAST = 1_000
"""The row down to which cells are made ready to fill in."""
_MEETS = ("weekly", "monthly", "every two months", "quarterly", "termly", "twice a year", "yearly")


def form_as_workbook(title: str, as_at: str, place: str, *, examples: bool) -> bytes:
    """The bytes of a workbook of one sheet to fill in; the same given gives the same bytes.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    out = io.BytesIO()
    book = open_plain_workbook(out, title=title[:255])
    sheet = book.add_worksheet("Governance")
    _write_top(book, sheet, (title, as_at, place))
    _write_headings(book, sheet)
    _write_rows(sheet, _examples() if examples else [])
    _offer_words(book, sheet)
    book.close()
    return out.getvalue()


def _write_top(book: Any, sheet: Any, known: tuple[str, ...]) -> None:  # noqa: ANN401 - the library
    """Write what is said of the whole, above the headings."""
    label = book.add_format({"bold": True})
    for row, (word, value) in enumerate(zip(ABOVE, known, strict=True)):
        sheet.write_string(row, 0, _say(word), label)
        sheet.write_string(row, 1, value, book.add_format({"num_format": "@"}))


def _write_headings(book: Any, sheet: Any) -> None:  # noqa: ANN401 - the library
    """Write the headings, each with its note, and make the rows below ready."""
    heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E2E8F0"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for column, field in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS[column], text)
        sheet.write_string(_HEADINGS_AT, column, _say(field.name), heading)
        note = f"{_say(field.says)}."
        sheet.write_comment(_HEADINGS_AT, column, note, {"x_scale": 2, "author": "govgraph"})
    sheet.freeze_panes(_HEADINGS_AT + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADINGS_AT)


def _write_rows(sheet: Any, rows: list[list[str]]) -> None:  # noqa: ANN401 - the library
    """Write the rows of the example."""
    for row, cells in enumerate(rows, _HEADINGS_AT + 1):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell)


def _offer_words(book: Any, sheet: Any) -> None:  # noqa: ANN401 - the library
    """Offer the words that may stand in a column; any other may be written all the same."""
    how = (*(kind.reads for kind in RELATION_KINDS.values()), ENDS_HERE, OUTSIDE)
    offered = {
        "kind": tuple(kind.name for kind in BODY_KINDS.values()),
        "how": how,
        "meets": _MEETS,
    }
    lists = book.add_worksheet(LISTS)
    lists.hide()
    for place, (name, words) in enumerate(offered.items()):
        lists.write_column(0, place, (name, *words))
        letter = chr(ord("A") + place)
        _offer(sheet, name, f"={LISTS}!${letter}$2:${letter}${len(words) + 1}")
    _offer(sheet, "answers to", f"=$A${_HEADINGS_AT + 2}:$A${_LAST}")


def _offer(sheet: Any, name: str, source: str) -> None:  # noqa: ANN401 - the library
    """Offer what stands in some cells."""
    column = [field.name for field in COLUMNS].index(name)
    rule = {"validate": "list", "source": source, "show_error": False}
    sheet.data_validation(_HEADINGS_AT + 1, column, _LAST, column, rule)


def _examples() -> list[list[str]]:
    """The rows of the example, without their headings."""
    form = files("govgraph.templates") / "forms" / "simple.csv"
    return (read_rows(form.read_bytes(), form.name, Problems()) or [])[1:]


def _say(words: str) -> str:
    """Words as a heading or sentence begins."""
    plain = words.replace("_", " ")
    return plain[:1].upper() + plain[1:]
