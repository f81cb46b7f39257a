"""What findings of a register put to a board, where they are told one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.checks.board import add_board_texts
from govgraph.checks.wording import join_words
from govgraph.graph.registers.identifiers import UNKNOWN
from govgraph.graph.registers.naming import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Finding
    from govgraph.graph.registers.register import Register


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
    if check.board is None or not found:
        return found
    return [*add_board_texts(_find_names(register, found), {check.code: check.board}, found)]


def _find_names(register: Register, findings: Iterable[Finding]) -> NamesInRegister:
    """The names of the bodies that findings are about, and of those in their chains."""
    ids = sorted({id_ for finding in findings for id_ in (*finding.about, *finding.chain)})
    numbers = find_numbers(register, ids)
    found = zip(ids, numbers.tolist(), strict=True)
    known = {id_: number for id_, number in found if number != UNKNOWN}
    names = register.bodies.names.gather(list(known.values())).to_list()
    return NamesInRegister(dict(zip(known, names, strict=True)))
