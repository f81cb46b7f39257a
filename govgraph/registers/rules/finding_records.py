"""Findings of a register one by one, as those of a structure are told: some, never all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.finding import Finding, Subject
from govgraph.errors import Place
from govgraph.registers.graph.body_lists import Lists, name_lists
from govgraph.registers.graph.row_sentences import make_sentences, make_subjects
from govgraph.registers.rules.board import put_to_board
from govgraph.registers.rules.in_full import cut_excerpt
from govgraph.registers.rules.register_findings import NOBODY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from govgraph.graph.line_columns import Rows
    from govgraph.registers.reading.mapped_texts import Texts
    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

    Column = Any  # of Polars, which enters through `graph.registers` alone


def list_some(findings: RegisterFindings, most: int) -> tuple[Finding, ...]:
    """So many findings, the gravest first: all of the rarer kinds, and of each other as many."""
    shares: dict[int, int] = {}
    room = most
    groups = sorted(enumerate(findings.groups), key=lambda pair: len(pair[1]))
    for done, (place, group) in enumerate(groups):
        shares[place] = min(len(group), room // (len(groups) - done))
        room -= shares[place]
    chosen = [np.arange(shares[place]) for place in range(len(findings.groups))]
    told = list_each(findings, list(zip(findings.groups, chosen, strict=True)))
    return tuple(finding for some in told for finding in some)


def list_about(findings: RegisterFindings, bodies: Rows) -> tuple[Finding, ...]:
    """Every finding about some bodies, in the order in which findings are listed."""
    asked = np.zeros(len(findings.graph) + 1, dtype=np.bool_)  # NOBODY reads the last
    asked[bodies] = True
    chosen = [(group, np.flatnonzero(asked[group.bodies])) for group in findings.groups]
    told = [finding for some in list_each(findings, chosen) for finding in some]
    return tuple(sorted(told, key=lambda finding: finding.order))


def list_each(
    findings: RegisterFindings, chosen: Sequence[tuple[RegisterGroup, Rows]]
) -> list[Sequence[Finding]]:
    """Some findings of each of some groups, by their places in it.

    Where a rule has more to say of a structure, it says it of an excerpt around the bodies.
    """
    excerpt = cut_excerpt(findings, chosen)
    told: list[Sequence[Finding]] = []
    for group, places in chosen:
        findings.graph.register.let_go()
        plainly = _list_plainly(findings, group, places)
        fully = [excerpt.word(group, one) for one in plainly] if excerpt else plainly
        told.append(put_to_board(findings.graph.register, group.check, fully))
    return told


def _list_plainly(findings: RegisterFindings, group: RegisterGroup, places: Rows) -> list[Finding]:
    """Some findings of a group, in the words of its case."""
    if not len(places):
        return []
    register = findings.graph.register
    bodies = group.bodies[places]
    relations = None if group.relations is None else group.relations[places]
    rows = make_subjects(register, bodies, relations).to_dicts()
    messages = make_sentences(register, group.says, group.fills, places).to_list()
    ids, names = (_gather(texts, bodies) for texts in (register.bodies.ids, register.bodies.names))
    remedy = group.case.remedy if group.case else group.remedy
    chains = find_chains(register, group, places).to_list()
    others = find_others(register, group, places).to_list()
    return [
        Finding(
            code=group.check.code,
            name=group.check.name,
            severity=group.severity,
            subject=_subject(row, ids[number]),
            message=message,
            remedy=remedy.format(body=names[number]),
            chain=tuple(chains[number]),
            others=tuple(others[number]),
            variant=group.variant,
            place=Place(row["file"], row["line"], 1) if row["file"] else None,
        )
        for number, (row, message) in enumerate(zip(rows, messages, strict=True))
    ]


def find_chains(register: Register, group: RegisterGroup, places: Rows) -> Column:
    """For each of some findings the ids of the bodies that prove it, upward from who answers."""
    bodies = group.bodies[places]
    alone = Lists((bodies != NOBODY).astype(np.int64), bodies[bodies != NOBODY])
    return name_lists(register, alone if group.chain is None else group.chain(places))


def find_others(register: Register, group: RegisterGroup, places: Rows) -> Column:
    """For each of some findings the ids of further bodies that it touches, sorted."""
    if group.others is None:
        nobody = np.empty(0, dtype=np.int32)
        return name_lists(register, Lists(np.zeros(len(places), dtype=np.int64), nobody))
    return name_lists(register, group.others(places), in_order=True)


def _gather(texts: Texts, bodies: Rows) -> list[str]:
    """The text of each body; nothing for NOBODY."""
    found = iter(texts.gather(bodies[bodies != NOBODY]).to_list())
    return ["" if body == NOBODY else next(found) for body in bodies.tolist()]


def _subject(row: dict[str, Any], body: str) -> Subject:
    relation = None if row["kind"] is None else (row["from"], row["kind"], row["to"])
    return Subject(body=body, relation=relation)
