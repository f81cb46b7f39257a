"""A structure that no one picture holds is a page that draws the body that is asked for."""

import base64
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.checks.runner import Findings
from govgraph.reporting.large_page import MOST_TOLD, build_large_page
from tests.cli.program import govgraph
from tests.factories import structure
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.explored_county import EXPLORED
from tests.reporting.page_reading import Reader, words
from tests.reporting.small_county import COUNTY, ITSELF, WAIVED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
quiet = pytest.mark.filterwarnings("ignore::ResourceWarning")


def large_page() -> str:
    """The page of a structure as if it were a large one."""
    graph = api.build_graph(EXPLORED)
    return build_large_page(graph, api.check(graph))


@pytest.fixture(scope="module")
def read() -> Reader:
    """The page as its elements."""
    return Reader(large_page())


def test_the_whole_structure_is_packed_in_the_page(read: Reader) -> None:
    """Each field of all bodies together; what many share stands once."""
    packed = base64.b64decode(read.by_id("structure-data").text)
    data = json.loads(zlib.decompress(packed))
    assert data["bodies"]["id"] == [body.id for body in EXPLORED.bodies]
    assert data["bodies"]["others"] == [[2, "Tŵr"]]
    assert data["relations"]["count"] == len(EXPLORED.relations)
    assert data["words"].count("Hart") == 1


def test_a_large_page_is_always_the_same() -> None:
    """The same structure gives the same bytes."""
    same = large_page() == large_page()
    assert same


def test_findings_are_counted_and_the_first_are_told() -> None:
    """A thousand alike are not a thousand lines."""
    alone = structure("; ".join(f"b{number:02}" for number in range(MOST_TOLD + 3)))
    graph = api.build_graph(alone)
    said = words(Reader(build_large_page(graph, api.check(graph))).by_id("findings").text)
    assert f"{MOST_TOLD + 3} findings of rule GG101" in said
    assert "Why it matters: It is not clear who may ask such a body what it has done" in said
    assert "For the first: Agree to whom B00 answers, and have it minuted." in said
    assert "and 3 more, which govgraph check lists." in said


def test_what_is_put_to_no_board_is_told_as_the_check_tells_it() -> None:
    """With the remedy of the first."""
    graph = api.build_graph(COUNTY)
    found = Findings(COUNTY, graph.standpoint, (ITSELF, WAIVED))
    said = words(Reader(build_large_page(graph, found)).by_id("findings").text)
    assert "Hart Partnership answers to itself." in said
    assert "Name the body it answers to." in said
    assert "Something that was agreed." not in said


def test_a_small_empty_structure_may_be_asked_for_too() -> None:
    """With no bodies there are no columns."""
    graph = api.build_graph(structure(""))
    assert "No body counts here." in build_large_page(graph, api.check(graph))


def test_the_report_of_a_large_structure_is_its_page_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the command line and for a program."""
    monkeypatch.setattr("govgraph.reporting.large_page.MOST_INLINE", 2)
    file = tmp_path / "three.yaml"
    file.write_text("bodies: {a: {name: A}, b: {name: B}, c: {name: C}}\n", encoding="utf-8")
    assert govgraph("report", str(file), "-o", str(tmp_path / "out")).code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["index.html"]
    assert "One body at a time" in api.report(api.build_graph(api.load(file)))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file."""
    path = tmp_path_factory.mktemp("large") / "index.html"
    path.write_text(large_page(), encoding="utf-8")
    return path


@in_a_browser
@quiet
def test_a_body_is_found_and_drawn_with_those_above_and_below(
    browser: "Browser", path: Path
) -> None:
    """By keyboard and by mouse, in boxes and in words; the address can be sent."""
    with opened(browser, path) as page:
        page.fill("#find", "hlp")
        page.keyboard.press("Enter")
        rows = page.locator("#drawing .row")
        assert rows.count() == 3
        assert "Children's Trust" in rows.nth(0).inner_text()
        assert rows.nth(1).locator(".me").inner_text().endswith("Hart Local Partnership")
        assert "Fleet" in rows.nth(2).inner_text()
        assert (
            page.locator("#said")
            .inner_text()
            .startswith(
                "Hart Local Partnership (Local partnership). It answers to Children's Trust."
            )
        )
        assert page.locator("#links li").all_inner_texts() == [
            "Sub-group, Hart\n=SUM(A1) & </script><b>\nis part of it",
            "It liaises with\nLocal partnership, Môn\nYnys Môn Partnership",
        ]
        rows.nth(2).get_by_role("button").click()
        assert page.url.endswith("#body=fleet")
        assert page.evaluate("document.activeElement.classList.contains('me')")
        page.go_back()
        assert page.locator(".me").inner_text().endswith("Hart Local Partnership")
    with opened(browser, path, "#body=fleet") as page:
        page.locator(".me", has_text="Fleet").wait_for()
    with opened(browser, path, "#body=%zz") as page:
        page.locator("#find").wait_for()


@in_a_browser
@quiet
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_in_a_large_page(
    browser: "Browser", path: Path, scheme: str, width: int
) -> None:
    """With a body drawn."""
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 900}
    with opened(browser, path, "#body=hart", viewport=size, color_scheme=scheme) as page:
        page.locator(".me").wait_for()
        page.locator("#diagram summary").click()
        page.locator("#list-rows tr").first.wait_for()
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@in_a_browser
@quiet
def test_a_long_row_is_shown_in_part_until_asked_for(browser: "Browser", tmp_path: Path) -> None:
    """Sixty at first; one button shows them all."""
    drawn = "; ".join(f"b{number:02} -> top*" for number in range(70))
    graph = api.build_graph(structure(drawn))
    path = tmp_path / "wide.html"
    path.write_text(build_large_page(graph, api.check(graph)), encoding="utf-8")
    with opened(browser, path, "#body=top") as page:
        page.get_by_role("button", name="Show all 70").click()
        assert page.locator("#drawing .row").nth(1).locator(".box").count() == 70


@in_a_browser
@quiet
def test_without_script_a_large_page_says_what_it_needs(browser: "Browser", path: Path) -> None:
    """And still tells the findings."""
    with opened(browser, path, java_script_enabled=False) as page:
        assert page.get_by_text("That needs a script").is_visible()
        assert not page.locator("#find").is_visible()
        assert page.locator("#findings h3").first.is_visible()
