"""The chain that proves a finding, where its sentence does not name it all."""

from govgraph.checks.finding import Finding
from govgraph.model.structure import Structure

MOST_NAMED = 12
"""Bodies of one chain that are named; of a longer one the last is named after the first of them."""


def format_chain(structure: Structure, finding: Finding) -> str:
    """The names along the chain, from the one who answers upward, or nothing.

    A chain of one body proves no more than the finding says, and one whose bodies all stand in
    the sentence has been told.
    """
    names = [structure.name_of(id_) for id_ in finding.chain]
    if len(names) < 2 or all(name in finding.message for name in names):  # noqa: PLR2004 - a pair
        return ""
    if len(names) > MOST_NAMED:
        left = len(names) - MOST_NAMED
        names[MOST_NAMED - 1 : -1] = [f"({left} more)"]
    return " > ".join(names)
