"""What findings of a register put to a board: one by one, or by the column."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from govgraph.checks.board import add_board_texts, agree_with_names
from govgraph.registers.graph.row_sentences import Named, make_sentences
from govgraph.registers.reading.body_finder import find_numbers
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.rules.register_findings import NOBODY
from govgraph.wording.lists import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Finding
    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterGroup

    Column = Any  # of Polars, which enters through `graph.registers` alone


@dataclass(frozen=True, slots=True)
class NamesInRegister:
    """What some bodies of a register are called; of others the id serves."""

    name_of: Mapping[str, str]

    def name(self, body: str) -> str:
        """The name of the body with that id."""
        return self.name_of.get(body, body)

    def names(self, bodies: Iterable[str]) -> str:
        """The names of several bodies as a list in a sentence."""
        return join_words([self.name(body) for body in bodies])


def put_to_board(register: Register, check: Check, found: Sequence[Finding]) -> Sequence[Finding]:
    """Findings of a rule with what it puts to a board, as those of a structure have it."""
    if not found:
        return found
    names = _find_names(register, found)
    return [*agree_with_names(names, add_board_texts(names, {check.code: check.board}, found))]


def _find_names(register: Register, findings: Iterable[Finding]) -> NamesInRegister:
    """The names of the bodies that findings are about, and of those in their chains."""
    ids = sorted({id_ for finding in findings for id_ in (*finding.about, *finding.chain)})
    numbers = find_numbers(register, ids)
    found = zip(ids, numbers.tolist(), strict=True)
    known = {id_: number for id_, number in found if number != UNKNOWN}
    names = register.bodies.names.gather(list(known.values())).to_list()
    return NamesInRegister(dict(zip(known, names, strict=True)))


def make_board_sentences(
    register: Register, group: RegisterGroup, some: slice
) -> tuple[Column, Column] | None:
    """What some findings of a group put to a board, and what it may resolve; None of the record.

    Of further bodies, of which there may be any number, no names are given.
    """
    if group.check.board is None:
        return None
    slots = {slot: Named(bodies) for slot, bodies in group.ends.items()}
    if len(group) and group.bodies[0] != NOBODY:
        slots["body"] = Named(group.bodies)
    text = group.check.board.for_many(group.variant, slots)
    rows = range(*some.indices(len(group)))
    matter = _fill(register, text.matter, slots, rows)
    return matter, _fill(register, text.recommendation, slots, rows)


def _fill(register: Register, says: str, slots: Mapping[str, Named], some: range) -> Column:
    """A sentence for each of some findings, with names in its slots."""
    parts = [*Formatter().parse(says)]
    fields = [field for _, field, _, _ in parts if field]
    gaps = "".join(text + ("" if field is None else "{}") for text, field, _, _ in parts)
    rows = slice(some.start, some.stop)
    made = make_sentences(register, gaps, [slots[field] for field in fields], rows)
    return made if fields else made.new_from_index(0, len(some))
