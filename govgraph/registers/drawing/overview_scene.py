"""The diagram of a register: a box for each group of bodies, a line for each main flow.

A picture of a million boxes says nothing. Of each group only the main flows upward are drawn, so
that no more lines leave a box than an eye can follow; the rest is counted in the box.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

import numpy as np

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import find_heading
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine, Shape
from govgraph.drawing.scene.kind_looks import SHAPES
from govgraph.drawing.scene.title_block import title_block
from govgraph.registers.graph.overview import NONE, find_overview
from govgraph.registers.rules.register_findings import NOBODY
from govgraph.wording.lists import count_words, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.registers.graph.overview import Flow, Group, Grouping, Overview
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

FLOWS = 2
"""Lines drawn upward from one group."""
LEAST = 0.05
"""Share of a group's lines below which those to one other group are counted and not drawn."""
WORST = 3
"""Groups named, and marked, for the findings of a rule."""
GENERAL = frozenset({"GG107", "GG108"})
"""Rules whose findings are about the whole."""


def build_overview_diagram(
    findings: RegisterFindings, grouping: Grouping, *, hints: Sequence[str] = ()
) -> Diagram:
    """What a drawing of a register shows and says.

    Args:
        findings: what the rules found, and who answers to whom.
        grouping: which box each body is in.
        hints: sentences for the foot, such as how to see more.
    """
    graph = findings.graph
    marked = findings.per_body(Severity.ERROR) > 0
    overview = find_overview(graph, grouping, marked)
    drawn, rest = _choose_flows(overview)
    boxes = tuple(
        _box(graph, overview, place, rest[place]) for place in range(len(overview.groups))
    )
    areas = {box.area for box in boxes if box.area}
    labels = [_label(box, group) for box, group in zip(boxes, overview.groups, strict=True)]
    return Diagram(
        title=graph.register.files.name,
        subtitle=_format_size(overview),
        block=title_block(graph.standpoint),
        bodies=boxes,
        lines=tuple(_line(flow, boxes) for flow in sorted(drawn, key=_by_place)),
        areas=tuple(sorted(areas)) if len(areas) > 1 else (),
        findings=tuple(_summarise(findings, grouping, boxes, labels)),
        left_out=(*_format_left_out(graph, overview, drawn), *hints),
    )


def _choose_flows(overview: Overview) -> tuple[list[Flow], list[list[Flow]]]:
    """The flows that are drawn, and for each group those from it that are not.

    A group at which no line would arrive, and from which none would start, keeps its largest.
    """
    out: list[list[Flow]] = [[] for _ in overview.groups]
    for flow in overview.flows:
        out[flow.lower].append(flow)
    drawn = []
    for place, flows in enumerate(out):
        single = overview.groups[place].body != NONE
        least = 0 if single else LEAST * sum(flow.lines for flow in flows)
        main = [flow for flow in flows[: None if single else FLOWS] if flow.lines >= least]
        drawn += main
    tied = {place for flow in drawn for place in (flow.lower, flow.upper)}
    for flow in overview.flows:
        if flow.lower not in tied or flow.upper not in tied:
            drawn.append(flow)
            tied |= {flow.lower, flow.upper}
    shown = frozenset(drawn)
    return drawn, [[flow for flow in flows if flow not in shown] for flows in out]


def _box(graph: RegisterGraph, overview: Overview, place: int, rest: Sequence[Flow]) -> DiagramBody:
    group = overview.groups[place]
    if group.body != NONE:
        return _single_box(graph, group)
    words = dict(zip(overview.by, group.words, strict=False))
    kind = words.get("kind")
    size = count_words(group.bodies, "body", "bodies")
    name, label = _name_group(graph, overview, group), overview.by[0].capitalize()
    if kind is not None or not group.words:
        name, label, meta = size, name, []
    else:
        meta = [size]
    meta += [f"{group.marked:,} with an error"] if group.marked else []
    if group.apexes:
        meta.append(count_words(group.apexes, "apex", "apexes"))
    if group.within:
        meta.append(f"{count_words(group.within, 'line')} within")
    if rest:
        others = count_words(len(rest), "other group")
        meta.append(f"{count_words(sum(flow.lines for flow in rest), 'line')} to {others}")
    return DiagramBody(
        id=f"group {place}",  # no identifier of a body has a space in it
        name=name,
        kind=kind or "body",
        kind_label=label,
        shape=_shape(graph, kind or ""),
        area=words.get("area") if "kind" in words else None,
        meta=tuple(meta),
        apex=bool(group.apexes) and group.apexes == group.bodies,
    )


def _single_box(graph: RegisterGraph, group: Group) -> DiagramBody:
    """The box of one body."""
    bodies, row = graph.register.bodies, group.body
    kind = (bodies.kinds[row] if bodies.kinds else "") or "body"
    return DiagramBody(
        id=bodies.ids[row],
        name=bodies.names[row],
        kind=kind,
        kind_label="" if kind == "body" else _name_kind(graph, kind),
        shape=_shape(graph, kind),
        meta=(f"{group.marked:,} with an error",) if group.marked > 1 else (),
        apex=bool(graph.apex[row]),
        outside=bool(graph.outside[row]),
    )


def _name_group(graph: RegisterGraph, overview: Overview, group: Group) -> str:
    """What the bodies of a group are called together."""
    if not group.words:
        return "All others"
    words = dict(zip(overview.by, group.words, strict=True))
    if "kind" in words:
        return _name_kind(graph, words["kind"])
    return ", ".join(word or f"No {name} given" for name, word in words.items())


def _name_kind(graph: RegisterGraph, kind: str) -> str:
    known = graph.register.kinds.bodies.get(kind)
    return known.name if known else kind or "No kind given"


def _by_place(flow: Flow) -> tuple[int, int]:
    return flow.lower, flow.upper


def _shape(graph: RegisterGraph, kind: str) -> Shape:
    """The form of a kind of body: its own, that of the kind it is like, or neutral."""
    known = graph.register.kinds.bodies.get(kind)
    return SHAPES.get((known.like if known else "") or kind, "neutral")


def _line(flow: Flow, boxes: Sequence[DiagramBody]) -> DiagramLine:
    return DiagramLine(
        from_=boxes[flow.lower].id,
        to=boxes[flow.upper].id,
        scope=f"{flow.lines:,}" if flow.lines > 1 else None,
    )


def _format_size(overview: Overview) -> str:
    """How much is shown."""
    bodies = sum(group.bodies for group in overview.groups)
    lines = sum(flow.lines for flow in overview.flows)
    lines += sum(group.within for group in overview.groups)
    told = count_words(bodies, "body", "bodies")
    lines_told = count_words(lines, "line")
    groups = sum(group.body == NONE for group in overview.groups)
    one = f"bodies of one {' in one '.join(reversed(overview.by))}"
    each = f"; a box without a name holds {one}" if groups < len(overview.groups) else ""
    each = each or f"; a box holds the {one}"
    return f"{told}, {lines_told} of account between them{each}"


def _summarise(
    findings: RegisterFindings,
    grouping: Grouping,
    boxes: Sequence[DiagramBody],
    labels: Sequence[str],
) -> Iterator[DiagramFinding]:
    """One entry for each rule: how many, and in which groups most; these wear its badge."""
    together: dict[tuple[int, str], list[RegisterGroup]] = {}
    for group in findings.groups:
        together.setdefault((-group.severity, group.check.code), []).append(group)
    number = 0
    for (_, code), groups in together.items():
        check = groups[0].check
        if code in GENERAL:
            number += 1
            severity, text = _severity(groups[0]), groups[0].says
            yield DiagramFinding(number=number, severity=severity, bodies=(), text=text, code=code)
            continue
        about = np.concatenate([group.bodies for group in groups])
        places = grouping.of[about[about != NOBODY]]
        counts = Counter(places[places != NONE].tolist())
        if not counts:
            continue
        number += 1
        worst = [place for place, _ in counts.most_common(WORST)]
        variants = {group.variant for group in groups}
        heading = find_heading(check.name, variants.pop() if len(variants) == 1 else "")
        where = join_words([f"{labels[place]} {counts[place]:,}" for place in worst])
        most = "most of them" if len(counts) > WORST else "that is"
        yield DiagramFinding(
            number=number,
            severity=_severity(groups[0]),
            bodies=tuple(boxes[place].id for place in worst),
            text=f"{heading}: {sum(counts.values()):,}, {most} {where}.",
            code=code,
        )


def _severity(group: RegisterGroup) -> Literal["error", "warning", "information"]:
    """How grave findings are, as a drawing says it."""
    words: tuple[Literal["information", "warning", "error"], ...]
    words = ("information", "warning", "error")
    return words[group.severity]


def _label(box: DiagramBody, group: Group) -> str:
    """What a group or body is called in a sentence."""
    if group.body != NONE or "bod" not in box.name:
        return box.name
    return f"{box.kind_label} in {box.area}" if box.area else box.kind_label


def _format_left_out(
    graph: RegisterGraph, overview: Overview, drawn: Sequence[Flow]
) -> Iterator[str]:
    """What the picture does not show, one sentence each."""
    flowing = sum(flow.lines for flow in overview.flows)
    hidden = flowing - sum(flow.lines for flow in drawn)
    if hidden:
        told = count_words(hidden, "line of account is", "lines of account are")
        yield (
            f"From each group the main lines are drawn, with how many there are; {told} counted "
            "in the boxes alone."
        )
    if overview.left_out:
        told = count_words(overview.left_out, "body", "bodies")
        yield f"Left out: {told} outside this view."
    gone = len(graph) - int(np.count_nonzero(graph.present))
    if gone:
        yield f"Left out: {count_words(gone, 'body', 'bodies')} not in force on the date shown."
    others = int(np.count_nonzero(graph.holding)) - len(graph.relations)
    if others:
        told = count_words(others, "relation makes", "relations make")
        yield f"Left out: {told} no line of account."
    unknown = len(graph.register.relations.strangers)
    if unknown:
        told = count_words(unknown, "relation names", "relations name")
        yield f"Left out: {told} a body that the register does not hold."
