"""A theme is one small file, laid over the built-in one, and refused when it cannot be read."""

from pathlib import Path

import pytest

from govgraph.drawing.theme_file import built_in_theme, read_theme
from govgraph.errors import SettingsError


def _theme(folder: Path, text: str) -> Path:
    path = folder / "council.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_a_theme_leaves_out_stays_as_it_is(tmp_path: Path) -> None:
    """One colour may be changed alone."""
    theme = read_theme(_theme(tmp_path, '[bodies.trust]\nfill = "#004040"\n'))
    assert theme.bodies["trust"].fill == "#004040"
    assert theme.bodies["trust"].text == built_in_theme().bodies["trust"].text
    assert theme.page == built_in_theme().page


def test_a_whole_number_serves_as_a_width(tmp_path: Path) -> None:
    """TOML tells 2 from 2.0; an author need not."""
    theme = read_theme(_theme(tmp_path, "[bodies.trust]\nwidth = 2\n"))
    assert theme.bodies["trust"].width == 2.0


def test_a_logo_and_fonts_lie_beside_the_theme(tmp_path: Path) -> None:
    """Files are named from where the theme stands."""
    (tmp_path / "crest.png").write_bytes(b"")
    (tmp_path / "own.ttf").write_bytes(b"")
    text = '[logo]\nfile = "crest.png"\ntext = "Crest"\n[fonts]\nfiles = ["own.ttf"]\n'
    theme = read_theme(_theme(tmp_path, text))
    assert theme.logo.file == str(tmp_path / "crest.png")
    assert theme.fonts.files == (str(tmp_path / "own.ttf"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[pages]\n", "did you mean 'page'?"),
        ("[xyz]\n", "allowed: name, fonts"),
        ('[page]\nink = "black"\n', "no colour of the form #rrggbb"),
        ("[page]\nink = 3\n", "an example of what can is '#111827'"),
        ("[bodies.trust]\nwidth = -1\n", "cannot stand here"),
        ("page = 1\n", "cannot stand here"),
        ("[page\n", "is not TOML"),
        ("a = " + "[" * 100_000, "stand too deep"),
        (f"[bodies.trust]\nwidth = {'1' * 5000}\n", "is not TOML"),
        (f'[logo]\nfile = "{"x" * 5000}.png"\n', "is not beside the theme"),
        ('[logo]\nfile = "\\u0000.png"\n', "is not beside the theme"),
        ('[logo]\nfile = "crest.png"\n', "'crest.png' is not beside the theme"),
        ('[logo]\nfile = "crest.gif"\n', "neither a PNG nor an SVG"),
        ('[page]\nink = "#aaaaaa"\n', "it needs 4.5"),
        ('[lines]\nliaison = { colour = "#cccccc" }\n', "it needs 3"),
    ],
)
def test_a_theme_that_cannot_be_used_says_why(tmp_path: Path, text: str, said: str) -> None:
    """The message names the file and what is wrong in it."""
    path = _theme(tmp_path, text)
    with pytest.raises(SettingsError, match="council") as raised:
        read_theme(path)
    assert said in str(raised.value)


def test_a_theme_that_is_not_there_says_so(tmp_path: Path) -> None:
    """No traceback for a mistyped path."""
    with pytest.raises(SettingsError, match="cannot be read"):
        read_theme(tmp_path / "none.toml")


def test_a_theme_in_another_encoding_says_so(tmp_path: Path) -> None:
    """Latin-1 is not guessed at."""
    path = tmp_path / "council.toml"
    path.write_bytes(b'name = "Ynys M\xf4n"\n')
    with pytest.raises(SettingsError, match="is not UTF-8 text"):
        read_theme(path)


def test_the_theme_of_the_documentation_can_be_used(tmp_path: Path) -> None:
    """What a reader copies works."""
    page = Path(__file__).parents[2] / "docs" / "themes.md"
    text = page.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    theme = read_theme(_theme(tmp_path, text))
    assert theme.fonts.wider == 1.04
    assert theme.bodies["trust"].border == "#1b4332"
