"""The index of a register as a file: what is in it, where it stands, whether it is still true.

It is an SQLite database. A body has the number of its row, and a relation likewise; an end that is
no body of the register is kept as it is written. Each row carries a checksum, and each body how
many relations there are from it and to it, so that damage is noticed by whoever reads an answer
from it: to sum up the whole file takes longer than to answer.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from govgraph.formats.register.register_files import RegisterFiles

FILE = "govgraph-index.sqlite"
VERSION = 4
"""Raised when what is in an index changes, so that another is not read."""
BODY_TEXTS = (
    "name", "kind", "apex", "outside", "area", "tier", "status", "from", "until", "count",
)  # fmt: skip
RELATION_TEXTS = ("kind", "basis", "status", "since", "until", "intended", "scope")
BODY = ("number", "ups", "downs", "id", *BODY_TEXTS)
RELATION = ("row", "from", "to", *RELATION_TEXTS)
_PIECE = 1 << 20


def _table(name: str, columns: Iterable[str], key: str) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"CREATE TABLE {name} ({key} INTEGER PRIMARY KEY, {listed}, checksum INTEGER)"


TABLES = (
    "CREATE TABLE about (described TEXT)",
    _table("body", BODY[1:], BODY[0]),
    _table("relation", RELATION[1:], RELATION[0]),
    "CREATE TABLE named (lowered TEXT, body INTEGER, PRIMARY KEY (lowered, body)) WITHOUT ROWID",
)
INDEXES = (
    'CREATE UNIQUE INDEX by_id ON body ("id")',
    'CREATE INDEX upward ON relation ("from")',
    'CREATE INDEX downward ON relation ("to")',
)


def checksum(row: Sequence[object]) -> int:
    """What is written beside a row of an index, worked out from its cells."""
    return crc32(repr(tuple(row)).encode())


def index_file(files: RegisterFiles) -> Path:
    """The index of a register, beside its tables."""
    return files.folder / FILE


def describe_index(parts: Iterable[Path]) -> str:
    """What an index says of the tables that it was made of."""
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
    }
    return json.dumps(described)


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
