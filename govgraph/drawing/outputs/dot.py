"""A diagram as styled DOT, for those who want to go on with Graphviz: the only door to pydot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from govgraph.drawing.outputs.dot_ranks import rank_bodies
from govgraph.drawing.shapes.body_box import NAME_SIZE, chip_words
from govgraph.drawing.shapes.change_marks import outside_colours
from govgraph.drawing.shapes.line_shapes import is_hollow
from govgraph.drawing.svg import escape
from govgraph.drawing.text import measure, on_one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import (
        Dash,
        Diagram,
        DiagramBody,
        DiagramLine,
        End,
        LineStyle,
        Shape,
    )
    from govgraph.drawing.outputs.dot_ranks import DotRanks
    from govgraph.drawing.theme import Theme

_FONT = "Arial"
_TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"'
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


_DASHES: dict[Dash, str] = {
    "solid": "solid",
    "dashed": "dashed",
    "short": "dashed",
    "long": "dashed",
    "dash-dot": "dashed",
    "dotted": "dotted",
}
_HEADS: dict[End, str] = {
    "none": "none",
    "arrow": "vee",
    "triangle": "onormal",
    "diamond": "odiamond",
    "dot": "dot",
    "ring": "odot",
}
"""The dashes and ends of a kind's own; DOT has fewer dashes than we do."""


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
        ranksep="0.4",
        fontname=_quoted(_FONT),
        label=f"<<B>{_html(diagram.title)}</B>>",
        labelloc="t",
        fontcolor=_quoted(theme.page.heading),
        tooltip=_quoted(diagram.title),
    )
    graph.set_node_defaults(fontname=_quoted(_FONT), fontsize=str(NAME_SIZE), style="filled")
    graph.set_edge_defaults(fontname=_quoted(_FONT), fontsize="8")
    ranks = rank_bodies(diagram)
    for place, tier in enumerate(diagram.tiers if ranks.tops else ()):
        graph.add_node(_heading(place, tier, theme))
    for place, area in enumerate(diagram.areas):
        cluster = pydot.Cluster(
            f"area{place}",
            label=f"<<B>{_html(area)}</B>>",
            labeljust="l",
            labelloc="b",  # from bottom to top, that is the upper edge
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
    _add_lines(graph, diagram, ranks, theme)
    _hold_headings(graph, diagram, ranks)
    return str(graph.to_string())


def _add_lines(graph: Any, diagram: Diagram, ranks: DotRanks, theme: Theme) -> None:  # noqa: ANN401 - untyped
    import pydot

    for place, line in enumerate(diagram.lines):
        free = {} if place in ranks.upward else {"constraint": "false"}
        look = _edge(line, theme) | free
        graph.add_edge(pydot.Edge(_quoted(line.from_), _quoted(line.to), **look))


def _heading(place: int, tier: str, theme: Theme) -> Any:  # noqa: ANN401 - untyped
    """The name of a tier. It is named first, so that it stands on the left."""
    import pydot

    return pydot.Node(
        _heading_id(place),
        label=f"<<B>{_html(tier.upper())}</B>>",
        shape="plaintext",
        style='""',
        group="tiers",
        height="0.2",
        fontsize="8.5",
        fontcolor=_quoted(theme.page.heading),
    )


def _hold_headings(graph: Any, diagram: Diagram, ranks: DotRanks) -> None:  # noqa: ANN401 - untyped
    """Unseen lines that hold each heading above its bodies and below those of the tier before."""
    import pydot

    held = [
        (_heading_id(place), _heading_id(place - 1), "9")
        for place in range(1, len(diagram.tiers) if ranks.tops else 0)
    ]
    held += [(_quoted(body), _heading_id(place), "0") for body, place in ranks.tops]
    held += [(_heading_id(place), _quoted(body), "0") for body, place in ranks.bottoms]
    for lower, upper, weight in held:
        graph.add_edge(pydot.Edge(lower, upper, style="invis", weight=weight))


def _heading_id(place: int) -> str:
    """The identifier of a tier's heading: no identifier of a body has a space in it."""
    return _quoted(f"tier {place + 1}")


def _node(body: DiagramBody, theme: Theme) -> dict[str, Any]:
    colours = outside_colours(theme) if body.outside else theme.bodies[body.shape]
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
    colours = outside_colours(theme) if body.outside else theme.bodies[body.shape]
    kind = colours.label if body.status == "active" else colours.border
    rows = [_row((body.kind_label.upper(),), 7, colour=kind)] if body.kind_label else []
    rows.append(_row(wrap(body.name, NAME_SIZE, _WIDEST, "bold"), NAME_SIZE))
    rows += [_row((words,), 8.4, bold=False) for words in body.meta if words]
    for words, role in chip_words(body):
        colour = theme.page.missing if role == "vacancy" else theme.page.ink
        chip = _row((words,), 7.2, colour=colour)
        frame = f'{_TABLE.replace("0", "1", 1)} COLOR="{colour}" BGCOLOR="#ffffff"'
        rows.append(f"<TR><TD>{frame}>{chip}</TABLE></TD></TR>")
    return f"{_TABLE}>{''.join(rows)}</TABLE>"


def _row(lines: Sequence[str], size: float, *, bold: bool = True, colour: str = "") -> str:
    """A row of a table; one with letters whose width Graphviz does not know says how wide it is."""
    text = "<BR/>".join(map(_html, lines))
    text = f"<B>{text}</B>" if bold else text
    if size != NAME_SIZE:
        coloured = f' COLOR="{colour}"' if colour else ""
        text = f'<FONT POINT-SIZE="{size:g}"{coloured}>{text}</FONT>'
    room = ""
    if not all(line.isascii() for line in lines):
        width = max(measure(line, size, "bold" if bold else "regular") for line in lines)
        room = f' WIDTH="{math.ceil(width) + 2}"'
    return f"<TR><TD{room}>{text}</TD></TR>"


def _edge(line: DiagramLine, theme: Theme) -> dict[str, Any]:
    colours = theme.lines[line.style]
    colour = colours.colour
    ends = dict(_ENDS[line.style])
    if line.look.dash:
        ends["style"] = _DASHES[line.look.dash]
    if line.look.end:
        ends |= {key: _HEADS[line.look.end] for key in ("arrowhead", "arrowtail") if key in ends}
    look = {key: _quoted(value) for key, value in ends.items()}
    look["color"] = _quoted(f"{colour}:#ffffff:{colour}" if is_hollow(line.status) else colour)
    look["penwidth"] = f"{colours.width:g}"
    look["tooltip"] = _quoted(line.label)
    if line.scope:
        look["label"] = f"<<I>{_html(line.scope)}</I>>"
    return look


def _html(text: str) -> str:
    r"""A text in an HTML-like label, where Graphviz refuses type with nothing in it.

    It puts the name of the node in place of `\N` there too, and takes two backslashes for one.
    """
    return escape(text).replace("\\", "\\\\") or " "


def _quoted(text: str) -> str:
    """A text as a quoted DOT string, whatever stands in it."""
    return '"' + on_one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
