"""A finding: one fault in a structure, what proves it and what would put it right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from govgraph.errors import Place
from govgraph.model.requirements import Waiver


class Severity(IntEnum):
    """How much a finding matters; ordered, so that the gravest is the greatest.

    >>> Severity.ERROR > Severity.WARNING, str(Severity.WARNING)
    (True, 'warning')
    """

    INFORMATION = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()

    @property
    def graver(self) -> "Severity":
        """One step graver, as far as there is one."""
        return Severity(min(self + 1, Severity.ERROR))


class Tallied:
    """Findings of any engine, as far as they can be counted without looking at each."""

    __slots__ = ()

    @property
    def tally(self) -> Mapping[Severity, int]:
        """How many findings of each severity nobody has waived; none may be left out."""
        raise NotImplementedError

    def count(self, severity: Severity) -> int:
        """How many findings of that severity nobody has waived."""
        return self.tally.get(severity, 0)

    def fails(self, at: Severity) -> bool:
        """Whether some finding that nobody has waived is at least as grave as `at`."""
        return any(found and severity >= at for severity, found in self.tally.items())


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: the structure, a body, a relation or a seat.

    Attributes:
        body: the id of the body, or of the body that the relation or seat starts from.
        relation: from, kind and to, where it is about a relation.
        seat: the seat in words (`chair`, `member for Police`), where it is about a seat.
    """

    body: str = ""
    relation: tuple[str, str, str] | None = None
    seat: str = ""


@dataclass(frozen=True, slots=True)
class BoardText:
    """What a finding puts to a board, in a board's own words.

    Attributes:
        matter: a question or statement that a board understands without this program.
        recommendation: what the board may resolve, as an imperative sentence.
    """

    matter: str
    recommendation: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain breaks: findings that share it have one cause.

    Attributes:
        at: the id of the body at which it breaks; of a ring, that of its first body.
        told: its name and why, as the end of a sentence: `Hart, which answers to nobody`.
    """

    at: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault: which rule found it, about what, where, and how to mend it.

    Attributes:
        message: what is wrong, as one plain sentence that names the bodies.
        remedy: what would put the record right, as one plain sentence.
        board: what to put to the board; None where the rule has no words for one.
        chain: the ids of the bodies that prove it, from the one who answers upward.
        others: ids of further bodies it touches, sorted.
        requirements: ids of the requirements it rests on.
        variant: which of several faults of one rule it is, in the rule's own words.
        broken: where the chain of the body breaks, if the finding is of that.
        parts: the findings of one cause that it tells together, one a body; of itself, none.
        waiver: the waiver that covers it, if one does; a waived finding stays in every list.

    >>> import govgraph
    >>> (finding, *_) = govgraph.check(govgraph.load("data/hampshire"), select="GG101")
    >>> finding.name, str(finding.severity), finding.place.file
    ('orphaned-body', 'error', 'data/hampshire/1-county.yaml')
    """

    code: str
    name: str
    severity: Severity
    subject: Subject
    message: str
    remedy: str = ""
    board: BoardText | None = None
    chain: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    variant: str = ""
    place: Place | None = field(default=None, compare=False)
    broken: Break | None = field(default=None, compare=False)
    parts: "tuple[Finding, ...]" = ()
    waiver: Waiver | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the bodies that it is about, each once: its subject first, then the others."""
        relation = self.subject.relation
        ends = (relation[0], relation[2]) if relation else ()
        return tuple(dict.fromkeys(id_ for id_ in (self.subject.body, *ends, *self.others) if id_))

    @property
    def identity(self) -> tuple[str, str, Subject]:
        """What makes it the same finding elsewhere: its rule, which fault of it, and about what."""
        return (self.code, self.variant, self.subject)

    @property
    def order(self) -> tuple[int, str, str, tuple[str, str, str], str, str]:
        """By which findings are listed: the gravest first, then code, then subject."""
        subject = self.subject
        relation = subject.relation or ("", "", "")
        return (-self.severity, self.code, subject.body, relation, subject.seat, self.message)
