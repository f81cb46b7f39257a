"""The kinds that a register knows: those built in, and those declared in tables beside it.

A register says of each body and relation only what kind it is. What a kind of its own means, and
whether it makes a line of account, stands in `body_kinds.csv` and `relation_kinds.csv`, the same
two tables that a structure written as CSV has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.model.kinds import (
    BODY_KINDS,
    PRESUMED_KIND,
    RELATION_KINDS,
    BodyKind,
    RelationKind,
)

TABLES = ("body_kinds.csv", "relation_kinds.csv")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Every kind of body and of relation by its id, and those that are declared."""

    bodies: Mapping[str, BodyKind] = field(default_factory=lambda: BODY_KINDS)
    relations: Mapping[str, RelationKind] = field(default_factory=lambda: RELATION_KINDS)
    body_kinds: tuple[BodyKind, ...] = ()
    relation_kinds: tuple[RelationKind, ...] = ()

    def is_accountability(self, kind: str) -> bool:
        """Whether a relation of that kind is a line of account."""
        return kind in self.relations and self.relations[kind].is_accountability

    def may_count(self, kind: str) -> bool:
        """Whether it makes a line, stated or presumed, from some standpoint."""
        return kind == PRESUMED_KIND or self.is_accountability(kind)


def find_declared(folder: Path) -> tuple[Path, ...]:
    """The tables of kinds that stand beside those of a register."""
    return tuple(folder / name for name in TABLES if (folder / name).is_file())


def read_kinds(declared: tuple[Path, ...]) -> Kinds:
    """The kinds that a register knows, given its tables of them.

    Raises:
        LoadError: one of these cannot be read; carries every problem.
    """
    if not declared:
        return Kinds()
    from govgraph.formats.csv_folder import read_some

    structure = read_some(declared)
    return Kinds(
        structure.kinds_of_body,
        structure.kinds_of_relation,
        structure.body_kinds,
        structure.relation_kinds,
    )
