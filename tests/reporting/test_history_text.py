"""A history as tables."""

from govgraph.analysis.history import History, find_history
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure
from govgraph.reporting.history_text import (
    history_as_data,
    history_as_markdown,
    history_as_text,
)


def history() -> History:
    """Two bodies, one of which takes over from the other, and a milestone."""
    april = PartialDate.parse("2010-04", "fully effective")
    return find_history(
        Structure(
            id="county",
            title="County",
            sources=(Source(id="p", title="Paper", date=PartialDate.parse("2009")),),
            bodies=(
                Body(id="old", name="Old | Forum", until=PartialDate.parse("2010-03-31")),
                Body(
                    id="new",
                    name="New",
                    status=Status.PROPOSED,
                    from_=april,
                    succeeds=("old",),
                    cites=(Citation(source="p"),),
                ),
            ),
            milestones=(Milestone(date=april, what="New begins", bodies=("new",)),),
        )
    )


def test_two_tables() -> None:
    """Lives, then events; what nobody says is said so."""
    assert history_as_text(history()) == (
        "County\n\nLives\n"
        "from                          until          body            succession\n"
        "not said                      31 March 2010  Old | Forum     gives way to New\n"
        "April 2010 (fully effective)  not said       New (proposed)  takes over from Old | Forum\n"
        "\nEvents\n"
        "date                          what       event\n"
        "2009                          paper      Paper\n"
        "31 March 2010                 ends       Old | Forum ends\n"
        "April 2010 (fully effective)  milestone  New begins"
    )


def test_nothing_dated() -> None:
    """A structure without a date has lives and no events."""
    out = history_as_text(find_history(Structure(bodies=(Body(id="a", name="A"),))))
    assert out.endswith("not said  not said  A\n\nEvents\nNothing has a date.")


def test_markdown_tables() -> None:
    """A bar in a name does not make a column."""
    out = history_as_markdown(history())
    assert "| from | until | body | succession |\n|---|---|---|---|\n" in out
    assert "| not said | 31 March 2010 | Old \\| Forum | gives way to New |" in out


def test_data() -> None:
    """The documented shape."""
    data = history_as_data(history())
    assert data["structure"] == "county"
    assert data["lives"][1] == {
        "body": "new",
        "name": "New",
        "status": "proposed",
        "from": "2010-04",
        "until": None,
        "succeeds": ["old"],
        "succeeded_by": [],
        "heard_of": ["2009"],
    }
    event = data["events"][-1]
    assert (event["date"], event["words"], event["what"]) == (
        "2010-04",
        "fully effective",
        "milestone",
    )
    assert (event["sort"], event["text"], event["bodies"]) == ("milestone", "New begins", ["new"])
