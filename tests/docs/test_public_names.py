"""Every public name says what it is, with an example that runs."""

import doctest
import inspect
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import govgraph
from docs.api_page import GROUPS

ROOT = Path(__file__).parents[2]
NAMES = [name for name in dir(govgraph) if not name.startswith("_")]


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_has_an_example_that_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its docstring, word for word, beside the real papers."""
    monkeypatch.chdir(ROOT)
    thing = getattr(govgraph, name)
    told = inspect.cleandoc(thing.__doc__ or "")
    assert ">>>" in told, f"{name} has no example"
    known = {each: getattr(govgraph, each) for each in NAMES}
    example = doctest.DocTestParser().get_doctest(told, known, name, None, None)
    said: list[str] = []
    ran = doctest.DocTestRunner().run(example, out=said.append)
    assert ran.failed == 0, "".join(said)
    assert ran.attempted > 0


def test_the_page_of_public_names_has_them_all() -> None:
    """Each once."""
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(NAMES)


def test_the_page_on_views_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it stands."""
    page = (ROOT / "docs" / "views.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(block, {})  # noqa: S102


def test_the_page_of_the_library_runs_from_its_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Making, saving and checking, block after block."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    made, checked = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[1:3]
    monkeypatch.chdir(tmp_path)
    frame = SimpleNamespace(to_dict=lambda _: [{"name": "Audit", "quorum": float("nan")}])
    known: dict[str, object] = {"govgraph": govgraph, "frame": frame}
    exec(made, known)  # noqa: S102
    exec(checked, known)  # noqa: S102
    assert (tmp_path / "riverside.yaml").is_file()
