"""Drawing as the command asks for it: a structure or a register, by us or by Graphviz."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.cli.options import refuse_options, separate
from govgraph.cli.output import print_talk
from govgraph.cli.progress import working
from govgraph.errors import SettingsError
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.scene.views import View

Content = str | bytes


@dataclass(frozen=True, kw_only=True)
class DrawRequest:
    """What `govgraph draw` was asked for; each field is an option of the same name."""

    structure: Path
    output: Path
    paper: str
    saved: str
    focus: str
    up: int
    down: int
    chain: str
    area: list[str] | None
    kind: list[str] | None
    tier: list[str] | None
    source: list[str] | None
    only: str | None
    highlight: list[str] | None
    collapse: list[str] | None
    say: Sequence[str] | None
    by: list[str] | None
    theme: Path | None
    dpi: int
    engine: str
    as_at: str | None
    include: Sequence[str] | None
    undated: bool
    presume: bool
    register: bool

    @property
    def view(self) -> "View":
        """What is to be shown of it."""
        from govgraph.drawing.scene.views import View

        return View(
            focus=self.focus,
            up=self.up,
            down=self.down,
            chain=self.chain,
            area=tuple(self.area or ()),
            kind=tuple(self.kind or ()),
            tier=tuple(self.tier or ()),
            source=tuple(self.source or ()),
            accountability=self.only is not None,
            highlight=tuple(self.highlight or ()),
            collapse=tuple(self.collapse or ()),
            say=tuple(self.say or ()),
        )


def run_draw(asked: DrawRequest) -> None:
    """Draw what was asked for, write its files and name them.

    Raises:
        SettingsError: options do not go together.
    """
    from govgraph.reporting.whole_files import write_whole

    by_graphviz = asked.engine == "graphviz"
    if by_graphviz and asked.paper != "free":
        raise SettingsError("Graphviz draws one picture, as large as it is: leave out --paper")
    diagram = _build(asked)
    with working(f"drawing {count_words(len(diagram.bodies), 'body')}"):
        files, advice = (_by_graphviz if by_graphviz else _drawn)(diagram, asked)
    for path, content in files:
        write_whole(path, content)
        print_talk(f"wrote {path}")
    if advice:
        print_talk(advice)


def _build(asked: DrawRequest) -> "Diagram":
    """What the drawing shows; says what of a structure does not count."""
    from govgraph import api
    from govgraph.cli.registers import build_register_diagram, is_register
    from govgraph.drawing.scene.shown_views import find_saved_view, with_saved
    from govgraph.wording.standpoints import format_not_counted

    standpoint = (asked.as_at, asked.include or (), asked.presume)
    if is_register(asked.structure, told=asked.register):
        refuse_options("registers", undated=asked.undated, view=asked.saved)
        return build_register_diagram(asked.structure, asked.view, separate(asked.by), standpoint)
    if asked.by:
        raise SettingsError("--by is for registers; of a structure every body is drawn")
    as_at, include, presume = standpoint
    structure, view = api.load(asked.structure), asked.view
    if asked.saved:
        saved = find_saved_view(structure, asked.saved)
        as_at = as_at or (str(saved.as_at) if saved.as_at else None)
        include = include or saved.include
        view = with_saved(view, saved)
    graph = api.build_graph(
        structure, as_at=as_at, include=include, presume=presume, undated=asked.undated
    )
    diagram = api.diagram(graph, view=view)
    if asked.saved:
        diagram = replace(diagram, subtitle=saved.name)
    if include and (told := format_not_counted(graph.structure, graph.standpoint)):
        print_talk(told)
    return diagram


def _by_graphviz(
    diagram: "Diagram", asked: DrawRequest
) -> tuple[tuple[tuple[Path, Content], ...], str]:
    """The file of a picture that Graphviz lays out, and no advice."""
    from govgraph.drawing.drawing_forms import render_graphviz
    from govgraph.drawing.theme_file import find_theme

    look = find_theme(asked.theme)
    return render_graphviz(diagram, asked.output, theme=look, dpi=asked.dpi), ""


def _drawn(diagram: "Diagram", asked: DrawRequest) -> tuple[tuple[tuple[Path, Content], ...], str]:
    """The files of a drawing, and on which other paper it would be whole, if on any."""
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.drawing_forms import PICTURES, render, render_drawing
    from govgraph.drawing.paper import find_paper
    from govgraph.drawing.theme_file import find_theme

    sheet, look = find_paper(asked.paper), find_theme(asked.theme)
    if asked.output.suffix.lower() not in PICTURES:
        return render(diagram, asked.output, paper=sheet, theme=look, dpi=asked.dpi), ""
    drawing = draw_diagram(diagram, paper=sheet, theme=look)
    return render_drawing(drawing, asked.output, dpi=asked.dpi), _advise(drawing, sheet)


def _advise(drawing: "Drawing", paper: "Paper") -> str:
    """Where a drawing on several sheets would fit on one, or nothing."""
    from govgraph.drawing.forms.choose import find_whole_papers

    if drawing.parts == 1:
        return ""
    found = [one.option for one in find_whole_papers(drawing.diagram, paper, drawing.theme)]
    return f"it fits on one sheet of {', or of '.join(found)}" if found else ""
