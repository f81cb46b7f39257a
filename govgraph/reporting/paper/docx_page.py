"""A page of a Word file: its size and margins, as a text and as a figure need them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.reporting.paper.figure_page import BOTTOM, SIDE, TOP, TemplatePage
from govgraph.reporting.paper.paper_blocks import Picture

if TYPE_CHECKING:
    from docx.section import Section

_POINT = 12_700
"""English metric units, in which Word files measure."""
_TWIP = 635
"""The twentieth of a point, in which pages are measured in the file."""
_A3 = 16_838 * _TWIP, 23_811 * _TWIP
_LARGE = 800.0
"""A figure longer than this many points stands on A3."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The size and the margins of a page, in English metric units.

    Attributes:
        width: how wide the page is.
        height: how high.
        left: the margin at the left.
        right: at the right.
        top: at the top.
        bottom: at the bottom.
    """

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @classmethod
    def of(cls, section: "Section") -> "PageLayout":
        """That of a section."""
        left, right = section.left_margin, section.right_margin
        around = (left, right, section.top_margin, section.bottom_margin)
        size = (section.page_width, section.page_height)
        return cls(*(int(length or 0) for length in (*size, *around)))

    def as_template(self) -> TemplatePage:
        """The same in points, as figures for it are drawn."""
        lengths = (self.width, self.height, self.top, self.bottom)
        return TemplatePage(*(length / _POINT for length in lengths))

    def for_figure(self, picture: Picture, *, own: bool) -> "PageLayout":
        """The page on which a figure stands: the way round that suits it, with all the room.

        Args:
            picture: the figure.
            own: whether head and foot of the page are ours; a template's keep their room.
        """
        short, long = sorted((self.width, self.height))
        if max(picture.width, picture.height) > _LARGE and long < _A3[1]:
            short, long = _A3
        side = round(SIDE * _POINT)
        left, right = min(side, self.left), min(side, self.right)
        top, bottom = self.top, self.bottom
        if own:
            top, bottom = round(TOP * _POINT), round(BOTTOM * _POINT)
        return max(
            (
                PageLayout(*size, left, right, top, bottom)
                for size in ((short, long), (long, short))
            ),
            key=lambda page: page.scale_of(picture),
        )

    def scale_of(self, picture: Picture) -> float:
        """How many times as large a figure might be here."""
        width, height = self.room(picture.caption)
        return min(width / picture.width, height / picture.height)

    def room(self, caption: float = 0.0) -> tuple[int, int]:
        """Width and height of its text area, less the points that a caption takes."""
        height = self.height - self.top - self.bottom - round(caption * _POINT)
        return self.width - self.left - self.right, height

    def set(self, section: "Section") -> None:
        """Give a section this layout."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Emu

        wide = self.width > self.height
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Emu(self.width), Emu(self.height)
        section.left_margin, section.right_margin = Emu(self.left), Emu(self.right)
        section.top_margin, section.bottom_margin = Emu(self.top), Emu(self.bottom)
