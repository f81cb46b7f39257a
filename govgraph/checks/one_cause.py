"""One cause, one finding: broken chains told together at the place where they break."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govgraph.checks.finding import Break, Finding, Subject
from govgraph.model.structure import Structure
from govgraph.wording.lists import agree, count_words, join_words
from govgraph.wording.verbs import agree_verb, pronoun_for

ORPHANED, BROKEN = "GG101", "GG102"
ANSWERED = "nobody above it"
NO_END = "GG107"


def merge_causes(structure: Structure, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings, those of one cause told as one, in the order in which they are listed.

    Chains that break at one body are one finding: that of the body itself, where it is found to
    answer to nobody. That nowhere accountability ends is told with the first of such bodies. What
    is waived stays by itself.
    """
    alone: list[Finding] = []
    broken: dict[str, list[Finding]] = {}
    for finding in separate_causes(findings):
        if finding.broken and not finding.waiver:
            broken.setdefault(finding.broken.at, []).append(finding)
        else:
            alone.append(finding)
    merged = []
    for finding in alone:
        below = broken.pop(finding.subject.body, []) if _is_cause(finding) else []
        merged.append(_merge_into(structure, finding, below) if below else finding)
    merged += [_merge(structure, some) if some[1:] else some[0] for some in broken.values()]
    return tuple(sorted(_merge_no_end(merged), key=lambda finding: finding.order))


def _merge_no_end(findings: Iterable[Finding]) -> Iterable[Finding]:
    """That no body is marked as an end is told with the first body that ought to be one.

    It goes as soon as one of these is marked, and is no fault besides theirs.
    """
    found = sorted(findings, key=lambda finding: finding.order)
    tops = [place for place, finding in enumerate(found) if is_top(finding)]
    ends = [one for one in found if one.code == NO_END and one.waiver is None]
    if not tops or not ends or found[tops[0]].severity < ends[0].severity:
        return found
    first = found[tops[0]]
    parts = (*(first.parts or (first,)), *ends)
    told = replace(first, parts=parts)
    return [told if one is first else one for one in found if one not in ends]


def is_top(finding: Finding) -> bool:
    """Whether it is of a body to which others answer, and which answers to nobody."""
    return _is_cause(finding) and finding.variant == ANSWERED


def separate_causes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings body by body, as the rules found them, in the order in which they are listed."""
    each = (one for finding in findings for one in finding.parts or (finding,))
    return tuple(sorted(each, key=lambda finding: finding.order))


def _is_cause(finding: Finding) -> bool:
    return finding.code == ORPHANED and finding.waiver is None


def _merge_into(structure: Structure, cause: Finding, below: list[Finding]) -> Finding:
    """The finding of a body that answers to nobody, with those whose chains break at it."""
    parts = (cause, *below)
    return replace(
        cause,
        severity=max(part.severity for part in parts),
        message=format_with_below(cause, structure.name_of(cause.subject.body), len(below)),
        others=_find_bodies(below),
        parts=parts,
    )


def _merge(structure: Structure, some: list[Finding]) -> Finding:
    """One finding of several whose chains break at one body, which may be one of these."""
    at = some[0].broken or Break("", "")
    own = next((one for one in some if one.subject.body == at.at), None)
    below = [one for one in some if one is not own]
    severity = max(one.severity for one in some)
    others = _find_bodies(below)
    if own:
        says = format_with_below(own, structure.name_of(at.at), len(below))
        return replace(own, severity=severity, message=says, others=others, parts=tuple(some))
    names = [structure.name_of(one.subject.body) for one in below]
    known = structure.body_by_id.get(at.at)
    return replace(
        below[0],
        severity=severity,
        subject=Subject(body=at.at),
        message=format_break(names, at.told),
        place=known.place if known else None,
        others=others,
        parts=tuple(some),
    )


def format_with_below(finding: Finding, name: str, below: int) -> str:
    """What is said of a body at which the chains of so many others break as well."""
    says = finding.message.removesuffix(".")
    if finding.code == ORPHANED and finding.variant == ANSWERED:
        answers, is_ = agree_verb("answers", name), agree_verb("is", name)
        says = f"{name} {answers} to nobody and {is_} not marked as an end"
    reach = agree(below, "reaches", "reach")
    it = pronoun_for(name, "it", "them")
    return f"{says}; {count_words(below, 'body', 'bodies')} below {it} therefore {reach} none."


def format_break(names: Sequence[str], told: str) -> str:
    """What is said of the bodies whose chains break at a place of which no other finding tells."""
    return f"No chain from {join_words(names)} reaches an apex: each stops at {told}."


def _find_bodies(below: list[Finding]) -> tuple[str, ...]:
    return tuple(sorted(one.subject.body for one in below))
