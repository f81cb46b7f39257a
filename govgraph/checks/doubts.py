"""Imprecise dates that decided something, in words."""

from govgraph.analysis.uncertainty import Doubt
from govgraph.model.structure import Structure
from govgraph.wording.records import format_record


def format_doubt(structure: Structure, doubt: Doubt) -> str:
    """What the date is of, and the date with the paper's words: `Hart: from April 2010`."""
    what = format_record(structure, doubt.record)
    words = f" ({doubt.date.words})" if doubt.date.words else ""
    return f"{what}: {doubt.edge} {doubt.date.spoken()}{words}"
