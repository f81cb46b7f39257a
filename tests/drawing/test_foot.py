"""The foot of a sheet holds key, findings, notes and sources, and says what it has no room for."""

from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.sheets.footer import FooterRoom, draw_footer
from tests.drawing.reading import texts
from tests.drawing.sample import DIAGRAM, THEME

MANY = replace(
    DIAGRAM,
    findings=tuple(
        DiagramFinding(number, "warning", (), f"Finding of the number {number} in some words.")
        for number in range(1, 81)
    ),
)


def test_everything_is_said() -> None:
    """Findings, what was left out, the notes of the layout, numbered sources."""
    drawn = draw_footer(DIAGRAM, THEME, FooterRoom(780, 180), ("Drawn in columns.",)).block.svg
    for words in (
        "Fleet: the chair is vacant.",
        "Left out: 2 relations outside this view. Drawn in columns.",
        "Sources: [1] Terms of reference, s. 3. [2] Children’s Plan, annex 2.",
        "A solid line with an arrowhead is a line of account; no other line is.",
    ):
        assert words in drawn


def test_findings_that_are_listed_elsewhere_take_no_room() -> None:
    """Nor are they handed back."""
    elsewhere = replace(DIAGRAM, figure=1)
    foot = draw_footer(elsewhere, THEME, FooterRoom(780, 180))
    assert "FINDINGS" not in foot.block.svg
    assert not foot.rest
    assert foot.block.height < draw_footer(DIAGRAM, THEME, FooterRoom(780, 180)).block.height


def test_findings_without_room_are_handed_back() -> None:
    """None is lost and none is drawn twice."""
    foot = draw_footer(MANY, THEME, FooterRoom(780, 150))
    shown = [
        finding for finding in MANY.findings if f"{finding.number} in some words" in foot.block.svg
    ]
    assert foot.rest
    assert (*shown, *foot.rest) == MANY.findings


def test_the_foot_keeps_to_its_height() -> None:
    """Key and findings take what they are given, when the key alone is lower."""
    foot = draw_footer(
        replace(MANY, sources=(), left_out=(), lines=()), THEME, FooterRoom(780, 150)
    )
    assert foot.block.height <= 150 + 40


def test_on_a_narrow_sheet_the_findings_stand_below_the_key() -> None:
    """A portrait sheet is too narrow for both side by side."""
    narrow = draw_footer(DIAGRAM, THEME, FooterRoom(480, 400))
    assert not narrow.rest
    assert narrow.block.height > draw_footer(DIAGRAM, THEME, FooterRoom(780, 400)).block.height


def test_a_sheet_without_findings_has_no_list() -> None:
    """Nothing found, nothing listed."""
    assert (
        "FINDINGS"
        not in draw_footer(replace(DIAGRAM, findings=()), THEME, FooterRoom(780, 180)).block.svg
    )


def test_a_sheet_without_a_line_of_account_says_so() -> None:
    """That none was found is worth knowing."""
    diagram = Diagram(
        "Links",
        bodies=(DiagramBody("a", "A"), DiagramBody("b", "B")),
        lines=(DiagramLine("a", "b", "liaises_with", "liaises with", "liaison"),),
    )
    assert "shows no line of account" in draw_footer(diagram, THEME, FooterRoom(780, 180)).block.svg


def test_an_empty_diagram_has_an_empty_foot() -> None:
    """Nothing is drawn, not even a rule."""
    assert draw_footer(Diagram("Empty"), THEME, FooterRoom(780, 180)).block.svg == ""


def test_findings_alone_need_no_key() -> None:
    """A finding about the structure as a whole is listed."""
    only = Diagram("Empty", findings=(DiagramFinding(1, "error", (), "No apex."),))
    assert "No apex." in draw_footer(only, THEME, FooterRoom(780, 180)).block.svg


def test_sources_without_room_are_handed_back() -> None:
    """They give way before what was left out does."""
    sources = tuple(f"Paper number {number} of the council" for number in range(60))
    many = replace(DIAGRAM, sources=sources)
    foot = draw_footer(many, THEME, FooterRoom(780, 200, 40))
    assert foot.apart[0] == "Sources:"
    assert foot.apart[-1] == "[60] Paper number 59 of the council."
    assert "Left out: 2 relations" in foot.block.svg


def test_what_is_left_out_gives_way_when_it_is_long() -> None:
    """How to read the sheet, and where to read on, always stand."""
    long = replace(DIAGRAM, left_out=tuple(f"Left out: body {number}." for number in range(90)))
    foot = draw_footer(long, THEME, FooterRoom(780, 200, 40), pointing="Notes: page 2.")
    assert foot.apart[0].startswith("Left out: body 0.")
    assert foot.apart[1] == "Sources:"
    assert "no other line is. Notes: page 2." in foot.block.svg


def test_on_the_narrowest_paper_the_key_is_one_column() -> None:
    """Nothing leaves the sheet; findings give way instead."""
    foot = draw_footer(DIAGRAM, THEME, FooterRoom(300, 150))
    document = f'<svg xmlns="http://www.w3.org/2000/svg">{foot.block.svg}</svg>'
    assert max(text.box.x1 for text in texts(document)) <= 300


def test_reporting_is_a_line_of_account_too() -> None:
    """A sheet with nothing but thin arrows does not say that there is none."""
    ends = (DiagramBody("a", "A"), DiagramBody("b", "B"))
    lines = (DiagramLine("a", "b", "reports_to", "reports to", "reports"),)
    shown = draw_footer(Diagram("Reports", bodies=ends, lines=lines), THEME, FooterRoom(780, 180))
    assert "is a line of account; no other line is." in shown.block.svg
