"""What the papers leave open, in sentences."""

from govgraph.analysis.evidence_gaps import EvidenceGap, GapReason
from govgraph.model.structure import Structure
from govgraph.wording.lists import NAMED, join_words


def format_evidence_gap(structure: Structure, one: EvidenceGap, most: int = NAMED) -> str:
    """What nobody says, as a sentence or two that name at most so many of the bodies."""
    names = join_words(sorted(map(structure.name_of, one.bodies)), most)
    source = structure.source_by_id.get(one.source)
    paper = f"‘{source.title}’" if source else "this structure"
    date = source.date if source else structure.as_at
    when = f" ({date.spoken()})" if date else ""
    return {
        GapReason.UNDATED_PROPOSAL: f"Proposed without a date, and counted on both sides: {names}.",
        GapReason.FIRST_HEARD: (
            f"First heard of in {paper}{when}, which does not say when they began, and counted "
            f"on both sides: {names}."
        ),
        GapReason.LAST_HEARD: (
            f"Last heard of in {paper}{when}. No later paper says that they went on, changed or "
            f"ended, and they are counted on both sides: {names}."
        ),
        GapReason.PROPOSAL_SILENT: (
            f"Whether these end, or go on beside what is proposed, is not said, and they are "
            f"counted on both sides: {names}."
        ),
        GapReason.BEYOND_SOURCES: (
            f"No paper is later than {paper}{when}. These are counted on both sides because none "
            f"says that they end: {names}."
        ),
    }[one.what]
