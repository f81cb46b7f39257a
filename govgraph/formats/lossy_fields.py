"""What a format has no words for: every field of a structure that it does not hold, and of what.

What a format holds is written in `format_list`; a writer that bends something names it itself.
"""

from collections.abc import Iterator
from typing import Any

from govgraph.formats.account import Skipped
from govgraph.formats.fields import SEATED, Field, Form, Section
from govgraph.formats.format_list import EVERY_FIELD, Format
from govgraph.formats.plain_data import record_as_data
from govgraph.formats.record_fields import RELATION, STRUCTURE
from govgraph.formats.section_order import DECLARATIONS, SECTIONS
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Waiver
from govgraph.model.seats import Seat
from govgraph.model.sources import Milestone
from govgraph.model.structure import Structure

_STATUS = "status"
_AS_IF = "what is proposed or ended stands there as if it were in force"
_THEN = {
    "apex": ", and no chain of account ends there",
    "outside": ", and what is outside stands there like any other",
}
"""What becomes of a thing without a field, where that misleads."""
_GOES_WITH = {"apex_basis": "apex"}
"""The fields that say more of another, and go where that goes."""


def find_unwritten_fields(structure: Structure, format_: Format) -> Iterator[Skipped]:
    """Everything that the format does not hold, field by field, in the order of the file."""
    if not format_.holds:
        return
    for section in (*SECTIONS, *DECLARATIONS):
        yield from _in_section(structure, section, format_)
    yield from _of_status(structure, format_)


def _of_status(structure: Structure, format_: Format) -> Iterator[Skipped]:
    """What is lost of the status of anything, said once: it misleads wherever it is lost."""
    counted: list[str] = []
    of: list[str] = []
    for section in SECTIONS:
        held = format_.holds.get(section.attribute or section.name, ())
        if section.record is STRUCTURE or not held or _holds(held, _STATUS):
            continue
        lost = [
            each
            for each in _things(structure, section, format_)
            if _STATUS in record_as_data(section.record, each)
        ]
        counted += [section.counted(len(lost))] if lost else []
        of += map(label_of, lost)
    if counted:
        *first, last = counted
        named = f"{', '.join(first)} and {last}" if first else last
        why = f"the format '{format_.name}' has no words for it: {_AS_IF}"
        yield Skipped(f"'{_STATUS}' of {named}", why, of=tuple(of))


def _holds(held: tuple[str, ...], name: str) -> bool:
    """Whether a field is among those that a format holds of a part."""
    return held == EVERY_FIELD or name in held


def _things(structure: Structure, section: Section, format_: Format) -> list[Any]:
    """The things of a section, but for relations of kinds that the format has no words for."""
    things: list[Any] = list(getattr(structure, section.attribute))
    if section.record is not RELATION or not format_.relations:
        return things
    others = _kinds_lost(structure, format_)
    return [each for each in things if each.kind not in others]


def _in_section(structure: Structure, section: Section, format_: Format) -> Iterator[Skipped]:
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
        for kind in sorted(_kinds_lost(structure, format_)):
            lost = [each for each in things if each.kind == kind]
            why = f"the format '{format_.name}' has no word for that"
            yield _lost(section, lost, why, after=f" of the kind {kind}")
    told = [field for field in section.record.fields if _is_told_apart(field, held)]
    for field in told:
        yield from _of_field(_things(structure, section, format_), section, field, held, format_)


def _is_told_apart(field: Field, held: tuple[str, ...]) -> bool:
    """Whether the loss of a field is told by itself."""
    goes_with = _GOES_WITH.get(field.name, "")
    return field.name != _STATUS and not (goes_with and not _holds(held, goes_with))


def _lost(
    section: Section, things: list[Any], why: str, *, before: str = "", after: str = ""
) -> Skipped:
    """That something of some things of a section is lost."""
    counted = section.counted(len(things))
    return Skipped(f"{before}{counted}{after}", why, of=tuple(map(label_of, things)))


def _of_head(structure: Structure, held: tuple[str, ...], format_: Format) -> Iterator[Skipped]:
    """What is lost of what is said of the structure as a whole."""
    said = record_as_data(STRUCTURE, structure)
    lost = tuple(name for name in said if name not in held)
    if lost and held != EVERY_FIELD:
        why = f"the format '{format_.name}' has no words for it"
        yield Skipped("what is said of the structure as a whole", why, of=lost)


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
) -> Iterator[Skipped]:
    """What is lost of one field: its values, or what is not sure about its dates."""
    if field.form in SEATED:
        return
    if not _holds(held, field.name):
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
