"""Organograms of the United Kingdom's government: senior and junior posts, and who reports to whom.

A post becomes a body, for posts answer to posts; whoever holds it has a seat on it. `XX` marks
the top, where accountability may end. The rules are those of the published schema
(datagovuk/schemas, organogram-senior-staff-csv-schema.json).
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Left
from govgraph.formats.csv_text import read_rows
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.headed_rows import HeadedRow, headed
from govgraph.formats.limits import Limits
from govgraph.formats.organogram_posts import JUNIOR, SENIOR, Posts
from govgraph.formats.problems import Problems, visible

_SHEETS = (".xls", ".xlsx", ".xlsm", ".ods")
_SENIOR, _JUNIOR = "senior", "junior"
_NEEDED = {_SENIOR: SENIOR, _JUNIOR: JUNIOR}
_NO_POSTS = "it has no headings of posts"

_Table = tuple[str, Sequence[HeadedRow]]
_Found = tuple[Sequence[_Table], list[Left]]
"""The posts found, senior or junior, and what holds none."""


def read_file(path: Path, limits: Limits) -> Account:
    """The posts of a file of senior posts, and of that of junior posts beside it.

    Raises:
        LoadError: it cannot be read, or holds no senior posts.
        MissingExtraError: it is a workbook, and the extra `excel` is not installed.
    """
    problems = Problems(limits)
    if path.suffix.lower() in _SHEETS:
        return _account(_of_workbook(path, problems), problems, path)
    return _account(_of_files([path, *_beside(path)], problems), problems, path)


def read_folder(path: Path, limits: Limits) -> Account:
    """The posts of the files of a folder, whose names say which are senior and junior.

    Raises:
        LoadError: they cannot be read, or hold no senior posts, or those of several bodies.
    """
    problems = Problems(limits)
    files = list_files(path, (".csv",), problems)
    for name in (_SENIOR, _JUNIOR):
        several = [file for file in files if name in file.name.casefold()][1:]
        for file in several:
            place = Place(visible(str(file)), 0, 0)
            problems.add(place, f"is a second file of {name} posts; name one file to read")
    problems.raise_if_any()
    return _account(_of_files(files, problems), problems, path)


def _beside(path: Path) -> list[Path]:
    """The file of junior posts that goes with a file of senior ones, or the other way round."""
    for one, other in ((_SENIOR, _JUNIOR), (_JUNIOR, _SENIOR)):
        name = re.sub(one, other, path.name, flags=re.IGNORECASE)
        if name != path.name and path.with_name(name).is_file():
            return [path.with_name(name)]
    return []


def holds_posts(path: Path, limits: Limits) -> bool:
    """Whether a workbook has a sheet with the headings of senior posts."""
    tables, _ = _of_workbook(path, Problems(limits))
    return any(kind == _SENIOR for kind, _ in tables)


def _of_files(files: Iterable[Path], problems: Problems) -> _Found:
    """The rows of each file, told apart by their headings; files without any are named."""
    found: list[_Table] = []
    left = []
    for path in files:
        file = visible(str(path))
        content = read_bytes(path, problems)
        rows = None if content is None else read_rows(content, file, problems)
        tables = _told_apart(rows or [], file)
        found += tables
        if not tables:
            left.append(Left(f"the file {file}", _NO_POSTS))
    return found, left


def _of_workbook(path: Path, problems: Problems) -> _Found:
    """The rows of the sheets of senior and junior posts, of several the one of final data."""
    # Imported here, for the CSV files that are published most need no library.
    from govgraph.formats.workbook_rows import read_sheets

    file = visible(str(path))
    sheets = [
        (name, _told_apart(rows, f"{file}!{name}")) for name, rows in read_sheets(path, problems)
    ]
    chosen: dict[str, tuple[str, _Table]] = {}
    for final in (True, False):
        for name, tables in sheets:
            if final is ("final data" in name.casefold()):
                for table in tables:
                    chosen.setdefault(table[0], (name, table))
    taken = {name for name, _ in chosen.values()}
    left = [
        Left(f"the sheet '{name}'", "another holds such posts" if tables else _NO_POSTS)
        for name, tables in sheets
        if name not in taken
    ]
    return [table for _, table in chosen.values()], left


def _told_apart(rows: Sequence[Sequence[str]], file: str) -> list[_Table]:
    """The rows with what they are: senior or junior posts, or neither."""
    for kind, needed in _NEEDED.items():
        if found := list(headed(rows, file, needed)):
            return [(kind, found)]
    return []


def _account(found: _Found, problems: Problems, path: Path) -> Account:
    """What the posts come to."""
    tables, passed = found
    file = visible(str(path))
    if not any(kind == _SENIOR for kind, _ in tables) and not problems.found:
        message = "holds no senior posts: no row has the heading 'Post Unique Reference'"
        problems.add(Place(file, 0, 0), message)
    problems.raise_if_any()
    posts = Posts()
    for kind, rows in sorted(tables, key=lambda table: table[0] == _JUNIOR):
        add = posts.add_senior if kind == _SENIOR else posts.add_junior
        for row in rows:
            add(row)
    account = posts.account()
    if all(kind == _SENIOR for kind, _ in tables):
        passed = [*passed, Left("junior posts", "there is no file of junior posts beside this one")]
    return Account(account.structure, account.taken, (*account.left, *passed))
