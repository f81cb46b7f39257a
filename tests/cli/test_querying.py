"""The query command: its formats, its limits, what it says when it cannot."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import govgraph, started

STRUCTURE = """
bodies:
  trust: {name: Trust, apex: true, kind: trust}
  fleet: {name: =Fleet, kind: sub-cluster, reports_to: trust, also_known_as: [F, FL]}
  hook: {name: Hook, kind: sub-cluster, part_of: trust, status: proposed}
"""
QUERY = "MATCH (s:SubCluster)-[r]->(b) RETURN s.name, b.name"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A small structure."""
    path = tmp_path / "small.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return str(path)


def test_rows_are_printed_as_a_table(file: str) -> None:
    """What is proposed is there when it is included."""
    done = govgraph("query", file, QUERY)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("s.name  b.name\n=Fleet  Trust\n\n1 row\n\nAll dates.")
    assert "Not counted: 1 body, only proposed" in done.out
    assert "Hook" in govgraph("query", file, QUERY, "--include", "proposed").out


def test_rows_are_data_for_programs(file: str) -> None:
    """As JSON the values themselves, as CSV without formulas."""
    query = "MATCH (s:SubCluster)-[r]->(b) RETURN s.name, s.apex, s.area, s.also_known_as, b, r"
    done = govgraph("query", file, query, "--format", "json")
    answer = json.loads(done.out)
    assert answer["columns"][:2] == ["s.name", "s.apex"]
    assert answer["rows"][0][:4] == ["=Fleet", False, None, ["F", "FL"]]
    assert answer["capped"] is False
    done = govgraph("query", file, query, "--format", "csv")
    assert done.out.splitlines()[1] == '\'=Fleet,false,,"F, FL",trust,fleet reports_to trust'


def test_the_cap_is_said(file: str) -> None:
    """In the text, or beside the data."""
    text = govgraph("query", file, "MATCH (a) RETURN a.id", "--most", "1")
    assert "\n1 row; there are more: ask for them with --most\n" in text.out
    data = govgraph("query", file, "MATCH (a) RETURN a.id", "--most", "1", "--format", "csv")
    assert data.err == "this is the first row; there are more (--most)\n"


def test_a_slip_is_located_and_nothing_is_printed(file: str) -> None:
    """Exit 2, as with every question that could not be asked."""
    done = govgraph("query", file, "MATCH (s:SubClutser) RETURN s.name")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "govgraph: query:1:10: no kind of body has the label 'SubClutser'; "
        "did you mean 'SubCluster'?\n"
    )
    assert govgraph("query", file, "MATCH (s)-[*1..9]->(t) RETURN s.id", "--work", "1").code == 2


def test_a_missing_library_is_named(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    monkeypatch.setitem(sys.modules, "grandcypher", None)
    done = govgraph("query", file, QUERY)
    assert done.code == 2
    assert "pip install 'govgraph[query]'" in done.err


def test_a_register_is_refused(tmp_path: Path) -> None:
    """It is asked through excerpts."""
    (tmp_path / "bodies.parquet").touch()
    (tmp_path / "relations.parquet").touch()
    done = govgraph("query", str(tmp_path), QUERY)
    assert (done.code, "register" in done.err) == (2, True)


def test_a_long_query_can_be_interrupted(tmp_path: Path) -> None:
    """As a process of its own, by Ctrl-C, without a traceback."""
    ids = [f"b{number}" for number in range(40)]
    lines = [f"  {one}: {{name: {one}, reports_to: [{', '.join(ids)}]}}" for one in ids]
    file = tmp_path / "dense.yaml"
    file.write_text("\n".join(["bodies:", *lines]), encoding="utf-8")
    query = "MATCH (a)-[:part_of*1..9]->(b) RETURN a.id"
    program = (
        "import grandcypher, sys; from govgraph.cli.main import run_with;"
        "sys.stderr.write('ready\\n'); sys.stderr.flush();"
        f"sys.exit(run_with(['query', {str(file)!r}, {query!r}, '--work', '1000000000']))"
    )
    with started([sys.executable, "-c", program]) as running:
        assert running.stderr
        assert running.stderr.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=2)  # it is at work
        running.send_signal(signal.SIGINT)
        assert (running.stderr.read(), running.wait(timeout=20)) == ("", 130)
