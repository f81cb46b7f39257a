"""Files and folders that are there, or not, or not what they seem."""

import io
import os
import shlex
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.limits import Limits

ONE = "bodies: {a: {name: A, reports_to: b}}\n"
TWO = "bodies: {b: {name: B, apex: true}}\n"


def refusal(path: str | Path, limits: Limits | None = None) -> str:
    """What somebody is told who asks for a path that cannot be read."""
    with pytest.raises(LoadError) as raised:
        read_structure(path, limits or Limits())
    return str(raised.value)


def test_the_files_of_a_folder_are_one_structure(tmp_path: Path) -> None:
    """They are read in the order of their names, whatever the case of their suffix."""
    (tmp_path / "2.yaml").write_text(ONE)
    (tmp_path / "1.YML").write_text(TWO)
    (tmp_path / "README.md").write_text("not a structure")
    (tmp_path / ".hidden.yaml").write_text("not: [a structure")
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "3.yaml").write_text("bodies: {c: {name: C}}\n")
    structure = read_structure(tmp_path)
    assert list(structure.body_by_id) == ["b", "a"]
    assert [relation.key for relation in structure.relations] == [("a", "reports_to", "b")]


def test_kinds_declared_in_one_file_hold_in_all(tmp_path: Path) -> None:
    """The declaration may stand in a file that is read later."""
    (tmp_path / "1.yaml").write_text("bodies: {a: {name: A, line: b}}\n")
    (tmp_path / "2.yaml").write_text("kinds: {relations: {line: {class: support, reads: is}}}\n")
    assert [relation.kind for relation in read_structure(tmp_path).relations] == ["line"]


def test_problems_of_all_files_are_reported_together(tmp_path: Path) -> None:
    """One error carries them all, file by file, line by line."""
    (tmp_path / "1.yaml").write_text("bodies:\n  a: {name: A, apex: maybe}\n  b: {}\n")
    (tmp_path / "2.yaml").write_text("bodies:\n\ta: {name: A}\n")
    (tmp_path / "3.yaml").write_text("bodies: {a: {name: A}}\nstructure: {id: x}\n")
    (tmp_path / "4.yaml").write_text("structure: {id: y}\nbodies: {c: {name: C, line: b}}\n")
    lines = refusal(tmp_path).replace(str(tmp_path) + os.sep, "").splitlines()
    assert [line.partition(" (")[0] for line in lines] == [
        "1.yaml:2:22: 'apex' must be true or false, not 'maybe'",
        "1.yaml:3:6: the body 'b' has no 'name'",
        "2.yaml:2:1: a tab is used for indentation; YAML wants spaces",
        "3.yaml:1:10: the body 'a' is written twice; first at 1.yaml:2:3",
        "4.yaml:1:1: 'structure' is written a second time; first at 3.yaml:2:1",
    ]


def test_a_field_is_unknown_only_if_every_file_could_be_read(tmp_path: Path) -> None:
    """What may be a kind declared in a broken file is not called a mistake."""
    (tmp_path / "1.yaml").write_text("bodies: {a: {name: A, line: b}}\n")
    assert "'line' is not a field of a body" in refusal(tmp_path)
    (tmp_path / "2.yaml").write_text("kinds: {\n")
    assert "'line'" not in refusal(tmp_path)


def test_an_empty_folder_says_what_was_looked_for(tmp_path: Path) -> None:
    """And where there is some of it."""
    assert "no file of this folder ends in .yaml or .yml" in refusal(tmp_path)
    (tmp_path / "hampshire").mkdir()
    (tmp_path / "hampshire" / "county.yaml").write_text(ONE)
    assert "but some do in 'hampshire'" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("data/hampshire/hart.yml", "data/hampshire/hart.yaml"),
        ("data/hampshire/harte", "data/hampshire/hart.yaml"),
        ("data/hamphire", "data/hampshire"),
        ("dta/hampshire/hart.yaml", "data/hampshire/hart.yaml"),
    ],
)
def test_a_path_that_is_not_there_brings_its_like(
    asked: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One wrong name anywhere in a path is put right."""
    (tmp_path / "data" / "hampshire").mkdir(parents=True)
    (tmp_path / "data" / "hampshire" / "hart.yaml").write_text(ONE)
    monkeypatch.chdir(tmp_path)
    assert f"no such file or folder; did you mean '{Path(meant)}'?" in refusal(asked)


def test_the_paths_like_one_that_is_not_there_are_said_to_be_there(tmp_path: Path) -> None:
    """They are no list of what is allowed."""
    for name in ("roles.yaml", "rules.yaml"):
        (tmp_path / name).write_text(ONE)
    said = refusal(tmp_path / "role.yaml")
    assert said.endswith(f" (there: {tmp_path}/roles.yaml, {tmp_path}/rules.yaml)")


@pytest.mark.parametrize("path", ["nowhere/at/all", "x" * 5000, "a\0b", "/"])
def test_a_path_that_leads_nowhere_is_told_so(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However odd the path, the answer is one line."""
    monkeypatch.chdir(tmp_path)
    assert len(refusal(path).splitlines()) == 1


def test_a_suffix_that_nobody_reads_lists_those_that_are(tmp_path: Path) -> None:
    """The suffixes that are read are named, and the nearest of them."""
    (tmp_path / "plan.yamll").write_text(ONE)
    assert "did you mean '.yaml'? (allowed: .yaml, .yml, " in refusal(tmp_path / "plan.yamll")


def test_a_file_without_a_suffix_is_yaml(tmp_path: Path) -> None:
    """As what a shell hands over has none."""
    (tmp_path / "plan").write_text(ONE)
    assert list(read_structure(tmp_path / "plan").body_by_id) == ["a"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped in is read, and problems in it are said to be there."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE.encode())))
    assert list(read_structure("-").body_by_id) == ["a"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"bodies: [a]\n")))
    assert refusal("-").startswith("standard input:1:10: ")
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "standard input: cannot be read: there is none"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder from a stranger reads nothing but itself; a link within it is followed."""
    outside = tmp_path / "outside.yaml"
    outside.write_text(TWO)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "1.yaml").write_text(ONE)
    (folder / "2.yaml").symlink_to(outside)
    assert "2.yaml: is a link that leads out of the folder" in refusal(folder)
    (folder / "2.yaml").unlink()
    (folder / "kept").write_text(TWO)
    (folder / "2.yaml").symlink_to(folder / "kept")
    assert list(read_structure(folder).body_by_id) == ["a", "b"]


def test_what_only_looks_like_a_file_is_named(tmp_path: Path) -> None:
    """A folder, a pipe, a link to nothing and a link in a circle each get a line."""
    (tmp_path / "1.yaml").mkdir()
    os.mkfifo(tmp_path / "2.yaml")
    (tmp_path / "3.yaml").symlink_to(tmp_path / "nothing")
    (tmp_path / "4.yaml").symlink_to(tmp_path / "4.yaml")
    lines = refusal(tmp_path).replace(str(tmp_path) + os.sep, "").splitlines()
    assert lines[:3] == [
        "1.yaml: is not a file, though its name ends like one",
        "2.yaml: is not a file, though its name ends like one",
        "3.yaml: cannot be read: no such file or directory",
    ]
    assert lines[3].startswith("4.yaml: cannot be read: ")
    assert "3.yaml: cannot be read" in refusal(tmp_path / "3.yaml")


def test_a_folder_that_may_not_be_listed_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason is passed on."""
    (tmp_path / "inner").mkdir()

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    listed = [tmp_path / "inner"]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", lambda it: iter(listed) if it == tmp_path else refuse(it))
        assert refusal(tmp_path).endswith("no file of this folder ends in .yaml or .yml")
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refusal(tmp_path) == f"{tmp_path}: cannot be read: permission denied"
    assert refusal(tmp_path / "innner").endswith("there is no such file or folder")


def test_a_file_that_vanishes_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the listing of its folder and its reading; the other files are still judged."""
    (tmp_path / "1.yaml").write_text(ONE)
    (tmp_path / "2.yaml").write_text("bodies: [\n")
    opened = Path.open

    def vanishing(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "1.yaml":
            path.unlink()
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", vanishing)
    first, *others = refusal(tmp_path).splitlines()
    assert first == f"{tmp_path / '1.yaml'}: cannot be read: no such file or directory"
    assert others
    assert all("2.yaml" in line for line in others)


def test_a_folder_of_ten_thousand_files_is_one_structure(tmp_path: Path) -> None:
    """And one more file is refused, with the number."""
    for number in range(10_000):
        (tmp_path / f"{number:05}.yaml").write_text(f"bodies: {{b{number}: {{name: B}}}}\n")
    assert len(read_structure(tmp_path).bodies) == 10_000
    (tmp_path / "more.yaml").touch()
    assert "holds more than 10,000 files to read" in refusal(tmp_path)


def test_too_much_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Files too large or too many are refused, with the limit."""
    (tmp_path / "1.yaml").write_text(ONE)
    (tmp_path / "2.yaml").write_text(TWO)
    one = tmp_path / "1.yaml"
    assert "is larger than 30 bytes" in refusal(one, Limits(file_bytes=30))
    assert "larger than 60 bytes together" in refusal(tmp_path, Limits(file_bytes=60))
    assert "holds more than 1 files to read" in refusal(tmp_path, Limits(files=1))
    assert read_structure(tmp_path, Limits(file_bytes=100, files=2)).bodies


def test_a_name_that_cannot_be_shown_is_shown_otherwise(tmp_path: Path) -> None:
    """Control characters in the name of a file do not reach a terminal."""
    path = tmp_path / "a\x1b[31m.yaml"
    path.write_text("[]")
    assert "\x1b" not in refusal(path)


def test_a_long_path_is_given_in_full(tmp_path: Path) -> None:
    """Whoever follows a place needs all of it."""
    path = tmp_path / ("a" * 200 + ".yaml")
    path.write_text("[]")
    assert refusal(path).startswith(f"{path}:1:1: ")


def test_a_named_pipe_with_nobody_at_its_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of waiting for ever; a folder names such things without opening them."""
    monkeypatch.setattr("govgraph.formats.files.PATIENCE", 0.05)
    pipe = tmp_path / "plan.yaml"
    os.mkfifo(pipe)
    said = f"{pipe}: cannot be read: it is a pipe, and nobody wrote into it for 0.05 seconds"
    assert said in refusal(pipe)
    assert f"{pipe}: is not a file, though its name ends like one" in refusal(tmp_path)


@pytest.mark.parametrize(("name", "text"), [("plan.yaml", ONE), ("plan.json", '{"bodies": {}}')])
def test_a_named_pipe_is_read(tmp_path: Path, name: str, text: str) -> None:
    """By whoever opens it first, and whole: it is not looked into to find its format."""
    pipe = tmp_path / name
    os.mkfifo(pipe)
    long = text + "\n" * 200_000
    writer = threading.Thread(target=pipe.write_text, args=(long,))
    writer.start()
    structure = read_structure(pipe)
    writer.join()
    assert len(structure.bodies) == text.count("name")


def test_what_a_shell_puts_in_place_of_a_command_is_read(tmp_path: Path) -> None:
    """`govgraph show <(cat plan.yaml) a`, however long the command takes to begin."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(ONE)
    command = f"{sys.executable} -m govgraph show <(sleep 0.2; cat {shlex.quote(str(plan))}) a"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "A [a]")


def test_a_device_without_end_is_too_large() -> None:
    """It is read to the limit, and no further."""
    assert "/dev/zero: is larger than 1,000 bytes" in refusal("/dev/zero", Limits(file_bytes=1000))
