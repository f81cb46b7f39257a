"""What is wrong with the cells of a register, by its words: each word once, with how many rows.

A distributed table has no row numbers. So it is said which word is wrong and how often, with the
identifier of a body or both ends of a relation to look for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.errors import Place
from govgraph.formats.problems import Problems, nearest_spelling, shown
from govgraph.formats.register.register_files import BASES, DIGITS, FLAGS, STATUSES, is_date
from govgraph.model.dates import FORMS
from govgraph.spark.graph.cells import SPACES, UNSOUND, read_cell
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyspark.sql import Column

Words = dict[str, dict[str, int]]
"""For each column its words, and how many rows have each; the empty word stands for none."""
FEW_WORDS = ("kind", "apex", "outside", "status", "basis")
"""The columns that have so few words in them that they are counted together: by one job."""
MOST = 200_000
"""Different words of all columns that are looked at: dates are the most of them."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One table being looked over.

    Attributes:
        frame: its rows.
        where: what it is called.
        problems: what is wrong goes there.
        words: those of the columns that were looked at.
        bare: columns that were looked at, of which no cell has spaces around it.
    """

    frame: DataFrame
    where: str
    problems: Problems
    words: Words = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)

    @property
    def _place(self) -> Place:
        return Place(self.where, 0, 0)

    def look_over(self, columns: Sequence[str], needed: Sequence[str], visible: str = "") -> None:
        """Note the words of some columns, of those that are there.

        Every row has something in the columns `needed`, and one word that can be seen in `visible`.
        """
        there = [column for column in columns if column in self.frame.columns]
        few = [column for column in there if column in FEW_WORDS]
        groups = [few, *([column] for column in there if column not in FEW_WORDS)]
        # Spaces around words are taken away here: on Spark that takes longer than to count.
        cells = self.frame.select(
            *(_text(column).alias(column) for column in dict.fromkeys((*there, *needed))),
            *(read_cell(column).alias(f"{column} cell") for column in needed),
        )
        asked = _ask_of_cells(needed, visible)
        none = [sql.lit(0).cast("long").alias(name) for name in asked]
        told = [sql.count_if(so).alias(name) for name, so in asked.items()]
        counted = [
            cells.groupBy(*those)
            .agg(sql.count(sql.lit(1)).alias("rows"), *(none if number else told))
            .select(sql.lit(number).alias("group"), _as_texts(those).alias("words"), "rows", *asked)
            for number, those in enumerate(groups)
        ]
        rows = reduce(DataFrame.unionByName, counted).limit(MOST + 1).collect()
        if len(rows) > MOST:
            message = f"more than {MOST:,} different words stand in {', '.join(there)}"
            self.problems.add(self._place, message)
            self.problems.raise_if_any()
        self._refuse_cells(
            {name: sum(row[name] for row in rows) for name in asked}, needed, visible
        )
        self.words.update({column: {} for column in there})
        self.bare.update(there)
        for row in rows:
            self._note_words(groups[row["group"]], row["words"], row["rows"])

    def _note_words(self, columns: Sequence[str], texts: Sequence[str | None], rows: int) -> None:
        """Note what stands together in so many rows, in each column for itself."""
        for column, text in zip(columns, texts, strict=True):
            word = (text or "").strip(SPACES)
            if text not in {word, None}:
                self.bare.discard(column)
            self.words[column][word] = self.words[column].get(word, 0) + rows

    def _refuse_cells(self, found: dict[str, int], needed: Sequence[str], visible: str) -> None:
        """Complain of cells that have nothing in them, or nothing that can be seen."""
        self.bare.update(column for column in needed if not found[f"{column} spaced"])
        for column in needed:
            if found[f"{column} missing"]:
                missing = count_words(found[f"{column} missing"], "row")
                self.problems.add(self._place, f"'{column}' is missing in {missing}")
        if visible and found["unsound"]:
            cell = read_cell(visible)
            such = self.frame.where(cell.rlike(UNSOUND)).agg(sql.min(cell)).collect()[0][0]
            rows = count_words(found["unsound"], "row")
            such = f"in {rows} it is not, such as '{shown(such)}'"
            self.problems.add(self._place, f"an {visible} is one visible word; {such}")

    def refuse_words(
        self, column: str, holds: Callable[[str], bool], allowed: Sequence[str] = ()
    ) -> None:
        """Every cell of a column is empty, or a word of which that holds."""
        for word, count in sorted(self.words.get(column, {}).items()):
            if word and not holds(word):
                message = f"'{shown(word)}' is no {column}, in {count_words(count, 'row')}"
                spelt = allowed and allowed is not FORMS
                nearest = nearest_spelling(word, allowed) if spelt else ""
                self.problems.add(
                    self._place, message, found=word, allowed=allowed, nearest=nearest
                )

    def refuse_lives(self, begins: str) -> None:
        """Every status is a status and every date a date."""
        self.refuse_words("status", STATUSES.__contains__, STATUSES)
        for column in (begins, "until"):
            self.refuse_words(column, is_date, FORMS)

    def refuse_flags(self) -> None:
        """Every apex and outside is true or false, and every count a number."""
        for column in ("apex", "outside"):
            self.refuse_words(column, lambda word: word.casefold() in FLAGS, FLAGS)
        self.refuse_words("count", is_number)

    def refuse_bases(self) -> None:
        """Every basis is one that an author may write."""
        self.refuse_words("basis", BASES.__contains__, BASES)


def _text(column: str) -> Column:
    """What is written in a cell, with the spaces around it."""
    return sql.col(f"`{column}`").cast("string")


def _as_texts(columns: Sequence[str]) -> Column:
    """Columns as one list; there may be none."""
    return sql.array(*columns).cast("array<string>")


def _ask_of_cells(needed: Sequence[str], visible: str) -> dict[str, Column]:
    """What is counted of cells: those missing, those with spaces around, those not to be seen."""
    asked = {f"{column} missing": sql.col(f"{column} cell").isNull() for column in needed}
    for column in needed:
        asked[f"{column} spaced"] = sql.col(f"{column} cell") != sql.col(column)
    return asked | ({"unsound": sql.col(f"{visible} cell").rlike(UNSOUND)} if visible else {})


def is_number(word: str) -> bool:
    """Whether a word is a whole number that is not too long."""
    return word.isascii() and word.isdigit() and len(word) <= DIGITS
