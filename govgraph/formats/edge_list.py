"""A table of somebody else's in which each row says who stands where to whom.

The columns are named by whoever reads it (`--map`); what a row means is not guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Skipped
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.csv_text import DELIMITERS, read_rows
from govgraph.formats.edge_account import EdgeLedger
from govgraph.formats.edge_columns import USUAL_KIND, ColumnMap
from govgraph.formats.edge_rows import Edges, Rows
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, Reading, nearest_spelling, shown, visible
from govgraph.formats.values import plain
from govgraph.model.kinds import RELATION_KINDS
from govgraph.wording.lists import agree, count_words

_SHEETS = (".xls", ".xlsx", ".xlsm", ".ods")


def read_mapped(path: Path, how: ColumnMap, limits: Limits) -> Account:
    """The relations in the rows of a CSV file or workbook.

    Where exactly one row names no superior, the chains are taken to end there, by judgement.

    Args:
        path: the file.
        how: the column of each field, and how they are read.
        limits: how much the file may ask for.

    Raises:
        LoadError: it cannot be read, has no such columns, or something in it is wrong.
        MissingExtraError: it is a workbook, and the extra `excel` is not installed.
    """
    problems = Problems(limits)
    left: list[Skipped] = []
    found = _find(path, how.columns, problems, left)
    if found is None:
        problems.raise_if_any()
        raise AssertionError  # pragma: no cover - no rows without a problem
    ledger = EdgeLedger(found)
    edges = Edges(found, how)
    for number in range(found.headings + 1, len(found.rows)):
        edges.add(number)
    top = edges.mark_top()
    document = Document(found.reading.file, edges.root(), found.reading.sheet)
    structure = assemble([document], problems)
    lines, names = len(structure.relations), len(structure.bodies)
    read = ("superior in a row", "superiors in rows") if how.split else ("row", "rows")
    related = agree(lines, "a relation, as", "relations, each as")
    known = agree(names, "a body", "bodies")
    usual = f"'{USUAL_KIND}' as the kind of every relation, for none was named with --map"
    taken = (
        f"{count_words(lines, *read)} as {related} it stands there",
        f"{count_words(names, 'name')} in the columns of 'from' and 'to' as {known}",
        "" if how.names_kind else usual,
        top,
    )
    fates, told = ledger.close(edges)
    left += [*edges.left, *edges.find_several(), *told]
    return Account(structure, tuple(filter(None, taken)), tuple(left), fates)


def _find(
    path: Path, mapping: Mapping[str, str], problems: Problems, left: list[Skipped]
) -> Rows | None:
    """The first table of the file that has the columns."""
    file = visible(str(path))
    seen: dict[str, None] = {}
    found: Rows | None = None
    for sheet, rows in _tables(path, mapping, problems):
        looked_at = None if found else _columns(rows, mapping, seen)
        if looked_at:
            found = Rows(Reading(file, problems, sheet), rows, *looked_at)
        elif sheet:
            left.append(Skipped(f"the sheet '{sheet}'", "another has the columns that were named"
                             if found else "it has not the columns that were named"))  # fmt: skip
    if found is None and not problems.found:
        wanted = next(
            (column for column in _wanted(mapping) if plain(column) not in map(plain, seen)), ""
        )
        message = f"no row of headings has a column '{shown(wanted)}' with the others"
        folded = {plain(heading): heading for heading in seen}
        nearest = folded.get(nearest_spelling(wanted, tuple(folded)), "")
        allowed = tuple(seen)
        problems.add(Place(file, 0, 0), message, found=wanted, allowed=allowed, nearest=nearest)
    return found


def _tables(
    path: Path, mapping: Mapping[str, str], problems: Problems
) -> Iterable[tuple[str, Sequence[Sequence[str]]]]:
    """The one table of a CSV file, or those of a workbook by their sheets."""
    if path.suffix.lower() in _SHEETS:
        from govgraph.formats.workbook_rows import read_sheets

        return read_sheets(path, problems)
    content = read_bytes(path, problems)
    if content is None:
        return []
    file = visible(str(path))
    # A title may hold more of another delimiter than a short table of its own.
    for delimiter in ("", *DELIMITERS):
        rows = read_rows(content, file, Problems(problems.limits), delimiter)
        if rows and _columns(rows, mapping, {}):
            return [("", rows)]
    rows = read_rows(content, file, problems)
    return [("", rows)] if rows else []


def _wanted(mapping: Mapping[str, str]) -> list[str]:
    """The columns that must be there: all but a kind that is no column."""
    return [
        column
        for field, column in mapping.items()
        if not (field == "kind" and column in RELATION_KINDS)
    ]


def _columns(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, str], seen: dict[str, None]
) -> tuple[int, dict[str, int]] | None:
    """The row of headings and the column of each field, if one row has all of them."""
    wanted = {plain(column) for column in _wanted(mapping)}
    for number, cells in enumerate(rows):
        heads = [plain(cell) for cell in cells]
        if wanted <= {*heads}:
            return number, {
                field: heads.index(plain(column))
                for field, column in mapping.items()
                if plain(column) in heads
            }
    for cells in [row for row in rows if any(cell.strip() for cell in row)][:1]:
        seen.update(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    return None
