"""The parts of a ZIP that a file of an office program is, unpacked within the limits."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from govgraph.formats.limits import Limits

MOST_INFLATED = 8
"""How many times the limit of a file its parts may come to when they are unpacked."""
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)
"""What a damaged, encrypted or strangely packed ZIP comes to."""


class RefusalError(Exception):
    """A part says or asks for what no such file should; why, is its text."""


def unpack(
    archive: zipfile.ZipFile, limits: Limits, wanted: Callable[[str], bool]
) -> dict[str, bytes]:
    """The parts that are wanted, by name.

    Raises:
        RefusalError: all parts together come to more than is read.
    """
    most = limits.file_bytes * MOST_INFLATED
    left = most
    parts = {}
    for part in archive.infolist():
        left -= part.file_size
        if left < 0:
            raise RefusalError(f"unpacks to more than {most:,} bytes, the most that is read")
        if wanted(part.filename):
            # No more than the part says it holds; one that lies fails the sum of its bytes.
            with archive.open(part) as packed:
                parts[part.filename] = packed.read(part.file_size)
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP of parts that are not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()
