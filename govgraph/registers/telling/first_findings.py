"""Findings of a register in the forms of small structures, which cannot hold all of them.

A code host shows a few thousand results at the most, and nobody reads more: some of every rule are
told, and how many there are of each. `jsonl`, `csv` and `parquet` give every one.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity
from govgraph.checks.one_cause import merge_causes
from govgraph.checks.rule_catalogue import all_checks, format_not_checked, list_not_checked
from govgraph.checks.runner import Findings
from govgraph.model.bodies import Body
from govgraph.model.structure import Structure
from govgraph.registers.reading.body_finder import find_numbers
from govgraph.registers.rules.finding_records import list_some
from govgraph.registers.telling.findings_text import count_words_of, sum_up, summarise_rules
from govgraph.reporting.findings.findings_as_json import findings_as_data
from govgraph.reporting.findings.findings_forms import render_findings
from govgraph.reporting.findings.findings_lines import literal_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.checks.finding import Finding
    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterFindings

MOST = 1_000
"""Findings that are told one by one."""
FORMS = ("json", "sarif", "junit", "github", "markdown", "xlsx")


def take_some(findings: RegisterFindings) -> Findings:
    """At most `MOST` findings of a register, as those of a structure."""
    graph = findings.graph
    name = graph.register.files.name
    told = list_some(findings, MOST)
    structure = Structure(id=name, title=name)
    if len(findings) <= MOST:  # told of some alone, a cause would seem smaller than it is
        told = merge_causes(replace(structure, bodies=_name_bodies(graph.register, told)), told)
    return Findings(structure, graph.standpoint, told, tuple(all_checks()))


def _name_bodies(register: Register, told: Sequence[Finding]) -> tuple[Body, ...]:
    """The bodies that findings are about or that their chains break at, by name and place."""
    about = {finding.subject.body for finding in told}
    about |= {finding.broken.at for finding in told if finding.broken}
    ids = sorted(filter(None, about))
    numbers = find_numbers(register, ids)
    names = register.bodies.names.gather(numbers).to_list()
    return tuple(
        Body(id=id_, name=name, kind="body", place=register.place(number))
        for id_, name, number in zip(ids, names, numbers.tolist(), strict=True)
    )


def render_first(findings: RegisterFindings, form: str) -> str | bytes:
    """Some findings in one of `FORMS`.

    Raises:
        OutputError: there are more than a sheet can hold.
        MissingExtraError: the extra that the form needs is not installed.
    """
    if form == "markdown":
        return _as_markdown(findings)
    some = take_some(findings)
    if form == "xlsx":
        from govgraph.reporting.findings.findings_lines import findings_as_workbook

        return findings_as_workbook(some)
    if form != "json":
        return render_findings(some, form)
    whole = len(findings) <= MOST  # else they are counted body by body, as they are told
    count = some.count if whole else findings.count
    counts = {str(severity): count(severity) for severity in reversed(Severity)}
    summary = counts | {"waived": 0, "bodies": len(findings.graph), "told": len(some.findings)}
    told = findings_as_data(some) | {"summary": summary, "not_checked": list_not_checked()}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_markdown(findings: RegisterFindings) -> str:
    """A table of the rules with how often each found something, and a few examples of each."""
    lines = ["| severity | rule | findings | where most often |", "|---|---|---:|---|"]
    examples: list[str] = []
    rules = [*summarise_rules(findings)]
    for rule in rules:
        code, counted = rule.check.code, count_words_of(findings, rule)
        where = "; ".join(f"{name}: {words}" for name, words in counted)
        cells = (str(rule.severity), f"{code} {rule.check.name}", f"{rule.total:,}", where)
        lines.append(f"| {' | '.join(map(literal_markdown, cells))} |")
        for finding in rule.examples:
            place = f" ({finding.place})" if finding.place else ""
            examples.append(f"- {literal_markdown(f'{code}: {finding.message}{place}')}")
    closing = f"{sum_up(findings, rules)} {format_not_checked()}"
    return "\n".join([*lines, "", *examples, "", literal_markdown(closing)])
