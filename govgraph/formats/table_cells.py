r"""Cells of tables: several values in one, and fields within fields as columns of their own.

`|` stands between several values; `\|` and `\\` stand for the signs themselves. A field within
a field is a column such as `applies_to.kind`. Where that is not enough, a value may be written
in braces as in YAML: `{name: GP, also_known_as: [Doctor]}`.
"""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

from govgraph.formats.fields import Form, Record
from govgraph.formats.kind_records import LOOK
from govgraph.formats.rule_records import CONDITION, RELATION_KEY, SELECTOR
from govgraph.formats.written_dates import DATED

BETWEEN = "|"
WITHIN = "."
BRACE = "{"
_ESCAPED = re.compile(r"\\([\\|])")
_ITEM = re.compile(r"(?:[^\\|]|\\.|\\$)*", re.DOTALL)

SEVERAL = frozenset(
    {Form.TEXTS, Form.CHOICES, Form.REFERENCES, Form.CITATIONS, Form.PARTNERS, Form.CHAIR}
)
"""The forms that hold several values."""

BRACED = frozenset(
    {
        Form.CITATIONS,
        Form.PARTNERS,
        Form.SELECTOR,
        Form.CONDITION,
        Form.RELATION,
        Form.DATE,
        Form.LOOK,
    }
)
"""The forms whose values may be mappings."""

INNER = {
    Form.SELECTOR: SELECTOR,
    Form.CONDITION: CONDITION,
    Form.RELATION: RELATION_KEY,
    Form.DATE: DATED,
    Form.LOOK: LOOK,
}
"""The records that stand within a field."""


def split_cell(text: str) -> Iterator[str]:
    r"""Each value of a cell that may hold several.

    >>> list(split_cell(r"Police|A\|B"))
    ['Police', 'A|B']
    """
    at = 0
    while True:
        match = _ITEM.match(text, at)
        end = match.end() if match else len(text)
        yield _ESCAPED.sub(r"\1", text[at:end])
        if end >= len(text):
            return
        at = end + 1


def join_cell(values: list[Any]) -> str:
    r"""Several values as the text of one cell.

    >>> join_cell(["Police", "A|B"])
    'Police|A\\|B'
    """
    return BETWEEN.join(
        _value(value).replace("\\", r"\\").replace(BETWEEN, rf"\{BETWEEN}") for value in values
    )


def cell_as_text(cell: object) -> str:
    """What a cell says: whole numbers without a point, dates as in a structure file.

    >>> cell_as_text(2010.0), cell_as_text(datetime.datetime(2010, 4, 9)), cell_as_text(None)
    ('2010', '2010-04-09', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)


def record_as_cells(data: dict[str, Any], record: Record) -> dict[str, Any]:
    """The fields of a record as cells under their columns."""
    cells: dict[str, Any] = {}
    for name, value in data.items():
        field = record.by_name.get(name)
        inner = INNER.get(field.form) if field else None
        if isinstance(value, dict) and inner:
            cells |= _inner_cells(name, value, inner)
        elif isinstance(value, list):
            cells[name] = join_cell(value)
        elif isinstance(value, str) and value.startswith(BRACE) and inner is RELATION_KEY:
            ends = dict(zip(("from", "kind", "to"), value.split(), strict=True))
            cells |= {f"{name}{WITHIN}{end}": id_ for end, id_ in ends.items()}
        else:
            cells[name] = value
    return cells


def _inner_cells(name: str, value: dict[str, Any], inner: Record) -> dict[str, Any]:
    """A mapping within a field, each of its fields in a column of its own."""
    if not value:
        return {name: "{}"}
    cells = {
        f"{name}{WITHIN}{under}": cell for under, cell in record_as_cells(value, inner).items()
    }
    if inner is DATED:  # the date itself keeps the column of the field
        return {name: cells.pop(f"{name}{WITHIN}date"), **cells}
    return cells


def _value(value: Any) -> str:  # noqa: ANN401 - plain data
    """One of several values: text as it is, unless it would be taken for a mapping."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
