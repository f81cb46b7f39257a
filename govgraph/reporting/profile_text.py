"""Everything known of one body, as people read it in a terminal."""

from collections.abc import Iterator

from govgraph.analysis.profile import DatedPresence, Profile
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import format_standpoint, format_successors, shorten_quote
from govgraph.wording.lists import agree
from govgraph.wording.records import format_apex_basis, format_relation, name_people
from govgraph.wording.standpoints import format_life


def profile_as_text(graph: AccountabilityGraph, profile: Profile) -> str:
    """The body's particulars, then relations both ways, seats, events and sources."""
    structure = graph.structure
    sections = (
        ("", _particulars(structure, profile)),
        ("What it is to others", _relations(structure, profile.outward)),
        ("What others are to it", _relations(structure, profile.inward)),
        ("Seats", [_seat(structure, seat, standing) for seat, standing in profile.seats]),
        ("Dates", [f"{e.date.spoken()}: {e.what}" for e in profile.milestones]),
        (
            "Sources",
            [f"{source.id}: {_source(structure, source.id)}" for source in profile.sources],
        ),
    )
    lines = [f"{profile.body.name} [{profile.body.id}]"]
    if successors := format_successors(graph, profile.body.id):
        lines.append(successors)
    for heading, entries in sections:
        listed = list(entries)
        if listed:
            lines += ["", heading] if heading else []
            lines += [f"  {entry}" for entry in listed]
    return "\n".join([*lines, "", format_standpoint(graph)])


def _particulars(structure: Structure, profile: Profile) -> Iterator[str]:
    body = profile.body
    kind = structure.kinds_of_body.get(body.kind)
    words = {
        "kind": kind.name if kind else body.kind,
        "also known as": ", ".join(body.also_known_as),
        "area": body.area,
        "tier": body.tier,
        "status": f"{body.status}{_aside(profile.standing)}",
        "life": format_life(body),
        "meets": body.meets,
        "stands for": f"{body.spoken_count} {agree(body.count, 'body', 'bodies')}"
        if body.count
        else "",
        "quorum": body.quorum,
        "may decide up to": body.limit,
        "accountability": _accountability(body),
        "remit": body.remit,
        "tags": ", ".join(body.tags),
        "succeeds": ", ".join(map(structure.name_of, body.succeeds)),
        "succeeded by": ", ".join(map(structure.name_of, profile.succeeded_by)),
        "known": f"{body.basis}{_cited(body.cites)}",
        "note": body.note,
    }
    width = max(map(len, words))
    yield from (f"{label.ljust(width)}  {text}" for label, text in words.items() if text)


def _accountability(body: Body) -> str:
    """Whether accountability may end at a body, and how that is known; or that it is elsewhere."""
    if body.outside:
        return "its own governance is outside these arrangements"
    return f"may end here{format_apex_basis(body.apex_basis)}" if body.apex else ""


def _relations(
    structure: Structure, relations: tuple[tuple[Relation, DatedPresence], ...]
) -> Iterator[str]:
    for relation, standing in relations:
        scope = f", for {relation.extent}" if relation.extent else ""
        life = f", {life}" if (life := format_life(relation)) else ""
        said = f"{relation.basis}{_cited(relation.cites)}"
        told = f"{format_relation(structure, relation.key)}{scope}{life} ({said}){_aside(standing)}"
        yield told + _quoted(relation.cites)


def _seat(structure: Structure, seat: Seat, standing: DatedPresence) -> str:
    holders = name_people(structure, seat.held_by)
    parts = [f"{seat.role}: {holders or 'nobody named'}"]
    if seat.standing != "substantive":
        parts.append(str(seat.standing))
    if seat.represents:
        parts.append(f"for {', '.join(seat.represents)}")
    if seat.ex_officio:
        parts.append(f"by virtue of being {seat.ex_officio.removeprefix('post:').strip()}")
    if life := format_life(seat):
        parts.append(life)
    return ", ".join(parts) + _cited(seat.cites) + _aside(standing) + _quoted(seat.cites)


def _aside(standing: DatedPresence) -> str:
    """Why something is not there, and whether the dates left room for doubt."""
    words = [standing.aside] if standing.aside else []
    words += [] if standing.certain else ["the date is not precise enough to be sure"]
    return f" [{'; '.join(words)}]" if words else ""


def _cited(cites: tuple[Citation, ...]) -> str:
    return f", {'; '.join(map(str, cites))}" if cites else ""


def _quoted(cites: tuple[Citation, ...]) -> str:
    """The words of the sources, each on a line of its own beneath."""
    return "".join(f"\n      “{shorten_quote(each.quote)}”" for each in cites if each.quote)


def _source(structure: Structure, id_: str) -> str:
    source = structure.source_by_id[id_]
    date = source.date.spoken() if source.date else ""
    return ", ".join(filter(None, (source.title, source.publisher, date)))
