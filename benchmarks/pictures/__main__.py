"""Draws the ladder of structures and measures every sheet; README.md says how to read it.

python -m benchmarks.pictures --only 'fault-*' --paper A4
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pictures import laws, table
from benchmarks.pictures.against import compare_runs, read_rows
from benchmarks.pictures.asked import Asked, ask_besides
from benchmarks.pictures.drawing import LIMIT
from benchmarks.pictures.ladder import PAPERS, QUICK, chosen, find_structures, read_folder
from benchmarks.pictures.peers import compare
from benchmarks.pictures.published import PUBLISHED, publish
from benchmarks.pictures.run import Task, beside_peers, measure
from benchmarks.pictures.visible import DPI

if TYPE_CHECKING:
    from benchmarks.pictures.measures import Measures
    from benchmarks.pictures.peers.compare import Side

_FAULTS = 3  # lines printed for each structure


def main() -> int:
    """Measure what is asked for; 1 if --quick finds a law broken."""
    asked = _arguments().parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        structures = find_structures(Path(temporary))
        if asked.structures:
            structures = read_folder(asked.structures)
        structures = chosen(structures, asked.only or (QUICK if asked.quick else ()))
        wholes = [Asked(name, path) for name, path in structures.items()]
        pictures = ask_besides(structures, Path(temporary)) if asked.views else wholes
        papers = asked.paper if asked.paper is not None else PAPERS[:1] if asked.quick else PAPERS
        with ProcessPoolExecutor(asked.jobs) as pool:
            tasks = [
                Task(
                    picture,
                    paper,
                    asked.dpi,
                    asked.limit,
                    asked.keep,
                    asked.crops,
                    asked.montage,
                )
                for picture in pictures
                for paper in papers
            ]
            measured: dict[str, dict[str, Measures]] = {paper: {} for paper in papers}
            for task, made in zip(tasks, pool.map(measure, tasks), strict=True):
                measured[task.paper][task.asked.name] = made
                _talk(task, made)
            alone = [Task(whole, "free", crops=asked.crops) for whole in wholes if asked.peers]
            sides = zip(alone, pool.map(beside_peers, alone), strict=True)
            beside = {task.asked.name: side for task, side in sides if side}
    _print(measured, beside)
    if asked.against:
        before = json.loads(asked.against.read_text(encoding="utf-8"))["papers"]
        for paper, rows in measured.items():
            print("\n".join(compare_runs(paper, read_rows(before.get(paper, {})), rows)))
    if asked.write:
        publish(measured, beside)
    if asked.json:
        asked.json.write_text(_as_json(measured, beside), encoding="utf-8")
    broken = any(
        True
        for paper, rows in measured.items()
        for made in rows.values()
        for _ in laws.broken_laws(made, free=paper == "free")
    )
    return int(asked.quick and broken)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=__doc__)
    add = parser.add_argument
    add("--paper", nargs="*", metavar="PAPER", help=f"by default {', '.join(PAPERS)}")
    add("--only", nargs="+", metavar="NAME", help="names of structures; * stands for anything")
    add("--quick", action="store_true", help="some on A4; exit 1 if a law is broken")
    add("--views", action="store_true", help="views, differences and timelines of them instead")
    add("--peers", action="store_true", help="ELK and dot beside our free sheets")
    add("--structures", type=Path, metavar="FOLDER", help="structures of your own instead")
    add("--dpi", type=float, default=DPI, help="how finely sheets are looked at")
    add("--limit", type=float, default=LIMIT, metavar="S", help="seconds for one drawing")
    add("--jobs", type=int, default=2, metavar="N", help="processes at a time")
    add("--json", type=Path, metavar="FILE", help="write all measures")
    add("--against", type=Path, metavar="FILE", help="compare with measures written before")
    add("--write", action="store_true", help=f"write {PUBLISHED.name}")
    add("--crops", type=Path, metavar="FOLDER", help="pictures of lines that cannot be followed")
    add("--montage", type=Path, metavar="FOLDER", help="pictures of all sheets of each structure")
    add("--keep", type=Path, metavar="FOLDER", help="keep the sheets")
    return parser


def _talk(task: Task, made: Measures) -> None:
    told = made.error or f"{made.sheets} sheets, {made.hidden} hidden"
    print(f"{task.asked.name} {task.paper}: {told} ({made.wall} s)", file=sys.stderr, flush=True)


def _print(measured: dict[str, dict[str, Measures]], beside: dict[str, Side]) -> None:
    for paper, rows in measured.items():
        print("\n".join(table.as_text(paper, rows)), end="\n\n")
    for paper, rows in measured.items():
        print("\n".join(laws.sum_up(paper, rows)))
        for name, made in rows.items():
            for fault in made.faults[:_FAULTS]:
                print(f"    {name} {fault}")
        print()
    if beside:
        print("\n".join((*compare.listed(beside), *compare.judged(beside))))


def _as_json(measured: dict[str, dict[str, Measures]], beside: dict[str, Side]) -> str:
    papers = {
        paper: {name: asdict(made) for name, made in rows.items()}
        for paper, rows in measured.items()
    }
    peers = {
        name: {tool: asdict(made) for tool, made in side.items()} for name, side in beside.items()
    }
    return json.dumps({"papers": papers, "peers": peers}, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
