"""The membership of a body, as people read it in a terminal."""

from collections.abc import Iterator

from govgraph.analysis.holders import Held, format_post
from govgraph.analysis.membership import Coverage
from govgraph.analysis.seating import BodySeats, Seating
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.seats import SeatStatus
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.coverage_words import HEADINGS, format_partner, format_requirement
from govgraph.reporting.folding import fold
from govgraph.reporting.people_text import format_role
from govgraph.reporting.text_columns import Row, columns_as_text, without_empty_columns
from govgraph.wording.lists import count_words
from govgraph.wording.people import name_people

COLUMNS = (
    "role",
    "held by",
    "standing",
    "represents",
    "by virtue of",
    "votes",
    "from",
    "until",
    "in force",
)


def seats_as_text(graph: AccountabilityGraph, answer: Seating, width: int | None = None) -> str:
    """Each body with a table of its seats, what is vacant and what is missing.

    Args:
        graph: who answers to whom, and from which standpoint.
        answer: what is told.
        width: how many columns a sentence may fill; None leaves each on one line.
    """
    blocks = ["\n".join(_body(graph.structure, body, width)) for body in answer.bodies]
    if not blocks:
        blocks = ["No seat is recorded, and no requirement asks for any."]
    return "\n\n".join([*blocks, format_standpoint(graph)])


def _body(structure: Structure, body: BodySeats, width: int | None) -> Iterator[str]:
    """One body: its seats as a table, a count, and how it fares."""
    yield f"{structure.name_of(body.body)} [{body.body}]"
    if body.seats:
        rows = [seat_as_row(structure, held) for held in body.seats]
        table = columns_as_text(*without_empty_columns(COLUMNS, rows), width and width - 2)
        yield from (f"  {line}" for line in table)
    there = sum(held.is_there for held in body.seats)
    vacant = "; ".join(map(_short, body.vacant))
    count = f"{count_words(there, 'seat')} in force"
    yield fold(f"  {count}{f', {len(body.vacant)} vacant: {vacant}' if vacant else ''}", width)
    for coverage in body.requirements:
        yield f"  {format_requirement(coverage.requirement)}"
        yield from (fold(f"    {line}", width) for line in coverage_as_lines(coverage))


def seat_as_row(structure: Structure, held: Held) -> Row:
    """A seat as the cells under `COLUMNS`."""
    seat, being = held.seat, held.being
    standing = "" if seat.standing is SeatStatus.SUBSTANTIVE else str(seat.standing)
    return (
        format_role(seat.role),
        format_holders(structure, held),
        standing,
        ", ".join(seat.represents),
        format_post(structure, seat),
        "" if seat.voting is None else ("yes" if seat.voting else "no"),
        seat.from_.spoken() if seat.from_ else "",
        seat.until.spoken() if seat.until else "",
        being.aside or ("" if being.certain else "not certain"),
    )


def format_holders(structure: Structure, held: Held) -> str:
    """Who sits in a seat; who may, if only their post says so, with a question mark."""
    known = structure.person_by_id
    if held.people:
        return name_people(structure, held.people)
    return " or ".join(f"{known[id_].name}?" for id_ in held.perhaps)


def coverage_as_lines(coverage: Coverage) -> Iterator[str]:
    """How a body fares against one requirement: each state with its partners, and a count."""
    total = len(coverage.partners)
    if coverage.begins:
        yield f"judged as at {coverage.begins.spoken()}, when it is to begin"
    if not coverage.recorded:
        yield "no membership is recorded here"
    for cover, heading in HEADINGS.items():
        partners = coverage.of(cover)
        if partners:
            joined = "; ".join(map(format_partner, partners))
            yield f"{heading} ({len(partners)} of {total}): {joined}"


def _short(held: Held) -> str:
    """A seat in a few words: its role, and for whom."""
    partners = ", ".join(held.seat.represents)
    return (
        f"{format_role(held.seat.role)} for {partners}" if partners else format_role(held.seat.role)
    )
