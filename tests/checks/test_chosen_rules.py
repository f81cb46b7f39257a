"""Which rules are run, and how grave what they find is."""

import pytest

from govgraph.checks.chosen_rules import choose_rules, grade, read_severities
from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import find_check
from govgraph.errors import SettingsError

KNOWN = ("GG103", "GG101", "GG201")


def codes(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """The codes of the rules chosen among three."""
    return [check.code for check in choose_rules(KNOWN, select, ignore)]


def test_rules_are_chosen_by_code_beginning_or_name() -> None:
    """In the order of their codes, and only of those that can be run."""
    assert codes() == ["GG101", "GG103", "GG201"]
    assert codes(select=("gg1",)) == ["GG101", "GG103"]
    assert codes(select=("orphaned-body", "GG201")) == ["GG101", "GG201"]
    assert codes(ignore=("GG1",)) == ["GG201"]


def test_a_rule_that_nobody_knows_is_refused() -> None:
    """Whether it is to be run, left out or graded."""
    for ask in (
        lambda: codes(select=("orphan",)),
        lambda: codes(ignore=("orphan",)),
        lambda: read_severities({"orphan": Severity.ERROR}),
    ):
        with pytest.raises(SettingsError):
            ask()


@pytest.mark.parametrize("name", ["GG401", "GG4", "uncited"])
def test_a_rule_that_cannot_be_run_is_refused(name: str) -> None:
    """To say that it found nothing would be a lie; to leave it out is not."""
    with pytest.raises(SettingsError, match=f"'{name}' is not for registers, .* GG101 to GG201"):
        codes(select=("GG101", name))
    assert codes(ignore=("GG401",)) == ["GG101", "GG103", "GG201"]


def test_what_a_rule_softened_is_not_raised() -> None:
    """The settings make it milder still, or leave it."""
    check = find_check("GG101")
    wanted = read_severities({"orphaned-body": Severity.WARNING})
    assert grade(check, Severity.ERROR, wanted) is Severity.WARNING
    assert grade(check, Severity.INFORMATION, wanted) is Severity.INFORMATION
    assert grade(check, Severity.ERROR, {}) is Severity.ERROR
