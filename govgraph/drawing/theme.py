"""Colours, fonts and logo of a sheet: everything of its looks that an authority can replace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.diagram import Change, LineStyle, Severity, Shape


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font family of an SVG, how much wider it is than Arial, and its files."""

    family: str
    wider: float
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the top right: its file, its height in points, and its text for the blind."""

    file: str
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class PageColours:
    """The colours of everything that is neither a body, a line nor a finding."""

    background: str
    ink: str
    muted: str
    heading: str
    rule: str
    band: str
    band_alternate: str
    band_label: str
    band_text: str
    area: str
    area_text: str
    missing: str


@dataclass(frozen=True, slots=True)
class FindingColours:
    """The colours of the badges, and of the numbers in them."""

    error: str
    warning: str
    information: str
    number: str

    def of(self, severity: Severity) -> str:
        """The colour of a badge."""
        return {"error": self.error, "warning": self.warning}.get(severity, self.information)


@dataclass(frozen=True, slots=True)
class BodyColours:
    """The colours of one form of body; `width` of its border is in points."""

    fill: str
    text: str
    label: str
    border: str
    width: float


@dataclass(frozen=True, slots=True)
class LineColours:
    """The colour of one form of line, and its width in points."""

    colour: str
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Everything about a sheet's looks that is not fixed by meaning."""

    name: str
    fonts: Fonts
    logo: Logo
    page: PageColours
    findings: FindingColours
    bodies: Mapping[Shape, BodyColours]
    lines: Mapping[LineStyle, LineColours]
    changes: Mapping[Change, BodyColours]
