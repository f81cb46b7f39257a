"""The small print of a sheet: how to read it, what it leaves out, its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.sheets.description import stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.drawing.diagram import Diagram

_ACCOUNT = ("accountable", "reports")


def list_small_print(diagram: Diagram, notes: Sequence[str]) -> tuple[str, ...]:
    """The small print of a sheet as paragraphs of a list: what is left out, then the sources."""
    left_out = _left_out(diagram, notes)
    return (*([left_out] if left_out else []), *_sources(diagram))


def share_small_print(
    diagram: Diagram,
    notes: Sequence[str],
    pointing: str,
    fits: Callable[[Sequence[str]], bool],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in small print: how to read the sheet, what is left out, the sources.

    Sources give way first, then what is left out; the second value is what gave way.
    """
    left_out = _left_out(diagram, notes)
    first = " ".join(filter(None, (_reading(diagram), left_out, pointing)))
    sources = _sources(diagram)
    if fits((first, " ".join(sources))):
        return (first, " ".join(sources)), ()
    if fits((first,)):
        return (first,), sources
    return (" ".join(filter(None, (_reading(diagram), pointing))),), list_small_print(
        diagram, notes
    )


def _left_out(diagram: Diagram, notes: Sequence[str]) -> str:
    """What a sheet does not show; what the layout had no room for, a paper says in its tables."""
    return " ".join(map(stopped, (*diagram.left_out, *(() if diagram.figure else notes))))


def _sources(diagram: Diagram) -> tuple[str, ...]:
    numbered = enumerate(diagram.sources, start=1)
    listed = [f"[{place}] {stopped(source)}" for place, source in numbered]
    return ("Sources:", *listed) if listed else ()


def _reading(diagram: Diagram) -> str:
    """The one rule of reading, which of a figure stands in the paper."""
    if diagram.figure:
        return ""
    if any(line.style in _ACCOUNT for line in diagram.lines):
        return "A solid line with an arrowhead is a line of account; no other line is."
    return "This sheet shows no line of account." if diagram.lines else ""
