"""Every format that can be read, and finding the one a path is written in.

To add a format, add its module and a line to `FORMATS`. The first is the one that people write by
hand: folders and standard input are read in it.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.files import is_folder, refuse_missing
from govgraph.formats.garbage import paused_collection
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.problems import nearest_spelling, shown, visible
from govgraph.model.structure import Structure

PIPED = "-"
"""The path that stands for standard input."""


class FormatModule(Protocol):
    """What the module of a format offers."""

    def read_file(self, path: Path, limits: Limits) -> Structure:
        """The structure written in one file."""

    def read_folder(self, path: Path, limits: Limits) -> Structure:
        """The structure written in the files of a folder."""

    def read_piped(self, limits: Limits) -> Structure:
        """The structure written on standard input."""


class Format(NamedTuple):
    """A way in which a structure can be written."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    says: str


FORMATS = (
    Format(
        "yaml",
        (".yaml", ".yml"),
        "govgraph.formats.yaml_file",
        "a structure written by hand: a YAML file, or a folder of them",
    ),
)


def read_structure(path: str | Path, limits: Limits = STANDARD) -> Structure:
    """The structure written at `path`: a file, a folder, or `-` for standard input.

    Raises:
        LoadError: it cannot be read, or something in it is wrong; carries every problem.
    """
    with paused_collection():
        if str(path) == PIPED:
            return _module(FORMATS[0]).read_piped(limits)
        where = Path(path)
        if is_folder(where):
            return _module(FORMATS[0]).read_folder(where, limits)
        return _module(_format_of(where)).read_file(where, limits)


def _module(format_: Format) -> FormatModule:
    """The module that reads a format."""
    return cast("FormatModule", import_module(format_.module))


def suffixes() -> tuple[str, ...]:
    """Every suffix that is read."""
    return tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)


def _format_of(path: Path) -> Format:
    """The format that the suffix of a file announces.

    Raises:
        LoadError: there is no such file, or its suffix is that of no format.
    """
    if not os.path.lexists(path):
        raise refuse_missing(path)
    suffix = path.suffix.lower()
    for format_ in FORMATS:
        if suffix in format_.suffixes:
            return format_
    if not suffix:
        return FORMATS[0]  # a shell's <(...) has none
    known = suffixes()
    message = f"'{shown(suffix)}' is the suffix of no format that is read here"
    nearest = nearest_spelling(suffix, known)
    problem = Problem(Place(visible(str(path)), 0, 0), message, shown(suffix), known, nearest)
    raise LoadError((problem,))
