"""A body, relation or seat in a few words."""

from govgraph.model.bodies import Body
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
