"""The tables of a paper as sheets of a workbook: everything, for people who filter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govgraph.model.sources import Citation
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure
from govgraph.reporting.page.page_records import FindingGroup, Page
from govgraph.reporting.page.page_register import Register
from govgraph.reporting.page.page_rows import BodyLink, Life
from govgraph.reporting.paper.paper_sections import format_ways
from govgraph.reporting.paper.paper_words import format_columns, say

Cell = str | int
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, a row of headings, and rows of as many cells."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def build_sheets(page: Page, register: Register) -> tuple[Sheet, ...]:
    """The sheets of the workbook, in their order, empty ones included.

    Args:
        page: the facts of the paper.
        register: the structure they are of.
    """
    tables: tuple[tuple[str, Iterable[tuple[Cell, ...]]], ...] = (
        ("findings", _findings((*page.groups, *page.waived))),
        ("bodies", _bodies(page)),
        ("who", _who(page)),
        ("relations", _relations(register)),
        ("seats", _seats(register)),
        ("people", _people(register)),
        ("sources", _sources(page)),
    )
    return tuple(
        Sheet(name, format_columns(f"sheet_{what}"), tuple(rows))
        for name, (what, rows) in zip(format_columns("sheets"), tables, strict=True)
    )


def _findings(groups: Iterable[FindingGroup]) -> Iterator[tuple[Cell, ...]]:
    for group in groups:
        for item in group.findings:
            waived = item.waived
            yield (
                group.severity,
                "" if waived else item.number,
                group.title,
                item.matter,
                item.recommendation,
                item.message,
                item.remedy,
                _names(item.about),
                *((waived.because, waived.owner, waived.until) if waived else ("", "", "")),
                f"{group.code} {group.name}",
                item.place,
            )


def _bodies(page: Page) -> Iterator[tuple[Cell, ...]]:
    for body in page.bodies:
        yield (
            body.link.name,
            body.link.id,
            body.kind,
            body.area,
            body.tier,
            *_life(body.life),
            _flag(body.apex),
            _flag(body.outside),
            _BETWEEN.join(body.also_known_as),
            body.remit,
            body.meets,
            body.quorum,
            body.limit,
            "" if body.count is None else body.count,
            _names(body.succeeds),
            say("references", body.references),
            body.note,
        )


def _who(page: Page) -> Iterator[tuple[Cell, ...]]:
    for body in page.bodies:
        arrives = any(way.apex for way in body.ways)
        ways = _BETWEEN.join(format_ways(body))
        yield (body.link.name, say("superiors", body), ways, _flag(arrives))


def _relations(register: Register) -> Iterator[tuple[Cell, ...]]:
    for row in register.relations:
        status, counted, begins, ends = _life(row.life)
        yield (
            row.subject.name,
            row.reads,
            row.object.name,
            row.scope,
            _flag(row.accountability),
            counted,
            status,
            begins,
            ends,
            row.basis,
            say("references", row.references),
            row.note,
        )


def _seats(register: Register) -> Iterator[tuple[Cell, ...]]:
    for seat in register.seats:
        status, counted, begins, ends = _life(seat.life)
        posts = (seat.post, seat.post_body.name if seat.post_body else "")
        yield (
            seat.body.name,
            seat.role.replace("-", " "),
            _BETWEEN.join(holder.name for holder in seat.holders),
            _flag(seat.vacant),
            seat.standing,
            _BETWEEN.join(seat.represents),
            " of ".join(filter(None, posts)),
            "" if seat.voting is None else _flag(seat.voting),
            counted,
            status,
            begins,
            ends,
            say("references", seat.references),
            seat.note,
        )


def _people(register: Register) -> Iterator[tuple[Cell, ...]]:
    structure = register.structure
    seats = _seats_held(structure)
    for person in structure.people:
        yield (
            person.name,
            person.post,
            person.organisation,
            _BETWEEN.join(person.also_known_as),
            _BETWEEN.join(seats.get(person.id, ())),
            _references(register, person.cites),
            person.note,
        )


def _seats_held(structure: Structure) -> dict[str, list[str]]:
    """Where each person sits, by id: `chair of Hart Partnership`."""
    held: dict[str, list[str]] = {}
    for seat in structure.seats:
        told = f"{seat.role.replace('-', ' ')} of {structure.name_of(seat.body)}"
        for person in seat.held_by:
            held.setdefault(person, []).append(told)
    return held


def _sources(page: Page) -> Iterator[tuple[Cell, ...]]:
    for entry in page.sources:
        yield (
            entry.number,
            entry.title,
            entry.publisher,
            entry.author,
            entry.date,
            entry.url,
            entry.file,
            entry.note,
        )


def _life(life: Life) -> tuple[str, str, str, str]:
    """Status, whether it is counted, and when it begins and ends."""
    counted = _flag(life.standing.presence is Presence.HOLDS)
    return (life.status, counted, life.begins, life.ends)


def _flag(flag: bool) -> str:  # noqa: FBT001 - the answer itself
    return say("yes_or_no", flag)


def _names(bodies: Iterable[BodyLink]) -> str:
    return _BETWEEN.join(body.name for body in bodies)


def _references(register: Register, cites: tuple[Citation, ...]) -> str:
    return say("references", register.references(cites))
