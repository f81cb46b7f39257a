"""The preview command: what it watches, what it says, how it ends."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import Any

import pytest
import watchfiles

from govgraph.cli.previewing import concerns
from govgraph.formats.simple_sheet_writing import form_as_workbook
from tests.cli.program import govgraph, started

STRUCTURE = "bodies:\n  trust: {name: Trust, apex: true}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small structure."""
    path = tmp_path / "small.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return path


def saved_until_told(running: "subprocess.Popen[str]", save: Callable[[], object]) -> str:
    """What a preview says of a save; saved again until the folder is watched."""
    assert running.stderr
    for _ in range(60):
        save()
        if select([running.stderr], [], [], 2.0)[0]:
            break
    return running.stderr.readline()


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
    with started(command) as running:
        assert running.stderr
        assert running.stderr.readline() == "the page is up to date\n"
        assert running.stderr.readline().startswith("open ")
        said = saved_until_told(
            running, lambda: file.write_text(f"{STRUCTURE}  board: {{naem: Board}}\n", "utf-8")
        )
        assert "small.yaml:3:11: 'naem' is not a field" in said
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        assert "the preview has ended" in rest
        assert "Traceback" not in rest
        assert running.wait(timeout=20) == 0


def test_a_workbook_is_watched_as_spreadsheets_save_it(tmp_path: Path) -> None:
    """They write another file and put it in the place of the first."""
    path, saved = tmp_path / "board.xlsx", tmp_path / "A1B2C3D4"
    path.write_bytes(form_as_workbook("", "", "", examples=True))
    command = [sys.executable, "-m", "govgraph", "preview", str(path), "--port", "0"]
    with started(command) as running:
        assert running.stderr
        assert running.stderr.readline() == "the page is up to date\n"
        assert running.stderr.readline().startswith("open ")
        (tmp_path / "~$board.xlsx").write_bytes(b"lock")

        def save() -> None:
            saved.write_bytes(form_as_workbook("", "soon", "", examples=True))
            saved.replace(path)

        assert "Governance!B2: 'soon' is not a date" in saved_until_told(running, save)
        running.send_signal(signal.SIGINT)
        assert "the preview has ended" in running.stderr.read()


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


@contextmanager
def running_preview(file: Path) -> "Iterator[subprocess.Popen[str]]":
    """A preview as a process of its own, that is up to date."""
    command = [sys.executable, "-m", "govgraph", "preview", str(file), "--port", "0"]
    with started(command) as running:
        assert running.stderr
        assert running.stderr.readline() == "the page is up to date\n"
        yield running


def port_of(running: "subprocess.Popen[str]") -> int:
    """Where it listens."""
    assert running.stderr
    found = re.search(r"127\.0\.0\.1:(\d+)", running.stderr.readline())
    assert found
    return int(found[1])


def connect(port: int, request: bytes) -> socket.socket:
    """A connection on which something was said."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.sendall(request)
    return connection


def test_an_interrupt_ends_it_whoever_is_connected(file: Path) -> None:
    """Readers who wait for events, and one that never says what it wants."""
    with running_preview(file) as running:
        port = port_of(running)
        asks = f"GET /events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
        with connect(port, asks) as reader, connect(port, b"GET /ev"):
            assert reader.recv(12) == b"HTTP/1.0 200"
            time.sleep(0.5)  # until the folder is watched
            running.send_signal(signal.SIGINT)
            assert running.wait(timeout=20) == 0
        assert running.stderr
        assert running.stderr.read() == "the preview has ended\n"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads memory from /proc")
def test_ten_thousand_requests_leave_memory_flat(file: Path) -> None:
    """Pages, refusals and nonsense; no connection is kept, and nothing is said of them."""
    with running_preview(file) as running:
        port = port_of(running)
        host = f"Host: localhost:{port}\r\n\r\n".encode()
        kinds = (
            b"GET / HTTP/1.1\r\n" + host,
            b"HEAD /page HTTP/1.1\r\n" + host,
            b"HEAD /events HTTP/1.1\r\n" + host,
            b"POST /page HTTP/1.1\r\n" + host,
            b"GET /none HTTP/1.1\r\nHost: example.org\r\n\r\n",
            b"nonsense\r\n\r\n",
        )
        seen = []
        for number in range(10_000):
            with connect(port, kinds[number % len(kinds)]) as connection:
                while connection.recv(65_536):
                    pass
            if number % 1000 == 999:
                pages = Path(f"/proc/{running.pid}/statm").read_text(encoding="ascii").split()
                seen.append(int(pages[1]))
        assert seen[-1] - seen[1] < 500  # pages of 4 KiB, over 8,000 requests
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 0
        assert running.stderr
        assert running.stderr.read() == "the preview has ended\n"
