"""What has one cause is one finding, and still body by body for waivers and baselines."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from govgraph.checks.baseline import find_keys, hold_against, write_baseline
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.runner import check_structure
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Waiver
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import structures

BELOW = "a -> top; b -> top; c -> b; x -> end*"


def find(checked: Structure) -> tuple[Finding, ...]:
    """What is told of lines alone."""
    return check_structure(checked, select=["GG101", "GG102", "GG103"]).findings


def waive(body: str, rule: str = "broken-chain") -> Waiver:
    """A waiver of what is found of one body."""
    until = PartialDate.parse("2100")
    return Waiver(finding=rule, body=body, because="Agreed.", owner="Clerk", until=until)


def test_a_body_that_answers_to_nobody_is_told_with_all_below_it() -> None:
    """In the words of the issue: how many there are, and which."""
    (told,) = find(structure(BELOW))
    assert (told.code, told.severity, told.subject.body) == ("GG101", Severity.ERROR, "top")
    assert told.message == (
        "Top answers to nobody and is not marked as an end; 3 bodies below it therefore reach none."
    )
    assert told.others == ("a", "b", "c")
    assert [(part.code, part.subject.body) for part in told.parts] == [
        ("GG101", "top"), ("GG102", "a"), ("GG102", "b"), ("GG102", "c"),
    ]  # fmt: skip


def test_the_name_of_several_takes_plural_words() -> None:
    """As in every other sentence about it."""
    made = structure("a -> top; x -> end*")
    bodies = tuple(
        replace(body, name="Steering groups") if body.id == "top" else body for body in made.bodies
    )
    (told,) = find(replace(made, bodies=bodies))
    assert told.message == (
        "Steering groups answer to nobody and are not marked as an end; "
        "1 body below them therefore reaches none."
    )


def test_one_body_below_is_one_body() -> None:
    """Number and verb agree."""
    (told,) = find(structure("a -> top; x -> end*"))
    assert told.message.endswith("1 body below it therefore reaches none.")


def test_a_chain_that_breaks_at_a_line_is_told_where_the_line_is_missing() -> None:
    """By the body whose own line does not hold, with those below it."""
    (told,) = find(structure("a -> old!; x -> a; y -> x; z -> end*"))
    assert (told.code, told.variant, told.subject.body) == ("GG102", "ended", "a")
    assert told.message == (
        "No chain from A reaches an apex: it answers to Old, which has ended; "
        "2 bodies below it therefore reach none."
    )


def test_those_below_a_ring_are_told_together() -> None:
    """The ring itself is another finding; the place is the ring, whoever meets it where."""
    cycle, below = find(structure("a -> b -> a; x -> a; y -> b; z -> end*"))
    assert {cycle.code, below.code} == {"GG102", "GG103"}
    told = below if below.code == "GG102" else cycle
    assert told.message == (
        "No chain from X and Y reaches an apex: each stops at A, one of a ring of bodies that "
        "answer to one another: A and B."
    )


def test_a_chain_that_breaks_for_one_body_alone_reads_as_before() -> None:
    """Nothing is told together with itself."""
    (told,) = find(structure("a -> old!; z -> end*"))
    assert (told.message, told.parts) == (
        "No chain from A reaches an apex: it answers to Old, which has ended.", (),
    )  # fmt: skip


def test_what_is_waived_of_one_body_leaves_the_others() -> None:
    """A waived finding stays in the list by itself, and the others count one less."""
    found = find(replace(structure(BELOW), waivers=(waive("a"),)))
    told, waived = sorted(found, key=lambda finding: finding.waiver is not None)
    assert told.others == ("b", "c")
    assert (waived.code, waived.subject.body) == ("GG102", "a")


def test_where_the_cause_is_waived_the_rest_is_told_by_itself() -> None:
    """Nobody is silenced by a waiver of another body."""
    found = find(replace(structure(BELOW), waivers=(waive("top", "orphaned-body"),)))
    told = next(finding for finding in found if not finding.waiver)
    assert (told.code, told.subject.body, told.others) == ("GG102", "top", ("a", "b", "c"))
    assert told.message == (
        "No chain from A, B and C reaches an apex: each stops at Top, which answers to nobody."
    )


def test_a_baseline_holds_each_body(tmp_path: Path) -> None:
    """One more body below is new, told with its cause."""
    file = tmp_path / "baseline.json"
    before = check_structure(structure("a -> top; b -> top; x -> end*"))
    file.write_text("".join(write_baseline(find_keys(before))), encoding="utf-8")
    measured = hold_against(check_structure(structure(BELOW)), file)
    (new,) = (one for one in measured.findings.findings if one.code == "GG102")
    assert (new.subject.body, new.parts) == ("c", ())


@pytest.mark.parametrize("kind", ["forum", "team"])
def test_a_cause_is_as_grave_as_the_gravest_below_it(kind: str) -> None:
    """A board that answers to a forum, which answers to nobody, is no small matter."""
    drawn = structure("a -> top; x -> end*")
    bodies = tuple(replace(b, kind=kind) if b.id == "top" else b for b in drawn.bodies)
    (told,) = find(replace(drawn, bodies=bodies))
    assert (told.code, told.severity) == ("GG101", Severity.ERROR)


@settings(max_examples=40)
@given(structures())
def test_nothing_is_lost_and_nothing_told_twice(checked: Structure) -> None:
    """Every finding of the rules is told once, by itself or with others."""
    found = check_structure(checked)
    each = found.each
    assert len(each) == sum(len(one.parts) or 1 for one in found.findings)
    assert list(found.findings) == sorted(found.findings, key=lambda one: one.order)
    places = [one.broken.at for one in found.findings if one.broken and not one.waiver]
    assert len(places) == len(set(places))


def test_that_nowhere_accountability_ends_is_told_with_the_first_body_at_the_top() -> None:
    """It goes with these, and stays for waivers and baselines."""
    found = check_structure(structure("a -> one; b -> two"), select=["GG1"]).findings
    assert [(one.code, one.subject.body) for one in found] == [("GG101", "one"), ("GG101", "two")]
    assert [part.code for part in found[0].parts] == ["GG101", "GG102", "GG107"]


def test_what_is_no_error_at_the_top_leaves_that_nowhere_accountability_ends() -> None:
    """A forum may answer to nobody; somebody ought to be the end all the same."""
    drawn = structure("a -> one; b -> two")
    bodies = tuple(replace(body, kind="forum") for body in drawn.bodies)
    codes = {one.code for one in check_structure(replace(drawn, bodies=bodies)).findings}
    assert {"GG101", "GG107"} <= codes


def test_what_is_told_by_its_break_has_the_chain_of_the_first_there() -> None:
    """Which proves that it breaks at that place."""
    found = find(structure("a -> b -> a; x -> a; y -> b; z -> end*"))
    (told,) = (one for one in found if one.code == "GG102")
    assert (told.chain, told.subject.body) == (("x", "a"), "a")
