"""Everything that the page says of a structure, worked out before any template is read."""

from govgraph.checks.evidence_sentences import format_evidence_gaps
from govgraph.checks.finding import Severity
from govgraph.checks.runner import Findings
from govgraph.drawing.coverage.matrix import build_coverage_picture
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Presence
from govgraph.reporting.page.page_bodies import build_bodies
from govgraph.reporting.page.page_findings import group_findings, items_by_body
from govgraph.reporting.page.page_people import build_people
from govgraph.reporting.page.page_records import Page, SeatGroup, Summary
from govgraph.reporting.page.page_register import Register, format_date_with_words
from govgraph.reporting.page.page_rows import SeatRow
from govgraph.reporting.page.page_sources import build_sources
from govgraph.wording.standpoints import format_included


def build_content(graph: AccountabilityGraph, findings: Findings) -> Page:
    """What the page shows, in the order in which it shows it.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
    """
    structure, here = graph.structure, graph.standpoint
    register = Register(graph)
    groups, waived = group_findings(register, findings.findings)
    return Page(
        title=structure.title or structure.id,
        subtitle=structure.subtitle,
        jurisdiction=structure.jurisdiction,
        as_at=format_date_with_words(here.as_at),
        day=day_meant(here.as_at),
        paper=structure.paper,
        status=structure.status,
        note=structure.note,
        include=tuple(sorted(map(str, here.include))),
        included=format_included(here),
        presume=here.presume,
        summary=summarise(register, findings),
        groups=groups,
        waived=waived,
        bodies=build_bodies(register, items_by_body((*groups, *waived))),
        lines=tuple(row for row in register.relations if row.accountability or row.counts),
        others=tuple(
            row for row in register.relations if not row.accountability and not row.counts
        ),
        seats=tuple(
            SeatGroup(register.body(body), seats) for body, seats in register.seats_by_body.items()
        ),
        people=build_people(register),
        requirements=build_coverage_picture(graph, register.membership),
        sources=build_sources(register),
    )


def summarise(register: Register, findings: Findings) -> Summary:
    """The structure in numbers."""
    graph, structure = register.graph, register.structure
    apart = frozenset((*graph.apexes, *graph.outside))
    answering = [graph.table.number[id_] for id_ in graph.bodies if id_ not in apart]
    vacant = [_is_not_here(seat) for seat in register.seats if seat.vacant]
    return Summary(
        bodies=len(structure.bodies),
        counted=len(graph.bodies),
        ends=len(graph.apexes),
        outside=len(graph.outside),
        answering=len(answering),
        arriving=sum(1 for number in answering if graph.arrives[number]),
        leaving=sum(1 for number in answering if graph.leaves[number]),
        relations=len(structure.relations),
        lines=len(graph.lines),
        seats=len(structure.seats),
        vacant=vacant.count(False),
        vacant_later=vacant.count(True),
        sources=len(structure.sources),
        errors=findings.count(Severity.ERROR),
        warnings=findings.count(Severity.WARNING),
        information=findings.count(Severity.INFORMATION),
        waived=findings.waived,
        evidence_gaps=format_evidence_gaps(graph),
    )


def _is_not_here(seat: SeatRow) -> bool:
    """Whether a vacancy is on a seat or body that is not there from the standpoint."""
    return seat.life.standing.presence is not Presence.HOLDS


def day_meant(as_at: PartialDate | None) -> str:
    """The one day that a less precise date is taken to mean, in words."""
    if as_at is None or as_at.day is not None:
        return ""
    last = as_at.last_day
    return PartialDate(last.year, last.month, last.day).spoken()
