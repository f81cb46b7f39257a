"""A logo is embedded in its own proportions."""

from pathlib import Path

import pytest

from govgraph.drawing.sheets.header import draw_logo
from govgraph.drawing.theme import Logo
from govgraph.errors import SettingsError

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x40\x00\x00\x00\x20"


def _logo(folder: Path, name: str, content: bytes, text: str = "") -> Logo:
    path = folder / name
    path.write_bytes(content)
    return Logo(str(path), 30.0, text)


@pytest.mark.parametrize(
    ("name", "content", "width"),
    [
        ("crest.svg", b'<svg viewBox="0 0 40 20"/>', 60),
        ("crest.svg", b"<svg width='10mm' height='30mm' viewBox='0,0,1,3'/>", 10),
        ("crest.svg", b'<svg width="40" height="40"/>', 30),
        ("crest.PNG", PNG, 60),
        ("banner.svg", b'<svg viewBox="0 0 900 10"/>', 150),
    ],
)
def test_its_width_follows_from_its_height(
    tmp_path: Path, name: str, content: bytes, width: float
) -> None:
    """By the proportions that the file itself says; a banner stays within bounds."""
    drawn, taken = draw_logo(_logo(tmp_path, name, content), 500)
    assert taken == pytest.approx(width)
    assert f'width="{width}" height="30"' in drawn


def test_no_other_file_is_asked_for(tmp_path: Path) -> None:
    """The picture is in the sheet, and says what it is."""
    logo = _logo(tmp_path, "crest.svg", b'<svg viewBox="0 0 1 1"/>', "Crest of Ynys M\u00f4n & co")
    drawn, _ = draw_logo(logo, 500)
    assert 'href="data:image/svg+xml;base64,' in drawn
    assert "<title>Crest of Ynys M\u00f4n &amp; co</title>" in drawn


def test_a_logo_without_words_has_no_title(tmp_path: Path) -> None:
    """A decoration is silent."""
    assert "<title>" not in draw_logo(_logo(tmp_path, "crest.png", PNG), 500)[0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crest.png", b"GIF89a"),
        ("crest.png", PNG[:20]),
        ("crest.png", PNG[:20] + bytes(4)),
        ("crest.svg", b"<svg/>"),
        ("crest.svg", b'<svg viewBox="0 0 100% 5"/>'),
        ("crest.svg", b'<svg viewBox="0 0 0 5"/>'),
    ],
)
def test_a_file_that_is_no_picture_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    """Before anything is drawn with it."""
    with pytest.raises(SettingsError, match="crest"):
        draw_logo(_logo(tmp_path, name, content), 500)
