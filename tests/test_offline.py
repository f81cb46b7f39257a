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
class Refused(socket.socket):
    __init__ = refuse
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = refuse
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


IMPORTING = """@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix org: <http://www.w3.org/ns/org#> .
<http://example.org/plan> a owl:Ontology ; owl:imports <http://example.org/more.ttl> ;
  <http://www.w3.org/2000/01/rdf-schema#seeAlso> <http://example.org/other.ttl> .
<http://example.org/a> a org:Organization .
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.ttl", IMPORTING),
        ("plan.jsonld", '{"@context": "http://example.org/c", "@id": "a"}'),
        ("plan.rdf", '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>&b;</a>'),
        ("plan.graphml", '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><graphml/>'),
    ],
)
def test_no_file_makes_the_program_fetch_another(tmp_path: Path, name: str, text: str) -> None:
    """What a file points at is read from the file, refused, or left."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CUT_OFF, "convert", str(path), "-", "--to", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 2}, done.stderr
    assert "Traceback" not in done.stderr
    assert "a socket was opened" not in done.stderr
