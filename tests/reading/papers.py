"""Papers in every kind of file, made for the tests: the same words in each."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

MEMBERS = (("Name", "Post", "Role"), ("Ann Lloyd", "Head of Service", "Chair"), ("Vacant", "", ""))
LEVELS = (("4", "decimal", "%1."), ("1", "lowerLetter", "(%2)"), ("1", "decimal", "%1.%3"))


def _level(number: int, start: str, format_: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""
<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="1">
    {"".join(_level(number, *level) for number, level in enumerate(LEVELS))}
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">{_level(0, "1", "bullet", "o")}</w:abstractNum>
  <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def write_docx(path: Path) -> Path:
    """Terms of reference in Word, with numbers of Word's own, bullets and a table."""
    document = docx.Document()
    document.part.numbering_part._element = parse_xml(NUMBERING)
    document.add_heading("Terms of reference", level=0)
    document.add_paragraph("The Board is set up by the Trust.")
    _numbered(document.add_paragraph("The Board will report to the Trust."), "7", 0)
    _numbered(document.add_paragraph("It will:"), "7", 0)
    _numbered(document.add_paragraph("advise the Council;"), "7", 1)
    _numbered(document.add_paragraph("meet each term."), "7", 1)
    _numbered(document.add_paragraph("The quorum is three."), "7", 2)
    _numbered(document.add_paragraph("a point of its own"), "8", 0)
    paragraph = document.add_paragraph()
    paragraph.add_run("Members").bold = True
    table = document.add_table(rows=0, cols=3)
    for row in MEMBERS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def _numbered(paragraph: Paragraph, list_: str, level: int) -> None:
    """Give a paragraph a number of Word's own."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
        )
    )


def write_pptx(path: Path) -> Path:
    """Two slides: one with text, one with a table."""
    slides = pptx.Presentation()
    first = slides.slides.add_slide(slides.slide_layouts[1])
    first.shapes.title.text = "The Board"
    body = first.placeholders[1].text_frame
    body.text = "It answers to the Trust"
    inner = body.add_paragraph()
    inner.text, inner.level = "through its chair", 1
    second = slides.slides.add_slide(slides.slide_layouts[5])
    second.shapes.title.text = "Members"
    frame = second.shapes.add_table(3, 3, 0, 0, 900000, 900000)
    for row, texts in zip(frame.table.rows, MEMBERS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    slides.save(str(path))
    return path


def write_pdf(path: Path, pages: Sequence[str]) -> Path:
    """Pages that typst sets, each from its markup."""
    import typst

    source = path.with_suffix(".typ")
    source.write_text("\n#pagebreak()\n".join(pages), encoding="utf-8")
    path.write_bytes(typst.compile(str(source)))
    return path


def change_parts(path: Path, changed: Mapping[str, bytes], to: Path) -> Path:
    """The same package with some parts put in place of its own, or added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
        for name in changed.keys() - set(old.namelist()):
            new.writestr(name, changed[name])
    to.write_bytes(packed.getvalue())
    return to
