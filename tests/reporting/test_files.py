"""Files are written whole or not at all."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from govgraph.errors import OutputError
from govgraph.reporting.whole_files import make_folder, refuse_to_overwrite, write_whole


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("paper.docx", "close it in Word, then try again"),
        ("findings.xlsx", "close it in Excel, then try again"),
        ("sheet.svg", "close it in the program that has it open, then try again"),
    ],
)
def test_a_file_that_is_open_says_where_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    """As Windows refuses it: the old file stays, and nothing is left beside it."""
    file = tmp_path / name
    file.write_bytes(b"old")

    def held(_self: Path, _target: Path) -> None:
        error = PermissionError(13, "Access is denied")
        error.winerror = 5  # type: ignore[attr-defined,unused-ignore] # on Windows alone
        raise error

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(OutputError, match=f"{name} could not be written: {said}$"):
        write_whole(file, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


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


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    """What was private stays so when it is written anew."""
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    write_whole(file, "new")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("refused", ["open", "replace"])
def test_a_folder_that_may_not_be_written_is_said(
    refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stood there stays, and no scrap is left."""
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, refused, refuse)
    with pytest.raises(OutputError, match=r"a\.txt could not be written: Permission denied"):
        write_whole(file, "new")
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


KILLED = """
import os, signal, sys
from pathlib import Path
from govgraph.reporting.whole_files import stream_whole
def half(file):
    file.write(b"half of it")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
stream_whole(Path(sys.argv[1]), half)
"""


@pytest.mark.parametrize("before", ["old", None])
def test_a_run_that_is_killed_half_way_leaves_the_file_as_it_was(
    before: str | None, tmp_path: Path
) -> None:
    """Whole, or absent; what had been written has a name of its own that no reader lists."""
    file = tmp_path / "a.yaml"
    if before:
        file.write_text(before, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (file.read_text(encoding="utf-8") if file.exists() else None) == before
    assert all(path.name.startswith(".") for path in tmp_path.iterdir() if path != file)


ENDED = """
import os, signal, sys
from pathlib import Path
from govgraph import __main__
from govgraph.cli import main
from govgraph.reporting.whole_files import stream_whole
def half(file):
    file.write(b"half of it")
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
main.run_with = lambda _: stream_whole(Path(sys.argv[1]), half)
__main__.run()
"""


@pytest.mark.parametrize("ended_by", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_run_that_is_ended_leaves_nothing(ended_by: str, tmp_path: Path) -> None:
    """As a gate ends one that takes too long: what was half written goes too."""
    done = subprocess.run(
        [sys.executable, "-c", ENDED, str(tmp_path / "a.yaml"), ended_by],
        check=False,
        capture_output=True,
    )
    number = int(getattr(signal, ended_by))
    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert not list(tmp_path.iterdir())


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    """Under whatever name; a file beside it may be written."""
    folder = tmp_path / "register"
    (folder / "relations").mkdir(parents=True)
    read = [folder / name for name in ("bodies-1.csv", "plan.yaml", "relations/a.csv")]
    beside = [folder / "findings.csv", tmp_path / "bodies.csv"]
    for path in (*read, *beside):
        path.touch()
    (tmp_path / "link").symlink_to(folder)
    for path in (*read, tmp_path / "link" / "plan.yaml"):
        with pytest.raises(OutputError, match="is read from; name another file to write"):
            refuse_to_overwrite(path, None, folder)
    for output in (*beside, folder / "bodies-2.csv", None):
        refuse_to_overwrite(output, folder)
    with pytest.raises(OutputError, match="is read from"):
        refuse_to_overwrite(beside[0], tmp_path / "link" / "findings.csv")


AT_ONCE = """
import sys
from pathlib import Path
from govgraph.reporting.whole_files import write_whole
for _ in range(200):
    write_whole(Path(sys.argv[1]), sys.argv[2] * 50_000)
"""


def test_two_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    """Whoever reads meanwhile finds what the one or the other wrote, and nothing between."""
    file = tmp_path / "a.txt"
    running = [
        subprocess.Popen([sys.executable, "-c", AT_ONCE, str(file), letter]) for letter in "ab"
    ]
    seen = set()
    while any(each.poll() is None for each in running):
        with suppress(FileNotFoundError):
            seen.add(file.read_text(encoding="utf-8"))
    assert [each.wait() for each in running] == [0, 0]
    assert seen <= {"a" * 50_000, "b" * 50_000}
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_files_get_the_usual_rights(tmp_path: Path) -> None:
    """Others may read what a temporary file would have kept private."""
    write_whole(tmp_path / "a.txt", "x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o666 & ~mask
