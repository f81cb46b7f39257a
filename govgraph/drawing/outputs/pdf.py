"""Sheets as one PDF: PDF/UA-1, fonts embedded, text that can be searched, a description a page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.drawing.fonts import MISSING, advances, font_folder
from govgraph.errors import DrawingError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


BOX = "\u25a1"
"""What is drawn for a letter that is not there."""
JOINER = "\u200d"
"""Joins nothing where a box stands for a letter, and has no sign of its own."""

_ROUNDS = 6
_TEXT = re.compile(r"(<text\b[^>]*>)(.*?)(?=</text>)", re.DOTALL)
_BETWEEN_TAGS = re.compile(r"(<[^>]*>)|([^<]+)")
_BOXES = re.compile(f"{BOX}+")
_REFUSED = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_UNTOLD = "missing codepoints"
"""What Typst says of accents that it stacked on a letter and can no longer tell apart."""

Page = tuple[str, tuple[float, float], str]
"""An SVG document, its width and height in points, and its description."""

_HEAD = """\
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.language, region: sys.inputs.at("region", default: none))
#set page(margin: 0pt)
"""
_PAGE = """\
#page(width: {width:.2f}pt, height: {height:.2f}pt, image(
  bytes(sys.inputs.svg{place}), format: "svg", alt: sys.inputs.alt{place},
  width: {width:.2f}pt, height: {height:.2f}pt,
))
"""


@dataclass(frozen=True, slots=True)
class Lettering:
    """What is known of the letters that cannot be set.

    Attributes:
        bundled: Whether there is no font but the bundled one.
        boxed: Letters that no font has, not even `MISSING`.
        accents_drawn: Whether accents that no letter has taken up can be drawn.
        accents_printed: Whether they can stand in running text.
    """

    bundled: bool
    boxed: frozenset[str] = frozenset()
    accents_drawn: bool = True
    accents_printed: bool = True

    def printed(self, text: str) -> str:
        """A running text, its accents joined to their letters."""
        joined = unicodedata.normalize("NFC", text.replace(JOINER, ""))
        return self._with_boxes(joined, accents=self.accents_printed)

    def drawn(self, svg: str) -> str:
        """An SVG document with a box for each letter that cannot be drawn."""
        if svg.isascii():
            return svg
        return _TEXT.sub(lambda text: text[1] + _BETWEEN_TAGS.sub(self._written, text[2]), svg)

    def without(self, error: RuntimeError) -> Lettering:
        """What is known after Typst refused a document; the same where it was for other reasons."""
        told = f"{error} {getattr(error, 'diagnostic', '')}"
        texts = "".join(_REFUSED.findall(told))
        plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), texts)
        refused = frozenset(letter for letter in plain if not letter.isascii())
        if refused - self.boxed:
            return replace(self, boxed=self.boxed | refused)
        if _UNTOLD not in told:
            return self
        return replace(self, accents_drawn=False, accents_printed=self.accents_drawn)

    def _written(self, part: re.Match[str]) -> str:
        """A tag as it is; a text with its boxes in the font that has them."""
        tag, text = part.groups()
        if tag:
            return str(tag)
        known = advances("regular")
        joined = text.replace(JOINER, "")
        if self.bundled:
            joined = "".join(
                letter if letter in known or not letter.isprintable() else BOX for letter in joined
            )
        drawn = self._with_boxes(joined, accents=self.accents_drawn)
        return _BOXES.sub(lambda run: f'<tspan font-family="{MISSING}">{run[0]}</tspan>', drawn)

    def _with_boxes(self, text: str, *, accents: bool) -> str:
        if text.isascii() or (accents and not self.boxed):
            return text
        return "".join(
            BOX if letter in self.boxed or (not accents and _is_accent(letter)) else letter
            for letter in text
        )


def compile_pdf(
    source: bytes,
    inputs: Callable[[Lettering], dict[str, str]],
    fonts: Sequence[str] = (),
    what: str = "the sheet cannot be drawn",
) -> bytes:
    """A Typst document as PDF/UA, in the bundled font and those of a theme.

    Args:
        source: The document.
        inputs: What it is given; is told how its letters can be set.
        fonts: More font files, which may have letters that the bundled font lacks.
        what: What to say when it cannot be made.

    Raises:
        MissingExtraError: The extra `paper` is not installed.
        DrawingError: The document cannot be made.
    """
    try:
        import typst
    except ImportError as error:
        purpose = "a PDF"
        raise MissingExtraError(purpose, "paper") from error
    folders = sorted({str(Path(file).parent) for file in fonts})
    found = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder()), *folders],
    )
    lettering = Lettering(bundled=not fonts)
    for _ in range(_ROUNDS):
        try:
            compiler = typst.Compiler(source, font_paths=found, sys_inputs=inputs(lettering))
            made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
        except RuntimeError as error:
            known, lettering = lettering, lettering.without(error)
            if lettering == known:
                message = f"{what} as PDF: {error}"
                raise DrawingError(message) from error
        else:
            if isinstance(made, bytes):
                return made
            break
    message = f"{what} as PDF: there is no page that can be set"
    raise DrawingError(message)


def has_unknown(text: str) -> bool:
    """Whether a text has letters that the bundled font lacks."""
    return not text.isascii() and any(
        letter not in advances("regular") and letter.isprintable() for letter in text
    )


def _is_accent(letter: str) -> bool:
    """Whether a character is written over, under or through the one before it."""
    return unicodedata.category(letter).startswith("M")


def draw_pdf(
    pages: Sequence[Page], title: str, language: str = "en", fonts: Sequence[str] = ()
) -> bytes:
    """The pages as one PDF document.

    Args:
        pages: At least one page, each of its own size.
        title: The document's title, as a reader's window shows it.
        language: The language of its words, as a BCP 47 tag.
        fonts: More font files, for a theme that names a family of its own.

    Raises:
        MissingExtraError: The extra `paper` is not installed.
        DrawingError: The document cannot be made.
    """
    spoken, _, region = language.partition("-")
    inputs = {"title": title, "language": spoken}
    if len(region) == 2:  # noqa: PLR2004 - a country; a script or a dialect is longer
        inputs["region"] = region
    source = [_HEAD]
    for place, (_, (width, height), description) in enumerate(pages):
        inputs[f"alt{place}"] = description
        source.append(_PAGE.format(place=place, width=width, height=height))

    def given(letters: Lettering) -> dict[str, str]:
        return inputs | {f"svg{place}": letters.drawn(svg) for place, (svg, *_) in enumerate(pages)}

    return compile_pdf("".join(source).encode(), given, fonts)
