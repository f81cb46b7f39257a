"""What a rule says alike of several bodies is told in one sentence."""

from dataclasses import replace

import pytest

from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.checks.runner import check_structure
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from govgraph.reporting.findings.findings_as_text import findings_as_text
from govgraph.reporting.findings.together import merge_alike

NAMES = ("Ash", "Beech", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Oak")
GROVE = Structure(bodies=tuple(Body(id=name.lower(), name=name) for name in NAMES))


def finding(name: str, message: str = "No source is given for {}.", **more: object) -> Finding:
    """A finding about the body of that name."""
    made = Finding(
        code="GG401",
        name="uncited",
        severity=Severity.INFORMATION,
        subject=Subject(body=name.lower()),
        message=message.replace("{}", name),
        remedy=f"Cite the paper that speaks of {name}, and where {name}'s page is.",
    )
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "message", "told"),
    [
        (1, "No source is given for {}.", "No source is given for Ash."),
        (2, "No source is given for {}.", "No source is given for 2 bodies: Ash and Beech."),
        (
            8,
            "No source is given for {}.",
            "No source is given for 8 bodies: Ash, Beech, Cedar, Elm, Fir, and 3 more.",
        ),
        (
            2,
            "The chain from {} stops at the line from {} to Oak.",
            "The chain from each of 2 bodies (Ash and Beech) stops at the line from it to Oak.",
        ),
        (3, "{} answers to nobody.", "Each of 3 bodies (Ash, Beech and Cedar) answers to nobody."),
        (
            2,
            "Seats are recorded on {}, but no chair.",
            "Seats are recorded on each of 2 bodies (Ash and Beech), but no chair.",
        ),
    ],
)
def test_a_sentence_is_told_of_several(count: int, message: str, told: str) -> None:
    """Where it ends with the body, and where it does not."""
    (one,) = merge_alike(GROVE, [finding(name, message) for name in NAMES[:count]])
    assert one.message == told
    assert len(one.findings) == count


def test_what_would_put_it_right_is_told_of_each() -> None:
    """So is what to put to the board."""
    board = {
        name: BoardText(f"Who holds {name} to account? Nobody says.", f"Say who holds {name}.")
        for name in NAMES[:2]
    }
    (one,) = merge_alike(GROVE, [finding(name, board=text) for name, text in board.items()])
    assert one.remedy == "Cite the paper that speaks of each of them, and where its page is."
    assert one.board == BoardText(
        "Who holds each of 2 bodies (Ash and Beech) to account? Nobody says.",
        "Say who holds each of them.",
    )


@pytest.mark.parametrize(
    "other",
    [
        finding("Beech", "{} has no source."),
        finding("Beech", severity=Severity.WARNING),
        finding("Beech", variant="of another sort"),
        finding("Beech", "The page of {} is missing, and {}'s number."),
    ],
    ids=["sentence", "severity", "variant", "what is its own"],
)
def test_what_differs_is_told_by_itself(other: Finding) -> None:
    """And so is what belongs to the one body alone."""
    assert [len(told.findings) for told in merge_alike(GROVE, [finding("Ash"), other])] == [1, 1]


def woods() -> Structure:
    """Eight bodies without a source, one of which answers to nobody and to no end."""
    lines = tuple(
        Relation(from_body=body.id, kind="reports_to", to_body="ash") for body in GROVE.bodies[2:]
    )
    ash = replace(GROVE.bodies[0], apex=True)
    return replace(GROVE, bodies=(ash, *GROVE.bodies[1:]), relations=lines)


def test_the_gravest_stand_last_on_the_terminal() -> None:
    """Above the summary, where the screen shows them; alike ones are told together."""
    *_, error, summary = findings_as_text(check_structure(woods())).split("\n\n")
    assert error.startswith("error GG101 orphaned-body: Beech answers to nobody")
    assert summary.startswith("The structure: 1 error")
    told = findings_as_text(check_structure(woods()))
    assert "No source is given for 8 bodies: Ash, Beech, Cedar, Elm, Fir, and 3 more." in told


def test_each_is_listed_where_it_is_asked_for() -> None:
    """One after the other."""
    told = findings_as_text(check_structure(woods()), each=True)
    assert told.count("No source is given for") >= len(NAMES)
    assert "given for 8 bodies" not in told


def test_what_is_put_to_a_board_is_told_once_whatever_the_record_says() -> None:
    """Two reasons in the record, one question to the board."""
    matter = "Who holds {} to account? The papers name nobody."
    found = [
        finding(name, message, board=BoardText(matter.format(name), f"Agree on {name}."))
        for name, message in (("Ash", "{} answers to nobody."), ("Beech", "{} supports Oak alone."))
    ]
    assert len(merge_alike(GROVE, found)) == len(found)
    (one,) = merge_alike(GROVE, found, for_board=True)
    assert (one.message, one.remedy) == ("", "")
    assert one.board
    assert one.board.matter.startswith("Who holds each of 2 bodies (Ash and Beech) to account?")
