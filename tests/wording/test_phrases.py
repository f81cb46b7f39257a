"""What is not sure, and what is not said, in the words that a reader sees."""

from dataclasses import replace

import pytest

from govgraph.analysis.evidence_gaps import EvidenceGap, GapReason
from govgraph.analysis.uncertainty import find_doubts
from govgraph.checks.evidence_sentences import format_doubt, format_evidence_gap
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from govgraph.wording.lists import count_words, join_words
from tests.factories import structure

APRIL = PartialDate.parse("2010-04", "by the end of April")
MID = PartialDate.parse("2010-04-15")


def doubtful() -> Structure:
    """A body, three relations and a seat whose dates decide something in the middle of April."""
    base = structure("fleet -> hart")
    bodies = tuple(replace(body, from_=PartialDate.parse("2010-04")) for body in base.bodies[:1])
    relations = (
        replace(base.relations[0], until=APRIL),
        Relation(from_body="hart", kind="looks_up_to", to_body="nobody", from_=APRIL),
    )
    seat = Seat(body="hart", role=Role.CHAIR, from_=APRIL)
    return replace(
        base, bodies=(*bodies, *base.bodies[1:]), relations=relations, seats=(seat,), as_at=MID
    )


def test_a_doubt_says_what_its_date_is_of_and_what_the_paper_says() -> None:
    """A body by its name, a relation by both ends and its kind in words, a seat by its body."""
    one = doubtful()
    doubts = find_doubts(AccountabilityGraph(one, one.standpoint(MID)))
    assert [format_doubt(one, doubt) for doubt in doubts] == [
        "Fleet: from April 2010",
        "Fleet is accountable to Hart: until April 2010 (by the end of April)",
        "Hart looks up to nobody: from April 2010 (by the end of April)",
        "chair of Hart: from April 2010 (by the end of April)",
    ]


def test_findings_carry_the_doubts_of_their_standpoint() -> None:
    """The same that a question from there would tell."""
    one = doubtful()
    standpoint = one.standpoint(MID)
    found = check_structure(one, standpoint)
    assert found.doubts == find_doubts(AccountabilityGraph(one, standpoint))
    assert len(found.doubts) == 4


PAPERS = (
    Source(id="plan", title="The Plan", date=PartialDate.parse("2009-08")),
    Source(id="note", title="A Note"),
)


@pytest.mark.parametrize(
    ("what", "source", "says"),
    [
        (
            GapReason.UNDATED_PROPOSAL,
            "",
            "Proposed without a date, and counted on both sides: Fleet and Hart.",
        ),
        (
            GapReason.FIRST_HEARD,
            "plan",
            (
                "First heard of in ‘The Plan’ (August 2009), which does not say when they "
                "began, and counted on both sides: Fleet and Hart."
            ),
        ),
        (
            GapReason.LAST_HEARD,
            "note",
            (
                "Last heard of in ‘A Note’. No later paper says that they went on, changed or "
                "ended, and they are counted on both sides: Fleet and Hart."
            ),
        ),
        (
            GapReason.PROPOSAL_SILENT,
            "",
            (
                "Whether these end, or go on beside what is proposed, is not said, and they are "
                "counted on both sides: Fleet and Hart."
            ),
        ),
        (
            GapReason.BEYOND_SOURCES,
            "plan",
            (
                "No paper is later than ‘The Plan’ (August 2009). These are counted on both sides "
                "because none says that they end: Fleet and Hart."
            ),
        ),
    ],
)
def test_a_silence_is_a_sentence_that_names_its_bodies_and_its_paper(
    what: GapReason, source: str, says: str
) -> None:
    """The date of the paper stands beside it where there is one."""
    one = replace(structure("hart; fleet"), sources=PAPERS)
    assert format_evidence_gap(one, EvidenceGap(what, ("hart", "fleet"), source)) == says


def test_a_silence_about_many_counts_those_beyond_the_most_that_are_named() -> None:
    """A sentence stays a sentence."""
    one = structure("a; b; c; d")
    said = format_evidence_gap(
        one, EvidenceGap(GapReason.UNDATED_PROPOSAL, ("d", "c", "b", "a")), most=2
    )
    assert said.endswith(": A, B and 2 others.")


@pytest.mark.parametrize(
    ("words", "most", "said"),
    [
        (["a"], 5, "a"),
        (["a", "b"], 5, "a and b"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c"], 2, "a, b and 1 other"),
        (["a", "b", "c"], 1, "a and 2 others"),
    ],
)
def test_a_list_in_a_sentence(words: list[str], most: int, said: str) -> None:
    """As many as are named at the most, and how many more there are."""
    assert join_words(words, most) == said
    assert join_words(words, most, last="or") == said.replace(" and ", " or ")


def test_what_is_counted_is_said_with_its_number() -> None:
    """One is one, several are several, thousands are told apart."""
    assert count_words(0, "body", "bodies") == "0 bodies"
    assert count_words(1, "step") == "1 step"
    assert count_words(12_345, "step") == "12,345 steps"
