"""A paper is read whatever it is written in, or refused in one sentence."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.limits import STANDARD
from govgraph.reading.paper_text import Division, Kind, Paper
from govgraph.reading.pdf_lines import TooLongError, read_lines
from govgraph.reading.read import read_paper
from tests.reading.papers import change_parts, write_docx, write_pdf, write_pptx

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"""


def read(tmp_path: Path, name: str, text: str | bytes) -> Paper:
    """The paper of that text."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_paper(path)


def told(paper: Paper) -> list[tuple[str, str, str]]:
    """What each block is, where it stands and its words."""
    return [(str(block.kind), block.at, block.text) for block in paper.blocks]


def test_plain_text_has_headings_numbers_bullets_and_rows(tmp_path: Path) -> None:
    """Lines that a typewriter broke are one paragraph; a number is told from its words."""
    paper = read(
        tmp_path,
        "terms.txt",
        "Terms of reference\n\n1. The Board reports to the Council, and advises the partners of\n"
        "   the Trust on what they do. It\n   meets.\n\n2.1 It will:\n  (a) plan;\n  - act.\n\n"
        "Membership\n\nAnn Lloyd\tChair\nVacant\tDeputy\n\nMembers serve for two years.\n",
    )
    assert told(paper) == [
        ("heading", "Terms of reference", "Terms of reference"),
        (
            "paragraph",
            "¶1",
            (
                "The Board reports to the Council, and advises the partners of the"
                " Trust on what they do. It meets."
            ),
        ),
        ("paragraph", "¶2.1", "It will:"),
        ("bullet", "¶2.1", "plan;"),
        ("bullet", "¶2.1", "act."),
        ("heading", "Membership", "Membership"),
        ("row", "Membership row 1", "Ann Lloyd Chair"),
        ("row", "Membership row 2", "Vacant Deputy"),
        ("paragraph", "Membership ¶1", "Members serve for two years."),
    ]
    assert paper.title == "Terms of reference"


def test_a_number_that_stands_twice_is_told_by_its_heading(tmp_path: Path) -> None:
    """`¶1` would be either."""
    paper = read(tmp_path, "a.txt", "First part\n\n1. It meets.\n\nSecond part\n\n1. It votes.\n")
    assert [block.at for block in paper.blocks] == [
        "First part", "First part ¶1", "Second part", "Second part ¶1",
    ]  # fmt: skip


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    """Without a number of its own a paragraph is found by its page."""
    paper = read(tmp_path, "a.txt", "It meets once.\n\fIt votes twice.\n")
    assert (paper.divided_by, paper.divisions) == (Division.PAGE, 2)
    assert [block.at for block in paper.blocks] == ["page 1", "page 2"]


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    """Links by their words; the rule of a table is no row."""
    paper = read(
        tmp_path,
        "a.md",
        "# Board\n\nIt **reports** to [the Trust](https://example.org).\n\n| Who | As |\n"
        "|---|---|\n| Ann | Chair |\n",
    )
    assert told(paper) == [
        ("heading", "Board", "Board"),
        ("paragraph", "Board ¶1", "It reports to the Trust."),
        ("row", "Board row 1", "Who As"),
        ("row", "Board row 2", "Ann Chair"),
    ]


def test_a_web_page_is_read_without_scripts_and_menus(tmp_path: Path) -> None:
    """Tags left open do no harm."""
    paper = read(
        tmp_path,
        "a.html",
        "<head><title>No</title></head><nav><p>Menu</nav><h2>Board</h2><p>It <b>reports</b>\nto the"
        " Trust.<ul><li>yearly<li>in writing</ul><script>alert('no')</script><table>"
        "<tr><th>Who<th>As<tr><td><p>Ann</p><p>Lloyd</p><td>Chair</table><p>3.2 It meets.",
    )
    assert told(paper) == [
        ("heading", "Board", "Board"),
        ("paragraph", "Board ¶1", "It reports to the Trust."),
        ("bullet", "Board ¶1", "yearly"),
        ("bullet", "Board ¶1", "in writing"),
        ("row", "Board row 1", "Who As"),
        ("row", "Board row 2", "Ann Lloyd Chair"),
        ("paragraph", "¶3.2", "It meets."),
    ]
    assert paper.blocks[-2].cells == ("Ann Lloyd", "Chair")


def test_word_has_the_numbers_that_word_gives(tmp_path: Path) -> None:
    """They stand in no text: Word counts them, from what the list begins with."""
    paper = read_paper(write_docx(tmp_path / "a.docx"))
    assert told(paper) == [
        ("heading", "Terms of reference", "Terms of reference"),
        ("paragraph", "Terms of reference ¶1", "The Board is set up by the Trust."),
        ("paragraph", "¶4", "The Board will report to the Trust."),
        ("paragraph", "¶5", "It will:"),
        ("bullet", "¶5", "advise the Council;"),
        ("bullet", "¶5", "meet each term."),
        ("paragraph", "¶5.1", "The quorum is three."),
        ("bullet", "¶5.1", "a point of its own"),
        ("heading", "Members", "Members"),
        ("row", "Members row 1", "Name Post Role"),
        ("row", "Members row 2", "Ann Lloyd Head of Service Chair"),
        ("row", "Members row 3", "Vacant"),
    ]


def test_what_was_struck_out_in_word_is_gone_and_what_was_put_in_is_there(tmp_path: Path) -> None:
    """Also what stands in a content control."""
    name = "word/document.xml"
    plain = write_docx(tmp_path / "a.docx")
    with zipfile.ZipFile(plain) as archive:
        body = archive.read(name).decode()
    changed = body.replace(
        "<w:r><w:t>The Board is set up by the Trust.</w:t></w:r>",
        "<w:r><w:t xml:space='preserve'>The Board </w:t></w:r><w:del w:id='1'><w:r><w:delText>was"
        "</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>is made</w:t></w:r></w:ins>"
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> by the Trust</w:t></w:r>"
        "</w:sdtContent></w:sdt>",
    )
    assert changed != body
    paper = read_paper(change_parts(plain, {name: changed.encode()}, tmp_path / "b.docx"))
    assert paper.blocks[1].text == "The Board is made by the Trust"


def test_slides_are_told_by_their_number(tmp_path: Path) -> None:
    """The title of each is its heading."""
    paper = read_paper(write_pptx(tmp_path / "a.pptx"))
    assert (paper.divided_by, paper.divisions) == (Division.SLIDE, 2)
    assert told(paper) == [
        ("heading", "slide 1", "The Board"),
        ("paragraph", "slide 1", "It answers to the Trust"),
        ("bullet", "slide 1", "through its chair"),
        ("heading", "slide 2", "Members"),
        ("row", "slide 2", "Name Post Role"),
        ("row", "slide 2", "Ann Lloyd Head of Service Chair"),
        ("row", "slide 2", "Vacant"),
    ]


def test_a_pdf_has_pages_and_paragraphs_and_whole_words(tmp_path: Path) -> None:
    """A word that a hyphen breaks at the end of a line is one word."""
    long = "The Board will report to the Trust each year, and oversees the multidisciplinary"
    first = (
        '#set page(width: 8cm)\n#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n'
        f"= Reporting\n\n{long} commissioning arrangements.\n\nIt meets each term.\n"
    )
    paper = read_paper(
        write_pdf(tmp_path / "a.pdf", [first, "= Members\n\nAnn Lloyd chairs it.\n"])
    )
    assert told(paper) == [
        ("heading", "Reporting", "Reporting"),
        ("paragraph", "page 1", f"{long} commissioning arrangements."),
        ("paragraph", "page 1", "It meets each term."),
        ("heading", "Members", "Members"),
        ("paragraph", "page 2", "Ann Lloyd chairs it."),
    ]


def test_a_paper_written_on_windows_is_read(tmp_path: Path) -> None:
    """In the encoding of its Notepad, or with a byte-order mark."""
    assert read(tmp_path, "a.txt", "The Trust’s board.".encode("cp1252")).blocks[0].text == (
        "The Trust’s board."
    )
    assert read(tmp_path, "b.txt", "A board.".encode("utf-16")).blocks[0].text == "A board."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_empty_paper_is_a_paper(tmp_path: Path, name: str) -> None:
    """With nothing in it."""
    paper = read(tmp_path, name, "")
    assert (paper.blocks, paper.words, paper.title) == ((), 0, name)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.odt", b"PK", r"'\.odt' is no kind of paper that is read \(allowed: \.txt"),
        ("a.docx", b"no zip", "cannot be read as a Word document: File is not a zip file"),
        ("a.pptx", b"", "cannot be read as slides"),
        ("a.pdf", b"%PDF-1.7 nothing", "cannot be read as a PDF"),
        ("a.pdf", b"", "cannot be read as a PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    """With the name of the file."""
    with pytest.raises(LoadError, match=says) as refused:
        read(tmp_path, name, content)
    assert len(refused.value.problems) == 1


@pytest.mark.parametrize(
    ("part", "content", "says"),
    [
        ("word/document.xml", LAUGHS, "is refused: word/document.xml: the file declares entities"),
        ("word/document.xml", b"<w", "is damaged: word/document.xml"),
        ("word/document.xml", b"<a>" * 500 + b"</a>" * 500, "its elements stand too deep"),
        ("word/document.xml", b"<nothing/>", "cannot be read as a Word document"),
        ("word/styles.xml", b"", "is damaged: word/styles.xml"),
    ],
)
def test_hostile_parts_of_a_word_file_are_refused(
    tmp_path: Path, part: str, content: bytes, says: str
) -> None:
    """Before the library that reads them sees them, or when it chokes on them."""
    path = change_parts(write_docx(tmp_path / "a.docx"), {part: content}, tmp_path / "b.docx")
    with pytest.raises(LoadError, match=says) as refused:
        read_paper(path)
    assert len(refused.value.problems) == 1


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    """What its parts say that they come to is enough; so are too many elements, or parts."""
    path = write_docx(tmp_path / "a.docx")
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/media/image.png", b"\0" * 20_000_000)
    small = replace(STANDARD, file_bytes=2_000_000)
    with pytest.raises(LoadError, match="unpacks to more than 16,000,000 bytes"):
        read_paper(bomb, small)
    with pytest.raises(LoadError, match="has more than 50 elements"):
        read_paper(path, replace(STANDARD, nodes=50))


def test_a_cell_that_says_it_spans_a_million_columns_is_one_cell(tmp_path: Path) -> None:
    """The library would make a million of it."""
    name = "word/document.xml"
    plain = write_docx(tmp_path / "a.docx")
    with zipfile.ZipFile(plain) as archive:
        body = archive.read(name)
    wide = body.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="100000000"/>')
    assert wide != body
    paper = read_paper(change_parts(plain, {name: wide}, tmp_path / "b.docx"))
    assert paper.blocks[-2].cells == ("Ann Lloyd", "Head of Service", "Chair")


def test_a_paper_under_a_password_cannot_be_read(tmp_path: Path) -> None:
    """PDFium says why."""
    path = write_pdf(tmp_path / "a.pdf", ["It meets."])
    locked = path.read_bytes().replace(b"trailer", b"trailer").replace(
        b"/Root", b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ("
        + b"x" * 32 + b") /U (" + b"y" * 32 + b") >> /ID [(a) (a)] /Root",
    )  # fmt: skip
    path.write_bytes(locked)
    with pytest.raises(LoadError, match="cannot be read as a PDF"):
        read_paper(path)


@pytest.mark.parametrize("suffix", ["docx", "pptx", "pdf"])
def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, suffix: str) -> None:
    """With the command that installs it."""
    writers = {"docx": write_docx, "pptx": write_pptx}
    path = tmp_path / f"a.{suffix}"
    path = writers[suffix](path) if suffix in writers else write_pdf(path, ["It meets."])
    code = (
        "import sys; sys.modules.update(docx=None, pptx=None, pypdfium2=None)\n"
        "from pathlib import Path\nfrom govgraph.reading.read import read_paper\n"
        f"from govgraph.errors import MissingExtraError\n"
        f"try: read_paper(Path({str(path)!r}))\nexcept MissingExtraError as error: print(error)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'govgraph[reading]'" in ran.stdout


def test_a_paper_as_text_has_everything_on_lines_of_its_own(tmp_path: Path) -> None:
    """Locators are looked up in it."""
    text = read_paper(write_docx(tmp_path / "a.docx")).as_text()
    assert "\n4. The Board will report to the Trust.\n" in text
    assert "Ann Lloyd\tHead of Service\tChair\t\n" in text
    pages = read_paper(write_pptx(tmp_path / "a.pptx")).as_text().split("\f")
    assert [page.split("\n")[1] for page in pages] == ["The Board", "Members"]
    assert Kind.ROW in {block.kind for block in read_paper(tmp_path / "a.pptx").blocks}


def test_a_pdf_that_takes_too_long_or_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read in a process of its own, which can be ended."""
    path = write_pdf(tmp_path / "a.pdf", ["It meets."])
    monkeypatch.setattr("govgraph.reading.pdf_reader.PATIENCE", 0.001)
    with pytest.raises(LoadError, match="takes too long to read"):
        read_paper(path)
    monkeypatch.setattr("govgraph.reading.pdf_reader.PATIENCE", 60.0)
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(LoadError, match="takes more time or memory to read"):
        read_paper(path)


def test_a_pdf_of_too_many_pages_or_letters_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before all of them are read."""
    content = write_pdf(tmp_path / "a.pdf", ["It meets.", "It votes."]).read_bytes()
    assert read_lines(content)[0] == 2
    monkeypatch.setattr("govgraph.reading.pdf_lines.MOST_LETTERS", 12)
    with pytest.raises(TooLongError, match="more than 12 letters"):
        read_lines(content)
    monkeypatch.setattr("govgraph.reading.pdf_lines.MOST_PAGES", 1)
    with pytest.raises(TooLongError, match="more than 1 pages"):
        read_lines(content)


@pytest.mark.parametrize("sign", ["<a ", "<!--", '<a b="', "<![CDATA[", "</", "&", "<table><td>"])
def test_tags_that_never_end_take_no_time(tmp_path: Path, sign: str) -> None:
    """Python's parser looks for the end of each to the end of the page."""
    paper = read(tmp_path, "a.html", f"<p>It <!-- not --> meets.</p>{sign * 20_000}")
    assert paper.blocks[0].text == "It meets."
