"""Sheets as one PDF: PDF/UA-1, fonts embedded, text that can be searched, a description a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.drawing.fonts import advances, font_folder
from govgraph.errors import DrawingError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

Page = tuple[str, tuple[float, float], str]
"""An SVG document, its width and height in points, and its description."""

_MOST_UNKNOWN = 12
_JOINER = "\u200d"
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
    try:
        import typst
    except ImportError as error:
        purpose = "drawing a PDF"
        raise MissingExtraError(purpose, "paper") from error
    spoken, _, region = language.partition("-")
    inputs = {"title": title, "language": spoken}
    if len(region) == 2:  # noqa: PLR2004 - a country; a script or a dialect is longer
        inputs["region"] = region
    source = [_HEAD]
    for place, (svg, (width, height), description) in enumerate(pages):
        # PDF/UA wants a sign for each character; a joiner has none in a font that joins nothing.
        inputs[f"svg{place}"] = svg.replace(_JOINER, "")
        inputs[f"alt{place}"] = description
        source.append(_PAGE.format(place=place, width=width, height=height))
    folders = [str(font_folder()), *sorted({str(Path(file).parent) for file in fonts})]
    try:
        compiler = typst.Compiler(
            "".join(source).encode(),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
            ),
            sys_inputs=inputs,
        )
        drawn = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except RuntimeError as error:
        message = f"the sheet cannot be drawn as PDF: {error}{_say_unknown(pages)}"
        raise DrawingError(message) from error
    if not isinstance(drawn, bytes):
        message = "the sheet cannot be drawn as PDF: there is no page"
        raise DrawingError(message)
    return drawn


def _say_unknown(pages: Sequence[Page]) -> str:
    """Which characters the bundled font lacks, and what to do; nothing if there are none."""
    known = advances("regular")
    used = {character for svg, _, _ in pages for character in svg if character.isprintable()}
    unknown = sorted(used - known.keys())
    if not unknown:
        return ""
    listed = " ".join(unknown[:_MOST_UNKNOWN])
    return (
        f"\nThe font has no sign for: {listed}. Name a font that has it in a theme (--theme), "
        "or draw .svg, which uses the fonts of whoever opens it"
    )
