"""Text is measured and wrapped by the bundled font alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.drawing.fonts import advances, font_files
from govgraph.drawing.text import measure, stated_length, wrap

NAMES = (
    "Tŵr Ynys Môn",
    "Bòrd na Gàidhlig",
    "Rada Łódzka",
    "Țara Făgărașului",
    "Þingvellir og Ísafjörður",
    "Kęstutis Žemaitija",
    "Győr-Moson-Sopron",
    "Ẁẃẅŷ Ṫeaċ Ḃríġde",
    "Đà Nẵng",
    "Αθήνα",
    "Київ",
    "“Quoted” – and — dashed… £€",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_european_names_is_in_the_font(name: str) -> None:
    """No letter of these names has to be guessed."""
    assert set(name) <= set(advances("regular"))
    assert set(name) <= set(advances("bold"))


def test_the_font_files_are_there() -> None:
    """Four styles are bundled."""
    assert [file.is_file() for file in font_files()] == [True] * 4


def test_a_known_width() -> None:
    """Liberation Sans has a digit of 1139 units in 2048."""
    assert measure("00", 10) == pytest.approx(2 * 11390 / 2048)


def test_bold_is_wider_than_regular() -> None:
    """The two weights have widths of their own."""
    assert measure("Partnership", 10, "bold") > measure("Partnership", 10)


def test_letter_spacing_counts_after_every_letter() -> None:
    """Three letters bear three spaces."""
    assert measure("abc", 10, spacing=0.5) == pytest.approx(measure("abc", 10) + 1.5)


def test_a_combining_mark_takes_no_room() -> None:
    """A letter and its accent are as wide as the letter."""
    assert measure("w\u0302", 10) == pytest.approx(measure("w", 10))


def test_a_mark_that_the_font_lacks_takes_no_room() -> None:
    """A combining mark is never given a width of its own."""
    assert measure("a\u20d7", 10) == pytest.approx(measure("a", 10))


def test_a_letter_that_the_font_lacks_takes_an_em() -> None:
    """What has no glyph is given room enough."""
    assert measure("学", 10) == pytest.approx(10)


def test_a_ligature_that_the_font_lacks_is_measured_by_its_letters() -> None:
    """A fraction in one character is as wide as its parts."""
    assert measure("㎏", 10) == pytest.approx(measure("kg", 10))


def test_control_characters_take_no_room() -> None:
    """Nothing is printed for them."""
    assert measure("a\x00b", 10) == pytest.approx(measure("ab", 10))


def test_lines_are_of_like_length() -> None:
    """Two lines are balanced, not one long and one short."""
    assert wrap("one two three four", 10, 75) == ("one two", "three four")


def test_a_paragraph_fills_its_lines() -> None:
    """Unbalanced, the last line is as short as it comes."""
    assert wrap("one two three four", 10, 75, balanced=False) == ("one two three", "four")


def test_a_no_break_space_keeps_words_together() -> None:
    """A name is not parted from its number."""
    assert wrap("Ward\u00a07 and Ward\u00a08", 10, 60) == ("Ward\u00a07 and", "Ward\u00a08")


def test_a_long_word_breaks_after_its_hyphen() -> None:
    """No second hyphen is added."""
    assert wrap("Stratford-upon-Avon", 10, 62) == ("Stratford-", "upon-Avon")


def test_a_long_word_without_hyphen_gets_one() -> None:
    """The break is shown."""
    lines = wrap("Llanfairpwllgwyngyll", 10, 60)
    assert "".join(line.removesuffix("-") for line in lines) == "Llanfairpwllgwyngyll"
    assert all(line.endswith("-") for line in lines[:-1])


def test_an_accent_stays_with_its_letter() -> None:
    """A break never comes between a letter and its combining mark."""
    lines = wrap("e\u0301" * 30, 10, 40)
    assert all(line[0] == "e" for line in lines)


def test_no_text_is_one_empty_line() -> None:
    """A body without a name still has a line."""
    assert wrap("  ", 10, 50) == ("",)


@given(st.text(st.sampled_from("abcŵ W-/\u0301"), max_size=60), st.floats(25, 200))
def test_every_line_fits_its_width(text: str, width: float) -> None:
    """Nothing is wider than it may be, and no letter is lost."""
    lines = wrap(text, 10, width)
    assert all(measure(line, 10) <= width + 1e-6 for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == "".join(text.split()).replace("-", "")


def test_a_word_of_ten_thousand_letters_is_broken_in_little_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each letter is measured a few times, never once for each letter after it."""
    measured = 0

    def counting(text: str, *_others: object) -> float:
        nonlocal measured
        measured += len(text)
        return float(len(text))

    monkeypatch.setattr("govgraph.drawing.text.measure", counting)
    lines = wrap("x" * 10_000, 10, 20.0)
    assert len(lines) == 527
    assert measured < 200_000


def test_the_length_of_a_text_is_stated_where_it_is_known() -> None:
    """In our own font, of letters that it has; of a few letters it makes no difference."""
    assert stated_length("Hart", 10, 1.0, "bold") == round(measure("Hart", 10, "bold"), 1)
    assert stated_length("Hart", 10, 1.1) is None
    assert stated_length("地方議会", 10, 1.0) is None
    assert stated_length("3", 10, 1.0) is None
