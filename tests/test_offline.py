"""Nothing is ever fetched at run time."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CUT_OFF = """
import socket, sys
def refuse(*_arguments, **_options):
    raise AssertionError("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from govgraph.cli.main import run_with
sys.exit(run_with(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "data/hampshire", "--exit-zero"),
        ("report", "data/hampshire", "--include", "proposed", "-o", "OUT/report"),
        ("draw", "data/worcestershire", "--paper", "A4", "-o", "OUT/sheet.pdf"),
        ("paper", "data/worcestershire", "-o", "OUT/paper.docx"),
        ("convert", "data/worcestershire", "OUT/structure.ttl"),
    ],
)
def test_the_main_jobs_open_no_socket(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """With sockets taken away, everything is written all the same."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            CUT_OFF,
            *(each.replace("OUT", str(tmp_path)) for each in arguments),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "a socket was opened" not in done.stderr
