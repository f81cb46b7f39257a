"""The page of a structure that no one drawing holds: search it, and see one body at a time."""

from collections import Counter
from dataclasses import dataclass

from govgraph.checks.finding import Severity
from govgraph.checks.runner import Findings
from govgraph.drawing.depiction.headings import heading
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.page.content import day_meant, summarise
from govgraph.reporting.page.data import pack_data
from govgraph.reporting.page.records import Summary
from govgraph.reporting.page.register import Register, spoken_date
from govgraph.reporting.page.script import LARGE, build_script
from govgraph.reporting.page.style import build_style
from govgraph.reporting.page.templates import find_templates, write_policy

MOST_INLINE = 1000
"""The most bodies that a page shows all at once."""

MOST_TOLD = 10
"""How many findings of one kind a large page tells before it counts the rest."""


@dataclass(frozen=True, slots=True)
class ToldFindings:
    """What one rule found, the first of it in words."""

    severity: str
    code: str
    title: str
    count: int
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LargePage:
    """What a large page says besides the structure itself."""

    title: str
    subtitle: str
    as_at: str
    day: str
    include: tuple[str, ...]
    presume: bool
    note: str
    summary: Summary
    findings: tuple[ToldFindings, ...]
    sources: tuple[str, ...]


def build_large_page(graph: AccountabilityGraph, findings: Findings) -> str:
    """A structure of any size as one HTML page that draws the body that is asked for.

    The structure stands compressed in the page; the same arguments give the same bytes.
    """
    from markupsafe import Markup

    structure, here = graph.structure, graph.standpoint
    page = LargePage(
        title=structure.title or structure.id,
        subtitle=structure.subtitle,
        as_at=spoken_date(here.as_at),
        day=day_meant(here.as_at),
        include=tuple(sorted(map(str, here.include))),
        presume=here.presume,
        note=structure.note,
        summary=summarise(Register(graph), findings),
        findings=tuple(_told(findings)),
        sources=tuple(source.title for source in structure.sources),
    )
    templates = find_templates()
    style = build_style(None)
    script = build_script(LARGE)
    return templates.get_template("large.html").render(
        page=page,
        style=Markup(style),  # noqa: S704 - our own
        data=pack_data(graph),
        script=Markup(script),  # noqa: S704 - our own
        policy=write_policy(style, script),
    )


def _told(findings: Findings) -> list[ToldFindings]:
    """The findings that nobody has waived, by rule, the gravest first."""
    groups: dict[tuple[Severity, str, str, str], list[str]] = {}
    counts: Counter[tuple[Severity, str, str, str]] = Counter()
    for finding in findings.findings:
        if finding.waiver:
            continue
        key = (finding.severity, finding.code, finding.name, finding.variant)
        counts[key] += 1
        told = groups.setdefault(key, [])
        if len(told) < MOST_TOLD:
            told.append(finding.message)
    return [
        ToldFindings(str(key[0]), key[1], heading(key[2], key[3]), counts[key], tuple(told))
        for key, told in groups.items()
    ]
