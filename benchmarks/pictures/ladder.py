"""The structures that are drawn: fixed ones, generated ones, and the papers of `data`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures.generate import write_ladder

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPERS = ("A4", "A3", "free")
"""What each structure is drawn on."""

QUICK = (
    "fault-*",
    "real-*",
    "data-*",
    "tree-010",
    "tree-020",
    "tree-030",
    "council-010",
    "council-015",
    "council-020",
    "matrix-015",
)
"""The structures whose pictures are held against the laws at every change."""

_HERE = Path(__file__).parent
_DATA = _HERE.parents[1] / "data"
_PAPERS = ("hampshire", "oxfordshire", "worcestershire")
_SUFFIXES = frozenset({".yaml", ".xlsx", ".csv", ".json"})


def find_structures(folder: Path, only: Sequence[str] = ()) -> dict[str, Path]:
    """The structures by name, in order; generated ones are written into a folder.

    Args:
        folder: Where to write them.
        only: Names of structures, in which * stands for anything; all of them if none is given.
    """
    write_ladder(folder)
    found = read_folder(folder) | read_folder(_HERE / "structures")
    found |= {f"data-{name}": _DATA / name for name in _PAPERS}
    return chosen(found, only)


def read_folder(folder: Path) -> dict[str, Path]:
    """The structures in a folder: files, and folders of files."""
    paths = (path for path in folder.iterdir() if path.is_dir() or path.suffix in _SUFFIXES)
    return {path.stem: path for path in paths}


def chosen(structures: dict[str, Path], only: Sequence[str]) -> dict[str, Path]:
    """Those of the structures that are asked for, by name."""
    return {
        name: structures[name]
        for name in sorted(structures)
        if not only or any(fnmatchcase(name, wanted) for wanted in only)
    }
