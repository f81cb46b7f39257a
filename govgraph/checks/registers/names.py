"""GG106 on a register: bodies, kinds of body and kinds of relation that nothing goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.registers.found import NOBODY, Found
from govgraph.graph.registers.rows import End, Fill, Named, Worded
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.check import Check
    from govgraph.checks.registers.footings import Footings
    from govgraph.graph.columns import Flags, Integers

CORRECT = "Correct the name, or add what it names."


def find_unknown_references(check: Check, footings: Footings) -> Iterator[Found]:
    """Every cell that names something which is not there, one finding a cell."""
    register = footings.graph.register
    relations = register.relations
    kinds = register.bodies.kinds
    if kinds:
        bodies = _rows(kinds.where(lambda kind: bool(kind) and kind not in BODY_KINDS))
        yield Found(
            check,
            check.severity,
            "{} names ‘{}’, which is no kind of body here.",
            CORRECT,
            bodies,
            fills=(Named(bodies), Worded(kinds, bodies)),
            variant="unknown kind of body",
        )
    unknown = relations.kinds.where(lambda kind: kind not in RELATION_KINDS)
    for end, variant, wrong in (
        ("start", "unknown body", relations.froms == NOBODY),
        ("kind", "unknown kind of relation", unknown),
        ("end", "unknown body", relations.tos == NOBODY),
    ):
        rows = _rows(wrong)
        lower, upper = End(rows, upper=False), End(rows, upper=True)
        named: dict[str, Fill] = {
            "start": lower,
            "kind": Worded(relations.kinds, rows),
            "end": upper,
        }
        yield Found(
            check,
            check.severity,
            f"The relation from {{}} to {{}} names ‘{{}}’, which is no {variant[8:]} here.",
            CORRECT,
            relations.froms[rows],
            rows,
            fills=(lower, upper, named[end]),
            variant=variant,
        )


def _rows(flags: Flags) -> Integers:
    return np.flatnonzero(flags).astype(np.int32)
