"""Where the index of a register stands, and whether it is still that of its tables.

What it was made of, and the checksums of its own files, stand in `sources.json` beside these.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govgraph.graph.registers.checksums import sum_blocks
from govgraph.graph.registers.tables import RegisterFiles

FOLDER = "govgraph-index"
NAMES = ("bodies", "relations")
VERSION = 3
"""Raised when the columns of an index change, so that an older one is not read."""
_PIECE = 1 << 20


def index_folder(files: RegisterFiles) -> Path:
    """The folder of the index, beside the tables."""
    return files.folder / FOLDER


def describe_index(folder: Path, parts: Iterable[Path]) -> str:
    """What is written beside the files of an index in a folder, made of these tables."""
    described = {
        "version": VERSION,
        "sources": [
            {
                "name": part.name,
                "size": part.stat().st_size,
                "time": part.stat().st_mtime_ns,
                "hash": hash_file(part),
            }
            for part in parts
        ],
        "sums": {name: sum_blocks(folder / f"{name}.arrow") for name in NAMES},
    }
    return json.dumps(described, indent=1) + "\n"


def read_description(folder: Path) -> dict[str, Any] | None:
    """What is written beside the files of an index; None if there is none.

    Raises:
        ValueError: it cannot be understood.
        OSError: it cannot be read.
        RecursionError: it stands too deep within itself.
    """
    try:
        content = (folder / "sources.json").read_bytes()
    except FileNotFoundError:
        return None
    described = json.loads(content)
    if not isinstance(described, dict):
        raise ValueError("this is not what describes an index")  # noqa: TRY004 - damage, no slip
    return described


def is_current(described: dict[str, Any], files: RegisterFiles) -> bool:
    """Whether an index is that of the tables as they are now.

    Size and time are compared; where a time differs and the size does not, as after a copy, the
    content is.

    Raises:
        LookupError: it does not say of what it was made; nor does it with a TypeError.
        OSError: a table cannot be read.
    """
    if described["version"] != VERSION:
        return False
    sources = described["sources"]
    return len(sources) == len(files.parts) and all(map(_is_same, sources, files.parts))


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
