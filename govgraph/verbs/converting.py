"""Converting a structure from one format into another."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.formats.account import Account


def convert(
    source: str | Path,
    target: str | Path,
    *,
    from_: str = "",
    to: str = "",
    columns: Mapping[str, str] | None = None,
    split: str = "",
    cite: str = "",
) -> "Account":
    """Read a structure in one format, write it in another, and give an account of both.

    The account holds the structure, what was taken, and in `left` everything that was left out or
    that the format written has no words for.

    Args:
        source: a file or folder.
        target: a file, named by its suffix; a name without one is a folder of tables.
        from_: the format of `source`; found by suffix and content without one.
        to: the format of `target`; found by its suffix without one.
        columns: for a table of relations of somebody else's, which column is `from`, `to`, `kind`
            and so on; `kind` may be a kind of relation for every row, and is `reports_to` where
            none is named.
        split: what stands between several superiors in one cell of such a table.
        cite: the title under which such a table is cited as the source of what it says.

    Raises:
        LoadError: the source could not be read; carries every problem found, with its place.
        SettingsError: no such format, or no such field to map a column to.
        OutputError: the target could not be written.
        MissingExtraError: a format needs an extra that is not installed.
    """
    from govgraph.errors import SettingsError
    from govgraph.formats.catalogue import PIPED
    from govgraph.formats.edge_columns import parse_mapping
    from govgraph.reporting.converting import convert as write_converted

    if str(target) == PIPED:
        raise SettingsError("name a file or folder to write to")
    if not columns and (split or cite):
        raise SettingsError("'split' and 'cite' belong to a table whose 'columns' are named")
    named = [f"{field}={column}" for field, column in (columns or {}).items()]
    mapping = parse_mapping(named, split=split, cite=cite) if named else None
    account, _ = write_converted(Path(source), Path(target), from_=from_, to=to, mapping=mapping)
    return account
