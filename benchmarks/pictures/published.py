"""The page that says how the pictures do: benchmarks/PICTURES.md."""

from __future__ import annotations

import platform
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures import laws, table
from benchmarks.pictures.peers import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.pictures.measures import Measures
    from benchmarks.pictures.peers.compare import Side

PUBLISHED = Path(__file__).parents[1] / "PICTURES.md"
_JUDGED = Path(__file__).with_name("judged.md")

_INTRODUCTION = """\
# How the pictures do

Made by `python -m benchmarks.pictures {arguments}`: {count} structures of a ladder, drawn on
{papers}, every line followed by pixels, and our free sheets beside what ELK and Graphviz make of
the same boxes and lines. [How it is measured](pictures/README.md) says what each column and law
means. Seconds are those of the processor, on a machine with other work.
"""


def publish(measured: Mapping[str, Mapping[str, Measures]], beside: Mapping[str, Side]) -> None:
    """Write the page."""
    PUBLISHED.write_text("\n".join(_written(measured, beside)) + "\n", encoding="utf-8")


def _written(
    measured: Mapping[str, Mapping[str, Measures]], beside: Mapping[str, Side]
) -> Iterator[str]:
    yield _INTRODUCTION.format(
        arguments=shlex.join(sys.argv[1:]),
        count=len({name for rows in measured.values() for name in rows}),
        papers=" and ".join(measured),
    )
    yield f"Python {platform.python_version()}, {platform.machine()}."
    yield "\n## Laws and sizes\n"
    for paper, rows in measured.items():
        yield from _block(laws.sum_up(paper, rows))
    if beside:
        yield "\n## Beside ELK and Graphviz\n"
        yield from _block(compare.judged(beside))
        yield _JUDGED.read_text(encoding="utf-8")
    yield "\n## Every structure\n"
    for paper, rows in measured.items():
        yield from _block(table.as_text(paper, rows))
    if beside:
        yield from _block(compare.listed(beside))


def _block(lines: Iterator[str]) -> Iterator[str]:
    yield "```text"
    yield from lines
    yield "```\n"
