"""No file exhausts the machine: what is too much is refused, and the limit is named."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.catalogue import read_structure
from govgraph.formats.limits import Limits


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
