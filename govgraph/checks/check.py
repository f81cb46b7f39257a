"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.checks.footing import Footing, find_footings
from govgraph.checks.sittings import Sittings
from govgraph.checks.wording import join_words
from govgraph.errors import Place
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure


@dataclass(frozen=True)
class Evidence:
    """What every rule looks at: the graph as asked for, and the one with presumed lines.

    Attributes:
        graph: who answers to whom, as the question asked for it.
        presumed: the same with `part_of` counted as a presumed line.
        found: for a rule that comes last, what the others found.
        ran: for a rule that comes last, whether each rule was run, by code and by name in lower
            case; rules of the author's own by their id.
    """

    graph: AccountabilityGraph
    presumed: AccountabilityGraph
    found: tuple[Finding, ...] = ()
    ran: Mapping[str, bool] = field(default_factory=dict)

    @property
    def structure(self) -> Structure:
        """The structure that is checked."""
        return self.graph.structure

    @property
    def standpoint(self) -> Standpoint:
        """The standpoint it is checked from."""
        return self.graph.standpoint

    @cached_property
    def footings(self) -> Mapping[str, Footing]:
        """On what footing each body that holds stands."""
        return find_footings(self.graph, self.presumed)

    @cached_property
    def ring_of(self) -> Mapping[str, int]:
        """For each body in a ring, which of `graph.rings` it is in."""
        rings = enumerate(self.graph.rings)
        return {body: number for number, ring in rings for body in ring}

    @cached_property
    def sittings(self) -> Sittings:
        """Who sits where."""
        return Sittings(self.graph)

    def name(self, body: str) -> str:
        """The name of the body with that id, or the id where there is none."""
        return self.structure.name_of(body)

    def names(self, bodies: Iterable[str]) -> str:
        """The names of several bodies as a list in a sentence: `Fleet, Hart and 3 others`."""
        return join_words([self.name(body) for body in bodies])

    def place(self, body: str) -> Place | None:
        """Where the body with that id was written."""
        known = self.structure.body_by_id.get(body)
        return known.place if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule: its permanent code, its name, how grave it is, and what finds it.

    Attributes:
        code: permanent, `GG101`.
        name: explains itself, `orphaned-body`.
        severity: the default, which a structure's policy may change.
        summary: what it finds, as one line for a list of rules.
        find: gives a finding for each fault; never sees waivers.
        documentation: the rule's page in Markdown: its module's docstring.
        last: whether it comes after the others and looks at what they found.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    find: "Callable[[Check, Evidence], Iterable[Finding]]" = field(repr=False, compare=False)
    documentation: str = field(repr=False, compare=False)
    last: bool = False

    def finding(  # noqa: PLR0913 - each keyword is a field of the finding
        self,
        subject: Subject,
        message: str,
        *,
        remedy: str,
        place: Place | None,
        board: BoardText | None = None,
        severity: Severity | None = None,
        chain: tuple[str, ...] = (),
        others: tuple[str, ...] = (),
        variant: str = "",
    ) -> Finding:
        """A finding of this rule, at its own severity unless another is given."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity if severity is None else severity,
            subject=subject,
            message=message,
            remedy=remedy,
            board=board,
            chain=chain,
            others=others,
            variant=variant,
            place=place,
        )
