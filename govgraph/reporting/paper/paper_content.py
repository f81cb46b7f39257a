"""What a paper says: the facts of the page, the changes proposed, and the drawings of both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govgraph.checks.comparison import Comparison, FindingsCompared, compare_states
from govgraph.checks.evidence_sentences import format_evidence_gaps
from govgraph.checks.finding import Severity
from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import page_description, page_size, plan_pages
from govgraph.drawing.forms.choose import fit_whole, lay_out
from govgraph.drawing.paper import Paper as Sheet
from govgraph.drawing.placement import Placement
from govgraph.drawing.scene.difference_scene import build_difference_diagram
from govgraph.drawing.scene.scene import build_diagram
from govgraph.drawing.scene.views import WHOLE
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.standpoint import Lived
from govgraph.reporting.page.page_content import build_content
from govgraph.reporting.page.page_records import Page
from govgraph.reporting.page.page_register import Register, format_date_with_words
from govgraph.reporting.page.page_rows import Happening
from govgraph.reporting.paper.figure_page import STRIPS, TemplatePage, caption_height, find_area
from govgraph.reporting.paper.paper_blocks import Picture
from govgraph.reporting.paper.paper_overview import top_of
from govgraph.wording.lists import agree, count_words

TENTATIVE = frozenset({Status.PROPOSED, Status.SHADOW})
Laid = tuple[Diagram, Placement]
MOST_SHEETS = 12
"""Most sheets of a drawing in a paper; what would take more is shown as an overview."""
_STAYS = ("", "same")
_OWN_CAPTION = 24.0
"""How much higher a caption may be in the style of a template, in points."""
_FEW, _SO_FEW = 25, 6
"""Bodies that one page has room for: of so few the changes are shown among all. And those that
need no page: of so few what they touch is shown where it is told."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sheet of a drawing.

    Attributes:
        picture: the sheet.
        told: what it shows, in one sentence.
        name: what part of the drawing is called; nothing of the first sheet, nor where it is long.
        sheet: its number in the drawing, from 1.
        of: how many sheets the drawing has.
        small: whether it needs no page of its own.
    """

    picture: Picture
    told: str
    name: str
    sheet: int
    of: int
    small: bool = False


@dataclass(frozen=True, slots=True)
class PaperContent:
    """Everything that a paper says, before it is put in words.

    Attributes:
        page: the facts that the HTML page is made of, too.
        diagram: the sheets of the structure's drawing.
        changes: today's state against the one proposed; None where nothing is proposed.
        difference: the sheets of the drawing of the changes; empty where nothing would change.
        events: the dated events that the sources give, earliest first.
    """

    page: Page
    diagram: tuple[Drawn, ...]
    changes: Comparison | None
    difference: tuple[Drawn, ...]
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What figures are drawn on: an area of paper, a look, and how high a caption is below it."""

    area: Sheet
    theme: Theme
    caption: float

    def short(self, name: str) -> str:
        """The name of a part, if a caption has room for it."""
        return name if caption_height(self.area.name, name) <= self.caption else ""


def build_paper_content(
    graph: AccountabilityGraph,
    findings: Findings,
    *,
    sheet: str = "",
    theme: Theme | None = None,
    template_page: TemplatePage | None = None,
) -> PaperContent:
    """The content of the paper on a structure.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
        sheet: the paper that the figures stand on; that of the template, or A4, unless given.
        theme: what the drawings look like; the built-in theme unless given.
        template_page: the page of an authority's own template, if it is for one.

    Raises:
        SettingsError: no paper goes by that name.
        DrawingError: the structure cannot be laid out.
    """
    theme = theme or built_in_theme()
    page = build_content(graph, findings)
    changes = find_changes(graph)
    shown = _bare(build_diagram(graph, _marked(findings), WHOLE))
    # Page 1 says who was last heard of when.
    gaps = format_evidence_gaps(graph, (body.id for body in shown.bodies))
    shown = replace(shown, left_out=tuple(s for s in shown.left_out if s not in gaps))
    caption = caption_height(sheet, shown.title) + (_OWN_CAPTION if template_page else 0.0)
    ground = _Ground(find_area(sheet, caption, template_page), theme, caption)
    drawn = _draw(shown, ground)
    difference: tuple[Drawn, ...] = ()
    if changes and changes.difference:
        difference = _draw_changes(changes, 1 + len(drawn), ground)
    return PaperContent(page, drawn, changes, difference, _events(graph))


def find_changes(graph: AccountabilityGraph) -> Comparison | None:
    """Today held against what is proposed, or None where a structure proposes nothing.

    What is proposed is what the standpoint includes; where it includes nothing, whatever is
    proposed or in shadow form.
    """
    structure, here = graph.structure, graph.standpoint
    records: tuple[Lived, ...] = (
        *structure.bodies,
        *structure.relations,
        *structure.seats,
    )
    if not any(record.status in TENTATIVE for record in records):
        return None
    before = AccountabilityGraph(structure, replace(here, include=frozenset()))
    after = AccountabilityGraph(structure, replace(here, include=here.include or TENTATIVE))
    compared = compare_states(before, after)
    # The findings have a section of their own.
    return replace(compared, findings=FindingsCompared((), (), ()))


def _marked(findings: Findings) -> Findings:
    """The findings that wear a mark on the drawing, so that it need not say what it leaves out."""
    kept = (f for f in findings.findings if f.severity >= Severity.WARNING and not f.waiver)
    return replace(findings, findings=tuple(kept))


def _bare(diagram: Diagram, figure: int = 1) -> Diagram:
    """The diagram without what the paper says beside it; its marks stay."""
    return replace(diagram, subtitle="", block=(), sources=(), figure=figure)


def _draw_changes(changes: Comparison, figure: int, ground: _Ground) -> tuple[Drawn, ...]:
    """The drawing of the changes; if that is no one page, of what stays only what they touch."""
    whole = _bare(build_difference_diagram(changes), figure)
    # Without marks: their numbers would be other numbers.
    whole = replace(whole, findings=(), left_out=())
    touched = _touched(whole)
    if len(touched.bodies) <= _SO_FEW and not ground.area.is_free:
        for strip in (replace(ground, area=area) for area in STRIPS):
            laid = _lay_out_on_one(touched, strip)
            if laid:
                return _drawn(touched, laid, strip)
    if len(touched.bodies) < len(whole.bodies) and len(whole.bodies) <= _FEW:
        laid = _lay_out_on_one(whole, ground)
        if laid:
            return _drawn(whole, laid, ground)
    return _draw(touched, ground)


def _touched(diagram: Diagram) -> Diagram:
    """What changes, with the bodies that it is tied to, and a word on the others."""
    changed = {body.id for body in diagram.bodies if body.change not in _STAYS}
    lines = [
        line
        for line in diagram.lines
        if line.change not in _STAYS or not changed.isdisjoint((line.from_, line.to))
    ]
    kept = changed | {end for line in lines for end in (line.from_, line.to)}
    bodies = tuple(body for body in diagram.bodies if body.id in kept)
    left = len(diagram.bodies) - len(bodies)
    others, verb = count_words(left, "body"), agree(left, "is", "are")
    tiers, areas = {body.tier for body in bodies}, {body.area for body in bodies}
    return replace(
        diagram,
        bodies=bodies,
        lines=tuple(line for line in diagram.lines if {line.from_, line.to} <= kept),
        tiers=tuple(tier for tier in diagram.tiers if tier in tiers),
        areas=tuple(area for area in diagram.areas if area in areas),
        left_out=(f"{others} that none of this touches {verb} left out.",) if left else (),
    )


def _draw(diagram: Diagram, ground: _Ground) -> tuple[Drawn, ...]:
    """A diagram as sheets; as an overview of one where it would take too many."""
    shown = top_of(diagram)
    laid = lay_out(shown, ground.area, ground.theme)
    if len(laid) > MOST_SHEETS:
        shown = top_of(diagram, 0)
        laid = lay_out(shown, ground.area, ground.theme)
    return _drawn(shown, laid, ground)


def _lay_out_on_one(diagram: Diagram, ground: _Ground) -> tuple[Laid, ...]:
    """A diagram on one sheet, if it can be read there; else nothing."""
    if ground.area.is_free:
        return lay_out(diagram, ground.area, ground.theme)
    fitted = fit_whole(diagram, ground.area, ground.theme)
    return ((fitted.diagram, fitted.placement),) if fitted else ()


def _drawn(diagram: Diagram, laid: Sequence[Laid], ground: _Ground) -> tuple[Drawn, ...]:
    """Sheets that are laid out, each with its first sentence."""
    pages = [draw() for draw in plan_pages(diagram, laid, ground.area, ground.theme)[: len(laid)]]
    return tuple(
        Drawn(
            Picture(svg, *page_size(svg), ground.theme.fonts.files, ground.caption),
            f"{page_description(svg).partition('. ')[0].rstrip('.')}.",
            ground.short(shown.subtitle) if place > 1 else "",
            place,
            len(pages),
            ground.area in STRIPS,
        )
        for place, (svg, (shown, _)) in enumerate(zip(pages, laid, strict=True), 1)
    )


def _events(graph: AccountabilityGraph) -> tuple[Happening, ...]:
    register = Register(graph)
    events = sorted(graph.structure.milestones, key=lambda one: (one.date.first_day, one.what))
    return tuple(
        Happening(format_date_with_words(event.date), event.what, register.references(event.cites))
        for event in events
    )
