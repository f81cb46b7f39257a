"""Who answers to whom of one body: its chains upward, and everybody below it."""

from typing import TYPE_CHECKING, Any

import govgraph

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph


def body_as_data(graph: "AccountabilityGraph", body: str) -> dict[str, Any]:
    """The chains of a body by names, each with where it leads; and who answers to it, as a tree.

    Raises:
        UnknownNameError: there is no such body.
    """
    from govgraph.reporting.answer_text import draw_rails, format_outcome

    structure = graph.structure
    above, below = govgraph.chain(graph, body), govgraph.reports(graph, body)
    chains = [
        {
            "outcome": f"{words[:1].upper()}{words[1:]}.",
            "bodies": [structure.name_of(each) for each in chain.bodies],
        }
        for chain in above.chains
        for words in [format_outcome(structure, chain)]
    ]
    rails = draw_rails(below.tree)
    tree = [
        f"{rail}{structure.name_of(branch.line.subordinate)}{' (see above)' if branch.seen else ''}"
        for branch, rail in zip(below.tree, rails, strict=True)
    ]
    return {"name": structure.name_of(above.body), "chains": chains, "below": tree}
