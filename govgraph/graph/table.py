"""Bodies and lines of account as integer columns: what every check is worked out on.

A line runs **from the one who answers to the one who is answered to**. That is said here, once;
everything else says *superior* and *subordinate*.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govgraph.graph.engine import ByteColumn, IntegerColumn
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure


@dataclass(frozen=True, slots=True)
class Table:
    """The bodies of a structure numbered from 0, and the lines that hold between them.

    Attributes:
        ids: the id of each body; a body that does not hold keeps its number.
        number: the number of each id.
        present: one byte a body, 1 where it holds from the standpoint.
        apex: one byte a body, 1 where it holds and accountability may end there.
        froms: for each line, the number of the body that answers.
        tos: for each line, the number of the body that is answered to.
        relations: for each line, the index of its relation in the structure.
    """

    ids: Sequence[str]
    number: Mapping[str, int]
    present: ByteColumn
    apex: ByteColumn
    froms: IntegerColumn
    tos: IntegerColumn
    relations: IntegerColumn

    def __len__(self) -> int:
        return len(self.ids)


def build_table(structure: Structure, standpoint: Standpoint) -> Table:
    """The table of a structure's bodies and of the lines that hold from a standpoint.

    Relations to or from an unknown body make no line: rule GG106 speaks of them.
    """
    number = {body.id: index for index, body in enumerate(structure.bodies)}
    present = bytearray(map(standpoint.holds, structure.bodies))
    apex = bytearray(
        body.apex and here for body, here in zip(structure.bodies, present, strict=True)
    )
    froms, tos, relations = array("i"), array("i"), array("i")
    for index, relation in enumerate(structure.relations):
        if not counts_as_line(structure, standpoint, relation):
            continue
        below, above = number.get(relation.from_body), number.get(relation.to_body)
        if below is None or above is None or not (present[below] and present[above]):
            continue
        if standpoint.holds(relation):
            froms.append(below)
            tos.append(above)
            relations.append(index)
    return Table(tuple(number), number, present, apex, froms, tos, relations)


def counts_as_line(structure: Structure, standpoint: Standpoint, relation: Relation) -> bool:
    """Whether a relation's kind makes a line of account, stated or, where asked, presumed."""
    if structure.is_accountability(relation):
        return True
    return standpoint.presume and relation.kind == PRESUMED_KIND
