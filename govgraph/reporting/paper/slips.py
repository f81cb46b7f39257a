"""Mistakes of whoever typed the file: no board has to decide on them, so no paper tells of them."""

import logging
from dataclasses import replace

from govgraph.checks.finding import Finding
from govgraph.checks.runner import Findings
from govgraph.wording.lists import count_words

_MISNAMED = "GG106"
_CONSEQUENCE = ("GG102", "unknown")
"""A chain that breaks at nothing but a name that is misspelt."""


def without_slips(findings: Findings) -> Findings:
    """The findings that are about the arrangements; how many others there are is a warning."""
    slips = [finding for finding in findings.findings if _is_slip(finding)]
    if not slips:
        return findings
    count = sum(finding.code == _MISNAMED for finding in slips) or len(slips)
    said = count_words(count, "mistake in the file is", "mistakes in the file are")
    told = f"{said} not told in the paper: 'govgraph check' names what is to be corrected"
    logging.getLogger(__name__).warning("%s", told)
    kept = tuple(finding for finding in findings.findings if not _is_slip(finding))
    return replace(findings, findings=kept)


def _is_slip(finding: Finding) -> bool:
    """Whether a finding is about how the file is written; one that is waived is meant."""
    mistyped = finding.code == _MISNAMED or (finding.code, finding.variant) == _CONSEQUENCE
    return mistyped and finding.waiver is None
