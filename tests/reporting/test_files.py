"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from govgraph.errors import OutputError
from govgraph.reporting.files import make_folder, write_whole


def test_text_is_written_as_utf8_with_line_feeds(tmp_path: Path) -> None:
    """Whatever the platform."""
    write_whole(tmp_path / "a.txt", "Tŵr\n")
    assert (tmp_path / "a.txt").read_bytes() == "Tŵr\n".encode()


def test_a_failed_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up does not cost the old file, and leaves no scraps."""
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What a link points to outside the folder is not written."""
    outside = tmp_path / "outside.txt"
    outside.write_text("safe", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(outside)
    write_whole(link, "new")
    assert (outside.read_text(encoding="utf-8"), link.is_symlink()) == ("safe", False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Nor is a file a folder."""
    with pytest.raises(OutputError, match="is a folder"):
        write_whole(tmp_path, "x")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="could not be made"):
        make_folder(tmp_path / "file" / "inside")
    with pytest.raises(OutputError, match="is a file; name a folder"):
        make_folder(tmp_path / "file")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A file cannot go into a folder that nobody made, and the message says which."""
    with pytest.raises(OutputError, match=r"there is no folder '.*missing'"):
        write_whole(tmp_path / "missing" / "a.svg", "x")


def test_files_get_the_usual_rights(tmp_path: Path) -> None:
    """Others may read what a temporary file would have kept private."""
    write_whole(tmp_path / "a.txt", "x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o666 & ~mask
