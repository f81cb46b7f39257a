"""The mcp command: what it refuses before it answers."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govgraph.assistants.structure_cache import View
from tests.cli.program import govgraph

STRUCTURE = "bodies:\n  trust: {name: Trust, apex: true}\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A small structure."""
    path = tmp_path / "small.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return str(path)


def test_what_is_no_file_cannot_be_asked_about(tmp_path: Path) -> None:
    """Standard input neither: the protocol needs it."""
    for name in ("-", str(tmp_path / "none.yaml")):
        done = govgraph("mcp", name)
        assert (done.code, done.out) == (2, "")
        assert "is no file or folder that can be asked about" in done.err


def test_a_register_is_not_served(tmp_path: Path) -> None:
    """It is asked on the command line."""
    (tmp_path / "bodies.parquet").touch()
    (tmp_path / "relations.parquet").touch()
    assert "a register is not served" in govgraph("mcp", str(tmp_path)).err


def test_a_missing_library_is_named(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    for module in [name for name in sys.modules if name.startswith("govgraph.assistants.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    done = govgraph("mcp", file)
    assert done.code == 2
    assert "pip install 'govgraph[mcp]'" in done.err


def test_a_slip_in_the_options_is_said_at_once(file: str) -> None:
    """Before a host waits for answers."""
    assert "'April' is not a date" in govgraph("mcp", file, "--as-at", "April").err
    assert "cannot be included" in govgraph("mcp", file, "--include", "ended").err


@pytest.mark.parametrize("content", [STRUCTURE, "bodies: {trust: {naem: Trust}}\n"])
def test_it_serves_a_file_as_it_is(
    file: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is broken too, which is said; Ctrl-C is no error."""
    Path(file).write_text(content, encoding="utf-8")
    served = []

    def serve(kept: Any, usual: Any, _wire: int) -> None:
        served.append((str(kept.path), usual))
        raise KeyboardInterrupt

    monkeypatch.setattr("govgraph.assistants.mcp_server.serve", serve)
    done = govgraph("mcp", file, "--as-at", "2010", "--include", "shadow")
    assert served == [(file, View("2010", ("shadow",)))]
    assert (done.code, done.out) == (0, "")
    assert ("'naem' is not a field" in done.err) == ("naem" in content)
    assert done.err.endswith("the server has ended\n")


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as a POSIX shell does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_said_and_not_waited_for(file: str, closed: str) -> None:
    """Nobody could ask, or hear."""
    command = f'"{sys.executable}" -m govgraph mcp "{file}" {closed}'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert closed == "2>&-" or "one of them is closed" in done.stderr
