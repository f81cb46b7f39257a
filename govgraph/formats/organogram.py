"""Organograms of the United Kingdom's government: senior and junior posts, and who reports to whom.

A post becomes a body, for posts answer to posts; whoever holds it has a seat on it. `XX` marks
the top, where accountability may end. The rules are those of the published schema
(datagovuk/schemas, organogram-senior-staff-csv-schema.json).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Skipped
from govgraph.formats.csv_text import read_rows
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.headed_rows import HeadedTable, find_table
from govgraph.formats.limits import Limits
from govgraph.formats.organogram_account import take_tables
from govgraph.formats.organogram_words import JUNIOR, SENIOR
from govgraph.formats.problems import Problems, visible

_SHEETS = (".xls", ".xlsx", ".xlsm", ".ods")
_SENIOR, _JUNIOR = "senior", "junior"
_NEEDED = {_SENIOR: SENIOR, _JUNIOR: JUNIOR}
_NO_POSTS = "it has no headings of posts"

_Table = tuple[str, HeadedTable]
_Found = tuple[Sequence[_Table], list[Skipped]]
"""The tables of senior and junior posts, and what is neither."""


def read_file(path: Path, limits: Limits) -> Account:
    """The posts of a file of senior posts, and of that of junior posts beside it.

    Raises:
        LoadError: it cannot be read, or holds no senior posts.
        MissingExtraError: it is a workbook, and the extra `excel` is not installed.
    """
    problems = Problems(limits)
    if path.suffix.lower() in _SHEETS:
        return _account(_of_workbook(path, problems), problems, path)
    return _account(_with_the_other(path, problems), problems, path)


def read_folder(path: Path, limits: Limits) -> Account:
    """The posts of the files of a folder, whose headings say which are senior and junior.

    Raises:
        LoadError: they cannot be read, or hold no senior posts, or those of several bodies.
    """
    problems = Problems(limits)
    files = list_files(path, (".csv",), problems)
    found = _of_files(files, problems)
    seen: Counter[str] = Counter()
    for kind, table in found[0]:
        seen[kind] += 1
        if seen[kind] > 1:
            place = Place(table.file, 0, 0)
            problems.add(place, f"is a second file of {kind} posts; name one file to read")
    problems.raise_if_any()
    return _account(found, problems, path)


def _with_the_other(path: Path, problems: Problems) -> _Found:
    """The posts of a file, and those of the first file beside it that holds the other sort."""
    tables, left = _of_files([path], problems)
    for other in _beside(path) if tables else ():
        further, _ = _of_files([other], problems)
        if further and further[0][0] != tables[0][0]:
            return [*tables, *further], left
    return tables, left


def _beside(path: Path) -> Iterator[Path]:
    """The files beside one whose names differ in `senior` for `junior`, or the other way round.

    The word may stand in a name several times, in small letters or capitals.
    """
    try:
        names = {file.name.casefold(): file for file in sorted(path.parent.iterdir())}
    except OSError:
        return
    name = path.name.casefold()
    for one, other in ((_SENIOR, _JUNIOR), (_JUNIOR, _SENIOR)):
        spans = [match.span() for match in re.finditer(one, name)]
        likely = [name[:start] + other + name[end:] for start, end in reversed(spans)]
        for each in dict.fromkeys([*likely, name.replace(one, other)] if likely else ()):
            if each in names and names[each].is_file():
                yield names[each]


def holds_posts(path: Path, limits: Limits) -> bool:
    """Whether a workbook has a sheet with the headings of senior posts."""
    tables, _ = _of_workbook(path, Problems(limits))
    return any(kind == _SENIOR for kind, _ in tables)


def _of_files(files: Iterable[Path], problems: Problems) -> _Found:
    """The table of each file, told apart by its headings; files without any are named."""
    found: list[_Table] = []
    left = []
    for path in files:
        file = visible(str(path))
        content = read_bytes(path, problems)
        rows = None if content is None else read_rows(content, file, problems)
        tables = _told_apart(rows or [], file)
        found += tables
        if not tables:
            left.append(Skipped(f"the file {file}", _NO_POSTS))
    return found, left


def _of_workbook(path: Path, problems: Problems) -> _Found:
    """The sheets of senior and junior posts, of several the one of final data."""
    # Imported here, for the CSV files that are published most need no library.
    from govgraph.formats.workbook_rows import read_sheets

    file = visible(str(path))
    sheets = [
        (name, _told_apart(rows, f"{file}!{name}")) for name, rows in read_sheets(path, problems)
    ]
    candidates = [(name, table) for name, tables in sheets for table in tables]
    # A sheet of headings alone does not stand for one that has posts.
    candidates.sort(key=lambda each: (not each[1][1].rows, "final data" not in each[0].casefold()))
    chosen: dict[str, tuple[str, _Table]] = {}
    for name, table in candidates:
        chosen.setdefault(table[0], (name, table))
    taken = {name for name, _ in chosen.values()}
    left = [
        Skipped(f"the sheet '{name}'", "another holds such posts" if tables else _NO_POSTS)
        for name, tables in sheets
        if name not in taken
    ]
    return [table for _, table in chosen.values()], left


def _told_apart(rows: Sequence[Sequence[str]], file: str) -> list[_Table]:
    """The table with what it is: senior or junior posts, or neither."""
    for kind, needed in _NEEDED.items():
        if found := find_table(rows, file, needed):
            return [(kind, found)]
    return []


def _account(found: _Found, problems: Problems, path: Path) -> Account:
    """What the posts come to.

    Raises:
        LoadError: there are no senior posts.
    """
    tables, passed = found
    senior = [table for kind, table in tables if kind == _SENIOR]
    junior = [table for kind, table in tables if kind == _JUNIOR]
    if not any(table.rows for table in senior) and not problems.found:
        file = senior[0].file if senior else visible(str(path))
        message = "holds no senior posts: " + (
            "there are headings, and no row below them"
            if senior
            else "no row has the heading 'Post Unique Reference'"
        )
        problems.add(Place(file, 0, 0), message)
    problems.raise_if_any()
    if not junior:
        passed = [
            *passed,
            Skipped("junior posts", "there is no file of junior posts beside this one"),
        ]
    for table in junior:
        if not table.rows:
            passed = [*passed, Skipped(f"the file {table.file}", "it has headings and no posts")]
    return take_tables(senior, junior, passed)
