"""Every rule finds what its cases say, and its own documentation says so too."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

import govgraph.checks.rules
from docs.rule_pages import PARTS, read_page
from govgraph.checks.check import Check
from govgraph.checks.finding import Finding, Subject
from govgraph.checks.rule_catalogue import CHECKS
from govgraph.checks.runner import check_structure
from govgraph.formats.format_catalogue import read_structure
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure

CASES = Path(__file__).parents[1] / "cases" / "rules"
RULES = Path(govgraph.checks.rules.__file__).parent

Case = dict[str, Any]


def every_case() -> Iterator[Any]:
    """Every case of every file, named after its rule and title."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['title']}")


def read(tmp_path: Path, text: str, copies: Mapping[str, str] | None = None) -> Structure:
    """The structure in `text`, with copies of sources beside it."""
    for name, copy in (copies or {}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(copy, encoding="utf-8")
    path = tmp_path / "structure.yaml"
    path.write_text(text, encoding="utf-8")
    return read_structure(path)


def find(
    structure: Structure, rule: str, asked: Case, beside: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """What one rule finds, asked from where the case says and run beside others."""
    as_at = PartialDate.parse(str(asked["as_at"])) if "as_at" in asked else None
    include = frozenset(map(Status, asked.get("include", ())))
    standpoint = structure.standpoint(as_at, include, presume=asked.get("presume", False))
    found = check_structure(structure, standpoint, select=[rule, *beside]).each
    return tuple(finding for finding in found if finding.name == rule)


def about(subject: Subject) -> str:
    """The subject of a finding as the cases write it."""
    if subject.relation:
        return " ".join(subject.relation)
    body = subject.body or "the structure"
    return f"{body}: {subject.seat}" if subject.seat else body


@pytest.mark.parametrize(("rule", "case"), list(every_case()))
def test_a_rule_finds_what_its_case_says(rule: str, case: Case, tmp_path: Path) -> None:
    """The findings of the rule are those of the case, one by one."""
    structure = read(tmp_path, case["structure"], case.get("copies"))
    found = find(structure, rule, case.get("asked", {}), case.get("beside", ()))
    expected = case["finds"]
    assert [about(finding.subject) for finding in found] == [each["about"] for each in expected]
    for finding, each in zip(found, expected, strict=True):
        assert str(finding.severity) == each.get("severity", str(finding.severity))
        assert finding.variant == each.get("variant", finding.variant)
        assert list(finding.chain) == each.get("chain", list(finding.chain))
        assert each.get("remedy", "") in finding.remedy
        assert all(words in finding.message for words in each.get("says", ())), finding.message
        if "line" in each:
            assert finding.place is not None
            assert finding.place.line == each["line"]


@pytest.mark.parametrize(("rule", "case"), list(every_case()))
def test_a_message_is_a_sentence_with_a_remedy(rule: str, case: Case, tmp_path: Path) -> None:
    """What a rule says begins with a capital and ends with a stop; so does any remedy."""
    structure = read(tmp_path, case["structure"], case.get("copies"))
    for finding in find(structure, rule, case.get("asked", {})):
        for sentence in filter(None, (finding.message, finding.remedy)):
            assert sentence[0] == sentence[0].upper()
            assert sentence[-1] in ".?"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_rule_has_cases_that_pass_and_cases_that_fail(check: Check) -> None:
    """Each rule is tried on structures that are sound and on ones that are not."""
    cases = yaml.safe_load((CASES / f"{check.name}.yaml").read_text(encoding="utf-8"))
    assert {bool(case["finds"]) for case in cases} == {True, False}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_bad_example_of_a_page_is_found_and_the_good_one_is_not(
    check: Check, tmp_path: Path
) -> None:
    """The examples that a reader learns from are true; one paper lies beside them."""
    page = read_page(check)
    beside = [other.code for other in CHECKS] if check.last else []
    copies = {"terms.txt": "4. It shall report to the Trust each year.\n"}
    assert find(read(tmp_path, page.bad, copies), check.name, {}, beside)
    assert not find(read(tmp_path, page.good, copies), check.name, {}, beside)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_page_has_all_its_parts(check: Check) -> None:
    """Each docstring has a first sentence and every part, in order."""
    headings = [line[3:] for line in check.documentation.splitlines() if line.startswith("## ")]
    assert tuple(headings) == PARTS
    first = check.documentation.splitlines()[0]
    assert first.endswith(".")
    assert len(first) < 80


def test_every_rule_file_is_in_the_catalogue_under_its_own_name() -> None:
    """No rule is forgotten, and a file is called what its rule is called."""
    files = {path.stem.replace("_", "-") for path in RULES.glob("[a-z]*.py")}
    assert files == {check.name for check in CHECKS}


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    """No cases are left over from a rule that was renamed."""
    assert {path.stem for path in CASES.glob("*.yaml")} == {check.name for check in CHECKS}


def test_codes_are_unique_and_in_order() -> None:
    """A code is given once, and the catalogue lists the rules by it."""
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
