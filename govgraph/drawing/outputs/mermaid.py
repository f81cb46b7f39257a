"""A diagram as Mermaid, for a wiki or a README that draws it itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.shapes.body_box import chip_words
from govgraph.drawing.shapes.change_marks import outside_colours
from govgraph.drawing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, LineStyle, Shape
    from govgraph.drawing.theme import Theme

_BRACKETS: dict[Shape, tuple[str, str]] = {
    "local-partnership": ("(", ")"),
    "chairs-group": ("{{", "}}"),
    "lsp": ("([", "])"),
    "commissioning": ("[[", "]]"),
}
_ARROWS: dict[LineStyle, str] = {
    "accountable": "==>",
    "reports": "-->",
    "part": "---",
    "support": "-.->",
    "represents": "--o",
    "oversight": "-.->",
    "liaison": "o--o",
}
_SAFE = {
    ord(character): f"#{ord(character)};" for character in '#"&<>`|\\'
}  # Mermaid's own escapes: a number sign, the code point, a semicolon


def write_mermaid(diagram: Diagram, theme: Theme) -> str:
    """A diagram as a Mermaid flowchart, superiors above; every line says its relation in words."""
    ids = {body.id: f"b{place}" for place, body in enumerate(diagram.bodies)}
    return "\n".join(
        (
            "---",
            f'title: "{_plain(diagram.title)}"',
            "---",
            "flowchart BT",
            *_bodies(diagram, ids),
            *(f"  {_line(line, ids)}" for line in diagram.lines),
            *_classes(diagram, theme, ids),
            *_line_colours(diagram, theme),
            "",
        )
    )


def _bodies(diagram: Diagram, ids: dict[str, str]) -> Iterator[str]:
    for place, area in enumerate(diagram.areas):
        yield f'  subgraph area{place}["{_safe(area)}"]'
        yield from (
            f"    {_body(body, ids[body.id])}" for body in diagram.bodies if body.area == area
        )
        yield "  end"
    for body in diagram.bodies:
        if body.area not in diagram.areas:
            yield f"  {_body(body, ids[body.id])}"


def _body(body: DiagramBody, name: str) -> str:
    opening, closing = _BRACKETS.get(body.shape, ("[", "]"))
    rows = [
        *([f"<small>{_safe(body.kind_label.upper())}</small>"] if body.kind_label else []),
        f"<b>{_safe(body.name)}</b>",
        *map(_safe, body.meta),
        *(f"<b>{_safe(words)}</b>" for words, _ in chip_words(body)),
    ]
    return f'{name}{opening}"{"<br/>".join(rows)}"{closing}'


def _line(line: DiagramLine, ids: dict[str, str]) -> str:
    words = [line.label, line.scope, None if line.status == "active" else f"({line.status})"]
    label = _safe(" ".join(word for word in words if word))
    return f'{ids[line.from_]} {_ARROWS[line.style]}|"{label}"| {ids[line.to]}'


def _classes(diagram: Diagram, theme: Theme, ids: dict[str, str]) -> Iterator[str]:
    """The colours of the forms, and which bodies wear them."""
    for shape, colours in theme.bodies.items():
        members = [body for body in diagram.bodies if body.shape == shape]
        name = shape.replace("-", "_")
        if members:
            yield (
                f"  classDef {name} fill:{colours.fill},color:{colours.text},"
                f"stroke:{colours.border},stroke-width:{colours.width:g}px"
            )
            yield f"  class {','.join(ids[body.id] for body in members)} {name}"
    planned = [ids[body.id] for body in diagram.bodies if body.status != "active"]
    if planned:
        yield f"  classDef planned fill:#ffffff,color:{theme.page.ink},stroke-dasharray:5 3"
        yield f"  class {','.join(planned)} planned"
    outside = [ids[body.id] for body in diagram.bodies if body.outside]
    if outside:
        look = outside_colours(theme)
        yield f"  classDef outside fill:{look.fill},color:{look.text},stroke:{look.border}"
        yield f"  class {','.join(outside)} outside"
    orphans = [ids[body.id] for body in diagram.bodies if body.orphan]
    if orphans:
        yield f"  classDef orphan stroke:{theme.page.missing},stroke-width:3px"
        yield f"  class {','.join(orphans)} orphan"


def _line_colours(diagram: Diagram, theme: Theme) -> Iterator[str]:
    for style, colours in theme.lines.items():
        places = [str(place) for place, line in enumerate(diagram.lines) if line.style == style]
        if places:
            yield f"  linkStyle {','.join(places)} stroke:{colours.colour}"


def _safe(text: str) -> str:
    return on_one_line(text).translate(_SAFE)


def _plain(text: str) -> str:
    """A text within the double quotes of YAML, in which the title stands."""
    return on_one_line(text).replace("\\", "\\\\").replace('"', '\\"')
