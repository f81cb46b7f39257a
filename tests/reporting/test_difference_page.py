"""The difference as a page: what came, went and was lost, in its picture and its list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govgraph.checks.comparison import compare_states
from govgraph.drawing.draw_difference import draw_difference
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.difference.difference_as_json import difference_as_data
from govgraph.reporting.difference.difference_page import build_difference_page
from tests.cli.program import govgraph
from tests.factories import structure
from tests.golden_files import body_of, hold
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.page_reading import Reader, words

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OLD = "board -> trust*; hart -> board; fleet -> board; exec -> trust"
NEW = "exec -> trust*; hart; fleet -> exec; yateley -> hart"
FILE = """\
structure: {{id: c{title}}}
bodies:
  trust: {{name: Trust, apex: true}}
  hart: {{name: Hart{answers}}}
"""


def page_of(old: Structure, new: Structure) -> str:
    """The page of their difference."""
    comparison = compare_states(*(AccountabilityGraph(one, one.standpoint()) for one in (old, new)))
    return build_difference_page(comparison, draw_difference(comparison))


def hostile(one: Structure) -> Structure:
    """The same with a name that would act if it could."""
    *others, last = one.bodies
    return replace(one, bodies=(*others, replace(last, name="<script>x</script>")))


def test_a_body_without_its_only_superior_is_lost_and_not_moved() -> None:
    """In the short of it, in the picture and in the list; one with another superior has moved."""
    read = Reader(page_of(structure(OLD), structure(NEW)))
    tally = {each.attributes["class"]: words(each.text) for each in read.find("ul")[0].find("li")}
    assert tally == {
        "lost": "1 body lost: nobody is left to answer to",
        "added": "1 body new",
        "removed": "1 body ended",
        "moved": "1 body moved: others to answer to",
    }
    told = [words(each.text) for each in read.find("li")]
    assert "lost Hart: to Board before, to nobody now" in told
    assert "moved Fleet: to Board before, to Exec now" in told
    (hart,) = (each for each in read.find("g") if each.attributes.get("data-id") == "hart")
    assert "LOST" in hart.text
    assert "MOVED" not in hart.text


def test_the_page_of_a_difference_is_as_before() -> None:
    """What is lost, new, ended and moved."""
    hold("change.html", body_of(page_of(structure(OLD), structure(NEW))))


def test_a_page_says_what_is_compared_and_from_where() -> None:
    """A title that both have stands there once; two stand side by side."""
    old, new = (replace(structure(each), title="A county") for each in (OLD, NEW))
    for title, other in (
        ("A county", new),
        ("A county and Another", replace(new, title="Another")),
    ):
        read = Reader(page_of(old, other))
        assert read.find("title")[0].text == f"{title}: what is different"
        assert read.find("h1")[0].text == f"{title}: what is different"
        assert read.find("header")[0].find("p")[0].text == "Before: all dates. After: all dates."


def test_an_end_of_accountability_is_never_lost() -> None:
    """It may answer to nobody."""
    old, new = structure("hart -> trust*"), structure("hart*; trust*")
    states = [AccountabilityGraph(one, one.standpoint()) for one in (old, new)]
    assert difference_as_data(compare_states(*states))["meaning"]["lost"] == []


def test_the_same_difference_gives_the_same_bytes_and_names_stay_words() -> None:
    """Whatever a file says is escaped."""
    old, new = structure("a -> b*"), hostile(structure("a -> b*; c -> b"))
    page = page_of(old, new)
    assert page == page_of(old, new)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_two_files_are_called_by_their_names(tmp_path: Path) -> None:
    """In every form, by as much of their paths as tells them apart; without a title that is all."""
    for folder, answers in (("old", ", accountable_to: trust"), ("new", "")):
        (tmp_path / folder).mkdir()
        text = FILE.format(title="", answers=answers)
        (tmp_path / folder / "county.yaml").write_text(text, encoding="utf-8")
    files = [str(tmp_path / folder / "county.yaml") for folder in ("old", "new")]
    page = tmp_path / "change.html"
    done = govgraph("diff", *files, "-o", str(page))
    assert done.code == 1
    assert "Before: old/county.yaml, " in done.out
    assert "After: new/county.yaml, " in done.out
    assert "Before: old/county.yaml, " in page.read_text(encoding="utf-8")
    assert "<title>None" not in page.read_text(encoding="utf-8")
    assert str(tmp_path) not in page.read_text(encoding="utf-8")


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A paper means nothing to it, and a folder that is not there leaves nothing behind."""
    source = tmp_path / "c.yaml"
    source.write_text(FILE.format(title="", answers=""), encoding="utf-8")
    page = tmp_path / "change.html"
    done = govgraph("diff", str(source), str(source), "-o", str(page), "--paper", "A4")
    assert done.code == 2
    assert "leave out --paper" in done.err
    nowhere = tmp_path / "nowhere" / "change.html"
    assert govgraph("diff", str(source), str(source), "-o", str(nowhere)).code == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["c.yaml"]


@pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # pipes of the browser's own
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    browser: "Browser", tmp_path: Path, width: int, scheme: str
) -> None:
    """And nothing runs off the side; what is lost is red."""
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / "change.html"
    path.write_text(page_of(structure(OLD), structure(NEW)), encoding="utf-8")
    size = {"width": width, "height": 900}
    with opened(browser, path, viewport=size, color_scheme=scheme) as page:
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        red, green, blue = page.locator(".tally .lost").evaluate(
            "each => getComputedStyle(each).color.match(/\\d+/g).map(Number)"
        )
        assert red > green + 80
        assert red > blue + 80
