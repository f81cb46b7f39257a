"""Two states held against each other: what is different, what it means, what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from govgraph.analysis.difference import Difference, find_difference
from govgraph.analysis.evidence_gaps import EvidenceGap, find_evidence_gaps
from govgraph.checks.finding import Finding, Subject
from govgraph.checks.one_cause import merge_causes
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.shown import Shown


@dataclass(frozen=True, slots=True)
class FindingsCompared:
    """Which findings are new, gone or the same; each list with the gravest first.

    Attributes:
        new: what the rules find after and did not before.
        gone: what they found before and do no longer.
        same: what they find on both sides, as it reads after.
    """

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    same: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Shown):
    """One state held against another.

    Attributes:
        before: the structure as it was, at its standpoint.
        after: the structure as it is, or would be.
        difference: what is different and what that means for who answers to whom.
        findings: which findings are new, gone or the same.
        left_open: what the papers do not say of the bodies that stay.

    >>> import govgraph
    >>> changed = govgraph.diff(govgraph.load("data/hampshire"), include="proposed")
    >>> changed.before.standpoint.include, len(changed.after.standpoint.include)
    (frozenset(), 1)
    """

    before: AccountabilityGraph
    after: AccountabilityGraph
    difference: Difference
    findings: FindingsCompared
    left_open: tuple[EvidenceGap, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is different, findings included."""
        return bool(self.difference or self.findings.new or self.findings.gone)


def compare_states(before: AccountabilityGraph, after: AccountabilityGraph) -> Comparison:
    """Everything that is different between two states, as two graphs show them."""
    sides = (before, after)
    found = [check_structure(graph.structure, graph.standpoint).each for graph in sides]
    compared = compare_findings(*found)
    return Comparison(
        before,
        after,
        find_difference(before, after),
        FindingsCompared(
            merge_causes(after.structure, compared.new),
            merge_causes(before.structure, compared.gone),
            merge_causes(after.structure, compared.same),
        ),
        find_evidence_gaps(before, after),
    )


def compare_findings(before: Sequence[Finding], after: Sequence[Finding]) -> FindingsCompared:
    """Findings of the same rule about the same thing are the same, however they are worded."""
    waiting: dict[tuple[str, str, Subject], list[Finding]] = {}
    for finding in sorted(before, key=lambda finding: finding.order):
        waiting.setdefault(finding.identity, []).append(finding)
    new: list[Finding] = []
    same: list[Finding] = []
    for finding in sorted(after, key=lambda finding: finding.order):
        earlier = waiting.get(finding.identity)
        if earlier:
            earlier.pop(0)
            same.append(finding)
        else:
            new.append(finding)
    gone = sorted((f for left in waiting.values() for f in left), key=lambda f: f.order)
    return FindingsCompared(tuple(new), tuple(gone), tuple(same))


def name_files(comparison: Comparison) -> tuple[str, str]:
    """The names by which the files of two structures are told apart; of one structure nothing.

    A name is the end of a path, as short as it can be.
    """
    before, after = comparison.before.structure, comparison.after.structure
    places = [each.place.file if each.place else "" for each in (before, after)]
    if before is after or "" in places or places[0] == places[1]:
        return "", ""
    parts = [PurePath(place).parts for place in places]
    for most in range(1, max(map(len, parts)) + 1):
        names = ["/".join(each[-most:]) for each in parts]
        if names[0] != names[1]:
            return names[0], names[1]
    return "", ""
