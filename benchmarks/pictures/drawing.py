"""Draws a structure with the command, and says what that cost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.pictures.known import Known

LIMIT = 180.0
"""Seconds after which a drawing is given up."""

_KILOBYTE = 1024
_PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Drawn:
    """The sheets of a structure.

    Attributes:
        files: The sheets, in order; none if it failed.
        error: Why it failed, or "".
        cpu: Seconds of the processor.
        wall: Seconds by the clock.
        memory: Megabytes at the most.
    """

    files: tuple[Path, ...]
    error: str
    cpu: float
    wall: float
    memory: float


def draw(known: Known, paper: str, folder: Path, limit: float = LIMIT) -> Drawn:
    """The sheets of a structure on a paper, written into an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("s*.svg"):
        old.unlink()
    command = [sys.executable, "-m", "govgraph", *known.command, "--paper", paper]
    command += ["-o", str(folder / "s.svg")]
    said = folder / "said.txt"
    begun = time.perf_counter()
    with said.open("w", encoding="utf-8") as talk:
        process = subprocess.Popen(command, stdout=talk, stderr=talk)
        pid, usage, memory = 0, None, 0.0
        while not pid and time.perf_counter() - begun < limit:
            memory = max(memory, _memory(process.pid))
            pid, _, usage = os.wait4(process.pid, os.WNOHANG)
            time.sleep(_PAUSE)
    wall = time.perf_counter() - begun
    if not pid or usage is None:
        process.kill()
        process.wait()
        return Drawn((), f"not done after {limit:.0f} s", limit, limit, 0.0)
    process.returncode = 0  # it has been waited for
    files = tuple(sorted(folder.glob("s*.svg"), key=_number))
    lines = said.read_text(encoding="utf-8").strip().splitlines()
    error = "" if files else (lines or ["nothing was written"])[-1]
    cpu = usage.ru_utime + usage.ru_stime
    return Drawn(files, error, round(cpu, 2), round(wall, 2), round(memory))


def _memory(pid: int) -> float:
    """The most memory that a process has had so far, in megabytes; 0 where nobody says so.

    What the system adds up of a finished process begins with that of the one which started it.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found.group(1)) / _KILOBYTE if found else 0.0


def _number(path: Path) -> int:
    found = re.search(r"\d+$", path.stem)
    return int(found.group()) if found else 0
