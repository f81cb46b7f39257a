"""Records that a notebook shows ask whoever was named for their looks."""

from collections.abc import Iterator

import pytest

from govgraph.model import shown
from govgraph.model.shown import Form, Showing, Shown, show_with


class Printer:
    """What IPython gives a record to write to."""

    def __init__(self) -> None:
        self.told = ""

    def text(self, words: str) -> None:
        """Write."""
        self.told += words


class Record(Shown):
    """A record with a look of its own."""

    def __repr__(self) -> str:
        return "Record()"


@pytest.fixture
def showing() -> "Iterator[list[Showing]]":
    """Nobody named, until the test is over."""
    before = list(shown._showing), list(shown._acting)
    shown._showing.clear()
    yield shown._showing
    shown._showing[:], shown._acting[:] = before


def told(*, cycle: bool = False) -> str:
    """A record as text."""
    printer = Printer()
    Record()._repr_pretty_(printer, cycle)
    return printer.told


@pytest.mark.usefixtures("showing")
def test_with_nobody_named_a_record_shows_as_python_shows_it() -> None:
    """As where a room is imported alone."""
    assert Record()._repr_html_() is None
    assert told() == "Record()"


@pytest.mark.usefixtures("showing")
def test_the_one_named_last_is_asked() -> None:
    """In the form that is wanted."""
    show_with(lambda _record, _form: "before", print)
    show_with(lambda record, form: f"{record!r} as {form}", print)
    assert Record()._repr_html_() == f"Record() as {Form.HTML}"
    assert told() == "Record() as text"
    assert told(cycle=True) == "Record()"
