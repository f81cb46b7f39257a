"""Baselines on the command line: the same file and the same words for every engine."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from govgraph.cli.output import print_talk
from govgraph.wording.lists import agree, count_words

if TYPE_CHECKING:
    from govgraph.checks.baseline import Key, Measured

FindingsT = TypeVar("FindingsT")


def write_keys(keys: "Iterable[Key]", path: Path) -> None:
    """Write what is wrong now, for a baseline later."""
    from govgraph.checks.baseline import write_baseline
    from govgraph.reporting.whole_files import stream_whole

    counted = 0

    def count_each() -> "Iterable[Key]":
        nonlocal counted
        for counted, key in enumerate(keys, 1):  # noqa: B007 - told afterwards
            yield key

    pieces = write_baseline(count_each())
    stream_whole(path, lambda file: file.writelines(piece.encode() for piece in pieces))
    print_talk(f"wrote {path}: {count_words(counted, 'finding')}")


def report_measured(measured: "Measured[FindingsT]") -> FindingsT:
    """What a baseline does not hold; says how many findings it does."""
    are = agree(measured.gone, "is", "are")
    gone = f"; {measured.gone:,} of its findings {are} gone" if measured.gone else ""
    known = count_words(measured.known, "finding is", "findings are")
    print_talk(f"{known} in the baseline and left out{gone}")
    return measured.findings
