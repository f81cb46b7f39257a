"""Sheets as one PDF: PDF/UA-1, fonts embedded, text that can be searched, a description a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.outputs.lettering import Lettering, compile_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

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
