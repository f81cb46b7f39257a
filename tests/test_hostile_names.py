"""Names that mean something to a file, a browser, a spreadsheet or a terminal are drawn as text."""

import csv
import io
import json
import re
import warnings
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pydot
import pytest
from markdown_it import MarkdownIt

from tests.cli.program import govgraph

NAMES = (
    "\"quoted\" 'single' back\\slash \\n",
    "<a> <b>bold</b> &amp; &#65;",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "\uff1d1\uff0b1",
    "*bold* _it_ [x](javascript:alert(1)) ![i](j) `code` | cell # head",
    "end; subgraph x; classDef a fill:#f00 --> %% comment",
    "#panic() $x$ @ref <lab> #set text(red)",
    "}]; evil [label=x]; a -> b {",
    "{{ 7 * 7 }} {% raw %} ${7}",
    "]]> <!-- --> <![CDATA[x]]>",
    "\u202etsurT\u202c \u200bhidden\u200f",
    "T\u0175r A\u030asa \u0645\u062c\u0644\u0633 \u513f\u7ae5 \U0001f600",
    "C\u043euncil C\u0421ouncil",
    "::error::x %0A file=y",
    "A" * 10_000,
)
PLAIN = tuple(
    f"Body number {number} of {len(NAMES)}".ljust(len(name), "s")
    for number, name in enumerate(NAMES)
)
"""Names as long as the others, so that the page of either is large enough to be packed."""


def written(names: tuple[str, ...], folder: Path) -> str:
    """A structure of bodies that all answer to the first, its sources and seats as badly named."""
    folder.mkdir()
    path = folder / "structure.json"
    bodies = {
        f"b{number:02}": {
            "name": name,
            "apex": not number,
            "cites": "paper ¶1",
            "seats": [{"role": "chair", "held_by": "ann", "represents": name}],
            **({"accountable_to": "b00", "liaises_with": "b01"} if number else {}),
        }
        for number, name in enumerate(names)
    }
    data = {
        "structure": {"title": names[2], "subtitle": names[10]},
        "sources": {"paper": {"title": names[1], "url": "javascript:alert(1)"}},
        "people": {"ann": {"name": names[5], "post": names[2]}},
        "bodies": bodies,
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The structure with every name that means harm."""
    return written(NAMES, tmp_path_factory.mktemp("hostile") / "s")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One of the same shape with names that mean nothing."""
    return written(PLAIN, tmp_path_factory.mktemp("harmless") / "s")


def made(structure: str, command: str, name: str, *options: str) -> bytes:
    """The file that a command writes."""
    out = Path(structure).with_name(name)
    done = govgraph(command, structure, "-o", str(out), *options)
    assert done.code == 0, done.err
    return out.read_bytes()


class Tags(HTMLParser):
    """Every element of a page, by name and by the names of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.found[tag] += 1
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert not (value or "").strip().lower().startswith(("javascript:", "data:text"))

    def handle_data(self, data: str) -> None:
        """Note what is read."""
        self.text.append(data)


def test_a_picture_holds_nothing_but_a_picture(hostile: str) -> None:
    """Well-formed, without scripts, links or anything foreign; every word is there."""
    svg = made(hostile, "draw", "sheet.svg").decode()
    root = ET.fromstring(svg)  # noqa: S314 - our own document
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not kinds & {"script", "a", "foreignObject", "image", "iframe", "b"}
    words = re.sub(r"\s", "", "".join(root.itertext()))
    for name in ("</script><script>alert(1)</script>", "=HYPERLINK(1)", "#panic()"):
        assert name in words


def test_a_page_holds_no_other_elements_than_a_harmless_one(hostile: str, harmless: str) -> None:
    """Nothing in a name becomes an element, an attribute or the end of a script."""
    pages = [
        made(structure, "report", "report").decode()
        if Path(structure).with_name("report").is_file()
        else (Path(structure).with_name("report") / "index.html").read_text("utf-8")
        for structure in (hostile, harmless)
        if report(structure)
    ]
    worse, plain = (Tags(page) for page in pages)
    for tag in ("script", "style", "iframe", "img", "object", "form", "base", "link", "meta"):
        assert worse.found[tag] == plain.found[tag], tag
    assert worse.found.keys() <= plain.found.keys()
    text = "".join(worse.text)
    assert all(name in text for name in NAMES[:16] if name != NAMES[5])


def report(structure: str) -> bool:
    """Write the report beside a structure."""
    return govgraph("report", structure, "-o", str(Path(structure).with_name("report"))).code == 0


def test_dot_has_as_many_nodes_as_there_are_bodies(hostile: str) -> None:
    """No name ends a label or begins a node."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of pyparsing to pydot
        graphs = pydot.graph_from_dot_data(made(hostile, "draw", "sheet.dot").decode())
    assert graphs
    (graph,) = graphs
    nodes = [node for node in _nodes(graph) if node not in {"node", "edge", "graph"}]
    assert {f'"b{number:02}"' for number in range(len(NAMES))} <= {*nodes}
    assert "evil" not in nodes


def _nodes(graph: pydot.Graph) -> list[str]:
    inner = [name for each in graph.get_subgraphs() for name in _nodes(each)]
    return [node.get_name() for node in graph.get_nodes()] + inner


def test_mermaid_has_as_many_lines_as_a_harmless_one(hostile: str, harmless: str) -> None:
    """No name begins a line, a class or a comment of its own."""
    worse, plain = (made(each, "draw", "sheet.mmd").decode() for each in (hostile, harmless))
    assert len(worse.splitlines()) == len(plain.splitlines())
    assert not re.search(r"^\s*(?:subgraph x|classDef a |%% comment)", worse, re.MULTILINE)


def test_a_word_file_holds_the_names_as_text(hostile: str) -> None:
    """Opened as Word does; no field, no link, no macro."""
    content = made(hostile, "paper", "paper.docx")
    text = "\n".join(
        [
            cell.text
            for table in docx.Document(io.BytesIO(content)).tables
            for row in table.rows
            for cell in row.cells
        ]
    )
    assert all(name in text for name in ("=HYPERLINK(1)", "</script><script>alert(1)</script>"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 - our own document
            assert b"javascript:" not in archive.read(name) or not name.endswith(".rels")


def test_a_pdf_is_made_of_them(hostile: str, tmp_path: Path) -> None:
    """Names in Typst's own signs are text to it; a sheet has no font for every script."""
    assert made(hostile, "paper", "paper.pdf").startswith(b"%PDF")
    european = tuple(name for name in NAMES if max(name) < "\u2070" and "\u202e" not in name)
    assert len(european) > 15
    assert made(written(european, tmp_path / "s"), "draw", "sheet.pdf").startswith(b"%PDF")


@pytest.mark.parametrize(("command", "name"), [("paper", "paper.xlsx"), ("convert", "s.xlsx")])
def test_a_workbook_holds_no_formula(hostile: str, command: str, name: str) -> None:
    """And no link."""
    if command == "convert":
        out = Path(hostile).with_name(name)
        assert govgraph("convert", hostile, str(out)).code == 0
        content = out.read_bytes()
    else:
        content = made(hostile, command, name)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if "worksheets" in part:
                assert b"<f>" not in archive.read(part)
                assert b"<hyperlink" not in archive.read(part)


def test_no_cell_of_a_csv_begins_like_a_formula(hostile: str) -> None:
    """Neither of the tables nor of the findings, in plain signs or full-width ones."""
    folder = Path(hostile).with_name("tables")
    assert govgraph("convert", hostile, str(folder)).code == 0
    texts = [path.read_text("utf-8-sig") for path in folder.iterdir()]
    texts.append(govgraph("check", hostile, "--format", "csv").out.lstrip("\ufeff"))
    for text in texts:
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]  # noqa: RUF001


def test_markdown_is_text_when_it_is_rendered(hostile: str, harmless: str) -> None:
    """No link, picture, code or element comes of a name."""
    worse, plain = (
        [
            rendered(made(each, "paper", "paper.md").decode()),
            rendered(govgraph("check", each, "--format", "markdown").out),
        ]
        for each in (hostile, harmless)
    )
    for page, like in zip(worse, plain, strict=True):
        assert page.found.keys() == like.found.keys()
        assert not {"script", "b", "a", "code", "strong"} & page.found.keys()
        assert page.found["img"] == like.found["img"]
        assert "</script><script>alert(1)</script>" in "".join(page.text)


def rendered(text: str) -> Tags:
    """The page that Markdown becomes, as the most permissive reader makes it."""
    return Tags(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "junit", "github", "text"])
def test_findings_of_them_are_told_in_every_form(hostile: str, form: str) -> None:
    """Each form can be parsed, and says no more lines than it has findings."""
    told = govgraph("check", hostile, "--format", form).out
    if form in {"json", "sarif"}:
        json.loads(told)
    elif form == "jsonl":
        assert all(json.loads(line) for line in told.splitlines())
    elif form == "junit":
        ET.fromstring(told)  # noqa: S314 - our own document
    elif form == "github":
        assert all(re.match("::(error|warning|notice) ", line) for line in told.splitlines()[:-1])
    else:
        assert told.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("chain", "b05"), ("show", "b02"), ("reports", "b00"), ("seats", "b03")],
)
def test_a_terminal_is_not_steered(hostile: str, arguments: tuple[str, ...]) -> None:
    """Nothing that moves a cursor, hides or turns text reaches it."""
    command, *rest = arguments
    done = govgraph(command, hostile, *rest)
    assert done.out.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "suffix", ["yaml", "json", "xlsx", "graphml", "ttl", "jsonld", "popolo.json"]
)
def test_names_are_the_same_after_writing_and_reading(hostile: str, suffix: str) -> None:
    """In every format that is read and written."""
    out = Path(hostile).with_name(f"again.{suffix}")
    assert govgraph("convert", hostile, str(out)).code == 0
    listed = json.loads(govgraph("list", str(out), "--format", "json").out)
    assert {*NAMES} <= {body["name"] for body in listed["bodies"]}
