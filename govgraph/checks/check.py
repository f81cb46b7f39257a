"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.checks.board import BoardWords
from govgraph.checks.case import Case
from govgraph.checks.facts import Predicate
from govgraph.checks.finding import BoardText, Break, Finding, Severity, Subject
from govgraph.checks.seat_holders import SeatHolders
from govgraph.checks.structure_facts import StructureFacts
from govgraph.checks.ways_upward import Way, find_common_superior, find_firmest_ways
from govgraph.errors import Place
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.mentions import Recorded, bodies_of
from govgraph.model.relations import Relation
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words

if TYPE_CHECKING:
    from govgraph.reading.copies import Copies


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
    def facts(self) -> StructureFacts:
        """What the line rules look at."""
        return StructureFacts(self.graph, self.presumed)

    @property
    def cycle_of(self) -> Mapping[str, int]:
        """For each body in a ring, which of `graph.cycles` it is in."""
        return self.facts.cycle_of

    @cached_property
    def copies(self) -> "Copies":
        """The local copies of the sources, each read once, when a rule first asks for them."""
        from govgraph.reading.copies import read_copies

        return read_copies(self.structure)

    @cached_property
    def _met(self) -> dict[tuple[str, ...], str | None]:
        return {}

    def find_common_superior(self, bodies: tuple[str, ...]) -> str | None:
        """The nearest body above all of `bodies`; many that answer to two share these two."""
        if bodies not in self._met:
            self._met[bodies] = find_common_superior(self.graph, bodies)
        return self._met[bodies]

    @cached_property
    def firmest_ways(self) -> Mapping[str, Way]:
        """The firmest way to an apex of each body that no stated lines bring there."""
        columns = zip(self.facts.ids, self.facts.firmness.values, strict=True)
        firm = [body for body, firmness in columns if firmness == Basis.STATED]
        return find_firmest_ways(self.presumed, firm)

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[Relation, ...]]:
        """The relations of any kind from or to each body, in the order of the file."""
        found: dict[str, list[Relation]] = {}
        for relation in self.structure.relations:
            for body in {relation.from_body, relation.to_body}:
                found.setdefault(body, []).append(relation)
        return {body: tuple(relations) for body, relations in found.items()}

    @cached_property
    def seat_holders(self) -> SeatHolders:
        """Who sits where."""
        return SeatHolders(self.graph)

    def is_silent_on(self, record: Recorded | None) -> bool:
        """Whether a later paper is silent on a record, or on the body on which it stands."""
        known = self.structure.body_by_id
        bodies = () if record is None or isinstance(record, Body) else bodies_of(record)
        records = (record, *(known.get(id_) for id_ in bodies))
        return any(each is not None and self.standpoint.find_silence(each) for each in records)

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


BuildFinding = Callable[["Check", Evidence, Case, str], Finding]
"""Words a finding of a case about one body in full, with its proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A rule about lines of account, which every engine can look for.

    Attributes:
        cases: the ways in which it finds fault.
        among: the bodies of which its cases are asked at all; each predicate chooses from those
            that the one before has left, so that little is looked at where bodies are many.
        build: words a finding in full; None where the sentence of the case says all.
    """

    cases: tuple[Case, ...]
    among: tuple[Predicate, ...] = ()
    build: BuildFinding | None = None

    def cases_from(self, standpoint: Standpoint) -> tuple[Case, ...]:
        """The cases in which something can be found from a standpoint."""
        return tuple(case for case in self.cases if standpoint.presume or not case.presuming)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule: its permanent code, its name, how grave it is, and what finds it.

    Attributes:
        code: permanent, `GG101`.
        name: explains itself, `orphaned-body`.
        severity: the default, which a structure's policy may change.
        summary: what it finds, as one line for a list of rules.
        headings: what several of its findings are called together, in plain words, by variant;
            what stands by "" is for all others.
        find: gives a finding for each fault; never sees waivers.
        documentation: the rule's page in Markdown: its module's docstring.
        board: what it puts to a board; None where it has no words for one.
        of_record: whether it finds fault with the record alone, so that a board decides nothing.
        last: whether it comes after the others and looks at what they found.
        line: the rule as every engine looks for it, if it is about lines alone.
        help_uri: where a rule from a plug-in is explained on the web, for SARIF.

    >>> from govgraph.checks.rule_catalogue import find_check
    >>> find_check("orphaned-body").code
    'GG101'
    """

    code: str
    name: str
    severity: Severity
    summary: str
    find: "Callable[[Check, Evidence], Iterable[Finding]]" = field(repr=False, compare=False)
    documentation: str = field(repr=False, compare=False)
    headings: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    board: BoardWords | None = field(default=None, repr=False, compare=False)
    of_record: bool = False
    last: bool = False
    line: LineRule | None = field(default=None, repr=False, compare=False)
    help_uri: str = field(default="", repr=False, compare=False)

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
        requirements: tuple[str, ...] = (),
        variant: str = "",
        broken: Break | None = None,
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
            requirements=requirements,
            variant=variant,
            broken=broken,
            place=place,
        )
