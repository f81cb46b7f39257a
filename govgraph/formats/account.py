"""What a reader took from a file of somebody else's, what it left, and why."""

from dataclasses import dataclass

from govgraph.errors import Place
from govgraph.model.structure import Structure


@dataclass(frozen=True, slots=True)
class Left:
    """Something that stands in the file and not in the structure, or not as it stands there.

    Attributes:
        what: what was left, with how many of it there are where there are several.
        why: why it was left, as a sentence without a full stop.
        place: where it stands, if it stands in one place.
    """

    what: str
    why: str
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.what}: {self.why}"


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
