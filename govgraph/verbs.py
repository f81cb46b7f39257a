"""The public verbs: what a program, a notebook and the command line ask of a structure.

Each takes a structure and bodies by any of their names, and gives a typed answer. Dates are
written as in a structure file (`2010-02`); without one a question is asked as at the
structure's own date.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import SettingsError
from govgraph.model.bodies import Status
from govgraph.model.dates import FORMS, PartialDate
from govgraph.model.names import find_body, find_person
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from govgraph.analysis.chain import Chains
    from govgraph.analysis.history import History
    from govgraph.analysis.impact import Impact
    from govgraph.analysis.interlocks import People
    from govgraph.analysis.membership import Membership
    from govgraph.analysis.paths import Paths
    from govgraph.analysis.profile import Profile
    from govgraph.analysis.reports import Reports
    from govgraph.analysis.seating import Seating
    from govgraph.analysis.superiors import CommonSuperiors
    from govgraph.analysis.ties import Ties
    from govgraph.checks.comparison import Comparison
    from govgraph.checks.finding import Severity
    from govgraph.checks.policy import Verdict
    from govgraph.checks.runner import Findings
    from govgraph.checks.settings import Settings
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.theme import Theme
    from govgraph.drawing.views import View
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.model.requirements import PolicyRule

INCLUDABLE = (Status.PROPOSED, Status.SHADOW)


def load(path: str | Path) -> Structure:
    """The structure in a file or folder.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
    """
    from govgraph.formats.catalogue import read_structure

    return read_structure(path)


def against(
    structure: Structure, paths: Iterable[str | Path], *, policy: "Iterable[PolicyRule]" = ()
) -> Structure:
    """The structure with the requirements of other files in place of its own, and their rules.

    Args:
        structure: what is measured.
        paths: files or folders with requirements or policy.
        policy: further rules, such as those of `govgraph.toml`.

    Raises:
        LoadError: one of them could not be read.
        SettingsError: one of them holds neither.
    """
    from dataclasses import replace

    others = {str(path): load(path) for path in paths}
    for path, other in others.items():
        if not other.requirements and not other.policy:
            raise SettingsError(f"{path} holds no requirement and no policy to measure against")
    if not others:
        return replace(structure, policy=(*structure.policy, *policy))
    # A source that both cite under one id is taken to be the same source.
    known = {source.id: source for other in others.values() for source in other.sources}
    known |= structure.source_by_id
    requirements = tuple(each for other in others.values() for each in other.requirements)
    rules = tuple(each for other in others.values() for each in other.policy)
    return replace(
        structure,
        requirements=requirements or structure.requirements,
        policy=(*structure.policy, *rules, *policy),
        sources=tuple(known.values()),
    )


def build_graph(
    structure: Structure,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> "AccountabilityGraph":
    """Who answers to whom in a structure, as at a date.

    Args:
        structure: what is asked about.
        as_at: the date; the structure's own unless given.
        include: `proposed`, `shadow` or both, to let such arrangements count.
        presume: whether `part_of` counts as a presumed line.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.graph.accountability import AccountabilityGraph

    standpoint = structure.standpoint(read_date(as_at), read_included(include), presume=presume)
    return AccountabilityGraph(structure, standpoint)


def chain(graph: "AccountabilityGraph", body: str, *, most: int | None = None) -> "Chains":
    """Every chain of account upward from a body, to the apex or to where it stops."""
    from govgraph.analysis.chain import MOST_CHAINS, find_chains

    return find_chains(graph, _id(graph, body), MOST_CHAINS if most is None else most)


def ties(graph: "AccountabilityGraph", body: str) -> "Ties":
    """Who sits on a body and on one above it, all the way up; never a line of account."""
    from govgraph.analysis.ties import find_ties

    return find_ties(graph, _id(graph, body))


def reports(graph: "AccountabilityGraph", body: str) -> "Reports":
    """Who answers to a body, directly and in any number of steps."""
    from govgraph.analysis.reports import find_reports

    return find_reports(graph, _id(graph, body))


def paths(
    graph: "AccountabilityGraph", from_body: str, to_body: str, *, most: int | None = None
) -> "Paths":
    """Every way upward from one body to another."""
    from govgraph.analysis.paths import MOST_PATHS, find_paths

    ends = (_id(graph, from_body), _id(graph, to_body))
    return find_paths(graph, *ends, MOST_PATHS if most is None else most)


def common(graph: "AccountabilityGraph", bodies: Sequence[str]) -> "CommonSuperiors":
    """The nearest body that all the bodies answer to."""
    from govgraph.analysis.superiors import find_common_superiors

    return find_common_superiors(graph, [_id(graph, body) for body in bodies])


def impact(graph: "AccountabilityGraph", body: str) -> "Impact":
    """Who would lose their last line of account without a body."""
    from govgraph.analysis.impact import find_impact

    return find_impact(graph, _id(graph, body))


def show(graph: "AccountabilityGraph", body: str) -> "Profile":
    """Everything known of a body, in both directions, with sources."""
    from govgraph.analysis.profile import build_profile

    return build_profile(graph, _id(graph, body))


def people(graph: "AccountabilityGraph", name: str | None = None) -> "People":
    """Where everybody sits, or one person, and on both sides of which lines."""
    from govgraph.analysis.interlocks import find_people

    return find_people(graph, find_person(graph.structure, name).id if name else None)


def seats(
    graph: "AccountabilityGraph", body: str | None = None, *, whatever: bool = False
) -> "Seating":
    """Who sits on a body, or on every body: seats, vacancies and who is missing.

    Args:
        graph: who answers to whom in it.
        body: any name of a body; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.
    """
    from govgraph.analysis.seating import find_seating

    return find_seating(graph, _id(graph, body) if body else None, whatever=whatever)


def requirements(graph: "AccountabilityGraph") -> "Membership":
    """How each body fares against each requirement on who ought to sit there."""
    from govgraph.analysis.membership import find_membership

    return find_membership(graph)


def check(
    graph: "AccountabilityGraph",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: "Mapping[str, Severity] | None" = None,
) -> "Findings":
    """What is wrong with a structure, the gravest first.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.

    Raises:
        SettingsError: a rule named goes by no such code or name.
    """
    from govgraph.checks.runner import check_structure

    return check_structure(
        graph.structure, graph.standpoint, select=select, ignore=ignore, severities=severities
    )


def diff(
    old: Structure,
    new: Structure | None = None,
    *,
    from_date: str | PartialDate | None = None,
    to_date: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> "Comparison":
    """What is different between two structures, or between two states of one.

    With one structure and a date or two, the states are those of the dates, and what is to be
    included counts on both sides from its own day on. With one structure and no date, today is
    held against what is proposed.

    Raises:
        SettingsError: a date means nothing, or there is nothing to tell two states apart by.
    """
    from govgraph.checks.comparison import compare_states

    included = tuple(include)
    dated = from_date is not None or to_date is not None
    if new is None and not dated and not any(included):
        raise SettingsError("name a second structure, two dates, or what to include after")
    if new is None and dated:
        from_date, to_date = from_date or old.as_at, to_date or old.as_at
        if from_date is None or to_date is None:
            raise SettingsError("the structure has no date of its own; give both dates")
    at_first = included if new or dated else ()
    before = build_graph(old, as_at=from_date, include=at_first, presume=presume)
    after = build_graph(new or old, as_at=to_date, include=included, presume=presume)
    after = after if new else before.seen_from(after.standpoint)
    return compare_states(before, after)


def settings(structure: str | Path, file: str | Path | None = None) -> "Settings":
    """The settings that hold for a structure: those of `file`, or of the `govgraph.toml` near it.

    Raises:
        LoadError: the settings cannot be read.
    """
    from govgraph.checks.settings import Settings, find_settings, read_settings

    path = Path(file) if file else find_settings(Path(structure))
    return read_settings(path) if path else Settings()


def policy(graph: "AccountabilityGraph") -> "tuple[Verdict, ...]":
    """How each of a structure's own rules fares, in the order written."""
    from govgraph.checks.policy import judge_policy
    from govgraph.checks.runner import gather_evidence

    return judge_policy(gather_evidence(graph))


def timeline(structure: Structure) -> "History":
    """The lives of the bodies of a structure, and the events between them."""
    from govgraph.analysis.history import find_history

    return find_history(structure)


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
    """
    from govgraph.drawing.depict import depict
    from govgraph.drawing.views import WHOLE

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
    """The HTML page of a structure: findings, drawing, chains, sources; one whole file."""
    from govgraph.drawing.draw import draw_diagram
    from govgraph.reporting.html import build_page

    findings = check(graph)
    drawing = draw_diagram(diagram(graph, findings=findings))
    return build_page(graph, findings, drawing.svg_pages[0])


def paper(
    graph: "AccountabilityGraph",
    path: str | Path,
    *,
    template: str | Path | None = None,
    figures: str = "",
) -> tuple[tuple[Path, str | bytes], ...]:
    """A board paper's appendix on a structure: the files it becomes, none of them written yet.

    Args:
        graph: who answers to whom.
        path: where it is to go; the ending says in which form: .docx, .pdf, .md, .xlsx.
        template: of a Word file, an authority's own document or template, whose styles it takes.
        figures: the paper that figures stand on, such as `A3`; the one that suits them if empty.

    Raises:
        SettingsError: the ending, the template or the paper means nothing.
        DrawingError: the structure cannot be laid out.
        MissingExtraError: the form needs an extra that is not installed.
    """
    from govgraph.reporting.paper_catalogue import PaperSettings, render_paper

    settings = PaperSettings(template=Path(template) if template else None, sheet=figures)
    return render_paper(graph, check(graph), Path(path), settings)


def read_theme(path: str | Path | None) -> "Theme | None":
    """The theme in a file, or none.

    Raises:
        SettingsError: the file is no theme.
    """
    if path is None:
        return None
    from govgraph.drawing.theme import read_theme as read

    return read(Path(path))


def _resolved(graph: "AccountabilityGraph", view: "View") -> "View":
    """The view with each of its bodies by id."""
    from dataclasses import replace

    return replace(
        view,
        focus=view.focus and _id(graph, view.focus),
        chain=view.chain and _id(graph, view.chain),
        collapse=tuple(_id(graph, body) for body in view.collapse),
    )


def read_date(written: str | PartialDate | None) -> PartialDate | None:
    """A date as it is written in a structure file, or none.

    Raises:
        SettingsError: it is no date.
    """
    if written is None or isinstance(written, PartialDate):
        return written
    try:
        return PartialDate.parse(written.strip())
    except ValueError as error:
        from govgraph.formats.written_dates import meant_date

        meant = meant_date(written.strip())
        suggestion = f"; did you mean '{meant}'?" if meant else ""
        raise SettingsError(f"{error}{suggestion} (allowed: {', '.join(FORMS)})") from None


def read_included(words: Iterable[str]) -> frozenset[Status]:
    """The statuses named, each word perhaps several with commas between."""
    separate = [word.strip() for written in words for word in written.split(",")]
    for word in separate:
        if word and word not in INCLUDABLE:
            allowed = ", ".join(INCLUDABLE)
            raise SettingsError(f"'{word}' cannot be included (allowed: {allowed})")
    return frozenset(Status(word) for word in separate if word)


def _id(graph: "AccountabilityGraph", name: str) -> str:
    """The id of the body that goes by a name."""
    return find_body(graph.structure, name).id
