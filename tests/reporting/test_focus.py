"""A part of the picture is laid anew: nothing is run through, nothing vanishes, Back returns."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.structures import county_of
from govgraph import api
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.explored_county import explored_page
from tests.reporting.laid_anew import find_faults, read_laid

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # pipes of the browser's own
]
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages as files: one for every control, one as papers make it, one with stacks and areas."""
    folder = tmp_path_factory.mktemp("focus")
    hampshire = api.build_graph(api.load(DATA / "hampshire"), include=["proposed"])
    (folder / "county.yaml").write_text(county_of(60), encoding="utf-8")
    pages = {
        "explored": explored_page(),
        "hampshire": api.report(hampshire),
        "county": api.report(api.build_graph(api.load(folder / "county.yaml"))),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


@pytest.fixture
def page(browser: "Browser", paths: dict[str, Path]) -> "Iterator[Page]":
    """The page with something for every control, opened."""
    with opened(browser, paths["explored"]) as page:
        yield page


def body(id_: str) -> str:
    """Where the picture shows a body."""
    return f'.gg-body[data-id="{id_}"]'


def shown(page: "Page") -> set[str]:
    """The ids of the bodies in the picture."""
    return set(read_laid(page).boxes)


def trail(page: "Page") -> list[str]:
    """The steps that led to what is shown."""
    return page.locator("#trail:visible button").all_inner_texts()


def said(page: "Page") -> str:
    """What the status line says."""
    return page.locator("#said").inner_text()


def test_only_a_body_shows_it_with_its_steps_and_back_returns(page: "Page") -> None:
    """In the picture, in words and in the address; hidden neighbours are counted."""
    drawn = shown(page)
    page.locator(body("fleet")).click()
    page.get_by_role("button", name="Only this body").click()
    assert shown(page) == {"fleet", "hart"}
    assert said(page) == f"Only Fleet, 1 up, 1 down. 2 bodies are shown, {len(drawn) - 2} hidden."
    assert trail(page) == ["Whole picture", "Only Fleet, 1 up, 1 down"]
    assert page.locator(".more text").all_text_contents() == ["+3"]  # trust, ynys and sums, of Hart
    assert page.url.endswith("#body=fleet&view=only,fleet,1,1")
    page.go_back()
    assert shown(page) == drawn
    assert not trail(page)
    page.go_forward()
    assert shown(page) == {"fleet", "hart"}
    page.locator("#trail").get_by_role("button", name="Whole picture").click()
    assert shown(page) == drawn
    assert said(page) == "The whole picture is shown."


def test_an_address_opens_what_it_says(browser: "Browser", paths: dict[str, Path]) -> None:
    """And what it cannot mean is passed over."""
    with opened(
        browser, paths["explored"], "#view=only,hart,0,1;hide,fleet;sing,hart;hide,zz"
    ) as page:
        assert "fleet" not in shown(page)
        assert len(trail(page)) == 3
        assert find_faults(read_laid(page)) == []


def test_a_body_that_the_picture_does_not_show_is_told_all_the_same(
    browser: "Browser", paths: dict[str, Path]
) -> None:
    """It begins later: no step leads to it, and the page says so without complaint."""
    with opened(browser, paths["explored"], "#body=soon") as page:
        assert said(page).startswith("Young people's panel")
        drawn = shown(page)
        page.locator(body("fleet")).click()
        page.get_by_role("button", name="Only this body").click()
        assert shown(page) == {"fleet", "hart"}
        page.evaluate("location.hash = 'body=soon&view=only,soon,1,1'")
        page.wait_for_timeout(50)
        assert shown(page) == drawn


def test_hide_expand_and_collapse_by_button_and_by_key(page: "Page") -> None:
    """Each is offered where it does something, and said."""
    drawn = shown(page)
    page.locator(body("hart")).click()
    page.get_by_role("button", name="Collapse").click()
    assert drawn - shown(page) == {"fleet", "sums"}
    assert page.get_by_role("button", name="Collapse").is_disabled()
    page.get_by_role("button", name="Expand").click()
    assert shown(page) == drawn
    page.locator(body("hart")).focus()
    page.keyboard.press("c")
    page.locator(".more").click()
    assert shown(page) == drawn
    page.locator(body("fleet")).focus()
    page.keyboard.press("h")
    assert drawn - shown(page) == {"fleet"}
    assert "Without Fleet." in said(page)
    page.locator(body("hart")).focus()
    page.keyboard.press("e")
    assert shown(page) == drawn
    page.keyboard.press("Backspace")
    assert drawn - shown(page) == {"fleet"}


@pytest.mark.parametrize("name", ["explored", "hampshire", "county"])
def test_however_it_is_laid_nothing_is_run_through_and_nothing_vanishes(
    browser: "Browser", paths: dict[str, Path], name: str
) -> None:
    """After any steps: rows and their order stay, lines run level and upright between boxes."""
    chance = random.Random(name)  # noqa: S311 - for variety, not for secrets
    with opened(browser, paths[name]) as page:
        page.locator("#diagram.live").wait_for()
        whole = read_laid(page)
        ids = sorted(whole.boxes)
        assert find_faults(whole) == []
        for _ in range(20):
            steps = [_step(chance, chance.choice(ids)) for _ in range(chance.randint(1, 3))]
            page.evaluate("(hash) => { location.hash = hash; }", f"view={';'.join(steps)}")
            page.wait_for_timeout(0)
            laid = read_laid(page)
            assert find_faults(laid) == [], steps
            assert _rows(laid.boxes) == _rows({id_: whole.boxes[id_] for id_ in laid.boxes}), steps


def _step(chance: random.Random, id_: str) -> str:
    what = chance.choice(["only", "only", "hide", "collapse", "expand"])
    far = ",".join(str(chance.choice([0, 1, 2, "Infinity"])) for _ in "ud")
    return f"only,{id_},{far}" if what == "only" else f"{what},{id_}"


def _rows(boxes: dict[str, tuple[float, float, float, float]]) -> list[list[str]]:
    """The bodies that stand level with each other, row by row from left to right."""
    rows: dict[int, list[tuple[float, str]]] = {}
    order = sorted(boxes.items(), key=lambda each: each[1][1] + each[1][3])
    row, last = 0, -10.0
    for id_, (x0, y0, _, y1) in order:
        row += (y0 + y1) / 2 - last > 1
        last = (y0 + y1) / 2
        rows.setdefault(row, []).append((x0, id_))
    return [[id_ for _, id_ in sorted(each)] for each in rows.values()]


def test_gaps_close(browser: "Browser", paths: dict[str, Path]) -> None:
    """What is left takes no more room than it needs."""
    with opened(browser, paths["county"]) as page:
        page.locator("#diagram.live").wait_for()
        whole = _size(page)
        page.evaluate("location.hash = 'view=only,d3,1,1'")
        page.locator("#diagram svg.laid").wait_for()
        width, height = _size(page)
        assert width < whole[0] / 4
        assert height <= whole[1]


def _size(page: "Page") -> tuple[float, float]:
    boxes = read_laid(page).boxes.values()
    return (
        max(box[2] for box in boxes) - min(box[0] for box in boxes),
        max(box[3] for box in boxes) - min(box[1] for box in boxes),
    )


def test_a_double_click_goes_in_and_space_opens_the_search(page: "Page") -> None:
    """Wherever the first click has moved the picture to."""
    page.locator(body("ynys")).dblclick()
    assert trail(page)[-1].startswith("Only Ynys Môn Partnership")
    page.locator(body("ynys")).focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "find"


def test_what_is_faded_is_one_flat_grey_below_the_chain(
    browser: "Browser", paths: dict[str, Path]
) -> None:
    """However many lines lie upon each other, and none of them upon a chosen one."""
    with opened(browser, paths["county"], "#body=d3") as page:
        page.locator("#diagram.live").wait_for()
        looks = page.locator(".narrowed .gg-line:not(.on) > path").evaluate_all(
            "all => all.map((path) => [getComputedStyle(path).stroke,"
            " getComputedStyle(path).opacity, getComputedStyle(path.parentNode).opacity].join())"
        )
        assert len(looks) > 20
        assert len(set(looks)) == 1
        assert looks[0].endswith(",1,1")
        above = page.evaluate(
            "() => { const lines = [...document.querySelectorAll('#diagram .gg-line')];"
            " const first = lines.findIndex((line) => line.classList.contains('on'));"
            " return lines.slice(first).every((line) => line.classList.contains('on')); }"
        )
        assert above


def test_the_view_fits_the_chain_and_zoom_keeps_the_body_where_it_is(
    browser: "Browser", paths: dict[str, Path]
) -> None:
    """All of the chain is in sight; larger and smaller go round the chosen body."""
    with opened(browser, paths["hampshire"]) as page:
        page.locator("[data-zoom=whole]").click()
        page.locator(body("sub-group-layer")).click()
        frame = page.locator("#diagram .scroll").bounding_box()
        assert frame
        for each in page.locator(".gg-body.on").all():
            box = each.bounding_box()
            assert box
            assert box["x"] >= frame["x"] - 1
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        before = _middle(page, "sub-group-layer")
        page.locator("[data-zoom=in]").click()
        after = _middle(page, "sub-group-layer")
        assert after == pytest.approx(before, abs=3)


def _middle(page: "Page", id_: str) -> tuple[float, float]:
    box = page.locator(body(id_)).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
