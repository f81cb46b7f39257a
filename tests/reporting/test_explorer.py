"""The explorer does what it says, by mouse and by keyboard, in a real browser."""

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from tests.factories import structure
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened, unfold
from tests.reporting.explored_county import EXPLORED
from tests.reporting.laid_anew import find_faults, read_laid

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]

CHOOSE = "Choose a body to see whom it answers to and who answers to it."
FLEET = (
    "Fleet (Sub-cluster). It answers to Hart Local Partnership, and through it to Children's "
    "Trust. Nobody answers to it."
)


@pytest.fixture
def page(browser: "Browser", path: Path) -> "Iterator[Page]":
    """The page, opened."""
    with opened(browser, path) as page:
        yield page


def body(id_: str) -> str:
    """Where the picture shows a body."""
    return f'.gg-body[data-id="{id_}"]'


def said(page: "Page") -> str:
    """What the status line says."""
    return page.locator("#said").inner_text()


def plain(page: "Page") -> set[str]:
    """The ids of the bodies that are shown plainly while the others are faint."""
    groups = page.locator(".narrowed .gg-body.on")
    return set(groups.evaluate_all("all => all.map(each => each.dataset.id)"))


def view(page: "Page") -> list[float]:
    """The part of the drawing that is shown: x, y, width, height."""
    return [float(n) for n in (page.locator("#diagram svg").get_attribute("viewBox") or "").split()]


def focused(page: "Page") -> str:
    """The id of the body in focus."""
    return str(page.evaluate("document.activeElement.dataset.id || ''"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(browser: "Browser", path: Path, scheme: str, width: int) -> None:
    """With everything unfolded and a body chosen, and nothing runs off the side of the page."""
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 900}
    with opened(browser, path, "#body=fleet", viewport=size, color_scheme=scheme) as page:
        for summary in page.locator("#diagram summary").all():
            summary.click()
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_page_is_whole(browser: "Browser", path: Path) -> None:
    """Controls that would do nothing are not shown; the picture and the tables are."""
    with opened(browser, path, java_script_enabled=False) as page:
        assert not page.locator("#find").is_visible()
        assert not page.locator("#said").is_visible()
        assert page.locator(".gg-body").first.is_visible()
        unfold(page, "#who")
        assert page.locator("#who-caption").is_visible()


def test_a_click_shows_a_chain_and_another_clears_it(page: "Page") -> None:
    """In the picture and in words."""
    assert said(page) == CHOOSE
    page.locator(body("fleet")).click()
    assert said(page) == FLEET
    assert plain(page) == {"fleet", "hart", "trust"}
    assert page.locator(".gg-line.on").count() == 2
    assert page.locator(body("fleet")).get_attribute("aria-pressed") == "true"
    assert page.locator("#panel").get_by_role("heading", name="Fleet").is_visible()
    page.locator(body("fleet")).click()
    assert said(page) == CHOOSE
    assert not page.locator("svg.narrowed").count()


def test_the_top_shows_everyone_below(page: "Page") -> None:
    """However many steps down; ties that are no lines of account are counted beside them."""
    page.locator(body("trust")).click()
    assert plain(page) == {"trust", "hart", "ynys", "fleet", "old"}
    assert "Accountability may end here. 4 bodies answer to it:" in said(page)
    page.locator(body("hart")).click()
    assert "2 other relations of its own are shown too." in said(page)
    assert plain(page) == {"trust", "hart", "fleet", "sums", "ynys"}


def test_the_keyboard_walks_the_structure(page: "Page") -> None:
    """One stop for Tab; arrows up, down and along; Enter shows, Escape clears."""
    page.locator("[data-zoom=whole]").focus()
    for _ in range(5):
        page.keyboard.press("Tab")
    assert focused(page) == "trust"
    page.keyboard.press("ArrowDown")
    assert focused(page) == "ynys"  # drawn at the left of its row
    page.keyboard.press("ArrowRight")
    assert focused(page) == "hart"
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "ynys"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "fleet"
    assert page.locator(".ring.focused.shown").count() == 1
    page.keyboard.press("Enter")
    assert said(page) == FLEET
    page.keyboard.press("ArrowUp")
    assert focused(page) == "hart"
    page.keyboard.press("Escape")
    assert said(page) == CHOOSE
    page.keyboard.press("Enter")
    assert said(page).startswith("Hart Local Partnership (Local partnership).")
    page.keyboard.press("End")
    last = focused(page)
    page.keyboard.press("Home")
    assert focused(page) not in {"", last}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ynys mon", "ynys"),
        ("YNYS MÔN", "ynys"),
        ("twr", "ynys"),
        ("ymp", "ynys"),
        ("HLP", "hart"),
        ("childrens", "trust"),
        ("lee", "fleet"),
    ],
)
def test_search_forgives_accents_and_knows_initials(page: "Page", typed: str, found: str) -> None:
    """Enter goes to the first that is found."""
    page.fill("#find", typed)
    assert found in plain(page)
    page.keyboard.press("Enter")
    assert focused(page) == found
    assert page.locator(f'{body(found)}[aria-pressed="true"]').count() == 1


def test_what_is_found_can_be_walked_and_clicked(page: "Page") -> None:
    """Arrows go down the list and back to the field, Escape closes it, a click chooses."""
    page.fill("#find", "partnership")
    assert said(page) == "3 bodies match."
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("Ynys")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    assert not page.locator("#found").is_visible()
    page.fill("#find", "nobody of the name")
    assert said(page) == "No body goes by that name."
    page.fill("#find", "fleet")
    page.locator("#found button").first.click()
    assert said(page) == FLEET


def test_zoom_and_pan_by_buttons_keys_wheel_and_drag(page: "Page") -> None:
    """Nothing leads off the sheet, and there is always a way back to the whole of it."""
    page.get_by_role("button", name="Whole").click()
    whole = view(page)
    page.get_by_role("button", name="Larger").click()
    assert view(page)[2] == pytest.approx(whole[2] / 1.3, rel=0.01)
    page.get_by_role("button", name="Smaller").click()
    assert view(page) == pytest.approx(whole, abs=0.1)
    page.locator(body("hart")).focus()
    for key in "+++":
        page.keyboard.press(key)
    near = view(page)
    assert near[2] < whole[2] / 2
    page.keyboard.press("-")
    assert view(page)[2] > near[2]
    box = page.locator("#diagram .scroll").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 200
    before = view(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y - 60, steps=4)
    page.mouse.up()
    assert view(page)[0] > before[0]
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(
        "width => document.querySelector('#diagram svg').viewBox.baseVal.width < width",
        arg=before[2] * 0.95,
    )
    page.locator(body("hart")).focus()
    page.keyboard.press("0")
    assert view(page) == pytest.approx(whole, abs=0.1)


def test_relations_are_shown_and_hidden(page: "Page") -> None:
    """By mouse and by the space bar, in the picture and in the tables."""
    page.locator(".filters summary").click()
    unfold(page, "#relations")
    box = page.get_by_role("checkbox", name="liaises with")
    box.click()
    assert not page.locator('.gg-line[data-kind="liaises_with"]').is_visible()
    rows = page.locator("#relations tbody tr", has_text="liaises with")
    assert not rows.first.is_visible()
    box.focus()
    page.keyboard.press("Space")
    assert page.locator('.gg-line[data-kind="liaises_with"]').is_visible()
    assert rows.first.is_visible()


@pytest.mark.parametrize(
    ("by", "choice", "left"),
    [
        ("kind", "Local partnership", {"hart", "ynys"}),
        ("area", "Hart", {"hart", "fleet", "sums"}),
        ("tier", "county", {"trust"}),
        ("status", "proposed", {"group"}),
    ],
)
def test_bodies_are_filtered(page: "Page", by: str, choice: str, left: set[str]) -> None:
    """The rest turn faint, and leave the table; one button brings them back."""
    unfold(page, "#who")
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.select_option(f"#by-{by}", choice)
    shown = page.locator("#who tbody tr:visible th a").evaluate_all("a => a.map(e => e.hash)")
    assert set(shown) == {f"#body-{id_}" for id_ in left}
    faint = page.locator(".gg-body.faint").count()
    assert faint == page.locator(".gg-body").count() - len(left - {"group"})
    assert page.locator("#filtered").inner_text().startswith(f"{len(left)} of 8 bodies")
    page.get_by_role("button", name="Show everything again").click()
    assert page.locator(".gg-body.faint").count() == 0
    assert page.locator("#filtered").inner_text() == ""


def filtered(page: "Page") -> str:
    """What the page says of its filters."""
    return page.locator("#filtered").inner_text()


@pytest.mark.parametrize(
    ("by", "choice", "agrees"),
    [
        ("kind", "Local partnership", True),
        ("kind", "Trust", False),
        ("area", "Môn", False),
        ("tier", "county", False),
        ("status", "active", True),
        ("status", "proposed", False),
    ],
)
def test_the_words_tell_where_the_chosen_body_is_not_asked_for(
    page: "Page", by: str, choice: str, *, agrees: bool
) -> None:
    """It is grey in the picture then, though it is chosen; and so is whatever is chosen next."""
    page.locator(".filters summary").click()
    page.select_option(f"#by-{by}", choice)
    page.evaluate("location.hash = '#body=hart'")
    page.locator('.gg-body[data-id="hart"][aria-pressed="true"]').wait_for()
    hart = page.locator(body("hart"))
    assert ("faint" in (hart.get_attribute("class") or "").split()) is not agrees
    told = "Hart Local Partnership, which is chosen, is not as asked for."
    assert (told in filtered(page)) is not agrees
    edge = hart.locator("rect, polygon").first.evaluate("each => getComputedStyle(each).stroke")
    assert (edge == "rgb(211, 216, 223)") is not agrees
    page.evaluate("location.hash = '#diagram'")
    page.locator('.gg-body[aria-pressed="true"]').wait_for(state="detached")
    assert "which is chosen" not in filtered(page)


def test_the_words_tell_which_relations_are_not_shown(page: "Page") -> None:
    """The sentence of the chosen body still counts them."""
    page.locator(".filters summary").click()
    page.get_by_role("checkbox", name="liaises with").click()
    page.get_by_role("checkbox", name="is part of").click()
    assert filtered(page) == "Not shown, though still counted: ‘is part of’, ‘liaises with’."


def test_a_filter_holds_on_another_day_too(page: "Page") -> None:
    """Which is shown in another drawing."""
    page.locator(".filters summary").click()
    page.select_option("#by-kind", "Trust")
    page.locator("#day").evaluate(
        "day => { day.value = day.max; day.dispatchEvent(new Event('input')); }"
    )
    page.locator("#diagram svg.ever").wait_for()
    plain = page.locator("#diagram .gg-body:not(.faint)")
    assert plain.evaluate_all("all => all.map(each => each.dataset.id)") == ["trust"]
    assert filtered(page).startswith("1 of 8 bodies is as asked for")


def test_a_finding_filters_the_bodies_it_is_about(page: "Page") -> None:
    """Every finding is offered by its number and words."""
    page.locator(".filters summary").click()
    number = page.locator("#by-finding option").nth(1).get_attribute("value")
    page.select_option("#by-finding", number)
    about = page.locator(f'.gg-finding[data-finding="{number}"]')
    assert about.count() == page.locator(".gg-finding:not(.faint)").count() > 0


@pytest.mark.parametrize("included", [frozenset(), frozenset({Status.PROPOSED})])
def test_the_explorer_and_the_program_agree_on_what_is_there(
    page: "Page", included: frozenset[Status]
) -> None:
    """On every day of the slider, with and without what is proposed, by keyboard."""
    page.locator(".standpoints summary").click()
    if included:
        page.locator("#count-proposed").focus()
        page.keyboard.press("Space")
    slider = page.locator("#day")
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(int(slider.get_attribute("max") or 0) + 1):
        written = day_of(slider.get_attribute("aria-valuetext") or "")
        own = written == PartialDate.parse("2010-02-28")
        here = EXPLORED.standpoint(None if own else written, included)
        here = replace(here, as_at=written)
        absent = page.locator(".gg-body.gone").evaluate_all("all => all.map(e => e.dataset.id)")
        drawn = page.locator(".gg-body").evaluate_all("all => all.map(e => e.dataset.id)")
        known = EXPLORED.body_by_id
        assert set(absent) == {id_ for id_ in drawn if not here.holds(known[id_])}
        note = page.locator("#standpoint")
        there = sum(map(here.holds, EXPLORED.bodies))
        assert note.is_visible() is not (own and not included)
        assert not note.is_visible() or f"{there} of 8 bodies " in note.inner_text()
        page.keyboard.press("ArrowRight")


def day_of(said_: str) -> PartialDate:
    """The day that the slider says."""
    from datetime import datetime

    found = re.match(r"\d+ \w+ \d{4}", said_)
    assert found
    day = datetime.strptime(found[0], "%d %B %Y")  # noqa: DTZ007 - a day, not an hour
    return PartialDate(day.year, day.month, day.day)


def test_another_day_is_laid_anew_and_one_button_leads_back(page: "Page") -> None:
    """With what the page's own picture does not show; findings of the own day bear no badge."""
    assert not page.locator(body("group")).count()
    page.locator(".standpoints summary").click()
    page.get_by_role("checkbox", name="what is proposed").check()
    page.locator("#day").press("End")
    assert page.locator(body("group")).is_visible()
    assert not [each for each in find_faults(read_laid(page)) if "lines are not" not in each]
    assert not page.locator(".gg-finding:visible").count()
    assert "bodies are there" in page.locator("#standpoint").inner_text()
    page.get_by_role("button", name="Back to the page’s own day").click()
    assert not page.locator("#standpoint").is_visible()
    assert not page.get_by_role("checkbox", name="what is proposed").is_checked()
    assert not page.locator(body("group")).count()
    assert page.locator(".gg-finding:visible").count()


def test_presumed_lines_count_when_asked(page: "Page") -> None:
    """Being part of a body is then taken for a line of account."""
    page.locator(".standpoints summary").click()
    page.locator(body("sums")).click()
    assert "No line of account leads upward from it." in said(page)
    page.get_by_role("checkbox", name="‘part of’").check()
    assert "It answers to Hart Local Partnership, and through it to Children's Trust." in said(page)


def test_an_address_can_be_sent(browser: "Browser", path: Path, page: "Page") -> None:
    """It says which body, and from which standpoint; Back goes back."""
    page.locator(body("fleet")).click()
    assert page.url.endswith("#body=fleet")
    page.locator(body("hart")).click()
    page.go_back()
    assert said(page) == FLEET
    page.locator(".standpoints summary").click()
    page.get_by_role("checkbox", name="what is proposed").check()
    address = page.url.partition("#")[2]
    with opened(browser, path, f"#{address}") as other:
        assert said(other) == FLEET
        assert other.locator("#count-proposed").is_checked()
        assert focused(other) == "fleet"
    with opened(browser, path, "#body=nobody&day=never&%zz=%zz") as strange:
        assert said(strange) == CHOOSE


def test_a_finding_leads_to_its_place_in_the_picture(page: "Page") -> None:
    """And so does the section of every body, by mouse and by keyboard."""
    unfold(page, "#findings", "#bodies", "#body-ynys")
    first = page.locator(".finding .to-picture").first
    whom = first.inner_text().partition(": ")[2]
    first.click()
    assert said(page).startswith(whom)
    assert page.locator("#diagram .scroll").is_visible()
    page.locator("#body-ynys .to-picture").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "ynys"
    assert page.url.endswith("#body=ynys")


def test_tables_are_sorted(page: "Page") -> None:
    """By a click upward, by Enter downward."""
    unfold(page, "#who")
    names = page.locator("#who tbody th")
    button = page.locator("#who thead").get_by_role("button", name="Body")
    button.click()
    assert page.locator('#who th[aria-sort="ascending"]').count() == 1
    rising = names.all_inner_texts()
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator('#who th[aria-sort="descending"]').count() == 1
    assert names.all_inner_texts() == rising[::-1]
    assert rising != sorted(rising, reverse=True)


def test_a_table_is_downloaded_for_a_spreadsheet(page: "Page") -> None:
    """Whole, in UTF-8, and no cell of it is taken for a formula."""
    unfold(page, "#who")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download as CSV: every body").click()
    assert started.value.suggested_filename.startswith("every-body")
    text = started.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:2] == ["Body", "Answers to"]
    assert len(rows) == 1 + len(EXPLORED.bodies)
    assert ["'=SUM(A1) & </script><b>"] in [row[:1] for row in rows]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}]


def test_seats_are_downloaded_with_their_body(page: "Page") -> None:
    """What heads a group of rows on the page stands in each of them."""
    unfold(page, "#seats")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download as CSV: every seat").click()
    text = started.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:2] == ["Body", "Seat"]
    assert {row[0] for row in rows[1:]} == {
        "Hart Local Partnership",
        "Children's Trust",
        "Chairs group",
    }


def test_nothing_moves_for_those_who_ask_for_that(browser: "Browser", path: Path) -> None:
    """And in forced colours what is chosen is marked in the colour of the system."""
    duration = f"getComputedStyle(document.querySelector('{body('hart')}')).transitionDuration"
    with opened(browser, path, reduced_motion="reduce") as page:
        assert page.evaluate(duration) == "0s"
    with opened(browser, path, "#body=hart", forced_colors="active") as page:
        cycle = page.locator(".ring.chosen")
        colour = cycle.evaluate("ring => getComputedStyle(ring).stroke")
        assert colour != "rgb(180, 83, 9)"


def test_those_who_ask_for_contrast_are_given_it(browser: "Browser", path: Path) -> None:
    """Muted words are as dark as any, and fine rules as strong as the others."""
    colours = """() => {
      const style = getComputedStyle(document.documentElement);
      const names = ["--muted", "--ink", "--rule", "--strong-rule"];
      return names.map((name) => style.getPropertyValue(name));
    }"""
    with opened(browser, path, contrast="more") as page:
        muted, ink, rule, strong = page.evaluate(colours)
        assert (muted, rule) == (ink, strong)


@pytest.mark.parametrize("width", [320, 640, 768, 1024, 1920, 2560])
def test_nothing_runs_off_the_side(browser: "Browser", path: Path, width: int) -> None:
    """From a telephone to a projector."""
    with opened(browser, path, "#body=fleet", viewport={"width": width, "height": 900}) as page:
        for summary in page.locator("#diagram summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.locator("#diagram .scroll").bounding_box()
        assert box
        assert box["width"] > width * 0.6


def test_the_marks_of_choice_are_not_those_of_the_drawing(page: "Page") -> None:
    """Whatever looks are common in the drawing: a whole line for the body that is chosen."""
    page.locator(body("fleet")).click()
    cycle = page.locator(".ring.chosen.shown")
    assert cycle.evaluate("ring => getComputedStyle(ring).strokeDasharray") == "none"
    assert cycle.evaluate("ring => getComputedStyle(ring).fill") == "none"


def test_paper_shows_the_whole_picture_and_no_controls(page: "Page") -> None:
    """Whatever was chosen and however near one had come."""
    page.locator(body("fleet")).click()
    page.keyboard.press("+")
    near = view(page)
    printed = page.pdf(prefer_css_page_size=True)
    assert {tuple(map(round, side)) for side in paper_sizes(printed)} == {(595, 842), (842, 595)}
    assert view(page) == near
    page.emulate_media(media="print")
    box = page.locator("#diagram svg").bounding_box()
    assert box
    assert box["height"] > 200
    assert not page.locator(".bar").is_visible()
    assert not page.locator("#said").is_visible()
    assert page.locator(body("ynys")).evaluate("g => getComputedStyle(g).opacity") == "1"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")
def test_a_long_table_has_its_head_on_every_page(browser: "Browser", tmp_path: Path) -> None:
    """Though each of its headings is a button on a screen."""
    many = structure("; ".join(f"b{number:02} -> top*" for number in range(90)))
    long = tmp_path / "long.html"
    long.write_text(api.report(api.build_graph(many)), encoding="utf-8")
    with opened(browser, long) as page:
        page.locator("#who thead button").first.wait_for(state="attached")
        (tmp_path / "long.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "long.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    pages = [page for page in text.split("\f") if re.search(r"B\d\d +Top +Straight to", page)]
    assert len(pages) > 1
    assert all("Chain of account" in page for page in pages)


def paper_sizes(printed: bytes) -> set[tuple[float, float]]:
    """Width and height of each page of a PDF, in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return {(float(width), float(height)) for width, height in found}


def test_a_page_without_a_picture_still_has_its_tables(browser: "Browser", tmp_path: Path) -> None:
    """Sorting and downloads need no drawing."""
    from govgraph.reporting.page.html import build_page

    graph = api.build_graph(EXPLORED)
    bare = tmp_path / "bare.html"
    bare.write_text(build_page(graph, api.check(graph), ""), encoding="utf-8")
    with opened(browser, bare) as page:
        unfold(page, "#who")
        page.locator("#who thead").get_by_role("button", name="Body").click()
        assert page.locator("#who th[aria-sort]").count() == 1
