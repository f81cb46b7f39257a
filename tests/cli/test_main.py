"""The program finds its commands, explains them, and turns errors into words."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.__main__ import run
from govgraph.cli.main import COMMANDS, run_with
from tests.cli.program import govgraph, started

FLEET = """
bodies:
  trust: {name: "Children's Trust", apex: true}
  hart: {name: Hart Partnership, accountable_to: trust}
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """--help of each command ends its text with an example that names the command."""
    done = govgraph(command, "--help")
    assert done.code == 0
    assert "Example: govgraph" in " ".join(done.out.split())
    assert f"govgraph {command}" in " ".join(done.out.split()).split("Example:")[1]


def test_arguments_have_their_help() -> None:
    """Arguments are explained as options are."""
    assert "A body, by id, name, other name or acronym." in govgraph("chain", "--help").out


def test_help_lists_every_command() -> None:
    """Nothing is hidden."""
    out = govgraph("--help").out
    assert all(f"  {command} " in out for command in COMMANDS)


def test_a_misspelt_command_offers_the_nearest() -> None:
    """The commonest mistake is answered with what was meant."""
    done = govgraph("chian")
    assert done.code == 2
    assert "did you mean 'chain'?" in done.err


def test_a_misspelt_body_offers_the_nearest(tmp_path: Path) -> None:
    """So is the second commonest."""
    file = tmp_path / "s.yaml"
    file.write_text(FLEET, encoding="utf-8")
    done = govgraph("chain", str(file), "hrat")
    assert (done.code, done.out) == (2, "")
    meant = "did you mean hart (Hart Partnership)?"
    assert done.err == f"govgraph: no body goes by the name 'hrat'; {meant}\n"


def test_a_broken_file_names_its_place(tmp_path: Path) -> None:
    """A tab in the YAML comes back as a line and a column, not a traceback."""
    file = tmp_path / "s.yaml"
    file.write_text("bodies:\n\ttrust: {name: Trust}\n", encoding="utf-8")
    done = govgraph("check", str(file))
    assert done.code == 2
    assert f"{file}:2:1" in done.err
    assert "tab" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as-at", "April"), "not a date"),
        (("--include", "shaddow"), "allowed: proposed, shadow"),
        (("--most", "0"), "--most"),
        (("--format", "xml"), "--format"),
    ],
)
def test_a_wrong_option_is_explained(tmp_path: Path, arguments: tuple[str, str], said: str) -> None:
    """Exit 2 and the words that are allowed."""
    file = tmp_path / "s.yaml"
    file.write_text(FLEET, encoding="utf-8")
    done = govgraph("chain", str(file), "hart", *arguments)
    assert done.code == 2
    assert said in done.err


def test_the_module_runs_too() -> None:
    """`python -m govgraph` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("govgraph ")


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    """Whoever reads may stop reading."""
    file = tmp_path / "s.yaml"
    bodies = "\n".join(f"  b{i}: {{name: Body {i}}}" for i in range(3000))
    file.write_text(f"bodies:\n{bodies}\n", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "list", str(file)],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_closed_pipe_does_not_make_findings_clean(tmp_path: Path, form: str) -> None:
    """Exit 1 stays, whether anybody listens or not."""
    file = tmp_path / "s.yaml"
    bodies = "\n".join(f"  b{i}: {{name: Body {i}}}" for i in range(3000))
    file.write_text(f"bodies:\n{bodies}\n", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "check", str(file), "--format", form],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["list", "-"], ["schema"], ["--help"], ["--version"], ["check", "-"]]
)
def test_a_full_disk_is_said(arguments: list[str]) -> None:
    """In one line, with the exit code of what could not be done."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "govgraph", *arguments],
            input="bodies: {a: {name: A}}",
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left on device" in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["no-such-command"], ["check", "no-such-file.yaml"]])
def test_what_cannot_be_said_changes_no_exit_code(arguments: list[str]) -> None:
    """A full disk under stderr."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "govgraph", *arguments], stderr=full, check=False
        )
    assert done.returncode == 2


def test_a_name_too_long_for_the_disk_is_said() -> None:
    """What the system refuses before a file is opened."""
    done = govgraph("check", "x" * 300 + ".yaml")
    assert done.code == 2
    assert done.err.endswith("x.yaml: File name too long\n")


def test_closed_streams_are_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python has no stream where the shell has closed one."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run_with(["list", "no-such-file.yaml"]) == 2
    assert run_with(["--version"]) == 0


def test_an_interruption_while_starting_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is 130 from the first import on."""

    def interrupted(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("govgraph.cli.main.run_with", interrupted)
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 130


WAITING = """
import os, signal, sys
from types import SimpleNamespace
from govgraph.__main__ import run
def wait(_):
    os.write(1, b"waiting\\n")
    signal.pause()
sys.stdin = SimpleNamespace(buffer=SimpleNamespace(read=wait))
sys.argv = ["govgraph", "list", "-"]
run()
"""


def test_ctrl_c_while_reading_is_130() -> None:
    """Without a word, and without a traceback."""
    with started([sys.executable, "-c", WAITING]) as running:
        assert running.stdout
        assert running.stdout.readline() == "waiting\n"
        running.send_signal(signal.SIGINT)
        said = running.communicate()[1]
    assert (running.returncode, said) == (130, "")


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.UTF-8"])
def test_names_are_printed_whatever_the_locale(tmp_path: Path, locale: str) -> None:
    """Ŵ and ø reach the terminal as UTF-8."""
    file = tmp_path / "s.yaml"
    file.write_text("bodies:\n  a: {name: Tŵr Ynys Møn}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "list", str(file)],
        capture_output=True,
        env={**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"},
        check=True,
    )
    assert "Tŵr Ynys Møn" in done.stdout.decode("utf-8")


def test_a_structure_may_come_from_standard_input() -> None:
    """`-` reads what is piped in, and places speak of it."""
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "list", "-"],
        input="bodies: {a: {name: Tŵr}}",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "Tŵr" in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("govgraph ch", ["check", "chain"]),
        ("govgraph chain --as", ["--as-at"]),
        ("govgraph check --fail-on e", ["error"]),
        ("govgraph chain {structure} ha", ["hart"]),
        ("govgraph chain no-such-file.yaml ha", []),
    ],
)
def test_a_shell_completes(tmp_path: Path, typed: str, offered: list[str]) -> None:
    """In a real bash: commands, options, what they take, and bodies of the structure."""
    file = tmp_path / "s.yaml"
    file.write_text(FLEET, encoding="utf-8")
    words = typed.format(structure=file)
    script = f"""
        eval "$(govgraph --show-completion bash)"
        COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _govgraph_completion govgraph; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.split(), done.stderr) == (offered, "")
