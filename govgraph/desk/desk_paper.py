"""The paper as plain data: what the page hands to the writer of Word files that browsers have."""

from typing import TYPE_CHECKING, Any

import govgraph
from govgraph.reporting.paper.paper_blocks import Block, Bullets, Figure, Heading, Paragraph

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph


def paper_as_data(graph: "AccountabilityGraph") -> dict[str, Any]:
    """Everything that the command line's paper says, in its order, captions and numbers."""
    from govgraph.reporting.paper.paper_forms import build_paper, without_slips

    paper = build_paper(graph, without_slips(govgraph.check(graph)))
    labels = paper.labels
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "particulars": paper.particulars,
        "language": paper.language,
        "labels": {
            "table": labels.table,
            "figure": labels.figure,
            "page": labels.page,
            "of": labels.of,
        },
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"is": "heading", "text": block.text, "level": block.level}
    if isinstance(block, Paragraph):
        return {"is": "paragraph", "text": block.text}
    if isinstance(block, Bullets):
        return {"is": "bullets", "items": block.items}
    numbered = {"number": block.number, "caption": block.caption}
    if isinstance(block, Figure):
        picture = block.picture
        size = {"svg": picture.svg, "width": picture.width, "height": picture.height}
        return {"is": "figure", "alternative": block.alternative, **numbered, **size}
    rows = {"headings": block.headings, "rows": block.rows, "widths": block.widths}
    return {"is": "table", **numbered, **rows}
