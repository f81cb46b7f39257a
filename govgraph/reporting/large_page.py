"""The page of a structure that no one drawing holds: search it, and see one body at a time."""

from dataclasses import dataclass

from govgraph.checks.finding import Finding
from govgraph.checks.rule_catalogue import find_heading
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.page.data import pack
from govgraph.reporting.page.page_columns import gather_columns
from govgraph.reporting.page.page_content import day_meant, summarise
from govgraph.reporting.page.page_findings import explain_rule, gather_alike
from govgraph.reporting.page.page_records import Summary
from govgraph.reporting.page.page_register import Register, format_date_with_words
from govgraph.reporting.page.page_rows import Phrase
from govgraph.reporting.page.templates import (
    LARGE,
    build_script,
    build_style,
    find_templates,
    write_policy,
)
from govgraph.wording.standpoints import format_included

MOST_INLINE = 1000
"""The most bodies that a page shows all at once."""

MOST_TOLD = 10
"""How many findings of one kind a large page tells before it counts the rest."""


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """What one rule found.

    Attributes:
        told: the first of it in words, each with the id of a body that it is about, if any.
    """

    severity: str
    code: str
    title: str
    why: tuple[Phrase, ...]
    remedy: str
    count: int
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LargePage:
    """What a large page says besides the structure itself."""

    title: str
    subtitle: str
    as_at: str
    day: str
    included: str
    presume: bool
    note: str
    summary: Summary
    findings: tuple[RuleFindings, ...]
    sources: tuple[str, ...]


def build_large_page(graph: AccountabilityGraph, findings: Findings) -> str:
    """A structure of any size as one HTML page that draws the body that is asked for.

    The structure stands compressed in the page; the same arguments give the same bytes.
    """
    from markupsafe import Markup

    structure, here = graph.structure, graph.standpoint
    alike = gather_alike(finding for finding in findings.findings if not finding.waiver)
    told = tuple(_summarise(group, structure) for group in alike)
    page = LargePage(
        title=structure.title or structure.id,
        subtitle=structure.subtitle,
        as_at=format_date_with_words(here.as_at),
        day=day_meant(here.as_at),
        included=format_included(here),
        presume=here.presume,
        note=structure.note,
        summary=summarise(Register(graph), findings),
        findings=told,
        sources=tuple(source.title for source in structure.sources),
    )
    style = build_style(None)
    script = build_script(LARGE)
    columns = gather_columns(graph, zip((each.title for each in told), alike, strict=True))
    return (
        find_templates()
        .get_template("large.html")
        .render(
            page=page,
            style=Markup(style),  # noqa: S704 - our own
            data=pack(columns),
            script=Markup(script),  # noqa: S704 - our own
            policy=write_policy(style, script),
        )
    )


def _summarise(group: list[Finding], structure: Structure) -> RuleFindings:
    """Findings of one rule that say alike, as the page tells them."""
    first = group[0]
    known = structure.body_by_id
    told = tuple(
        (
            finding.board.matter if finding.board else finding.message,
            next((id_ for id_ in finding.about if id_ in known), ""),
        )
        for finding in group[:MOST_TOLD]
    )
    return RuleFindings(
        severity=str(first.severity),
        code=first.code,
        title=find_heading(first.name, first.variant),
        why=explain_rule(first.code),
        remedy=first.board.recommendation if first.board else first.remedy,
        count=len(group),
        told=told,
    )
