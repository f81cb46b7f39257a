"""What is packed to keep a page small comes back whole."""

import base64
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from benchmarks.structures import county_of
from govgraph import api
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened, unfold
from tests.reporting.explored_county import explored_page
from tests.reporting.page_reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
quiet = pytest.mark.filterwarnings("ignore::ResourceWarning")


def packed_page() -> str:
    """The page of the explored county, packed as if it were a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("govgraph.reporting.page.html.MOST_OPEN", 0)
        return explored_page()


@pytest.fixture(scope="module")
def read() -> Reader:
    """The packed page as its elements."""
    return Reader(packed_page())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The packed page as a file."""
    path = tmp_path / "packed.html"
    path.write_text(packed_page(), encoding="utf-8")
    return path


def test_the_same_structure_gives_the_same_bytes() -> None:
    """Packed as much as open."""
    same = packed_page() == packed_page()
    assert same


def test_the_page_of_two_hundred_bodies_takes_less_than_400_kb(tmp_path: Path) -> None:
    """Its picture, findings, tables, sections and script together."""
    county = tmp_path / "county.yaml"
    county.write_text(county_of(200), encoding="utf-8")
    page = api.report(api.build_graph(api.load(county)))
    assert page.count('class="gg-body') == 200
    assert len(page.encode()) < 400_000


def test_what_is_packed_is_there_once(read: Reader) -> None:
    """Sections and citations are markup in the pack, and nowhere else in the page."""
    packed = json.loads(zlib.decompress(base64.b64decode(read.by_id("structure-data").text)))
    pieces = packed["pieces"]
    assert set(pieces) == {"bodies", "source-1", "source-3"}
    assert Reader(pieces["bodies"]).by_id("body-hart").find("h3")[0].text == (
        "Hart Local Partnership"
    )
    assert not [each for each in read.elements if each.attributes.get("class") == "body"]
    assert len(packed["structure"]["bodies"]) == 8
    (fleet,) = (stands for title, stands in packed["marks"] if title == "Fleet: Sub-cluster")
    assert fleet.keys() == {"id", "box"}
    assert fleet["id"] == "fleet"


def test_every_id_is_there_once_and_every_link_leads_somewhere(read: Reader) -> None:
    """Before it is unpacked, the name of a body leads to its row in the table."""
    ids = [each.attributes["id"] for each in read.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    inward = {a.attributes["href"] for a in read.find("a") if a.attributes["href"][0] == "#"}
    assert {unquote(link[1:]) for link in inward} <= set(ids)
    assert "body-hart" in ids


@in_a_browser
@quiet
def test_unpacked_it_is_the_open_page(browser: "Browser", path: Path, tmp_path: Path) -> None:
    """Element by element: sections, citations, and what the drawing says under the pointer."""
    plain = tmp_path / "plain.html"
    plain.write_text(explored_page(), encoding="utf-8")
    main = "document.querySelector('main').innerHTML.replace(/\\s+/g, ' ').replaceAll('> <', '><')"
    shown = []
    for each in (plain, path):
        with opened(browser, each) as page:
            page.locator("#diagram.live").wait_for()
            # An attribute that was put back stands after those that stayed.
            page.evaluate(
                """for (const each of document.querySelectorAll(".sheet svg :is(g, text)")) {
                  const all = [...each.attributes].map(({ name, value }) => [name, value]).sort();
                  for (const [name] of all) each.removeAttribute(name);
                  for (const [name, value] of all) each.setAttribute(name, value);
                }"""
            )
            shown.append(page.evaluate(main))
    assert shown[0] == shown[1]
    assert 'id="body-hart"' in shown[0]


@in_a_browser
@quiet
def test_an_address_leads_to_a_section_that_was_packed(browser: "Browser", path: Path) -> None:
    """It is there only after the page is read; the page goes there all the same."""
    with opened(browser, path, "#body-sums") as page:
        page.locator("section#body-sums").wait_for()
        assert page.evaluate("document.querySelector(':target').id") == "body-sums"
        assert page.locator("#body-sums h3").is_visible()
        assert page.evaluate("scrollY") > 0


@in_a_browser
@quiet
def test_without_script_the_page_says_what_is_packed(browser: "Browser", path: Path) -> None:
    """The picture and the tables are there, and the names lead to rows of the table."""
    with opened(browser, path, java_script_enabled=False) as page:
        unfold(page, "#bodies")
        assert page.get_by_text("What this page says of each body in turn is packed").is_visible()
        assert page.locator(".gg-body").first.is_visible()
        page.get_by_role("link", name="Fleet", exact=True).first.click()
        assert page.evaluate("1 + 1") == 2
        assert page.url.endswith("#body-fleet")
        assert page.locator("#who tr#body-fleet").is_visible()


@in_a_browser
@quiet
def test_a_packed_page_is_printed_as_far_as_it_is_open_or_asked_for(
    browser: "Browser", path: Path
) -> None:
    """What a reader has opened is on paper without being chosen; all of it where that is chosen."""
    with opened(browser, path) as page:
        section = page.locator("section#body-hart h3")
        section.wait_for(state="attached")
        page.emulate_media(media="print")
        assert page.locator("#who table").is_visible()
        assert not section.is_visible()
        page.locator("[name=print][value=everything]").evaluate("choice => choice.click()")
        assert section.is_visible()
        assert not page.get_by_text("is packed into it").is_visible()
    with opened(browser, path) as page:
        section = page.locator("section#body-hart h3")
        section.wait_for(state="attached")
        unfold(page, "#bodies")
        page.emulate_media(media="print")
        assert section.is_visible()


@in_a_browser
@quiet
def test_without_script_all_is_printed_that_the_page_shows(browser: "Browser", path: Path) -> None:
    """Nothing was chosen, and nothing can be."""
    with opened(browser, path, java_script_enabled=False) as page:
        page.emulate_media(media="print")
        for part in ("#findings h3", "#who table", "#relations table", "#sources li"):
            assert page.locator(part).first.is_visible()


@in_a_browser
@quiet
def test_a_page_loaded_anew_is_where_the_reader_was(browser: "Browser", path: Path) -> None:
    """As under a live preview, though the sections come after the page."""
    page = browser.new_page()
    page.goto(path.as_uri())
    section = page.locator("section#body-soon")
    section.wait_for(state="attached")
    unfold(page, "#bodies")
    section.evaluate("section => section.scrollIntoView()")
    page.wait_for_function("() => history.state && history.state.place.id.startsWith('body-')")
    before = section.bounding_box()
    page.reload()
    section.wait_for()
    page.wait_for_timeout(200)  # two frames, and to spare
    after = section.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=40)  # a line or two
    page.close()
