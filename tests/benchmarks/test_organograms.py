"""The verdicts on organograms, beside those of the government's validator."""

from pathlib import Path

import pytest

from benchmarks.organograms import SHARED, judge_pair

ROWS = {
    "the same": ("1,Ann,Chief,XX", "2,Bo,Law,1", "3,Cy,Tax,9"),
    "*Eliminated* in other letters or marks": ("1,Ann,Chief,XX", "4,'eliminated',Old,XX"),
    "the reference 0, which is no post": ("1,Ann,Chief,XX", "0,Bo,Away,9"),
    SHARED: ("1,Ann,Chief,XX", "1,Bo,Deputy,1", "2,Cy,Tax,1"),
}


@pytest.mark.parametrize("reason", ROWS)
def test_why_a_verdict_differs_is_found(reason: str, tmp_path: Path) -> None:
    """By putting right for the validator what it does not know; nothing is said where none does."""
    senior = tmp_path / "x-senior.csv"
    heads = "Post Unique Reference,Name,Job Title,Reports to Senior Post"
    senior.write_text("\n".join((heads, *ROWS[reason])), "utf-8")
    (tmp_path / "x-junior.csv").write_text("Reporting Senior Post,Unit\n1,A\n7,A\n", "utf-8")
    pair = judge_pair(senior)
    assert pair.reasons == (() if reason == "the same" else (reason,))
    assert pair.ours.lost == {"7"}
    assert pair.ours.stranded == ({"3"} if reason == "the same" else set())
