"""A theme read from one small TOML file, laid over the one that comes with govgraph."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from govgraph.drawing.contrast import too_faint
from govgraph.drawing.theme import (
    BodyColours,
    FindingColours,
    Fonts,
    LineColours,
    Logo,
    PageColours,
    Theme,
)
from govgraph.errors import SettingsError
from govgraph.formats.problems import Problems, shown
from govgraph.formats.toml_file import read_toml

_BUILT_IN = Path(__file__).with_name("theme.toml")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LOGOS = (".png", ".svg")

Table = dict[str, Any]
Part = TypeVar("Part")


@cache
def built_in_theme() -> Theme:
    """The theme that comes with govgraph."""
    return _theme(_built_in_table())


def find_theme(path: str | Path | None) -> Theme | None:
    """The theme in the file named, if one is.

    Raises:
        SettingsError: the file is no theme.
    """
    return None if path is None else read_theme(Path(path))


def read_theme(path: Path) -> Theme:
    """An authority's own theme; what its file leaves out is as in the built-in one.

    Args:
        path: A TOML file with some of the keys of `theme.toml`. Files that it names (logo, fonts)
            are looked for beside it.

    Raises:
        SettingsError: The file cannot be read, names something unknown, or has colours that are
            too close together to be read.
    """
    found = Problems()
    own = read_toml(path, found)
    if own is None:
        raise SettingsError("\n".join(map(str, found.found)))
    theme = _theme(_laid_over(_built_in_table(), own, str(path)), path)
    faint = too_faint(theme)
    if faint:
        message = "\n".join(f"{path}: {line}" for line in faint)
        raise SettingsError(message)
    return theme


def _built_in_table() -> Table:
    return tomllib.loads(_BUILT_IN.read_text(encoding="utf-8"))


def _laid_over(below: Table, above: Table, place: str) -> Table:
    """The table `below` with the values of `above`, each of the kind that stood there."""
    result = dict(below)
    for key, value in above.items():
        if key not in below:
            message = f"{place}: '{shown(key)}' is no part of a theme{_meant(key, below)}"
            raise SettingsError(message)
        result[key] = _judged(below[key], value, f"{place}: {key}")
    return result


def _meant(key: str, known: Table) -> str:
    from difflib import get_close_matches

    nearest = get_close_matches(key, known, n=1)
    return f"; did you mean '{nearest[0]}'?" if nearest else f" (allowed: {', '.join(known)})"


def _judged(before: object, value: Any, place: str) -> Any:  # noqa: ANN401 - TOML is untyped
    """The value, if it is of the kind that `before` is."""
    if isinstance(before, dict) and isinstance(value, dict):
        return _laid_over(before, value, place)
    if isinstance(before, float) and isinstance(value, int | float) and 0 < value <= 100:  # noqa: PLR2004
        return float(value)
    if isinstance(before, list) and isinstance(value, list):
        return [str(item) for item in value]
    if isinstance(before, str) and isinstance(value, str):
        if _COLOUR.fullmatch(before) and not _COLOUR.fullmatch(value):
            message = f"{place}: '{shown(value)}' is no colour of the form #rrggbb"
            raise SettingsError(message)
        return value
    message = (
        f"{place}: {shown(repr(value))} cannot stand here; an example of what can is {before!r}"
    )
    raise SettingsError(message)


def _theme(table: Table, path: Path = _BUILT_IN) -> Theme:
    return Theme(
        name=table["name"],
        fonts=_fonts(table["fonts"], path),
        logo=_logo(table["logo"], path),
        page=_part(PageColours, table["page"]),
        findings=_part(FindingColours, table["findings"]),
        bodies={shape: _part(BodyColours, part) for shape, part in table["bodies"].items()},
        lines={style: _part(LineColours, part) for style, part in table["lines"].items()},
        changes={change: _part(BodyColours, part) for change, part in table["changes"].items()},
    )


def _part(kind: type[Part], table: Table) -> Part:
    return kind(**{field.name: table[field.name] for field in fields(kind)})  # type: ignore[arg-type]


def _fonts(table: Table, path: Path) -> Fonts:
    files = tuple(_beside(path, name) for name in table["files"])
    return Fonts(table["family"], table["wider"], files)


def _logo(table: Table, path: Path) -> Logo:
    name = table["file"]
    if name and Path(name).suffix.lower() not in _LOGOS:
        message = f"{path}: the logo '{shown(name)}' is neither a PNG nor an SVG file"
        raise SettingsError(message)
    return Logo(_beside(path, name) if name else "", table["height"], table["text"])


def _beside(path: Path, name: str) -> str:
    """The path of a file that a theme names, which must be there."""
    found = path.parent / name
    try:
        there = found.is_file()
    except OSError:  # a name too long for the disk
        there = False
    if not there:
        message = f"{path}: the file '{shown(name)}' is not beside the theme"
        raise SettingsError(message)
    return str(found)
