"""The bytes of a file become text, whatever wrote them, or the place where they do not is told."""

import codecs
from pathlib import Path

import pytest

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.format_catalogue import read_structure

WELSH = "bodies: {tŵr: {name: Tŷ’r Ŵyl}}\n"


def problems(content: bytes, folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a file of these bytes."""
    path = folder / "structure.yaml"
    path.write_bytes(content)
    with pytest.raises(LoadError) as raised:
        read_structure(path)
    return raised.value.problems


@pytest.mark.parametrize(
    "content",
    [
        WELSH.encode(),
        codecs.BOM_UTF8 + WELSH.encode(),
        WELSH.encode("utf-16"),
        WELSH.encode("utf-16-le"),
        WELSH.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + WELSH.encode("utf-16-be"),
        WELSH.encode("utf-32"),
        WELSH.replace("\n", "\r\n").encode(),
    ],
)
def test_every_encoding_that_announces_itself_is_read(content: bytes, tmp_path: Path) -> None:
    """UTF-8 with and without its mark, UTF-16 and UTF-32."""
    path = tmp_path / "structure.yaml"
    path.write_bytes(content)
    assert read_structure(path).body_by_id["tŵr"].name == "Tŷ’r Ŵyl"


def test_windows_text_is_told_where_and_what_to_do(tmp_path: Path) -> None:
    """The place is counted in characters, and the way out is named."""
    written = "bodies:\n  a: {name: £ and …}\n".encode("cp1252")
    (problem,) = problems(written, tmp_path)
    assert problem.place == Place(str(tmp_path / "structure.yaml"), 2, 13)
    assert problem.message == (
        "byte 0xA3 is not UTF-8 text; the file may have been saved as Windows-1252:"
        " save it again as UTF-8"
    )


def test_damaged_utf_16_is_told(tmp_path: Path) -> None:
    """A file that ends in the middle of a character."""
    (problem,) = problems(WELSH.encode("utf-16") + b"\x00\xd8\x00", tmp_path)
    assert "begins like UTF-16" in problem.message


def test_characters_that_are_no_text_are_named_with_their_place(tmp_path: Path) -> None:
    """NUL and control characters, each of the first twenty."""
    found = problems(b"bodies:\n  a: {name: A\x00B}\n  b: {name: \x1b[0m}\n", tmp_path)
    assert [(problem.place.line, problem.place.column) for problem in found] == [(2, 14), (3, 13)]
    assert found[0].message == "a NUL character stands here, which no text should hold"
    assert found[1].message.startswith("the control character U+001B stands here")
    assert len(problems(b"\x00" * 100, tmp_path)) == 20
    assert len(problems(b"\x00\x00ab", tmp_path)) == 2


def test_a_binary_file_is_no_traceback(tmp_path: Path) -> None:
    """Every byte there is."""
    assert problems(bytes(range(256)) * 4, tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\x00\xb6", "this is a workbook or another zip, not text: give it by its"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "this is an old workbook of Excel, not text"),
        (b"PAR1\x15\x00\xb6", "this is Parquet, not text"),
    ],
)
def test_a_file_that_is_no_text_at_all_is_called_what_it_is(
    content: bytes, said: str, tmp_path: Path
) -> None:
    """Such as a workbook piped in, of which only the name tells how to read it."""
    (problem,) = problems(content, tmp_path)
    assert problem.message.startswith(said)
    assert problem.place.line == 0
