"""The diagram of a difference: two states on one sheet, each body and line with its change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from govgraph.analysis.changes import AnyChange, Change, What
from govgraph.checks.comparison import Comparison, name_files
from govgraph.checks.evidence_sentences import format_evidence_gap, format_evidence_gaps
from govgraph.checks.finding import Finding
from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import Change as Fate
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine, Status
from govgraph.drawing.scene.scene import build_diagram, format_uncertain, order_tiers
from govgraph.drawing.shapes.change_marks import COUNTED, status_of
from govgraph.drawing.shapes.line_shapes import is_hollow
from govgraph.drawing.sheets.side_by_side import Side
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat

NEWS = {
    What.BODY_RENAMED: "RENAMED",
    What.BODY_CHANGED_KIND: "NEW KIND",
    What.BODY_CHANGED_STATUS: "NEW STATUS",
    What.BODY_CHANGED: "CHANGED",
    What.CHAIR_CHANGED: "NEW CHAIR",
    What.HOLDER_CHANGED: "NEW HOLDER",
    What.SEAT_ADDED: "SEATS CHANGED",
    What.SEAT_ENDED: "SEATS CHANGED",
    What.SEAT_CHANGED: "SEATS CHANGED",
}
"""What the box of a body says of a change, in the order of importance."""

WORDS: dict[Fate, str] = {"added": "new", "removed": "ended", "changed": "changed"}
"""What stands beside a line, in brackets with what limits it."""

Key = tuple[str, str, str]


def build_difference_diagram(comparison: Comparison) -> Diagram:
    """Both states on one sheet: everything there before or after, with what became of it.

    The findings on it are those that are new; the sheet says how many are gone and the same.
    """
    before = _build_side(comparison.before, ())
    after = _build_side(comparison.after, comparison.findings.new)
    lines = _lines(before, after, comparison)
    bodies = _bodies(before, after, comparison)
    # Bodies last heard of are among what is left open, in the words of a difference.
    gaps = format_evidence_gaps(comparison.after, (body.id for body in after.bodies))
    besides = (sentence for sentence in after.left_out if sentence not in gaps)
    return replace(
        after,
        subtitle="What is different",
        block=_block(comparison),
        bodies=bodies,
        lines=lines,
        tiers=order_tiers(body.tier for body in bodies if body.tier),
        areas=tuple(sorted({*before.areas, *after.areas})),
        findings=_renumbered(after, lines),
        sources=tuple(dict.fromkeys((*after.sources, *before.sources))),
        left_out=tuple(dict.fromkeys((_counted(comparison), *format_open(comparison), *besides))),
    )


def build_sides(comparison: Comparison) -> tuple[Side, Side]:
    """The two states, each as a diagram of its own without findings, with its caption."""
    captions = (f"{label}: {when}" for label, when in _block(comparison))
    before, after = (
        Side(caption, _build_side(graph, ()))
        for caption, graph in zip(captions, (comparison.before, comparison.after), strict=True)
    )
    return before, after


def _build_side(graph: AccountabilityGraph, findings: tuple[Finding, ...]) -> Diagram:
    """One state, without the rings of orphans: a badge says which of them are new."""
    diagram = build_diagram(graph, Findings(graph.structure, graph.standpoint, findings))
    return replace(diagram, bodies=tuple(replace(body, orphan=False) for body in diagram.bodies))


def _bodies(before: Diagram, after: Diagram, comparison: Comparison) -> tuple[DiagramBody, ...]:
    """Every body once: as it is, or as it was where it is there no longer."""
    was = {body.id for body in before.bodies}
    now = {body.id for body in after.bodies}
    moved = {one.body for one in comparison.difference.answering}
    lost = set(comparison.difference.lost)
    news = _news(comparison.difference.changes)
    told = []
    for body in after.bodies:
        fate: Fate = "same"
        if body.id not in was:
            fate = "added"
        elif body.id in lost:
            fate = "lost"
        elif body.id in moved:
            fate = "moved"
        elif body.id in news:
            fate = "changed"
        told.append(replace(body, change=fate, news=_words(fate, news.get(body.id, ()))))
    told += [
        replace(
            body, change="removed", status=status_of("removed"), chips=(), news=_were(body.status)
        )
        for body in before.bodies
        if body.id not in now
    ]
    return tuple(told)


def _words(fate: Fate, news: tuple[str, ...]) -> tuple[str, ...]:
    """What the box says: that it is new, moved or lost, and what else is different."""
    if fate == "added":
        return ("NEW",)
    if fate in ("moved", "lost"):
        return (COUNTED[fate], *news)
    return () if fate == "same" else news


def _were(status: Status) -> tuple[str, ...]:
    """What the box of something that has gone says if it never was in force."""
    return (f"WAS {status.upper()}",) if is_hollow(status) else ()


def _news(changes: Iterable[AnyChange]) -> Mapping[str, tuple[str, ...]]:
    """What is different about each body that is there before and after, in a word or two."""
    found: dict[str, dict[str, None]] = {}
    for change in changes:
        if isinstance(change, Change) and change.what in NEWS:
            record = change.record
            if isinstance(record, Body | Seat):
                id_ = record.id if isinstance(record, Body) else record.body
                found.setdefault(id_, {})[NEWS[change.what]] = None
    order = list(dict.fromkeys(NEWS.values()))
    return {id_: tuple(sorted(words, key=order.index)) for id_, words in found.items()}


def _lines(before: Diagram, after: Diagram, comparison: Comparison) -> tuple[DiagramLine, ...]:
    """Every line once: as it is, or as it was where it is there no longer."""
    was = {line.key for line in before.lines}
    now = {line.key for line in after.lines}
    came, went, altered = _fates(comparison.difference.changes)
    told = []
    for line in after.lines:
        key = line.key
        if key not in was:
            moved = key in came
            told.append(_told(line, "moved" if moved else "added", "moved here" if moved else ""))
        else:
            told.append(_told(line, "changed" if key in altered else "same"))
    for line in before.lines:
        if line.key not in now:
            ended = replace(line, status=status_of("removed"))
            words = (WORDS["removed"], *(word.lower() for word in _were(line.status)))
            moved = line.key in went
            told.append(_told(ended, "removed", "moved away" if moved else ", ".join(words)))
    return tuple(sorted(told, key=lambda line: (line.from_, line.to, line.kind, line.status)))


def _fates(changes: Iterable[AnyChange]) -> tuple[set[Key], set[Key], set[Key]]:
    """The relations that lead elsewhere, by where they lead and led, and those not as they were."""
    came: set[Key] = set()
    went: set[Key] = set()
    altered: set[Key] = set()
    for change in changes:
        old, new = (change.before, change.after) if isinstance(change, Change) else (None, None)
        if isinstance(old, Relation) and isinstance(new, Relation):
            if change.what is What.RELATION_MOVED:
                came.add((new.from_body, new.kind, new.to_body))
                went.add((old.from_body, old.kind, old.to_body))
            else:
                altered.add((new.from_body, new.kind, new.to_body))
    return came, went, altered


def _told(line: DiagramLine, fate: Fate, words: str = "") -> DiagramLine:
    """The line with its change, told beside it in words; what stays needs none."""
    word = words or WORDS.get(fate, "")
    scope = ": ".join(part for part in (word, line.scope) if part) if word else line.scope
    return replace(line, change=fate, scope=scope)


def _renumbered(after: Diagram, lines: tuple[DiagramLine, ...]) -> tuple[DiagramFinding, ...]:
    """The findings of the later state, pointing to where its lines are on the sheet."""
    places = {line.key: place for place, line in enumerate(lines) if line.change != "removed"}
    return tuple(
        finding
        if finding.line is None
        else replace(finding, line=places[after.lines[finding.line].key])
        for finding in after.findings
    )


def _block(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """From where each state is seen."""
    pairs = []
    sides = (("Before", comparison.before), ("After", comparison.after))
    for (label, graph), file in zip(sides, name_files(comparison), strict=True):
        here = graph.standpoint
        when = here.as_at.spoken() if here.as_at else "all dates"
        shown = ", ".join(sorted(map(str, here.include)))
        words = (file, when, f"with {shown}" if shown else "")
        pairs.append((label, ", ".join(filter(None, words))))
    return tuple(pairs)


def _counted(comparison: Comparison) -> str:
    """How many findings are not on the sheet."""
    findings = comparison.findings
    return (
        f"Findings listed are those that are new. Gone: {len(findings.gone)}; "
        f"the same on both sides: {len(findings.same)}."
    )


def format_open(comparison: Comparison) -> Iterator[str]:
    """What the papers leave open, and which dates of either state are not precise enough."""
    before, after = comparison.before, comparison.after
    for one in comparison.left_open:
        yield format_evidence_gap(after.structure, one)
    for graph in (before, after) if before.standpoint != after.standpoint else (after,):
        yield from format_uncertain(graph, frozenset(graph.structure.body_by_id))
