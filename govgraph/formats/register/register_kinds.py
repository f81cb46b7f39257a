"""The kinds that a register knows: those built in, and those declared in tables beside it.

A register says of each body and relation only what kind it is. What a kind of its own means, and
whether it makes a line of account, stands in `body_kinds` and `relation_kinds`, the same
two tables that a structure written as CSV or Parquet has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govgraph.model.kinds import (
    BODY_KINDS,
    PRESUMED_KIND,
    RELATION_KINDS,
    BodyClass,
    BodyKind,
    RelationKind,
)

TABLES = ("body_kinds", "relation_kinds")
_SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Every kind of body and of relation by its id, and those that are declared."""

    bodies: Mapping[str, BodyKind] = field(default_factory=lambda: BODY_KINDS)
    relations: Mapping[str, RelationKind] = field(default_factory=lambda: RELATION_KINDS)
    body_kinds: tuple[BodyKind, ...] = ()
    relation_kinds: tuple[RelationKind, ...] = ()

    def class_of(self, kind: str) -> BodyClass:
        """The class of bodies of that kind; of one that nobody knows, of those that decide."""
        known = self.bodies.get(kind or "body")
        return known.body_class if known else BodyClass.DECIDES

    def is_accountability(self, kind: str) -> bool:
        """Whether a relation of that kind is a line of account."""
        return kind in self.relations and self.relations[kind].is_accountability

    def may_count(self, kind: str) -> bool:
        """Whether it makes a line, stated or presumed, from some standpoint."""
        return kind == PRESUMED_KIND or self.is_accountability(kind)


def find_declared(folder: Path) -> tuple[Path, ...]:
    """The tables of kinds that stand beside those of a register, each in one format."""
    found = []
    for name in TABLES:
        written = (folder / f"{name}{suffix}" for suffix in _SUFFIXES)
        found += [path for path in written if path.is_file()][:1]
    return tuple(found)


def read_kinds(declared: tuple[Path, ...]) -> Kinds:
    """The kinds that a register knows, given its tables of them.

    What their author should hear of, as of kinds that are built in now, is said through logging.

    Raises:
        LoadError: one of these cannot be read; carries every problem.
    """
    if not declared:
        return Kinds()
    import logging

    from govgraph.formats import csv_folder, parquet_folder
    from govgraph.formats.problems import visible

    accounts = [
        reader.read_some(files)
        for reader, suffix in zip((csv_folder, parquet_folder), _SUFFIXES, strict=True)
        if (files := [file for file in declared if file.suffix == suffix])
    ]
    for left in (left for account in accounts for left in account.skipped):
        logging.getLogger(__name__).warning("%s", visible(str(left)))
    structures = [account.structure for account in accounts]
    body_kinds = tuple(kind for each in structures for kind in each.body_kinds)
    relation_kinds = tuple(kind for each in structures for kind in each.relation_kinds)
    return Kinds(
        {**BODY_KINDS, **{kind.id: kind for kind in body_kinds}},
        {**RELATION_KINDS, **{kind.id: kind for kind in relation_kinds}},
        body_kinds,
        relation_kinds,
    )
