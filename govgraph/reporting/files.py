"""Files are written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from govgraph.errors import OutputError


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
    temporary = ""
    try:
        if path.is_dir():
            raise OutputError(f"{path} is a folder; name a file to write")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _rights(path))  # noqa: PTH101 - mkstemp makes files private
        os.replace(temporary, path)  # noqa: PTH105 - beside the calls above
        temporary = ""
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


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
