"""What a paper is made of: headings, paragraphs, lists, tables and figures, in plain records.

Every text in them is literal: what writes them to a file escapes whatever that file gives a
meaning to.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings.

    Attributes:
        number: counted through the paper, from 1.
        caption: what it is a table of.
        headings: one a column.
        rows: as many cells a row as there are headings; a cell is one or more paragraphs.
        widths: how wide each column is, as a share of all; together 1.
    """

    number: int
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as an SVG document.

    Attributes:
        svg: The document.
        width: In points.
        height: In points.
        fonts: The files of its fonts, where they are not the bundled ones.
        caption: How high its caption may become, in points.
    """

    svg: str
    width: float
    height: float
    fonts: tuple[str, ...] = ()
    caption: float = 39.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, on a page of its own or among the text.

    Attributes:
        number: counted through the paper, from 1.
        caption: what it shows.
        alternative: what it shows, for whoever cannot see it.
        picture: the drawing.
        small: whether it stands among the text.
    """

    number: int
    caption: str
    alternative: str
    picture: Picture
    small: bool = False


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Labels:
    """The words round numbers: `Table 1`, `Figure 1`, `Page 1 of 9`."""

    table: str
    figure: str
    page: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper; `language` is a BCP 47 tag."""

    title: str
    subtitle: str
    particulars: str
    language: str
    labels: Labels
    blocks: tuple[Block, ...]
