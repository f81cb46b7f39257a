"""What a question needs of a register: walks over relations, from the bodies asked about.

Whoever cuts an excerpt out of a register goes these walks, one after another, and takes every
relation met. Lines that do not hold are among them, so that an answer can say why a chain stops.
"""

from enum import StrEnum
from typing import NamedTuple


class Way(StrEnum):
    """In which direction relations are followed."""

    UP = "up"
    DOWN = "down"
    EITHER = "either"

    @property
    def single(self) -> "tuple[Way, ...]":
        """The one direction, or both of `EITHER`."""
        return (Way.UP, Way.DOWN) if self is Way.EITHER else (self,)


class Walk(NamedTuple):
    """One walk, from the bodies at which the walk before arrived.

    Attributes:
        way: where it leads.
        once: whether it takes one step, and reaches the far ends of the relations met; else it
            goes on for as long as there are any, and reaches every body met on the way.
        any_kind: whether it follows every relation; else those that make a line, stated or
            presumed, from some standpoint.
    """

    way: Way
    once: bool = False
    any_kind: bool = False


Walks = tuple[Walk, ...]

UPWARD: Walks = (Walk(Way.UP),)
"""All that bodies answer to, in any number of steps."""
DOWNWARD: Walks = (Walk(Way.DOWN),)
"""All who answer to bodies, in any number of steps."""
DEPENDANTS: Walks = (Walk(Way.DOWN), Walk(Way.UP))
"""All below bodies, and all above any of these: what decides who depends on them."""
AROUND: Walks = (Walk(Way.EITHER, once=True, any_kind=True),)
"""Every relation of any kind from or to bodies."""
BESIDE: Walks = (Walk(Way.UP, once=True), Walk(Way.DOWN, once=True))
"""All that bodies answer to directly, and all who answer to these directly."""
