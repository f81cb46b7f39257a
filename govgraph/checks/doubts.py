"""Imprecise dates that decided something, in words."""

from govgraph.analysis.uncertainty import Doubt
from govgraph.checks.seats import say_seat
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure


def say_doubt(structure: Structure, doubt: Doubt) -> str:
    """What the date is of, and the date with the paper's words: `Hart: from April 2010`."""
    record = doubt.record
    if isinstance(record, Body):
        what = record.name
    elif isinstance(record, Relation):
        kind = structure.kinds_of_relation.get(record.kind)
        reads = kind.reads if kind else record.kind.replace("_", " ")
        below, above = structure.name_of(record.from_body), structure.name_of(record.to_body)
        what = f"{below} {reads} {above}"
    else:
        what = f"{say_seat(structure, record)} of {structure.name_of(record.body)}"
    words = f" ({doubt.date.words})" if doubt.date.words else ""
    return f"{what}: {doubt.edge} {doubt.date.spoken()}{words}"
