"""Rows of a table of somebody else's, each cell under its heading."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.errors import Place


class HeadedRow(NamedTuple):
    """One row: its cells under their headings, in small letters, and where it stands."""

    cells: dict[str, str]
    place: Place

    def get(self, *headings: str) -> str:
        """The first of some cells that holds anything."""
        return next((self.cells[name] for name in headings if self.cells.get(name)), "")


def headed(rows: Sequence[Sequence[str]], file: str, needed: str) -> Iterator[HeadedRow]:
    """Each row below the headings, which are the first row with the needed one; none without."""
    heads: list[str] = []
    for number, cells in enumerate(rows, start=1):
        plain = [" ".join(cell.split()) for cell in cells]
        if not heads:
            folded = [cell.casefold() for cell in plain]
            heads = folded if needed in folded else []
        elif any(plain):
            under = zip(heads, plain, strict=False)
            yield HeadedRow({name: cell for name, cell in under if name}, Place(file, number, 1))
