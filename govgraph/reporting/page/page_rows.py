"""The smaller records of the page: links, citations, relations, seats, steps of a chain.

A text that is empty, a tuple that is empty and None all mean that there is nothing to say.
"""

from dataclasses import dataclass

from govgraph.analysis.profile import DatedPresence
from govgraph.wording.verbs import agree_verb


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A body by its name; `known` is false where the structure has no such body to lead to."""

    id: str
    name: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation: the number of a source in the list (0 where it has none), and where in it.

    Attributes:
        quote: the beginning of the words that stand there, if they are quoted.
    """

    number: int
    source: str
    at: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """Status, dates in words, and whether something is there from the standpoint."""

    status: str
    begins: str
    ends: str
    standing: DatedPresence


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of prose, set as code or as words."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """One relation.

    Attributes:
        reads: how it reads between the two names (`is part of`).
        accountability: whether its kind makes a line of account.
        counts: whether it is a line of account from the standpoint.
        why_excluded: why it is none although it could be.
    """

    subject: BodyLink
    reads: str
    object: BodyLink
    scope: str
    basis: str
    life: Life
    accountability: bool
    counts: bool
    why_excluded: str
    intended: str
    note: str
    references: tuple[Reference, ...]

    @property
    def verb(self) -> str:
        """How it reads after the name of the subject, which may be a plural."""
        return agree_verb(self.reads, self.subject.name)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a seat."""

    name: str
    post: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat; `post` and `post_body` are what it is held by virtue of."""

    body: BodyLink
    role: str
    holders: tuple[Holder, ...]
    standing: str
    vacant: bool
    represents: tuple[str, ...]
    post: str
    post_body: BodyLink | None
    voting: bool | None
    basis: str
    life: Life
    note: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a chain; `skipped` counts the steps left out just before it."""

    reads: str
    superior: BodyLink
    scope: str
    basis: str
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """One chain upward: its steps, how firm it is, and the apex or where and why it stops.

    Attributes:
        judged: how it is known that the apex is an end, where no source says so, in words.
        leaves: whether it leaves these arrangements with its last step, or at once.
    """

    steps: tuple[Step, ...]
    length: int
    basis: str
    apex: BodyLink | None
    stop: BodyLink | None
    because: str
    judged: str = ""
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event."""

    date: str
    what: str
    references: tuple[Reference, ...]
