"""Every format that can be read or written, and finding the one a path is written in.

To add a format, add its module and a line to `FORMATS`. The first is the one that people write by
hand: standard input is read in it unless another is named.
"""

import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from govgraph.errors import LoadError, Place, Problem, SettingsError
from govgraph.formats.account import Account, Left
from govgraph.formats.files import is_folder, reason, refuse_missing
from govgraph.formats.garbage import paused_collection
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.problems import nearest_spelling, shown, visible
from govgraph.formats.sections import DECLARATIONS, SECTIONS
from govgraph.model.structure import Structure

PIPED = "-"
"""The path that stands for standard input, and for standard output."""
_HEAD = 65_536
"""How many bytes of a file are looked at to tell formats with the same suffix apart."""


class FormatModule(Protocol):
    """What the module of a format may offer.

    A reader that took everything gives the structure alone; any other accounts for the rest.
    """

    def read_file(self, path: Path, limits: Limits) -> Structure | Account:
        """The structure written in one file."""

    def read_folder(self, path: Path, limits: Limits) -> Structure | Account:
        """The structure written in the files of a folder."""

    def read_piped(self, limits: Limits) -> Structure | Account:
        """The structure written on standard input."""

    def write_content(self, structure: Structure) -> bytes:
        """The bytes of a file that holds the structure."""

    def write_folder(self, structure: Structure) -> Mapping[str, bytes]:
        """The bytes of each file of a folder that holds the structure."""


class Format(NamedTuple):
    """A way in which a structure can be written.

    Attributes:
        reads: what is read: any of `file`, `folder` and `piped`.
        writes: what is written, `file` or `folder`; nothing where it is only read.
        signs: where formats share a suffix, bytes near the start that tell this one.
        extra: the extra that it needs, if it needs one.
        written: the suffixes that it is written under, if not under all of its own.
        holds: the parts of a structure that it has words for; all, where none are named.
        relations: the kinds of relation that it has words for, where not all of them.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    says: str
    reads: tuple[str, ...] = ("file",)
    writes: str = ""
    signs: tuple[bytes, ...] = ()
    extra: str = ""
    written: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()

    @property
    def writes_as(self) -> tuple[str, ...]:
        """The suffixes that it is written under; none if it is only read, or is a folder."""
        return (self.written or self.suffixes) if self.writes == "file" else ()


_ORG_PARTS = ("bodies", "relations", "seats", "people")
_ORG_RELATIONS = ("part_of", "reports_to", "accountable_to")

FORMATS = (
    Format(
        "yaml",
        (".yaml", ".yml"),
        "govgraph.formats.yaml_file",
        "a structure written by hand: a YAML file, or a folder of them",
        reads=("file", "folder", "piped"),
        writes="file",
    ),
    Format(
        "json",
        (".json",),
        "govgraph.formats.json_file",
        "a structure under the same names as in YAML, for programs",
        reads=("file", "piped"),
        writes="file",
        signs=(b'"bodies"', b'"structure"', b'"requirements"', b'"policy"'),
    ),
    Format(
        "csv",
        (".csv", ".tsv"),
        "govgraph.formats.csv_folder",
        "a folder of tables: bodies.csv, relations.csv and so on",
        reads=("file", "folder"),
        writes="folder",
    ),
    Format(
        "excel",
        (".xlsx", ".xlsm", ".xls", ".ods"),
        "govgraph.formats.workbook",
        "a workbook with a sheet for each table",
        writes="file",
        extra="excel",
        written=(".xlsx",),
    ),
    Format(
        "organogram",
        (".csv",),
        "govgraph.formats.organogram",
        "senior and junior posts as the United Kingdom's government publishes them",
        reads=("file", "folder"),
        signs=(b"Post Unique Reference", b"Reporting Senior Post"),
    ),
    Format(
        "popolo",
        (".json",),
        "govgraph.formats.popolo",
        "organisations, people, posts and memberships as Popolo JSON",
        writes="file",
        signs=(
            b'"organizations"',
            b'"persons"',
            b'"memberships"',
            b'"person_id"',
            b'"organization_id"',
            b'"founding_date"',
        ),
        written=(".popolo.json",),
        holds=("bodies", "people", "seats", "relations"),
        relations=("part_of",),
    ),
    Format(
        "bods",
        (".json",),
        "govgraph.formats.bods",
        "beneficial ownership statements (BODS 0.1 to 0.4)",
        signs=(b'"statementId"', b'"statementID"'),
    ),
    Format(
        "graphml",
        (".graphml",),
        "govgraph.formats.graphml",
        "bodies and relations for yEd, Gephi and other programs for graphs",
        writes="file",
        holds=("bodies", "relations"),
    ),
    Format(
        "org",
        (".ttl", ".rdf", ".nt", ".owl"),
        "govgraph.formats.w3c_org",
        "the W3C's Organization Ontology; written as Turtle",
        writes="file",
        extra="rdf",
        written=(".ttl",),
        holds=_ORG_PARTS,
        relations=_ORG_RELATIONS,
    ),
    Format(
        "org-json-ld",
        (".jsonld",),
        "govgraph.formats.w3c_org_json_ld",
        "the W3C's Organization Ontology as JSON-LD",
        writes="file",
        extra="rdf",
        holds=_ORG_PARTS,
        relations=_ORG_RELATIONS,
    ),
)


def read_structure(path: str | Path, limits: Limits = STANDARD) -> Structure:
    """The structure written at `path`: a file, a folder, or `-` for standard input.

    What was left out of it is said through Python's logging, as a warning.

    Raises:
        LoadError: it cannot be read, or something in it is wrong; carries every problem.
    """
    account = read_account(path, limits=limits)
    if account.left:
        import logging

        for left in account.left:
            logging.getLogger(__name__).warning("%s", visible(str(left)))
    return account.structure


def read_account(path: str | Path, format_: str = "", limits: Limits = STANDARD) -> Account:
    """The structure written at `path`, with an account of what was taken and left.

    Args:
        path: a file, a folder, or `-` for standard input.
        format_: the name of a format; found by suffix and content without one.
        limits: how much a file may ask for.

    Raises:
        LoadError: it cannot be read, or something in it is wrong; carries every problem.
        SettingsError: there is no such format, or it is not read in that way.
    """
    named = find_format(format_) if format_ else None
    with paused_collection():
        if str(path) == PIPED:
            found = _reading(named or FORMATS[0], "piped").read_piped(limits)
        elif is_folder(where := Path(path)):
            found = _reading(named or _format_of_folder(where), "folder").read_folder(where, limits)
        else:
            found = _reading(named or _format_of(where), "file").read_file(where, limits)
    return found if isinstance(found, Account) else Account(found)


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        SettingsError: there is none.
    """
    by_name = {format_.name: format_ for format_ in FORMATS}
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
    module = cast("FormatModule", import_module(chosen.module))
    if chosen.writes == "folder":
        return dict(module.write_folder(structure))
    return {"": module.write_content(structure)}


def what_is_lost(structure: Structure, path: Path, format_: str = "") -> tuple[Left, ...]:
    """What a format has no words for, and so does not hold when it is written.

    Raises:
        SettingsError: no format that is written goes by that name or suffix.
    """
    chosen = find_format(format_) if format_ else _format_to_write(path)
    if not chosen.holds:
        return ()
    why = f"the format '{chosen.name}' has no words for them"
    counts = {
        section.attribute.replace("_", " "): len(getattr(structure, section.attribute))
        for section in (*SECTIONS, *DECLARATIONS)
        if section.attribute and section.attribute not in chosen.holds
    }
    if chosen.relations:
        kinds = [relation.kind for relation in structure.relations]
        others = sorted({kind for kind in kinds if kind not in chosen.relations})
        counts |= {f"relations of the kind {kind}": kinds.count(kind) for kind in others}
    return tuple(Left(f"{count} {what}", why) for what, count in counts.items() if count)


def suffixes() -> tuple[str, ...]:
    """Every suffix that is read."""
    return tuple(
        dict.fromkeys(suffix for each in FORMATS if each.reads for suffix in each.suffixes)
    )


def _reading(format_: Format, way: str) -> FormatModule:
    """The module of a format that is read in a way."""
    if way not in format_.reads:
        what = {"piped": "standard input", "folder": "a folder"}.get(way, "one file")
        raise SettingsError(f"the format '{format_.name}' is not read from {what}")
    return cast("FormatModule", import_module(format_.module))


def _format_to_write(path: Path) -> Format:
    """The format that a path to be written announces: a folder has no suffix."""
    suffix = path.suffix.lower()
    written = [format_ for format_ in FORMATS if format_.writes]
    for ending in ("".join(path.suffixes[-2:]).lower(), suffix):
        for format_ in written:
            if ending and ending in format_.writes_as:
                return format_
    if not suffix or is_folder(path):
        return next(format_ for format_ in written if format_.writes == "folder")
    known = [suffix for each in written for suffix in each.writes_as]
    allowed = ", ".join((*known, "or a name without a suffix for a folder of tables"))
    raise SettingsError(f"nothing is written as '{shown(suffix)}' (allowed: {allowed})")


def _format_of_folder(path: Path) -> Format:
    """The format that the files of a folder are written in: the first that any of them has."""
    try:
        present = {file.suffix.lower() for file in path.iterdir()}
    except OSError:
        return FORMATS[0]  # which says why
    folders = (each for each in FORMATS if "folder" in each.reads and not each.signs)
    return next((each for each in folders if present & {*each.suffixes}), FORMATS[0])


def _format_of(path: Path) -> Format:
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
    if not known:
        allowed = suffixes()
        message = f"'{shown(suffix)}' is the suffix of no format that is read here"
        nearest = nearest_spelling(suffix, allowed)
        problem = Problem(Place(visible(str(path)), 0, 0), message, shown(suffix), allowed, nearest)
        raise LoadError((problem,))
    signed = [format_ for format_ in known if format_.signs]
    head = _head(path) if signed else b""
    chosen = (each for each in signed if any(sign in head for sign in each.signs))
    return next(chosen, next((each for each in known if not each.signs), known[0]))


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
