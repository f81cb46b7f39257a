"""The Graphviz program: found, asked, and its failures told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govgraph.drawing.outputs import graphviz
from govgraph.drawing.outputs.graphviz import draw_svg, graphviz_program, picture_size
from govgraph.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _forget_the_program() -> Iterator[None]:
    graphviz_program.cache_clear()
    yield
    graphviz_program.cache_clear()


def test_the_program_of_the_wheel_is_found() -> None:
    """It need not be on PATH."""
    assert "graphviz-pure" in graphviz_program()


def test_a_picture_with_a_size_is_given() -> None:
    """A graph of two is drawn one above the other."""
    width, height = picture_size(draw_svg("digraph{a->b}"))
    assert height > width > 0


def test_an_error_on_stderr_is_a_failure() -> None:
    """Even when Graphviz exits with 0."""
    with pytest.raises(DrawingError, match="complained"):
        draw_svg("digraph{a -> }}")


def test_taking_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The limit is named."""
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 5\n")
    slow.chmod(0o755)
    monkeypatch.setattr(graphviz, "graphviz_program", lambda: str(slow))
    with pytest.raises(DrawingError, match=r"within 0\.01 seconds"):
        draw_svg("digraph{a}", time_limit=0.01)


def test_a_program_that_cannot_run_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is an error of ours, not a traceback."""
    monkeypatch.setattr(graphviz, "graphviz_program", lambda: str(tmp_path / "nothing"))
    with pytest.raises(DrawingError, match="could not be started"):
        draw_svg("digraph{a}")


def test_dot_on_path_is_the_second_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel, whatever PATH has."""
    monkeypatch.setattr(graphviz, "_from_wheel", lambda: None)
    monkeypatch.setattr("shutil.which", lambda _: "/somewhere/dot")
    assert graphviz_program() == "/somewhere/dot"


def test_a_missing_graphviz_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what to install."""
    monkeypatch.setattr(graphviz, "_from_wheel", lambda: None)
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(DrawingError, match="pip install graphviz-pure"):
        graphviz_program()
