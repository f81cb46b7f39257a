"""The first screen shows what matters, and all else opens when it is asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph.drawing.contrast import TEXT, contrast
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened, unfold
from tests.reporting.real_pages import REAL, real_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]

SCREEN = {"width": 1280, "height": 800}
STRICT = {
    "resultTypes": ["violations"],
    "rules": {name: {"enabled": True} for name in ("label-content-name-mismatch", "target-size")},
}
LCP = '.gg-body[data-id="hart-lcp"]'

UNREADABLE = """() => {
  const hex = (colour) => "#" + colour.match(/\\d+/g).slice(0, 3)
    .map((each) => Number(each).toString(16).padStart(2, "0")).join("");
  const ground = hex(getComputedStyle(document.querySelector(".sheet .scroll")).backgroundColor);
  return [...document.querySelectorAll(".gg-body text")].map((text) => {
    const shapes = [...text.closest(".gg-body").querySelectorAll("rect, path, polygon")];
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const behind = shapes.filter((shape) => {
      const box = shape.getBoundingClientRect();
      const before = shape.compareDocumentPosition(text) & 4;
      return before && box.left <= x && box.right >= x && box.top <= y && box.bottom >= y
        && getComputedStyle(shape).fill !== "none";
    }).map((shape) => getComputedStyle(shape).fill);
    return [hex(getComputedStyle(text).fill), behind.length ? hex(behind.at(-1)) : ground];
  });
}"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a county with twenty-one bodies."""
    return real_path("hampshire", tmp_path_factory.mktemp("page"))


@pytest.fixture
def page(browser: "Browser", path: Path) -> "Iterator[Page]":
    """It, on the screen of a small laptop."""
    with opened(browser, path, viewport=SCREEN) as page:
        page.locator("#diagram.live").wait_for()
        yield page


@pytest.mark.parametrize("name", ["hampshire", "worcestershire"])
def test_the_first_screen_needs_no_scrolling(browser: "Browser", name: str, tmp_path: Path) -> None:
    """Title, day, summing-up and picture, the findings beside it; the page has three screens."""
    with opened(browser, real_path(name, tmp_path), viewport=SCREEN) as page:
        page.locator("#diagram.live").wait_for()
        for seen in ("h1", ".masthead dd", ".lead", "#causes h3 >> nth=0", "#diagram .scroll"):
            box = page.locator(seen).first.bounding_box()
            assert box, seen
            assert box["y"] + box["height"] <= SCREEN["height"], seen
        picture = page.locator("#diagram .scroll").bounding_box()
        side = page.locator("#causes").bounding_box()
        assert picture
        assert side
        assert picture["height"] > SCREEN["height"] / 2
        assert picture["x"] + picture["width"] < side["x"]
        assert page.evaluate("document.documentElement.scrollHeight") <= 3 * SCREEN["height"]


def test_what_is_folded_opens_when_it_is_linked_to(
    browser: "Browser", page: "Page", path: Path
) -> None:
    """By a click, and by an address that somebody was sent."""
    assert not page.locator("#relations table").first.is_visible()
    page.locator("nav").get_by_role("link", name="Relations").click()
    assert page.locator("#relations table").first.is_visible()
    page.locator("#causes h3 a").first.click()
    assert page.locator("#findings .group").first.is_visible()
    with opened(browser, path, "#body-fleet") as sent:
        assert sent.locator("#body-fleet .columns").is_visible()
        assert not sent.locator("#body-odiham-hook .columns").is_visible()


def test_a_word_that_is_looked_for_is_found_in_what_is_folded(page: "Page") -> None:
    """The browser's own search opens it: nothing is hidden from it."""
    hidden = page.locator("#sources > details").evaluate(
        "fold => getComputedStyle(fold, '::details-content').contentVisibility"
    )
    assert hidden == "hidden"  # and not `display: none`, which no search finds


def test_beside_the_picture_stands_all_that_is_said_of_a_body(page: "Page") -> None:
    """Both directions with the place in the paper, seats, findings; and a way back."""
    assert page.locator("#causes").is_visible()
    page.locator(LCP).click()
    panel = page.locator("#panel")
    said = panel.inner_text()
    for words in (
        "Hart Local Children's Partnership",
        "Whom it answers to",
        "Who answers to it",
        "What it is to others",
        "It supports Hampshire Children's Trust",
        "[2] Purpose and Function",
        "What others say of it",
        "Fleet sub-cluster is part of it",
        "Chair: Lynn Martin",
        "Findings",
        "What it is for",
    ):
        assert words in said
    assert not page.locator("#causes").is_visible()
    panel.get_by_role("link", name="Fleet sub-cluster").first.click()
    assert page.locator("#panel-heading").inner_text() == "Fleet sub-cluster"
    assert page.evaluate("document.activeElement.id") == "panel-heading"
    page.get_by_role("button", name="Back to the findings").click()
    assert page.locator("#causes").is_visible()


def test_a_line_tells_what_it_is_and_on_whose_word(page: "Page") -> None:
    """Under the pointer; a few points beside it too; Escape puts it away."""
    line = page.locator('.gg-line[data-from="hart-lcp"][data-to="childrens-trust"]').first
    x, y = line.evaluate(
        """group => {
          const path = group.querySelector("path");
          const at = path.getPointAtLength(path.getTotalLength() * 0.2);
          const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM());
          return [x, y];
        }"""
    )
    page.mouse.move(x + 3, y)
    told = page.locator("#told")
    told.wait_for()
    said = told.inner_text()
    assert "Hart Local Children's Partnership supports Hampshire Children's Trust, for the" in said
    assert "Implied, not stated." in said
    assert "Purpose and Function" in said
    page.keyboard.press("Escape")
    assert not told.is_visible()


def test_the_lines_of_a_body_are_told_by_keyboard(page: "Page") -> None:
    """L goes from one to the next; an arrow goes back to the body."""
    page.locator(LCP).focus()
    page.keyboard.press("l")
    first = page.locator("#told").inner_text()
    assert "Hart Local Children's Partnership" in first
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") in first
    page.keyboard.press("l")
    assert page.locator("#told").inner_text() != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.id") == "hart-lcp"
    assert not page.locator("#told").is_visible()


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(("width", "scheme"), [(375, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_any_page(
    browser: "Browser", name: str, width: int, scheme: str, tmp_path: Path
) -> None:
    """With all of it unfolded: names say what is written, and targets have room."""
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 800}
    path = real_path(name, tmp_path)
    with opened(browser, path, viewport=size, color_scheme=scheme) as page:
        ready = "() => performance.getEntriesByName('ready').length > 0"  # with a picture or none
        page.wait_for_function(ready, timeout=30_000)
        unfold(page)
        found = Axe().run(page, options=STRICT).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["hampshire", "worcestershire", "oxfordshire-2017"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_can_be_read(
    browser: "Browser", name: str, scheme: str, tmp_path: Path
) -> None:
    """Whatever is written in a box stands out from it, on a light ground and on a dark one."""
    path = real_path(name, tmp_path)
    with opened(browser, path, viewport=SCREEN, color_scheme=scheme) as page:
        page.locator("#diagram.live").wait_for()
        pairs = {(one, other) for one, other in page.evaluate(UNREADABLE)}
        assert len(pairs) > 1
        assert [pair for pair in pairs if contrast(*pair) < TEXT] == []
        ground = page.locator(".sheet .scroll").evaluate("e => getComputedStyle(e).backgroundColor")
        assert (ground == "rgb(255, 255, 255)") is (scheme == "light")


def test_two_fingers_bring_the_picture_near(browser: "Browser", path: Path) -> None:
    """And one taps on a body; on a telephone."""
    with opened(browser, path, viewport={"width": 375, "height": 667}, has_touch=True) as page:
        page.locator("#diagram.live").wait_for()
        page.locator("#diagram .scroll").scroll_into_view_if_needed()
        box = page.locator("#diagram .scroll").bounding_box()
        assert box
        trust = page.locator('.gg-body[data-id="childrens-trust"]').bounding_box()
        assert trust
        page.touchscreen.tap(trust["x"] + trust["width"] / 2, trust["y"] + trust["height"] / 2)
        assert page.locator("#panel-heading").inner_text() == "Hampshire Children's Trust"
        x, y = box["x"] + box["width"] / 2, box["y"] + 80
        wide = "document.querySelector('#diagram svg').viewBox.baseVal.width"
        before = page.evaluate(wide)
        touch = page.context.new_cdp_session(page)
        for kind, apart in (("touchStart", 20), ("touchMove", 60), ("touchMove", 90)):
            points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        assert page.evaluate(wide) < before / 2


def test_the_filters_and_the_sentence_agree(page: "Page") -> None:
    """The sentence says how many bodies are left, and stays in sight when the filters close."""
    page.locator(".filters summary").click()
    page.select_option("#by-area", "Hart")
    page.locator(".filters summary").click()
    told = page.locator("#filtered")
    assert told.is_visible()
    left = page.locator("#who tbody tr:not([hidden])").count()
    assert told.inner_text().startswith(f"{left} of ")
