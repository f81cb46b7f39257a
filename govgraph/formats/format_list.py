"""The formats that are read or written, as data.

To add one, add its module and a line to `FORMATS`. The first is the one that people write by
hand: standard input is read in it unless another is named.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from govgraph.errors import SettingsError
from govgraph.formats.account import Account, Skipped
from govgraph.formats.limits import Limits
from govgraph.model.structure import Structure


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

    def find_lossy_fields(self, structure: Structure) -> Iterable[Skipped]:
        """What the writer cannot say as it is, beyond the fields that the format lacks."""


class Format(NamedTuple):
    """A way in which a structure can be written.

    Attributes:
        reads: what is read: any of `file`, `folder`, `folders` in a folder, and `piped`.
        writes: what is written, `file` or `folder`; nothing where it is only read.
        signs: where formats share a suffix, bytes near the start that tell this one.
        extra: the extra that it needs, if it needs one.
        written: the suffixes that it is written under, if not under all of its own.
        holds: the parts of a structure that it has words for, and the fields of each; all, where
            none are named.
        relations: the kinds of relation, or classes of them, that it has words for, where not all.
        doubt: whether it can say that a date is about right, and how the source puts it.
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
    holds: Mapping[str, tuple[str, ...]] = {}
    relations: tuple[str, ...] = ()
    doubt: bool = True

    @property
    def writes_as(self) -> tuple[str, ...]:
        """The suffixes that it is written under; of a folder, only those that ask for one."""
        return (self.written or self.suffixes) if self.writes == "file" else self.written


EVERY_FIELD = ("*",)
"""In place of the fields of a part: all of them."""
# In a graph everything but citations, for there is no source that they could name.
_GRAPH_PARTS = {
    "bodies": (
        "name", "kind", "apex", "apex_basis", "outside", "also_known_as", "area", "tier", "status",
        "from", "until", "meets", "quorum", "limit", "count", "count_is_about", "tags", "remit",
        "succeeds", "seats", "basis", "note",
    ),
    "relations": (
        "from", "kind", "to", "since", "until", "scope", "limit", "basis", "status", "intended",
        "note",
    ),
    "body_kinds": EVERY_FIELD,
    "relation_kinds": ("class", "reads"),
}  # fmt: skip
_POPOLO_PARTS = {
    "bodies": ("name", "kind", "also_known_as", "area", "from", "until", "remit", "note"),
    "relations": ("from", "kind", "to"),
    "seats": (
        "body", "role", "held_by", "represents", "ex_officio", "from", "until", "note",
    ),
    "people": ("name", "also_known_as"),
}  # fmt: skip
_ORG_PARTS = {
    "bodies": ("name", "kind", "also_known_as", "from", "until", "remit", "note"),
    "relations": ("from", "kind", "to"),
    "seats": ("body", "role", "held_by", "from", "until", "note"),
    "people": ("name", "also_known_as", "note"),
}
_ORG_RELATIONS = ("part_of", "accountability")

GROUP = "govgraph.formats"
"""The entry point under which packages bring formats: each a `Format` that names its module."""


def other_formats() -> tuple[Format, ...]:
    """The formats that installed packages bring; looked for only where ours do not serve.

    Raises:
        SettingsError: one cannot be loaded, is no `Format`, or goes by the name of another.
    """
    from govgraph.plugins import find_of_kind

    taken = {each.name for each in FORMATS}
    found = find_of_kind(GROUP, Format, "format")
    for plugin, each in found:
        if each.name in taken:
            raise SettingsError(
                f"the format '{each.name}' of {plugin.owner} has the name of another"
            )
        taken.add(each.name)
    return tuple(each for _, each in found)


def import_format(chosen: Format) -> FormatModule:
    """The module of a format.

    Raises:
        PluginError: it is somebody else's, and cannot be imported.
    """
    with answering_for(chosen):
        return cast("FormatModule", import_module(chosen.module))


def answering_for(chosen: Format) -> AbstractContextManager[None]:
    """A block in which what a format of somebody else's raises is told as theirs."""
    if chosen in FORMATS:
        return nullcontext()
    from govgraph.plugins import blaming, find_of_kind

    owners = (
        plugin.owner for plugin, each in find_of_kind(GROUP, Format, "format") if each == chosen
    )
    return blaming(next(owners, "somebody else"), f"the format '{chosen.name}'")


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
        "parquet",
        (".parquet",),
        "govgraph.formats.parquet_folder",
        "a folder of the same tables as Parquet, named NAME.parquet or with --to parquet",
        reads=("file", "folder"),
        writes="folder",
        extra="scale",
        written=(".parquet",),
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
            b'"parent_id"',
            b'"other_names"',
            b'"birth_date"',
            b'"organization"',
        ),
        written=(".popolo.json",),
        holds=_POPOLO_PARTS,
        relations=("part_of",),
        doubt=False,
    ),
    Format(
        "bods",
        (".json", ".jsonl", ".ndjson"),
        "govgraph.formats.bods",
        "beneficial ownership statements (BODS 0.1 to 0.4)",
        signs=(b'"statementId"', b'"statementID"'),
    ),
    Format(
        "modern-gov",
        (".xml",),
        "govgraph.formats.modern_gov",
        "committees and councillors of councils, as modern.gov's web service gives them",
        reads=("file", "folder", "folders"),
    ),
    Format(
        "graphml",
        (".graphml",),
        "govgraph.formats.graphml",
        "bodies and relations for yEd, Gephi and other programs for graphs",
        writes="file",
        holds=_GRAPH_PARTS,
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
        doubt=False,
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
        doubt=False,
    ),
    Format(
        "sqlite",
        (".sqlite", ".sqlite3", ".db"),
        "govgraph.formats.sqlite_file",
        "a database to query, as Datasette shows it",
        reads=(),
        writes="file",
    ),
)
