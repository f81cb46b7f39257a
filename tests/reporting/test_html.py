"""The page is whole, safe, usable and always the same."""

import base64
import hashlib
import itertools
import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from govgraph.drawing.contrast import LINE, TEXT, contrast
from govgraph.model.bodies import Body
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from tests.golden_files import hold
from tests.reporting.page_reading import DIAGRAM, Reader, page_of, words
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN, WAIVED

OWN_SCRIPTS = ("the structure as data", "the explorer")
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}&amp;"


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the small county with its findings."""
    return page_of(COUNTY, ORPHAN, ITSELF, WAIVED)


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    """The same as its elements."""
    return Reader(page)


def test_the_page_is_the_golden_one(page: str) -> None:
    """`GOVGRAPH_GOLDEN=write` writes it anew; read the difference before you commit it."""
    hold("page.html", page)


def test_the_same_structure_gives_the_same_bytes(page: str) -> None:
    """Nothing of the page depends on the hour or on what was built before."""
    assert page == page_of(COUNTY, WAIVED, ITSELF, ORPHAN)


def test_hostile_words_stay_words() -> None:
    """Whatever an author writes anywhere is text on the page and never an element."""
    first = COUNTY.bodies[0]
    hostile = replace(
        COUNTY,
        title=HOSTILE,
        subtitle=HOSTILE,
        note=HOSTILE,
        bodies=(replace(first, name=HOSTILE, remit=HOSTILE, kind=HOSTILE), *COUNTY.bodies[1:]),
        sources=(replace(COUNTY.sources[0], title=HOSTILE), COUNTY.sources[1]),
        people=(replace(COUNTY.people[0], name=HOSTILE),),
    )
    page = page_of(hostile, replace(ORPHAN, message=HOSTILE, remedy=HOSTILE))
    read = Reader(page)
    assert len(read.find("script")) == len(OWN_SCRIPTS)
    assert not read.find("img")
    assert not [each for each in read.elements if any(k.startswith("on") for k in each.attributes)]
    assert read.find("h1")[0].text == HOSTILE


def test_a_name_turns_nothing_after_it_round() -> None:
    """What changes the direction of writing is left out; what Arabic and Hebrew need is kept."""
    page = page_of(Structure(title="Gr\u202eoup\u200f", bodies=(Body(id="b", name="B"),)))
    assert Reader(page).find("h1")[0].text == "Group\u200f"


def test_a_hostile_id_is_still_an_anchor() -> None:
    """An id may hold any sign but a space; the link to its section leads there all the same."""
    id_ = "\"><b>%20'&"
    read = Reader(page_of(Structure(bodies=(Body(id=id_, name="Odd"),))))
    section = read.by_id(f"body-{id_}")
    links = [a.attributes["href"] for a in read.find("a") if a.text == "Odd"]
    assert {unquote(link) for link in links} == {f"#{section.attributes['id']}"}
    assert not section.find("b")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://[broken", False),
        ("file:///etc/passwd", False),
        ("ftp://example.org/a", False),
        ("https:relative", False),
    ],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:  # noqa: FBT001 - a table
    """Any other address of a source leads nowhere."""
    read = Reader(page_of(Structure(sources=(Source(id="a", title="A", url=url),))))
    outward = [a.attributes["href"] for a in read.find("a") if a.attributes["href"][0] != "#"]
    assert outward == ([url] if linked else [])


def test_nothing_is_asked_of_any_other_place(read: Reader) -> None:
    """No element fetches, and only links that a reader follows lead outward."""
    for element in read.elements:
        for name, value in element.attributes.items():
            if name in {"src", "srcset", "poster", "background", "action", "xlink:href"}:
                pytest.fail(f"<{element.tag} {name}={value}>")
            if name == "href" and element.tag != "a":
                assert value == "data:,"
            assert "url(" not in value
    assert not re.search(r"url\(|@import", read.find("style")[0].text)
    assert not re.search(r"fetch\(|XMLHttp|import\b|WebSocket|\beval", read.find("script")[1].text)
    assert {each.tag for each in read.elements}.isdisjoint({"iframe", "object", "embed"})


def test_the_policy_allows_the_pages_own_style_and_script_alone(read: Reader) -> None:
    """The digests in the policy are those of style sheet and script as they stand in the page."""
    (policy,) = (
        each.attributes["content"]
        for each in read.find("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    for directive, own in (
        ("style-src", read.find("style")),
        ("script-src", read.find("script")[1:]),
    ):
        digests = [hashlib.sha256(each.text.encode()).digest() for each in own]
        told = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
        assert f" {directive} {told};" in policy
    data = read.by_id("structure-data")
    assert data.attributes["type"] == "application/json"
    assert json.loads(data.text)["bodies"][0][1] == "Children's Trust"
    assert not [each for each in read.elements if "style" in each.attributes]


def test_every_id_is_there_once(read: Reader) -> None:
    """Even where the diagram has ids of the page."""
    ids = [each.attributes["id"] for each in read.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert "svg-findings" in ids


def test_every_link_and_label_leads_somewhere(read: Reader) -> None:
    """Links within the page and references between elements all have their target."""
    ids = {each.attributes["id"] for each in read.elements if "id" in each.attributes}
    for element in read.elements:
        href = element.attributes.get("href", "")
        wanted = [unquote(href[1:])] if href.startswith("#") else []
        for name in ("aria-labelledby", "for"):
            wanted += element.attributes.get(name, "").split()
        assert set(wanted) <= ids, element


def test_headings_come_in_order(read: Reader) -> None:
    """One first heading, and no level is skipped on the way down."""
    levels = [int(each.tag[1]) for each in read.elements if re.fullmatch(r"h[1-6]", each.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_say_what_they_are(read: Reader) -> None:
    """Each has a caption and headings of columns and rows, and can be scrolled by keyboard."""
    tables = read.find("table")
    assert len(tables) == 6
    for table in tables:
        assert words(table.find("caption")[0].text)
        assert {each.attributes["scope"] for each in table.find("th")} >= {"col", "row"}
        outer = table.above[-1]
        assert outer.attributes["tabindex"] == "0"
        assert outer.attributes["aria-labelledby"] == table.find("caption")[0].attributes["id"]


def test_a_page_has_its_landmarks_and_a_way_past_them(read: Reader) -> None:
    """Header, navigation, main part and footer; the first link skips to the main part."""
    for tag in ("header", "nav", "main", "footer"):
        assert len(read.find(tag)) == 1
    assert read.find("html")[0].attributes["lang"] == "en-GB"
    assert read.find("a")[0].attributes["href"] == "#main"


def test_a_wide_diagram_is_printed_on_a_landscape_page(page: str) -> None:
    """A high one is not; either is shown no smaller than half its size on a screen."""
    high = DIAGRAM.replace('width="300pt" height="200pt"', 'width="200pt" height="300pt"')
    assert 'class="sheet wide"' in page
    assert 'class="sheet wide"' not in page_of(COUNTY, diagram=high)
    assert "min-width:200px" in page


def test_the_palette_can_be_read_in_light_and_in_dark(read: Reader) -> None:
    """Text stands out from what is behind it at least 4.5 to 1, edges of controls 3 to 1."""
    style = read.find("style")[0].text
    blocks = [dict(re.findall(r"--([\w-]+):(#\w{6})", block)) for block in style.split("@media")]
    light, dark = (block for block in blocks[:2])
    for palette in (light, light | dark):
        for behind in (palette["paper"], palette["soft"]):
            for text in ("ink", "muted", "heading", "link", "error", "warning", "information"):
                assert contrast(palette[text], behind) >= TEXT, (text, behind)
            for edge in ("strong-rule", "focus", "accent"):
                assert contrast(palette[edge], behind) >= LINE, (edge, behind)
        for badge in ("error", "warning", "information"):
            assert contrast(palette["on-badge"], palette[badge]) >= TEXT, badge
