"""What a paper says: the facts of the page, the changes proposed, and the drawings of both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

from govgraph.checks.comparison import Comparison, FindingsCompared, compare_states
from govgraph.checks.finding import Severity
from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import page_description, page_size, plan_pages
from govgraph.drawing.forms.choose import lay_out
from govgraph.drawing.paper import Paper as Sheet
from govgraph.drawing.paper import find_paper
from govgraph.drawing.placement import Placement
from govgraph.drawing.scene.difference_scene import build_difference_diagram
from govgraph.drawing.scene.scene import build_diagram
from govgraph.drawing.scene.views import WHOLE
from govgraph.drawing.sheets.frame import Folio, frame_placed
from govgraph.drawing.sheets.sheet import fitting_scale
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.standpoint import Lived
from govgraph.reporting.page.content import build_content
from govgraph.reporting.page.page_rows import Happening
from govgraph.reporting.page.records import Page
from govgraph.reporting.page.register import Register, spoken_date
from govgraph.reporting.paper.blocks import Picture
from govgraph.reporting.paper.overview import top_of
from govgraph.wording.lists import count_words

TENTATIVE = frozenset({Status.PROPOSED, Status.SHADOW})
PAPERS = ("A4-landscape", "A4-portrait")
"""The papers that a figure may stand on: the one on which it takes fewer pages, larger names."""
Pages = tuple[Callable[[], str], ...]
"""What draws each sheet."""
Laid = tuple[Diagram, Placement]
EDGES = 2 * 51.0
"""Both margins of a page, in points: 18 mm each."""
MOST_SHEETS = 12
"""Most sheets of a drawing in a paper; of a larger drawing only the first, an overview."""
_MARGIN = 2.0
_STAYS = ("", "same")
_FEW = 25
"""Bodies that one page has room for: of so few the changes are shown among all."""
CAPTION = 50.0
"""What a caption takes of the height of a page, in points."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sheet of a drawing.

    Attributes:
        picture: the sheet.
        told: what it shows, in one sentence.
        sheet: its number in the drawing, from 1.
        of: how many sheets the drawing has, whether they are in the paper or not.
    """

    picture: Picture
    told: str
    sheet: int
    of: int


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


def build_paper_content(
    graph: AccountabilityGraph,
    findings: Findings,
    *,
    sheet: str = "",
    theme: Theme | None = None,
) -> PaperContent:
    """The content of the paper on a structure.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
        sheet: the paper that the figures stand on; unless given, the better of `PAPERS`.
        theme: what the drawings look like; the built-in theme unless given.

    Raises:
        SettingsError: no paper goes by that name.
        DrawingError: the structure cannot be laid out.
    """
    theme = theme or built_in_theme()
    page = build_content(graph, findings)
    changes = find_changes(graph)
    shown = top_of(_bare(build_diagram(graph, _marked(findings), WHOLE)))
    return PaperContent(
        page,
        _drawn(shown, sheet, theme),
        changes,
        _drawn_changes(changes, sheet, theme) if changes and changes.difference else (),
        _events(graph),
    )


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


def _bare(diagram: Diagram) -> Diagram:
    """The diagram without what the paper says beside it; its marks stay."""
    return replace(diagram, subtitle="", block=(), sources=(), findings_elsewhere=True)


def _difference(changes: Comparison) -> Diagram:
    """The diagram of the changes, without marks: their numbers would be other numbers."""
    return replace(_bare(build_difference_diagram(changes)), findings=(), left_out=())


def _drawn_changes(changes: Comparison, sheet: str, theme: Theme) -> tuple[Drawn, ...]:
    """The drawing of the changes; where that takes pages, of what stays only what they touch."""
    whole = _difference(changes)
    drawn = _drawn(whole, sheet, theme) if len(whole.bodies) <= _FEW else ()
    if len(drawn) == 1:
        return drawn
    touched = top_of(_touched(whole))
    if drawn and len(touched.bodies) == len(whole.bodies):
        return drawn
    return _drawn(touched, sheet, theme)


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
    tiers, areas = {body.tier for body in bodies}, {body.area for body in bodies}
    return replace(
        diagram,
        bodies=bodies,
        lines=tuple(line for line in diagram.lines if {line.from_, line.to} <= kept),
        tiers=tuple(tier for tier in diagram.tiers if tier in tiers),
        areas=tuple(area for area in diagram.areas if area in areas),
        left_out=(
            f"{count_words(left, 'body', 'bodies')} that nothing of this touches: left out.",
        ),
    )


def _drawn(diagram: Diagram, sheet: str, theme: Theme) -> tuple[Drawn, ...]:
    """A diagram as sheets, each with its first sentence: as few as may be, names as large."""
    areas = [_area(find_paper(name)) for name in ([sheet] if sheet else PAPERS)]
    pages: Pages = ()
    best = (inf, 0.0)
    for area in areas:
        laid = _without_notes(lay_out(diagram, area, theme, len(pages) or None))
        if laid:
            planned = plan_pages(diagram, laid, area, theme)
            rank = len(planned), -_print_size(laid, area, theme)
            pages, best = (planned, rank) if rank < best else (pages, best)
    kept = pages[: len(pages) if len(pages) <= MOST_SHEETS else 1]
    return tuple(
        Drawn(
            Picture(svg, *page_size(svg), theme.fonts.files),
            f"{page_description(svg).partition('. ')[0].rstrip('.')}.",
            place,
            len(pages),
        )
        for place, svg in enumerate((draw() for draw in kept), 1)
    )


def _without_notes(laid: Sequence[Laid]) -> tuple[Laid, ...]:
    """The same without what the layout has to tell: the tables of the paper say all of it."""
    return tuple((shown, replace(placed, notes=())) for shown, placed in laid)


def _print_size(laid: Sequence[Laid], area: Sheet, theme: Theme) -> float:
    """How large the names of the smallest sheet print, in points."""
    folio = Folio(1, len(laid)) if len(laid) > 1 else Folio()
    return min(
        fitting_scale(placed, frame_placed(shown, placed, area, theme, folio).room, area)
        * placed.name_size
        for shown, placed in laid
    )


def _area(whole: Sheet) -> Sheet:
    """The text area of a page, less what a caption takes of it; a free paper is one already."""
    if whole.width is None or whole.height is None:
        return whole
    return Sheet(whole.name, whole.width - EDGES, whole.height - EDGES - CAPTION, _MARGIN)


def _events(graph: AccountabilityGraph) -> tuple[Happening, ...]:
    register = Register(graph)
    events = sorted(graph.structure.milestones, key=lambda one: (one.date.first_day, one.what))
    return tuple(
        Happening(spoken_date(event.date), event.what, register.references(event.cites))
        for event in events
    )
