"""The example of a paper that is read holds what it says, in text and in Word."""

from pathlib import Path

import pytest

from govgraph.checks.quotes import QuoteState, find_quotes
from govgraph.formats.format_catalogue import read_structure
from govgraph.reading.copies import Copies, read_copies
from govgraph.reading.matching import Words
from govgraph.reading.read import read_paper
from tests.cli.program import govgraph

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "partnership"
STRUCTURE = EXAMPLE / "partnership.yaml"
PAPERS = EXAMPLE / "papers"


@pytest.mark.parametrize("name", ["terms-of-reference.txt", "terms-of-reference.docx"])
def test_every_quote_stands_at_its_place(name: str) -> None:
    """In either edition of the paper."""
    structure = read_structure(STRUCTURE)
    words = Words(read_paper(PAPERS / name))
    copies = Copies({"terms": words.paper}, {"terms": words}, read_copies(structure).unread)
    quotes = list(find_quotes(structure, copies))
    assert len(quotes) > 20
    assert {quote.state for quote in quotes} == {QuoteState.FOUND}


@pytest.mark.parametrize("name", ["terms-of-reference.txt", "terms-of-reference.docx"])
def test_nothing_of_it_is_open(name: str) -> None:
    """Each sentence is recorded or dismissed."""
    done = govgraph(
        "read", str(PAPERS / name), "-s", str(STRUCTURE), "--source", "terms", "--check"
    )
    assert done.code == 0, done.out


def test_both_editions_say_the_same_in_the_same_places() -> None:
    """Word's numbers are counted as the text has them."""
    one, other = (
        [(block.kind, block.at, block.text) for block in read_paper(PAPERS / name).blocks]
        for name in ("terms-of-reference.txt", "terms-of-reference.docx")
    )
    assert one == other
