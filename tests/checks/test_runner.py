"""The rules are run as asked, and what they find is listed the gravest first."""

import pytest

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import CHECKS, find_check
from govgraph.checks.runner import check_structure
from govgraph.errors import SettingsError
from tests.factories import structure

FAULTY = "a -> a; b -part_of-> t; c -> t*; c -> u*; forum"


def codes(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """The codes of what is found in a faulty structure, in the order listed."""
    found = check_structure(structure(FAULTY), select=select, ignore=ignore).findings
    return [finding.code for finding in found]


def test_without_a_choice_every_rule_is_run() -> None:
    """Nothing need be selected."""
    assert {"GG101", "GG104", "GG105", "GG108", "GG212", "GG401"} == set(codes())


@pytest.mark.parametrize("name", ["GG101", "gg101", "orphaned-body", "ORPHANED-BODY"])
def test_a_rule_is_selected_by_code_or_name(name: str) -> None:
    """Either is accepted, in any case."""
    assert set(codes(select=(name,))) == {"GG101"}


def test_the_beginning_of_a_code_selects_a_family() -> None:
    """`GG1` means every rule about lines of account."""
    assert set(codes(select=("GG1",))) == {"GG101", "GG104", "GG105", "GG108"}


def test_what_is_ignored_is_left_out_of_what_is_selected() -> None:
    """Ignoring is stronger than selecting."""
    assert set(codes(select=("GG1",), ignore=("orphaned-body", "GG108"))) == {"GG104", "GG105"}


@pytest.mark.parametrize("wanted", ["orphan-body", "GG1O1", "gg999"])
def test_a_rule_that_does_not_exist_is_refused(wanted: str) -> None:
    """A slip of the pen must not quietly select nothing."""
    with pytest.raises(SettingsError, match=wanted):
        codes(select=(wanted,))


def test_a_misspelt_rule_is_answered_with_the_nearest() -> None:
    """The message offers what was probably meant."""
    with pytest.raises(SettingsError, match="did you mean 'orphaned-body'"):
        find_check("orphan-body")


def test_the_gravest_findings_come_first() -> None:
    """Errors, then warnings, then information; within each by code and body."""
    found = check_structure(structure(FAULTY)).findings
    assert [f.severity for f in found] == sorted((f.severity for f in found), reverse=True)
    assert [f.order for f in found] == sorted(f.order for f in found)


def test_findings_are_counted_by_severity() -> None:
    """The summary of a report counts what nobody has waived."""
    found = check_structure(structure(FAULTY), ignore=["GG212", "GG401"])
    assert found.count(Severity.ERROR) == 2
    assert found.count(Severity.WARNING) == 2
    assert found.count(Severity.INFORMATION) == 1
    assert found.waived == 0


@pytest.mark.parametrize(
    ("select", "fails_at"),
    [
        ("orphaned-body", {Severity.ERROR, Severity.WARNING, Severity.INFORMATION}),
        ("dual-accountability", {Severity.WARNING, Severity.INFORMATION}),
        ("several-apexes", {Severity.INFORMATION}),
        ("no-apex", set()),
    ],
)
def test_a_run_fails_at_a_severity_that_some_finding_has(
    select: str, fails_at: set[Severity]
) -> None:
    """What is graver than asked fails too; what is less grave does not."""
    found = check_structure(structure(FAULTY), select=[select])
    assert {severity for severity in Severity if found.fails(severity)} == fails_at


def test_every_rule_has_a_summary_of_one_line() -> None:
    """`govgraph rules` lists them in a table."""
    assert all(check.summary and "\n" not in check.summary for check in CHECKS)
