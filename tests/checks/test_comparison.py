"""Which findings are new, gone or the same."""

from dataclasses import replace

from hypothesis import given, settings

from govgraph.analysis.difference import find_difference
from govgraph.analysis.evidence_gaps import find_evidence_gaps
from govgraph.checks.comparison import compare_findings, compare_states
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from tests.factories import graph, structure
from tests.strategies import structures


def finding(body: str, message: str = "", code: str = "GG101") -> Finding:
    """A finding about a body."""
    return Finding(
        code=code, name="n", severity=Severity.ERROR, subject=Subject(body), message=message
    )


def test_findings_are_the_same_however_they_are_worded() -> None:
    """Rule, variant and subject decide; the wording of today is kept."""
    compared = compare_findings([finding("a", "once")], [finding("a", "now"), finding("b")])
    assert [f.message for f in compared.same] == ["now"]
    assert [f.subject.body for f in compared.new] == ["b"]
    assert compared.gone == ()


def test_two_findings_of_one_kind_are_two() -> None:
    """One of them mended leaves one the same and one gone."""
    compared = compare_findings([finding("a"), finding("a")], [finding("a")])
    assert (len(compared.same), len(compared.gone), len(compared.new)) == (1, 1, 0)


def test_another_variant_is_another_finding() -> None:
    """An orphan that gains a part-of is an orphan of another sort."""
    before = replace(finding("a"), variant="isolated")
    compared = compare_findings([before], [replace(before, variant="part-of only")])
    assert (len(compared.new), len(compared.gone)) == (1, 1)


def test_a_line_that_ends_orphans_whoever_had_no_other() -> None:
    """The difference of two structures carries what the rules find."""
    comparison = compare_states(graph("hart -> trust*"), graph("hart; trust*"))
    assert comparison.differs
    orphans = [f.subject.body for f in comparison.findings.new if f.name == "orphaned-body"]
    assert orphans == ["hart"]


@settings(max_examples=25)
@given(structures())
def test_a_structure_held_against_itself_has_nothing_new(one: Structure) -> None:
    """Neither changes nor findings."""
    same = AccountabilityGraph(one, one.standpoint())
    comparison = compare_states(same, same)
    assert not comparison.differs
    assert not comparison.findings.new
    assert not comparison.findings.gone


@settings(max_examples=25)
@given(structures(), structures())
def test_findings_mirror_each_other(one: Structure, two: Structure) -> None:
    """What is new one way is gone the other way."""
    before, after = (AccountabilityGraph(each, each.standpoint()) for each in (one, two))
    forth, back = compare_states(before, after), compare_states(after, before)
    key = [(f.code, f.variant, f.subject) for f in forth.findings.new]
    assert key == [(f.code, f.variant, f.subject) for f in back.findings.gone]
    assert forth.difference.mirrored == back.difference


def test_a_comparison_carries_both_states_and_all_that_follows() -> None:
    """The graphs, the difference, the findings from their standpoints, and what is left open."""
    one = replace(
        structure("hart; trust*; idea?"),
        sources=(Source(id="p", title="P", date=PartialDate.parse("2009")),),
    )
    early, late = (
        AccountabilityGraph(
            one, one.standpoint(PartialDate.parse(day), frozenset({Status.PROPOSED}))
        )
        for day in ("2010", "2011")
    )
    comparison = compare_states(early, late)
    assert (comparison.before, comparison.after) == (early, late)
    assert comparison.difference == find_difference(early, late)
    assert comparison.left_open == find_evidence_gaps(early, late)
    assert comparison.left_open
    expected = check_structure(one, late.standpoint).findings
    assert comparison.findings.same == expected
    assert [finding.subject.body for finding in expected if finding.code == "GG101"] == [
        "hart",
        "idea",
    ]


def test_a_finding_that_is_new_or_gone_is_a_difference() -> None:
    """Though nothing in the structure itself may look different."""
    nothing = compare_states(graph("a*"), graph("a*"))
    assert not nothing.differs
    for side in ("new", "gone"):
        found = replace(nothing.findings, **{side: (finding("a"),)})
        assert replace(nothing, findings=found).differs


def test_what_is_gone_is_told_in_the_order_of_findings() -> None:
    """The gravest first, then by code and body, as everywhere."""
    grave = [finding("b"), finding("a"), finding("a", code="GG100")]
    mild = replace(finding("c", code="GG001"), severity=Severity.WARNING)
    compared = compare_findings([mild, *grave], [])
    assert [(f.code, f.subject.body) for f in compared.gone] == [
        ("GG100", "a"),
        ("GG101", "a"),
        ("GG101", "b"),
        ("GG001", "c"),
    ]
