"""The diagram of a structure: its bodies, lines and findings in the words of a sheet."""

from collections.abc import Collection, Iterable, Iterator

from govgraph.analysis.holders import format_post
from govgraph.analysis.uncertainty import find_doubts
from govgraph.checks.evidence_sentences import format_doubt, format_evidence_gaps
from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.scene.collapse import collapse_below
from govgraph.drawing.scene.kind_looks import label_of, look_of, shape_of, style_of
from govgraph.drawing.scene.listed_findings import number_findings
from govgraph.drawing.scene.title_block import format_view, subtitled, title_block
from govgraph.drawing.scene.unmet_filters import refuse_empty, refuse_unknown
from govgraph.drawing.scene.views import WHOLE, View, select
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import ApexBasis, Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import TWO_WAY_KINDS
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat, SeatStatus
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words
from govgraph.wording.records import name_people

TIERS = (
    "national", "region", "regional", "county", "city", "district", "borough", "area", "local",
    "locality", "neighbourhood", "parish", "sub-group", "team", "school",
)  # fmt: skip
"""Tiers that have a known order, highest first; others stand below them, as first written."""

NOT_HERE = "not in this view"
"""What the small box of a superior says that a view cuts off."""
ON_WISH = {"quorum": "Quorum", "limit": "Decides up to"}
"""What a box says of its body where the view asks for it, with the word before it."""
_TENTATIVE = (Status.PROPOSED, Status.SHADOW)
"""The statuses of what is not in force, the furthest from it first."""


def build_diagram(graph: AccountabilityGraph, findings: Findings, view: View = WHOLE) -> Diagram:
    """What a drawing of a structure shows and says, from the standpoint of `graph`.

    Args:
        graph: who answers to whom.
        findings: what the rules found from the same standpoint.
        view: which part of the structure to show.

    Raises:
        SettingsError: the view asks for what the structure has not, or shows no body.
    """
    structure = graph.structure
    refuse_unknown(structure, view)
    selection = select(graph, view)
    refuse_empty(selection.bodies, view)
    lines = _lines(structure, selection.relations)
    numbered, unlisted = number_findings(findings, selection.bodies, lines, view.highlight)
    orphans = {f.subject.body for f in findings.findings if f.name == "orphaned-body"}
    drawn = {
        body.id: _body(graph, body, view.say, orphan=body.id in orphans)
        for body in structure.bodies
        if body.id in selection.bodies | selection.superiors
    }
    bodies = tuple(
        body.pointed(NOT_HERE) if id_ in selection.superiors else body
        for id_, body in drawn.items()
    )
    diagram = Diagram(
        title=structure.title or structure.id or "Governance structure",
        subtitle=subtitled(_format_view(structure, view), structure.subtitle),
        block=print_block(graph),
        bodies=bodies,
        lines=lines,
        tiers=_tiers(structure, bodies),
        areas=_areas(bodies),
        findings=numbered,
        sources=tuple(map(_source, _cited(structure, bodies, selection.relations))),
        left_out=(
            *selection.left_out,
            *unlisted,
            *format_judged(graph, selection.bodies),
            *format_evidence_gaps(graph, selection.bodies),
            *format_uncertain(graph, selection.bodies),
        ),
    )
    return collapse_below(diagram, view.collapse)


def drawn_status(structure: Structure, relation: Relation) -> Status:
    """The status of a relation, or of an end of it that is further from being in force."""
    known = structure.body_by_id
    ends = (relation.from_body, relation.to_body)
    found = {relation.status, *(known[end].status for end in ends if end in known)}
    weaker = (status for status in _TENTATIVE if status in found)
    return relation.status if relation.status is Status.ENDED else next(weaker, relation.status)


def format_uncertain(graph: AccountabilityGraph, shown: frozenset[str]) -> Iterator[str]:
    """Which dates were not precise enough to be sure of what is shown, as a sentence."""
    day = graph.standpoint.day
    doubts = [doubt for doubt in find_doubts(graph) if not doubt.bodies.isdisjoint(shown)]
    if doubts and day:
        told = [format_doubt(graph.structure, doubt) for doubt in doubts]
        when = PartialDate(day.year, day.month, day.day).spoken()
        yield f"Not certain on {when}, for want of precise dates: {join_words(told)}."


def format_judged(graph: AccountabilityGraph, shown: Collection[str]) -> Iterator[str]:
    """At which bodies shown accountability is taken to end by judgement, as a sentence."""
    known = graph.structure.body_by_id
    judged = [
        known[id_].name
        for id_ in graph.apexes
        if id_ in shown and known[id_].apex_basis is ApexBasis.JUDGEMENT
    ]
    if judged:
        yield f"Taken as the end by judgement, for no source says so: {join_words(judged)}."


def _format_view(structure: Structure, view: View) -> str:
    kinds = structure.kinds_of_body
    titles = {source.id: source.title for source in structure.sources}
    return format_view(
        view,
        structure.name_of,
        lambda kind: kinds[kind].name if kind in kinds else kind,
        lambda source: f"‘{titles[source]}’",
    )


def _body(
    graph: AccountabilityGraph, body: Body, say: Collection[str], *, orphan: bool
) -> DiagramBody:
    structure = graph.structure
    seats = [
        seat for seat in structure.seats_by_body.get(body.id, ()) if graph.standpoint.holds(seat)
    ]
    meta = [*_chair(structure, seats), *([f"Meets {body.meets}"] if body.meets else [])]
    meta += [
        f"{word} {getattr(body, name)}"
        for name, word in ON_WISH.items()
        if name in say and getattr(body, name)
    ]
    return DiagramBody(
        id=body.id,
        name=body.name,
        kind=body.kind,
        kind_label=label_of(structure, body.kind),
        shape=shape_of(structure, body.kind),
        status=body.status.value,
        area=body.area if body.area and body.area != structure.jurisdiction else None,
        tier=body.tier or None,
        meta=tuple(meta),
        chips=_vacancies(seats),
        orphan=orphan,
        count=body.count,
        count_is_about=body.count_is_about,
        apex=body.apex,
        outside=body.outside,
    )


def _chair(structure: Structure, seats: list[Seat]) -> list[str]:
    """Who is in the chair, by name or post, and with what status where it is unusual."""
    for seat in seats:
        names = name_people(structure, seat.held_by)
        if not names and seat.standing is not SeatStatus.VACANT:
            names = format_post(structure, seat)
        if seat.role is Role.CHAIR and names:
            status = "" if seat.standing is SeatStatus.SUBSTANTIVE else f" ({seat.standing})"
            return [f"Chair{status}: {names}"]
    return []


def _vacancies(seats: list[Seat]) -> tuple[str, ...]:
    vacant = [seat.role for seat in seats if seat.standing is SeatStatus.VACANT]
    others = len(vacant) - vacant.count(Role.CHAIR)
    chips = ["CHAIR VACANT"] if Role.CHAIR in vacant else []
    if others:
        chips.append("SEAT VACANT" if others == 1 else f"{others} SEATS VACANT")
    return tuple(chips)


def _lines(structure: Structure, relations: tuple[int, ...]) -> tuple[DiagramLine, ...]:
    """A line for each relation; those that differ only in scope are one line with both scopes.

    One that says the same from either end is one line, also where both bodies say it.
    """
    together: dict[tuple[str, str, str, Status], list[Relation]] = {}
    for relation in map(structure.relations.__getitem__, relations):
        ends = [relation.from_body, relation.to_body]
        one, other = sorted(ends) if relation.kind in TWO_WAY_KINDS else ends
        key = (one, relation.kind, other, drawn_status(structure, relation))
        together.setdefault(key, []).append(relation)
    lines = []
    for (*_, drawn), group in together.items():
        first = group[0]
        kind = structure.kinds_of_relation.get(first.kind)
        scopes = dict.fromkeys(relation.extent for relation in group if relation.extent)
        lines.append(
            DiagramLine(
                from_=first.from_body,
                to=first.to_body,
                kind=first.kind,
                label=kind.reads if kind else first.kind.replace("_", " "),
                style=style_of(kind),
                status=drawn.value,
                scope="; ".join(scopes) or None,
                look=look_of(kind),
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.from_, line.to, line.kind, line.status)))


def _tiers(structure: Structure, bodies: tuple[DiagramBody, ...]) -> tuple[str, ...]:
    """The tiers in use, in order."""
    used = {body.tier for body in bodies}
    return order_tiers(body.tier for body in structure.bodies if body.tier in used)


def order_tiers(written: Iterable[str]) -> tuple[str, ...]:
    """Tiers, each once, the highest first: those of known order, then others as first written."""
    rank = {tier: place for place, tier in enumerate(TIERS)}
    found = dict.fromkeys(written)
    return tuple(sorted(found, key=lambda tier: rank.get(tier.casefold(), len(TIERS))))


def _areas(bodies: tuple[DiagramBody, ...]) -> tuple[str, ...]:
    """The areas worth an outline: none where everything drawn is in the same one."""
    used = {body.area for body in bodies}
    return tuple(sorted(area for area in used if area)) if len(used) > 1 else ()


def print_block(graph: AccountabilityGraph) -> tuple[tuple[str, str], ...]:
    """The pairs of a title block: paper, as at, status, and what else is shown."""
    return title_block(graph.standpoint, graph.structure.paper, graph.structure.status)


def _cited(
    structure: Structure, bodies: tuple[DiagramBody, ...], relations: tuple[int, ...]
) -> list[Source]:
    """The sources of whatever is shown, in the order of the structure."""
    known = structure.body_by_id
    shown = [known[body.id].cites for body in bodies if not body.pointer]
    shown += [structure.relations[index].cites for index in relations]
    used = {citation.source for cites in shown for citation in cites}
    return [source for source in structure.sources if source.id in used]


def _source(source: Source) -> str:
    date = source.date.spoken() if source.date else ""
    return ", ".join(filter(None, (source.title, source.publisher, date)))
