"""A structure as a JSON file."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.errors import LoadError, Place
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.json_file import read_content, write_content
from govgraph.formats.limits import STANDARD, Limits
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES

RIGHT = '{\n  "bodies": {\n    "hart": {"name": "Hart", "apex": true, "note": null}\n  }\n}\n'


def refusal(text: str, limits: Limits = STANDARD) -> str:
    """What is said of a file that is not read."""
    with pytest.raises(LoadError) as caught:
        read_content(text.encode(), "a.json", limits)
    return str(caught.value)


@given(STRUCTURES)
def test_writing_and_reading_changes_nothing(structure: Structure) -> None:
    """What was written is read again as it was."""
    assert read_content(write_content(structure), "structure.json", STANDARD) == structure


def test_places_are_those_of_the_text() -> None:
    """Line and column count from 1, as in an editor."""
    structure = read_content(RIGHT.encode(), "a.json", STANDARD)
    assert structure.bodies[0].place == Place("a.json", 3, 5)
    assert structure.bodies[0].apex


def test_escapes_are_read() -> None:
    """Characters beyond the first plane may be written as two codes."""
    text = '{"bodies": {"a": {"name": "\\ud83d\\ude00 \\u00e9\\/"}}}'
    assert read_content(text.encode(), "a.json", STANDARD).bodies[0].name == "😀 é/"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.json:1:1: a value should stand here"),
        ('{"bodies": {}} x', "a.json:1:16: the file should end here"),
        ('{"bodies": {},}', "a.json:1:15: there is a comma too many before this '}'"),
        ('{"bodies": [1 2]}', "a.json:1:15: a comma or ']' should stand here"),
        ('{"bodies" {}}', "a.json:1:11: a colon should stand here"),
        ("{bodies: {}}", "a.json:1:2: the name of a field should stand here, in double quotes"),
        ('{\n"bodies": "x', "a.json:2:11: this is no JSON: unterminated string starting"),
        ('{"bodies": {}, "bodies": {}}', "a.json:1:16: 'bodies' is written twice"),
        ('{"bodies": yes}', "a.json:1:12: a value should stand here"),
        ("[" * 60, "a.json:1:52: lists and mappings stand more than 50 deep"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, said: str) -> None:
    """Each message says where, and what should stand there."""
    assert said in refusal(text)


def test_the_number_of_values_is_limited() -> None:
    """No file exhausts the machine."""
    assert "more than 3 values" in refusal("[1, 2, 3, 4]", Limits(nodes=3))


@given(st.text() | st.lists(st.sampled_from([*'{}[],:"0 \\\n', "null", "1e5"])).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever a file holds, nothing else comes of it."""
    refused = ""
    try:
        read_content(text.encode("utf-8", "surrogatepass"), "a.json", STANDARD)
    except LoadError as error:
        refused = str(error)
    assert refused or text.strip()


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the format is named."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RIGHT.encode())))
    assert [body.id for body in read_account("-", "json").structure.bodies] == ["hart"]


def test_a_file_is_found_by_its_suffix(tmp_path: Path) -> None:
    """`.json` is JSON, and bytes that are no text are refused."""
    path = tmp_path / "a.json"
    path.write_text(RIGHT, encoding="utf-8")
    assert [body.id for body in read_structure(path).bodies] == ["hart"]
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LoadError):
        read_structure(path)


@pytest.mark.parametrize("text", ['{"a":' + "[" * 60_000, '[{"a":' * 60_000])
def test_more_depth_than_can_be_read_is_said(text: str) -> None:
    """Under a limit that somebody has raised."""
    assert "deeper within one another than this program can read" in refusal(
        text, Limits(depth=1_000_000)
    )
