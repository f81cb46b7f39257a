"""The word in an answer on imprecise dates that decided it, as text and as data."""

from typing import Any

from govgraph.analysis.uncertainty import Doubt
from govgraph.checks.evidence_sentences import format_doubt
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.record_json import subject_as_data
from govgraph.wording.dates import format_day


def doubts_as_data(doubts: tuple[Doubt, ...]) -> list[dict[str, Any]]:
    """`[{"body" or "relation" or "body" and "seat", "edge", "date", "words"}]`."""
    return [
        {
            **subject_as_data(doubt.record),
            "edge": doubt.edge,
            "date": str(doubt.date),
            "words": doubt.date.words,
        }
        for doubt in doubts
    ]


def doubts_as_text(
    structure: Structure, standpoint: Standpoint, doubts: tuple[Doubt, ...]
) -> list[str]:
    """Lines that say which dates were not precise enough, and by which rule they were read."""
    if not doubts or standpoint.day is None:
        return []
    return [
        f"Not certain on {format_day(standpoint.day)}: these dates are not precise enough.",
        "(What begins in a period is taken to begin on its first day; what ends, on its last.)",
        *(f"  {format_doubt(structure, doubt)}" for doubt in doubts),
    ]
