"""A waived finding stays in the list, with the waiver beside it."""

from dataclasses import replace

import pytest

from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.runner import check_structure
from govgraph.checks.waivers import covers
from govgraph.errors import SettingsError
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Waiver
from tests.factories import structure

FORUM = Waiver(
    finding="orphaned-body",
    body="forum",
    because="A forum",
    owner="Clerk",
    until=PartialDate(2010, 12),
)
LINE = ("fleet", "accountable_to", "trust")
OF_LINE = Finding(
    code="GG401",
    name="uncited",
    severity=Severity.WARNING,
    subject=Subject(body="fleet", relation=LINE),
    message="No source is given.",
)


def test_a_waived_finding_keeps_its_place_in_the_list() -> None:
    """Nothing is hidden; it only no longer counts."""
    plain = structure("forum; trust*")
    before = check_structure(plain, ignore=["GG401", "GG114", "GG212"])
    after = check_structure(replace(plain, waivers=(FORUM,)), ignore=["GG401", "GG114", "GG212"])
    assert [replace(finding, waiver=None) for finding in after.findings] == list(before.findings)
    assert [finding.waiver for finding in after.findings] == [FORUM]
    assert (before.count(Severity.ERROR), before.waived) == (1, 0)
    assert (after.count(Severity.ERROR), after.waived) == (0, 1)
    assert before.fails(Severity.ERROR)
    assert not after.fails(Severity.INFORMATION)


def test_the_first_of_two_waivers_speaks() -> None:
    """Two waivers of one finding are both used; the first is shown."""
    second = replace(FORUM, because="Agreed again")
    found = check_structure(replace(structure("forum; trust*"), waivers=(FORUM, second)))
    assert [f.waiver for f in found.findings if f.code == "GG101"] == [FORUM]
    assert not [f for f in found.findings if f.code == "GG503"]


def test_a_waiver_that_has_ended_covers_nothing() -> None:
    """What it was meant for counts again, and the waiver itself is found."""
    waived = replace(structure("forum; trust*"), waivers=(FORUM,), as_at=PartialDate(2011))
    found = {finding.code: finding for finding in check_structure(waived).findings}
    assert found["GG101"].waiver is None
    assert found["GG502"].subject.body == "forum"


def test_without_a_date_a_waiver_ends_by_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """And that is said; a date that the structure has comes first."""
    waived = replace(structure("forum; trust*"), waivers=(FORUM,))
    monkeypatch.setenv("GOVGRAPH_TODAY", "2011-01-01")
    found = {finding.code: finding for finding in check_structure(waived).findings}
    assert found["GG101"].waiver is None
    assert found["GG502"].message.endswith(
        "ended in December 2010. This is judged by today, because the structure has no date."
    )
    dated = replace(waived, as_at=PartialDate(2010))
    assert "GG502" not in {finding.code for finding in check_structure(dated).findings}


def test_what_is_no_day_is_not_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is told what would be one."""
    monkeypatch.setenv("GOVGRAPH_TODAY", "soon")
    waived = replace(structure("forum; trust*"), waivers=(FORUM,))
    with pytest.raises(SettingsError, match="GOVGRAPH_TODAY is 'soon', not a day such as"):
        check_structure(waived)


@pytest.mark.parametrize(
    ("finding", "body", "relation", "expected"),
    [
        ("uncited", "", LINE, True),
        ("UNCITED", "", LINE, True),
        ("gg401", "", LINE, True),
        ("uncited", "fleet", None, True),
        ("uncited", "trust", None, False),
        ("uncited", "", ("fleet", "reports_to", "trust"), False),
        ("uncited", "", None, False),
        ("orphaned-body", "fleet", None, False),
    ],
)
def test_a_waiver_covers_what_it_names(
    finding: str, body: str, relation: tuple[str, str, str] | None, *, expected: bool
) -> None:
    """The rule by code or name, and the body or the very relation."""
    assert (
        covers(replace(FORUM, finding=finding, body=body, relation=relation), OF_LINE) is expected
    )


def test_a_waiver_that_names_nothing_covers_what_is_found_of_the_structure() -> None:
    """Two apexes, say, are nobody's fault in particular."""
    waiver = replace(FORUM, finding="several-apexes", body="")
    found = check_structure(replace(structure("a*; b*"), waivers=(waiver,)), select=["GG108"])
    assert [finding.waiver for finding in found.findings] == [waiver]


def test_a_breach_of_a_rule_of_ones_own_is_waived_by_the_id_of_the_rule() -> None:
    """`policy-broken` is many rules; one of them may be waived alone."""
    breach = replace(OF_LINE, code="GG501", name="policy-broken", variant="answers-within-two")
    assert covers(replace(FORUM, finding="answers-within-two", body="", relation=LINE), breach)
    assert not covers(replace(FORUM, finding="another", body="", relation=LINE), breach)
