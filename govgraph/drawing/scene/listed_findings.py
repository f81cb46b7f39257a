"""Findings as a sheet lists them: one number for all that one rule says alike."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govgraph.checks.finding import Finding, Severity
from govgraph.checks.rule_catalogue import find_heading
from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import DiagramFinding, DiagramLine
from govgraph.drawing.diagram import Severity as SeverityWord
from govgraph.wording.lists import agree, count_words

MOST_NAMED = 8
"""How many bodies one entry at the foot of a drawing names before it counts the rest."""

MOST_LISTED = 30
"""How many it names on a sheet of its own: more would not fit one column of A5."""


def number_findings(
    findings: Findings,
    bodies: frozenset[str],
    lines: Sequence[DiagramLine],
    highlight: Sequence[str] = (),
) -> tuple[tuple[DiagramFinding, ...], tuple[str, ...]]:
    """The numbered findings of a sheet, and a sentence for what the sheet does not list.

    Errors and warnings are listed that nobody has waived and that are about a body or line shown;
    points of information only where they are highlighted.

    Args:
        findings: everything found.
        bodies: the ids of the bodies shown.
        lines: the lines shown; a finding about one of them points to its index.
        highlight: codes or names of the only rules to list; all if empty.
    """
    index = {line.key: place for place, line in enumerate(lines)}
    groups: dict[tuple[str, str, str, Severity], list[Finding]] = {}
    unlisted = 0
    for finding in findings.findings:
        if not _touches(finding, bodies, index):
            continue
        if _listed(finding, highlight):
            key = (finding.code, finding.name, finding.variant, finding.severity)
            groups.setdefault(key, []).append(finding)
        else:
            unlisted += 1
    entries = _merged(_entry(group, findings, bodies, index) for group in groups.values())
    numbered = tuple(replace(entry, number=number) for number, entry in enumerate(entries, 1))
    more = count_words(unlisted, "more finding")
    left_out = f"{more} {agree(unlisted, 'is', 'are')} in the report."
    return numbered, (left_out,) if unlisted else ()


def _touches(
    finding: Finding, bodies: frozenset[str], index: dict[tuple[str, str, str], int]
) -> bool:
    """Whether a finding is about something shown, or about the structure as a whole."""
    subject = finding.subject
    if subject.relation:
        return subject.relation in index or subject.body in bodies
    return not subject.body or subject.body in bodies


def _listed(finding: Finding, highlight: Sequence[str]) -> bool:
    if finding.waiver:
        return False
    if highlight:
        wanted = {word.casefold() for word in highlight}
        return bool(wanted & {finding.code.casefold(), finding.name})
    return finding.severity >= Severity.WARNING


def _merged(entries: Iterable[DiagramFinding]) -> Iterable[DiagramFinding]:
    """The entries, those as one that say the same in the same words of different things."""
    merged: dict[tuple[SeverityWord, str], DiagramFinding] = {}
    for entry in entries:
        known = merged.setdefault((entry.severity, entry.text), entry)
        if known is not entry:
            bodies = tuple(sorted({*known.bodies, *entry.bodies}))
            line = known.line if known.line == entry.line else None
            merged[entry.severity, entry.text] = replace(known, bodies=bodies, line=line)
    return merged.values()


def _entry(
    group: list[Finding],
    findings: Findings,
    bodies: frozenset[str],
    index: dict[tuple[str, str, str], int],
) -> DiagramFinding:
    first = group[0]
    about = dict.fromkeys(
        body
        for finding in group
        for body in (finding.subject.body, *(finding.others if _is_ring(finding) else ()))
        if body in bodies
    )
    relations = {finding.subject.relation for finding in group}
    line = index.get(first.subject.relation) if first.subject.relation else None
    text = full = first.board.matter if first.board else first.message
    if len(group) > 1:
        text = _together(group, tuple(about), findings, MOST_NAMED)
        full = _together(group, tuple(about), findings, MOST_LISTED)
    return DiagramFinding(
        number=0,
        severity=_WORDS[first.severity],
        bodies=tuple(sorted(about)),
        text=text,
        line=line if len(relations) == 1 else None,
        code=first.code,
        full=full if full != text else "",
    )


def _is_ring(finding: Finding) -> bool:
    """Whether everyone the finding touches is equally its subject."""
    return finding.name == "accountability-cycle"


def _together(group: list[Finding], about: tuple[str, ...], findings: Findings, most: int) -> str:
    """What several findings of one rule say together, naming the bodies; one more is named too."""
    first = group[0]
    named = about if len(about) <= most + 1 else about[:most]
    names = [findings.structure.name_of(body) for body in named]
    more = len(about) - len(names)
    listed = "; ".join(names) + (f"; and {more} more" if more else "")
    title = find_heading(first.name, first.variant)
    return f"{title}: {listed or f'{len(group)} times'}."


_WORDS: dict[Severity, SeverityWord] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "information",
}
