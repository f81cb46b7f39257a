"""Showing a structure: diagram, drawing, page and paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.verbs.asking import find_id
from govgraph.verbs.checking import check

if TYPE_CHECKING:
    from govgraph.checks.runner import Findings
    from govgraph.drawing.depiction.views import View
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.theme import Theme
    from govgraph.graph.accountability import AccountabilityGraph


def diagram(
    graph: "AccountabilityGraph",
    *,
    view: "View | None" = None,
    findings: "Findings | None" = None,
) -> "Diagram":
    """What a drawing of a structure shows, from the standpoint of `graph`.

    Args:
        graph: who answers to whom.
        view: which part to show; the whole unless given. Its bodies may go by any name.
        findings: what wears a badge; what `check` finds unless given.

    Raises:
        QuestionError: a body of the view goes by no name of the structure, or by several.
        SettingsError: the view asks for what the structure has not, or shows no body.
    """
    from govgraph.drawing.depiction.depict import depict
    from govgraph.drawing.depiction.views import WHOLE

    return depict(graph, findings or check(graph), _resolved(graph, view or WHOLE))


def draw(
    graph: "AccountabilityGraph",
    *,
    view: "View | None" = None,
    paper: str = "free",
    theme: str | Path | None = None,
) -> "Drawing":
    """A drawing of a structure; a notebook shows it by itself.

    Args:
        graph: who answers to whom.
        view: which part to show; the whole unless given.
        paper: `A4`, `A3-portrait` and so on, or `free` for as large as it must be.
        theme: the path of a theme; the built-in one unless given.

    Raises:
        SettingsError: the paper or theme means nothing.
        DrawingError: the structure cannot be laid out.
    """
    from govgraph.drawing.draw import draw_diagram

    return draw_diagram(diagram(graph, view=view), paper=paper, theme=read_theme(theme))


def report(graph: "AccountabilityGraph") -> str:
    """The HTML page of a structure: findings, drawing, chains, sources; one whole file.

    Of more bodies than a page can show at once, it shows the one that is asked for.
    """
    from govgraph.drawing.draw import draw_diagram
    from govgraph.reporting.large_page import MOST_INLINE, build_large_page
    from govgraph.reporting.page.html import build_page

    findings = check(graph)
    if len(graph.structure.bodies) > MOST_INLINE:
        return build_large_page(graph, findings)
    drawing = draw_diagram(diagram(graph, findings=findings))
    return build_page(graph, findings, drawing.svg_pages[0])


def paper(
    graph: "AccountabilityGraph",
    path: str | Path,
    *,
    template: str | Path | None = None,
    figures: str = "",
    theme: str | Path | None = None,
) -> tuple[tuple[Path, str | bytes], ...]:
    """A board paper's appendix on a structure: the files it becomes, none of them written yet.

    Args:
        graph: who answers to whom.
        path: where it is to go; the ending says in which form: .docx, .pdf, .md, .xlsx.
        template: of a Word file, an authority's own document or template, whose styles it takes.
        figures: the paper that figures stand on, such as `A3`; the one that suits them if empty.
        theme: the path of a theme for the figures; the built-in one unless given.

    Raises:
        SettingsError: the ending, the template, the paper or the theme means nothing.
        DrawingError: the structure cannot be laid out.
        MissingExtraError: the form needs an extra that is not installed.
    """
    from govgraph.reporting.paper.catalogue import PaperSettings, render_paper

    settings = PaperSettings(
        template=Path(template) if template else None, sheet=figures, theme=read_theme(theme)
    )
    return render_paper(graph, check(graph), Path(path), settings)


def read_theme(path: str | Path | None) -> "Theme | None":
    """The theme in a file, or none.

    Raises:
        SettingsError: the file is no theme.
    """
    if path is None:
        return None
    from govgraph.drawing.theme_file import read_theme as read

    return read(Path(path))


def _resolved(graph: "AccountabilityGraph", view: "View") -> "View":
    """The view with each of its bodies by id."""
    from dataclasses import replace

    return replace(
        view,
        focus=view.focus and find_id(graph, view.focus),
        chain=view.chain and find_id(graph, view.chain),
        collapse=tuple(find_id(graph, body) for body in view.collapse),
    )
