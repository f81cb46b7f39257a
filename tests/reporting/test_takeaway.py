"""What is taken away from the page: pictures, words, tables, paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from govgraph import api
from tests.factories import structure
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.real_pages import real_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]

SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n"


@pytest.fixture
def page(browser: "Browser", path: Path) -> "Iterator[Page]":
    """It, on a dark screen: what is taken away is for paper all the same."""
    with opened(browser, path, "#body=fleet", color_scheme="dark") as page:
        page.get_by_text("Take away").click()
        yield page


def saved(page: "Page", button: str) -> tuple[str, bytes]:
    """The name and content of the file that a button saves."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).click()
    return started.value.suggested_filename, started.value.path().read_bytes()


def test_the_picture_is_saved_as_it_is_shown(page: "Page") -> None:
    """A file of its own in the colours of paper: the same part, without style sheet or script."""
    name, content = saved(page, "Save as SVG")
    assert name.endswith(".svg")
    root = ET.fromstring(content)  # noqa: S314 - our own drawing
    shown = page.locator("#diagram svg").get_attribute("viewBox")
    assert root.get("viewBox") == shown
    assert root.find(f"{SVG}rect").get("fill") == "#ffffff"  # type: ignore[union-attr]
    kinds = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert kinds.isdisjoint({"style", "script", "foreignObject"})
    (fleet,) = (each for each in root.iter(f"{SVG}text") if each.text == "Fleet")
    assert fleet.get("fill") == "rgb(17, 24, 39)"
    assert float(fleet.get("font-size", "0")) == pytest.approx(10.5)
    assert not [each for each in root.iter() if each.get("class") or each.get("data-id")]


def test_the_saved_picture_looks_the_same(browser: "Browser", path: Path, tmp_path: Path) -> None:
    """Drawn by another program it has as much ink as on the page."""
    import resvg_py

    with opened(browser, path) as page:
        page.get_by_text("Take away").click()
        _, content = saved(page, "Save as SVG")
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=content.decode(), dpi=96))
    from PIL import Image

    (tmp_path / "drawn.png").write_bytes(drawn)
    colours = Image.open(tmp_path / "drawn.png").convert("RGB").getcolors(1 << 24) or []
    there = {colour for _, colour in colours}
    assert (18, 48, 79) in there  # the trust's own blue
    assert (0, 0, 0) not in there  # what a shape has that lost its looks


def test_the_picture_is_saved_and_copied_as_an_image(page: "Page") -> None:
    """As large as print needs, and onto the clipboard."""
    name, content = saved(page, "Save as PNG")
    assert name.endswith(".png")
    assert content.startswith(PNG)
    assert int.from_bytes(content[16:20], "big") == 2400
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as PNG").click()
    page.get_by_text("The picture is on the clipboard.").wait_for()
    kinds = page.evaluate("navigator.clipboard.read().then(all => all.flatMap(each => each.types))")
    assert kinds == ["image/png"]


def test_the_findings_are_saved_as_markdown(page: "Page") -> None:
    """Heading by heading, and no name of a body becomes a mark."""
    name, content = saved(page, "Findings as Markdown")
    assert name.endswith("findings.md")
    text = content.decode()
    assert text.startswith("# ")
    assert "February 2010" in text
    count = page.locator("#findings .group").count()
    assert len(re.findall(r"^## (Error|Warning|Information)", text, re.MULTILINE)) == count
    assert re.search(r"^- ", text, re.MULTILINE)
    assert "**" not in text
    assert "<" not in text.replace("\\<", "")
    assert "Show in the picture" not in text


def test_all_tables_are_saved_at_once(page: "Page") -> None:
    """A file for each, named by its caption."""
    names = []
    page.on("download", lambda started: names.append(started.suggested_filename))
    page.get_by_role("button", name="All tables as CSV").click()
    page.wait_for_timeout(500)
    assert len(names) == page.locator("main table").count()
    assert all(name.endswith(".csv") for name in names)


def sheets(page: "Page", choice: str) -> list[str]:
    """The sizes of the sheets of paper on which a choice is printed."""
    page.locator(f'[name=print][value="{choice}"]').evaluate("choice => choice.click()")
    printed = page.pdf(prefer_css_page_size=True)
    return [each.decode() for each in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ", printed)]


@pytest.mark.parametrize("name", ["hampshire", "worcestershire"])
def test_twenty_bodies_are_printed_on_four_sheets(
    browser: "Browser", name: str, tmp_path: Path
) -> None:
    """Picture, findings and who answers to whom; the picture alone takes one."""
    with opened(
        browser, real_path(name, tmp_path), viewport={"width": 1280, "height": 800}
    ) as page:
        page.locator("#diagram.live").wait_for()
        assert len(sheets(page, "board")) <= 4
        assert len(sheets(page, "picture")) == 1
        assert len(sheets(page, "findings")) <= 4
        everything = len(sheets(page, "everything"))
        assert everything > 4
        page.emulate_media(media="print")
        assert page.locator("section.body .columns").first.is_visible()


def test_seventy_bodies_are_printed_on_eight_sheets(browser: "Browser", tmp_path: Path) -> None:
    """Whatever the order in which they are printed: what was chosen, and no more."""
    many = structure("; ".join(f"b{number:02} -> c{number % 7} -> top*" for number in range(63)))
    path = tmp_path / "many.html"
    path.write_text(api.report(api.build_graph(many)), encoding="utf-8")
    with opened(browser, path) as page:
        page.locator("#diagram.live").wait_for()
        assert len(sheets(page, "board")) <= 8
        page.emulate_media(media="print")
        assert page.locator("#who table").is_visible()
        assert not page.locator("#relations table").first.is_visible()
        assert len(sheets(page, "picture")) == 1
