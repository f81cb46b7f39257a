"""The pictures and the page: draw a structure, report on it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.loading import Asked, load_asked
from govgraph.cli.options import (
    MORE,
    AsAt,
    AsRegister,
    Focus,
    Include,
    OfArea,
    OfKind,
    Presume,
    StructurePath,
    Undated,
)
from govgraph.cli.output import print_talk, print_told, reading_width
from govgraph.cli.progress import working

if TYPE_CHECKING:
    from govgraph.checks.runner import Findings
    from govgraph.graph.accountability import AccountabilityGraph


class Only(StrEnum):
    """Which relations alone to show."""

    ACCOUNTABILITY = "accountability"


class Engine(StrEnum):
    """Who lays out a picture."""

    GOVGRAPH = "govgraph"
    GRAPHVIZ = "graphviz"


class Said(StrEnum):
    """What boxes say on wish."""

    QUORUM = "quorum"
    LIMIT = "limit"


def draw(
    structure: StructurePath,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write: .svg, .png, .pdf, .dot or .mmd (Mermaid).",
            show_default=False,
        ),
    ],
    paper: Annotated[
        str,
        typer.Option(
            metavar="PAPER",
            help="A4, A3 or A2, with -portrait if wanted; 'free' for a screen.",
        ),
    ] = "free",
    view: Annotated[
        str,
        typer.Option(metavar="NAME", help="A view that the file declares, by its name or id."),
    ] = "",
    focus: Annotated[
        str, typer.Option(metavar="BODY", help="Only this body and what is near it.")
    ] = "",
    up: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="With --focus: this many steps upward.")
    ] = 1,
    down: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="With --focus: this many steps downward.")
    ] = 1,
    chain: Annotated[
        str, typer.Option(metavar="BODY", help="Only this body's chains upward.")
    ] = "",
    area: Annotated[
        list[str] | None, typer.Option(metavar="AREA", help=f"Only bodies of this area. {MORE}")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help=f"Only bodies of this kind. {MORE}")
    ] = None,
    tier: Annotated[
        list[str] | None, typer.Option(metavar="TIER", help=f"Only bodies of this tier. {MORE}")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help=f"Only what this source is cited for: what one paper says. {MORE}"
        ),
    ] = None,
    only: Annotated[Only | None, typer.Option(help="Only lines of account.")] = None,
    highlight: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help=f"Badges only for findings of this rule. {MORE}"),
    ] = None,
    collapse: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BODY", help=f"One box with a count for all who answer to this body. {MORE}"
        ),
    ] = None,
    say: Annotated[
        list[Said] | None,
        typer.Option(metavar="quorum|limit", help=f"Print this on each box too. {MORE}"),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="kind,area,tier",
            help="Registers only: group bodies into boxes by kind, area or tier.",
            show_default=False,
        ),
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own colours, fonts and logo.")
    ] = None,
    dpi: Annotated[
        int, typer.Option(metavar="NUMBER", min=24, max=1200, help="For PNG: pixels per inch.")
    ] = 150,
    engine: Annotated[
        Engine,
        typer.Option(
            help="Lay the picture out with govgraph, or with Graphviz from the .dot file."
        ),
    ] = Engine.GOVGRAPH,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    register: AsRegister = False,
) -> None:
    """Draw a structure as a sheet: SVG, PNG, PDF, DOT or Mermaid.

    For a register, the sheet shows groups of bodies and how many lines run between them.

    Example: govgraph draw data/hampshire --include proposed --paper A4 -o hampshire.svg
    """
    given = dict(locals())
    from govgraph.cli.running_draw import DrawRequest, run_draw

    given["saved"] = given.pop("view")
    run_draw(DrawRequest(**given))


def report(
    structure: StructurePath,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="The folder to write to; created if missing.",
            show_default=False,
        ),
    ],
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    register: AsRegister = False,
    focus: Focus = "",
    area: OfArea = None,
    kind: OfKind = None,
) -> None:
    """Print the findings, and write an HTML report and a diagram (SVG and DOT) to a folder.

    With more than 1,000 bodies, the report shows one body at a time and no diagram is written.
    For a register, it covers one part: a body, an area or a kind.

    Example: govgraph report data/hampshire --include proposed -o hampshire-report
    """
    asked = Asked.of(locals())
    from govgraph.reporting.findings.findings_as_text import findings_as_text
    from govgraph.reporting.whole_files import make_folder, write_whole

    graph, findings = load_asked(asked)
    written = _write_report(graph, findings)
    make_folder(output)
    print_told(findings_as_text(findings, reading_width()))
    for name, content in written.items():
        write_whole(output / name, content)
        print_talk(f"wrote {output / name}")


def _write_report(graph: "AccountabilityGraph", findings: "Findings") -> dict[str, str]:
    """The files of a report by name."""
    from govgraph import api
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.outputs.dot import write_dot
    from govgraph.drawing.scene.every_day import build_every_day
    from govgraph.drawing.theme_file import built_in_theme
    from govgraph.reporting.large_page import MOST_INLINE, build_large_page
    from govgraph.reporting.page.html import build_page

    with working("writing the report"):
        if len(graph.structure.bodies) > MOST_INLINE:
            return {"index.html": build_large_page(graph, findings)}
        diagram = api.diagram(graph, findings=findings)
        svg = draw_diagram(diagram).svg_pages[0]
        every_day = build_every_day(graph, diagram)
        ever = draw_diagram(every_day).svg_pages[0] if every_day else ""
        page, dot = build_page(graph, findings, svg, ever), write_dot(diagram, built_in_theme())
        return {"index.html": page, "diagram.svg": svg, "diagram.dot": dot}
