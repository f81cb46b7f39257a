"""What every rule says of every case, word for word.

The files of tests/golden/findings are read when they change, as a reader of the report would:
`GOVGRAPH_GOLDEN=write uv run pytest tests/checks/test_messages.py` makes them again.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from govgraph.checks.finding import Finding
from govgraph.checks.rule_catalogue import CHECKS
from tests.checks.test_rules import CASES, Case, about, find, read

GOLDEN = Path(__file__).parents[1] / "golden" / "findings"


def told(rule: str, folder: Path) -> Iterator[str]:
    """Each case of a rule with everything that is found in it."""
    for number, case in enumerate(_cases(rule)):
        (folder / str(number)).mkdir()
        structure = read(folder / str(number), case["structure"], case.get("copies"))
        found = find(structure, rule, case.get("asked", {}), case.get("beside", ()))
        yield f"# {case['title']}"
        said = ("\n".join(_lines(finding)) for finding in found)
        yield from (lines.replace(f"{folder / str(number)}/", "") for lines in said)


def _cases(rule: str) -> list[Case]:
    cases: list[Case] = yaml.safe_load((CASES / f"{rule}.yaml").read_text(encoding="utf-8"))
    return cases


def _lines(finding: Finding) -> Iterator[str]:
    """A finding with all its fields, as far as they are filled."""
    place = finding.place
    where = f"{Path(place.file).name}:{place.line}:{place.column}" if place else "no place"
    grade = f"{finding.severity} {finding.code} {finding.name}"
    yield f"{grade}{f' ({finding.variant})' if finding.variant else ''}, {where}"
    yield f"  about   {about(finding.subject)}"
    yield f"  says    {finding.message}"
    yield f"  remedy  {finding.remedy}"
    if finding.board:
        yield f"  board   {finding.board.matter}"
        yield f"          {finding.board.recommendation}"
    if finding.chain:
        yield f"  chain   {' '.join(finding.chain)}"
    if finding.others:
        yield f"  others  {' '.join(finding.others)}"


@pytest.mark.parametrize("rule", [check.name for check in CHECKS])
def test_a_rule_says_what_it_said(rule: str, tmp_path: Path) -> None:
    """Severity, subject, sentence, remedy, chain and place of each finding, to the letter."""
    made = "\n\n".join(told(rule, tmp_path)) + "\n"
    golden = GOLDEN / f"{rule}.txt"
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8", newline="\n")
    same = made == golden.read_text(encoding="utf-8")
    assert same, f"{golden.name} has changed; if it is meant, GOVGRAPH_GOLDEN=write writes it"


def test_no_golden_file_is_left_over() -> None:
    """A rule that was renamed takes its file with it."""
    assert {path.stem for path in GOLDEN.glob("*")} == {check.name for check in CHECKS}
