"""Which column of a table of somebody else's says what, and how the table is read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govgraph.errors import SettingsError
from govgraph.formats.problems import nearest_spelling, shown
from govgraph.formats.record_fields import RELATION

ENDS = ("from", "to")
NAMES = ("from_name", "to_name")
OF_BODIES = ("chair", "meets", "area", "tier")
"""What a column may say of the body that stands under `from`."""
OF_RELATIONS = tuple(
    name for name in RELATION.by_name if name not in {*ENDS, "kind", "cites"}
)  # fmt: skip
FIELDS = (*ENDS, "kind", *NAMES, *OF_RELATIONS, *OF_BODIES)
"""What a column may be mapped to."""
USUAL_KIND = "reports_to"
"""The kind of relation of a table that names none."""
_MEANT = {"body": "from", "superior": "to"}


class ColumnMap(NamedTuple):
    r"""How a table is read.

    Attributes:
        columns: the column of each field; `kind` may be a kind of relation instead.
        split: what stands between several superiors in one cell, `\n` for a line break; nothing
            if there is only one.
        cite: the title under which the table itself is cited; nothing if it is not.
        names_kind: whether whoever reads it named the kind.
    """

    columns: Mapping[str, str]
    split: str = ""
    cite: str = ""
    names_kind: bool = True


def parse_mapping(written: Iterable[str], *, split: str = "", cite: str = "") -> ColumnMap:
    """How a table is read, from texts such as `from=Team`.

    Raises:
        SettingsError: one is not of that form, or no such field can be mapped, or one is missing.
    """
    columns: dict[str, str] = {}
    for text in written:
        field, sign, column = (part.strip() for part in text.partition("="))
        field = _MEANT.get(field, field)
        if not sign or not column:
            raise SettingsError(f"--map takes FIELD=COLUMN, not '{shown(text)}'")
        if field not in FIELDS:
            close = nearest_spelling(field, FIELDS)
            meant = f"; did you mean '{close}'?" if close else ""
            known = ", ".join(FIELDS)
            raise SettingsError(f"--map knows no field '{shown(field)}'{meant} ({known})")
        columns[field] = column
    missing = [field for field in ENDS if field not in columns]
    if missing:
        raise SettingsError(
            f"--map does not say where '{missing[0]}' is: name the columns of 'from' and 'to', and"
            " for 'kind' a column or a kind of relation (kind=reports_to)"
        )
    names_kind = "kind" in columns
    between = split.replace(r"\n", "\n")
    return ColumnMap({"kind": USUAL_KIND} | columns, between, cite.strip(), names_kind)
