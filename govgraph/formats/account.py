"""What became of every record of a source: imported, merged or skipped, and what was left."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from warnings import warn

from govgraph.errors import Place
from govgraph.formats.problems import Problems, visible
from govgraph.model.structure import Structure

_MOST_NAMED = 5
"""How many ids are named in one line; all stand in the report."""


class Outcome(StrEnum):
    """What may become of a record of a source."""

    IMPORTED = "imported"
    MERGED = "merged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that stands in the file and not in the structure, or not as it stands there.

    Attributes:
        what: what was left, with how many of it there are where there are several.
        why: why it was left, as a sentence without a full stop.
        place: where it stands, if it stands in one place.
        of: the ids of what it was left of, where it was left of several.
        outcome: whether it was skipped, or merged into something that is there.
    """

    what: str
    why: str
    place: Place | None = None
    of: tuple[str, ...] = ()
    outcome: Outcome = Outcome.SKIPPED

    def __str__(self) -> str:
        return self.as_line(_MOST_NAMED)

    def as_line(self, most: int | None = None) -> str:
        """It in one line, with at most so many of the ids; all of them without a number."""
        where = f"{self.place}: " if self.place else ""
        named = ", ".join(visible(id_) for id_ in self.of[:most])
        further = len(self.of) - len(self.of[:most])
        named += f" and {further} more" if further else ""
        return f"{where}{self.what}{f' ({named})' if named else ''}: {self.why}"


def skipped_by(problems: Problems) -> tuple[Skipped, ...]:
    """What the author of a file should hear of, though nothing is wrong with it."""
    return tuple(Skipped(what, why, place) for place, what, why in problems.notes)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of some records of one kind, all for the same reason.

    Attributes:
        kind: what the source calls them; a field is `person.email`.
        outcome: imported, merged or skipped.
        into: as what they were imported, or what they were merged into; nothing if skipped.
        why: why they were merged or skipped, as a sentence without a full stop.
        of: the name of each of them in the source, in its order.
        place: where the only one stands; nothing of several.
    """

    kind: str
    outcome: Outcome
    into: str = ""
    why: str = ""
    of: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A structure that was read, with an account of the reading.

    Attributes:
        imported: what things of the file became which things of the structure, in words.
        skipped: what was left out or could not be said, in the order of the file.
        fates: what became of every record of the source, each named once; nothing for our own
            formats, which hold what a structure holds.

    >>> import govgraph, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     account = govgraph.convert("data/hampshire", f"{folder}/hampshire.csv", to="csv")
    >>> account.skipped
    ()
    """

    structure: Structure
    imported: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    fates: tuple[Fate, ...] = ()

    @property
    def taken(self) -> tuple[str, ...]:
        """Deprecated: `imported`."""
        warn("taken is now called imported", DeprecationWarning, stacklevel=2)
        return self.imported

    @property
    def left(self) -> tuple[Skipped, ...]:
        """Deprecated: `skipped`."""
        warn("left is now called skipped", DeprecationWarning, stacklevel=2)
        return self.skipped

    @property
    def records(self) -> Mapping[str, int]:
        """How many records of each kind the source holds, fields among them."""
        counts: dict[str, int] = {}
        for fate in self.fates:
            counts[fate.kind] = counts.get(fate.kind, 0) + len(fate.of)
        return counts
