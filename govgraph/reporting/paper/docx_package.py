"""A Word file as a package of parts: templates made fit to read, and bytes that hold no clock."""

import io
import zipfile
from pathlib import Path

from govgraph.errors import SettingsError

_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can name."""
_MOST = 200_000_000
"""Bytes that a template may hold when unpacked: more is no template, but a trap."""


def read_template(path: Path) -> io.BytesIO:
    """An authority's own Word document or template (.docx, .dotx), as a document.

    Raises:
        SettingsError: it cannot be read, or is something else.
    """
    refused = f"{path} is no Word document or template (.docx, .dotx)"
    try:
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST:
                raise SettingsError(f"{path} holds more than {_MOST:,} bytes when unpacked")
            parts = {name: package.read(name) for name in package.namelist()}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise SettingsError(refused) from None
    types = parts.get(_TYPES, b"").replace(_TEMPLATE, _DOCUMENT)
    if _DOCUMENT not in types:
        raise SettingsError(refused)
    return io.BytesIO(_packed({**parts, _TYPES: types}))


def settle(content: bytes) -> bytes:
    """The same package with its parts in their order and no time of day."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return _packed({name: package.read(name) for name in package.namelist()})


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            package.writestr(entry, content)
    return out.getvalue()
