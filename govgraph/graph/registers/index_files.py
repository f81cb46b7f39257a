"""Where the index of a register stands, and whether it is still that of its tables."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govgraph.graph.registers.tables import RegisterFiles

FOLDER = "govgraph-index"
VERSION = 1
"""Raised when the columns of an index change, so that an older one is not read."""
_PIECE = 1 << 20


def index_folder(files: RegisterFiles) -> Path:
    """The folder of the index, beside the tables."""
    return files.folder / FOLDER


def describe_sources(parts: Iterable[Path]) -> list[dict[str, Any]]:
    """Name, size, time and hash of each file that an index is made of."""
    return [
        {
            "name": part.name,
            "size": part.stat().st_size,
            "time": part.stat().st_mtime_ns,
            "hash": hash_file(part),
        }
        for part in parts
    ]


def is_current(files: RegisterFiles) -> bool | None:
    """Whether the index is that of the tables as they are now; None if there is none.

    Size and time are compared; where a time differs and the size does not, as after a copy, the
    content is.
    """
    try:
        written = (index_folder(files) / "sources.json").read_text(encoding="utf-8")
    except OSError:
        return None
    try:
        described = json.loads(written)
        sources = described["sources"]
        if described["version"] != VERSION or len(sources) != len(files.parts):
            return False
        return all(map(_is_same, sources, files.parts))
    except (ValueError, KeyError, TypeError, OSError, RecursionError):
        return False


def _is_same(source: dict[str, Any], part: Path) -> bool:
    found = part.stat()
    if source["name"] != part.name or source["size"] != found.st_size:
        return False
    return bool(source["time"] == found.st_mtime_ns or source["hash"] == hash_file(part))


def hash_file(part: Path) -> str:
    """The BLAKE2 hash of a file."""
    from hashlib import blake2b

    whole = blake2b(digest_size=32)
    with part.open("rb") as file:
        while piece := file.read(_PIECE):
            whole.update(piece)
    return whole.hexdigest()
