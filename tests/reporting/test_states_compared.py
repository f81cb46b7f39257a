"""Two states held against each other in the page: what came, went, moved and was lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.laid_anew import find_faults, read_laid

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]
EVER = "board -> trust*; exec -> trust; hart -> board; fleet -> board; yateley -> trust"
ENDS, BEGINS = PartialDate.parse("2010"), PartialDate.parse("2011")


def changing() -> Structure:
    """The board ends with 2010; with 2011 Yateley begins, and Fleet answers to the executive."""
    ever = structure(EVER)
    known = ever.body_by_id
    moved = structure("fleet -> exec").relations[0]
    lives = {"board": {"until": ENDS}, "yateley": {"from_": BEGINS}}
    bodies = tuple(replace(body, **lives.get(body.id, {})) for body in known.values())  # type: ignore[arg-type]
    relations = (*ever.relations, replace(moved, from_=BEGINS))
    return replace(ever, bodies=bodies, relations=relations, as_at=PartialDate.parse("2010-06"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page as a file."""
    path = tmp_path_factory.mktemp("states") / "index.html"
    path.write_text(api.report(api.build_graph(changing())), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: "Browser", path: Path) -> "Iterator[Page]":
    """The page with June 2010 held against January 2011."""
    with opened(browser, path) as page:
        page.locator(".standpoints summary").click()
        page.get_by_role("button", name="Compare other days with this one").click()
        page.locator("#day").press("End")
        page.locator(".standpoints summary").click()
        yield page


def test_what_came_went_moved_and_was_lost_is_listed(page: "Page") -> None:
    """A body that has lost its only superior is lost, in red, and has not moved."""
    assert page.locator("#changes-said").inner_text() == (
        "Before: 30 June 2010, with what is in force alone. "
        "After: 1 January 2011, with what is in force alone. "
        "Of the bodies, 1 new, 1 ended, 1 lost, 1 moved."
    )
    told = page.locator("#changes-list").inner_text().split("\n")
    assert told[told.index("Lost: answers to nobody any more") + 1] == "Hart"
    assert told[told.index("Moved: answers to somebody else") + 1] == "Fleet"
    assert "Fleet is accountable to Exec" in told[told.index("Relations that are new") :]
    assert "Hart is accountable to Board" in told[told.index("Relations that have ended") :]
    lost = page.locator("#changes-list h3.lost")
    red, green, blue = lost.evaluate("h => getComputedStyle(h).color.match(/\\d+/g).map(Number)")
    assert red > green + 80
    assert red > blue + 80


def test_the_picture_shows_both_states_each_fate_with_its_word(page: "Page") -> None:
    """What ended is there with what came; nothing is run through; what stays is grey."""
    laid = read_laid(page)
    assert set(laid.boxes) == {"trust", "board", "exec", "hart", "fleet", "yateley"}
    assert find_faults(laid) == []
    words = page.locator(".gg-body").evaluate_all(
        "all => all.map(g => [g.dataset.id, g.querySelector('.fate text')?.textContent || ''])"
    )
    fates = {"board": "ENDED", "yateley": "NEW", "hart": "LOST", "fleet": "MOVED"}
    assert dict(words) == {"trust": "", "exec": "", **fates}


def test_an_address_opens_both_states_and_a_button_ends_it(
    browser: "Browser", path: Path, page: "Page"
) -> None:
    """What the browser shows can be sent."""
    address = page.url.partition("#")[2]
    with opened(browser, path, f"#{address}") as other:
        other.wait_for_selector(".fate")
        assert other.locator(".fate").count() == 4
        other.locator(".standpoints summary").click()
        other.get_by_role("button", name="Stop comparing").click()
        assert not other.locator(".fate").count()
        assert not other.locator("#changes").is_visible()
        assert "board" not in read_laid(other).boxes
