"""How much memory a register takes, and how much there is: whether it goes into files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import OutputError, SettingsError
from govgraph.registers.reading.frames import load_polars, refusals
from govgraph.registers.reading.work_files import WorkFiles

if TYPE_CHECKING:
    from govgraph.formats.register.register_files import RegisterFiles, TableFiles

ROW = {"bodies": 200, "relations": 20}
"""Bytes of memory that a row takes at the most while a register is checked (OUT_OF_CORE.md)."""
IN_FILES = 3
"""It takes one of so many parts of that where its columns are in files (OUT_OF_CORE.md)."""
CSV, COMPRESSED, PARQUET = 2, 8, 60
"""Bytes of memory for each byte of a file, where its rows are not counted."""
UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?\s*", re.IGNORECASE)
_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


@dataclass(frozen=True, slots=True)
class Room:
    """What a register may take of memory, and where it goes if that is too little.

    Attributes:
        memory: how many bytes; what is free if nobody says.
        folder: where files go; a folder of the system if nobody says.
        say: is told in a line why a register goes into files.
    """

    memory: int | None = None
    folder: Path | None = None
    say: Callable[[str], object] = str

    def find_work(self, files: RegisterFiles) -> WorkFiles | None:
        """Files for the columns of a register; None if it fits into memory.

        Raises:
            OutputError: there is no folder for them.
        """
        memory = find_free() if self.memory is None else self.memory
        if memory is None or estimate(files, memory) <= memory:
            return None
        needed = estimate(files)
        work = WorkFiles(self.folder, memory)
        if not work.folder.is_dir():
            raise OutputError(f"there is no folder '{work.folder}' for work files")
        least = needed // IN_FILES
        even_so = f"; it takes {_told(least)} even so" if least > memory else ""
        there = "are free" if self.memory is None else "are allowed"
        self.say(
            f"{files.name} would take some {_told(needed)} of memory, and "
            f"{_told(memory)} {there}: its columns are kept in files in {work.folder}{even_so}"
        )
        return work


def parse_size(text: str) -> int:
    """The bytes that a text such as `2GB` says.

    Raises:
        SettingsError: it says none.
    """
    found = _SIZE.fullmatch(text)
    if not found:
        raise SettingsError(f"'{text}' is no size of memory (such as 2GB or 500MB)")
    number, unit, binary = found.groups()
    scale = UNITS[unit.lower()]
    return int(Decimal(number) * (scale if not binary else 1024 ** len(str(scale)[1::3])))


def find_free() -> int | None:
    """The bytes of memory that are free for this process; None where nobody knows."""
    known = [free for free in (_find_available(), *map(_read_limit, _LIMITS)) if free]
    return min(known, default=None)


def _find_available() -> int | None:
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return 1024 * int(
            next(line for line in lines if line.startswith("MemAvailable")).split()[1]
        )
    with suppress(AttributeError, OSError, ValueError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return None


def _read_limit(path: str) -> int | None:
    """The limit of a container, less what is taken beside the register."""
    with suppress(OSError, ValueError):
        return int(Path(path).read_text(encoding="ascii")) * 9 // 10
    return None


def estimate(files: RegisterFiles, enough: int | None = None) -> int:
    """The bytes of memory that a register takes; rows are not counted if it is less than enough."""
    most = sum(_measure(part) for part in (*files.bodies.parts, *files.relations.parts))
    if enough is not None and most <= enough:
        return most
    return sum(_estimate(table) for table in (files.bodies, files.relations))


def _estimate(table: TableFiles) -> int:
    if table.is_parquet:
        with suppress(*refusals()):
            scanned = load_polars().scan_parquet(list(table.parts), glob=False)
            return int(scanned.select(load_polars().len()).collect().item()) * ROW[table.name]
    return sum(map(_measure, table.parts))


def _measure(part: Path) -> int:
    """About what the rows of a file take, by its size."""
    each = {".csv": CSV, ".parquet": PARQUET}.get(part.suffix, COMPRESSED)
    with suppress(OSError):
        return part.stat().st_size * each
    return 0


def _told(size: int) -> str:
    return f"{size / 10**9:,.1f} GB" if size >= 10**8 else f"{size / 10**6:,.0f} MB"
