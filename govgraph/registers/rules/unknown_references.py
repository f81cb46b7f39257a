"""GG106 on a register: bodies, kinds of body and kinds of relation that nothing goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.references import CORRECT, DECLARE, end_with_meant
from govgraph.graph.number_columns import number_type
from govgraph.registers.graph.row_sentences import End, Fill, Named, Worded
from govgraph.registers.reading.categorical import Words
from govgraph.registers.rules.register_findings import NOBODY, RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from govgraph.checks.check import Check
    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.rules.facts import RegisterFacts


def find_unknown_references(check: Check, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    """Every cell that names something which is not there, one finding a cell."""
    yield from _find_unknown_kinds(check, facts)
    yield from _find_unknown_ends(check, facts)


def _find_unknown_kinds(check: Check, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    register = facts.graph.register
    kinds, known = register.bodies.kinds, register.kinds
    if kinds:
        odd = kinds.rows_where(lambda kind: bool(kind) and kind not in known.bodies)
        bodies = odd.astype(number_type(len(register.bodies)))
        yield RegisterGroup(
            check,
            check.severity,
            "{} names ‘{}’, which is no kind of body here{}",
            DECLARE.format("body_kinds"),
            bodies,
            fills=(Named(bodies), Worded(kinds, bodies), _meant(kinds, known.bodies, bodies)),
            variant="unknown kind of body",
        )


def _find_unknown_ends(check: Check, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    register = facts.graph.register
    relations, known = register.relations, register.kinds
    meant = relations.kinds, known.relations
    strange = relations.strangers["row"].to_numpy()
    unknown = relations.kinds.rows_where(lambda kind: kind not in known.relations)
    for end, variant, wrong in (
        ("start", "unknown body", _among(strange, relations.froms)),
        ("kind", "unknown kind of relation", unknown),
        ("end", "unknown body", _among(strange, relations.tos)),
    ):
        rows = wrong.astype(number_type(len(relations)))
        lower, upper = End(rows, upper=False), End(rows, upper=True)
        ends = "{}" if end == "kind" else "."
        named: dict[str, Fill] = {
            "start": lower,
            "kind": Worded(relations.kinds, rows),
            "end": upper,
        }
        yield RegisterGroup(
            check,
            check.severity,
            f"The relation from {{}} to {{}} names ‘{{}}’, which is no {variant[8:]} here{ends}",
            DECLARE.format("relation_kinds") if end == "kind" else CORRECT,
            relations.froms[rows],
            rows,
            fills=(lower, upper, named[end], *([_meant(*meant, rows)] if end == "kind" else [])),
            variant=variant,
        )


def _among(rows: Rows, ends: Integers) -> Rows:
    """Of some rows those at whose end there is nobody."""
    return rows.compress(ends.take(rows) == NOBODY)


def _meant(words: Words, known: Collection[str], rows: Integers) -> Fill:
    """How the sentence about each row ends."""
    ends = end_with_meant(words.values, known)
    return Worded(Words(tuple(ends.get(word, ".") for word in words.values), words.codes), rows)
