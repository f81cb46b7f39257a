"""Which format a file or folder is written in: by its suffix, and by what stands in it."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.account import Skipped
from govgraph.formats.files import is_folder, reason, refuse_missing
from govgraph.formats.format_list import (
    FORMATS,
    Format,
    other_formats,
)
from govgraph.formats.problems import nearest_spelling, shown, visible

_HEAD = 65_536
"""How many bytes of a file are looked at to tell formats with the same suffix apart."""


def suffixes() -> tuple[str, ...]:
    """Every suffix that is read."""
    return tuple(
        dict.fromkeys(suffix for each in FORMATS if each.reads for suffix in each.suffixes)
    )


def detect_folder(path: Path) -> Format:
    """The format that the files of a folder are written in: the first that any of them has.

    Where none of them is named after a table, what stands in them may tell another.
    """
    try:
        files = sorted(path.iterdir())
    except OSError:
        return FORMATS[0]  # which says why
    present = {file.suffix.lower() for file in files}
    folders = [each for each in FORMATS if "folder" in each.reads and present & {*each.suffixes}]
    chosen = next((each for each in folders if not each.signs), _find_nested(files))
    signed = [each for each in folders if each.signs and {*each.suffixes} <= {*chosen.suffixes}]
    if signed and not _has_tables(files):
        for each in signed:
            own = [file for file in files if file.suffix.lower() in each.suffixes]
            if any(sign in _head(file) for file in own if file.is_file() for sign in each.signs):
                return each
    return chosen


def _find_nested(files: Iterable[Path]) -> Format:
    """The format whose files stand in the folders of a folder; the first of all without any."""
    within = {
        file.suffix.lower()
        for inner in files
        if is_folder(inner) and not inner.name.startswith(".")
        for file in _listed(inner)
    }
    nested = (each for each in FORMATS if "folders" in each.reads and within & {*each.suffixes})
    return next(nested, FORMATS[0])


def _listed(folder: Path) -> tuple[Path, ...]:
    """What stands in a folder; nothing where it may not be listed, which whoever reads it tells."""
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _has_tables(files: Iterable[Path]) -> bool:
    """Whether any of some files is named after a table."""
    from govgraph.formats.tables import known_table

    return any(known_table(file.stem) for file in files)


def find_passed_over(path: Path, chosen: Format) -> tuple[Skipped, ...]:
    """The tables of a folder that stand in another format than the one it is read in."""
    others = {
        suffix: format_.name
        for format_ in FORMATS
        if "folder" in format_.reads and not format_.signs
        for suffix in format_.suffixes
        if suffix not in chosen.suffixes
    }
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in others)
    if not files:
        return ()
    from govgraph.formats.tables import known_table

    why = f"the folder is read as {chosen.name}; --from {{}} reads its tables of that format"
    return tuple(
        Skipped(f"the file {visible(str(file))}", why.format(others[file.suffix.lower()]))
        for file in files
        if known_table(file.stem)
    )


def detect_file(path: Path) -> Format:
    """The format that the suffix of a file announces, and its content where several share one.

    Raises:
        LoadError: there is no such file, or its suffix is that of no format.
    """
    if not os.path.lexists(path):
        raise refuse_missing(path)
    suffix = path.suffix.lower()
    if not suffix:
        return FORMATS[0]  # a shell's <(...) has none
    known = [format_ for format_ in FORMATS if suffix in format_.suffixes and format_.reads]
    known = known or [each for each in other_formats() if suffix in each.suffixes and each.reads]
    if not known:
        allowed = suffixes()
        message = f"no format that is read here has the suffix '{shown(suffix)}'"
        nearest = nearest_spelling(suffix, allowed)
        problem = Problem(Place(visible(str(path)), 0, 0), message, shown(suffix), allowed, nearest)
        raise LoadError((problem,))
    # What has been read of a pipe, to look at it, cannot be read again.
    signed = [format_ for format_ in known if format_.signs and path.is_file()]
    head = _head(path) if signed else b""
    chosen = (each for each in signed if any(_stands_in(head, sign) for sign in each.signs))
    return next(chosen, next((each for each in known if not each.signs), known[0]))


def _stands_in(head: bytes, sign: bytes) -> bool:
    """Whether a sign is there: of JSON the name of a field, not a word that says something."""
    if not sign.startswith(b'"'):
        return sign in head
    return re.search(re.escape(sign) + rb"\s*:", head) is not None


def _head(path: Path) -> bytes:
    """The first bytes of a file.

    Raises:
        LoadError: it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            return opened.read(_HEAD)
    except (OSError, ValueError) as error:
        place = Place(visible(str(path)), 0, 0)
        raise LoadError((Problem(place, f"cannot be read: {reason(error)}"),)) from error
