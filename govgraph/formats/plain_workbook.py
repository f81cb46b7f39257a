"""An Excel workbook in which text is only text, and the same content gives the same bytes."""

import datetime
from typing import IO, Any

from govgraph.plugins import import_extra

_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes are the same
_NOT_READ = ("formulas", "urls", "numbers")
"""What the library would make of text that looks like one."""


def open_plain_workbook(out: IO[bytes], **properties: str) -> Any:  # noqa: ANN401 - the library
    """A workbook to write into; closing it fills `out`.

    Args:
        out: where its bytes go.
        properties: what it says of itself, such as its `title`.

    Raises:
        MissingExtraError: the extra `excel` is not installed.
    """
    xlsxwriter = import_extra("xlsxwriter", "a workbook", "excel")
    plain = {f"strings_to_{what}": False for what in _NOT_READ}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **plain})
    book.set_properties({**properties, "created": _CREATED})
    return book
