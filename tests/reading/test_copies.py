"""The local copy of a source is looked for beside the structure file, and nowhere else."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError, Place
from govgraph.model.sources import Source
from govgraph.reading.copies import find_local_copy


def source(folder: Path, file: str) -> Source:
    """A source written in a structure file of a folder."""
    place = Place(str(folder / "structure.yaml"), 2, 3)
    return Source(id="briefing", title="Briefing", file=file, place=place)


def test_a_copy_is_found_beside_the_structure_file(tmp_path: Path) -> None:
    """In folders within too."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "briefing.pdf").touch()
    found = find_local_copy(source(tmp_path, "sources/briefing.pdf"))
    assert found == tmp_path / "sources" / "briefing.pdf"


def test_a_source_that_names_no_copy_has_none(tmp_path: Path) -> None:
    """Nothing is guessed."""
    assert find_local_copy(source(tmp_path, "")) is None


def test_a_source_that_stands_in_no_file_has_no_copy() -> None:
    """There is no folder to look in."""
    assert find_local_copy(Source(id="a", title="A", file="a.txt")) is None


@pytest.mark.parametrize("file", ["briefing.txt", "briefing.pdf", "briefing.odt"])
def test_a_copy_of_any_kind_must_be_there(tmp_path: Path, file: str) -> None:
    """Also of one that nobody reads here."""
    with pytest.raises(LoadError, match=rf"{file}: is not there"):
        find_local_copy(source(tmp_path, file))


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
        find_local_copy(source(inner, file))
