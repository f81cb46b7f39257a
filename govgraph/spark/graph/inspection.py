"""What is wrong with the cells of a register, by its words: each word once, with how many rows.

A distributed table has no row numbers. So it is said which word is wrong and how often, with the
identifier of a body or both ends of a relation to look for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.errors import Place
from govgraph.formats.problems import Problems, nearest_spelling, shown
from govgraph.formats.register.register_columns import BASES, DIGITS, FLAGS, STATUSES, is_date
from govgraph.model.dates import FORMS
from govgraph.spark.graph.cells import UNSOUND, read_cell
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Words = dict[str, dict[str, int]]
"""For each column its words, and how many rows have each; the empty word stands for none."""
MOST = 200_000
"""Different words of all columns that are looked at: dates are the most of them."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One table being looked over; what is wrong goes to `problems`."""

    frame: DataFrame
    where: str
    problems: Problems

    @property
    def _place(self) -> Place:
        return Place(self.where, 0, 0)

    def count_words(self, columns: Sequence[str]) -> Words:
        """The words of some columns, of those that are there."""
        there = [column for column in columns if column in self.frame.columns]
        words: Words = {column: {} for column in there}
        if not there:
            return words
        counted = [
            self.frame.groupBy(read_cell(column).alias("word"))
            .count()
            .select(sql.lit(column).alias("column"), "word", "count")
            for column in there
        ]
        rows = reduce(DataFrame.unionByName, counted).limit(MOST + 1).collect()
        if len(rows) > MOST:
            message = f"more than {MOST:,} different words stand in {', '.join(there)}"
            self.problems.add(self._place, message)
            self.problems.raise_if_any()
        for column, word, count in rows:
            words[column][word or ""] = count
        return words

    def refuse_words(
        self, words: Words, column: str, holds: Callable[[str], bool], allowed: Sequence[str] = ()
    ) -> None:
        """Every cell of a column is empty, or a word of which that holds."""
        for word, count in sorted(words.get(column, {}).items()):
            if word and not holds(word):
                message = f"'{shown(word)}' is no {column}, in {count_words(count, 'row')}"
                spelt = allowed and allowed is not FORMS
                nearest = nearest_spelling(word, allowed) if spelt else ""
                self.problems.add(
                    self._place, message, found=word, allowed=allowed, nearest=nearest
                )

    def refuse_lives(self, words: Words, begins: str) -> None:
        """Every status is a status and every date a date."""
        self.refuse_words(words, "status", STATUSES.__contains__, STATUSES)
        for column in (begins, "until"):
            self.refuse_words(words, column, is_date, FORMS)

    def refuse_flags(self, words: Words) -> None:
        """Every apex and outside is true or false, and every count a number."""
        for column in ("apex", "outside"):
            self.refuse_words(words, column, lambda word: word.casefold() in FLAGS, FLAGS)
        self.refuse_words(words, "count", is_number)

    def refuse_bases(self, words: Words) -> None:
        """Every basis is one that an author may write."""
        self.refuse_words(words, "basis", BASES.__contains__, BASES)

    def refuse_cells(self, columns: Sequence[str], *, visible: str = "") -> None:
        """Every row has something in these columns, and one word that can be seen in `visible`."""
        asked = [sql.count_if(read_cell(column).isNull()).alias(column) for column in columns]
        if visible:
            unsound = read_cell(visible).rlike(UNSOUND)
            asked.append(sql.count_if(unsound).alias("unsound"))
            asked.append(sql.min(sql.when(unsound, read_cell(visible))).alias("such"))
        found = self.frame.agg(*asked).collect()[0]
        for column in columns:
            if found[column]:
                message = f"'{column}' is missing in {count_words(found[column], 'row')}"
                self.problems.add(self._place, message)
        if visible and found["unsound"]:
            rows = count_words(found["unsound"], "row")
            such = f"in {rows} it is not, such as '{shown(found['such'])}'"
            self.problems.add(self._place, f"an {visible} is one visible word; {such}")


def is_number(word: str) -> bool:
    """Whether a word is a whole number that is not too long."""
    return word.isascii() and word.isdigit() and len(word) <= DIGITS
