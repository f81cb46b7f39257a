"""How people, seats, bodies, relations and selectors are spoken of."""

from collections.abc import Iterable

from govgraph.model.bodies import ApexBasis, Body
from govgraph.model.kinds import BodyClass
from govgraph.model.mentions import Recorded
from govgraph.model.relations import Relation
from govgraph.model.requirements import Selector
from govgraph.model.seats import Role, Seat
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words
from govgraph.wording.verbs import format_tie

_OF_CLASS = {
    BodyClass.DECIDES.value: "decides or delivers",
    BodyClass.WORKS.value: "works for another",
    BodyClass.ADVISES.value: "advises, scrutinises or represents",
}


def list_people(structure: Structure, ids: Iterable[str]) -> list[str]:
    """The names of people, or the ids where nobody goes by them."""
    known = structure.person_by_id
    return [known[id_].name if id_ in known else id_ for id_ in ids]


def name_people(structure: Structure, ids: Iterable[str]) -> str:
    """The same as a list in a sentence, with everybody in it."""
    return join_words(list_people(structure, ids), most=None)


def format_seat(structure: Structure, seat: Seat) -> str:
    """The seat in words, without its body: `chair`, `member for Police`, `member (Lynn Martin)`."""
    role = _role(seat)
    if seat.represents:
        return f"{role} for {', '.join(seat.represents)}"
    if seat.held_by and seat.role is Role.MEMBER:
        return f"{role} ({', '.join(list_people(structure, seat.held_by))})"
    return role


def format_seat_first(structure: Structure, seat: Seat) -> str:
    """The seat as the beginning of a sentence: `The chair of Hart Board`."""
    body = structure.name_of(seat.body)
    if seat.role is not Role.MEMBER:
        if seat.represents:
            return f"The {_role(seat)} for {join_words(seat.represents)} on {body}"
        return f"The {_role(seat)} of {body}"
    if seat.represents:
        return f"The seat for {join_words(seat.represents)} on {body}"
    if seat.held_by:
        return f"The seat of {join_words(list_people(structure, seat.held_by))} on {body}"
    return f"A seat on {body}"


def _role(seat: Seat) -> str:
    """The role in words."""
    return seat.role.value.replace("-officer", " officer")


def format_record(structure: Structure, record: Recorded) -> str:
    """A body by its name, a relation as a phrase, a seat with its body."""
    if isinstance(record, Body):
        return record.name
    if isinstance(record, Relation):
        kind = structure.kinds_of_relation.get(record.kind)
        reads = kind.reads if kind else record.kind.replace("_", " ")
        return format_tie(
            structure.name_of(record.from_body), reads, structure.name_of(record.to_body)
        )
    return f"{format_seat(structure, record)} of {structure.name_of(record.body)}"


_HOW_AN_END_IS_KNOWN = {
    ApexBasis.IMPLIED: ", which is implied and not stated to be the end",
    ApexBasis.JUDGEMENT: ", taken as the end by judgement",
}


def format_relation(structure: Structure, key: tuple[str, str, str]) -> str:
    """A relation as a sentence without its full stop: `Hart is part of the Trust`."""
    below, kind, above = key
    known = structure.kinds_of_relation.get(kind)
    reads = known.reads if known else kind.replace("_", " ")
    return format_tie(structure.name_of(below), reads, structure.name_of(above))


def format_apex_basis(basis: ApexBasis | None) -> str:
    """How it is known that accountability may end there, where no source says so; or nothing."""
    return _HOW_AN_END_IS_KNOWN.get(basis, "") if basis else ""


def format_selector(structure: Structure, selector: Selector) -> str:
    """The bodies selected, in words: `a Sub-cluster in Hart`, `Children's Trust`, `any body`."""
    kinds = structure.kinds_of_body
    if selector.id:
        words = join_words([structure.name_of(id_) for id_ in selector.id], last="or")
    elif selector.kind:
        names = [kinds[kind].name if kind in kinds else kind for kind in selector.kind]
        words = f"a {join_words(names, last='or')}"
    else:
        words = "any body"
    for text, values in (
        ("in", selector.area),
        ("of tier", selector.tier),
        ("of status", selector.status),
        ("tagged", selector.tag),
        ("that", [_OF_CLASS.get(class_, class_) for class_ in selector.class_]),
    ):
        if values:
            words += f" {text} {join_words(values, last='or')}"
    return f"{words}, not {format_selector(structure, selector.not_)}" if selector.not_ else words
