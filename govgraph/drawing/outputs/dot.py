"""A diagram as styled DOT, for those who want to go on with Graphviz: the only door to pydot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govgraph.drawing.strokes.body_box import NAME_SIZE, chip_words
from govgraph.drawing.strokes.lines import is_hollow
from govgraph.drawing.svg import escape
from govgraph.drawing.text import wrap

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, LineStyle, Shape
    from govgraph.drawing.theme import Theme

_FONT = "Arial"
_WIDEST = 150.0  # of a name, in points, before it wraps
_SHAPES: dict[Shape, dict[str, str]] = {
    "trust": {"shape": "box", "peripheries": "2"},
    "local-partnership": {"shape": "box", "style": "rounded"},
    "chairs-group": {"shape": "hexagon", "margin": "0.03,0.03"},
    "lsp": {"shape": "octagon", "margin": "0.02,0.02"},
    "commissioning": {"shape": "component"},
}
_ENDS: dict[LineStyle, dict[str, str]] = {
    "accountable": {"arrowhead": "normal"},
    "reports": {"arrowhead": "vee"},
    "part": {"arrowhead": "none"},
    "support": {"arrowhead": "odiamond", "style": "dotted"},
    "represents": {"arrowhead": "dot", "style": "dashed"},
    "oversight": {"arrowhead": "onormal", "style": "dashed"},
    "liaison": {"arrowhead": "odot", "arrowtail": "odot", "dir": "both", "style": "dashed"},
}


def write_dot(diagram: Diagram, theme: Theme) -> str:
    """A diagram as DOT: superiors above, areas as clusters, forms and lines as near as DOT can.

    Any name is safe: identifiers are quoted, and labels are escaped as HTML-like text.
    """
    import pydot

    graph = pydot.Dot(
        "governance",
        graph_type="digraph",
        rankdir="BT",
        newrank="true",
        nodesep="0.4",
        ranksep="0.55",
        fontname=_quoted(_FONT),
        label=f"<<B>{_html(diagram.title)}</B>>",
        labelloc="t",
        fontcolor=_quoted(theme.page.heading),
        tooltip=_quoted(diagram.title),
    )
    graph.set_node_defaults(fontname=_quoted(_FONT), fontsize=str(NAME_SIZE), style="filled")
    graph.set_edge_defaults(fontname=_quoted(_FONT), fontsize="8")
    for place, area in enumerate(diagram.areas):
        cluster = pydot.Cluster(
            f"area{place}",
            label=f"<<B>{_html(area)}</B>>",
            labeljust="l",
            fontsize="9",
            style="rounded",
            margin="14",
            color=_quoted(theme.page.area),
        )
        for body in diagram.bodies:
            if body.area == area:
                cluster.add_node(pydot.Node(_quoted(body.id), **_node(body, theme)))
        graph.add_subgraph(cluster)  # type: ignore[arg-type]  # a Cluster is one, untold
    for body in diagram.bodies:
        if body.area not in diagram.areas:
            graph.add_node(pydot.Node(_quoted(body.id), **_node(body, theme)))
    _add_lines(graph, diagram, theme)
    return str(graph.to_string())


def _add_lines(graph: Any, diagram: Diagram, theme: Theme) -> None:  # noqa: ANN401 - untyped
    import pydot

    for tier in diagram.tiers:
        level = pydot.Subgraph("", rank="same")
        for body in diagram.bodies:
            if body.tier == tier:
                level.add_node(pydot.Node(_quoted(body.id)))
        graph.add_subgraph(level)
    tiers = {body.id: body.tier for body in diagram.bodies}
    for line in diagram.lines:
        level_line = tiers[line.from_] is not None and tiers[line.from_] == tiers[line.to]
        look = _edge(line, theme) | ({"constraint": "false"} if level_line else {})
        graph.add_edge(pydot.Edge(_quoted(line.from_), _quoted(line.to), **look))


def _node(body: DiagramBody, theme: Theme) -> dict[str, Any]:
    colours = theme.bodies[body.shape]
    form = _SHAPES.get(body.shape, {"shape": "box"})
    active = body.status == "active"
    styles = [form.get("style"), "filled", None if active else "dashed"]
    return form | {
        "style": _quoted(",".join(style for style in styles if style)),
        "fillcolor": _quoted(colours.fill if active else "#ffffff"),
        "color": _quoted(theme.page.missing if body.orphan else colours.border),
        "fontcolor": _quoted(colours.text if active else theme.page.ink),
        "penwidth": f"{colours.width * (1.6 if body.orphan else 1):g}",
        "margin": _quoted(form.get("margin", "0.11,0.055")),
        "label": f"<{_label(body, theme)}>",
        "tooltip": _quoted(body.caption),
    }


def _label(body: DiagramBody, theme: Theme) -> str:
    """Kind, name, small lines and chips below one another, as an HTML-like table."""
    colours = theme.bodies[body.shape]
    kind = colours.label if body.status == "active" else colours.border
    label = _html(body.kind_label.upper())
    name = "<BR/>".join(map(_html, wrap(body.name, NAME_SIZE, _WIDEST, "bold")))
    rows = [
        *([f'<FONT POINT-SIZE="7" COLOR="{kind}"><B>{label}</B></FONT>'] if label else []),
        f"<B>{name}</B>",
        *(f'<FONT POINT-SIZE="8.4">{_html(words)}</FONT>' for words in body.meta if words),
    ]
    for words, role in chip_words(body):
        colour = theme.page.missing if role == "vacancy" else theme.page.ink
        rows.append(
            f'<TABLE BORDER="1" CELLBORDER="0" CELLPADDING="1" CELLSPACING="0" COLOR="{colour}" '
            f'BGCOLOR="#ffffff"><TR><TD><FONT POINT-SIZE="7.2" COLOR="{colour}">'
            f"<B>{_html(words)}</B></FONT></TD></TR></TABLE>"
        )
    cells = "".join(f"<TR><TD>{row}</TD></TR>" for row in rows)
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{cells}</TABLE>'


def _edge(line: DiagramLine, theme: Theme) -> dict[str, Any]:
    colours = theme.lines[line.style]
    colour = colours.colour
    look = {key: _quoted(value) for key, value in _ENDS[line.style].items()}
    look["color"] = _quoted(f"{colour}:#ffffff:{colour}" if is_hollow(line.status) else colour)
    look["penwidth"] = f"{colours.width:g}"
    look["tooltip"] = _quoted(line.label)
    if line.scope:
        look["label"] = f"<<I>{_html(line.scope)}</I>>"
    return look


def _html(text: str) -> str:
    """A text in an HTML-like label, where Graphviz refuses type with nothing in it."""
    return escape(text) or " "


def _quoted(text: str) -> str:
    """A text as a quoted DOT string, whatever stands in it."""
    safe = "".join(character if character.isprintable() else " " for character in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
