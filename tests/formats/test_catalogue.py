"""Finding the format of a path, and saying what was left out."""

import json
import logging
from pathlib import Path

import pytest

from govgraph.errors import LoadError, SettingsError
from govgraph.formats.detecting import suffixes
from govgraph.formats.format_catalogue import (
    find_format,
    find_lossy_conversions,
    read_account,
    read_structure,
    write_structure,
)
from govgraph.formats.format_list import FORMATS
from govgraph.formats.tables import RECORDS
from govgraph.model.structure import Structure

STATEMENT = {
    "statementId": "c", "recordId": "c", "recordType": "entity", "recordDetails": {"name": "C"},
}  # fmt: skip


def tables(folder: Path, *others: str) -> Path:
    """A folder of a table and some other files."""
    (folder / "bodies.csv").write_text("id,name\na,A\n", encoding="utf-8")
    for name in others:
        (folder / name).write_text("x\n", encoding="utf-8")
    return folder


def test_what_was_left_out_is_said_as_warnings(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A program that reads a structure is told, and a person sees it on standard error."""
    with caplog.at_level(logging.WARNING):
        read_structure(tables(tmp_path, "budget.csv"))
    assert caplog.messages == [
        (
            f"the file {tmp_path}/budget.csv: no table of a structure goes by that name"
            f" (allowed: {', '.join(RECORDS)})"
        )
    ]


@pytest.mark.parametrize("written", ["‘Hart’", "“Smart”", "„Hart“", "‘Children’s Trust’"])
def test_curly_quotes_around_a_text_are_named(written: str, tmp_path: Path) -> None:
    """A word processor put them there; the text has them all the same."""
    path = tmp_path / "s.yaml"
    path.write_text(f"structure:\n  title: {written}\n", encoding="utf-8")
    account = read_account(path)
    assert account.structure.title == written
    (left,) = account.skipped
    assert str(left).startswith(f"{path}:2:10: the quotation marks of {written}: they are part of")


@pytest.mark.parametrize(
    "written",
    [
        "‘Leaving’ care",
        "the “Smart” board",
        "‘A’ and ‘B’",
        "“A” and “B”",
        "‘",
        "'“Smart”'",
        '"‘A’"',
    ],
)
def test_curly_quotes_that_do_not_enclose_a_text_are_letters(written: str, tmp_path: Path) -> None:
    """Nor do those that stand within plain ones, where they are meant."""
    path = tmp_path / "s.yaml"
    path.write_text(f"structure:\n  title: {written}\n", encoding="utf-8")
    assert not read_account(path).skipped


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Sub-cluster #2", "2:10: '#2' after 'Sub-cluster'"),
        ("Teams\n    of Hart #2 and #3", "2:10: '#2 and #3' after 'Teams of Hart'"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_named(written: str, told: str, tmp_path: Path) -> None:
    """With its place and the mend; what stands before it is read as it is."""
    path = tmp_path / "s.yaml"
    path.write_text(f"structure:\n  title: {written}\n", encoding="utf-8")
    (left,) = read_account(path).skipped
    assert str(left).startswith(f"{path}:{told}: a space and '#' begin a comment; put quotes")


@pytest.mark.parametrize("written", ["A # a board", "A #", "A#2", "'A #2'", "A  #two spaces"])
def test_a_comment_as_people_write_one_is_none_of_it(written: str, tmp_path: Path) -> None:
    """A space stands behind its sign, or more than one before it."""
    path = tmp_path / "s.yaml"
    path.write_text(f"structure:\n  title: {written}\n", encoding="utf-8")
    assert not read_account(path).skipped


def test_a_comment_that_cuts_off_a_brace_is_told_where_it_begins(tmp_path: Path) -> None:
    """Not on the line on which the parser gave up."""
    path = tmp_path / "s.yaml"
    path.write_text("bodies:\n  a: {name: Group #2, apex: true}\n", encoding="utf-8")
    with pytest.raises(LoadError, match=r"s.yaml:2:19: '#2, apex: true}' is cut off: a space and"):
        read_account(path)


def test_much_that_was_left_out_is_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """And where it is listed is said."""
    with caplog.at_level(logging.WARNING):
        read_structure(tables(tmp_path, "a.csv", "b.csv", "c.csv", "d.csv"))
    assert caplog.messages == [
        f"4 things in {tmp_path} were left out; 'govgraph convert' lists them"
    ]


def test_every_format_has_a_name_of_its_own() -> None:
    """And is read or written, or both."""
    names = [each.name for each in FORMATS]
    assert len(set(names)) == len(names)
    assert all(find_format(name).reads or find_format(name).writes for name in names)
    assert ".xlsx" in suffixes()


def test_a_format_that_is_only_read_is_not_written() -> None:
    """And the other way round, with a plain word."""
    with pytest.raises(SettingsError, match="the format 'bods' is only read"):
        write_structure(Structure(), Path("a.json"), "bods")
    with pytest.raises(SettingsError, match="is not read from standard input"):
        read_account("-", "excel")
    with pytest.raises(SettingsError, match="is not read from a folder"):
        read_account(Path(__file__).parent, "json")


def test_a_format_of_ours_loses_nothing() -> None:
    """There is nothing to name."""
    assert find_lossy_conversions(Structure(), Path("a.yaml")) == ()


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        ('{"bodies": {"a": {"name": "A", "tags": ["memberships"]}}}', "a"),
        ('{"organizations": [{"id": "b", "name": "B"}]}', "b"),
        (json.dumps([STATEMENT]), "c"),
    ],
)
def test_formats_that_share_a_suffix_are_told_apart(
    tmp_path: Path, content: str, format_: str
) -> None:
    """By what stands near the beginning."""
    path = tmp_path / "plan.json"
    path.write_text(content, encoding="utf-8")
    assert [body.id for body in read_structure(path).bodies] == [format_]


def test_a_file_that_cannot_be_looked_into_is_refused(tmp_path: Path) -> None:
    """With the reason."""
    (tmp_path / "plan.json").symlink_to(tmp_path / "nowhere.json")
    with pytest.raises(LoadError, match="cannot be read: no such file"):
        read_structure(tmp_path / "plan.json")


def test_what_a_reader_cannot_go_down_into_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any format, under a limit that somebody has raised."""
    path = tmp_path / "a.yaml"
    path.write_text("bodies: {}", encoding="utf-8")

    def too_deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("govgraph.formats.yaml_file.read_file", too_deep)
    with pytest.raises(LoadError, match=r"a\.yaml: lists and mappings stand deeper within"):
        read_account(path)
