"""The list of a large page: filtered, sorted, turned over, saved, and asked from another day."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.model.bodies import Status
from govgraph.reporting.large_page import build_large_page
from tests.factories import structure
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.explored_county import EXPLORED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file."""
    path = tmp_path_factory.mktemp("list") / "index.html"
    graph = api.build_graph(EXPLORED)
    path.write_text(build_large_page(graph, api.check(graph)), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: "Browser", path: Path) -> "Iterator[Page]":
    """The page, opened, with its list."""
    with opened(browser, path) as page:
        page.locator("#list-rows tr").first.wait_for()
        yield page


def names(page: "Page") -> list[str]:
    """The first cell of each row of the list."""
    return page.locator("#list-rows th").all_inner_texts()


def told(page: "Page") -> str:
    """What is said of the list."""
    return page.locator("#filtered").inner_text()


def test_all_bodies_are_listed(page: "Page") -> None:
    """With what each is, whom it answers to, and which findings are about it."""
    assert told(page) == "Bodies 1 to 8 of 8."
    cells = page.locator("#list-rows tr", has_text="Fleet").locator("td").all_inner_texts()
    assert cells[:4] == ["Sub-cluster", "Hart", "active", "Hart Local Partnership"]
    absent = page.locator("#list-rows tr", has_text="panel").locator("td").nth(2)
    assert absent.inner_text() == "not yet begun"


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("name", "ynys mon", ["Ynys Môn Partnership"]),
        ("name", "hlp", ["Hart Local Partnership"]),
        ("kind", "Local partnership", ["Hart Local Partnership", "Ynys Môn Partnership"]),
        ("area", "mon", ["Ynys Môn Partnership"]),
        ("status", "proposed", ["Chairs group"]),
        ("relation", "part_of", ["=SUM(A1) & </script><b>"]),
    ],
)
def test_filters_leave_what_is_asked_for(
    page: "Page", key: str, value: str, kept: list[str]
) -> None:
    """By name, kind, area, status and relation; one button shows everything again."""
    field = page.locator(f"#by-{key}")
    if field.get_attribute("type") == "search":
        field.fill(value)
    else:
        field.select_option(value)
    assert names(page) == kept
    assert told(page) == (
        f"Bodies 1 to {len(kept)} of {len(kept)} that are as asked for, out of 8."
    )
    page.get_by_role("button", name="Show everything again").click()
    assert len(names(page)) == 8


def test_nothing_as_asked_for_is_said(page: "Page") -> None:
    """An empty table would leave the reader to wonder."""
    page.fill("#by-name", "nobody of that name")
    assert names(page) == []
    assert told(page) == "None of the 8 is as asked for."


def test_a_finding_leads_to_the_bodies_it_is_about(page: "Page") -> None:
    """From its group to the list, and from each that is told to its place in the picture."""
    group = page.locator("#findings .group").first
    group.get_by_role("button").click()
    number = page.locator("#by-finding").input_value()
    shown = page.locator("#list-rows td:last-child").all_inner_texts()
    assert shown
    assert all(number in each.split(", ") for each in shown)
    group.get_by_role("link", name="Show it").first.click()
    page.locator(".me").wait_for()
    assert "#body=" in page.url


def test_relations_are_listed_too(page: "Page") -> None:
    """By the body that each starts from; a row leads to that body."""
    page.get_by_role("radio", name="relations").check()
    assert told(page) == "Relations 1 to 7 of 7."
    page.select_option("#by-relation", "reports_to")
    rows = page.locator("#list-rows tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["Old Partnership", "reports to", "Ynys Môn Partnership", "active", "yes"],
        ["Chairs group", "reports to", "Children's Trust", "proposed only", "no"],
    ]
    page.locator("#list-rows a").first.click()
    assert page.url.endswith("#body=old")
    assert page.evaluate("document.activeElement.classList.contains('me')")


def test_a_search_can_be_had_as_a_list(page: "Page") -> None:
    """All that match, not the first ten."""
    page.fill("#find", "partnership")
    page.get_by_role("button", name="Show all 3 in the list below").click()
    assert len(names(page)) == 3
    assert page.locator("#by-name").input_value() == "partnership"


def test_the_list_is_sorted_by_any_column(page: "Page") -> None:
    """Upward by a click, downward by another, by keyboard too."""
    button = page.locator("#list-head").get_by_role("button", name="Body")
    button.click()
    assert page.locator('#list-head th[aria-sort="ascending"]').count() == 1
    rising = names(page)
    assert (
        rising.index("Children's Trust") < rising.index("Fleet") < rising.index("Old Partnership")
    )
    page.keyboard.press("Enter")
    assert page.locator('#list-head th[aria-sort="descending"]').count() == 1
    assert names(page) == rising[::-1]


def test_the_whole_list_is_saved(page: "Page") -> None:
    """As asked for; no cell of it is taken for a formula."""
    page.fill("#by-area", "hart")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download the whole list as CSV").click()
    text = started.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Body", "Kind", "Area", "Status", "Answers to", "Findings"]
    assert [row[0] for row in rows[1:]] == [
        "Hart Local Partnership",
        "Fleet",
        "'=SUM(A1) & </script><b>",
    ]


def test_fifty_are_shown_at_a_time(browser: "Browser", tmp_path: Path) -> None:
    """Two buttons turn the pages; at either end one of them does nothing."""
    graph = api.build_graph(structure("; ".join(f"b{number:03} -> top*" for number in range(70))))
    path = tmp_path / "wide.html"
    path.write_text(build_large_page(graph, api.check(graph)), encoding="utf-8")
    with opened(browser, path) as page:
        page.locator("#list-rows tr").first.wait_for()
        assert told(page) == "Bodies 1 to 50 of 71."
        before = page.get_by_role("button", name="Page before")
        assert before.is_disabled()
        page.get_by_role("button", name="Next page").click()
        assert told(page) == "Bodies 51 to 71 of 71."
        assert page.get_by_role("button", name="Next page").is_disabled()
        before.click()
        assert names(page)[0] == "B000"
        assert not page.locator("#diagram details").is_visible()


@pytest.mark.parametrize("included", [frozenset(), frozenset({Status.PROPOSED})])
def test_the_list_and_the_program_agree_on_what_is_there(
    page: "Page", included: frozenset[Status]
) -> None:
    """On every day of the slider, with and without what is proposed; back again by a button."""
    from govgraph.model.dates import PartialDate

    page.locator("#diagram summary").click()
    if included:
        page.get_by_role("checkbox", name="what is proposed").check()
    slider = page.locator("#day")
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(int(slider.get_attribute("max") or 0) + 1):
        day = PartialDate.parse(str(page.evaluate("document.getElementById('day').dataset.day")))
        own = day == PartialDate.parse("2010-02-28")
        here = replace(EXPLORED.standpoint(None if own else day, included), as_at=day)
        absent = page.locator("#list-rows tr.absent th").all_inner_texts()
        assert absent == [body.name for body in EXPLORED.bodies if not here.holds(body)]
        page.keyboard.press("ArrowRight")
    there = sum(map(here.holds, EXPLORED.bodies))
    assert f"{there} of 8 bodies are there." in page.locator("#standpoint").inner_text()
    page.get_by_role("button", name="Back to the page’s own day").click()
    assert not page.locator("#standpoint").is_visible()


def test_an_address_says_the_body_and_the_day(browser: "Browser", path: Path) -> None:
    """It can be sent, and opens the same."""
    with opened(browser, path, "#body=ynys") as page:
        page.locator(".me", has_text="Ynys").wait_for()
        page.locator("#diagram summary").click()
        page.get_by_role("checkbox", name="what is proposed").check()
        address = page.url.partition("#")[2]
        assert address.startswith("body=ynys&day=2010-02-28&count=proposed")
    with opened(browser, path, f"#{address}") as other:
        other.locator(".me", has_text="Ynys").wait_for()
        assert other.locator("#count-proposed").is_checked()
