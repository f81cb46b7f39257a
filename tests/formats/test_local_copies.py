"""The local copy of a source is read where it is plain text beside the structure file."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError, Place
from govgraph.formats.local_copies import read_local_copy
from govgraph.model.sources import Source


def source(folder: Path, file: str) -> Source:
    """A source written in a structure file of a folder."""
    place = Place(str(folder / "structure.yaml"), 2, 3)
    return Source(id="briefing", title="Briefing", file=file, place=place)


def test_a_copy_is_read_as_text(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 do not stop it."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "briefing.txt").write_bytes("Tŷ ".encode() + b"\xff")
    assert (
        read_local_copy(source(tmp_path, "sources/briefing.txt")) == "Tŷ \N{REPLACEMENT CHARACTER}"
    )


@pytest.mark.parametrize("file", ["", "briefing.pdf"])
def test_a_source_without_a_copy_in_plain_text_has_none(tmp_path: Path, file: str) -> None:
    """A PDF is not looked into."""
    (tmp_path / "briefing.pdf").touch()
    assert read_local_copy(source(tmp_path, file)) is None


def test_a_source_that_stands_in_no_file_has_no_copy() -> None:
    """There is no folder to look in."""
    assert read_local_copy(Source(id="a", title="A", file="a.txt")) is None


def test_a_copy_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    """The reason is that of the system."""
    with pytest.raises(LoadError, match=r"briefing\.txt: cannot be read: no such file"):
        read_local_copy(source(tmp_path, "briefing.txt"))


def test_a_copy_of_another_form_must_be_there_too(tmp_path: Path) -> None:
    """Though nobody reads it here."""
    with pytest.raises(LoadError, match=r"briefing\.pdf: is not there"):
        read_local_copy(source(tmp_path, "briefing.pdf"))


@pytest.mark.parametrize(
    "file",
    ["../briefing.txt", "../briefing.pdf", "../../etc/shadow", "/etc/passwd.txt", "link.txt"],
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, file: str) -> None:
    """A structure file from somebody else looks at nothing but its own folder."""
    (tmp_path / "briefing.txt").write_text("secret")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.txt").symlink_to(tmp_path / "briefing.txt")
    with pytest.raises(LoadError, match="lies outside the folder of the structure file"):
        read_local_copy(source(inner, file))
