"""Cells of an .xlsx workbook whose value is not in the file: formulas never calculated, errors.

The library that reads cells gives them as blank, and blank is not what their author sees.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_CELL = re.compile(r"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FORMULA = re.compile(r"<(?:\w+:)?f\b")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>([^<]+)<")
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_NEVER_CALCULATED = (
    "this formula was saved without its value: open the workbook where formulas are calculated,"
    " and save it again"
)


def find_missing_values(content: bytes) -> Iterator[tuple[str, int, int, str]]:
    """The sheet, row and column of each such cell, and what is wrong with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if {WORKBOOK, RELATIONS} <= {*parts.namelist()}:
                for name, part in find_sheets(parts.read):
                    if part in parts.namelist():
                        yield from _in_sheet(name, parts.read(part).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return  # the reader of cells says what is wrong with the file


def find_sheets(read: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """Each sheet by name, and the part of the file that it ought to stand in."""
    relations = read(RELATIONS).decode("utf-8", "replace")
    targets = {
        known.get("Id", ""): known.get("Target", "")
        for known in map(_attributes, _RELATION.findall(relations))
    }
    for sheet in _SHEET.findall(read(WORKBOOK).decode("utf-8", "replace")):
        known = _attributes(sheet)
        target = targets.get(known.get("id", ""), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield html.unescape(known.get("name", "")), part


def _in_sheet(name: str, text: str) -> Iterator[tuple[str, int, int, str]]:
    """Each such cell of one sheet."""
    if "<f" not in text and ":f" not in text and "#" not in text:
        return
    for written, inner in _CELL.findall(text):
        known = _attributes(written)
        place = _REFERENCE.fullmatch(known.get("r", ""))
        if not place:
            continue
        value = _VALUE.search(inner)
        kind = known.get("t", "")
        if kind == "e":
            message = f"this cell holds the error {value[1] if value else '#N/A'}"
        elif _FORMULA.search(inner) and not value and kind != "str":
            message = _NEVER_CALCULATED
        else:
            continue
        yield name, int(place[2]), _column(place[1]), message


def _attributes(text: str) -> dict[str, str]:
    """The attributes of an element by name, without the prefix of their namespace."""
    found = _ATTRIBUTE.findall(text)
    return {name.rpartition(":")[2]: double or single for name, double, single in found}


def _column(letters: str) -> int:
    """The number of a column, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
