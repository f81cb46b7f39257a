"""Answers in a cell: chains of account, findings, and what is different."""

from typing import Any

from govgraph.analysis.chain import Chain, Chains
from govgraph.checks.comparison import Comparison
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.answer_text import format_outcome
from govgraph.reporting.difference.difference_as_text import build_sections, format_title
from govgraph.reporting.findings.findings_as_text import summary_as_text
from govgraph.reporting.notebook.structure_cell import MOST_LISTED, find_title, render_cell
from govgraph.wording.records import format_relation


def chains_as_html(graph: AccountabilityGraph, answer: Chains) -> str:
    """Each chain as a row of boxes, and what was not counted."""
    structure = graph.structure
    shown = answer.chains[:MOST_LISTED]
    missed = [
        f"{format_relation(structure, gap.relation.key)}: {gap.why}" for gap in answer.not_counted
    ]
    return render_cell(
        "chains",
        name=structure.name_of(answer.body),
        standpoint=format_standpoint(graph),
        chains=[_chain(structure, chain) for chain in shown],
        count=len(answer.chains),
        left=len(answer.chains) - len(shown),
        missed=missed[:MOST_LISTED],
        missed_left=max(0, len(missed) - MOST_LISTED),
    )


def _chain(structure: Structure, chain: Chain) -> dict[str, Any]:
    steps = [
        {
            "reads": structure.kinds_of_relation[line.relation.kind].reads,
            "above": structure.name_of(line.superior),
            "scope": line.relation.scope,
            "basis": str(line.basis),
        }
        for line in chain.steps
    ]
    shown = steps[:MOST_LISTED]
    return {
        "outcome": format_outcome(structure, chain),
        "steps": shown,
        "left": len(steps) - len(shown),
        "arrives": chain.apex is not None,
        "leaves": chain.leaves is not None,
    }


def findings_as_html(findings: Findings) -> str:
    """Each finding with its severity in words, the gravest first."""
    shown = findings.findings[:MOST_LISTED]
    return render_cell(
        "findings",
        title=find_title(findings.structure),
        summary=summary_as_text(findings),
        findings=shown,
        left=len(findings.findings) - len(shown),
    )


def difference_as_html(comparison: Comparison) -> str:
    """What is compared, then each section with its entries."""
    title, standpoints = format_title(comparison)
    sections = [
        {
            "heading": section.heading,
            "remark": section.remark,
            "entries": section.entries[:MOST_LISTED],
            "left": max(0, len(section.entries) - MOST_LISTED),
        }
        for section in build_sections(comparison, ids=False)
    ]
    return render_cell("difference", title=title, standpoints=standpoints, sections=sections)
