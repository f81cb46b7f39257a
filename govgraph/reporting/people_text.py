"""Where people sit and whom they tie, as people read it in a terminal."""

from collections import Counter
from collections.abc import Iterator

from govgraph.analysis.holders import Held, format_post
from govgraph.analysis.interlocks import BothSides, People, Sitter
from govgraph.analysis.shared_members import SharedMember
from govgraph.analysis.ties import Tie, Ties
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.seats import Role, SeatStatus
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import format_standpoint
from govgraph.reporting.text_columns import columns_as_text
from govgraph.wording.lists import count_words, join_words
from govgraph.wording.records import format_relation
from govgraph.wording.standpoints import format_life

_NO_LINE = "no line of account"


def people_as_text(graph: AccountabilityGraph, answer: People, width: int | None = None) -> str:
    """Everybody as a table, or one person in full; then who sits on both sides of what.

    Args:
        graph: who answers to whom, and from which standpoint.
        answer: what is told.
        width: how many columns the table may fill; None leaves it as wide as it is.
    """
    if len(answer.people) == 1:
        lines = list(_sitter(graph.structure, answer.people[0]))
    else:
        lines = list(_everybody(graph.structure, answer, width))
    return "\n".join([*lines, "", format_standpoint(graph)])


def format_role(role: Role) -> str:
    """A role in words.

    >>> format_role(Role.LEAD_OFFICER)
    'lead officer'
    """
    return role.value.replace("-officer", " officer")


def _everybody(structure: Structure, answer: People, width: int | None) -> Iterator[str]:
    """A table of people and seats, then those on several bodies."""
    rows = [
        (sitter.person.name, "; ".join(_seats(structure, sitter)), sitter.person.post)
        for sitter in answer.people
    ]
    yield from columns_as_text(("name", "seats", "post"), rows, width)
    yield f"\n{count_words(len(rows), 'person')}"
    several = [sitter for sitter in answer.people if len(sitter.bodies) > 1]
    if several:
        yield "\nOn several bodies"
    for sitter in several:
        yield f"  {sitter.person.name}: {'; '.join(_ties(structure, sitter))}"


def _seats(structure: Structure, sitter: Sitter) -> Iterator[str]:
    """The seats that are there, each as role and body, with how many where they are several."""
    seats = Counter(
        f"{format_role(held.seat.role)} of {structure.name_of(held.seat.body)}"
        for held in sitter.seats
        if held.is_there
    )
    yield from (f"{seat} ({count} seats)" if count > 1 else seat for seat, count in seats.items())


def _sitter(structure: Structure, sitter: Sitter) -> Iterator[str]:
    """One person: who they are, each seat, and on both sides of what they sit."""
    person = sitter.person
    yield f"{person.name} [{person.id}]"
    known = ", ".join(filter(None, (person.post, person.organisation)))
    yield from (f"  {line}" for line in (known, person.note) if line)
    yield "\nSeats"
    yield from (f"  {_seat(structure, held)}" for held in sitter.seats)
    if not sitter.seats:
        yield "  None is recorded."
    for held in sitter.offered:
        role, body = format_role(held.seat.role), structure.name_of(held.seat.body)
        post = format_post(structure, held.seat)
        yield f"  Perhaps {role} of {body}, a seat that comes with the post {post}; not counted."
    if len(sitter.bodies) > 1:
        yield "\nOn several bodies"
        yield from (f"  {line}" for line in _ties(structure, sitter))


def _seat(structure: Structure, held: Held) -> str:
    """A seat of somebody's, with all its particulars."""
    seat = held.seat
    parts = [f"{format_role(seat.role)} of {structure.name_of(seat.body)}"]
    if seat.standing is not SeatStatus.SUBSTANTIVE:
        parts.append(str(seat.standing))
    if seat.represents:
        parts.append(f"for {', '.join(seat.represents)}")
    if seat.ex_officio:
        parts.append(f"by virtue of being {format_post(structure, seat)}")
    parts.append(format_life(seat))
    words = ", ".join(filter(None, parts))
    aside = [held.being.aside] if held.being.aside else []
    aside += [] if held.being.certain else ["the date is not precise enough to be sure"]
    return f"{words} [{'; '.join(aside)}]" if aside else words


def _ties(structure: Structure, sitter: Sitter) -> Iterator[str]:
    """On both sides of what somebody sits, or between which bodies nothing is recorded."""
    tied: set[str] = set()
    for sides in sitter.both_sides:
        tied |= {sides.relation.from_body, sides.relation.to_body}
        yield _side(structure, sides)
    names = [structure.name_of(body) for body in sitter.bodies if body not in tied]
    if names and tied:
        yield f"also on {', '.join(names)}"
    elif names:
        yield f"{join_words(names, most=None)}, between which no line or link is recorded"


def _side(structure: Structure, sides: BothSides) -> str:
    """A relation, what the person is at each end of it, and whether it is a line of account."""
    below, above = (
        join_words((format_role(held.seat.role) for held in seats), most=None)
        for seats in (sides.below, sides.above)
    )
    firm = str(sides.basis) if sides.is_line else _NO_LINE
    relation = format_relation(structure, sides.relation.key)
    return f"{relation} ({firm}): {below} of the one, {above} of the other"


def ties_as_text(graph: AccountabilityGraph, answer: Ties) -> str:
    """Each pair of bodies with those who sit on both; a section of its own beside the chains."""
    structure = graph.structure
    lines = ["Through seats (never counted as lines of account):"]
    for tie in answer.ties:
        lines += [f"  {_head(structure, tie)}"]
        lines += [f"    {_bond(structure, bond)}" for bond in tie.shared_members]
    if not answer.ties:
        lines.append("  Nobody is recorded who sits both there and on a body above.")
    for apex in answer.arrives:
        name = structure.name_of(apex)
        lines.append(f"  Only lines and seats together lead to {name}; lines alone do not.")
    return "\n".join(lines)


def _head(structure: Structure, tie: Tie) -> str:
    """The two bodies, and whether anything else than seats ties them."""
    below, above = structure.name_of(tie.subordinate), structure.name_of(tie.superior)
    if tie.lines:
        return f"{below} to {above}: beside the line of account, also by"
    links = [structure.kinds_of_relation[link.kind].reads for link in tie.links]
    beside = f" (the one {join_words(links, most=None)} the other)" if links else ""
    return f"{below} to {above}: no line of account{beside}; only by"


def _bond(structure: Structure, bond: SharedMember) -> str:
    """Who sits on both, in which roles, and how firmly it is known."""
    there = join_words(dict.fromkeys(_tying_seat(held) for held in bond.above), most=None)
    here = join_words(dict.fromkeys(_tying_seat(held) for held in bond.below), most=None)
    virtue = ", by virtue of the one" if bond.by_virtue and here else ""
    if not bond.person:
        who = f"whoever is {here} of the one" if here else "a seat that comes with the one"
        return f"{who}, {there} of the other  [{bond.basis}]"
    known = structure.person_by_id.get(bond.person)
    name = known.name if known else bond.person
    return f"{name}, {here} of the one, {there} of the other{virtue}  [{bond.basis}]"


def _tying_seat(held: Held) -> str:
    """A role, with its standing where it is not substantive."""
    seat = held.seat
    role = format_role(seat.role)
    return role if seat.standing == "substantive" else f"{role} ({seat.standing})"
