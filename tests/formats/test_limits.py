"""No file exhausts the machine: what is too much is refused, and the limit is named."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.limits import Limits, current_limits
from tests.cli.program import govgraph


def refusal(text: str, folder: Path, limits: Limits | None = None) -> LoadError:
    """What is wrong with a file of this text."""
    path = folder / "structure.yaml"
    path.write_text(text)
    with pytest.raises(LoadError) as raised:
        read_structure(path, limits or Limits())
    return raised.value


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_depth_is_limited(text: str, tmp_path: Path) -> None:
    """A hundred thousand brackets are refused at the fifty-first."""
    error = refusal(f"bodies:\n  {text}", tmp_path)
    assert error.problems[-1].message == (
        "lists and mappings stand more than 50 deep within one another"
    )


def test_fifty_deep_is_read(tmp_path: Path) -> None:
    """A selection within selections, up to the limit, and not beyond it."""

    def nested(times: int) -> str:
        inner = "{not: " * times + "{area: Hart}" + "}" * times
        return f"requirements: [{{id: a, applies_to: {inner}, seats_for: GP}}]\n"

    path = tmp_path / "structure.yaml"
    path.write_text(nested(46))
    assert read_structure(path).requirements
    assert "more than 50 deep" in str(refusal(nested(47), tmp_path))


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    """Nine aliases of nine aliases, and so on, are stopped at the limit."""
    lines = ["x0: &x0 [a, a, a, a, a, a, a, a, a]"]
    lines += [f"x{n + 1}: &x{n + 1} [{', '.join([f'*x{n}'] * 9)}]" for n in range(20)]
    error = refusal("\n".join(lines), tmp_path)
    assert "write out to more than 100,000 values" in str(error)


def test_aliases_do_not_hide_depth(tmp_path: Path) -> None:
    """Depth is that of what an alias stands for."""
    lines = ["x0: &x0 {not: {not: {not: a}}}"]
    lines += [f"x{n + 1}: &x{n + 1} {{not: *x{n}}}" for n in range(100)]
    assert "more than 50 deep" in str(refusal("\n".join(lines), tmp_path))


def test_values_are_counted(tmp_path: Path) -> None:
    """The number of values in a file is limited."""
    error = refusal("bodies: [a, b, c, d, e]", tmp_path, Limits(nodes=5))
    assert error.problems[-1].message == "the file holds more than 5 values"


def test_problems_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    """A thousand are listed, the others are a number at the end."""
    text = "".join(f"k{number}: x\n" for number in range(1500))
    error = refusal(text, tmp_path)
    assert len(error.problems) == 1001
    assert error.problems[-1].message == "and 500 more problems, not listed"


def test_long_texts_are_shortened_in_messages(tmp_path: Path) -> None:
    """A key of a million letters is named by its beginning."""
    error = refusal("? " + "k" * 1_000_000 + "\n: x\n", tmp_path)
    assert len(str(error)) < 500
    assert "kkk…' is not a section" in str(error)


def test_the_environment_raises_and_lowers_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every command; a program's own come before."""
    path = tmp_path / "structure.yaml"
    path.write_text("bodies: {a: {name: A}}\n")
    monkeypatch.setenv("GOVGRAPH_LIMITS", " nodes = 3 , depth=80")
    assert current_limits() == Limits(nodes=3, depth=80)
    with pytest.raises(LoadError, match="more than 3 values"):
        read_structure(path)
    assert read_structure(path, Limits()).bodies
    monkeypatch.setenv("GOVGRAPH_LIMITS", "")
    assert current_limits() == Limits()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("node=3", "knows no limit 'node'; did you mean 'nodes'?"),
        ("\x1b", r"knows no limit '\x1b' (allowed: file_bytes, files"),
        ("nodes", "gives nodes as '', not as a whole number from 1"),
        ("nodes=0", "gives nodes as '0'"),
        ("depth=-1", "gives depth as '-1'"),
        (f"files={'9' * 5000}", "gives files as '9999"),
    ],
)
def test_limits_that_mean_nothing_are_refused(
    written: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the limits that there are, before anything is read."""
    monkeypatch.setenv("GOVGRAPH_LIMITS", written)
    done = govgraph("list", "-")
    assert (done.code, said in done.err) == (2, True), done.err


def test_json_is_as_deep_as_yaml(tmp_path: Path) -> None:
    """A hundred thousand brackets are refused at the fifty-first, NaN and large numbers at once."""
    path = tmp_path / "structure.json"
    for text in ("[" * 100_000, '{"a":' * 100_000):
        path.write_text('{"bodies":' + text)
        with pytest.raises(LoadError, match="more than 50 deep within one another"):
            read_structure(path)
    for number in ("NaN", "1e400", "9" * 100_000, "-1"):
        path.write_text('{"bodies": {"a": {"name": "A", "count": COUNT}}}'.replace("COUNT", number))
        with pytest.raises(LoadError):
            read_structure(path)
