"""Getting at the bytes of files, with a plain word where that fails."""

import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems, shown
from govgraph.model.names import nearest_words

STANDARD_INPUT = "standard input"
_MOST_SUGGESTED = 3


def read_bytes(path: Path, problems: Problems) -> bytes | None:
    """What a file holds, or nothing where it cannot be read; says so among the problems."""
    file = shown(str(path))
    try:
        with path.open("rb") as opened:
            return _within_limit(opened, file, problems)
    except (OSError, ValueError) as error:
        problems.add(Place(file, 0, 0), f"cannot be read: {reason(error)}")
        return None


def read_standard_input(problems: Problems) -> bytes | None:
    """What is piped into the program, likewise."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        problems.add(Place(STANDARD_INPUT, 0, 0), "cannot be read: there is none")
        return None
    return _within_limit(stream, STANDARD_INPUT, problems)


def _within_limit(stream: BinaryIO, file: str, problems: Problems) -> bytes | None:
    """The content of a stream, unless there is too much of it."""
    most = problems.limits.file_bytes
    content = stream.read(most + 1)
    if len(content) <= most:
        return content
    problems.add(Place(file, 0, 0), f"is larger than {most:,} bytes, the most that is read")
    return None


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be opened, as the system puts it."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said[:1].lower() + said[1:]


def list_files(folder: Path, suffixes: Sequence[str], problems: Problems) -> list[Path]:
    """The files of a folder with one of the suffixes, by name; hidden ones are left alone.

    Only regular files within the folder are given; a link that leads out of it is a problem.
    """
    place = Place(shown(str(folder)), 0, 0)
    try:
        names = sorted(file.name for file in folder.iterdir() if _is_wanted(file, suffixes))
    except OSError as error:
        problems.add(place, f"cannot be read: {reason(error)}")
        return []
    if len(names) > problems.limits.files:
        problems.add(place, f"holds more than {problems.limits.files:,} files to read")
        return []
    if not names:
        wanted = " or ".join(suffixes)
        problems.add(
            place, f"no file of this folder ends in {wanted}{_elsewhere(folder, suffixes)}"
        )
    return [folder / name for name in names if _is_regular(folder, name, problems)]


def _is_wanted(file: Path, suffixes: Sequence[str]) -> bool:
    """Whether a name ends in one of the suffixes, and is not hidden."""
    return file.suffix.lower() in suffixes and not file.name.startswith(".")


def _is_regular(folder: Path, name: str, problems: Problems) -> bool:
    """Whether a name is that of a regular file of this folder; says so if it is not."""
    path = folder / name
    place = Place(shown(str(path)), 0, 0)
    try:
        target = path.resolve(strict=True)
        if path.is_symlink() and not target.is_relative_to(folder.resolve()):
            problems.add(place, "is a link that leads out of the folder, and is not followed")
            return False
        if stat.S_ISREG(target.stat().st_mode):
            return True
    except OSError as error:
        problems.add(place, f"cannot be read: {reason(error)}")
        return False
    problems.add(place, "is not a file, though its name ends like one")
    return False


def _elsewhere(folder: Path, suffixes: Sequence[str]) -> str:
    """Which folders within hold such files, if any."""
    found: list[str] = []
    for inner in sorted(folder.iterdir()):
        try:
            if inner.is_dir() and any(_is_wanted(file, suffixes) for file in inner.iterdir()):
                found.append(f"'{shown(inner.name)}'")
        except OSError:
            continue
    return f", but some do in {', '.join(found[:_MOST_SUGGESTED])}" if found else ""


def refuse_missing(path: Path) -> LoadError:
    """The error for a path at which there is nothing, with names like it that do exist."""
    parent = path.parent
    message = "there is no such file or folder"
    if not parent.is_dir():
        return LoadError((Problem(Place(shown(str(path)), 0, 0), message, found=path.name),))
    try:
        names = sorted(file.name for file in parent.iterdir() if not file.name.startswith("."))
    except OSError:
        names = []
    like = nearest_words((path.name, path.stem), names, _MOST_SUGGESTED)
    near = tuple(shown(str(parent / name)) for name in like)
    problem = Problem(Place(shown(str(path)), 0, 0), message, path.name, near, next(iter(near), ""))
    return LoadError((problem,))
