"""One cause, one finding: broken chains told together at the place where they break."""

from collections.abc import Iterable
from dataclasses import replace

from govgraph.checks.finding import Break, Finding, Subject
from govgraph.checks.wording import count_words, join_words
from govgraph.model.structure import Structure

ORPHANED = "GG101"
ANSWERED = "nobody above it"


def merge_causes(structure: Structure, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings, those of one cause told as one, in the order in which they are listed.

    Chains that break at one body are one finding: that of the body itself, where it is found to
    answer to nobody. What is waived stays by itself.
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
    return tuple(sorted(merged, key=lambda finding: finding.order))


def separate_causes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings body by body, as the rules found them, in the order in which they are listed."""
    each = (one for finding in findings for one in finding.parts or (finding,))
    return tuple(sorted(each, key=lambda finding: finding.order))


def _is_cause(finding: Finding) -> bool:
    return finding.code == ORPHANED and finding.waiver is None


def _merge_into(structure: Structure, cause: Finding, below: list[Finding]) -> Finding:
    """The finding of a body that answers to nobody, with those whose chains break at it."""
    name = structure.name_of(cause.subject.body)
    says = cause.message.removesuffix(".")
    if cause.variant == ANSWERED:
        says = f"{name} answers to nobody and is not marked as an end"
    parts = (cause, *below)
    return replace(
        cause,
        severity=max(part.severity for part in parts),
        message=f"{says}; {_say_below(below)}.",
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
        says = f"{own.message.removesuffix('.')}; {_say_below(below)}."
        return replace(own, severity=severity, message=says, others=others, parts=tuple(some))
    names = join_words([structure.name_of(one.subject.body) for one in below])
    known = structure.body_by_id.get(at.at)
    return replace(
        below[0],
        severity=severity,
        subject=Subject(body=at.at),
        message=f"No chain from {names} arrives at an apex: each stops at {at.told}.",
        place=known.place if known else None,
        chain=(),
        others=others,
        parts=tuple(some),
    )


def _say_below(below: list[Finding]) -> str:
    count = count_words(len(below), "body", "bodies")
    return f"{count} below it therefore {'reaches' if len(below) == 1 else 'reach'} none"


def _find_bodies(below: list[Finding]) -> tuple[str, ...]:
    return tuple(sorted(one.subject.body for one in below))
