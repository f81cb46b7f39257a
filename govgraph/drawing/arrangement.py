"""Where on a sheet its key and its findings stand: what a search for room may choose among."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to share a sheet between the drawing and what explains it.

    Attributes:
        key: `foot` is the key in columns below the drawing, the findings beside it; `compact` the
            same in smaller letters and as few lines as it takes; `beside` a column of both at the
            right of the drawing.
        findings_apart: Whether the findings are listed on a sheet of their own.
    """

    key: Literal["foot", "compact", "beside"] = "foot"
    findings_apart: bool = False


PLAIN = Arrangement()
"""The arrangement of a sheet with room enough."""
