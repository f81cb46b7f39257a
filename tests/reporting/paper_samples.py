"""Papers for the tests: of a small county, and of names that mean something to some file."""

from dataclasses import replace

from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from govgraph.reporting.paper.paper_blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Labels,
    Paper,
    Paragraph,
    Picture,
    Table,
)
from govgraph.reporting.paper.paper_content import PaperContent, build_paper_content
from govgraph.reporting.paper.paper_words import plain
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN, WAIVED

HOSTILE = tuple(
    map(
        plain,
        (
            "#set text(red) *bold* _it_ $x^2$ @ref <lab> `raw` \\ // /* */ ~ #panic()",
            '<b>Trust</b> & "Partners" \' &amp; &#65;',
            "[a](javascript:alert(1)) | x ![b](c)",
            "- a",
            "1. a",
            "# a",
            "=HYPERLINK(1)",
            "https://example.org www.example.org",
            "\u202eTrust\u200f \x07\x1b[31mred\x00",
            "Tŵr Åsa مجلس 儿童 \U0001f600",
            "A" * 10_000,
        ),
    )
)
LABELS = Labels("Table", "Figure", "Page", "of")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40" viewBox="0 0 90 40">'
    '<rect width="90" height="40" fill="#1F3A5F"/></svg>'
)


def paper_of(*blocks: Block, title: str = "A paper") -> Paper:
    """A paper of these blocks."""
    return Paper(
        title=title,
        subtitle="Below",
        particulars="As at 2010.",
        language="en-GB",
        labels=LABELS,
        blocks=blocks,
    )


def figure(width: float = 90, height: float = 40) -> Figure:
    """A small figure."""
    return Figure(1, "What it shows", "For whoever cannot see it", Picture(SVG, width, height))


def table(*rows: tuple[str, str], number: int = 1) -> Table:
    """A table of two columns."""
    cells = tuple(((left,), (right, right)) for left, right in rows)
    return Table(number, "What it holds", ("Left", "Right"), cells, (0.4, 0.6))


def hostile() -> Paper:
    """Everything that may go wrong, everywhere that text may stand."""
    return paper_of(
        Heading(HOSTILE[0]),
        *map(Paragraph, HOSTILE),
        Heading(HOSTILE[1], 2),
        Bullets(HOSTILE),
        table(*((text, text) for text in HOSTILE)),
        title=HOSTILE[0],
    )


def proposing() -> Structure:
    """A structure that proposes a body."""
    return Structure(
        title="Fleet",
        bodies=(
            Body(id="trust", name="Children's Trust", apex=True),
            Body(id="board", name="Board", status=Status.PROPOSED),
        ),
        relations=(
            Relation(from_body="board", kind="reports_to", to_body="trust", status=Status.PROPOSED),
        ),
    )


def content_of(structure: Structure = COUNTY, *, include: bool = False) -> PaperContent:
    """The content of the paper on a structure; on the small county with findings."""
    tentative = frozenset({Status.PROPOSED}) if include else frozenset()
    graph = AccountabilityGraph(structure, structure.standpoint(include=tentative))
    found = (ITSELF, ORPHAN, WAIVED) if structure is COUNTY else ()
    return build_paper_content(graph, Findings(structure, graph.standpoint, found))


def settled() -> Structure:
    """A structure that proposes nothing and names no seat and no source."""
    return replace(proposing(), bodies=proposing().bodies[:1], relations=())
