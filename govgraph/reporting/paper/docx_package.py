"""A Word file as a package of parts: templates made fit to read, and bytes that hold no clock."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.packuri import PackURI

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


def pack_document(document: "Document") -> bytes:
    """The bytes of a document, its parts in their order and without a time of day.

    python-docx stamps each part with the clock, and ends where that stands before 1980; so its
    writer of packages is given something else to write into.
    """
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    assert package is not None  # noqa: S101 - a document that was opened has one
    for part in package.parts:
        part.before_marshal()
    held = _Held()
    writer: Any = PackageWriter
    writer._write_content_types_stream(held, package.parts)  # noqa: SLF001 - as `write` does
    writer._write_pkg_rels(held, package.rels)  # noqa: SLF001
    writer._write_parts(held, package.parts)  # noqa: SLF001
    return _packed(held.parts)


class _Held:
    """Parts as they are written, by name."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, uri: "PackURI", content: bytes) -> None:
        """Take one part."""
        self.parts[uri.membername] = content


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            package.writestr(entry, content)
    return out.getvalue()
