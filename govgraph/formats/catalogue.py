"""Every format that can be read, and finding the one a path is written in.

To add a format, add its file and a line to `FORMATS`. Its module has `read_file`, and, where a
folder can be a structure in that format, `read_folder`.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.files import is_folder, refuse_missing
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.problems import nearest_spelling, shown
from govgraph.model.structure import Structure

PIPED = "-"
"""The path that stands for standard input."""


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
    by_hand = FORMATS[0]
    if str(path) == PIPED:
        structure: Structure = import_module(by_hand.module).read_piped(limits)
        return structure
    where = Path(path)
    if is_folder(where):
        structure = import_module(by_hand.module).read_folder(where, limits)
    else:
        structure = import_module(_format_of(where).module).read_file(where, limits)
    return structure


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
    problem = Problem(Place(shown(str(path)), 0, 0), message, shown(suffix), known, nearest)
    raise LoadError((problem,))
