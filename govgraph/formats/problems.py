"""Everything wrong with the files being read, collected so that it is reported in one go."""

from collections.abc import Sequence
from typing import NamedTuple

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.nodes import Located
from govgraph.model.names import nearest_words

LONGEST_SHOWN = 80


class Note(NamedTuple):
    """Something that is no problem, and that an author should hear of: where, what and why."""

    place: Place
    what: str
    why: str


class Problems:
    """The problems found so far, up to the limit; beyond it they are only counted.

    Attributes:
        notes: what is read as it stands, and may not have been meant so.
    """

    def __init__(self, limits: Limits = STANDARD) -> None:
        self.limits = limits
        self.notes: list[Note] = []
        self.found: list[Problem] = []
        self.unlisted = 0

    def add(
        self,
        place: Place,
        message: str,
        *,
        found: str = "",
        allowed: Sequence[str] = (),
        nearest: str | None = None,
    ) -> str:
        """Note one problem and give its nearest spelling, which is looked for unless given.

        What is given may be empty: then nothing is near.
        """
        if len(self.found) >= self.limits.problems:
            self.unlisted += 1
            return ""
        if nearest is None:
            nearest = nearest_spelling(found, allowed) if found and allowed else ""
        # What a parser says may repeat what it choked on.
        told, meant = visible(message), visible(nearest)
        words = tuple(map(visible, allowed))
        self.found.append(Problem(place, told, shown(found), words, meant))
        return nearest

    def raise_if_any(self) -> None:
        """Raise what was collected, in the order of the files.

        Raises:
            LoadError: there was at least one problem.
        """
        if not self.found:
            return
        listed = sorted(self.found, key=lambda problem: problem.place)
        if self.unlisted:
            last = Place(listed[-1].place.file, 0, 0)
            listed.append(Problem(last, f"and {self.unlisted} more problems, not listed"))
        raise LoadError(tuple(listed))


class Reading:
    """One file being read, or one sheet of it, and where to note what is wrong with it."""

    def __init__(
        self, file: str, problems: Problems, sheet: str = "", paths: Sequence[str] = ()
    ) -> None:
        self.file = file
        self.paths = paths
        self.sheet = sheet
        self.problems = problems
        self.limits = problems.limits

    def place(self, node: Located) -> Place:
        """Where `node` begins."""
        if self.sheet:
            cell = f"{self.sheet}!{column_letters(node.column)}{node.line}"
            return Place(self.file, node.line, node.column, cell)
        if self.paths:
            return Place(self.file, node.line, node.column, self.paths[node.line - 1])
        return Place(self.file, node.line, node.column)

    def reject(
        self,
        node: Located,
        message: str,
        *,
        found: str = "",
        allowed: Sequence[str] = (),
        nearest: str | None = None,
    ) -> str:
        """Note that there is something wrong with `node`, and give the nearest spelling."""
        return self.problems.add(
            self.place(node), message, found=found, allowed=allowed, nearest=nearest
        )

    def note(self, node: Located, what: str, why: str) -> None:
        """Note what an author should hear of, though nothing is wrong with it."""
        self.problems.notes.append(Note(self.place(node), what, why))


def column_letters(column: int) -> str:
    """The letters that a workbook gives a column, counted from 1.

    >>> column_letters(3), column_letters(28)
    ('C', 'AB')
    """
    letters = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def nearest_spelling(found: str, allowed: Sequence[str]) -> str:
    """The one of `allowed` that is spelt most like `found`, or nothing."""
    plain = found[:LONGEST_SHOWN].strip().casefold()
    texts = dict.fromkeys(
        (plain, plain.replace(" ", "_").replace("-", "_"), plain.replace("_", "-"))
    )
    return next(iter(nearest_words(tuple(texts), allowed)), "")


def shown(text: str) -> str:
    """`text` as it may be shown in a message: one line, not too long, nothing invisible."""
    return visible(text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")


def visible(text: str) -> str:
    """`text` with everything in it that cannot be seen, or moves a cursor, spelt out."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )
