"""What is written into an SVG is always well formed."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from govgraph.drawing.svg import element, escape, number, words


@given(st.text())
def test_any_text_is_well_formed(text: str) -> None:
    """No name can break a document, or get out of its attribute."""
    document = element("svg", words(text, 0, 0, 8, "#000000"), title=text)
    root = ET.fromstring(document)  # noqa: S314 - our own document
    assert len(root) == 1


def test_a_text_is_kept_as_it_is() -> None:
    """What XML gives a meaning to is escaped, not dropped."""
    root = ET.fromstring(words('R&D <"Tŵr">', 0, 0, 8, "#000000"))  # noqa: S314 - our own
    assert root.text == 'R&D <"Tŵr">'


def test_an_accent_is_joined_to_its_letter() -> None:
    """A letter with a combining mark is drawn as the one letter that the font has."""
    assert escape("Tw\u0302r") == "Tŵr"


def test_a_lone_surrogate_is_replaced() -> None:
    """A text that is no text does not stop a drawing."""
    assert escape("a\ud800") == "a?"


def test_numbers_are_short() -> None:
    """Two decimals, no needless ones, and never a minus nought."""
    assert [number(value) for value in (1, 2.5, 1 / 3, -0.001, 100)] == [
        "1",
        "2.5",
        "0.33",
        "0",
        "100",
    ]


def test_what_has_no_ink_is_left_out() -> None:
    """Nor does a name turn round what is written after it, or break a line."""
    assert escape("a\u202eb\u2066c\u200bd\ufeffe\u2028f") == "abcde f"
    assert escape("\u0645\u200c\u200f") == "\u0645\u200c\u200f"
