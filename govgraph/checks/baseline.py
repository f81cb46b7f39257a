"""A baseline: what was wrong already when somebody took the tool up on an old structure."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from govgraph.checks.finding import Finding
from govgraph.checks.one_cause import merge_causes
from govgraph.checks.runner import Findings
from govgraph.errors import LoadError, Place, Problem

FORMAT = "govgraph-baseline"
Key = tuple[str, str]
"""A rule's code, and what the finding is about in words."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Findings held against a baseline.

    Attributes:
        findings: what is new since the baseline, waived findings among them.
        known: how many findings the baseline holds already.
        gone: how many entries of the baseline are found no longer.
    """

    findings: Findings
    known: int
    gone: int


def write_baseline(findings: Findings) -> str:
    """The baseline that holds every finding nobody has waived, as JSON to keep beside the file."""
    entries = sorted(_key(f) for f in findings.each if f.waiver is None)
    listed = [{"code": code, "subject": subject} for code, subject in entries]
    return json.dumps({FORMAT: 1, "findings": listed}, indent=2, ensure_ascii=False)


def hold_against(findings: Findings, path: Path) -> Measured:
    """What is new since the baseline in a file.

    Raises:
        LoadError: the file is no baseline.
    """
    left = Counter(read_keys(path))
    new: list[Finding] = []
    known = 0
    for finding in findings.each:
        key = _key(finding)
        if finding.waiver is None and left[key]:
            left[key] -= 1
            known += 1
        else:
            new.append(finding)
    left_over = merge_causes(findings.structure, new)
    return Measured(replace(findings, findings=left_over), known, sum(left.values()))


def _key(finding: Finding) -> Key:
    """What stays the same about a finding when the file around it changes."""
    subject = finding.subject
    parts = (*(subject.relation or (subject.body,)), subject.seat, finding.variant)
    return finding.code, " ".join(filter(None, parts))


def read_keys(path: Path) -> Iterable[Key]:
    """What a baseline holds.

    Raises:
        LoadError: the file is no baseline.
    """
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return [(str(entry["code"]), str(entry["subject"])) for entry in data["findings"]]
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _refused(path, "this is no baseline; --write-baseline makes one") from error


def _refused(path: Path, why: str) -> LoadError:
    return LoadError((Problem(Place(str(path), 0, 0), why),))
