"""A baseline: what was wrong already when somebody took the tool up on an old structure."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from govgraph.checks.finding import Finding
from govgraph.checks.one_cause import merge_causes
from govgraph.checks.runner import Findings
from govgraph.errors import LoadError, Place, Problem

FORMAT = "govgraph-baseline"
Key = tuple[str, str]
"""A rule's code, and what the finding is about in words."""


FindingsT = TypeVar("FindingsT")


@dataclass(frozen=True, slots=True)
class Measured(Generic[FindingsT]):
    """Findings of any engine held against a baseline.

    Attributes:
        findings: what is new since the baseline, waived findings among them.
        known: how many findings the baseline holds already.
        gone: how many entries of the baseline are found no longer.
    """

    findings: FindingsT
    known: int
    gone: int


def find_keys(findings: Findings) -> Iterable[Key]:
    """What a baseline holds of the findings that nobody has waived, in order."""
    return sorted(_key(finding) for finding in findings.each if finding.waiver is None)


def write_baseline(keys: Iterable[Key]) -> Iterator[str]:
    """The baseline that holds findings by their keys: JSON to keep beside the file, a line each."""
    yield f'{{"{FORMAT}": 1, "findings": ['
    before = "\n"
    for code, subject in keys:
        yield before + json.dumps({"code": code, "subject": subject}, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def hold_against(findings: Findings, path: Path) -> Measured[Findings]:
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
