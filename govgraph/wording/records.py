"""A body, relation or seat in words, a few or all that a source says."""

from govgraph.model.bodies import ApexBasis, Body
from govgraph.model.mentions import Recorded
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from govgraph.wording.seats import format_seat
from govgraph.wording.verbs import format_tie


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
