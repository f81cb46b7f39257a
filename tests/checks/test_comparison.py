"""Which findings are new, gone or the same."""

from dataclasses import replace

from hypothesis import given, settings

from govgraph.checks.comparison import compare_findings, compare_states
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from tests.factories import graph
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
