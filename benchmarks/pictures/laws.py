"""The laws of a sheet, and how far the sheets of the ladder keep them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from benchmarks.pictures.measures import Measures

    Rows = Mapping[str, Measures]

LEAST_NAME, LEAST_TEXT = 8.0, 6.5
"""The least printed sizes of a name and of any other text, in points."""

_ROUNDING = 0.005


@dataclass(frozen=True, slots=True)
class Law:
    """What no sheet may have.

    Attributes:
        name: What is counted.
        count: How much of it the sheets of a structure have.
        on_paper: Whether it holds on paper alone, and not on a free sheet.
    """

    name: str
    count: Callable[[Measures], float]
    on_paper: bool = False


LAWS = (
    Law("not drawn", lambda made: bool(made.error)),
    Law("hidden: lines of account not visible end to end", lambda made: made.hidden),
    Law("loose: ends that reach neither box nor bus", lambda made: made.loose),
    Law("close: buses side by side without white between", lambda made: made.count("close")),
    Law("other lines hidden or loose", lambda made: made.others),
    Law("overlapping boxes", lambda made: made.count("overlapping")),
    Law("texts out of place", lambda made: made.count("leaving")),
    Law("texts upon each other", lambda made: made.count("upon")),
    Law("words that a line runs through", lambda made: made.count("crossed_out")),
    Law("names broken inside a word", lambda made: made.count("broken")),
    Law("superior below", lambda made: made.count("below")),
    Law("superior beside", lambda made: made.count("beside")),
    Law("crossings in trees", lambda made: made.crossings if made.is_tree else 0),
    Law("names under 8 points", lambda made: _under(made.name_pt, LEAST_NAME), on_paper=True),
    Law("texts under 6.5 points", lambda made: _under(made.text_pt, LEAST_TEXT), on_paper=True),
    Law("apexes not named on page 1", lambda made: made.apexes - made.apexes_named),
    Law("bodies on no page", lambda made: len(made.nowhere)),
    Law("no picture", lambda made: not made.pictures and not made.error),
)
"""Nothing ships with any of these."""


def _under(size: float | None, least: float) -> float:
    """By how many points a size falls short."""
    return max(0.0, round(least - size, 2)) if size and size < least - _ROUNDING else 0.0


def broken_laws(made: Measures, *, free: bool) -> Iterator[tuple[Law, float]]:
    """The laws that the sheets of a structure break, and how much."""
    for law in LAWS:
        count = law.count(made)
        if count and not (free and law.on_paper):
            yield law, count


def sum_up(paper: str, rows: Rows) -> Iterator[str]:
    """A line for each law and for each size: in how many structures, altogether, where worst."""
    yield f"{paper}: laws, of {len(rows)} structures"
    for law in LAWS:
        if not (paper == "free" and law.on_paper):
            yield _told(law.name, law.count, rows)
    yield f"{paper}: sizes"
    drawn = {name: made for name, made in rows.items() if not made.error}
    sizes: tuple[tuple[str, Callable[[Measures], float]], ...] = (
        ("pages, where more than one", lambda made: made.sheets if made.sheets > 1 else 0),
        ("pictures, where more than one", lambda made: made.pictures if made.pictures > 1 else 0),
        ("bodies not named on page 1", lambda made: made.bodies - made.named),
        ("crossings", lambda made: made.crossings),
        ("crossings of two lines of account", lambda made: made.crossed["account"]),
        ("bends", lambda made: round(made.bends)),
        ("length in em", lambda made: made.length),
        ("seconds of the processor", lambda made: made.cpu),
        ("megabytes, over 500", lambda made: made.memory if made.memory > 500 else 0),
    )
    for name, count in sizes:
        yield _told(name, count, drawn)
    named = {name: made.name_pt for name, made in drawn.items() if made.name_pt}
    yield f"  {'smallest name in points':50} {_least(named)}"
    yield f"  {'smallest text in points':50} {_least({n: m.text_pt for n, m in drawn.items()})}"


def _told(what: str, count: Callable[[Measures], float], rows: Rows) -> str:
    counted = {name: count(made) for name, made in rows.items()}
    found = sorted(((n, name) for name, n in counted.items() if n), key=lambda each: -each[0])
    worst = ", ".join(f"{name} {n:g}" for n, name in found[:3])
    total = sum(n for n, _ in found)
    return f"  {what:50} {len(found):3} structures {total:9g}   {worst}".rstrip()


def _least(sizes: Mapping[str, float]) -> str:
    found = sorted(sizes.items(), key=lambda each: each[1])[:3]
    return ", ".join(f"{name} {size:.1f}" for name, size in found)
