"""Views that a file declares: read, drawn by name, and shown one after another in a meeting."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph import api
from govgraph.errors import LoadError
from govgraph.model.bodies import Status
from govgraph.model.selection import SavedView
from tests.cli.program import govgraph
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.laid_anew import find_faults, read_laid

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FILE = """\
structure: {id: c, title: A county, as_at: 2010-02}
bodies:
  trust: {name: Trust, kind: trust, apex: true}
  hart: {name: Hart, kind: local-partnership, area: Hart, accountable_to: trust}
  fleet: {name: Fleet, kind: sub-cluster, area: Hart, accountable_to: hart}
  ynys: {name: Ynys, kind: local-partnership, accountable_to: trust}
  panel: {name: Panel, kind: forum, status: proposed, accountable_to: hart}
views:
  upward: {name: Hart upward, focus: Hart, up: 2, down: 0, note: Who chairs the Trust?}
  later: {name: Hart as proposed, focus: hart, as_at: 2010-04, include: proposed}
  partnerships: {name: Partnerships, kind: local-partnership}
"""
SPELLINGS = ("c.yaml", "c.json", "c.xlsx", "tables")
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
quiet = pytest.mark.filterwarnings("ignore::ResourceWarning")  # pipes of the browser's own


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The structure as a file."""
    path = tmp_path_factory.mktemp("views") / "county.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_our_own_holds_views(source: Path, tmp_path: Path, spelling: str) -> None:
    """In their order, with every field; a focus may go by its name."""
    views = api.load(source).views
    assert [view.id for view in views] == ["upward", "later", "partnerships"]
    assert views[0] == SavedView(
        id="upward", name="Hart upward", focus="hart", up=2, down=0, note="Who chairs the Trust?"
    )
    assert views[1].include == (Status.PROPOSED,)
    assert govgraph("convert", str(source), str(tmp_path / spelling)).code == 0
    assert api.load(tmp_path / spelling).views == views


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("dwon: 0", "down: 0", "'dwon' is not a field of a view; did you mean 'down'?"),
        ("down: -1", "down: 0", "'down' must be a whole number from 0, not '-1'"),
        ("include: propsed", "include: proposed", "did you mean 'proposed'?"),
    ],
)
def test_what_means_nothing_is_told_with_its_place(
    tmp_path: Path, wrong: str, right: str, said: str
) -> None:
    """And with the nearest spelling."""
    path = tmp_path / "c.yaml"
    path.write_text(FILE.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(LoadError) as error:
        api.load(path)
    assert said in str(error.value)
    assert "c.yaml:" in str(error.value)


def test_a_focus_that_is_no_body_is_found(tmp_path: Path) -> None:
    """With the view that names it; the page leaves that view out and stands."""
    path = tmp_path / "c.yaml"
    path.write_text(FILE.replace("focus: Hart,", "focus: Hrat,"), encoding="utf-8")
    graph = api.build_graph(api.load(path))
    (found,) = (f for f in api.check(graph).findings if f.code == "GG106")
    assert "The view ‘Hart upward’" in found.message
    assert "Hart as proposed" in api.report(graph)


def test_a_view_is_drawn_by_name(source: Path, tmp_path: Path) -> None:
    """By its id too; another name gets the nearest."""
    sheet = tmp_path / "sheet.svg"
    assert govgraph("draw", str(source), "--view", "hart UPWARD", "-o", str(sheet)).code == 0
    drawn = sheet.read_text(encoding="utf-8")
    assert "Hart upward" in drawn
    assert 'data-id="trust"' in drawn
    assert 'data-id="fleet"' not in drawn
    assert govgraph("draw", str(source), "--view", "later", "-o", str(sheet)).code == 0
    assert 'data-id="panel"' in sheet.read_text(encoding="utf-8")
    done = govgraph("draw", str(source), "--view", "Partnership", "-o", str(sheet))
    assert done.code == 2
    assert "did you mean ‘Partnerships’?" in done.err


@pytest.fixture
def page(browser: "Browser", source: Path, tmp_path: Path) -> "Iterator[Page]":
    """Its page, opened."""
    path = tmp_path / "index.html"
    path.write_text(api.report(api.build_graph(api.load(source))), encoding="utf-8")
    with opened(browser, path) as page:
        yield page


@in_a_browser
@quiet
def test_views_are_chosen_from_a_list(page: "Page") -> None:
    """Each shows its part on its day, says its note, and stands in the address."""
    page.select_option("#view", label="Hart upward")
    assert set(read_laid(page).boxes) == {"trust", "hart"}
    assert page.locator("#said").inner_text() == "Hart upward. Who chairs the Trust?"
    page.select_option("#view", label="Hart as proposed")
    assert set(read_laid(page).boxes) == {"trust", "hart", "fleet", "panel"}
    assert find_faults(read_laid(page)) == []
    assert "view=view,1" in page.url
    page.go_back()
    assert set(read_laid(page).boxes) == {"trust", "hart"}


@in_a_browser
@quiet
def test_views_are_presented_by_keyboard(page: "Page") -> None:
    """Nothing but the picture, the name and the note, large; arrows flick, Escape ends."""
    page.get_by_role("button", name="Present").click()
    assert page.locator("#slide").inner_text().startswith("Hart upward")
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".side").is_visible()
    size = page.locator("#slide-name").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 32
    page.keyboard.press("ArrowRight")
    assert page.locator("#slide-name").inner_text() == "Hart as proposed"
    assert page.locator("#slide-count").inner_text() == "2 of 3"
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    assert page.locator("#slide-name").inner_text() == "Partnerships"
    assert set(read_laid(page).boxes) == {"hart", "ynys"}
    page.keyboard.press("ArrowLeft")
    assert page.locator("#slide-name").inner_text() == "Hart as proposed"
    page.keyboard.press("Escape")
    assert page.locator(".bar").is_visible()
    assert not page.locator("#slide").is_visible()
