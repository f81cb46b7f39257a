"""The files of a register, `bodies` and `relations`, in one part or several, and their columns."""

import os
from dataclasses import dataclass
from pathlib import Path

from govgraph.errors import LoadError, Place, Problem, SettingsError
from govgraph.formats.limits import current_limits
from govgraph.formats.problems import visible
from govgraph.formats.register.register_kinds import find_declared
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import WRITTEN_BASES

BODY_WORDS = ("kind", "apex", "outside", "status", "from", "until", "count")
BODY_LATER = ("name", "area", "tier")
"""Columns that are read when somebody asks for them."""
BODY_UNUSED = (
    "apex_basis", "also_known_as", "meets", "quorum", "limit", "tags", "remit", "succeeds", "cites",
    "basis", "note",
)  # fmt: skip
"""Columns that a small structure may have, and no question of a register asks for."""
BODY_COLUMNS = ("id", *BODY_LATER, *BODY_WORDS, *BODY_UNUSED)
RELATION_WORDS = ("kind", "basis", "status", "since", "until")
RELATION_COLUMNS = ("from", "to", *RELATION_WORDS, "intended", "scope", "limit", "cites", "note")
FLAGS = ("true", "false")
BASES = tuple(map(str, WRITTEN_BASES))
STATUSES = tuple(map(str, Status))
DIGITS = 9

COMMA_SEPARATED = (".csv", ".csv.gz", ".csv.zst")
SUFFIXES = (*COMMA_SEPARATED, ".parquet")
NAMES = ("bodies", "relations")
OTHERS = ("seats", "people", "requirements", "policy", "waivers", "milestones", "views")
"""Tables of a structure of which a register knows nothing."""
OTHERS_OF_PARQUET = (*OTHERS, "structure", "sources")
"""Those that `convert` writes beside `bodies` and `relations` wherever there is more to say."""
_ANSWERED = "check, draw and every question about bodies, such as chain, take it as it is"
_INSTEAD = (
    f"too large to be read body by body: {_ANSWERED}, and check --format csv gives every finding"
)
LARGE = 1_000_000
"""Bytes of `bodies` and `relations` together, some 10,000 bodies, from which a folder of plain CSV
is read as a register."""


def is_date(word: str) -> bool:
    """Whether a word is a date as a structure file writes it."""
    try:
        PartialDate.parse(word)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class TableFiles:
    """One table of a register.

    Attributes:
        name: `bodies` or `relations`.
        parts: its files, in the order in which they are read; all CSV, or all Parquet.
        separator: what stands between the cells of CSV.
        headings: columns that are written otherwise than they are called: as written, as called.
        blank: for each part the rows, counted from 0, in which nothing is written; empty if there
            are none in any.
    """

    name: str
    parts: tuple[Path, ...]
    separator: str = ","
    headings: tuple[tuple[str, str], ...] = ()
    blank: tuple[tuple[int, ...], ...] = ()

    @property
    def is_parquet(self) -> bool:
        """Whether it is written as Parquet."""
        return self.parts[0].suffix == ".parquet"


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """Where a register stands."""

    folder: Path
    bodies: TableFiles
    relations: TableFiles
    declared: tuple[Path, ...] = ()
    """Tables of the kinds that it declares."""

    @property
    def name(self) -> str:
        """What the register is called: as its folder is, also where that is written `.`."""
        return self.folder.resolve().name or str(self.folder)

    @property
    def parts(self) -> tuple[Path, ...]:
        """Every file of it."""
        return self.bodies.parts + self.relations.parts + self.declared


def is_register(path: Path) -> bool:
    """Whether a path is that of a register without being told so.

    It is one if both tables are there and are Parquet, compressed, in several parts, or large.
    CSV or Parquet beside tables of other things, such as seats, is a structure, however large.
    """
    folder = _folder_of(path)
    bodies, relations = (_find_parts(folder, name) for name in NAMES)
    if not bodies or not relations:
        return False
    parts = bodies + relations
    beside = [f"{name}.csv" for name in OTHERS]
    beside += [f"{name}.parquet" for name in OTHERS_OF_PARQUET]
    if any((folder / name).exists() for name in beside):
        return False
    plain = len(parts) == len(NAMES) and all(part.suffix == ".csv" for part in parts)
    return not plain or sum(part.stat().st_size for part in parts) >= LARGE


def refuse_beyond_structures(path: Path) -> None:
    """Say of a register which no reader of structures takes what answers of it instead.

    Raises:
        SettingsError: the path is that of such a register.
    """
    if _is_beyond_structures(path):
        raise SettingsError(f"{path} is a register, {_INSTEAD}")


def refuse_register(path: Path) -> None:
    """Say of a register, to whom it is only asked as a structure, what answers of it instead.

    Raises:
        SettingsError: the path is that of a register.
    """
    refuse_beyond_structures(path)
    if is_register(path):
        raise SettingsError(
            f"{path} is a register: {_ANSWERED}; as a structure everything does, but body by body, "
            f"after govgraph convert {path} {path.stem or 'register'}.json"
        )


def _is_beyond_structures(path: Path) -> bool:
    """Whether a path is that of a register which no reader of structures takes."""
    if path.suffix in {".yaml", ".yml", ".json"} or not is_register(path):
        return False
    folder = _folder_of(path)
    parts = [part for name in NAMES for part in _find_parts(folder, name)]
    if sum(part.stat().st_size for part in parts) > current_limits().file_bytes:
        return True
    return len(parts) > len(NAMES) or any(part.suffix in {".gz", ".zst"} for part in parts)


def find_register(path: Path) -> RegisterFiles:
    """The files of the register at a path: its folder, or one of its two tables.

    Raises:
        LoadError: there is no such folder, a table is missing, or is written in two formats.
    """
    folder = _folder_of(path)
    _refuse_no_folder(folder)
    problems = []
    tables = []
    for name in NAMES:
        parts = _find_parts(folder, name)
        kinds = {part.suffix == ".parquet" for part in parts}
        allowed = tuple(f"{name}{suffix}" for suffix in SUFFIXES)
        if len(kinds) == 1:
            tables.append(TableFiles(name, parts))
            continue
        wrong = "is both CSV and Parquet; keep one" if parts else "is not there"
        message = f"the table '{name}' of a register {wrong}"
        problems.append(Problem(Place(str(folder), 0, 0), message, allowed=allowed))
    if problems:
        raise LoadError(tuple(problems))
    bodies, relations = tables
    return RegisterFiles(folder, bodies, relations, find_declared(folder))


def _refuse_no_folder(folder: Path) -> None:
    """Say of a folder that cannot be looked into why.

    Raises:
        LoadError: it cannot.
    """
    try:
        with os.scandir(folder):
            return
    except FileNotFoundError:
        said = "there is no such folder"
    except NotADirectoryError:
        said = "this is a file; a register is a folder with the tables bodies and relations"
    except OSError as error:
        said = f"this folder cannot be read: {error.strerror or error}"
    raise LoadError((Problem(Place(visible(str(folder)), 0, 0), said),))


def _folder_of(path: Path) -> Path:
    """The folder of a register, given itself or one of its tables."""
    is_table = any(path.name == f"{name}{suffix}" for name in NAMES for suffix in SUFFIXES)
    return path.parent if is_table else path


def _find_parts(folder: Path, name: str) -> tuple[Path, ...]:
    """The files of one table, sorted: `bodies.csv`, `bodies-1.csv`…, or all in `bodies/`."""
    if not folder.is_dir():
        return ()
    inside = folder / name
    try:
        found = list(inside.iterdir()) if inside.is_dir() else []
        beside = folder.iterdir()
        found += [file for file in beside if file.name.startswith((f"{name}.", f"{name}-"))]
    except OSError:  # a folder that may not be looked into
        return ()
    named = sorted(file for file in found if file.is_file() and file.name.endswith(SUFFIXES))
    return tuple(file for file in named if _is_within(folder, file))


def _is_within(folder: Path, file: Path) -> bool:
    """Whether a file stands in a folder, links followed.

    Raises:
        LoadError: it is a link that leads out of it.
    """
    try:
        linked = file.is_symlink() or file.parent.is_symlink()
        inside = not linked or file.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False
    if not inside:
        message = "is a link that leads out of the folder, and is not followed"
        raise LoadError((Problem(Place(visible(str(file)), 0, 0), message),))
    return True
