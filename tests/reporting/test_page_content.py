"""The page says what the structure says, and what was found in it."""

from dataclasses import replace

import pytest

from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.page.page_content import build_content
from govgraph.reporting.page.page_register import format_date_with_words
from tests.factories import structure
from tests.reporting.page_reading import Reader, page_of, words
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN, WAIVED, date


@pytest.fixture(scope="module")
def read() -> Reader:
    """The page of the small county with its findings, as elements."""
    return Reader(page_of(COUNTY, ORPHAN, ITSELF, WAIVED))


def test_every_body_has_a_section(read: Reader) -> None:
    """With its name as the heading."""
    for body in COUNTY.bodies:
        section = read.by_id(f"body-{body.id}")
        assert section.find("h3")[0].text == body.name


def test_every_finding_leads_to_its_bodies_and_back(read: Reader) -> None:
    """The finding links to the sections, and each section to the finding."""
    for anchor, bodies in (("finding-1-1", ["hart"]), ("finding-2-1", ["fleet", "hart"])):
        links = {a.attributes["href"] for a in read.by_id(anchor).find("a")}
        assert links == {f"#body-{body}" for body in bodies}
        for body in bodies:
            section = read.by_id(f"body-{body}")
            assert f"#{anchor}" in {a.attributes["href"] for a in section.find("a")}


def test_a_finding_says_how_grave_it_is_why_and_where(read: Reader) -> None:
    """In words, with the rule's own reason, the remedy and the place in the file."""
    first, second = (read.by_id(f"finding-{n}-1").above[-2] for n in (1, 2))
    assert words(first.find("h3")[0].text) == "Error 1: Answer to themselves"
    assert "Why it matters: Nobody is held to account by themselves." in words(first.text)
    assert "To put it right: Name the body it answers to." in words(first.text)
    assert "The chain: Hart Partnership → then Hart Partnership" in words(first.text)
    assert "Warning 2" in second.text
    assert "Written at county.yaml:20:3" in words(second.text)


def test_why_a_rule_matters_is_told_once() -> None:
    """However many kinds of finding of other rules stand between two of its own."""
    grave = replace(ORPHAN, severity=Severity.ERROR, variant="isolated")
    text = words(Reader(page_of(COUNTY, grave, ITSELF, ORPHAN)).find("body")[0].text)
    assert (
        text.count("Why it matters: It is not clear who may ask such a body what it has done") == 1
    )


def test_the_diagram_comes_before_the_findings(read: Reader) -> None:
    """Nobody leafs through findings to see what they are about."""
    sections = [each.attributes.get("id") for each in read.find("section")]
    assert sections.index("diagram") < sections.index("findings")


def test_a_waived_finding_stays_and_says_so(read: Reader) -> None:
    """With the reason, the owner and the last day; the diagram has no number for it."""
    item = read.by_id("waived-1-1")
    assert words(item.text) == (
        "Waived Something that was agreed. Why it was waived: It is meant. "
        "Agreed by Head of Partnerships, until 31 March 2011."
    )
    assert "Error, waived:" in words(item.above[-2].text)
    assert "1 waived" in read.by_id("causes").text


def test_what_was_found_once_waived_leaves_nothing_standing() -> None:
    """The page says that nothing else was found."""
    assert "Nothing was found that has not been waived." in page_of(COUNTY, WAIVED)


def test_an_empty_structure_still_has_its_page() -> None:
    """Every section says that there is nothing to say."""
    text = words(Reader(page_of(Structure(), diagram="")).find("body")[0].text)
    for said in (
        "Governance structure",
        "no particular date",
        "No body counts here.",
        "No rule found anything to report.",
        "The diagram could not be drawn.",
        "The file holds no bodies.",
        "The sources state no line of account at all",
        "The sources mention no seats.",
        "The file names no sources.",
        "Everything counts, whatever its date.",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("trust*; council*", "each of the 2 bodies that count here, so none need answer"),
        ("trust*", "the one body that counts here, so none need answer"),
        ("hart -> trust*", "1 is marked as a place where accountability may end. The other has a"),
        ("hart", "none is marked as a place where accountability may end. It has no chain"),
        ("hart; fleet", "None of them has a chain of account that reaches one."),
        ("hart; trust*", "The other has no chain of account that reaches one."),
        ("hart -> trust*; fleet", "Of the other 2, 1 has a chain of account that reaches one; "),
        ("hart; fleet; trust*", "None of the other 2 has a chain of account that reaches one."),
        ("hart -> trust*; out^", "may end, and 1 stands outside these arrangements. The other has"),
        ("trust*; out^", "1 is marked as a place where accountability may end, and 1 stands"),
        ("hart -> out^; trust*", "a chain of account that reaches one; 1 has one that leaves"),
        (
            "hart -> out^; fleet; b -> trust*",
            "1 has one that leaves these arrangements; 1 has none",
        ),
        ("hart -> trust*; fleet -> hart", "All 2 others have a chain of account that reaches"),
    ],
)
def test_the_summary_is_one_plain_sentence(drawn: str, said: str) -> None:
    """How many bodies ought to answer to another, and how many do."""
    summary = Reader(page_of(structure(drawn))).find("p")[0]
    assert said in words(summary.text)


def test_what_is_counted_is_said() -> None:
    """Proposals and presumed lines count only where the page says so."""
    standpoint = Standpoint(include=frozenset({COUNTY.bodies[3].status}), presume=True)
    text = words(Reader(page_of(COUNTY, standpoint=standpoint)).find("body")[0].text)
    assert "what is in force, and all that is proposed, with lines presumed from ‘part of’" in text
    assert "Fleet is part of Hart Partnership (presumed), which is accountable to" in text


def test_numbers_of_findings_are_those_of_the_diagram() -> None:
    """One number for all that one rule says alike, errors first, waived ones not counted."""
    findings = [
        Finding(
            code="GG101",
            name="orphaned-body",
            severity=Severity.ERROR,
            subject=Subject(body=body),
            message=f"{body} {variant}",
            variant=variant,
        )
        for body, variant in (("a", "linked only"), ("b", "isolated"), ("c", "linked only"))
    ]
    waived = replace(findings[1], waiver=WAIVED.waiver, subject=Subject(body="0"))
    read = Reader(page_of(structure("a; b; c"), waived, *findings))
    headings = [words(h.text) for h in read.by_id("findings").find("h3")]
    assert headings == [
        "Error 1: Linked to others, but answer to nobody",
        "Error 2: Answer to nobody, and nothing ties them to others",
        "Error, waived: Answer to nobody, and nothing ties them to others",
    ]
    assert words(read.by_id("finding-1-2").text).startswith("c linked only")


def test_a_long_chain_is_told_by_its_ends() -> None:
    """The middle is counted, not told."""
    drawn = " -> ".join(f"b{number:02}" for number in range(40)) + " -> trust*"
    section = Reader(page_of(structure(drawn))).by_id("body-b00")
    assert "which, 24 steps further up, is accountable to" in words(section.text)


def test_many_ways_upward_are_cut_short_and_said_to_be() -> None:
    """A few chains are told; the rest are said to be there."""
    drawn = ";".join(f"hart -> m{number}; m{number} -> trust*" for number in range(9))
    read = Reader(page_of(structure(drawn)))
    assert "There are more ways than these." in read.by_id("body-hart").text
    assert "and more ways than these" in words(read.by_id("who").text)


def test_relations_differ_in_whether_they_are_a_line(read: Reader) -> None:
    """Lines of account stand in a table of their own, with why one does not count."""
    lines, others = read.by_id("relations").find("table")
    assert [words(row.text) for row in lines.find("tr")[1:]] == [
        (
            "Hart Partnership is accountable to Children's Trust, for the plan Active Yes "
            "Stated none given"
        ),
        (
            "Chairs group reports to Hart Partnership Proposed only No: the line is only proposed "
            "Stated none given"
        ),
    ]
    assert "nowhere (not in the file)" in words(others.text)


def test_a_line_could_be_presumed_but_is_not(read: Reader) -> None:
    """The section of a body that is part of another says what would follow if that counted."""
    said = words(read.by_id("body-fleet").text)
    assert "No line of account leads upward from here: nobody above it." in said
    assert (
        "If being part of a body counted as answering to it: Fleet is part of Hart Partnership "
        "(presumed), which is accountable to Children's Trust (for the plan), where" in said
    )


def test_a_source_lists_what_rests_on_it(read: Reader) -> None:
    """By place in the source, in reading order, ¶2 before ¶10."""
    entry = read.by_id("source-1")
    assert [dt.text for dt in entry.find("dt")] == ["¶2", "¶6", "¶7", "¶10"]
    assert [words(dd.text) for dd in entry.find("dd")] == [
        "Hart Partnership",
        "Fleet is part of Hart Partnership",
        "Chair Vacant, on Hart Partnership",
        "April 2010: Plan approved",
        "who ought to be a member: Partners",
        "a rule of the author’s own: The Trust asked for it.",
        "Children's Trust",
        "Fleet is part of Hart Partnership",
    ]
    assert "Nothing is cited from it." in read.by_id("source-2").text


def test_a_citation_of_no_known_source_is_said_to_be(read: Reader) -> None:
    """It has no number, and keeps the id that was written."""
    body = replace(COUNTY.bodies[0], cites=COUNTY.bodies[0].cites)
    lost = replace(COUNTY, sources=(), bodies=(body,), relations=(), seats=())
    assert "paper (not in the list of sources) ¶10" in words(
        Reader(page_of(lost)).find("main")[0].text
    )
    assert "[1] ¶10" in words(read.by_id("body-trust").text)


def test_vacancies_come_first(read: Reader) -> None:
    """Those that count are listed; those on what is only proposed are counted."""
    said = words(read.by_id("seats").text)
    assert "1 seat is vacant: Chair of Hart Partnership 1 further seat is vacant" in said
    assert "Ann Lee (Head, A school) and bob" in said
    assert "by virtue of being chair of Hart Partnership" in said
    assert "from 2009 (“in 09”)" in said


def test_a_seat_on_a_body_that_is_not_there_is_still_told() -> None:
    """The structure is told as it was written, faults and all."""
    stray = replace(COUNTY, seats=(replace(COUNTY.seats[0], body="nowhere"),))
    assert "nowhere (not in the file)" in words(Reader(page_of(stray)).by_id("seats").text)


def test_an_unknown_kind_of_relation_is_read_by_its_name() -> None:
    """The underscore is a space to a reader."""
    odd = Relation(from_body="a", kind="sits_beside", to_body="b")
    page = page_of(replace(structure("a; b"), relations=(odd,)))
    assert "It sits beside" in words(Reader(page).by_id("body-a").text)


def test_who_answers_through_others_is_named_up_to_a_number() -> None:
    """The rest are counted, so that a long chain does not fill the page with names."""
    drawn = " -> ".join(f"b{number:02}" for number in range(20)) + " -> trust*"
    said = words(Reader(page_of(structure(drawn))).by_id("body-trust").text)
    assert "B19; through it also B00, B01," in said
    assert "B10 and B11, and 7 others." in said


def test_people_are_told_with_their_seats_and_both_sides(read: Reader) -> None:
    """Whoever a source names, where they sit and which relations lie between their seats."""
    rows = read.by_id("people").find("tbody")[0].find("tr")
    assert [words(row.text) for row in rows] == [
        "Ann Lee Head, A school Member of Hart Partnership nothing none given"
    ]


def test_requirements_stand_as_a_table_of_partners_and_bodies(read: Reader) -> None:
    """In words, so that no cell needs a colour; the section of the body says the sum."""
    rows = [words(row.text) for row in read.by_id("requirements").find("tr")]
    assert rows == [
        "Who is asked forHart PartnershipFleet",
        "Schoolsseatnot recorded",
        "Policemissingnot recorded",
        "In all1 of 2 have a seatno membership recorded",
    ]
    assert "Partners: 1 of 2 have a seat" in words(read.by_id("body-hart").text)
    assert "Partners: no members recorded" in words(read.by_id("body-fleet").text)


def test_the_history_of_a_body_is_told_in_order(read: Reader) -> None:
    """What begins, who is taken over from, and what the papers give dates for."""
    said = words(read.by_id("body-hart").text)
    history = said.partition("History")[2]
    begins = history.index("about April 2009: It begins, and takes over from Old Partnership")
    assert begins < history.index("April 2010: Plan approved")
    assert "2009 (“in 09”): A seat begins: member" in words(read.by_id("body-trust").text)
    assert "2009: It ends" in words(read.by_id("body-old").text)


def test_a_date_is_not_said_twice() -> None:
    """Where the paper's own words are the date itself."""
    assert format_date_with_words(date("2009-09", "September 2009")) == "September 2009"
    assert format_date_with_words(date("2009-09", "autumn")) == "September 2009 (“autumn”)"


def test_findings_that_say_the_same_are_told_together_and_stay_there() -> None:
    """One sentence for both, and each with its place on the page."""
    fleet = replace(ORPHAN, subject=Subject(body="fleet"), message="Fleet answers to nobody.")
    hart = replace(ORPHAN, subject=Subject(body="hart"), message="Hart answers to nobody.")
    of = structure("fleet; hart; trust*")
    read = Reader(page_of(of, *(replace(each, others=(), chain=()) for each in (fleet, hart))))
    told = read.by_id("finding-1-2").above[-1].above[-1]
    assert "Each of 2 bodies (Fleet and Hart) answers to nobody." in words(told.text)
    for number, body in (("1", "fleet"), ("2", "hart")):
        (link,) = read.by_id(f"finding-1-{number}").find("a")
        assert link.attributes["href"] == f"#body-{body}"


def test_of_very_many_bodies_no_chain_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each would be walked for each body; whom a body answers to is told all the same."""
    monkeypatch.setattr("govgraph.reporting.page.page_bodies.MOST_TOLD", 1)
    graph = AccountabilityGraph(COUNTY, COUNTY.standpoint())
    page = build_content(graph, Findings(COUNTY, graph.standpoint, ()))
    assert not any(body.ways for body in page.bodies)
    assert any(body.superiors for body in page.bodies)
