"""Registers checked on Spark, from the command line."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import polars
import pytest

from govgraph import spark
from govgraph.spark.graph.spark_engine import SparkEngine
from tests.cli.program import govgraph
from tests.factories import structure
from tests.made_clusters import write_parquet

FAULTS = "fleet -> hart; odiham -> odiham; yateley -> fleet; yateley -> trust*; lone"


@pytest.fixture(autouse=True)
def one_engine(sail: SparkEngine, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every command gets the engine that is running already, and is asked what it wanted."""
    asked: list[tuple[str, str]] = []

    @contextmanager
    def connect(remote: str, *, work: str, note: Callable[[str], None]) -> Iterator[SparkEngine]:
        asked.append((remote, work))
        yield replace(sail, note=note)

    monkeypatch.setattr(spark, "connect", connect)
    return asked


@pytest.fixture
def register(tmp_path: Path) -> str:
    """The path of a small register with a few faults."""
    return str(write_parquet(structure(FAULTS), tmp_path / "register"))


def test_findings_are_summed_up_as_by_the_table(register: str, tmp_path: Path) -> None:
    """In text the same counts as the table's stream has, body by body; exit 1."""
    done = govgraph("check", register, "--engine", "spark")
    stream = tmp_path / "findings.jsonl"
    table = govgraph("check", register, "--register", "--format", "jsonl", "-o", str(stream))
    assert done.code == table.code == 1
    found = [json.loads(line) for line in stream.read_text(encoding="utf-8").splitlines()]
    counts = Counter((each["severity"], each["code"]) for each in found)
    heads = [block.split() for block in done.out.split("\n\n")[:-1]]
    assert {(head[0], head[1]): int(head[3].rstrip(",")) for head in heads} == counts
    assert heads[-1][0] == "error"  # the gravest last
    assert "4 errors, 1 warning, 0 information (6 bodies, 4 lines of account" in done.out
    assert "Counted body by body" in done.out
    assert "Not checked: GG201 to GG212" in done.out


def test_findings_are_summed_up_as_data(register: str) -> None:
    """Counts, for programs."""
    told = json.loads(govgraph("check", register, "--format", "json", "--engine", "spark").out)
    assert (told["register"], told["as_at"], told["bodies"], told["lines"]) == (
        ("register", None, 6, 4)
    )
    assert told["summary"] == {"error": 4, "warning": 1, "information": 0, "faulty": 4}
    assert told["rules"][0] == {
        "code": "GG101",
        "name": "orphaned-body",
        "severity": "error",
        "count": 2,
        "variants": {"isolated": 1, "nobody above it": 1},
        "by": {
            "kind": {"most": {"body": 2}, "others": 0},
            "area": {"most": {"": 2}, "others": 0},
        },
        "examples": [
            "No line of account leads from Lone, nor any other relation.",
            "No line of account leads from Hart to anybody, though others answer to it.",
        ],
    }


def test_findings_are_written_as_parquet(register: str, tmp_path: Path) -> None:
    """Into a new folder, in the columns of the table; what is there already is left alone."""
    output = str(tmp_path / "findings")
    done = govgraph("check", register, "--engine", "spark", "-o", output)
    assert f"wrote {output}\n" in done.err
    written = polars.read_parquet(f"{output}/*.parquet")
    assert sorted(written["code"].to_list()) == ["GG101", "GG101", "GG102", "GG104", "GG105"]
    assert set(written.columns) > {"body", "from", "kind", "to", "message", "remedy"}
    again = govgraph("check", register, "--engine", "spark", "-o", output)
    assert (again.code, again.err) == (
        2,
        f"govgraph: {output} is there already; nothing is written over\n",
    )


def test_a_place_that_may_not_be_written_is_named(register: str) -> None:
    """With the engine's own reason."""
    done = govgraph("check", register, "--engine", "spark", "-o", "/proc/findings")
    assert (done.code, "/proc/findings cannot be written: there is no" in done.err) == (2, True)


def test_no_findings_are_a_table_without_rows(tmp_path: Path) -> None:
    """Whoever reads it finds its columns, though the engine writes no file for no rows."""
    import polars

    folder = write_parquet(structure("hart -> trust*"), tmp_path / "register")
    done = govgraph("check", str(folder), "--engine", "spark", "-o", str(tmp_path / "findings"))
    assert (done.code, "wrote " in done.err) == (0, True)
    written = polars.read_parquet(tmp_path / "findings")
    assert (len(written), written.columns[:2]) == (0, ["body", "from"])


def test_nothing_is_written_over(register: str, tmp_path: Path) -> None:
    """Which is said before anything is worked out."""
    (tmp_path / "findings").write_text("mine")
    done = govgraph("check", register, "--engine", "spark", "-o", str(tmp_path / "findings"))
    assert (done.code, "findings is there already" in done.err) == (2, True)
    assert (tmp_path / "findings").read_text() == "mine"


def test_nothing_found_exits_with_0(tmp_path: Path) -> None:
    """And says so."""
    folder = write_parquet(structure("hart -> trust*"), tmp_path)
    done = govgraph("check", str(folder), "--engine", "spark")
    assert (done.code, "nothing to report (2 bodies, 1 line of account" in done.out) == (0, True)


def test_rules_left_out_are_no_clean_bill(
    tmp_path: Path, sail: SparkEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be looked for makes the exit code 2."""

    @contextmanager
    def connect(*_: object, **__: object) -> Iterator[SparkEngine]:
        yield replace(sail, few=0, most=0)

    monkeypatch.setattr(spark, "connect", connect)
    written = structure("fleet -> hart; fleet -> odiham; hart -> trust*; odiham -> trust")
    folder = str(write_parquet(written, tmp_path))
    done = govgraph("check", folder, "--engine", "spark", "--select", "GG110")
    assert (done.code, "not looked for: GG110 single-point" in done.out) == (2, True)


def test_the_cluster_is_that_of_the_option_or_of_the_environment(
    register: str, one_engine: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token in the environment stays out of the list of processes."""
    given = ("--spark-remote", "sc://here", "--spark-work", "s3://bucket/work")
    govgraph("check", register, "--engine", "spark", "--select", "GG107", *given)
    monkeypatch.setenv("SPARK_REMOTE", "sc://there")
    govgraph("check", register, "--engine", "spark", "--select", "GG107")
    assert one_engine == [("sc://here", "s3://bucket/work"), ("sc://there", "")]


def test_what_spark_cannot_do_is_refused(register: str) -> None:
    """Forms that stream findings."""
    done = govgraph("check", register, "--engine", "spark", "--format", "csv")
    assert (done.code, "on Spark findings are not told as 'csv'" in done.err) == (2, True)


def test_what_cannot_be_done_is_said_before_the_engine_is_asked(
    register: str, tmp_path: Path, one_engine: list[tuple[str, str]]
) -> None:
    """A file that is no baseline, and options that mean nothing there."""
    (tmp_path / "none.json").write_text("{}", encoding="utf-8")
    on_spark = ("check", register, "--engine", "spark")
    done = govgraph(*on_spark, "--baseline", str(tmp_path / "none.json"))
    assert (done.code, "none.json: this is no baseline" in done.err) == (2, True)
    done = govgraph(*on_spark, "--each")
    assert (done.code, done.err) == (2, "govgraph: --each is not for registers on Spark\n")
    assert not one_engine


def test_a_baseline_is_written_and_held_on_spark(register: str, tmp_path: Path) -> None:
    """As by the table, and in the same file."""
    ours, theirs = str(tmp_path / "spark.json"), str(tmp_path / "table.json")
    on_spark = ("check", register, "--engine", "spark", "--select", "GG101")
    done = govgraph(*on_spark, "--write-baseline", ours)
    assert (done.code, done.out) == (0, "")
    govgraph("check", register, "--register", "--select", "GG101", "--write-baseline", theirs)
    assert Path(ours).read_bytes() == Path(theirs).read_bytes()
    done = govgraph(*on_spark, "--baseline", theirs)
    assert done.code == 0
    assert "in the baseline and left out" in done.err


@pytest.mark.parametrize(
    "options", [("--spark-remote", "sc://cluster:15002"), ("--spark-work", "s3://bucket/work")]
)
def test_what_only_spark_heeds_goes_with_it(
    register: str, monkeypatch: pytest.MonkeyPatch, options: tuple[str, str]
) -> None:
    """An option without it is refused; the address in the environment is nothing amiss."""
    done = govgraph("check", register, *options)
    assert (done.code, done.out) == (2, "")
    assert f"{options[0]} goes with --engine spark" in done.err
    monkeypatch.setenv("SPARK_REMOTE", "sc://cluster:15002")
    assert govgraph("check", register).code == 1


def test_rounds_that_are_left_are_told_of(
    register: str, sail: SparkEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody has to remove them."""
    monkeypatch.setattr(sail.rounds, "left", "no leave")
    done = govgraph("check", register, "--engine", "spark", "--select", "GG107")
    assert f"{sail.rounds.folder} is still there: no leave" in done.err
