"""A large structure as columns with their lives, from which the table of any day is a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.lives import Lives, build_lives, find_holding
from govgraph.graph.table import Table
from govgraph.model.kinds import PRESUMED_KIND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from govgraph.model.standpoint import Standpoint
    from govgraph.model.structure import Structure

    Integers = NDArray[np.int32]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class DatedTable:
    """The bodies of a structure and everything that could be a line between them, with lives.

    Attributes:
        ids: the id of each body.
        number: the number of each id.
        apex: whether accountability may end at each body while it is there.
        body_lives: the life of each body.
        froms: for each possible line, the number of the body that answers.
        tos: for each possible line, the number of the body that is answered to.
        stated: for each, whether its kind is a line of account; otherwise it is only presumable.
        relations: for each, the index of its relation in the structure.
        lives: the life of each.
    """

    ids: Sequence[str]
    number: Mapping[str, int]
    apex: Flags
    body_lives: Lives
    froms: Integers
    tos: Integers
    stated: Flags
    relations: Integers
    lives: Lives

    def seen_from(self, standpoint: Standpoint) -> Table:
        """The table from a standpoint: the lines that hold, between bodies that hold."""
        present = find_holding(self.body_lives, standpoint)
        holding = find_holding(self.lives, standpoint)
        if not standpoint.presume:
            holding &= self.stated
        holding &= present[self.froms]
        holding &= present[self.tos]
        kept = np.flatnonzero(holding)
        return Table(
            self.ids,
            self.number,
            present,
            self.apex & present,
            self.froms[kept],
            self.tos[kept],
            self.relations[kept],
        )


def build_dated_table(structure: Structure) -> DatedTable:
    """The columns of a structure, from which `seen_from` makes what `build_table` would."""
    number = {body.id: index for index, body in enumerate(structure.bodies)}
    possible = [
        (index, number[relation.from_body], number[relation.to_body])
        for index, relation in enumerate(structure.relations)
        if relation.from_body in number
        and relation.to_body in number
        and (relation.kind == PRESUMED_KIND or structure.is_accountability(relation))
    ]
    columns = np.array(possible, dtype=np.int32).reshape(-1, 3)
    relations = [structure.relations[index] for index, _, _ in possible]
    return DatedTable(
        tuple(number),
        number,
        np.fromiter((body.apex for body in structure.bodies), dtype=np.bool_),
        build_lives(structure.bodies, structure.mentions),
        columns[:, 1].copy(),
        columns[:, 2].copy(),
        np.fromiter(map(structure.is_accountability, relations), dtype=np.bool_),
        columns[:, 0].copy(),
        build_lives(relations, structure.mentions),
    )
