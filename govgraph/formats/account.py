"""What a reader took from a file of somebody else's, what it left, and why."""

from dataclasses import dataclass

from govgraph.errors import Place
from govgraph.formats.problems import visible
from govgraph.model.structure import Structure

_MOST_NAMED = 5
"""How many ids are named in one line; all stand in the report."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something that stands in the file and not in the structure, or not as it stands there.

    Attributes:
        what: what was left, with how many of it there are where there are several.
        why: why it was left, as a sentence without a full stop.
        place: where it stands, if it stands in one place.
        of: the ids of what it was left of, where it was left of several.
    """

    what: str
    why: str
    place: Place | None = None
    of: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.as_line(_MOST_NAMED)

    def as_line(self, most: int | None = None) -> str:
        """It in one line, with at most so many of the ids; all of them without a number."""
        where = f"{self.place}: " if self.place else ""
        named = ", ".join(visible(id_) for id_ in self.of[:most])
        further = len(self.of) - len(self.of[:most])
        named += f" and {further} more" if further else ""
        return f"{where}{self.what}{f' ({named})' if named else ''}: {self.why}"


@dataclass(frozen=True, slots=True)
class Account:
    """A structure that was read, with an account of the reading.

    Attributes:
        taken: what things of the file became which things of the structure, in words.
        left: what was left out or could not be said, in the order of the file.
    """

    structure: Structure
    taken: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
