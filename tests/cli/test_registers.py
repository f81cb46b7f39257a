"""Registers on the command line."""

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars
import pytest

from govgraph.checks.board import COLUMNS as BOARD
from govgraph.cli.main import run_with
from govgraph.cli.progress import Progress
from govgraph.reporting.findings.findings_lines import COLUMNS
from tests.cli.program import govgraph
from tests.made_registers import write_text

BODIES = """id,name,kind,area,apex
trust,Trust,trust,,true
hart,Hart,board,Hart,
fleet,Fleet,board,Hart,
lone,=Lone,,Fleet,
"""
RELATIONS = """from,kind,to
hart,accountable_to,trust
fleet,accountable_to,moot
fleet,accountable_to,fleet
"""
SOUND = ("id,apex\ntrust,true\nhart,\n", "from,kind,to\nhart,reports_to,trust\n")
FORMS = ("text", "json", "jsonl", "csv", "parquet")


@pytest.fixture
def register(tmp_path: Path) -> str:
    """The path of a small register with a few faults."""
    return str(write_text(tmp_path, BODIES, RELATIONS))


def test_a_register_is_summed_up_by_rule_kind_and_area(register: str) -> None:
    """Exit 1 for errors; a few of each are told in words."""
    done = govgraph("check", register, "--register")
    assert done.code == 1
    assert "error GG101 orphaned-body: 1" in done.out
    assert "by kind: (none) 1\n  by area: Fleet 1" in done.out
    assert (
        "namely: =Lone answers to nobody, and no relation of any kind ties it to another body."
        in done.out
    )
    assert "The relation from fleet to moot names ‘moot’, which is no body here." in done.out
    assert "(4 bodies, 2 lines of account, all dates)" in done.out


def test_a_sound_register_has_nothing_to_report(tmp_path: Path) -> None:
    """Exit 0."""
    folder = write_text(tmp_path, *SOUND)
    done = govgraph("check", str(folder), "--register")
    assert (done.code, "nothing to report" in done.out) == (0, True)


def stream(capfdbinary: pytest.CaptureFixture[bytes], register: str, form: str) -> bytes:
    """What is written to standard output in a form."""
    assert run_with(["check", register, "--register", "--format", form, "--exit-zero"]) == 0
    return bytes(capfdbinary.readouterr().out)


def test_findings_are_streamed_as_json_lines(
    register: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """In the shape they have for a small structure."""
    lines = stream(capfdbinary, register, "jsonl").decode().splitlines()
    found = {(each["code"], str(each["subject"])): each for each in map(json.loads, lines)}
    lone = found["GG101", "{'body': 'lone'}"]
    assert lone["board"]["matter"] == "Who holds =Lone to account? The papers name nobody."
    assert lone["location"] == {"file": f"{register}/bodies.csv", "line": 5, "column": 1}
    relation = {"from": "fleet", "kind": "accountable_to", "to": "moot"}
    assert ("GG106", str({"relation": relation})) in found
    assert {code for code, _ in found} == {"GG101", "GG104", "GG106"}
    small = json.loads(govgraph("check", "data/hampshire", "--format", "json").out)
    assert lone.keys() == small["findings"][0].keys()


def test_findings_are_streamed_as_csv(
    register: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """One heading, and no cell that a spreadsheet takes for a formula."""
    text = stream(capfdbinary, register, "csv").decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == [*COLUMNS, *BOARD]
    assert [row[1] for row in rows[1:]] == ["GG101", "GG104", "GG106"]
    assert rows[2][3] == "fleet accountable_to fleet"


def test_findings_are_written_as_parquet(
    register: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """One row each."""
    frame = polars.read_parquet(io.BytesIO(stream(capfdbinary, register, "parquet")))
    assert frame["code"].to_list() == ["GG101", "GG104", "GG106"]


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_said_in_every_form(register: str, form: str) -> None:
    """In one line, with exit 2."""
    with FULL.open("w") as full:
        done = run(register, form, stdout=full)
    said = "govgraph: standard output could not be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as a POSIX shell does")
@pytest.mark.parametrize("form", FORMS)
def test_findings_for_a_closed_stream_go_nowhere(tmp_path: Path, form: str) -> None:
    """The exit code says that there are some."""
    folder = write_text(tmp_path, "id\na\n", "from,kind,to\n")
    command = f'"{sys.executable}" -m govgraph check "{folder}" --register --format {form} >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", FORMS)
def test_a_reader_that_has_gone_is_no_error_in_any_form(
    tmp_path: Path, form: str, unbuffered: str
) -> None:
    """However much was to be written, and whether Python has a buffer for it or not.

    Nothing is said of it, and the exit code is that of the findings: lone bodies are errors.
    """
    bodies = "id\n" + "".join(f"b{number}\n" for number in range(2_000))
    reader, writer = os.pipe()
    os.close(reader)
    folder = str(write_text(tmp_path, bodies))
    done = run(folder, form, stdout=writer, env={**os.environ, "PYTHONUNBUFFERED": unbuffered})
    os.close(writer)
    assert (done.returncode, done.stderr.replace(CAPPED, "")) == (1, "")


CAPPED = "1,000 of 2,001 findings are told; --format jsonl, csv or parquet gives all\n"


def run(register: str, form: str, **streams: Any) -> "subprocess.CompletedProcess[str]":
    """The program as a process of its own, on a register in a form."""
    program = [sys.executable, "-m", "govgraph", "check", register, "--register"]
    return subprocess.run(
        [*program, "--format", form], stderr=subprocess.PIPE, text=True, check=False, **streams
    )


@pytest.mark.parametrize("form", FORMS)
def test_nothing_half_written_is_left(
    register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """What stood there before stays."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    path = tmp_path / "out" / "findings"
    path.parent.mkdir()
    done = govgraph("check", register, "--register", "--format", form, "-o", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"govgraph: {path} could not be written: No space left on device\n"
    assert not [*path.parent.iterdir()]


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
def test_no_findings_are_written_as_none(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    """CSV keeps its heading, Parquet its columns."""
    folder = write_text(tmp_path, *SOUND)
    written = stream(capfdbinary, str(folder), form)
    expected = {"csv": ",".join((*COLUMNS, *BOARD)).encode() + b"\n", "jsonl": b""}
    assert written == expected.get(form, written)
    if form == "parquet":
        none = polars.read_parquet(io.BytesIO(written))
        write_text(folder, "id\na\n", "from,kind,to\n")
        some = polars.read_parquet(io.BytesIO(stream(capfdbinary, str(folder), form)))
        assert (len(none), none.schema) == (0, some.schema)


def test_questions_are_asked_of_a_register(register: str) -> None:
    """Each of them, by id or name."""
    assert "reaches Trust" in govgraph("chain", register, "Hart", "--register").out
    assert "Hart" in govgraph("reports", register, "trust", "--register").out
    assert "Hart" in govgraph("impact", register, "trust", "--register").out
    assert "Trust" in govgraph("paths", register, "hart", "trust", "--register").out
    assert "no body in common" in govgraph("common", register, "hart", "lone", "--register").out
    assert "Hart" in govgraph("show", register, "hart", "--register").out


def test_a_part_of_a_register_is_told_without_being_converted(
    register: str, tmp_path: Path
) -> None:
    """As a page, a list and a paper: one body, an area, a kind; found in the whole register."""
    told = tmp_path / "told"
    done = govgraph("report", register, "--register", "--focus", "hart", "-o", str(told))
    assert done.code == 0, done.err
    assert (told / "index.html").is_file()
    assert "Fleet" not in (told / "diagram.svg").read_text(encoding="utf-8")
    listed = govgraph("list", register, "--register", "--kind", "board").out
    assert ("Hart" in listed, "Fleet" in listed, "Trust" in listed) == (True, True, True)
    paper = tmp_path / "paper.md"
    done = govgraph("paper", register, "--register", "--area", "Hart", "-o", str(paper))
    assert done.code == 0, done.err
    whole = json.loads(govgraph("check", register, "--register", "--format", "json").out)
    ours = {found["board"]["matter"] for found in whole["findings"] if found["board"]}
    said = paper.read_text(encoding="utf-8")
    assert [matter for matter in ours if matter in said]


@pytest.mark.parametrize("command", ["report", "list", "paper"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--register"], "--focus BODY, --area AREA or --kind KIND"),
        (["--register", "--kind", "bord"], "did you mean 'board'?"),
        (["--register", "--focus", "Harrt"], "did you mean hart?"),
        (["--focus", "hart"], "--focus is not for structures here"),
        (["--register", "--focus", "hart", "--undated"], "--undated is not for registers"),
    ],
)
def test_what_is_no_part_of_a_register_is_refused(
    register: str, tmp_path: Path, command: str, options: list[str], said: str
) -> None:
    """In words, by each command alike."""
    output = [] if command == "list" else ["-o", str(tmp_path / "told.md")]
    done = govgraph(command, register, *options, *output)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize("written", ["Trst Board", "hartt", "Fleet Group", "zzzz"])
@pytest.mark.parametrize("question", ["show", "chain", "impact"])
def test_a_name_that_is_no_body_is_told_alike(tmp_path: Path, question: str, written: str) -> None:
    """Of a structure, of the same folder as a register, and of its index: in the same words."""
    bodies = "id,name\ntrust,Trust Board\nhart,Hart Partnership\nf1,Fleet Group\nf2,Fleet Group\n"
    folder = str(write_text(tmp_path, bodies, "from,kind,to\n"))
    small = govgraph(question, folder, written)
    assert (small.code, small.out) == (2, "")
    assert govgraph(question, folder, written, "--register") == small
    govgraph("index", folder)
    assert govgraph(question, folder, written, "--register") == small


def test_the_nearest_names_are_found_among_all(tmp_path: Path) -> None:
    """However they begin, and in whatever order their words stand."""
    names = [f"Parish Council {number}" for number in range(500)]
    rows = "".join(f"b{number},{name}\n" for number, name in enumerate(names))
    folder = str(write_text(tmp_path, f"id,name\n{rows}", "from,kind,to\n"))
    for written in ("Xarish Council 123", "Parrish Counsil 123", "Council Parish 123"):
        done = govgraph("show", folder, written, "--register")
        assert "did you mean b123 (Parish Council 123)" in done.err
    done = govgraph("show", folder, "Nothing of the sort", "--register")
    assert done.err == "govgraph: no body goes by the name 'Nothing of the sort'\n"


def test_what_a_register_cannot_do_is_refused(register: str) -> None:
    """Options that are for small structures, and the other way round."""
    done = govgraph("check", register, "--register", "--against", "requirements.yaml")
    assert (done.code, "--against is not for registers" in done.err) == (2, True)
    done = govgraph("check", "data/hampshire", "--format", "parquet")
    assert (done.code, "is for registers" in done.err) == (2, True)
    done = govgraph("check", register, "--register", "--format", "xlsx")
    assert (done.code, "add -o FILE.xlsx" in done.err) == (2, True)
    done = govgraph("check", register, "--register", "--each")
    assert (done.code, "--each is not for registers" in done.err) == (2, True)
    done = govgraph("check", register, "--register", "--format", "tap")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "govgraph: a register is not told as 'tap' "
        "(allowed: text, jsonl, csv, parquet, json, sarif, junit, github, markdown, xlsx)\n"
    )


def test_a_register_is_called_as_its_folder(register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where somebody stands in it and writes a dot."""
    told = govgraph("check", register, "--register").out
    monkeypatch.chdir(register)
    assert govgraph("check", ".", "--register").out == told
    assert f"\n{Path(register).name}: 3 errors" in told


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
def test_some_findings_are_told_in_the_forms_of_structures(register: str, form: str) -> None:
    """Those of a small register all, with their places."""
    done = govgraph("check", register, "--register", "--format", form, "--exit-zero")
    assert done.code == 0
    assert "GG101" in done.out
    assert "bodies.csv" in done.out


def test_no_more_are_told_so_than_are_read(register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some of every rule; how many there are is said, and counted in the summary."""
    monkeypatch.setattr("govgraph.registers.telling.first_findings.MOST", 2)
    done = govgraph("check", register, "--register", "--format", "json")
    told = json.loads(done.out)
    assert done.err == "2 of 3 findings are told; --format jsonl, csv or parquet gives all\n"
    assert len(told["findings"]) == told["summary"]["told"] == 2
    assert told["summary"]["error"] == 3


def test_markdown_sums_a_register_up(register: str) -> None:
    """A row a rule, and a few examples."""
    done = govgraph("check", register, "--register", "--format", "markdown")
    assert "| error | GG101 orphaned-body | 1 | kind: (none) 1; area: Fleet 1 |" in done.out
    assert "- GG104: Fleet answers to itself." in done.out


@pytest.mark.parametrize("form", ["text", "jsonl", "csv", "parquet", "markdown", "xlsx"])
def test_findings_of_a_register_go_to_a_file(register: str, tmp_path: Path, form: str) -> None:
    """Whole or not at all."""
    path = tmp_path / f"findings.{form}"
    done = govgraph("check", register, "--register", "--format", form, "-o", str(path))
    assert (done.code, done.out, done.err) == (1, "", f"wrote {path}\n")
    assert path.stat().st_size > 0


def test_a_baseline_leaves_out_what_was_wrong_already(register: str, tmp_path: Path) -> None:
    """What is new is told, what is gone is counted."""
    baseline = tmp_path / "baseline.json"
    done = govgraph("check", register, "--register", "--write-baseline", str(baseline))
    assert (done.code, done.err) == (0, f"wrote {baseline}: 3 findings\n")
    done = govgraph("check", register, "--register", "--baseline", str(baseline))
    assert (done.code, "nothing to report" in done.out) == (0, True)
    assert done.err == "3 findings are in the baseline and left out\n"
    changed = BODIES.replace("lone,=Lone,,Fleet,", "new,New,,Fleet,")
    Path(register, "bodies.csv").write_text(changed, encoding="utf-8")
    done = govgraph("check", register, "--register", "--baseline", str(baseline))
    assert "namely: New answers to nobody" in done.out
    assert done.err == ("2 findings are in the baseline and left out; 1 of its findings is gone\n")


def test_a_baseline_is_that_of_a_structure(register: str, tmp_path: Path) -> None:
    """A register and a structure of the same tables can be held against either."""
    baseline = tmp_path / "baseline.json"
    govgraph(
        "check", register, "--register", "--write-baseline", str(baseline), "--select", "GG101"
    )
    done = govgraph("check", register, "--baseline", str(baseline), "--select", "GG101")
    assert (done.code, done.err) == (0, "1 finding is in the baseline and left out\n")


def test_progress_is_told_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar that fills, and goes."""
    Progress(2).tell("reading")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = Progress(2)
    progress.tell("reading")
    progress.end()
    assert capsys.readouterr().err == "\r\x1b[K[##########..........] reading\r\x1b[K"


def test_a_question_is_answered_from_the_index(register: str) -> None:
    """The answer is the same; tables that have changed are read, and it is said."""
    plain = govgraph("chain", register, "Hart", "--register").out
    done = govgraph("index", register)
    assert (done.code, done.err) == (0, f"wrote {register}/govgraph-index.sqlite\n")
    assert govgraph("chain", register, "Hart", "--register").out == plain
    Path(register, "bodies.csv").write_text(BODIES + "lsp,LSP,,,\n")
    done = govgraph("chain", register, "Hart", "--register")
    assert (done.out, "it is not used" in done.err) == (plain, True)


def test_a_damaged_index_is_said_and_not_used(register: str) -> None:
    """The tables are read in its place."""
    plain = govgraph("chain", register, "Hart", "--register").out
    govgraph("index", register)
    damaged = Path(register, "govgraph-index.sqlite")
    damaged.write_bytes(damaged.read_bytes().replace(b"Hart", b"Hurt"))
    done = govgraph("chain", register, "Hart", "--register")
    assert (done.code, done.out) == (0, plain)
    assert "it is not used" in done.err


def test_a_register_is_drawn_as_groups(register: str, tmp_path: Path) -> None:
    """With counts, and as a file in the form that its ending names."""
    picture = tmp_path / "register.svg"
    done = govgraph("draw", register, "--register", "--by", "kind", "-o", str(picture))
    assert done.code == 0
    assert "Trust" in picture.read_text(encoding="utf-8")


def test_groups_are_for_registers_alone(tmp_path: Path) -> None:
    """A structure draws every body."""
    written = tmp_path / "fleet.yaml"
    written.write_text("bodies: {trust: {name: Trust, apex: true}}\n", encoding="utf-8")
    done = govgraph("draw", str(written), "--by", "kind", "-o", str(tmp_path / "f.svg"))
    assert done.code == 2
    assert "--by is for registers" in done.err


@pytest.mark.parametrize(
    "command",
    [["list"], ["report", "-o", "page"], ["people"], ["policy"], ["convert", "county.json"]],
)
def test_what_is_not_for_registers_says_what_is(tmp_path: Path, command: list[str]) -> None:
    """In one line, not by what a reader of structures stumbles over."""
    for name, text in (("bodies", BODIES), ("relations", RELATIONS)):
        (tmp_path / f"{name}.csv.gz").write_bytes(gzip.compress(text.encode()))
    done = govgraph(command[0], str(tmp_path), *command[1:])
    assert (done.code, done.out) == (2, "")
    assert "is a register, too large to be read body by body: check, draw" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["seats"],
        ["people"],
        ["requirements"],
        ["policy"],
        ["timeline"],
        ["diff"],
        ["paper", "-o", "paper.md"],
        ["report", "-o", "page"],
        ["preview"],
        ["query", "MATCH (b) RETURN b"],
        ["mcp"],
    ],
)
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_folder_is_a_register_for_every_command_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], suffix: str
) -> None:
    """Though it could be read body by body."""
    monkeypatch.setattr("govgraph.formats.register.register_files.LARGE", 1)
    for name, text in (("bodies", BODIES), ("relations", RELATIONS)):
        frame = polars.read_csv(text.encode(), infer_schema=False)
        path = tmp_path / f"{name}.{suffix}"
        frame.write_csv(path) if suffix == "csv" else frame.write_parquet(path)
    done = govgraph(command[0], str(tmp_path), *command[1:])
    assert (done.code, done.out) == (2, "")
    assert "register" in done.err


def test_a_register_becomes_a_structure_that_every_command_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the way that is named where it is refused."""
    monkeypatch.setattr("govgraph.formats.register.register_files.LARGE", 1)
    write_text(tmp_path, BODIES, RELATIONS)
    refused = govgraph("list", str(tmp_path)).err
    assert refused.endswith(f"after govgraph convert {tmp_path} {tmp_path.name}.json\n")
    assert govgraph("convert", str(tmp_path), str(tmp_path / "county.json")).code == 0
    assert "4 bodies" in govgraph("list", str(tmp_path / "county.json")).out


def test_what_was_probably_meant_by_an_unknown_kind_is_said(tmp_path: Path) -> None:
    """Of bodies and of relations, as it is of a structure; of what is like nothing, nothing."""
    bodies = "id,kind,apex\na,board,true\nb,bord,\nc,xyzzyx,\n"
    relations = "from,kind,to\nb,acountable_to,a\n"
    done = govgraph("check", str(write_text(tmp_path, bodies, relations)), "--register")
    assert "b names ‘bord’, which is no kind of body here; did you mean board?" in done.out
    assert "c names ‘xyzzyx’, which is no kind of body here.\n" in done.out
    assert "no kind of relation here; did you mean accountable_to?" in done.out


def test_one_of_anything_is_not_told_as_several(tmp_path: Path) -> None:
    """Of bodies, lines and findings."""
    write_text(tmp_path, "id,apex\na,\n", "from,kind,to\na,reports_to,a\n")
    told = govgraph("check", str(tmp_path), "--register", "--select", "GG104").out
    assert "1 error, 0 warnings, 0 information (1 body, 1 line of account, " in told
    assert "1 body has an error." in told


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "markdown"])
def test_relations_without_any_bodies_are_told_in_every_form(tmp_path: Path, form: str) -> None:
    """Nobody at either end is there, and nobody has an identifier or a name."""
    write_text(tmp_path, "id,apex\n", "from,kind,to\na,accountable_to,b\n")
    done = govgraph("check", str(tmp_path), "--register", "--format", form)
    assert (done.code, done.err) == (1, "")
    assert "GG106" in done.out


def test_an_empty_register_says_that_it_is(tmp_path: Path) -> None:
    """Checked or drawn."""
    write_text(tmp_path, "id,apex\n")
    done = govgraph("check", str(tmp_path), "--register")
    assert "is empty: there are no bodies in it (all dates)." in done.out
    done = govgraph("draw", str(tmp_path), "--register", "-o", str(tmp_path / "none.svg"))
    assert "is empty: there are no bodies in it to be drawn" in done.err


def test_a_kind_that_contradicts_one_that_is_built_in_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is read as it is declared there, as in a structure."""
    folder = write_text(tmp_path, *SOUND)
    kinds = "id,class,reads\ncommittee_of,support,is a committee of\n"
    (folder / "relation_kinds.csv").write_text(kinds, encoding="utf-8")
    done = govgraph("check", str(folder), "--register")
    assert done.code == 0
    said = "the kind of relation 'committee_of' is built in now: its class there is accountability"
    assert said in caplog.text
