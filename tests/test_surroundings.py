"""Every output has the same bytes whatever the machine says of time, place, language and chance."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
JOBS = (
    "report data/hampshire --include proposed -o OUT/report",
    "draw data/hampshire -o OUT/sheet.svg",
    "draw data/hampshire --paper A4 -o OUT/sheet.png",
    "draw data/hampshire --paper A4 -o OUT/sheet.pdf",
    "draw data/hampshire -o OUT/sheet.dot",
    "draw data/hampshire -o OUT/sheet.mmd",
    "paper data/hampshire -o OUT/paper.docx",
    "paper data/hampshire -o OUT/paper.pdf",
    "paper data/hampshire -o OUT/paper.md",
    "paper data/hampshire -o OUT/paper.xlsx",
    "timeline data/oxfordshire -o OUT/timeline.svg",
    "convert data/hampshire OUT/tables",
    "convert data/hampshire OUT/all.yaml",
    "convert data/hampshire OUT/all.json",
    "convert data/hampshire OUT/all.xlsx",
    "convert data/hampshire OUT/all.graphml",
    "convert data/hampshire OUT/all.ttl",
    "convert data/hampshire OUT/all.jsonld",
    "convert data/hampshire OUT/all.popolo.json",
    "convert data/hampshire OUT/all.sqlite",
    "check data/hampshire --format sarif -o OUT/found.sarif --exit-zero",
    "check data/hampshire --format xlsx -o OUT/found.xlsx --exit-zero",
)
RUN = """
import sys, time
before = float(sys.argv[2])
if before:
    local, universal = time.localtime, time.gmtime
    time.time = lambda: before
    time.time_ns = lambda: int(before * 1e9)
    time.localtime = lambda seconds=None: local(before if seconds is None else seconds)
    time.gmtime = lambda seconds=None: universal(before if seconds is None else seconds)
from govgraph.cli.main import run_with
for job in sys.argv[3:]:
    code = run_with(job.replace("OUT", sys.argv[1]).split())
    assert code == 0, (job, code)
"""
"""Every job in one process, with a clock that may stand before 1970."""


def outputs(folder: Path, clock: float, **surroundings: str) -> dict[str, str]:
    """What each file holds, by its name, as a hash."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), str(clock), *JOBS],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("clock", [-86_400.0, 0.5])
def test_every_output_has_the_same_bytes_anywhere(tmp_path: Path, clock: float) -> None:
    """Another seed, zone, language and encoding, and a clock from before ZIP, or time, began."""
    here = outputs(tmp_path / "here", 0, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = outputs(
        tmp_path / "there",
        clock,
        PYTHONHASHSEED="2",
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.ISO-8859-9",
        PYTHONUTF8="0",
        NO_COLOR="1",
        COLUMNS="20",
    )
    assert len(here) > len(JOBS)
    assert there == here
