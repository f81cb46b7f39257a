"""The parts of a workbook, unpacked and judged before the library that reads cells sees them.

That library is quick and trusts what it reads: it looks for the end of an XML part that has none
for ever, and asks the system for as many cells or texts as a part says it has, which ends the
program where there is no such memory. So each part is unpacked within the limits, must be sound
XML without a document type, and may not reach further than a sheet may; the library gets what was
judged, packed anew.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, shown, visible
from govgraph.formats.workbook_values import RELATIONS, WORKBOOK, find_sheets
from govgraph.formats.zip_parts import DAMAGE, MOST_INFLATED, RefusalError, pack, unpack

_KEPT = (".xml", ".rels")
_DOCUMENT = "content.xml"
_BESIDE = "mimetype"
_BINARY = "xl/workbook.bin"
_SHARED = "xl/sharedStrings.xml"
_TEXT = re.compile(rb"<(?:\w+:)?si\b.*?</(?:\w+:)?si>", re.DOTALL)
_SHARING = re.compile(rb"""\bt\s*=\s*["']s["']""")
_SHARED_CELL = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d{1,9})"""
)
_FIRST = {WORKBOOK, RELATIONS}
"""What says which sheet stands in which part."""
_LETTERS = 26
_DIGITS = 9
_BEYOND = 10**_DIGITS


class _TooFar(Exception):  # noqa: N818 - as below
    """A sheet reaches further than is read."""


def judged(content: bytes, file: str, problems: Problems) -> bytes | None:
    """A workbook of the same parts, or nothing, which has then been said.

    Only the parts that tell what stands in cells are kept. What is no ZIP is given back as it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = unpack(archive, problems.limits, _is_kept)
        for name in sorted(parts, key=lambda name: name not in _FIRST):
            _judge(name, parts, problems.limits)
        _judge_texts(parts, problems.limits)
    except RefusalError as refusal:
        problems.add(Place(file, 0, 0), str(refusal))
        return None
    except DAMAGE as error:
        if not zipfile.is_zipfile(io.BytesIO(content)):
            return content  # an .xls is none, and what is no workbook at all is said later
        said = visible(str(error))
        problems.add(Place(file, 0, 0), f"cannot be read as a workbook: {said}")
        return None
    return pack(parts)


def _is_kept(name: str) -> bool:
    """Whether a part tells what stands in cells.

    Raises:
        RefusalError: it is that of a binary workbook.
    """
    if name == _BINARY:
        raise RefusalError("is a binary workbook (.xlsb), which is not read; save it as .xlsx")
    return name.endswith(_KEPT) or name == _BESIDE


def _judge(name: str, parts: Mapping[str, bytes], limits: Limits) -> None:
    """Read a part as XML, and hold it against the limits.

    Raises:
        RefusalError: it is none, or goes beyond them.
    """
    if name == _BESIDE:
        return
    part = parts[name]
    parser = expat.ParserCreate()
    extent = _Extent(name, len(part), limits)
    parser.StartElementHandler = extent.begin
    parser.StartDoctypeDeclHandler = extent.refuse_doctype
    if name == _DOCUMENT:
        parser.CharacterDataHandler = extent.text
    try:
        parser.Parse(part, True)  # noqa: FBT003 - its own signature
    except _TooFar:
        most = limits.nodes
        sheet = extent.sheet or _sheet_in(name, parts)
        raise RefusalError(f"the sheet '{shown(sheet)}' has more than {most:,} cells") from None
    except (expat.ExpatError, LookupError, ValueError) as error:  # two of an odd encoding
        said = f"cannot be read as a workbook: {visible(name)} is damaged: {error}"
        raise RefusalError(said) from None


def _judge_texts(parts: Mapping[str, bytes], limits: Limits) -> None:
    """Hold against the limits what the texts that cells share come to, each written out.

    Raises:
        RefusalError: they come to more.
    """
    most = limits.file_bytes * MOST_INFLATED
    lengths = [len(text) for text in _TEXT.findall(parts.get(_SHARED, b""))]
    longest = max(lengths, default=0)
    for name, part in parts.items():
        if len(_SHARING.findall(part)) * longest <= most:
            continue
        places = [int(place) for place in _SHARED_CELL.findall(part)]
        if sum(lengths[place] for place in places if place < len(lengths)) > most:
            sheet = shown(_sheet_in(name, parts))
            raise RefusalError(f"the sheet '{sheet}' holds more than {most:,} bytes of text")


def _sheet_in(name: str, parts: Mapping[str, bytes]) -> str:
    """The name of the sheet that stands in a part, or that of the part."""
    if not parts.keys() >= _FIRST:
        return name
    sheets = {part: sheet for sheet, part in find_sheets(parts.__getitem__)}
    return sheets.get(name, name)


class _Extent:
    """How far the cells of a sheet reach, in either way of writing sheets."""

    def __init__(self, name: str, size: int, limits: Limits) -> None:
        self.name = visible(name)
        self.sheet = ""
        self.size = size
        self.most = limits.nodes
        self.most_text = limits.file_bytes * MOST_INFLATED
        self.across = 1
        self.letters = 0
        self.row = self.column = 0
        self.repeated = 1
        self.rows = self.columns = 0

    def refuse_doctype(self, *_: object) -> None:
        """Refuse a document type, which could define texts of any size.

        Raises:
            RefusalError: always.
        """
        raise RefusalError(f"{self.name} declares a document type, which no workbook needs")

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        """Follow where the cells stand."""
        way = _WAYS.get(element.rpartition(":")[2])
        if way:
            own = {name.rpartition(":")[2]: value for name, value in attributes.items()}
            way(self, own)

    def texts(self, own: Mapping[str, str]) -> None:
        """The table of texts: each takes some bytes of the part."""
        if max(_number(own.get(name, "0")) for name in ("count", "uniqueCount")) > self.size:
            raise RefusalError(f"{self.name} says that it holds more texts than it can")

    def excel_row(self, own: Mapping[str, str]) -> None:
        """A row, which says its number or follows the one before."""
        self.row = _number(own["r"]) if "r" in own else self.row + 1
        self.column = 0

    def excel_cell(self, own: Mapping[str, str]) -> None:
        """A cell, likewise; one that holds nothing reaches nowhere."""
        letters = own.get("r", "").rstrip("0123456789")
        self.column = _column(letters) if letters else self.column + 1
        if digits := own.get("r", "")[len(letters) :]:
            self.row = _number(digits)

    def excel_value(self, _: Mapping[str, str]) -> None:
        """What stands in a cell."""
        self._reach(self.row, self.column)

    def open_table(self, own: Mapping[str, str]) -> None:
        """A sheet, of several in one part."""
        self.sheet = own.get("name", "")
        self.row = self.rows = self.columns = 0
        self.repeated = 1

    def open_row(self, own: Mapping[str, str]) -> None:
        """So many rows."""
        self.row += self.repeated if self.row else 1
        self.repeated = _number(own.get("number-rows-repeated", "1"))
        self.column = 0
        self.across = 1

    def open_cell(self, own: Mapping[str, str]) -> None:
        """So many cells."""
        self.across = _number(own.get("number-columns-repeated", "1"))
        self.column += self.across
        if any(name in own for name in ("value-type", "formula")):
            self._reach(self.row + self.repeated - 1, self.column)

    def text(self, written: str) -> None:
        """Some letters of a cell, as often as it is repeated.

        Raises:
            RefusalError: all of them are too many.
        """
        self.letters += len(written) * self.across * self.repeated if written.strip() else 0
        if self.letters > self.most_text:
            raise RefusalError(f"holds more than {self.most_text:,} letters")

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > self.most:
            raise _TooFar


_WAYS = {
    "sst": _Extent.texts,
    "row": _Extent.excel_row,
    "c": _Extent.excel_cell,
    "v": _Extent.excel_value,
    "is": _Extent.excel_value,
    "f": _Extent.excel_value,
    "table": _Extent.open_table,
    "table-row": _Extent.open_row,
    "table-cell": _Extent.open_cell,
    "covered-table-cell": _Extent.open_cell,
}


def _number(text: str) -> int:
    """A number in an attribute; one that is too long, or is none, is beyond any limit."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else _BEYOND


def _column(letters: str) -> int:
    """The number of a column, counted from 1."""
    number = 0
    for letter in letters[:_DIGITS].upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return max(number, 1)
