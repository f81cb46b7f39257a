"""What a notebook shows: as IPython asks for it, and as a browser shows it."""

import io
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from PIL import Image, ImageChops, ImageStat

import govgraph
from govgraph.analysis.chain import Chains
from govgraph.analysis.difference import Difference
from govgraph.checks.comparison import compare_states
from govgraph.checks.runner import Findings
from govgraph.drawing.timeline.draw_timeline import draw_timeline
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Waiver
from govgraph.model.sources import Basis
from govgraph.model.structure import Structure
from govgraph.reporting.notebook.structure_cell import MOST_DRAWN, MOST_LISTED
from tests.factories import graph, structure
from tests.golden_files import hold
from tests.reporting.browser import CHROMIUM, WHY_NOT, opened
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN, WAIVED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
EVIL = "<script>alert(1)</script>\" onload='x' {{ 7 * 7 }}"


def shown(record: object) -> tuple[str, str]:
    """A record as HTML and as text, as IPython gets them."""
    made, _ = DisplayFormatter().format(record)
    return made.get("text/html", ""), made["text/plain"]


def words(html: str) -> str:
    """What stands in HTML, without tags, style and drawing."""
    plain = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(plain).split())


def cells() -> list[object]:
    """The value of each cell of the page on notebooks, as IPython finds it."""
    shell = InteractiveShell()
    found = [shell.run_cell(block) for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)]
    return [done.result for done in found]


def test_every_cell_of_the_page_on_notebooks_shows_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the words that the page promises."""
    monkeypatch.chdir(ROOT)
    whole, chains, findings, difference, drawing, *others = cells()
    assert "21 bodies" in words(shown(whole)[0])
    assert "stops at Local children's partnerships" in words(shown(chains)[0])
    assert "To put it right" in words(shown(findings)[0])
    assert "added" in words(shown(difference)[0])
    assert "image/svg+xml" in DisplayFormatter().format(drawing)[0]
    for each in (whole, chains, findings, difference):
        html, text = shown(each)
        assert len(html) < 60_000
        assert len(text) < 10_000
    for each in others:
        html, text = shown(each)
        assert words(html)
        assert not text.startswith(type(each).__name__)


def test_cells_show_a_small_county_as_before() -> None:
    """Every answer as a table or as words; only the style is left out, and the drawing."""
    before = govgraph.build_graph(COUNTY)
    after = govgraph.build_graph(replace(COUNTY, bodies=COUNTY.bodies[:-2]), include=["proposed"])
    cells = (
        before,
        *(govgraph.chain(before, body.id) for body in COUNTY.bodies),
        Findings(COUNTY, before.standpoint, (ITSELF, ORPHAN, WAIVED)),
        compare_states(before, after),
        govgraph.timeline(COUNTY),
        govgraph.seats(before),
    )
    made = [
        re.sub(r"<style>.*?</style>|src=\"[^\"]*\"", "", shown(each)[0], flags=re.DOTALL)
        for each in cells
    ]
    assert all(made)
    hold("cells.html", "\n".join(made))


def test_every_cell_of_the_gallery_shows_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook in docs/ is run from end to end, wherever it is opened."""
    monkeypatch.chdir(ROOT / "docs")
    book = json.loads((ROOT / "docs" / "gallery.ipynb").read_text(encoding="utf-8"))
    shell = InteractiveShell()
    ran = 0
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            done = shell.run_cell("".join(cell["source"]))
            assert done.success, cell["source"]
            made, _ = DisplayFormatter().format(done.result)
            assert {"text/html", "image/svg+xml"} & {*made}, cell["source"]
            ran += 1
    assert ran > 12


def test_what_a_name_holds_is_never_acted_on() -> None:
    """Not in any cell, and not in the drawing."""
    bodies = tuple(Body(id=id_, name=f"{id_}{EVIL}", apex=id_ == "a") for id_ in "ab")
    evil = replace(structure("b -> a"), title=EVIL, subtitle=EVIL, bodies=bodies)
    seen = govgraph.build_graph(evil)
    without = replace(evil, bodies=bodies[:1], relations=())
    for record in (
        evil,
        govgraph.chain(seen, "b"),
        govgraph.check(seen),
        govgraph.diff(evil, without),
    ):
        html, _ = shown(record)
        assert "<script" not in unquote(html)
        assert '" onload' not in html
        assert "{{ 7 * 7 }}" in html


def test_a_cell_asks_nobody_for_anything() -> None:
    """No address but that of the drawing, which holds itself; no id that could meet another."""
    html, _ = shown(structure("hart -> trust*"))
    assert re.findall(r'(?:src|href)="([^"]{0,19})', html) == ["data:image/svg+xml,"]
    outside = re.sub(r'src="[^"]*"', "", html)
    assert not re.search(r"\sid=|url\(|@import", outside)


def test_a_structure_says_who_answers_to_whom() -> None:
    """In a table beside its drawing, what is not counted included."""
    told = words(shown(structure("fleet? -> hart; hart -> trust*; odd"))[0])
    assert "Hart Body Trust" in told
    assert "Not counted: proposed only" in told
    assert "Nobody: accountability may end here" in told
    assert "Nobody recorded" in told


def test_a_graph_shows_its_own_standpoint() -> None:
    """Not that of the structure."""
    seen = govgraph.build_graph(structure("fleet? -> trust*"), include=["proposed"])
    html, text = shown(seen)
    assert "with all that is proposed" in words(html)
    assert "Not counted" not in words(html)
    assert text == "test: All dates, with all that is proposed; 2 bodies; 1 relation"


def test_a_large_structure_is_listed_and_counted_but_not_drawn() -> None:
    """A cell is no place for hundreds of boxes."""
    many = Structure(
        bodies=tuple(Body(id=f"b{n}", name=f"Body {n}") for n in range(MOST_DRAWN + 1))
    )
    html, text = shown(many)
    assert "<img" not in html
    assert "govgraph.draw" in html
    assert f"And {MOST_DRAWN + 1 - MOST_LISTED} more" in words(html)
    assert text.startswith("A structure without a title: ")


def test_an_empty_structure_is_shown() -> None:
    """There is nothing to draw and nothing to list."""
    html, _ = shown(Structure(title="Nothing yet"))
    assert words(html) == "Nothing yet All dates"


def test_a_structure_that_cannot_be_drawn_is_still_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its drawing."""

    def refuse(*_: object) -> None:
        raise govgraph.errors.DrawingError("no room")

    monkeypatch.setattr("govgraph.drawing.draw.draw_diagram", refuse)
    html, _ = shown(structure("hart -> trust*"))
    assert "<img" not in html
    assert "Hart" in words(html)


def test_a_chain_says_how_each_step_is_known_and_where_it_stops() -> None:
    """In words, not by a line's looks."""
    whole = structure("fleet -> hart -> board; fleet -> trust*")
    first, *rest = whole.relations
    inferred = replace(whole, relations=(replace(first, basis=Basis.INFERRED, scope="care"), *rest))
    told = words(shown(govgraph.chain(govgraph.build_graph(inferred), "fleet"))[0])
    assert "Chain 1 of 2: reaches Trust" in told
    assert "is accountable to (inferred) → Hart for care" in told
    assert told.count("Stops here") == 1


def test_a_chain_of_thousands_of_steps_stays_small() -> None:
    """The first steps are shown, the rest counted."""
    text = " -> ".join([f"b{n}" for n in range(500)])
    html, _ = shown(govgraph.chain(graph(f"{text} -> trust*"), "b0"))
    assert "and 450 more steps" in words(html)
    assert len(html) < 20_000


def test_what_is_not_counted_is_said() -> None:
    """A chain that would arrive if a proposal were agreed."""
    seen = graph("fleet -> hart?; hart -> trust*")
    html, text = shown(govgraph.chain(seen, "fleet"))
    assert "Not counted as lines of account" in words(html)
    assert "Not counted as lines of account" in text


def test_many_findings_are_cut_short() -> None:
    """The gravest are shown, the rest counted."""
    odd = Structure(bodies=tuple(Body(id=f"b{n}", name=f"Body {n}") for n in range(200)))
    html, _ = shown(govgraph.check(govgraph.build_graph(odd)))
    assert html.count('class="tag error"') <= MOST_LISTED
    assert "holds them all" in words(html)


def test_a_waived_finding_gives_the_reason() -> None:
    """And wears the word."""
    found = govgraph.check(govgraph.build_graph(structure("odd; hart -> trust*")))
    waiver = Waiver(finding="GG101", because="Agreed.", owner="Clerk", until=PartialDate(2030))
    waived = tuple(replace(finding, waiver=waiver) for finding in found.findings)
    told = words(shown(replace(found, findings=waived))[0])
    assert "Waived" in told
    assert "Why it was waived: Agreed. (Clerk)" in told


def test_a_difference_of_its_own_shows_the_names_of_its_bodies() -> None:
    """It knows the two states that it stands between; seen from the other side, too."""
    found = govgraph.diff(structure("hart -> trust*"), structure("fleet -> trust*")).difference
    for each in (found, found.mirrored):
        html, text = shown(each)
        assert "Fleet" in words(html)
        assert "Hart" in text


def test_many_changes_are_cut_short() -> None:
    """Each section shows the first, and counts the rest."""
    many = Structure(bodies=tuple(Body(id=f"b{n}", name=f"Body {n}") for n in range(80)))
    html, _ = shown(govgraph.diff(Structure(), many).difference)
    assert "And 30 more." in words(html)


def test_a_record_without_its_names_shows_as_python_shows_it() -> None:
    """One made by hand, that knows no graph."""
    for record in (Chains("hart", (), (), capped=False), Difference()):
        assert shown(record) == ("", repr(record))


def test_a_drawing_does_not_repeat_itself_in_words() -> None:
    """The text that a notebook keeps beside the picture is short."""
    assert shown(govgraph.draw(graph("hart -> trust*")))[1] == "<Drawing of 'test', sheets: 1>"


@pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # pipes of the browser's own
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(browser: "Browser", page: Path, scheme: str, width: int) -> None:
    """On the colours of a notebook, and in a window as narrow as a telephone's."""
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 900}
    with opened(browser, page, viewport=size, color_scheme=scheme) as seen:
        for summary in seen.locator("summary").all():
            summary.click()
        assert seen.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(seen, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # pipes of the browser's own
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_in_a_cell_has_the_pixels_of_the_drawing(
    browser: "Browser", tmp_path: Path, scheme: str
) -> None:
    """Not only a size: its colours, box by box, as the same drawing shows them by itself."""
    seen = govgraph.build_graph(govgraph.load(ROOT / "data" / "hampshire"))
    histories = govgraph.timeline(govgraph.load(ROOT / "data" / "worcestershire"))
    alone = {
        "structure": govgraph.draw(seen).svg_pages[0],
        "timeline": draw_timeline(histories).svg_pages[0],
    }
    for record, svg in zip((seen, histories), alone.values(), strict=True):
        cell, plain = tmp_path / "cell.html", tmp_path / "plain.svg"
        cell.write_text(f"<!doctype html><meta charset=utf-8>{shown(record)[0]}", encoding="utf-8")
        plain.write_text(svg, encoding="utf-8")
        wide = {"width": 1800, "height": 1600}
        with opened(browser, cell, viewport=wide, color_scheme=scheme) as page:
            image = page.locator("img")
            box = image.bounding_box()
            assert box
            pictured = pixels(image.screenshot())
        size = {"width": round(box["width"]), "height": round(box["height"])}
        framed = tmp_path / "plain.html"
        framed.write_text(
            f"<body style='margin:0'><img style='width:{size['width']}px' "
            f"src='data:image/svg+xml,{quote(svg)}'>",
            encoding="utf-8",
        )
        with opened(browser, framed, viewport=size) as page:
            drawn = pixels(page.locator("img").screenshot())
        assert len(drawn.getcolors(1 << 24) or ()) > 100
        small = [each.resize((160, 120), Image.Resampling.BOX) for each in (pictured, drawn)]
        change = ImageStat.Stat(ImageChops.difference(*small))  # blind to half a pixel's shift
        assert max(change.mean) < 4, change.mean  # without its colours, 12


def pixels(png: bytes) -> Image.Image:
    """A picture as pixels."""
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every cell of the page on notebooks below one another, on the colours of a notebook."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        parts = [shown(value)[0] for value in cells()]
    path = tmp_path_factory.mktemp("notebook") / "notebook.html"
    path.write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Cells</title><style>"
        "html{background:#fff;color:#1f1f1f}"
        "@media (prefers-color-scheme:dark){html{background:#111;color:#ddd}}</style>"
        f"<main><h1>Cells</h1>{''.join(parts)}</main>",
        encoding="utf-8",
    )
    return path
