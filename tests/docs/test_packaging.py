"""What an index page shows of the package, with a public home and without one."""

import re
from pathlib import Path
from runpy import run_path

import pytest

from govgraph import about

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def on_index(home: str) -> str:
    """The README as the package carries it."""
    return str(run_path(str(ROOT / "setup.py"))["read_on_index"](README, home))


def test_without_a_home_nothing_leads_nowhere() -> None:
    """No address is invented: what stands in the repository is told in words."""
    shown = on_index("")
    assert re.findall(r"\]\((?!https?:)", shown) == []
    assert "<!--" not in shown
    assert "a first structure, step by step" in shown


def test_with_a_home_every_link_is_absolute() -> None:
    """Pages as the site has them, pictures as files."""
    shown = on_index("https://home.example")
    assert re.findall(r"\]\((?!https?:)", shown) == []
    assert "(https://home.example/tutorial/)" in shown
    assert "(https://home.example/rules/)" in shown
    assert "(https://home.example/pictures/hampshire.svg)" in shown


def test_addresses_come_from_one_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty, there are none."""
    assert about.find_page("rules/x/") == ""
    monkeypatch.setattr(about, "HOME", "https://home.example")
    assert about.find_page("rules/x/") == "https://home.example/rules/x/"
