"""How a structure's own rules fare, as people read it and as data."""

from collections.abc import Sequence
from typing import Any

from govgraph.checks.policy import Verdict
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.findings.findings_as_json import subject_as_data
from govgraph.wording.lists import count_words


def policy_as_text(graph: AccountabilityGraph, verdicts: Sequence[Verdict]) -> str:
    """Each rule, whether it is kept, its reason, and who breaks it."""
    lines: list[str] = []
    for verdict in verdicts:
        lines.append(f"{verdict.rule.id}: {_fares(verdict)}")
        if verdict.rule.because:
            lines.append(f"  because: {verdict.rule.because}")
        for breach in verdict.breaches:
            name = graph.structure.name_of(breach.subject.body)
            where = f" ({breach.place})" if breach.place else ""
            lines.append(f"  - {name} {breach.says}{where}")
    if not verdicts:
        lines.append("The structure has no rules of its own.")
    return "\n".join([*lines, "", format_standpoint(graph)])


def policy_as_data(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """`{"rules": [{"id", "in_force", "kept", "because", "bodies", "breaches"}]}`."""
    rules = [
        {
            "id": verdict.rule.id,
            "in_force": verdict.in_force,
            "kept": verdict.is_kept,
            "unknown": verdict.unknown or None,
            "because": verdict.rule.because,
            "bodies": list(verdict.bodies),
            "breaches": [
                {
                    "subject": subject_as_data(breach.subject),
                    "says": breach.says,
                    "others": list(breach.others),
                }
                for breach in verdict.breaches
            ],
        }
        for verdict in verdicts
    ]
    return {"rules": rules}


def _fares(verdict: Verdict) -> str:
    if not verdict.in_force:
        return "not in force on this date"
    if verdict.unknown:
        return f"not judged, for ‘{verdict.unknown}’ is no body in this structure"
    if not verdict.bodies:
        return "speaks of no body here"
    count = len(verdict.bodies)
    of = count_words(count, "body")
    broken = len(verdict.breaches)
    return f"broken {count_words(broken, 'time')}, of {of}" if broken else f"kept by {of}"
