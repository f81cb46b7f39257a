"""What rules put to a board: in a board's words, for every rule and every fault of it."""

import re
from pathlib import Path

import pytest

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check
from govgraph.checks.finding import Finding
from govgraph.checks.rule_catalogue import CHECKS, find_heading
from govgraph.checks.runner import check_structure
from govgraph.reporting.page.page_findings import explain_rule
from tests.checks.test_rules import Case, every_case, find, read
from tests.factories import structure

OURS = re.compile(r"\b(apex(es)?|relations?|ids?|basis|bases|yaml|file|node|edge)\b", re.IGNORECASE)
"""Words of ours, and of programs, that a board does not use."""
OF_RECORD = {check.name for check in CHECKS if check.of_record}
"""Rules that find fault with the record alone; a board has nothing to decide there."""
VERBS = {
    *("Agree", "Appoint", "Ask", "Confirm", "Consider", "Decide", "Fill", "Have", "Put"),
    *("Resolve", "See"),
}
"""What a board does: a recommendation begins with it."""


def words_of(check: Check) -> list[BoardWords]:
    """Everything that a rule may put to a board."""
    board = check.board
    return [board, *board.variants.values()] if board else []


def test_a_rule_of_the_record_has_no_words_for_a_board() -> None:
    """And what is plainly for a board is no rule of the record."""
    assert not [check.name for check in CHECKS if check.of_record and check.board]
    assert {"uncited", "locator-not-found", "unknown-reference"} <= OF_RECORD
    assert OF_RECORD.isdisjoint({"orphaned-body", "no-chair", "missing-representation"})


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_board_reads_no_word_of_ours(check: Check) -> None:
    """Neither in what is put to it, nor in why it matters, nor in the heading."""
    words = words_of(check)
    read = [text for each in words for text in (each.matter, each.recommendation)]
    if not check.of_record:
        read.append("".join(phrase.text for phrase in explain_rule(check.code)))
        read += check.headings.values()
    assert [text for text in read if OURS.search(re.sub(r"\{\w+\}", "", text))] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_recommendation_is_something_that_a_board_can_resolve(check: Check) -> None:
    """It says what to do, in the imperative."""
    assert {each.recommendation.split()[0] for each in words_of(check)} <= VERBS


@pytest.mark.parametrize(("rule", "case"), list(every_case()))
def test_what_is_found_is_put_to_a_board_or_is_of_the_record(
    rule: str, case: Case, tmp_path: Path
) -> None:
    """Of every case of every rule: in whole sentences, with every slot filled, in its words."""
    here = read(tmp_path, case["structure"], case.get("copies"))
    for finding in find(here, rule, case.get("asked", {}), case.get("beside", ())):
        assert (finding.board is None) == (rule in OF_RECORD), finding
        if finding.board:
            texts = (finding.board.matter, finding.board.recommendation)
            assert not any(re.search(r"[{}]|\bNone\b", text) or OURS.search(text) for text in texts)
            assert finding.board.recommendation.split()[0] in VERBS
            assert finding.board.recommendation.endswith(".")


def the_finding(text: str, code: str) -> Finding:
    """The one finding of a rule in the structure that a text draws."""
    (finding,) = check_structure(structure(text), select=[code]).findings
    return finding


def test_who_holds_a_body_to_account_is_asked_plainly() -> None:
    """And the record is told apart from it."""
    finding = the_finding("partnership-board; top*", "GG101")
    assert finding.board is not None
    assert finding.board.matter == (
        "Who holds Partnership Board to account? The papers name nobody."
    )
    assert finding.board.recommendation == (
        "Agree to whom Partnership Board answers, and have it minuted."
    )
    assert "apex" in finding.remedy


def test_a_name_that_is_spelt_wrongly_is_no_matter_for_a_board() -> None:
    """Whoever keeps the record mends it."""
    assert all(
        finding.board is None
        for finding in check_structure(structure("a -> b*"), select=["GG401"]).findings
    )


def test_no_membership_on_record_accuses_nobody() -> None:
    """The heading says that nothing is recorded, not that somebody is missing."""
    assert find_heading("missing-representation", "no membership recorded") == (
        "No membership is recorded"
    )


def test_why_it_matters_does_not_say_that_nobody_can_ask_a_scrutiny_committee() -> None:
    """That one has no line here does not mean that it answers to nobody anywhere."""
    why = "".join(phrase.text for phrase in explain_rule("GG101"))
    assert "Nobody can ask" not in why
    assert "may rightly answer elsewhere" in why
