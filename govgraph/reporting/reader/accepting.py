"""A structure with something of a paper recorded in it, cited by its words."""

from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from govgraph.errors import Place, SettingsError
from govgraph.formats.identifiers import slug
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.sources import Citation, Source
from govgraph.model.structure import Structure
from govgraph.reporting.reader.open_paper import OpenPaper

_Drafted = TypeVar("_Drafted")


def accept_body(opened: OpenPaper, key: str) -> Structure:
    """The structure with a body that the paper names.

    Raises:
        SettingsError: nothing of that key is drafted.
    """
    structure, _ = _with_body(with_source(opened), opened, key)
    return structure


def accept_line(opened: OpenPaper, number: str) -> Structure:
    """The structure with a drafted line of account, and the bodies at its ends.

    Raises:
        SettingsError: no line of that number is drafted.
    """
    line = _numbered(opened.draft.lines, number)
    return relate(opened, (line.subordinate, line.kind, line.superior), line.quote, line.at)


def accept_seat(opened: OpenPaper, number: str) -> Structure:
    """The structure with a drafted seat, its body and the person who holds it.

    Raises:
        SettingsError: no seat of that number is drafted.
    """
    drafted = _numbered(opened.draft.seats, number)
    seat = drafted.seat
    structure, body = _with_body(with_source(opened), opened, drafted.body)
    cites = (Citation(source=opened.source, at=seat.at, quote=seat.quote),)
    holders: tuple[str, ...] = ()
    if seat.person:
        id_ = _free(slug(seat.person) or "person", {each.id for each in structure.people})
        known = next((each.id for each in structure.people if each.name == seat.person), "")
        if not known:
            person = Person(id=id_, name=seat.person, post=seat.post, cites=cites)
            structure = replace(structure, people=(*structure.people, person))
        holders = (known or id_,)
    made = Seat(
        body=body,
        role=Role(seat.role),
        held_by=holders,
        represents=(seat.organisation,) if seat.organisation else (),
        standing=SeatStatus.VACANT if seat.vacant else SeatStatus.SUBSTANTIVE,
        note="" if seat.person or not seat.post else seat.post,
        cites=cites,
    )
    return replace(structure, seats=(*structure.seats, made))


def relate(opened: OpenPaper, ends: tuple[str, str, str], quote: str, at: str) -> Structure:
    """The structure with a relation that quotes the paper, and the bodies at its ends.

    Args:
        opened: the paper.
        ends: the key of the body it runs from, its kind, and the key of the body it runs to.
        quote: the words that say so.
        at: where they stand.

    Raises:
        SettingsError: the words are not in the paper, the kind or a body is unknown, or both ends
            are one body.
    """
    below, kind, above = ends
    if not opened.words.find(quote):
        raise SettingsError("These words are not in the paper; nothing was recorded.")
    if kind not in opened.structure.kinds_of_relation:
        raise SettingsError(f"There is no kind of relation '{kind}'.")
    if below == above:
        raise SettingsError("Both ends are the same body; nothing was recorded.")
    structure, from_ = _with_body(with_source(opened), opened, below)
    structure, to = _with_body(structure, opened, above)
    cites = (Citation(source=opened.source, at=at, quote=" ".join(quote.split())),)
    made = Relation(from_body=from_, kind=kind, to_body=to, cites=cites)
    return replace(structure, relations=(*structure.relations, made))


def with_source(opened: OpenPaper) -> Structure:
    """The structure with the paper among its sources."""
    structure = opened.structure
    if opened.is_source:
        return structure
    source = Source(id=opened.source, title=opened.paper.title, file=_beside(opened))
    return replace(structure, sources=(*structure.sources, source))


def _beside(opened: OpenPaper) -> str:
    """The paper as a path from the folder of the structure, if it lies in there."""
    place: Place | None = next((each.place for each in opened.structure.bodies if each.place), None)
    folder = Path(place.file).parent if place else opened.path.parent
    try:
        return opened.path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return ""


def _with_body(structure: Structure, opened: OpenPaper, key: str) -> tuple[Structure, str]:
    """The structure with a body, and the id of it: one it has, or one that is drafted."""
    if key in structure.body_by_id:
        return structure, key
    drafted = next((each for each in opened.draft.bodies if each.key == key), None)
    if drafted is None:
        raise SettingsError("There is no such body; the paper may have been read anew.")
    found = next((each.id for each in structure.bodies if each.name == drafted.body.name), "")
    if found:
        return structure, found
    id_ = _free(slug(drafted.body.name) or "body", set(structure.body_by_id))
    body = Body(
        id=id_,
        name=drafted.body.name,
        kind=drafted.body.kind or "body",
        also_known_as=tuple(drafted.body.also_known_as),
        count=drafted.body.count or None,
        cites=(Citation(source=opened.source, at=drafted.at, quote=drafted.quote),),
    )
    return replace(structure, bodies=(*structure.bodies, body)), id_


def _numbered(drafted: tuple[_Drafted, ...], number: str) -> _Drafted:
    """One of several that are drafted, by its number."""
    if number.isascii() and number.isdecimal() and int(number[:9]) < len(drafted):
        return drafted[int(number)]
    raise SettingsError("This is not drafted any more; the paper may have been read anew.")


def _free(id_: str, taken: set[str]) -> str:
    """An id that nobody has yet."""
    numbered = (f"{id_}-{number}" for number in count(2))
    return next(each for each in chain((id_,), numbered) if each not in taken)
