"""Each sentence that speaks of governance is open, recorded by its words, or dismissed."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.reading.coverage import Cited, Coverage, State, find_coverage
from govgraph.reading.marking import mark_sentences
from govgraph.reading.matching import Words
from govgraph.reading.paper_marks import Mark, marks_as_yaml, read_marks
from govgraph.reading.paper_sentences import find_sentences
from govgraph.reading.read import read_paper

TEXT = """The Board

1. The Board reports to the Trust (e.g. Cllr. Lloyd). It meets monthly. Rain is likely.

2. The chair is elected.

Accountability of the Board to the Trust

Ann Lloyd\tChair
"""


def cover(tmp_path: Path, cited: tuple[Cited, ...] = (), marks: tuple[Mark, ...] = ()) -> Coverage:
    """The coverage of the paper."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    words = Words(read_paper(path))
    return find_coverage(words, mark_sentences(words.paper, {"b": ["Board"]}), cited, marks)


def test_sentences_end_at_a_stop_before_a_capital_unless_it_shortens(tmp_path: Path) -> None:
    """A heading and a row are one each."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert [each.text for each in find_sentences(read_paper(path))] == [
        "The Board",
        "The Board reports to the Trust (e.g. Cllr. Lloyd).",
        "It meets monthly.",
        "Rain is likely.",
        "The chair is elected.",
        "Accountability of the Board to the Trust",
        "Ann Lloyd Chair",
    ]


def test_what_speaks_of_governance_or_a_body_is_marked(tmp_path: Path) -> None:
    """Rain is not; a heading is, where it says whom somebody reports to."""
    marked = [entry.marked for entry in cover(tmp_path).entries]
    assert [(each.at, each.speaks_of[:1]) for each in marked] == [
        ("¶1", ("reporting",)),
        ("¶2", ("chairing",)),
        ("Accountability of the Board to the Trust", ("accountability",)),
        ("Accountability of the Board to the Trust row 1", ("chairing",)),
    ]
    assert [mention.body for mention in marked[0].mentions] == ["b"]


def test_a_sentence_is_recorded_where_a_record_quotes_some_of_it(tmp_path: Path) -> None:
    """A record that cites the place alone is told beside it; words that are not there are lost."""
    quoting = Cited("a line", "¶1", "reports to the Trust")
    placed = Cited("a seat", "¶2", "")
    stale = Cited("an old line", "¶2", "The chair is appointed")
    found = cover(tmp_path, (quoting, placed, stale), ())
    assert [entry.state for entry in found.entries] == [
        State.RECORDED, State.OPEN, State.OPEN, State.OPEN,
    ]  # fmt: skip
    assert found.entries[0].records == (quoting,)
    assert found.entries[1].beside == (placed,)
    assert found.lost == (stale,)


def test_words_that_stand_twice_record_the_place_they_are_cited_from(tmp_path: Path) -> None:
    """*to the Trust* stands in a heading too."""
    there = Cited("a line", "Accountability of the Board to the Trust", "to the Trust")
    found = [entry.records for entry in cover(tmp_path, (there,)).entries]
    assert found == [(), (), (there,), ()]


def test_a_sentence_may_be_dismissed_with_a_reason_that_outlasts_an_edition(tmp_path: Path) -> None:
    """It is known by its words; a mark of words that are gone is told."""
    marks = (
        Mark(quote="The  chair is elected.", why="by whom is in another paper", at="¶9"),
        Mark(quote="It is gone.", why="no record"),
    )
    found = cover(tmp_path, (), marks)
    assert [entry.state for entry in found.entries][1] is State.DISMISSED
    assert found.entries[1].why == "by whom is in another paper"
    assert found.gone == marks[1:]
    assert (found.count(State.OPEN), found.count(State.DISMISSED)) == (3, 1)


def test_marks_are_written_and_read_again(tmp_path: Path) -> None:
    """The last of several of one sentence counts; the same marks give the same text."""
    marks = (
        Mark(quote="It: “meets” – often.", why="a note", at="¶1"),
        Mark(quote="It votes.", why="first"),
        Mark(quote="It  votes.", why="second"),
    )
    path = tmp_path / "a.txt.marks.yaml"
    path.write_text(marks_as_yaml(marks), encoding="utf-8")
    assert read_marks(path) == (marks[0], marks[2])
    assert read_marks(tmp_path / "none.yaml") == ()
    path.write_text(marks_as_yaml(()), encoding="utf-8")
    assert read_marks(path) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("dismissed: [{quote: It votes.}]", "1:13: the dismissed sentence has no 'why'"),
        ("dismised: []", "'dismised' is not a field of a file of marks; did you mean 'dismissed'"),
        ("dismissed: yes", "'dismissed' must be a list of sentences"),
        ("- quote", "the file of marks must be a mapping of fields"),
        ("dismissed: [It votes.]", "a dismissed sentence must be a mapping of fields"),
    ],
)
def test_a_file_of_marks_that_is_none_is_told(tmp_path: Path, text: str, says: str) -> None:
    """With its place."""
    path = tmp_path / "a.txt.marks.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as refused:
        read_marks(path)
    assert says in str(refused.value)


def test_a_sentence_is_open_still_where_no_record_is_about_all_that_it_says(tmp_path: Path) -> None:
    """A body that it names, or words of weight that nobody quotes; dismissed, it is done."""
    path = tmp_path / "a.txt"
    path.write_text("The Board answers to the Trust and reports to the Council.\n")
    words = Words(read_paper(path))
    names = {"b": ["Board"], "t": ["Trust"], "c": ["Council"]}
    marked = mark_sentences(words.paper, names)
    one = Cited("a line", "", "The Board answers to the Trust", bodies=("b", "t"))
    other = Cited("another", "", "reports to the Council", bodies=("b", "c"))
    alone = find_coverage(words, marked, (one,), ()).entries[0]
    assert (alone.state, alone.left) == (State.OPEN, ("c", "reporting"))
    assert find_coverage(words, marked, (one, other), ()).entries[0].state is State.RECORDED
    mark = Mark(quote=marked[0].sentence.text, why="the rest is elsewhere")
    done = find_coverage(words, marked, (one,), (mark,)).entries[0]
    assert (done.state, done.why) == (State.RECORDED, "the rest is elsewhere")
