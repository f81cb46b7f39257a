"""Findings as JUnit XML, which build servers show as test results.

Each rule is a test case: it fails with every finding of its own that nobody has waived. Source:
the schema of the Apache Ant JUnit task, as Jenkins and GitLab read it.
"""

import re
from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from govgraph.checks.finding import Finding
from govgraph.checks.runner import Findings
from govgraph.wording.lists import count_words

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings_as_junit(findings: Findings) -> str:
    """One suite with a test case for each rule; points of information do not fail it."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings.findings:
        if finding.waiver is None:
            found[finding.code].append(finding)
    names = {check.code: check.name for check in findings.checks}
    names |= {finding.code: finding.name for finding in findings.findings}
    failures = sum(any(f.severity for f in group) for group in found.values())
    suite = quoteattr(_printable(findings.structure.id or "structure"))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="govgraph" tests="{len(names)}" failures="{failures}">',
        f'  <testsuite name={suite} tests="{len(names)}" failures="{failures}" errors="0">',
    ]
    for code, name in sorted(names.items()):
        lines += _case(code, name, found[code])
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"])


def _case(code: str, name: str, findings: list[Finding]) -> list[str]:
    """A test case, its findings as one failure, or as its output where they are information."""
    title = f'    <testcase classname="govgraph.{code}" name={quoteattr(f"{code} {name}")}'
    if not findings:
        return [f"{title}/>"]
    said = "\n".join(f"{f.place or '-'}: {f.severity}: {f.message}" for f in findings)
    said = _printable(said)
    if not any(finding.severity for finding in findings):
        return [f"{title}>", f"      <system-out>{escape(said)}</system-out>", "    </testcase>"]
    count = count_words(len(findings), "finding")
    worst = max(finding.severity for finding in findings)
    failure = f'      <failure message="{count}" type="{worst}">{escape(said)}</failure>'
    return [f"{title}>", failure, "    </testcase>"]


def _printable(text: str) -> str:
    """`text` with each character that XML 1.0 cannot hold shown as its code."""
    return _NO_XML.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
