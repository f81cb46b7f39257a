"""The sheets of a workbook as rows of text."""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from govgraph.errors import MissingExtraError, Place
from govgraph.formats.files import read_bytes
from govgraph.formats.problems import Problems, visible
from govgraph.formats.table_cells import cell_as_text
from govgraph.formats.workbook_parts import judged
from govgraph.plugins import import_extra


class _Engine(NamedTuple):
    """What reads workbooks, and what it raises."""

    workbook: Any
    error: type[Exception]


def _engine() -> _Engine:
    """Calamine, or where it cannot be had, as in a browser, what reads the same without it.

    Raises:
        MissingExtraError: neither is installed.
    """
    try:
        calamine = import_extra("python_calamine", "a workbook", "excel")
    except MissingExtraError:
        if not find_spec("openpyxl"):
            raise
        from govgraph.formats.pure_workbook import PureWorkbook, WorkbookError

        return _Engine(PureWorkbook, WorkbookError)
    return _Engine(calamine.CalamineWorkbook, calamine.CalamineError)


def open_workbook(content: bytes, file: str, problems: Problems) -> Any:  # noqa: ANN401
    """The workbook in the bytes of a file, or nothing, which has then been said.

    Its parts are judged first: see `workbook_parts`.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    engine = _engine()
    sound = judged(content, file, problems)
    if sound is None:
        return None
    try:
        return engine.workbook.from_filelike(io.BytesIO(sound))
    except engine.error as error:
        problems.add(Place(file, 0, 0), f"cannot be read as a workbook: {error}")
        return None


def open_sheet(workbook: Any, name: str, file: str, problems: Problems) -> Any:  # noqa: ANN401
    """The sheet of that name, or nothing, which has then been said.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    try:
        return workbook.get_sheet_by_name(name)
    except _engine().error as error:
        said = f"the sheet '{name}' cannot be read: {error}"
        problems.add(Place(file, 0, 0), said)
        return None


def sheet_rows(sheet: Any, file: str, problems: Problems) -> list[list[str]]:  # noqa: ANN401
    """The cells of a sheet as text, from its first row and column on."""
    if sheet.total_height * sheet.total_width > problems.limits.nodes:
        most = problems.limits.nodes
        name = visible(sheet.name)
        problems.add(Place(file, 0, 0), f"the sheet '{name}' has more than {most:,} cells")
        return []
    return [[cell_as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def is_hidden(sheet: Any) -> bool:  # noqa: ANN401 - what the library says of a sheet
    """Whether nobody who opens the workbook sees a sheet."""
    return not str(sheet.visible).endswith(".Visible")


def is_empty(workbook: Any, name: str) -> bool:  # noqa: ANN401 - as above
    """Whether no cell of a sheet holds anything; one that cannot be read may."""
    unheard = Problems()
    sheet = open_sheet(workbook, name, "", unheard)
    return sheet is not None and not sheet.height


def read_sheets(path: Path, problems: Problems) -> Iterator[tuple[str, list[list[str]]]]:
    """The name and the rows of each sheet that is not hidden.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    file = visible(str(path))
    content = read_bytes(path, problems)
    workbook = None if content is None else open_workbook(content, file, problems)
    if workbook is None:
        return
    for sheet in workbook.sheets_metadata:
        if not is_hidden(sheet):
            found = open_sheet(workbook, sheet.name, file, problems)
            yield visible(sheet.name), sheet_rows(found, file, problems) if found else []
