"""What a paper says, in the words of its template."""

import re
from dataclasses import replace

import pytest

from govgraph.about import VERSION
from govgraph.checks.runner import check_structure
from govgraph.drawing.draw import page_description
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import ApexBasis, Body, Status
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from govgraph.reporting.paper import paper_content
from govgraph.reporting.paper.paper_blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.reporting.paper.paper_sections import write_paper
from govgraph.reporting.paper.paper_words import plain, say
from tests.factories import structure as draw_structure
from tests.reporting.paper_samples import content_of, proposing, settled
from tests.reporting.small_county import COUNTY


def blocks_of(structure: Structure, *, include: bool = False) -> tuple[Block, ...]:
    """The blocks of the paper on a structure."""
    return write_paper(content_of(structure, include=include)).blocks


def headings(structure: Structure, level: int = 1) -> list[str]:
    """The headings of one level."""
    blocks = blocks_of(structure)
    return [each.text for each in blocks if isinstance(each, Heading) and each.level == level]


def tables(structure: Structure, *, include: bool = False) -> dict[str, Table]:
    """The tables by the heading of their first two columns."""
    found = (each for each in blocks_of(structure, include=include) if isinstance(each, Table))
    return {f"{each.headings[0]}, {each.headings[1]}": each for each in found}


def seats(structure: Structure) -> Table:
    """The table of the seats."""
    return tables(structure)["Body, Seats, who holds each, and where a source says so"]


def first_row(found: Table) -> tuple[str, ...]:
    """The cells of the first row, each as one text."""
    return tuple(" / ".join(cell) for cell in found.rows[0])


def test_a_paper_has_the_sections_a_board_expects() -> None:
    """From the purpose to the sources, each once."""
    assert headings(COUNTY) == [
        "Purpose",
        "Summary",
        "What the board is asked",
        "The structure",
        "Who answers to whom",
        "Findings and recommendations",
        "Seats and vacancies",
        "Changes proposed",
        "Sources and method",
    ]


def test_what_there_is_nothing_of_is_said_or_left_out() -> None:
    """No empty table, and no changes where none are proposed."""
    assert "Changes proposed" not in headings(settled())
    told = [each.text for each in blocks_of(settled()) if isinstance(each, Paragraph)]
    assert "The sources name no seats." in told
    assert "The checks found nothing to report." in told
    assert "No source is named for any of this." in told
    assert all(each.rows for each in blocks_of(settled()) if isinstance(each, Table))


def test_tables_and_figures_are_counted_through_the_paper() -> None:
    """From 1, without a gap."""
    blocks = blocks_of(COUNTY)
    for kind in (Table, Figure):
        numbers = [each.number for each in blocks if isinstance(each, kind)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_body_says_whom_it_answers_to() -> None:
    """And where its chain leads."""
    rows = {row[0][0]: row[1:] for row in tables(COUNTY)["Body, Answers to, step by step"].rows}
    assert rows["Children's Trust"][0] == ("Nobody: accountability may end here",)
    assert rows["Hart Partnership"][0] == ("Children's Trust",)
    assert rows["Old Partnership (ended)"][0] == ("Nobody recorded",)
    assert "Chairs group (3, proposed only)" in rows


def test_where_a_chain_leaves_and_how_an_end_is_known_is_said() -> None:
    """In the words of a board."""
    bodies = (
        Body(id="board", name="Board", apex=True, apex_basis=ApexBasis.JUDGEMENT),
        Body(id="out", name="Funders", outside=True),
        Body(id="group", name="Group"),
    )
    line = Relation(from_body="group", kind="reports_to", to_body="out")
    table = tables(Structure(bodies=bodies, relations=(line,)))["Body, Answers to, step by step"]
    assert [row[1] for row in table.rows] == [
        ("Nobody: accountability may end here, taken as the end by judgement",),
        ("Nobody here: its own governance is elsewhere",),
        ("Funders", "Straight to Funders, where it leaves these arrangements"),
    ]


def test_a_body_that_answers_to_nobody_has_its_own_source() -> None:
    """An apex, and an orphan, are cited as well as any line."""
    rows = {row[0][0]: row[2][0] for row in tables(COUNTY)["Body, Answers to, step by step"].rows}
    assert rows["Children's Trust"] == "[1] ¶10"


def test_a_seat_that_cites_nothing_has_the_source_of_its_body() -> None:
    """So that no column of sources is empty beside a body that has one."""
    seat = Seat(body="a", role=Role.CHAIR)
    body = Body(id="a", name="A", apex=True, cites=(Citation(source="paper", at="¶7"),))
    structure = Structure(bodies=(body,), seats=(seat,), sources=COUNTY.sources[:1])
    assert first_row(seats(structure))[1] == "Chair: nobody named [1] ¶7"


def test_findings_bear_the_numbers_of_the_diagram() -> None:
    """Those that one rule says alike stand together, with why they matter."""
    rows = tables(COUNTY)["No., What is put to the board, and why it matters"].rows
    assert [row[0][0].split()[0] for row in rows] == ["1", "2"]
    assert rows[1][1][0].endswith(": 2.1 No line of account leads from Fleet.")
    assert rows[1][1][1].startswith("Why it matters: ")


def test_a_board_is_asked_on_the_first_page() -> None:
    """Each recommendation with the findings that it answers, and the bodies that it is for."""
    blocks = blocks_of(COUNTY)
    asked = next(each for each in blocks if isinstance(each, Table))
    assert asked.headings == ("Finding", "Recommendation", "For")
    assert (("2",), ("Record one.",), ("Fleet",)) in asked.rows
    first_figure = next(place for place, each in enumerate(blocks) if isinstance(each, Figure))
    assert blocks.index(asked) < first_figure


def test_a_waived_finding_stays_in_the_paper() -> None:
    """With the reason, and who agreed."""
    found = tables(COUNTY)["What was found, Why it was waived"]
    assert first_row(found) == (
        "Something that was agreed.",
        "It is meant.",
        "Head of Partnerships",
        "31 March 2011",
    )


def test_vacancies_stand_before_the_seats() -> None:
    """Those on bodies that are not counted come last."""
    blocks = [each for each in blocks_of(COUNTY) if isinstance(each, Table)]
    captions = [each.caption for each in blocks]
    assert captions.index("Vacant seats") < captions.index("Seats, and who holds them")
    vacant = next(each for each in blocks if each.caption == "Vacant seats")
    assert [row[0][0] for row in vacant.rows] == ["Hart Partnership", "Chairs group"]


def test_seats_say_who_holds_them_and_for_whom() -> None:
    """Whoever is unknown by name is known by id."""
    rows = {row[0][0]: row[1] for row in seats(COUNTY).rows}
    told = "Member, for Schools: Ann Lee (Head, A school) and bob"
    assert any(seat.startswith(told) for seat in rows["Hart Partnership"])
    told = "Chair (as chair of Hart Partnership): nobody named (interim)"
    assert any(seat.startswith(told) for seat in rows["Children's Trust"])


def test_what_is_proposed_is_held_against_today() -> None:
    """As a list, and as a figure after that of the structure; ids are for commands."""
    blocks = blocks_of(proposing())
    told = [item for each in blocks if isinstance(each, Bullets) for item in each.items]
    assert "Added: Board, body, proposed" in told
    figures = [each.caption for each in blocks if isinstance(each, Figure)]
    assert figures == ["Fleet", "Fleet: what would change"]


def test_what_is_proposed_is_told_as_what_would_be() -> None:
    """Nobody answers to anybody else now: it is not agreed yet."""
    told = headings(proposing(), 2)
    assert "Who would answer to somebody else" in told
    assert not any(" now" in heading for heading in told)


def test_a_figure_is_told_to_whoever_cannot_see_it() -> None:
    """How much it shows, and where the rest is said."""
    shown = next(each for each in blocks_of(proposing(), include=True) if isinstance(each, Figure))
    assert "2 bodies and 1 relation between them" in shown.alternative
    assert "say in words" in shown.alternative


def test_what_would_take_many_sheets_is_an_overview_of_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the figure says so."""
    monkeypatch.setattr(paper_content, "MOST_SHEETS", 2)
    bodies = tuple(Body(id=f"b{n}", name=f"Group {n}", status=_status(n)) for n in range(1, 121))
    lines = tuple(
        Relation(from_body=f"b{n}", kind="reports_to", to_body=f"b{n // 3}") for n in range(3, 121)
    )
    blocks = blocks_of(Structure(title="Many", bodies=bodies, relations=lines), include=True)
    figures = [each for each in blocks if isinstance(each, Figure)]
    assert [each.caption for each in figures] == ["Many", "Many: what would change"]
    assert "An overview of 120 bodies" in _description(figures[0])
    said = " ".join(each.text for each in blocks if isinstance(each, Paragraph))
    assert "Figure 1 shows who answers to whom." in said
    assert "Figure 2 shows what comes" in said
    assert "bodies that none of this touches are left out." in _description(blocks[-1])


def _description(figure: Block) -> str:
    """What the SVG of a figure says of itself."""
    assert isinstance(figure, Figure)
    return page_description(figure.picture.svg)


def _status(number: int) -> Status:
    return Status.PROPOSED if number > 110 else Status.ACTIVE


def test_a_figure_points_to_other_figures_by_their_number() -> None:
    """Not to pages, of which the paper has others."""
    bodies = tuple(
        Body(id=f"b{n}", name=f"Joint Scrutiny Committee of Group {n}") for n in range(1, 70)
    )
    lines = tuple(
        Relation(from_body=f"b{n}", kind="reports_to", to_body=f"b{(n + 4) // 6}")
        for n in range(2, 70)
    )
    blocks = blocks_of(Structure(title="Wide", bodies=bodies, relations=lines))
    figures = [each for each in blocks if isinstance(each, Figure)]
    assert figures[0].caption == f"Wide (1 of {len(figures)})"
    assert "below: figure 2" in figures[0].picture.svg
    assert "see figure 1" in figures[1].picture.svg
    assert "see page" not in "".join(each.picture.svg for each in figures)


def test_a_small_change_is_shown_where_it_is_told() -> None:
    """Of two bodies there is no page of their own."""
    blocks = blocks_of(proposing())
    told = [each for each in blocks if isinstance(each, Figure | Heading)]
    at = next(place for place, each in enumerate(told) if isinstance(each, Figure) and each.small)
    assert told[at - 1] == Heading("Changes proposed")
    assert told[at + 1] == Heading("Bodies", 2)


def test_what_no_change_touches_is_left_out_of_its_figure_and_counted() -> None:
    """One body in the singular; who is tied to what changes stays."""
    for lone, told in (
        ("lone*", "1 body that none of this touches is left out"),
        ("lone*; ash -> lone", "2 bodies that none of this touches are left out"),
        ("", ""),
    ):
        structure = draw_structure("; ".join(filter(None, ("new? -> top*", lone))))
        figure = [each for each in blocks_of(structure) if isinstance(each, Figure)][-1]
        assert figure.small
        assert told in page_description(figure.picture.svg)
        assert ("left out" in page_description(figure.picture.svg)) == bool(told)
        assert ('data-id="lone"' in figure.picture.svg, "Top" in figure.picture.svg) == (
            False,
            True,
        )


def test_a_figure_has_no_title_but_its_caption() -> None:
    """The room is the drawing's."""
    shown = next(each for each in blocks_of(COUNTY) if isinstance(each, Figure))
    assert shown.caption == "A small county"
    assert ">A small county</text>" not in shown.picture.svg


def test_a_figure_lists_no_finding() -> None:
    """The paper does; the figure has the badge alone."""
    shown = next(each for each in blocks_of(COUNTY) if isinstance(each, Figure))
    assert "gg-finding" in shown.picture.svg
    assert ">FINDINGS<" not in shown.picture.svg


def test_lines_of_account_are_cited() -> None:
    """Each source once, however many lines rest on it."""
    cited = (Citation(source="paper", at="¶2"),)
    lines = tuple(replace(line, cites=cited) for line in proposing().relations)
    structure = replace(proposing(), relations=lines, sources=COUNTY.sources)
    rows = tables(structure, include=True)["Body, Answers to, step by step"].rows
    assert [row[2] for row in rows] == [("",), ("[1] ¶2",)]


def test_cites_lead_to_the_table_of_sources() -> None:
    """By number, with the place."""
    others = tables(COUNTY)["Body, How it is tied to others, and where a source says so"]
    assert others.rows[0][1][0].endswith("[1] ¶2; [1] ¶10")
    assert tables(COUNTY)["No., Source"].rows[0][0] == ("[1]",)


@pytest.mark.parametrize("include", [False, True])
def test_nothing_is_said_in_the_words_of_a_program(include: bool) -> None:  # noqa: FBT001
    """No None, no unfilled place, no doubled space, no space before a full stop."""
    for block in blocks_of(COUNTY, include=include):
        said = repr(block) if not isinstance(block, Figure) else block.caption + block.alternative
        for wrong in ("None,", "{{", "{%", "  ", " .", " ,", "()", "( "):
            assert wrong not in said, said


def test_a_paper_ends_with_how_it_was_made() -> None:
    """In one paragraph, with the release that made it."""
    last = [each for each in blocks_of(settled()) if isinstance(each, Paragraph)][-1]
    says = re.split(r"(?<=[.]) (?=[A-Z“])", last.text)
    assert len(says) == 9
    assert says[0] == "Lines of account that follow one another upward make a chain."
    assert says[5] == "Everything counts, whatever its date."
    assert says[-1] == (
        f"Made with govgraph {VERSION} from the recorded structure; nothing was added by hand."
    )


def test_text_is_one_line_that_steers_nothing() -> None:
    """Whatever a name holds."""
    assert plain("a\n\tb\u202ec\x1b\ud800") == "a bc?"
    assert say("title", content_of(settled()).page) == "Fleet"


def checked(structure: Structure) -> tuple[Block, ...]:
    """The blocks of the paper on a structure with what the rules find in it."""
    graph = AccountabilityGraph(structure, structure.standpoint())
    return write_paper(paper_content.build_paper_content(graph, check_structure(structure))).blocks


def test_what_is_the_same_to_a_board_is_put_to_it_once() -> None:
    """Whatever else the record says of each body."""
    linked = draw_structure("ash -supports-> top*; birch -informs-> top; low -> top")
    asked, found = (
        next(
            each for each in checked(linked) if isinstance(each, Table) and each.headings[0] == one
        )
        for one in ("Finding", "No.")
    )
    assert asked.rows[0] == (
        ("1",),
        ("Agree to whom each of them answers, and have it minuted.",),
        ("Ash and Birch",),
    )
    told = "1.1, 1.2 Who holds each of 2 bodies (Ash and Birch) to account? The papers name nobody."
    assert any(told in text for text in found.rows[0][1])


def test_what_is_said_of_several_at_once_is_for_all_of_them() -> None:
    """Where the whole structure lacks something, the first body by id is not singled out."""
    blocks = checked(draw_structure("ash -reports_to-> top*; birch -reports_to-> end*"))
    asked = next(each for each in blocks if isinstance(each, Table))
    whom = {row[1][0]: row[2] for row in asked.rows}
    ends = "Confirm that each of them answers for its own part, or agree who answers for the whole."
    assert whom[ends] == ("End and Top",)
    assert whom["Ask the clerk of each of these bodies to say who chairs it."] == (
        "Ash, Birch, End and Top",
    )


def test_what_a_body_may_decide_stands_below_its_name() -> None:
    """How many must be there, and the limit; a body without either is only named."""
    top = Body(id="top", name="Top", apex=True, quorum="one third", limit="£1m")
    blocks = checked(Structure(bodies=(top, Body(id="low", name="Low"))))
    who = next(each for each in blocks if isinstance(each, Table) and each.headings[0] == "Body")
    assert who.rows[0][0] == ("Top", "Quorum: one third", "May decide up to: £1m")
    assert who.rows[1][0] == ("Low",)


def test_a_paper_speaks_of_ties_and_not_of_relations() -> None:
    """Whatever `diff` calls them."""
    headings = [each.text for each in blocks_of(COUNTY, include=True) if isinstance(each, Heading)]
    assert "Ties between bodies" in headings
    assert "Relations" not in headings


def test_what_concerns_the_record_alone_is_counted_and_not_put_to_a_board() -> None:
    """The workbook lists it."""
    told = [
        each.text for each in checked(draw_structure("low -> top*")) if isinstance(each, Paragraph)
    ]
    assert any(text.startswith("2 further findings concern the record alone") for text in told)
    assert not any("No source is given" in text for text in told)


def test_no_figure_is_a_sheet_of_notes() -> None:
    """What a layout has to tell the tables say."""
    figures = [each for each in blocks_of(COUNTY, include=True) if isinstance(each, Figure)]
    assert all('class="gg-body"' in each.picture.svg for each in figures)


def test_what_is_for_one_and_for_several_is_one_recommendation() -> None:
    """Whether the name of a body is a plural or not."""
    linked = draw_structure("ash -supports-> top*; birch -informs-> top; low -> top")
    named = tuple(
        replace(body, name="Local partnerships") if body.id == "birch" else body
        for body in linked.bodies
    )
    asked = next(each for each in checked(replace(linked, bodies=named)) if isinstance(each, Table))
    assert asked.rows[0][1:] == (
        ("Agree to whom each of them answers, and have it minuted.",),
        ("Ash and Local partnerships",),
    )
