"""What a workbook is made of is judged before the library that reads cells sees it."""

import io
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.limits import Limits
from govgraph.formats.workbook import write_content
from tests.factories import structure

OFFICE = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
CELL = '<table:table-cell{} office:value-type="string"><text:p>{}</text:p></table:table-cell>'
SHEET = "xl/worksheets/sheet2.xml"
"""The sheet `bodies` of a workbook that govgraph writes."""


def sound() -> dict[str, bytes]:
    """The parts of a workbook that is read."""
    content = write_content(structure("fleet -> trust*"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], path: Path) -> Path:
    """A workbook of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def open_document(body: str, path: Path) -> Path:
    """An OpenDocument spreadsheet with one sheet."""
    start = f"<office:document-content{OFFICE}><office:body><office:spreadsheet>"
    end = "</office:spreadsheet></office:body></office:document-content>"
    content = f'{start}<table:table table:name="bodies">{body}</table:table>{end}'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind.decode()}"/></m:manifest>'
    )
    parts = {
        "mimetype": kind,
        "META-INF/manifest.xml": manifest.encode(),
        "content.xml": content.encode(),
    }
    return packed(parts, path)


def refusal(path: Path, limits: Limits | None = None) -> str:
    """What is said of a workbook that is not read."""
    with pytest.raises(LoadError) as caught:
        read_structure(path, limits or Limits())
    return str(caught.value)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", SHEET])
def test_a_part_that_ends_too_soon_is_damage(part: str, tmp_path: Path) -> None:
    """It is named; the library would look for its end for ever."""
    parts = sound()
    parts[part] = parts[part][: len(parts[part]) // 2]
    said = refusal(packed(parts, tmp_path / "plan.xlsx"))
    assert f"cannot be read as a workbook: {part} is damaged" in said


def test_a_tag_that_is_never_closed_is_damage(tmp_path: Path) -> None:
    """In an OpenDocument spreadsheet too."""
    said = refusal(open_document("<table:table-row>", tmp_path / "plan.ods"))
    assert "content.xml is damaged: mismatched tag" in said


def test_an_encoding_that_nobody_knows_is_damage(tmp_path: Path) -> None:
    """Python's own words for it are passed on."""
    parts = sound() | {SHEET: b'<?xml version="1.0" encoding="x-none"?><worksheet/>'}
    assert "unknown encoding" in refusal(packed(parts, tmp_path / "plan.xlsx"))


def test_texts_that_are_not_there_are_not_made_room_for(tmp_path: Path) -> None:
    """A table of texts says how many it holds, and may lie."""
    parts = sound()
    parts["xl/sharedStrings.xml"] = b'<sst count="99999999999" uniqueCount="99999999999"/>'
    said = refusal(packed(parts, tmp_path / "plan.xlsx"))
    assert "xl/sharedStrings.xml says that it holds more texts than it can" in said


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="99999999999"><c><v>1</v></c></row>',
        '<row><c r="zzzzzzzzzzzzzzz1"><v>1</v></c></row>',
        '<row><c r="A1"><v>1</v></c></row><row r="20000"><c r="KA20000" t="s"><is/></c></row>',
    ],
)
def test_a_cell_far_away_takes_no_memory(cells: str, tmp_path: Path) -> None:
    """The sheet is named; the library would ask for every cell between."""
    text = f"<worksheet><sheetData>{cells}</sheetData></worksheet>"
    path = packed(sound() | {SHEET: text.encode()}, tmp_path / "plan.xlsx")
    tracemalloc.start()
    said = refusal(path)
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    assert "the sheet 'bodies' has more than 2,000,000 cells" in said


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1048576">'
        + CELL.format(' table:number-columns-repeated="16384"', "x")
        + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="9999999999"><table:table-cell/>'
        "</table:table-row><table:table-row>" + CELL.format("", "x") + "</table:table-row>",
        "<table:table-row>"
        '<table:covered-table-cell table:number-columns-repeated="3000000"/>'
        + CELL.format("", "x")
        + "</table:table-row>",
    ],
)
def test_a_repeated_cell_takes_no_memory(rows: str, tmp_path: Path) -> None:
    """Repeats are multiplied before anything is built."""
    said = refusal(open_document(rows, tmp_path / "plan.ods"))
    assert "the sheet 'bodies' has more than 2,000,000 cells" in said


def test_empty_rows_below_a_table_are_nothing(tmp_path: Path) -> None:
    """LibreOffice writes a million of them."""
    rows = (
        "<table:table-row>" + CELL.format("", "id") + CELL.format("", "name") + "</table:table-row>"
        "<table:table-row>" + CELL.format("", "a") + CELL.format("", "A") + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    path = open_document(rows, tmp_path / "plan.ods")
    assert [body.name for body in read_structure(path).bodies] == ["A"]


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    """It could define a text of any size, or name a file."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    said = refusal(packed(sound() | {SHEET: bomb}, tmp_path / "plan.xlsx"))
    assert f"{SHEET} declares a document type" in said


def test_a_part_may_not_hold_more_than_it_says(tmp_path: Path) -> None:
    """A size that lies is found by the sum of its bytes."""
    path = packed(sound() | {SHEET: b"<worksheet>" + b" " * 999_999}, tmp_path / "plan.xlsx")
    content = path.read_bytes()
    size = (11 + 999_999).to_bytes(4, "little")
    path.write_bytes(content.replace(size, (11).to_bytes(4, "little")))
    assert "cannot be read as a workbook: Bad CRC-32" in refusal(path)


def test_merged_cells_beyond_the_table_say_nothing(tmp_path: Path) -> None:
    """A range may reach further than any row."""
    parts = sound()
    merged = b'</sheetData><mergeCells><mergeCell ref="Y2:XFD1048576"/></mergeCells>'
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", merged)
    assert len(read_structure(packed(parts, tmp_path / "plan.xlsx")).bodies) == 2


def test_one_long_text_in_many_cells_is_refused(tmp_path: Path) -> None:
    """A thousand references to a text of thirty thousand letters are thirty million."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(20, 1020))
    parts = sound()
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", cells.encode() + b"</sheetData>")
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(
        b"<t>", b"<t>" + b"A" * 30_000, 1
    )
    path = packed(parts, tmp_path / "plan.xlsx")
    said = refusal(path, Limits(file_bytes=200_000))
    assert "the sheet 'bodies' holds more than 1,600,000 bytes of text" in said
    assert "bytes of text" not in refusal(path)


def test_a_long_text_that_few_cells_share_is_read(tmp_path: Path) -> None:
    """Each counts as long as it is, not as the longest."""
    body = structure("fleet -> trust*").bodies[0]
    long = replace(structure("fleet -> trust*"), bodies=(replace(body, note="x " * 15_000),))
    path = tmp_path / "plan.xlsx"
    path.write_bytes(write_content(long))
    assert len(read_structure(path, Limits(file_bytes=20_000)).bodies) == 1


def test_a_text_that_is_repeated_is_counted(tmp_path: Path) -> None:
    """A thousand rows of a thousand cells of a thousand letters."""
    cells = CELL.format(' table:number-columns-repeated="1000"', "x" * 1000)
    rows = f'<table:table-row table:number-rows-repeated="1000">{cells}</table:table-row>'
    said = refusal(open_document(rows, tmp_path / "plan.ods"))
    assert "holds more than 536,870,912 letters" in said


def test_a_part_that_lies_about_its_size_is_damage(tmp_path: Path) -> None:
    """It says that it unpacks to a thousand bytes, and unpacks to two hundred million."""
    parts = sound()
    parts[SHEET] = parts[SHEET].replace(b"</worksheet>", b" " * 200_000_000 + b"</worksheet>")
    path = packed(parts, tmp_path / "plan.xlsx")
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        (size,) = struct.unpack("<I", content[at + 24 : at + 28])
        if size > 200_000_000:
            (local,) = struct.unpack("<I", content[at + 42 : at + 46])
            for place in (at + 24, local + 22):
                content[place : place + 4] = struct.pack("<I", 1000)
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(content)
    tracemalloc.start()
    said = refusal(path)
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    assert "cannot be read as a workbook" in said


def test_a_binary_workbook_is_refused_by_name(tmp_path: Path) -> None:
    """Its sheets cannot be judged, and hardly anybody means to send one."""
    said = refusal(packed({"xl/workbook.bin": b""}, tmp_path / "plan.xlsx"))
    assert "is a binary workbook (.xlsb), which is not read; save it as .xlsx" in said


def test_what_a_sheet_says_of_its_extent_is_nothing(tmp_path: Path) -> None:
    """Programs write the whole sheet as its dimension; only the cells count."""
    parts = sound()
    said = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', parts[SHEET])
    assert b"XFD1048576" in said
    path = packed(parts | {SHEET: said}, tmp_path / "plan.xlsx")
    assert len(read_structure(path).bodies) == 2
