"""The page of coverage: tables that read without colour, safe, and asking nothing of anybody."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from govgraph.analysis.membership import Cover
from govgraph.drawing.coverage.matrix import Cell, CoveragePicture, Matrix, Section
from govgraph.errors import SettingsError
from govgraph.reporting.coverage_files import build_coverage_page, render_coverage
from tests.golden_files import hold

HOSTILE = "\"'><script>alert(1)</script>{{ 7 * 7 }}"
PICTURE = CoveragePicture(
    title="Who ought to sit where: a county",
    subtitle="Two papers",
    block=(("As at", "May 2010"),),
    matrices=(
        Matrix(
            bodies=(("Children's Trust", "Trust"), ("Hart", "Board")),
            sections=(
                Section(
                    title="Relevant partners",
                    says="from 2009, stated in An Act (s.10)",
                    totals=("1 of 2 have a seat", "no membership recorded"),
                    rows=(
                        ("Police", (Cell(Cover.COVERED, "seat"), Cell(Cover.UNRECORDED, "none"))),
                        (
                            "Primary Care Trust",
                            (
                                Cell(Cover.NEAR, "perhaps: PCT", "by the letters"),
                                Cell(Cover.MISSING, "missing"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    left_out=("Not shown (not in force on that day): A list.",),
    sources=("An Act, 2004",),
)


class Reader(HTMLParser):
    """The elements of a page, and the words in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def page() -> Reader:
    """The page of the picture above."""
    return Reader(build_coverage_page(PICTURE))


def test_the_page_of_coverage_is_as_before() -> None:
    """Head, tables and key."""
    hold("coverage.html", build_coverage_page(PICTURE))


def test_every_state_stands_in_words(page: Reader) -> None:
    """A mark is hidden from those who listen; the words beside it are not."""
    assert {"seat", "none", "perhaps: PCT", "missing", "(by the letters)"} <= set(page.words)
    assert all(each["aria-hidden"] == "true" for each in page.all("svg"))


def test_tables_have_captions_and_heads_with_a_scope(page: Reader) -> None:
    """Whoever listens hears body and partner with each cell."""
    assert len(page.all("caption")) == len(page.all("table")) == 1
    scopes = [each.get("scope") for each in page.all("th")]
    assert scopes == ["col", "col", "col", "row", "row", "row"]


def test_a_wide_table_can_be_scrolled_by_keyboard(page: Reader) -> None:
    """The region is named and takes the focus."""
    (region,) = [each for each in page.all("section") if each.get("tabindex") == "0"]
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {each["aria-labelledby"] for each in page.all("section")} <= ids
    assert region["aria-labelledby"] in ids


def test_what_is_not_shown_and_the_sources_are_said(page: Reader) -> None:
    """Below the tables."""
    assert PICTURE.left_out[0] in page.words
    assert "An Act, 2004" in page.words


def test_the_page_fetches_nothing_and_runs_nothing(page: Reader) -> None:
    """Its policy allows its own style sheet alone."""
    text = build_coverage_page(PICTURE)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.all("meta")[1]["content"]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert digest in policy
    assert not page.all("script")
    assert not [each for _, each in page.elements if "src" in each or "style" in each]


def test_what_a_file_says_is_escaped() -> None:
    """Wherever it stands."""
    hostile = replace(
        PICTURE,
        title=HOSTILE,
        subtitle=HOSTILE,
        block=((HOSTILE, HOSTILE),),
        matrices=(
            Matrix(
                ((HOSTILE, HOSTILE),),
                (
                    Section(
                        HOSTILE,
                        HOSTILE,
                        (HOSTILE,),
                        ((HOSTILE, (Cell(Cover.NEAR, HOSTILE, HOSTILE),)),),
                    ),
                ),
            ),
        ),
        left_out=(HOSTILE,),
        sources=(HOSTILE,),
    )
    page = Reader(build_coverage_page(hostile))
    assert not page.all("script")
    assert HOSTILE in page.words


def test_a_page_without_tables_says_so() -> None:
    """No key for nothing."""
    page = Reader(build_coverage_page(replace(PICTURE, matrices=(), sources=(), left_out=())))
    assert "No requirement applies to a body that is there." in page.words


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_each_ending_gives_its_form(ending: str) -> None:
    """By the name of the file."""
    content = render_coverage(PICTURE, Path(f"coverage.{ending}"))
    starts = {"svg": "<svg", "png": b"\x89PNG", "html": "<!DOCTYPE html>"}
    assert content[: len(starts[ending])] == starts[ending]


def test_a_pdf_says_what_it_shows() -> None:
    """One page, with the words of the table for who cannot see it."""
    pytest.importorskip("typst")
    assert render_coverage(PICTURE, Path("coverage.pdf"))[:5] == b"%PDF-"


def test_another_ending_is_refused() -> None:
    """With those that are allowed."""
    with pytest.raises(SettingsError, match=r"\.html, \.pdf, \.png, \.svg"):
        render_coverage(PICTURE, Path("coverage.docx"))
