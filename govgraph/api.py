"""The public verbs beside the questions: loading, checking, comparing, drawing, converting.

Each takes a structure and bodies by any of their names, and gives a typed answer. Dates are
written as in a structure file (`2010-02`); without one a question is asked as at the
structure's own date. Which of them `govgraph` itself offers stands in `__init__.pyi`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from govgraph.errors import SettingsError
from govgraph.model.names import find_body, find_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.analysis.history import History
    from govgraph.analysis.interlocks import People
    from govgraph.analysis.membership import Membership
    from govgraph.analysis.query import Rows
    from govgraph.analysis.seating import Seating
    from govgraph.analysis.ties import Ties
    from govgraph.checks.comparison import Comparison
    from govgraph.checks.finding import Severity
    from govgraph.checks.policy import Verdict
    from govgraph.checks.runner import Findings
    from govgraph.drawing.depiction.views import View
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.formats.account import Account
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.model.dates import PartialDate
    from govgraph.model.requirements import PolicyRule
    from govgraph.model.structure import Structure


def load(path: str | Path) -> Structure:
    """The structure in a file or folder.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register that cannot be read body by body.
    """
    from govgraph.formats.catalogue import read_structure
    from govgraph.formats.register.files import refuse_beyond_structures

    refuse_beyond_structures(Path(path))
    return read_structure(path)


def against(
    structure: Structure, paths: Iterable[str | Path], *, policy: Iterable[PolicyRule] = ()
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
    from govgraph.formats.other_requirements import with_requirements_of

    return with_requirements_of(structure, {str(path): load(path) for path in paths}, policy)


def build_graph(
    structure: Structure,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
    undated: bool = False,
) -> AccountabilityGraph:
    """Who answers to whom in a structure, as at a date.

    Args:
        structure: what is asked about.
        as_at: the date; the structure's own unless given.
        include: `proposed`, `shadow` or both, to let such arrangements count.
        presume: whether `part_of` counts as a presumed line.
        undated: whether what has no start counts before the first paper that speaks of it.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.formats.written_standpoint import parse_date, parse_included
    from govgraph.graph.accountability import AccountabilityGraph

    date, included = parse_date(as_at), parse_included(include)
    standpoint = structure.standpoint(date, included, presume=presume, undated=undated)
    return AccountabilityGraph(structure, standpoint)


def ties(graph: AccountabilityGraph, body: str) -> Ties:
    """Who sits on a body and on one above it, all the way up; never a line of account."""
    from govgraph.analysis.ties import find_ties

    return find_ties(graph, body_id(graph, body)).asked_of(graph)


def query(
    graph: AccountabilityGraph, cypher: str, *, most: int | None = None, work: int | None = None
) -> Rows:
    """What a query in Cypher returns, through grand-cypher (the extra `query`).

    Args:
        graph: bodies and relations from a standpoint.
        cypher: the query; bodies have labels by kind, relations types.
        most: how many rows to give at the most.
        work: how many bodies and relations to look at, at the most.

    Raises:
        QuestionError: the query cannot be read or answered; says where and why.
    """
    from govgraph.analysis.query import MOST_ROWS, find_rows

    return find_rows(graph, cypher, MOST_ROWS if most is None else most, work).asked_of(graph)


def people(graph: AccountabilityGraph, name: str | None = None) -> People:
    """Where everybody sits, or one person, and on both sides of which lines."""
    from govgraph.analysis.interlocks import find_people

    return find_people(graph, find_person(graph.structure, name).id if name else None).asked_of(
        graph
    )


def seats(
    graph: AccountabilityGraph, body: str | None = None, *, whatever: bool = False
) -> Seating:
    """Who sits on a body, or on every body: seats, vacancies and who is missing.

    Args:
        graph: who answers to whom in it.
        body: any name of a body; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.
    """
    from govgraph.analysis.seating import find_seating

    return find_seating(graph, body_id(graph, body) if body else None, whatever=whatever).asked_of(
        graph
    )


def ask(graph: AccountabilityGraph, question: str, *asked: Any, **options: Any) -> Any:  # noqa: ANN401 - each its own
    """The answer to a question by its name: ours, or one that an installed package brings.

    Args:
        graph: who answers to whom.
        question: its name; `govgraph --help` lists those that are installed.
        asked: what it is asked about, bodies by any of their names.
        options: what else it takes, by name.

    Raises:
        QuestionError: there is no such question, or a body is unknown.
        PluginError: what answers a question of somebody else's failed; names whose it is.
    """
    from govgraph.questions.catalogue import answering_for, find_question

    found = find_question(question)
    with answering_for(question):
        return found(graph, *asked, **options)


def requirements(graph: AccountabilityGraph) -> Membership:
    """How each body fares against each requirement on who ought to sit there."""
    from govgraph.analysis.membership import find_membership

    return find_membership(graph).asked_of(graph)


def timeline(structure: Structure) -> History:
    """The lives of the bodies of a structure, and the events between them."""
    from govgraph.analysis.history import find_history

    return find_history(structure)


def check(
    graph: AccountabilityGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    rules: str | Path | None = None,
) -> Findings:
    """What is wrong with a structure, the gravest first.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.
        rules: a folder of Python files whose rules count too. They are run: trust them.

    Raises:
        SettingsError: a rule named goes by no such code or name, or one of others is refused.
        PluginError: a rule of somebody else's failed; names whose.
    """
    from govgraph.checks.plugins import rules_of
    from govgraph.checks.runner import check_structure
    from govgraph.formats.garbage import paused_collection

    with rules_of(rules), paused_collection():
        return check_structure(
            graph.structure, graph.standpoint, select=select, ignore=ignore, severities=severities
        )


def policy(graph: AccountabilityGraph) -> tuple[Verdict, ...]:
    """How each of a structure's own rules fares, in the order written."""
    from govgraph.checks.policy import judge_policy
    from govgraph.checks.runner import gather_evidence

    return judge_policy(gather_evidence(graph))


def diff(
    old: Structure,
    new: Structure | None = None,
    *,
    from_date: str | PartialDate | None = None,
    to_date: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> Comparison:
    """What is different between two structures, or between two states of one.

    With one structure and a date or two, the states are those of the dates, and what is to be
    included counts on both sides from its own day on. With one structure and no date, today is
    held against what is proposed. What has no start counts on both sides, and is said to be open.

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
    before = build_graph(old, as_at=from_date, include=at_first, presume=presume, undated=True)
    after = build_graph(new or old, as_at=to_date, include=included, presume=presume, undated=True)
    after = after if new else before.seen_from(after.standpoint)
    return compare_states(before, after)


def diagram(
    graph: AccountabilityGraph, *, view: View | None = None, findings: Findings | None = None
) -> Diagram:
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
    from govgraph.drawing.depiction.views import WHOLE, with_ids

    return depict(graph, findings or check(graph), with_ids(view or WHOLE, graph.structure))


def draw(
    graph: AccountabilityGraph,
    *,
    view: View | None = None,
    paper: str = "free",
    theme: str | Path | None = None,
) -> Drawing:
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
    from govgraph.drawing.theme_file import find_theme

    return draw_diagram(diagram(graph, view=view), paper=paper, theme=find_theme(theme))


def report(graph: AccountabilityGraph) -> str:
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
    graph: AccountabilityGraph,
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
    from govgraph.drawing.theme_file import find_theme
    from govgraph.reporting.paper.catalogue import PaperSettings, render_paper

    settings = PaperSettings(
        template=Path(template) if template else None, sheet=figures, theme=find_theme(theme)
    )
    return render_paper(graph, check(graph), Path(path), settings)


def convert(
    source: str | Path,
    target: str | Path,
    *,
    from_: str = "",
    to: str = "",
    columns: Mapping[str, str] | None = None,
    split: str = "",
    cite: str = "",
) -> Account:
    """Read a structure in one format, write it in another, and give an account of both.

    The account holds the structure, what was taken, and in `left` everything that was left out or
    that the format written has no words for.

    Args:
        source: a file or folder.
        target: a file, named by its suffix; a name without one is a folder of tables.
        from_: the format of `source`; found by suffix and content without one.
        to: the format of `target`; found by its suffix without one.
        columns: for a table of relations of somebody else's, which column is `from`, `to`, `kind`
            and so on; `kind` may be a kind of relation for every row, and is `reports_to` where
            none is named.
        split: what stands between several superiors in one cell of such a table.
        cite: the title under which such a table is cited as the source of what it says.

    Raises:
        LoadError: the source could not be read; carries every problem found, with its place.
        SettingsError: no such format, or no such field to map a column to.
        OutputError: the target could not be written.
        MissingExtraError: a format needs an extra that is not installed.
    """
    from govgraph.formats.catalogue import PIPED
    from govgraph.formats.edge_columns import parse_mapping
    from govgraph.reporting.converting import convert as write_converted

    if str(target) == PIPED:
        raise SettingsError("name a file or folder to write to")
    if not columns and (split or cite):
        raise SettingsError("'split' and 'cite' belong to a table whose 'columns' are named")
    named = [f"{field}={column}" for field, column in (columns or {}).items()]
    mapping = parse_mapping(named, split=split, cite=cite) if named else None
    account, _ = write_converted(Path(source), Path(target), from_=from_, to=to, mapping=mapping)
    return account


def body_id(graph: AccountabilityGraph, name: str) -> str:
    """The id of the body that goes by a name.

    Raises:
        QuestionError: no body does, or several do.
    """
    return find_body(graph.structure, name).id
