"""Rows of tables, each cell under its heading, however somebody has spelt it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govgraph.errors import Place


def tidy_heading(heading: str) -> str:
    """A heading as a field is called: `Also known as` is `also_known_as`."""
    return "_".join(heading.strip().casefold().split())


class HeadedRow(NamedTuple):
    """One row: its cells under their headings, in small letters, and where it stands."""

    cells: dict[str, str]
    place: Place

    def get(self, *headings: str) -> str:
        """The first of some cells that holds anything."""
        return next((self.cells[name] for name in headings if self.cells.get(name)), "")


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The headings of a table and the rows below them.

    Attributes:
        filled: the headings of the columns that hold anything, each once.
        unheaded: how many cells hold something under no heading, or under one written before.
    """

    file: str
    rows: tuple[HeadedRow, ...]
    filled: tuple[str, ...]
    unheaded: int


def find_table(rows: Sequence[Sequence[str]], file: str, needed: str) -> HeadedTable | None:
    """The table whose headings are the first row with the needed one; nothing without."""
    heads: list[str] = []
    found: list[HeadedRow] = []
    unheaded = 0
    for number, cells in enumerate(rows, start=1):
        plain = [" ".join(cell.split()) for cell in cells]
        if not heads:
            folded = [cell.casefold() for cell in plain]
            heads = _once(folded) if needed in folded else []
        elif any(plain):
            under = {name: cell for name, cell in zip(heads, plain, strict=False) if name}
            unheaded += sum(map(bool, plain)) - sum(map(bool, under.values()))
            if any(under.values()):
                found.append(HeadedRow(under, Place(file, number, 1)))
    if not heads:
        return None
    filled = tuple(name for name in heads if name and any(row.cells.get(name) for row in found))
    return HeadedTable(file, tuple(found), filled, unheaded)


def _once(heads: Sequence[str]) -> list[str]:
    """The headings, without those that stand there a second time."""
    return [name if name not in heads[:at] else "" for at, name in enumerate(heads)]
