"""What ties a body to those above it through seats, as people read it in a terminal."""

from govgraph.analysis.holders import Held
from govgraph.analysis.shared_members import SharedMember
from govgraph.analysis.ties import Tie, Ties
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.people_text import format_role
from govgraph.wording.lists import join_words


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
    there = join_words(dict.fromkeys(_seat(held) for held in bond.above), most=None)
    here = join_words(dict.fromkeys(_seat(held) for held in bond.below), most=None)
    virtue = ", by virtue of the one" if bond.by_virtue and here else ""
    if not bond.person:
        who = f"whoever is {here} of the one" if here else "a seat that comes with the one"
        return f"{who}, {there} of the other  [{bond.basis}]"
    known = structure.person_by_id.get(bond.person)
    name = known.name if known else bond.person
    return f"{name}, {here} of the one, {there} of the other{virtue}  [{bond.basis}]"


def _seat(held: Held) -> str:
    """A role, with its standing where it is not substantive."""
    seat = held.seat
    role = format_role(seat.role)
    return role if seat.standing == "substantive" else f"{role} ({seat.standing})"
