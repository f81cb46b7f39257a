"""What became of every row and column of an organogram."""

from collections.abc import Collection, Iterable, Sequence

from govgraph.formats.account import Account, Skipped
from govgraph.formats.headed_rows import HeadedRow, HeadedTable
from govgraph.formats.ledger import Ledger, close_account
from govgraph.formats.organogram_posts import (
    DEPARTMENT,
    FUNCTION,
    GRADES,
    NOTES,
    ORGANISATION,
    UNIT,
    Posts,
)
from govgraph.formats.organogram_references import Post
from govgraph.formats.organogram_words import (
    JUNIOR,
    NAME,
    SENIOR,
    SUPERIOR,
    TITLE,
    is_not_in_post,
    standing_of,
    unquoted,
)
from govgraph.model.seats import SeatStatus

_SENIOR, _JUNIOR, _COLUMN = "senior row", "junior row", "column"
_OF_ALL = {*GRADES, ORGANISATION, DEPARTMENT, UNIT, NOTES}
_IMPORTED = {
    _SENIOR: _OF_ALL | {SENIOR, SUPERIOR, NAME, TITLE, FUNCTION},
    _JUNIOR: _OF_ALL | {JUNIOR, "generic job title", "number of posts in fte"},
}
_PERSONAL = ("contact phone", "contact e-mail")
_NOT_IN_POST = "they are paid and hold no post, which the reference 0 says"


def take_tables(
    senior: Sequence[HeadedTable], junior: Sequence[HeadedTable], further: Iterable[Skipped]
) -> Account:
    """The structure of the tables of an organogram, with every row and column accounted for."""
    ledger = Ledger(senior[0].file)
    rows: dict[str, list[HeadedRow]] = {_SENIOR: [], _JUNIOR: []}
    for kind, tables in ((_SENIOR, senior), (_JUNIOR, junior)):
        for row in (row for table in tables for row in table.rows):
            name = row.get(SENIOR, TITLE, "generic job title")
            ledger.count(kind, row.place, name, row.place)
            if kind == _JUNIOR or not _is_skipped(ledger, row):
                rows[kind].append(row)
    for kind, tables in ((_SENIOR, senior), (_JUNIOR, junior)):
        for table in tables:
            _count_columns(ledger, table, _IMPORTED[kind])
    posts = Posts(rows[_SENIOR], rows[_JUNIOR])
    for post in posts.references.posts:
        _account_for(ledger, post)
    for row in rows[_JUNIOR]:
        ledger.imported(_JUNIOR, row.place, "body")
    return close_account(posts.structure(), ledger, (*posts.left, *further))


def _is_skipped(ledger: Ledger, row: HeadedRow) -> bool:
    """Whether a row of senior posts speaks of none; says so."""
    reference = unquoted(row.get(SENIOR))
    if reference and not is_not_in_post(reference):
        return False
    why = _NOT_IN_POST if reference else "it has no post reference"
    ledger.skipped(_SENIOR, row.place, why)
    return True


def _account_for(ledger: Ledger, post: Post) -> None:
    """Say what became of the rows of one post."""
    first, holders = post.telling[0], {row.place for row in post.holders}
    for row in post.rows:
        if row is first:
            ledger.imported(_SENIOR, row.place, "body")
        elif row.place not in holders:
            why = "it has the same reference, title and name"
            ledger.merged(_SENIOR, row.place, f"post {post.id}", why)
        elif not post.has_ended and standing_of(row.get(NAME)) is SeatStatus.ABOLISHED:
            why = "it is eliminated beside a row in force; its seat is abolished"
            ledger.merged(_SENIOR, row.place, f"post {post.id}", why)
        else:
            why = "it has the same reference and title: a job share, with a seat of its own"
            ledger.merged(_SENIOR, row.place, f"post {post.id}", why)


def _count_columns(ledger: Ledger, table: HeadedTable, imported: Collection[str]) -> None:
    """Count the columns of a table that hold anything, and say what became of each."""
    for heading in table.filled:
        key = (table.file, heading)
        ledger.count(_COLUMN, key, heading)
        if heading in imported:
            ledger.imported(_COLUMN, key, "part of each post")
        elif heading in _PERSONAL:
            ledger.skipped(_COLUMN, key, "how to reach somebody is not governance")
        else:
            ledger.skipped(_COLUMN, key, "a structure has no place for it")
    for number in range(table.unheaded):
        ledger.count("cell", (table.file, number), "", None)
        ledger.skipped("cell", (table.file, number), "it stands under no heading of its own")
