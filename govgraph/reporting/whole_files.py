"""Files are written whole or not at all."""

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from govgraph.errors import OutputError

_BINARY = getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: str | bytes) -> None:
    """Put `content` at `path`, whole: what stood there stays until the new file is complete.

    Text is written as UTF-8 with line feeds. A symbolic link at `path` is replaced, not followed.

    Raises:
        OutputError: the folder does not exist, is read-only or full, or `path` is a folder.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    stream_whole(path, lambda file: file.write(data))


def stream_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let `write` write a file piece by piece that then stands at `path`, whole or not at all.

    Raises:
        OutputError: the folder does not exist, is read-only or full, or `path` is a folder.
    """
    if not path.parent.is_dir():
        raise OutputError(f"{path} could not be written: there is no folder '{path.parent}'")
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file to write")
    # Named before it is made, so that it goes again whenever the program is ended.
    temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_rights(path))
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {_format_why(path, error)}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


_HELD = {5, 32, 33}
"""What Windows says of a file that a program holds open: denied, shared, locked."""
_HOLDERS = {
    ".docx": "Word",
    ".xlsx": "Excel",
    ".csv": "Excel",
    ".pdf": "the program that shows it",
}


def _format_why(path: Path, error: OSError) -> str:
    """Why a file could not be written, and what whoever has it open is to do."""
    if getattr(error, "winerror", None) in _HELD and path.exists():
        holder = _HOLDERS.get(path.suffix.lower(), "the program that has it open")
        return f"close it in {holder}, then try again"
    return error.strerror or str(error)


def refuse_to_overwrite(output: Path | None, *sources: str | Path | None) -> None:
    """Refuse to write over what is read: the file itself, or a file of the folder.

    `-` is standard input, which may be a file as well.

    Raises:
        OutputError: it would be.
    """
    for source in sources if output is not None else ():
        if output and source is not None and _is_read(output, Path(source)):
            message = f"{output} is read from; name another file to write"
            raise OutputError(message)


def _is_read(output: Path, source: Path) -> bool:
    """Whether a file that is there is what is read, or a part of it."""
    try:
        if str(source) == "-":
            return os.path.samestat(output.stat(), os.fstat(0))
        if output.samefile(source):
            return True
        inside = output.is_file() and output.resolve().is_relative_to(source.resolve())
    except (OSError, ValueError):
        return False
    return inside and _is_part(output)


def _is_part(file: Path) -> bool:
    """Whether a file within a folder is one of those that a structure or register is read from."""
    # Imported here, for most commands write no file.
    from govgraph.formats.format_list import FORMATS
    from govgraph.formats.tables import known_table

    by_hand, *others = (each.suffixes for each in FORMATS if "folder" in each.reads)
    suffix = file.suffix.lower()
    if suffix in by_hand:
        return True
    named = (file.stem, file.stem.partition("-")[0], file.parent.name)
    return suffix in {each for suffixes in others for each in suffixes} and any(
        map(known_table, named)
    )


def make_folder(path: Path) -> None:
    """Make a folder to write into, with those above it, unless it is there.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{path} is a file; name a folder to write into") from None
    except OSError as error:
        raise OutputError(f"{path} could not be made: {error.strerror or error}") from error


def _rights(path: Path) -> int:
    """Who may read and write a file: whoever might the one before it, or might a new one."""
    with suppress(OSError):
        before = path.lstat().st_mode
        if stat.S_ISREG(before):
            return stat.S_IMODE(before)
    return 0o666 & ~_umask()


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
