"""A drawing becomes a part of a page and nothing more."""

import pytest

from govgraph.errors import DrawingError
from govgraph.reporting.page.inline_svg import inline_svg

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def made(inside: str, attributes: str = "") -> str:
    """The markup of an SVG document that holds `inside`."""
    return inline_svg(f"<svg {NAMESPACES} {attributes}>{inside}</svg>").markup


def test_ids_and_what_refers_to_them_change_together() -> None:
    """Titles, markers and uses still find what they mean."""
    markup = made(
        '<title id="t">A</title><marker id="m"/><path id="p" marker-end="url(#m)"/>'
        '<use xlink:href="#p"/>',
        'aria-labelledby="t d"',
    )
    assert markup == (
        '<svg aria-labelledby="svg-t svg-d"><title id="svg-t">A</title><marker id="svg-m"/>'
        '<path id="svg-p" marker-end="url(#svg-m)"/><use href="#svg-p"/></svg>'
    )


def test_a_link_to_the_page_stays_one() -> None:
    """What is no id of the drawing is one of the page."""
    assert 'href="#body-hart"' in made('<a href="#body-hart"><text>Hart</text></a>')


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>@import 'https://example.org/a.css'</style>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<metadata xmlns='https://example.org/other'>x</metadata>",
        "<!-- a remark -->",
        "<?process this?>",
    ],
)
def test_what_acts_or_is_no_drawing_is_left_out(inside: str) -> None:
    """The page's policy would refuse it, or a browser would not know it."""
    assert made(f"{inside}<rect/>") == "<svg><rect/></svg>"


@pytest.mark.parametrize(
    "inside",
    [
        '<rect onclick="alert(1)"/>',
        '<rect style="fill: red"/>',
        '<rect fill="url(https://example.org/a.svg#b)"/>',
        '<rect xlink:href="https://example.org/a.svg"/>',
        '<rect href="https://example.org/a.svg"/>',
        '<rect xml:space="preserve"/>',
    ],
)
def test_attributes_that_act_or_fetch_are_left_out(inside: str) -> None:
    """The element stays, without them."""
    assert made(inside) == "<svg><rect/></svg>"


def test_a_logo_held_whole_stays() -> None:
    """An image as a data address asks nothing of anybody; one elsewhere is not shown."""
    assert 'href="data:image/png;base64,AA"' in made('<image href="data:image/png;base64,AA"/>')
    assert made('<image href="https://example.org/logo.png"/>') == "<svg><image/></svg>"
    assert made('<a href="javascript:alert(1)"><rect/></a>') == "<svg><a><rect/></a></svg>"


def test_the_language_of_the_words_is_kept() -> None:
    """As HTML writes it."""
    assert made("", 'xml:lang="cy"') == '<svg lang="cy"/>'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="72pt" height="36pt"', (96, 48)),
        ('width="25.4mm" height="2.54cm"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 640,480"', (640, 480)),
        ('width="1in" viewBox="0 0 5 7"', (96, 7)),
        ("", (0, 0)),
    ],
)
def test_its_size_is_told_in_pixels(attributes: str, size: tuple[int, int]) -> None:
    """From its own size, or else from its view box."""
    drawing = inline_svg(f"<svg {NAMESPACES} {attributes}/>")
    assert (drawing.width, drawing.height) == size
    assert drawing.is_wide is (size[0] > size[1])


@pytest.mark.parametrize(
    "text", ["not SVG", "<svg/>", "<html xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_drawing_is_refused(text: str) -> None:
    """With a message of ours."""
    with pytest.raises(DrawingError, match="the diagram is not"):
        inline_svg(text)


def test_looks_become_rules_of_the_style_sheet() -> None:
    """The commonest are those of the element's name; others have a class; references stay."""
    drawing = inline_svg(
        f'<svg {NAMESPACES}><text font-size="7" fill="#111111">a</text>'
        '<text fill="#111111" font-size="7" class="k">b</text><text fill="red" class="k">c</text>'
        '<text>d</text><rect fill="url(#p)" rx="2"/></svg>'
    )
    assert drawing.markup == (
        '<svg><text>a</text><text class="k">b</text><text class="k a">c</text>'
        '<text class="b">d</text><rect fill="url(#svg-p)" rx="2"/></svg>'
    )
    assert drawing.style == (
        ":where(.sheet svg) text{fill:#111111;font-size:7px}"
        ".a{fill:red;font-size:inherit}.b{fill:inherit;font-size:inherit}"
    )


def test_a_reference_is_not_painted_over_by_what_is_common() -> None:
    """Where one rectangle is filled by reference, no rule speaks for all rectangles."""
    drawing = inline_svg(
        f'<svg {NAMESPACES}><rect fill="red"/><rect fill="url(#p)" stroke="blue"/></svg>'
    )
    assert drawing.style == ".a{fill:red}.b{stroke:blue}"


def test_no_look_ends_its_rule() -> None:
    """What a style sheet would read as more than a value stays an attribute."""
    drawing = inline_svg(f'<svg {NAMESPACES}><rect fill="red;x"/></svg>')
    assert drawing.style == ""


def test_a_page_that_says_more_than_the_description_replaces_it() -> None:
    """Nobody wants a thousand sentences read aloud before the tables that hold them."""
    document = f"<svg {NAMESPACES}><desc>A reports to B. And so on.</desc></svg>"
    assert (
        inline_svg(document, "See the tables.").markup == "<svg><desc>See the tables.</desc></svg>"
    )
    assert "And so on." in inline_svg(document).markup


def test_places_are_as_fine_as_a_screen() -> None:
    """A tenth of a point will do for what is drawn; what is said keeps its figures."""
    assert made('<path d="M1.25 -3.04L10.5 2"/><text x="7.99">7.99</text>') == (
        '<svg><path d="M1.2-3l9.3 5"/><text x="8">7.99</text></svg>'
    )
    assert made('<polygon points="1.04,2 -3.5,4"/>') == '<svg><polygon points="1 2-3.5 4"/></svg>'


def test_the_bands_below_a_bus_are_one_path() -> None:
    """They look alike; where one does not, it stays by itself."""
    assert made(
        '<g class="gg-casing"><path d="M0 0L1 0" stroke="#fff"/><path d="M2 0L2 5" stroke="#fff"/>'
        '<path d="M0 0L9 9"/></g>'
    ) == (
        '<svg><g class="gg-casing"><path d="M0 0h1M2 0v5"/><path d="M0 0l9 9" class="a"/></g></svg>'
    )


def test_what_a_script_reads_can_be_lifted_out() -> None:
    """Title and data of every group that stands for something, in the order of the drawing."""
    document = (
        f'<svg {NAMESPACES}><g class="gg-body" data-id="a"><title>A: Trust</title><rect/></g>'
        '<g class="gg-rim" data-from="a" data-to="b"><rect/></g>'
        '<g class="gg-head"><title>Kept</title></g></svg>'
    )
    drawing = inline_svg(document, lift=True)
    assert drawing.marks == (("A: Trust", {"id": "a"}), ("", {"from": "a", "to": "b"}))
    assert drawing.markup == (
        '<svg><g class="gg-body"><rect/></g><g class="gg-rim"><rect/></g>'
        '<g class="gg-head"><title>Kept</title></g></svg>'
    )
    assert inline_svg(document).marks == ()


def test_how_texts_fit_is_left_to_the_script_where_there_is_one() -> None:
    """It is set again before anyone sees it in another font."""
    text = '<text textLength="26.1" lengthAdjust="spacingAndGlyphs">Hart</text>'
    document = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{text}</svg>'
    assert 'textLength="26.1" lengthAdjust="spacingAndGlyphs"' in inline_svg(document).markup
    lifted = inline_svg(document, lift=True)
    assert "<text>Hart</text>" in lifted.markup
    assert lifted.fits == ("26.1",)
