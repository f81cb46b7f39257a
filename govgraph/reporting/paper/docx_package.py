"""A Word file as a package of parts: empty or from a template, and no clock in its bytes."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.errors import SettingsError
from govgraph.reporting.paper.paper_blocks import Paper

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


if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes are the same
_PAGE_MM = (210, 297, 18)
"""Width, height and margins of a page of ours, in millimetres: A4."""
_COMPATIBILITY = {
    "name": "compatibilityMode",
    "uri": "http://schemas.microsoft.com/office/word",
    "val": "15",
}
_AFTER = (
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:shapeDefaults",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""What stands after the compatibility in the settings of a document."""


def prepare_document(document: "Document", paper: Paper, *, own: bool) -> None:
    """Make a document ready to be written into.

    Args:
        document: a template, or a new document.
        paper: what it will say.
        own: whether the document is ours to set; a template's page stays as it is.
    """
    _empty(document)
    if own:
        _set_page(document, paper)
        _modernise(document)
    _describe(document, paper)


def _empty(document: "Document") -> None:
    """Take out whatever text a template has; its last section, with the page, stays."""
    body = document.element.body
    for element in list(body):
        if element is not body.sectPr:
            body.remove(element)


def _set_page(document: "Document", paper: Paper) -> None:
    """A page of our own: A4, numbered at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = document.sections[0]
    width, height, margin = _PAGE_MM
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin = section.bottom_margin = Mm(margin)
    section.header_distance = section.footer_distance = Mm(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{paper.labels.page} ")
    _add_field(foot, "PAGE")
    foot.add_run(f" {paper.labels.of} ")
    _add_field(foot, "NUMPAGES")


def _modernise(document: "Document") -> None:
    """Let Word open the file as one of its own, not in compatibility mode, without a thumbnail."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    compatibility = OxmlElement("w:compat")
    setting = OxmlElement("w:compatSetting")
    for name, value in _COMPATIBILITY.items():
        setting.set(qn(f"w:{name}"), value)
    compatibility.append(setting)
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    after = next((each for each in settings if each.tag in map(qn, _AFTER)), None)
    if after is None:
        settings.append(compatibility)
    else:
        after.addprevious(compatibility)
    package = document.part.package
    assert package is not None  # noqa: S101 - a document stands in a package
    for key, one in list(package.rels.items()):
        if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def _add_field(paragraph: "Written", what: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 - a field holds a run
    paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields


def _describe(document: "Document", paper: Paper) -> None:
    """The properties of the file: title and language, and no clock."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    known = document.core_properties
    known.title, known.subject = paper.title[:255], paper.particulars[:255]
    known.author = known.last_modified_by = "govgraph"
    known.comments = known.keywords = known.category = ""
    known.language, known.revision = paper.language, 1
    known.created = known.modified = known.last_printed = _CREATED
    run = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if run is None:
        return
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), paper.language)
    run.append(language)
