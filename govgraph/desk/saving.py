"""A document as a file to keep or to send; the same bytes as the command line writes of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import govgraph
from govgraph.desk.document import Document, working_folder, write_document
from govgraph.errors import SettingsError
from govgraph.formats.identifiers import slug
from govgraph.formats.simple_sheet_writing import simple_as_workbook

FORMS = {"workbook": ".xlsx", "tables": ".xlsx", "yaml": ".yaml", "json": ".json"}


class File(NamedTuple):
    """A file, and what it could not keep."""

    name: str
    content: bytes
    told: tuple[str, ...] = ()


def save(document: Document, form: str, before: bytes = b"", name: str = "") -> File:
    """A document as a file.

    Args:
        document: what stands on the desk.
        form: `workbook` as it stands on the desk, `tables` with a sheet for each table, or `yaml`.
        before: the file that a YAML file is written into, so that its comments stay.
        name: what the file is called; after its title unless given.

    Raises:
        LoadError: the document says something that cannot be read.
        SettingsError: there is no such form.
    """
    if form not in FORMS:
        raise SettingsError(f"there is no form '{form}' (allowed: {', '.join(FORMS)})")
    path = Path((Path(name).stem if name else stem(document)) + FORMS[form])
    if form == "workbook" and document.is_simple:
        (sheet,) = document.sheets
        return File(path.name, simple_as_workbook(sheet.headings, sheet.rows, document.about))
    with working_folder() as folder:
        source = folder / "sheets"
        source.mkdir()
        if before:
            path.write_bytes(before)
        account = govgraph.convert(write_document(document, source), path)
        return File(path.name, path.read_bytes(), tuple(map(str, account.skipped)))


def report(
    document: Document, form: str, include: Sequence[str], before: bytes = b"", name: str = ""
) -> File:
    """The HTML page on a document, as of the file that it is saved as: see `save`."""
    with working_folder() as folder:
        saved = save(document, form, before, name)
        (folder / saved.name).write_bytes(saved.content)
        graph = govgraph.build_graph(govgraph.load(saved.name), include=include)
        return File(f"{Path(saved.name).stem}.html", govgraph.report(graph).encode())


def stem(document: Document) -> str:
    """What files are called: the title, as letters that any drive takes."""
    return slug(document.about.get("title", ""))[:60] or "governance"
