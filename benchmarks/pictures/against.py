"""What is better and what is worse than in an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.pictures.laws import LAWS
from benchmarks.pictures.measures import Measures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NAMED = 4  # structures named of those that are better or worse

_SIZES: tuple[tuple[str, Callable[[Measures], float]], ...] = (
    ("pictures", lambda made: made.pictures),
    ("bodies not named on page 1", lambda made: made.bodies - made.named),
    ("crossings", lambda made: made.crossings),
    ("bends", lambda made: round(made.bends)),
    ("length in em", lambda made: made.length),
    ("seconds of the processor", lambda made: made.cpu),
)


def read_rows(written: Mapping[str, Mapping[str, Any]]) -> dict[str, Measures]:
    """The measures of a paper as an earlier run wrote them."""
    return {name: Measures(**made) for name, made in written.items()}


def compare_runs(
    paper: str, before: Mapping[str, Measures], after: Mapping[str, Measures]
) -> Iterator[str]:
    """A line for each law and size: the sums over what is in both runs, and where they differ."""
    both = [name for name in after if name in before]
    yield f"{paper}: before and after, of {len(both)} structures"
    laws = ((law.name, law.count) for law in LAWS if not (paper == "free" and law.on_paper))
    for what, count in (*laws, *_SIZES):
        change = {name: count(after[name]) - count(before[name]) for name in both}
        old, new = (sum(count(rows[name]) for name in both) for rows in (before, after))
        told = [
            f"{words} {', '.join(_most(change, sign))}"
            for words, sign in (("better:", -1), ("worse:", 1))
            if any(sign * by > 0 for by in change.values())
        ]
        yield f"  {what:50} {old:9g} -> {new:<9g} {'; '.join(told)}".rstrip()


def _most(change: Mapping[str, float], sign: int) -> Iterator[str]:
    """Where something changed most in one direction, and by how much."""
    found = sorted(((sign * by, name) for name, by in change.items()), reverse=True)
    found = [(by, name) for by, name in found if by > 0]
    yield from (f"{name} {sign * by:+g}" for by, name in found[:_NAMED])
    if len(found) > _NAMED:
        yield f"and {len(found) - _NAMED} more"
