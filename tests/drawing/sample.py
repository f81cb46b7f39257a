"""A small diagram with every form of body and line in it, and a placement made by hand."""

from __future__ import annotations

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.placement import AreaOutline, Badge, Band, Box, Placement, Route, ScopeLabel
from govgraph.drawing.shapes.body_box import size_body
from govgraph.drawing.sheets.labels import size_area_label, size_scope
from govgraph.drawing.theme_file import built_in_theme

THEME = built_in_theme()

BODIES = (
    DiagramBody(
        "trust",
        "Hampshire Children’s Trust",
        "trust",
        "Trust board",
        "trust",
        tier="County",
        meta=("Lead Member for Children’s Services chairs",),
        apex=True,
    ),
    DiagramBody(
        "chairs", "County Chairs Group", "cg", "Chairs group", "chairs-group", tier="County"
    ),
    DiagramBody("board", "Bwrdd Tŵr Ynys Môn", "board", "Board", "board", tier="County"),
    DiagramBody(
        "hart",
        "Hart Local Children’s Partnership",
        "lcp",
        "Local partnership",
        "local-partnership",
        area="Hart",
        tier="District",
    ),
    DiagramBody(
        "lsp",
        "Hart Local Strategic Partnership",
        "lsp",
        "Strategic partnership (LSP)",
        "lsp",
        area="Hart",
        tier="District",
    ),
    DiagramBody(
        "buyers",
        "Joint Commissioning Board",
        "cp",
        "Commissioning partnership",
        "commissioning",
        status="shadow",
        tier="District",
    ),
    DiagramBody(
        "fleet",
        "Fleet",
        "sub",
        "Sub-cluster",
        "sub-group",
        area="Hart",
        tier="Locality",
        chips=("CHAIR VACANT",),
    ),
    DiagramBody(
        "yateley",
        "Yateley & Frogmore <proposed>",
        "sub",
        "Sub-cluster",
        "sub-group",
        "proposed",
        area="Hart",
        tier="Locality",
    ),
    DiagramBody("old", "Predecessors", "p", "Partnership", "neutral", count=11, tier="Locality"),
    DiagramBody("panel", "Youth Panel", "y", "Youth voice", orphan=True, tier="Locality"),
    DiagramBody("gone", "Old Executive", "b", "Executive", "board", "ended", tier="Locality"),
)

LINES = (
    DiagramLine("hart", "trust"),
    DiagramLine("fleet", "hart"),
    DiagramLine("yateley", "hart", status="proposed"),
    DiagramLine("chairs", "trust", "reports_to", "reports to", "reports"),
    DiagramLine("chairs", "hart", "supports", "supports", "support"),
    DiagramLine("board", "chairs", "represented_on", "is represented on", "represents"),
    DiagramLine("buyers", "board", "overseen_by", "is overseen by", "oversight", scope="on impact"),
    DiagramLine("hart", "lsp", "liaises_with", "liaises with", "liaison"),
    DiagramLine("old", "lsp", "part_of", "is part of", "part"),
    DiagramLine("gone", "buyers", "reports_to", "reports to", "reports", "ended"),
)

FINDINGS = (
    DiagramFinding(1, "error", ("panel",), "Youth Panel: no line of account.", code="GG101"),
    DiagramFinding(2, "warning", ("fleet",), "Fleet: the chair is vacant.", code="GG202"),
    DiagramFinding(13, "information", (), "The scope of a line is narrow.", line=6),
)

DIAGRAM = Diagram(
    title="Children’s partnership arrangements",
    subtitle="Who is accountable to whom",
    block=(("Paper", "Appendix B"), ("As at", "1 Nov 2008")),
    bodies=BODIES,
    lines=LINES,
    tiers=("County", "District", "Locality"),
    areas=("Hart",),
    findings=FINDINGS,
    sources=("Terms of reference, s. 3", "Children’s Plan, annex 2."),
    left_out=("Left out: 2 relations outside this view.",),
    language="en-GB",
)

_MIDDLES = {
    "trust": (230, 60),
    "chairs": (430, 60),
    "board": (640, 60),
    "hart": (230, 190),
    "lsp": (430, 190),
    "buyers": (640, 190),
    "fleet": (100, 320),
    "yateley": (250, 320),
    "old": (430, 320),
    "panel": (560, 320),
    "gone": (680, 320),
}


def boxes() -> dict[str, Box]:
    """The boxes of the bodies, each as large as its text asks for."""
    found = {}
    for body in BODIES:
        text = size_body(body, THEME, max_width=130)
        x, y = _MIDDLES[body.id]
        across, down = text.width / 2, text.height / 2
        found[body.id] = Box(x - across, y - down, x + across, y + down)
    return found


def placement() -> Placement:
    """All of it placed: lines go straight up and along, as a router would lead them."""
    found = boxes()
    routes = tuple(
        Route(index, _way(found[line.from_], found[line.to])) for index, line in enumerate(LINES)
    )
    width, height = size_area_label("Hart", THEME)
    lines, (scope_width, scope_height) = size_scope("on impact", THEME)
    return Placement(
        width=760,
        height=380,
        boxes=tuple(sorted(found.items())),
        routes=routes,
        areas=(
            AreaOutline("Hart", Box(10, 130, 520, 370), Box(24, 125, 24 + width, 125 + height)),
        ),
        bands=(Band("County", 0, 115), Band("District", 115, 255), Band("Locality", 255, 380)),
        badges=(
            Badge(1, Box(600, 280, 619, 299), "panel"),
            Badge(2, Box(150, 280, 169, 299), "fleet"),
            Badge(13, Box(660, 120, 679, 139)),
        ),
        labels=(ScopeLabel(6, Box(600, 110, 600 + scope_width, 110 + scope_height), lines),),
        notes=("Drawn by hand.",),
    )


def _way(start: Box, end: Box) -> tuple[tuple[float, float], ...]:
    if start.y0 >= end.y1:
        middle = (start.y0 + end.y1) / 2
        return (
            (start.centre[0], start.y0),
            (start.centre[0], middle),
            (end.centre[0], middle),
            (end.centre[0], end.y1),
        )
    if start.y1 <= end.y0:
        return ((start.centre[0], start.y1), (end.centre[0], end.y0))
    y = start.centre[1]
    return ((start.x0, y), (end.x1, y)) if start.x0 > end.x0 else ((start.x1, y), (end.x0, y))
