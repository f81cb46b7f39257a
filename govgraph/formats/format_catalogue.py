"""Finding the format a path is written in, and reading and writing through it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from govgraph.errors import LoadError, Place, Problem, SettingsError
from govgraph.formats.account import Account, Skipped
from govgraph.formats.detecting import detect_file, detect_folder, find_passed_over
from govgraph.formats.files import is_folder
from govgraph.formats.format_list import (
    FORMATS,
    Format,
    FormatModule,
    answering_for,
    import_format,
    other_formats,
)
from govgraph.formats.garbage import paused_collection
from govgraph.formats.json_nodes import TOO_DEEP
from govgraph.formats.limits import Limits, current_limits
from govgraph.formats.named_references import with_ids_for_names
from govgraph.formats.problems import nearest_spelling, shown, visible
from govgraph.model.structure import Structure

PIPED = "-"
"""The path that stands for standard input, and for standard output."""
_MOST_TOLD = 3
"""How many things that were left out are named one by one."""
_DRAWN = (".svg", ".png", ".pdf")
"""What is a picture of a structure rather than another way to write it."""


def read_structure(path: str | Path, limits: Limits | None = None) -> Structure:
    """The structure written at `path`: a file, a folder, or `-` for standard input.

    What was left out of it is said through Python's logging, as a warning.

    Raises:
        LoadError: it cannot be read, or something in it is wrong; carries every problem.
    """
    account = read_account(path, limits=limits)
    if account.skipped:
        _tell(account, path)
    return account.structure


def _tell(account: Account, path: str | Path) -> None:
    """Say what was left out: each thing, or how many where there are many."""
    import logging

    said = [visible(str(left)) for left in account.skipped]
    if len(said) > _MOST_TOLD:
        where = visible(str(path))
        said = [f"{len(said)} things in {where} were left out; 'govgraph convert' lists them"]
    for line in said:
        logging.getLogger(__name__).warning("%s", line)


def read_account(path: str | Path, format_: str = "", limits: Limits | None = None) -> Account:
    """The structure written at `path`, with an account of what was taken and left.

    Args:
        path: a file, a folder, or `-` for standard input.
        format_: the name of a format; found by suffix and content without one.
        limits: how much a file may ask for; as the environment says unless given.

    Raises:
        LoadError: it cannot be read, or something in it is wrong; carries every problem.
        SettingsError: there is no such format, or it is not read in that way.
    """
    named = find_format(format_) if format_ else None
    limits = limits or current_limits()
    try:
        with paused_collection():
            found = _read(path, named, limits)
    except RecursionError:  # under a limit that somebody has raised
        place = Place(visible(str(path)), 0, 0)
        raise LoadError((Problem(place, TOO_DEEP),)) from None
    account = found if isinstance(found, Account) else Account(found)
    if account.fates:  # other people's formats refer by ids, and what looks like one is another
        return account
    return replace(account, structure=with_ids_for_names(account.structure))


def _read(path: str | Path, named: Format | None, limits: Limits) -> Structure | Account:
    """What the reader of the format gives that is named, or that the path announces."""
    if str(path) == PIPED:
        chosen = named or FORMATS[0]
        with answering_for(chosen):
            return _reading(chosen, "piped").read_piped(limits)
    where = Path(path)
    if not is_folder(where):
        chosen = named or detect_file(where)
        with answering_for(chosen):
            return _reading(chosen, "file").read_file(where, limits)
    chosen = named or detect_folder(where)
    with answering_for(chosen):
        found = _reading(chosen, "folder").read_folder(where, limits)
    passed = () if named else find_passed_over(where, chosen)
    if not passed:
        return found
    account = found if isinstance(found, Account) else Account(found)
    return replace(account, skipped=(*account.skipped, *passed))


def find_format(name: str, known: Sequence[Format] = FORMATS) -> Format:
    """The format of that name, among those that are known.

    Raises:
        SettingsError: there is none.
    """
    by_name = {format_.name: format_ for format_ in known}
    by_name |= {} if name in by_name else {each.name: each for each in other_formats()}
    if name in by_name:
        return by_name[name]
    close = nearest_spelling(name, tuple(by_name))
    meant = f"; did you mean '{close}'?" if close else ""
    raise SettingsError(f"there is no format '{shown(name)}'{meant} ({', '.join(by_name)})")


def write_structure(structure: Structure, path: Path, format_: str = "") -> dict[str, bytes]:
    """The files in which a structure is written, by name; the one at `path` itself has none.

    Raises:
        SettingsError: no format that is written goes by that name or suffix.
        OutputError: the format cannot hold the structure.
    """
    chosen = find_format(format_) if format_ else _format_to_write(path)
    if not chosen.writes:
        raise SettingsError(f"the format '{chosen.name}' is only read")
    module = import_format(chosen)
    with answering_for(chosen):
        if chosen.writes == "folder":
            return dict(module.write_folder(structure))
        return {"": module.write_content(structure)}


def find_lossy_conversions(
    structure: Structure, path: Path, format_: str = ""
) -> tuple[Skipped, ...]:
    """What a format has no words for, and so does not hold when it is written.

    Raises:
        SettingsError: no format that is written goes by that name or suffix.
    """
    # Imported here, for most commands only read.
    from govgraph.formats.lossy_fields import find_unwritten_fields

    chosen = find_format(format_) if format_ else _format_to_write(path)
    find_lossy_fields = getattr(import_format(chosen), "find_lossy_fields", None)
    return (
        *find_unwritten_fields(structure, chosen),
        *(find_lossy_fields(structure) if find_lossy_fields else ()),
    )


def _reading(format_: Format, way: str) -> FormatModule:
    """The module of a format that is read in a way."""
    if way not in format_.reads:
        what = {"piped": "standard input", "folder": "a folder"}.get(way, "one file")
        raise SettingsError(f"the format '{format_.name}' is not read from {what}")
    return import_format(format_)


def _format_to_write(path: Path) -> Format:
    """The format that a path to be written announces: a folder has no suffix."""
    suffix = path.suffix.lower()
    written = [format_ for format_ in FORMATS if format_.writes]
    endings = tuple(filter(None, ("".join(path.suffixes[-2:]).lower(), suffix)))
    if found := _written_as(endings, written):
        return found
    if not suffix or is_folder(path):
        return next(format_ for format_ in written if format_.writes == "folder")
    others = [each for each in other_formats() if each.writes]
    if found := _written_as(endings, others):
        return found
    known = [suffix for each in (*written, *others) for suffix in each.writes_as]
    if suffix in _DRAWN:
        raise SettingsError(f"'{suffix}' is drawn: govgraph draw STRUCTURE -o {visible(path.name)}")
    allowed = ", ".join((*known, "or a name without a suffix for a folder of tables"))
    near = nearest_spelling(suffix, known)
    meant = f"; did you mean '{near}'?" if near else ""
    raise SettingsError(f"nothing is written as '{shown(suffix)}'{meant} (allowed: {allowed})")


def _written_as(endings: Iterable[str], formats: Iterable[Format]) -> Format | None:
    """The format written under the first of some endings that any is written under."""
    known = tuple(formats)
    return next((each for end in endings for each in known if end in each.writes_as), None)
