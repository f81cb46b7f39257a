"""A structure from one format into another, written whole or not at all."""

import logging
from dataclasses import replace
from pathlib import Path

from govgraph.errors import OutputError, SettingsError
from govgraph.formats.account import Account, Skipped
from govgraph.formats.edge_columns import ColumnMap
from govgraph.formats.edge_list import read_mapped
from govgraph.formats.files import read_bytes
from govgraph.formats.format_catalogue import (
    PIPED,
    find_format,
    find_lossy_conversions,
    read_account,
    write_structure,
)
from govgraph.formats.format_list import FORMATS
from govgraph.formats.limits import current_limits
from govgraph.formats.problems import Problems
from govgraph.formats.register.register_files import refuse_beyond_structures
from govgraph.formats.yaml_editing import has_comments, written_into
from govgraph.model.structure import Structure
from govgraph.reporting.drawn_formats import DRAWN, draw_as, find_drawn
from govgraph.reporting.whole_files import make_folder, refuse_to_overwrite, write_whole


def write_to(structure_files: dict[str, bytes], path: Path) -> tuple[Path, ...]:
    """Write the files of a structure at a path, and give the paths written.

    A folder that holds other files of a structure is refused: they would be read with these.

    Raises:
        OutputError: a file could not be written, or the folder holds another structure.
    """
    if "" in structure_files:
        write_whole(path, structure_files[""])
        return (path,)
    make_folder(path)
    suffixes = {end for each in FORMATS if "folder" in each.reads for end in each.suffixes}
    strangers = sorted(
        file.name
        for file in path.iterdir()
        if file.suffix.lower() in suffixes and file.name not in structure_files
    )
    if strangers:
        raise OutputError(
            f"{path} holds {', '.join(strangers)}, which would be read with what is written,"
            " or in its place; name a new folder, or remove them"
        )
    for name, content in structure_files.items():
        write_whole(path / name, content)
    return tuple(path / name for name in structure_files)


def save_structure(structure: Structure, path: Path, to: str = "") -> tuple[Path, ...]:
    """Write a structure, and give the paths written; what is lost is told through logging.

    Raises:
        SettingsError: no such format.
        OutputError: it could not be written.
    """
    if to:
        find_format(to, (*FORMATS, *DRAWN))
    files, lost = _written(structure, path, to)
    if _is_yaml(path, to):
        files, kept = _beside_comments(structure, path, files)
        lost += kept
    for left in lost:
        logging.getLogger(__name__).warning("%s", left)
    return write_to(files, path)


def convert(
    source: Path,
    target: Path,
    *,
    from_: str = "",
    to: str = "",
    mapping: ColumnMap | None = None,
) -> tuple[Account, bytes]:
    """Read a structure in one format and write it in another.

    Args:
        source: a file, a folder, or `-` for standard input.
        target: a file, a folder, or `-`: then the bytes are given and nothing is written.
        from_: the format of `source`; found by suffix and content without one.
        to: the format of `target`; found by its suffix without one.
        mapping: the columns of a table of somebody else's, as `edge_columns.parse_mapping` gives.

    Raises:
        LoadError: the source could not be read.
        SettingsError: no such format, or a register that cannot be read body by body.
        OutputError: the target could not be written, or is what is read and would hold less.
    """
    if str(target) == PIPED and not to:
        raise SettingsError("say with --to in which format to write to standard output")
    if to:
        find_format(to, (*FORMATS, *DRAWN))
    if not mapping:
        refuse_beyond_structures(source)
    account = (
        read_mapped(source, mapping, current_limits()) if mapping else read_account(source, from_)
    )
    files, lost = _written(account.structure, target, to)
    if account.fates or lost:  # what is left out would be nowhere then
        refuse_to_overwrite(target, source)
    if str(target) != PIPED and _is_yaml(target, to):
        files, kept = _beside_comments(account.structure, target, files)
        lost += kept
    account = replace(account, skipped=(*account.skipped, *lost))
    if str(target) != PIPED:
        write_to(files, target)
        return account, b""
    if "" not in files:
        raise SettingsError(f"the format '{to}' is a folder; name one to write to")
    return account, files[""]


def _written(
    structure: Structure, target: Path, to: str
) -> tuple[dict[str, bytes], tuple[Skipped, ...]]:
    """The files in which a structure is written, and what they do not hold."""
    drawn = find_drawn(target, to)
    if drawn:
        content, lost = draw_as(structure, drawn)
        return {"": content}, lost
    return write_structure(structure, target, to), find_lossy_conversions(structure, target, to)


def _is_yaml(target: Path, to: str) -> bool:
    """Whether a YAML file is written in place of one that is there."""
    return to in {"", FORMATS[0].name} and (
        target.suffix.lower() in FORMATS[0].suffixes and target.is_file()
    )


def _beside_comments(
    structure: Structure, target: Path, files: dict[str, bytes]
) -> tuple[dict[str, bytes], tuple[Skipped, ...]]:
    """The file that is there, changed where it says something else; and comments that went."""
    before = read_bytes(target, Problems())
    if before is None or not has_comments(before):
        return files, ()
    edited = written_into(before, structure, str(target))
    if edited is None:
        why = "the file could not be changed line by line, and is written anew"
        return files, (Skipped(f"the comments of {target} as it stood there", why),)
    if not edited.lost:
        return {"": edited.text.encode()}, ()
    left = Skipped(f"comments of {target}", "what they stood by is written anew", of=edited.lost)
    return {"": edited.text.encode()}, (left,)
