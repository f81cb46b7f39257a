"""The measures of the ladder as a table, a row a structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from benchmarks.pictures.measures import Measures

Column = tuple[str, int, "Callable[[Measures], str]"]
"""Its heading, its width, and what it says."""


def _places(made: Measures) -> str:
    texts = "+".join(str(made.count(name)) for name in ("leaving", "upon", "crossed_out"))
    return f"{made.count('overlapping')}/{texts}"


COLUMNS: tuple[Column, ...] = (
    ("bodies", 6, lambda made: str(made.bodies)),
    ("sheets", 6, lambda made: str(made.sheets)),
    ("form", 8, lambda made: made.form),
    ("named p1", 8, lambda made: f"{made.named}/{made.bodies}"),
    ("apex p1", 7, lambda made: f"{made.apexes_named}/{made.apexes}"),
    ("name pt", 7, lambda made: f"{made.name_pt:.1f}" if made.name_pt else "-"),
    ("text pt", 7, lambda made: f"{made.text_pt:.1f}"),
    ("broken", 6, lambda made: str(made.count("broken"))),
    ("boxes/text", 10, _places),
    ("hidden", 8, lambda made: f"{made.hidden}/{made.account}"),
    ("loose", 5, lambda made: str(made.loose)),
    ("close", 5, lambda made: str(made.count("close"))),
    ("x aa/ao/oo", 12, lambda made: "/".join(map(str, made.crossed.values()))),
    ("bends/l", 7, lambda made: f"{made.bends_a_line:.2f}"),
    ("length", 6, lambda made: str(made.length)),
    ("below", 7, lambda made: f"{made.count('below')}+{made.count('beside')}"),
    ("fill", 5, lambda made: "-" if made.fill is None else f"{made.fill:.0%}"),
    ("blank", 5, lambda made: f"{made.blank:.0%}"),
    ("cpu s", 6, lambda made: f"{made.cpu:.2f}"),
    ("MB", 5, lambda made: f"{made.memory:.0f}"),
)
"""What each column says is told in README.md."""

_NAME = 24


def as_text(paper: str, rows: Mapping[str, Measures]) -> Iterator[str]:
    """A table in columns of letters of one width."""
    heads = (head.rjust(width) for head, width, _ in COLUMNS)
    yield "  ".join((paper.ljust(_NAME), *heads))
    for name, made in rows.items():
        cells = (say(made).rjust(width) for _, width, say in COLUMNS)
        yield f"{name:{_NAME}}  {made.error or '  '.join(cells)}"
