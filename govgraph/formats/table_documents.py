"""Tables as documents: one for each section, or one sheet with a row to each body."""

from collections.abc import Iterable

from govgraph.formats.assemble import Document
from govgraph.formats.problems import Problems
from govgraph.formats.simple_sheet import SIMPLE, headings_of, simple_documents
from govgraph.formats.tables import Row, Table, documents


def is_simple(rows: Iterable[Row]) -> bool:
    """Whether some rows are those of a sheet with a row to each body."""
    return headings_of([*rows]) is not None


def all_documents(tables: Iterable[Table], problems: Problems) -> list[Document]:
    """What tables hold, of whichever sort they are."""
    listed = [*tables]
    simple = (simple_documents(each, problems) for each in listed if each.name == SIMPLE)
    ours = documents((each for each in listed if each.name != SIMPLE), problems)
    return [*ours, *(document for each in simple for document in each)]
