"""What every contestant does, and what it is asked in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

LINE = "accountable_to"
Answer = dict[str, int]


class Contestant(Protocol):
    """One way of loading a register and checking it."""

    def load(self, folder: Path) -> None:
        """Read the two tables, and build the library's own graph of the lines that hold."""

    def check(self) -> Answer:
        """One number for each of the rules GG101 to GG109."""

    def depth(self) -> int:
        """Steps of the longest chain, a ring counted as one place: what GG111 rests on."""
