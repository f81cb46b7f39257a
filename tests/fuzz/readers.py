"""Everything of somebody else's that govgraph reads, as functions of bytes.

Each reads what it is given and either takes it or refuses it with an error of govgraph's own,
whose every line can be shown. Anything else is a fault of ours.
"""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from govgraph.errors import GovgraphError, LoadError, MissingExtraError

_PART = re.compile(rb"^%% ([A-Za-z0-9_./-]{1,40})\n", re.MULTILINE)
_TABLES = ("structure", "bodies", "relations", "seats", "people", "sources", "requirements",
           "policy", "waivers", "milestones", "body_kinds", "relation_kinds")  # fmt: skip
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

Reading = Callable[[Path, bytes], object]


def read(name: str, content: bytes) -> None:
    """Read `content` as the reader of that name does; what is refused in good form is fine.

    Raises:
        AssertionError: an error says something that cannot be shown.
        Exception: the reader let through what it should have refused.
    """
    refused: GovgraphError | None = None
    with tempfile.TemporaryDirectory() as folder:
        try:
            READERS[name](Path(folder), content)
        except MissingExtraError:
            raise
        except GovgraphError as error:
            refused = error
    if isinstance(refused, LoadError):
        assert refused.problems
        for problem in refused.problems:
            assert problem.message
            assert str(problem).isprintable(), str(problem)
    elif refused:
        assert str(refused)


def parts_of(content: bytes) -> dict[str, bytes]:
    """The files in one input: each follows a line `%% name`, what comes before has no name."""
    first, *rest = _PART.split(content)
    named = zip(rest[::2], rest[1::2], strict=True)
    return {"": first} | {name.decode(): part for name, part in named}


def _file(suffix: str, format_: str, folder: Path, content: bytes) -> None:
    """One file of a format."""
    from govgraph.formats.format_catalogue import read_account

    path = folder / f"plan{suffix}"
    path.write_bytes(content)
    read_account(path, format_)


def _guessed(suffix: str, folder: Path, content: bytes) -> None:
    """One file whose format is found by its first bytes."""
    _file(suffix, "", folder, content)


def _folder(suffix: str, folder: Path, content: bytes) -> None:
    """A folder of files, named like tables."""
    from govgraph.formats.format_catalogue import read_account

    for name, part in parts_of(content).items():
        if not name or name in _TABLES:
            (folder / f"{name or 'bodies'}{suffix}").write_bytes(part)
    read_account(folder)


def _parquet(folder: Path, content: bytes) -> None:
    """One table as Parquet."""
    from govgraph.formats.format_catalogue import read_account

    (folder / "bodies.parquet").write_bytes(content)
    read_account(folder)


def _packed(
    suffix: str, format_: str, base: Mapping[str, bytes], folder: Path, content: bytes
) -> None:
    """A workbook of which some parts are given and the others sound; or any bytes at all."""
    given = parts_of(content)
    if given.keys() & base.keys():
        content = _pack({name: given.get(name, part) for name, part in base.items()})
    _file(suffix, format_, folder, content)


def _pack(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), part)
    return packed.getvalue()


@cache
def _xlsx() -> Mapping[str, bytes]:
    """The parts of a sound workbook."""
    from govgraph.formats.workbook import write_content
    from tests.factories import structure

    with zipfile.ZipFile(io.BytesIO(write_content(structure("fleet -> trust*")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_ODS = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:'
    b'xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type='
    b'"application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    "content.xml": b"",
}  # fmt: skip


def _edge_list(folder: Path, content: bytes) -> None:
    """A table of somebody else's, its columns named."""
    from govgraph.formats.edge_columns import ColumnMap
    from govgraph.formats.edge_list import read_mapped
    from govgraph.formats.limits import STANDARD

    path = folder / "plan.csv"
    path.write_bytes(content)
    mapping = {"from": "Team", "to": "Answers to", "kind": "Kind", "since": "From"}
    read_mapped(path, ColumnMap(mapping, split=";", cite="Plan"), STANDARD)


def _register(suffix: str, folder: Path, content: bytes) -> None:
    """The two tables of a register, checked."""
    from govgraph.model.standpoint import Standpoint
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.reading.register_reader import read_register
    from govgraph.registers.rules.runner import check_register

    given = parts_of(content)
    for name in ("bodies", "relations"):
        (folder / f"{name}{suffix}").write_bytes(given.get(name, given[""]))
    check_register(RegisterGraph(read_register(folder), Standpoint()))


def _settings(folder: Path, content: bytes) -> None:
    """The settings beside a structure."""
    from govgraph.checks.settings import read_settings

    path = folder / "govgraph.toml"
    path.write_bytes(content)
    read_settings(path)


def _theme(folder: Path, content: bytes) -> None:
    """An authority's own colours."""
    from govgraph.drawing.theme_file import read_theme

    path = folder / "theme.toml"
    path.write_bytes(content)
    read_theme(path)


def _baseline(folder: Path, content: bytes) -> None:
    """What was wrong before."""
    from govgraph.checks.baseline import hold_against
    from govgraph.checks.runner import check_structure
    from govgraph.model.standpoint import Standpoint
    from tests.factories import structure

    path = folder / "baseline.json"
    path.write_bytes(content)
    hold_against(check_structure(structure("fleet -> hart; trust*"), Standpoint()), path)


def _index(folder: Path, content: bytes) -> None:
    """A file that should be the index of a register."""
    from govgraph.graph.walks import DEPENDANTS
    from govgraph.registers.index.index_reader import ask_index, open_index
    from govgraph.registers.index.index_schema import FILE

    for name, part in _indexed().items():
        (folder / name).write_bytes(part)
    (folder / FILE).write_bytes(content)
    index, _ = open_index(folder)
    if index:
        ask_index(index, DEPENDANTS, ["hart"])


@cache
def _indexed() -> Mapping[str, bytes]:
    """The files of a small register with its index."""
    from govgraph.registers import load, write_index
    from tests.factories import structure
    from tests.made_registers import write_tables

    with tempfile.TemporaryDirectory() as name:
        folder = write_tables(structure("fleet -> hart -> trust*; yateley -> hart"), Path(name))
        write_index(load(folder))
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _whole(folder: Path, content: bytes) -> None:
    """A structure file with the copy of a source: checked by every rule, told and drawn as text."""
    from govgraph.checks.runner import check_structure
    from govgraph.drawing.outputs.mermaid import write_mermaid
    from govgraph.drawing.scene.scene import build_diagram
    from govgraph.drawing.theme_file import built_in_theme
    from govgraph.formats.format_catalogue import read_structure
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.reporting.findings.findings_forms import render_findings

    for name, part in parts_of(content).items():
        if name in {"", "copy.txt"}:
            (folder / (name or "plan.yaml")).write_bytes(part)
    structure = read_structure(folder / "plan.yaml")
    findings = check_structure(structure, structure.standpoint())
    for form in ("text", "sarif"):
        render_findings(findings, form)
    graph = AccountabilityGraph(structure, structure.standpoint())
    write_mermaid(build_diagram(graph, findings), built_in_theme())


READERS: Mapping[str, Reading] = {
    "yaml": partial(_file, ".yaml", "yaml"),
    "json": partial(_file, ".json", "json"),
    "guessed-json": partial(_guessed, ".json"),
    "guessed-csv": partial(_guessed, ".csv"),
    "csv": partial(_folder, ".csv"),
    "excel": lambda folder, content: _packed(".xlsx", "excel", _xlsx(), folder, content),
    "ods": lambda folder, content: _packed(".ods", "excel", _ODS, folder, content),
    "xls": partial(_file, ".xls", "excel"),
    "parquet": _parquet,
    "organogram": partial(_file, ".csv", "organogram"),
    "modern-gov": partial(_file, ".xml", "modern-gov"),
    "popolo": partial(_file, ".json", "popolo"),
    "bods": partial(_file, ".json", "bods"),
    "graphml": partial(_file, ".graphml", "graphml"),
    "org-turtle": partial(_file, ".ttl", "org"),
    "org-xml": partial(_file, ".rdf", "org"),
    "org-json-ld": partial(_file, ".jsonld", "org-json-ld"),
    "edge-list": _edge_list,
    "register": partial(_register, ".csv"),
    "index": _index,
    "settings": _settings,
    "theme": _theme,
    "baseline": _baseline,
    "checks": _whole,
}
"""Each reader by the name of its corpus."""
