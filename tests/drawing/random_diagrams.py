"""Diagrams made by a seed: tidy counties and the messes that real registers are."""

from __future__ import annotations

import random

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine, LineStyle
from govgraph.drawing.layout.measures import Measures

_WORDS = ("Local", "Children’s", "Partnership", "Board", "Health", "Wellbeing", "Forum", "Trust")
_STYLES: tuple[tuple[str, LineStyle], ...] = (
    ("accountable_to", "accountable"),
    ("reports_to", "reports"),
    ("part_of", "part"),
    ("supports", "support"),
    ("represented_on", "represents"),
    ("oversees", "oversight"),
    ("liaises_with", "liaison"),
)
_UPWARD = 3


def messy_diagram(
    seed: int, bodies: int = 16, extra: int = 8, tiers: int = 0, areas: int = 0
) -> Diagram:
    """A diagram with several components, rings, self lines, two superiors and parallel lines."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    tier_names = tuple(f"Tier {number}" for number in range(tiers))
    area_names = tuple(f"Area {number}" for number in range(areas))
    found = tuple(
        DiagramBody(
            id=f"b{number:03}",
            name=" ".join(dice.choice(_WORDS) for _ in range(dice.randint(1, 6))),
            tier=dice.choice((*tier_names, *tier_names, None)) if tiers else None,
            area=dice.choice((*area_names, None)) if areas else None,
            orphan=dice.random() < 0.1,
            apex=number == 0,
        )
        for number in range(bodies)
    )
    lines: dict[tuple[str, str, str], DiagramLine] = {}
    for number in range(1, bodies):
        if dice.random() < 0.8:
            _add(lines, dice, number, dice.randrange(max(0, number - 9), number), _UPWARD)
    for _ in range(extra):
        _add(lines, dice, dice.randrange(bodies), dice.randrange(bodies), len(_STYLES))
    findings = tuple(
        DiagramFinding(
            number=number + 1,
            severity=dice.choice(("error", "warning", "information")),
            bodies=(f"b{dice.randrange(bodies):03}",),
            text="Something is wrong.",
            line=dice.randrange(len(lines)) if lines and dice.random() < 0.3 else None,
        )
        for number in range(bodies // 4)
    )
    return Diagram(
        title=f"Mess {seed}",
        bodies=found,
        lines=tuple(lines.values()),
        tiers=tier_names,
        areas=area_names,
        findings=findings,
    )


def _add(
    lines: dict[tuple[str, str, str], DiagramLine],
    dice: random.Random,
    lower: int,
    upper: int,
    styles: int,
) -> None:
    kind, style = _STYLES[dice.randrange(styles)]
    line = DiagramLine(
        from_=f"b{lower:03}",
        to=f"b{upper:03}",
        kind=kind,
        style=style,
        status=dice.choice(("active", "active", "active", "proposed")),
        scope=dice.choice((None, None, None, "impact on the plan’s priorities")),
    )
    lines.setdefault((line.from_, line.to, line.kind), line)


def county_diagram(
    districts: int, clusters: int = 3, *, tiers: bool = True, linked: bool = True
) -> Diagram:
    """A county: a trust, and in each district a partnership, its sub-clusters, chairs and LSP."""
    found = [_body("trust", "Children’s Trust", "County", None, tiers=tiers)]
    lines: list[DiagramLine] = []
    for number in range(districts):
        area = f"District {number + 1}"
        own = f"d{number:03}"
        found.append(
            _body(own, f"{area} Local Children’s Partnership", "District", area, tiers=tiers)
        )
        lines.append(DiagramLine(own, "trust"))
        for place in range(clusters):
            cluster = f"{own}-s{place}"
            found.append(_body(cluster, f"{area} cluster {place}", "Locality", area, tiers=tiers))
            lines.append(DiagramLine(cluster, own))
        if linked:
            found.append(_body(f"{own}-c", f"{area} Chairs Group", "District", area, tiers=tiers))
            found.append(_body(f"{own}-l", f"{area} LSP", "District", area, tiers=tiers))
            lines.append(DiagramLine(f"{own}-c", f"{own}-l", "liaises_with", style="liaison"))
    return Diagram(
        title="A county",
        bodies=tuple(sorted(found, key=lambda body: body.id)),
        lines=tuple(lines),
        tiers=("County", "District", "Locality") if tiers else (),
        areas=tuple(sorted({body.area for body in found if body.area})),
    )


def _body(own: str, name: str, tier: str, area: str | None, *, tiers: bool) -> DiagramBody:
    return DiagramBody(id=own, name=name, tier=tier if tiers else None, area=area)


def rough_measures(diagram: Diagram) -> Measures:
    """Sizes that grow with the length of the texts, so that layout is tested without fonts."""
    return Measures(
        bodies={
            body.id: (70.0 + 3 * min(len(body.name), 24), 34.0 + 12 * (len(body.name) // 25))
            for body in diagram.bodies
        },
        scopes={
            index: (((line.scope,), (4.0 * len(line.scope) / 2, 20.0)),)
            for index, line in enumerate(diagram.lines)
            if line.scope
        },
        area_label=lambda area, _: (6.0 * len(area), 14.0),
        fit=lambda body, width: (width, 24.0 + 12 * int(8 * len(body) / width)),
    )
