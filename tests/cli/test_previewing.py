"""The preview command: what it watches, what it says, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from govgraph.cli.previewing import concerns
from tests.cli.program import govgraph

STRUCTURE = "bodies:\n  trust: {name: Trust, apex: true}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small structure."""
    path = tmp_path / "small.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return path


def test_every_save_is_looked_at_until_it_is_interrupted(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal hears what is wrong, with its place, and Ctrl-C is no error."""

    def watch(folder: Path, **how: Any) -> Iterator[set[Any]]:
        assert folder == file.parent
        assert how["watch_filter"](None, str(file))
        file.write_text("bodies: {trust: {naem: Trust}}\n", encoding="utf-8")
        yield set()
        file.write_text(STRUCTURE, encoding="utf-8")
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", watch)
    done = govgraph("preview", str(file), "--port", "0")
    assert (done.code, done.out) == (0, "")
    first, address, wrong, *_, right, last = done.err.splitlines()
    assert first == right == "the page is up to date"
    assert address.startswith("open http://127.0.0.1:")
    assert "small.yaml:1:18: 'naem' is not a field of a body" in wrong
    assert last == "the preview has ended"


def test_a_real_save_is_seen_and_a_real_interrupt_ends_it(file: Path) -> None:
    """As a process of its own, with the library that watches."""
    command = [sys.executable, "-m", "govgraph", "preview", str(file), "--port", "0"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as running:
        assert running.stderr
        assert running.stderr.readline() == "the page is up to date\n"
        assert running.stderr.readline().startswith("open ")
        time.sleep(0.5)  # until the folder is watched
        file.write_text(f"{STRUCTURE}  board: {{naem: Board}}\n", encoding="utf-8")
        assert "small.yaml:3:11: 'naem' is not a field" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        assert "the preview has ended" in rest
        assert "Traceback" not in rest
        assert running.wait(timeout=20) == 0


def test_a_second_preview_finds_a_port_of_its_own(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless one was asked for, which is then said to be taken."""
    monkeypatch.setattr(watchfiles, "watch", lambda *_, **__: ())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("govgraph.cli.previewing.USUAL_PORT", port)
        done = govgraph("preview", str(file))
        assert "open http://127.0.0.1:" in done.err
        assert f":{port}/" not in done.err
        done = govgraph("preview", str(file), "--port", str(port))
        assert done.code == 2
        assert f"port {port} cannot be listened on" in done.err


def test_what_is_no_file_cannot_be_watched(tmp_path: Path) -> None:
    """Standard input neither."""
    for name in ("-", str(tmp_path / "none.yaml")):
        done = govgraph("preview", name)
        assert done.code == 2
        assert "is no file or folder that can be watched" in done.err


def test_a_missing_library_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = govgraph("preview", str(file))
    assert done.code == 2
    assert "pip install 'govgraph[preview]'" in done.err


def test_a_folder_is_watched_without_what_editors_leave_there(tmp_path: Path) -> None:
    """Files that begin with a point or end in a tilde are none of the structure's."""
    assert concerns(tmp_path, tmp_path / "a.yaml")
    assert not concerns(tmp_path, tmp_path / ".a.yaml.swp")
    assert not concerns(tmp_path, tmp_path / "a.yaml~")
