"""What a format has no words for: every field of a structure that it does not hold, and of what.

What a format holds is written in `format_list`; a writer that bends something names it itself.
"""

from collections.abc import Iterator
from typing import Any

from govgraph.formats.account import Left
from govgraph.formats.fields import SEATED, Field, Form, Section
from govgraph.formats.format_list import EVERY_FIELD, Format
from govgraph.formats.plain_data import record_as_data
from govgraph.formats.records import RELATION, STRUCTURE
from govgraph.formats.sections import DECLARATIONS, SECTIONS
from govgraph.model.dates import PartialDate
from govgraph.model.milestones import Milestone
from govgraph.model.relations import Relation
from govgraph.model.requirements import Waiver
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure

_THEN = {
    "status": ", and what is proposed or ended stands there as if it were in force",
    "outside": ", and what is outside stands there like any other",
}
"""What becomes of a thing without a field, where that misleads."""


def find_losses(structure: Structure, format_: Format) -> Iterator[Left]:
    """Everything that the format does not hold, field by field, in the order of the file."""
    if not format_.holds:
        return
    for section in (*SECTIONS, *DECLARATIONS):
        yield from _in_section(structure, section, format_)


def _in_section(structure: Structure, section: Section, format_: Format) -> Iterator[Left]:
    """What is lost of one section: the whole of it, kinds of relation, or fields."""
    held = format_.holds.get(section.attribute or section.name, ())
    if section.record is STRUCTURE:
        yield from _of_head(structure, held, format_)
        return
    things: list[Any] = list(getattr(structure, section.attribute))
    if not held:
        if things:
            yield _lost(section, things, f"the format '{format_.name}' has no place for such")
        return
    if section.record is RELATION and format_.relations:
        others = _kinds_lost(structure, format_)
        for kind in sorted(others):
            lost = [each for each in things if each.kind == kind]
            why = f"the format '{format_.name}' has no word for that"
            yield _lost(section, lost, why, after=f" of the kind {kind}")
        things = [each for each in things if each.kind not in others]
    for field in section.record.fields:
        yield from _of_field(things, section, field, held, format_)


def _lost(
    section: Section, things: list[Any], why: str, *, before: str = "", after: str = ""
) -> Left:
    """That something of some things of a section is lost."""
    counted = section.counted(len(things))
    return Left(f"{before}{counted}{after}", why, of=tuple(map(label_of, things)))


def _of_head(structure: Structure, held: tuple[str, ...], format_: Format) -> Iterator[Left]:
    """What is lost of what is said of the structure as a whole."""
    said = record_as_data(STRUCTURE, structure)
    lost = tuple(name for name in said if name not in held)
    if lost and held != EVERY_FIELD:
        why = f"the format '{format_.name}' has no words for it"
        yield Left("what is said of the structure as a whole", why, of=lost)


def _kinds_lost(structure: Structure, format_: Format) -> set[str]:
    """The kinds of relation that occur, and that the format has no words for."""
    known = structure.kinds_of_relation
    return {
        kind
        for kind in {relation.kind for relation in structure.relations}
        if kind not in format_.relations
        and (kind not in known or known[kind].relation_class not in format_.relations)
    }


def _of_field(
    things: list[Any], section: Section, field: Field, held: tuple[str, ...], format_: Format
) -> Iterator[Left]:
    """What is lost of one field: its values, or what is not sure about its dates."""
    if field.form in SEATED:
        return
    if field.name not in held and held != EVERY_FIELD:
        lost = [each for each in things if field.name in record_as_data(section.record, each)]
        why = f"the format '{format_.name}' has no words for it{_THEN.get(field.name, '')}"
        before = f"'{field.name}' of "
    elif field.form is Form.DATE and not format_.doubt:
        lost = [each for each in things if _is_in_doubt(getattr(each, field.becomes))]
        why = f"the format '{format_.name}' has the date alone"
        before = f"the words or the doubt about '{field.name}' of "
    else:
        return
    if lost:
        yield _lost(section, lost, why, before=before)


def _is_in_doubt(date: PartialDate | None) -> bool:
    """Whether more is said of a date than the date."""
    return date is not None and (date.approximate or bool(date.words))


def label_of(thing: Any) -> str:  # noqa: ANN401 - any of the model
    """What one thing of a structure is called where many are listed."""
    match thing:
        case Relation():
            return " ".join(thing.key)
        case Seat():
            return f"{thing.role} of {thing.body}"
        case Milestone():
            return f"{thing.date} {thing.what}"
        case Waiver():
            return f"{thing.finding} {thing.body}".strip()
        case _:
            return str(thing.id)
