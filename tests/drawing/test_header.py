"""The head of a sheet says what it is, from when, and by whom."""

import re
from dataclasses import replace
from pathlib import Path

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.theme import Logo
from tests.drawing.sample import DIAGRAM, THEME


def test_title_and_block_are_printed() -> None:
    """Labels in capitals, values as they are."""
    drawn = draw_header(DIAGRAM, THEME, 780).svg
    for words in (DIAGRAM.title, DIAGRAM.subtitle, "PAPER", "Appendix B", "AS AT", "1 Nov 2008"):
        assert f">{words}</text>" in drawn


def test_one_of_several_sheets_says_which() -> None:
    """The page is part of the title block; a single sheet has none."""
    assert ">2 of 4</text>" in draw_header(DIAGRAM, THEME, 780, "2 of 4").svg
    assert "PAGE" not in draw_header(DIAGRAM, THEME, 780).svg


def test_a_long_title_takes_more_lines() -> None:
    """It never runs into the title block."""
    long = replace(DIAGRAM, title="Children’s partnership arrangements of a county " * 3)
    assert draw_header(long, THEME, 780).height > draw_header(DIAGRAM, THEME, 780).height


def test_a_bare_title_needs_no_block() -> None:
    """No label, no rule beside it."""
    drawn = draw_header(Diagram("Bare"), THEME, 780).svg
    assert drawn.count("<line") == 1


def test_the_title_block_stands_left_of_the_logo(tmp_path: Path) -> None:
    """Neither covers the other."""
    crest = tmp_path / "crest.svg"
    crest.write_text('<svg viewBox="0 0 20 10"/>')
    drawn = draw_header(DIAGRAM, replace(THEME, logo=Logo(str(crest), 30.0, "")), 780).svg
    assert '<image x="720"' in drawn
    left = re.search(r"translate\(([\d.]+) 0\)", drawn)
    ends = [float(x) for x in re.findall(r'<text x="([\d.]+)"[^>]*text-anchor="end"', drawn)]
    assert left is not None
    assert float(left[1]) + max(ends) < 720
