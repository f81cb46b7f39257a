"""Relations as sentences, and how the end of a chain is known."""

from govgraph.model.bodies import ApexBasis
from govgraph.model.structure import Structure
from govgraph.wording.verbs import format_tie

_HOW_AN_END_IS_KNOWN = {
    ApexBasis.IMPLIED: ", which is implied and not stated to be the end",
    ApexBasis.JUDGEMENT: ", taken as the end by judgement",
}


def format_relation(structure: Structure, key: tuple[str, str, str]) -> str:
    """A relation as a sentence without its full stop: `Hart is part of the Trust`."""
    below, kind, above = key
    known = structure.kinds_of_relation.get(kind)
    reads = known.reads if known else kind.replace("_", " ")
    return format_tie(structure.name_of(below), reads, structure.name_of(above))


def format_apex_basis(basis: ApexBasis | None) -> str:
    """How it is known that accountability may end there, where no source says so; or nothing."""
    return _HOW_AN_END_IS_KNOWN.get(basis, "") if basis else ""
