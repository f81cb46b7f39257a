"""Getting at the bytes of files, with a plain word where that fails."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems, shown, visible
from govgraph.model.names import nearest_words

STANDARD_INPUT = "standard input"
PATIENCE = 10.0
"""How many seconds somebody has to begin to write into a named pipe."""
_MOST_SUGGESTED = 3


def read_bytes(path: Path, problems: Problems) -> bytes | None:
    """What a file holds, or nothing where it cannot be read; says so among the problems."""
    file = visible(str(path))
    try:
        with _opened(path) as opened:
            return _within_limit(opened, file, problems)
    except (OSError, ValueError) as error:
        problems.add(Place(file, 0, 0), f"cannot be read: {reason(error)}")
        return None


def _opened(path: Path) -> BinaryIO:
    """A file, opened; a named pipe, once something has been written into it.

    Raises:
        OSError: it cannot be opened, or nobody writes into the pipe.
    """
    if not _is_named_pipe(path):
        return path.open("rb")
    from select import select

    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not select([pipe], [], [], PATIENCE)[0]:
        os.close(pipe)
        raise OSError(f"it is a pipe, and nobody wrote into it for {PATIENCE:g} seconds")
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "rb")


def _is_named_pipe(path: Path) -> bool:
    """Whether a path is that of a pipe which may have nobody at its other end.

    That of a shell's `<(...)` has somebody, and stands under no name of its own.
    """
    try:
        return stat.S_ISFIFO(path.resolve().lstat().st_mode)
    except (OSError, ValueError, RuntimeError):
        return False


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


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`; a path that cannot be looked at is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def list_files(folder: Path, suffixes: Sequence[str], problems: Problems) -> list[Path]:
    """The files of a folder with one of the suffixes, by name; hidden ones are left alone.

    Only regular files within the folder are given; a link that leads out of it is a problem.
    """
    limits = problems.limits
    place = Place(visible(str(folder)), 0, 0)
    try:
        files = sorted(file for file in folder.iterdir() if _is_wanted(file, suffixes))
    except OSError as error:
        problems.add(place, f"cannot be read: {reason(error)}")
        return []
    if len(files) > limits.files:
        problems.add(place, f"holds more than {limits.files:,} files to read")
        return []
    if not files:
        wanted = " or ".join(suffixes)
        elsewhere = _elsewhere(folder, suffixes)
        problems.add(place, f"no file of this folder ends in {wanted}{elsewhere}")
    sizes = {file: _size(folder, file, problems) for file in files}
    if sum(size or 0 for size in sizes.values()) > limits.file_bytes:
        problems.add(place, f"its files are larger than {limits.file_bytes:,} bytes together")
        return []
    return [file for file, size in sizes.items() if size is not None]


def _is_wanted(file: Path, suffixes: Sequence[str]) -> bool:
    """Whether a name ends in one of the suffixes, and is not hidden."""
    return file.suffix.lower() in suffixes and not file.name.startswith(".")


def _size(folder: Path, file: Path, problems: Problems) -> int | None:
    """The size of a regular file of this folder; nothing for what is none, which is said."""
    place = Place(visible(str(file)), 0, 0)
    try:
        status = file.stat()
        inside = not file.is_symlink() or file.resolve().is_relative_to(folder.resolve())
    except OSError as error:
        problems.add(place, f"cannot be read: {reason(error)}")
        return None
    if not inside:
        problems.add(place, "is a link that leads out of the folder, and is not followed")
    elif not stat.S_ISREG(status.st_mode):
        problems.add(place, "is not a file, though its name ends like one")
    else:
        return status.st_size
    return None


def _elsewhere(folder: Path, suffixes: Sequence[str]) -> str:
    """Which folders within hold such files, if any."""
    found: list[str] = []
    for inner in sorted(folder.iterdir()):
        try:
            if is_folder(inner) and any(_is_wanted(file, suffixes) for file in inner.iterdir()):
                found.append(f"'{shown(inner.name)}'")
        except OSError:
            continue
    return f", but some do in {', '.join(found[:_MOST_SUGGESTED])}" if found else ""


def refuse_missing(path: Path) -> LoadError:
    """The error for a path at which there is nothing, with paths like it that do exist."""
    missing = path
    while not is_folder(missing.parent) and missing.parent != missing:
        missing = missing.parent
    near = _paths_like(missing, path.relative_to(missing))
    place = Place(visible(str(path)), 0, 0)
    message = "there is no such file or folder"
    meant = next(iter(near), "")
    return LoadError((Problem(place, message, shown(path.name), near, meant, listed="there"),))


def _paths_like(missing: Path, rest: Path) -> tuple[str, ...]:
    """The paths that differ from one that is not there in a single name."""
    try:
        seen = sorted(file for file in missing.parent.iterdir() if not file.name.startswith("."))
    except OSError:
        return ()
    spelt = {file.stem: file for file in seen} | {file.name: file for file in seen}
    like = nearest_words((missing.name, missing.stem), list(spelt), _MOST_SUGGESTED)
    paths = dict.fromkeys(spelt[name] / rest for name in like)
    return tuple(visible(str(path)) for path in paths if os.path.lexists(path))
