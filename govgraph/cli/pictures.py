"""The pictures and the page: draw a structure, report on it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.loading import load_structure
from govgraph.cli.options import (
    AsAt,
    AsRegister,
    Include,
    Presume,
    StructurePath,
    Undated,
    refuse_options,
    separate,
)
from govgraph.cli.output import print_talk, print_told, reading_width
from govgraph.cli.progress import working

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.paper import Paper


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
            help="Where to: a name ending in .svg, .png, .pdf, .dot or .mmd (Mermaid).",
            show_default=False,
        ),
    ],
    paper: Annotated[
        str,
        typer.Option(
            metavar="PAPER",
            help="A4, A3, A2, with -portrait if wanted; free for a screen.",
        ),
    ] = "free",
    focus: Annotated[
        str, typer.Option(metavar="BODY", help="Only this body and what is near it.")
    ] = "",
    up: Annotated[int, typer.Option(min=0, help="With --focus: so many steps upward.")] = 1,
    down: Annotated[int, typer.Option(min=0, help="With --focus: so many steps downward.")] = 1,
    chain: Annotated[
        str, typer.Option(metavar="BODY", help="Only this body's chains upward.")
    ] = "",
    area: Annotated[list[str] | None, typer.Option(help="Only bodies of this area.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only bodies of this kind.")] = None,
    tier: Annotated[list[str] | None, typer.Option(help="Only bodies of this tier.")] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only what this source is cited for: what one paper says."),
    ] = None,
    only: Annotated[Only | None, typer.Option(help="Only lines of account.")] = None,
    highlight: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Badges only for findings of this rule."),
    ] = None,
    collapse: Annotated[
        list[str] | None,
        typer.Option(metavar="BODY", help="One box with a count for all who answer to this body."),
    ] = None,
    say: Annotated[
        list[Said] | None,
        typer.Option(help="Print this on each box too. Repeat to select more."),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="kind,area,tier",
            help="Of a register: what the bodies of one box have in common.",
            show_default=False,
        ),
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Colours, fonts and logo of your own.")
    ] = None,
    dpi: Annotated[int, typer.Option(min=24, max=1200, help="Of a PNG: pixels an inch.")] = 150,
    engine: Annotated[
        Engine, typer.Option(help="Let Graphviz lay out the picture, as the .dot file says it.")
    ] = Engine.GOVGRAPH,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
    register: AsRegister = False,
) -> None:
    """Draw a structure as a sheet: SVG, PNG, PDF, DOT or Mermaid.

    Of a register the sheet shows groups of bodies, and how many lines lead from one to another.

    Example: govgraph draw data/hampshire --include proposed --paper A4 -o hampshire.svg
    """
    from govgraph import api
    from govgraph.cli.registers import depict_register, is_register
    from govgraph.drawing.catalogue import render_graphviz
    from govgraph.drawing.depiction.views import View
    from govgraph.drawing.theme_file import find_theme
    from govgraph.errors import SettingsError
    from govgraph.reporting.files import write_whole
    from govgraph.reporting.words import say_not_counted

    if engine is Engine.GRAPHVIZ and paper != "free":
        raise SettingsError("Graphviz draws one picture, as large as it is: leave out --paper")
    view = View(
        focus=focus,
        up=up,
        down=down,
        chain=chain,
        area=tuple(area or ()),
        kind=tuple(kind or ()),
        tier=tuple(tier or ()),
        source=tuple(source or ()),
        accountability=only is not None,
        highlight=tuple(highlight or ()),
        collapse=tuple(collapse or ()),
        say=tuple(say or ()),
    )
    if is_register(structure, told=register):
        refuse_options("registers", undated=undated)
        standpoint = (as_at, include or (), presume)
        diagram = depict_register(structure, view, separate(by), standpoint)
    elif by:
        raise SettingsError("--by is for registers; of a structure every body is drawn")
    else:
        loaded = api.load(structure)
        graph = api.build_graph(
            loaded, as_at=as_at, include=include or (), presume=presume, undated=undated
        )
        diagram = api.diagram(graph, view=view)
        if include and (told := say_not_counted(loaded, graph.standpoint)):
            print_talk(told)
    with working(f"drawing {len(diagram.bodies):,} bodies"):
        if engine is Engine.GRAPHVIZ:
            look = find_theme(theme)
            files, advice = render_graphviz(diagram, output, theme=look, dpi=dpi), ""
        else:
            files, advice = _drawn(diagram, output, paper, theme, dpi)
    for path, content in files:
        write_whole(path, content)
        print_talk(f"wrote {path}")
    if advice:
        print_talk(advice)


def _drawn(
    diagram: "Diagram", output: Path, paper: str, theme: Path | None, dpi: int
) -> "tuple[tuple[tuple[Path, str | bytes], ...], str]":
    """The files of a drawing, and on which other paper it would be whole, if on any."""
    from govgraph.drawing.catalogue import PICTURES, render, render_drawing
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.paper import find_paper
    from govgraph.drawing.theme_file import find_theme

    sheet, look = find_paper(paper), find_theme(theme)
    if output.suffix.lower() not in PICTURES:
        return render(diagram, output, paper=sheet, theme=look, dpi=dpi), ""
    drawing = draw_diagram(diagram, paper=sheet, theme=look)
    return render_drawing(drawing, output, dpi=dpi), _advise(drawing, sheet)


def _advise(drawing: "Drawing", paper: "Paper") -> str:
    """Where a drawing on several sheets would fit on one, or nothing."""
    from govgraph.drawing.forms.other_papers import find_whole_papers

    if drawing.parts == 1:
        return ""
    found = [one.option for one in find_whole_papers(drawing.diagram, paper, drawing.theme)]
    return f"it fits on one sheet of {', or of '.join(found)}" if found else ""


def report(
    structure: StructurePath,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="The folder to write into; made if it is not there.",
            show_default=False,
        ),
    ],
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
) -> None:
    """Print the findings; write an HTML report and a diagram, as SVG and DOT, into a folder.

    Of more than 1,000 bodies the report shows one at a time, and no diagram is written.

    Example: govgraph report data/hampshire --include proposed -o hampshire-report
    """
    from govgraph import api
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.outputs.dot import write_dot
    from govgraph.drawing.theme_file import built_in_theme
    from govgraph.reporting.files import make_folder, write_whole
    from govgraph.reporting.findings.as_text import findings_as_text
    from govgraph.reporting.large_page import MOST_INLINE, build_large_page
    from govgraph.reporting.page.html import build_page

    loaded = load_structure(structure)
    graph = api.build_graph(
        loaded, as_at=as_at, include=include or (), presume=presume, undated=undated
    )
    findings = api.check(graph)
    with working("writing the report"):
        if len(loaded.bodies) > MOST_INLINE:
            written = {"index.html": build_large_page(graph, findings)}
        else:
            diagram = api.diagram(graph, findings=findings)
            svg = draw_diagram(diagram).svg_pages[0]
            written = {
                "index.html": build_page(graph, findings, svg),
                "diagram.svg": svg,
                "diagram.dot": write_dot(diagram, built_in_theme()),
            }
    make_folder(output)
    print_told(findings_as_text(findings, reading_width()))
    for name, content in written.items():
        write_whole(output / name, content)
        print_talk(f"wrote {output / name}")
