"""Tables as documents: one for each section, or one sheet with a row to each body."""

from collections.abc import Collection, Iterable

from govgraph.formats.account import Skipped
from govgraph.formats.assemble import Document
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.problems import Problems, nearest_spelling
from govgraph.formats.simple_sheet import SIMPLE, headings_of, simple_documents
from govgraph.formats.tables import RECORDS, Row, Table, documents, headings_at

_MEANT = {
    "bodies": ("boards", "committees", "groups", "organisations", "organizations"),
    "relations": ("relationships", "lines", "links", "accountability", "reporting"),
    "seats": ("members", "membership", "memberships", "roles"),
    "people": ("persons", "holders"),
    "sources": ("references", "documents"),
    "policy": ("policies", "rules"),
}
"""What people call a table first."""
_OTHERS = {other: name for name, others in _MEANT.items() for other in others}

_SPEAK_OF_BODIES = ("relations", "seats")


def is_simple(rows: Iterable[Row]) -> bool:
    """Whether some rows are those of a sheet with a row to each body."""
    return headings_of([*rows]) is not None


def all_documents(tables: Iterable[Table], problems: Problems) -> list[Document]:
    """What tables hold, of whichever sort they are."""
    listed = [*tables]
    simple = (simple_documents(each, problems) for each in listed if each.name == SIMPLE)
    ours = documents((each for each in listed if each.name != SIMPLE), problems)
    return [*ours, *(document for each in simple for document in each)]


MAPPED = "the columns of a table of relations are named with 'govgraph convert --map'"
"""What else can be done with a table that goes by no name of ours."""


def nearest_table(names: Iterable[str]) -> str:
    """The table that was probably meant by the first name that is like one, or nothing."""
    return next(filter(None, map(_nearest, names)), "")


def _nearest(name: str) -> str:
    """The table that was probably meant by a name that is none, or nothing."""
    plain = tidy_heading(name)
    return _OTHERS.get(plain) or nearest_spelling(name, tuple(RECORDS))


def format_unknown(name: str) -> str:
    """Why a table is left that goes by no name of ours, with those that are read."""
    near = _nearest(name)
    meant = f"; did you mean '{near}'?" if near else ""
    return f"no table of a structure goes by that name{meant} (allowed: {', '.join(RECORDS)})"


def find_empty(tables: Collection[Table]) -> tuple[Skipped, ...]:
    """That the table of bodies holds none, where other tables speak of bodies."""
    ours = [table for table in tables if table.name in RECORDS]
    filled = {table.name for table in ours if _has_rows(table)}
    if "bodies" in filled or not filled.intersection(_SPEAK_OF_BODIES):
        return ()
    why = "it holds no body, so every body that another table names is unknown"
    return tuple(Skipped(_said(table), why) for table in ours if table.name == "bodies")


def _has_rows(table: Table) -> bool:
    """Whether anything stands below the headings."""
    below = table.rows[headings_at(table) + 1 :]
    return any(cell.strip() for cells in below for cell in cells)


def _said(table: Table) -> str:
    """Which table it is, as a part of what was left."""
    return f"the sheet '{table.sheet}' of {table.file}" if table.sheet else f"the file {table.file}"
