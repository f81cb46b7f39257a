"""Findings as a tally: how many of each rule."""

from collections import Counter

from govgraph.checks.runner import Findings


def findings_as_tally(findings: Findings) -> str:
    """A line for each rule that found something, sorted by code."""
    counted = Counter(finding.code for finding in findings.findings)
    return "\n".join(f"{code} {counted[code]}" for code in sorted(counted))
