"""One task of a run: a structure drawn on a paper and measured, or set beside the peers."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures.drawing import LIMIT, Drawn, draw
from benchmarks.pictures.known import know
from benchmarks.pictures.measures import Measures, measure_sheets
from benchmarks.pictures.reading import read_sheet
from benchmarks.pictures.visible import DPI

if TYPE_CHECKING:
    from benchmarks.pictures.asked import Asked
    from benchmarks.pictures.peers.compare import Side


@dataclass(frozen=True, slots=True)
class Task:
    """What to draw, and what to keep of it.

    Attributes:
        asked: What is drawn, and of what.
        paper: What it is drawn on.
        dpi: How finely it is looked at.
        limit: Seconds after which the drawing is given up.
        keep: The folder in which the sheets are kept, if any.
        crops: The folder for pictures of the faults, if any.
        montage: The folder for pictures of all sheets, if any.
    """

    asked: Asked
    paper: str
    dpi: float = DPI
    limit: float = LIMIT
    keep: Path | None = None
    crops: Path | None = None
    montage: Path | None = None

    @property
    def label(self) -> str:
        """Its name in files."""
        return f"{self.asked.name}-{self.paper}"


def measure(task: Task) -> Measures:
    """A structure drawn on a paper, and all that is measured of it."""
    known = know(task.asked)
    with tempfile.TemporaryDirectory() as temporary:
        folder = task.keep / task.label if task.keep else Path(temporary)
        drawn = draw(known, task.paper, folder, task.limit)
        if not drawn.files:
            return _costing(Measures(bodies=len(known.names), error=drawn.error), drawn)
        written = [path.read_text(encoding="utf-8") for path in drawn.files]
    sheets = [read_sheet(svg) for svg in written]
    made, found = measure_sheets(known, sheets, task.dpi)
    if task.crops and found:
        from benchmarks.pictures.crops import save_crops

        save_crops(found, task.crops / task.label)
    if task.montage:
        from benchmarks.pictures.crops import save_montage

        save_montage(sheets, task.montage / f"{task.label}.png")
    return _costing(made, drawn)


def _costing(made: Measures, drawn: Drawn) -> Measures:
    return replace(made, cpu=drawn.cpu, wall=drawn.wall, memory=drawn.memory)


def beside_peers(task: Task) -> Side | None:
    """A structure's free sheet beside the peers; None where it is no picture on one sheet."""
    from benchmarks.pictures.peers.compare import compare

    known = know(task.asked)
    with tempfile.TemporaryDirectory() as temporary:
        drawn = draw(known, "free", Path(temporary), task.limit)
        sheets = [read_sheet(path.read_text(encoding="utf-8")) for path in drawn.files]
    pictures = [sheet for sheet in sheets if sheet.bodies]
    if len(pictures) != 1:
        return None
    return compare(known, pictures[0], drawn.wall, task.crops)
