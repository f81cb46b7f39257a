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
    from datetime import date
    from importlib.resources.abc import Traversable

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
    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.draw import Drawing
    from govgraph.drawing.scene.views import View
    from govgraph.formats.account import Account
    from govgraph.formats.building import Builder
    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.graph.view import Network
    from govgraph.model.dates import PartialDate
    from govgraph.model.requirements import PolicyRule
    from govgraph.model.structure import Structure

    Asked = AccountabilityGraph | Structure
    """What may be asked: a graph, or a structure as at its own date."""
    Date = str | date | PartialDate
    Source = str | Path | Traversable | Mapping[str, Any] | Iterable[Mapping[str, Any]]


def load(source: Source) -> Structure:
    """The structure in a file or folder, in text, in a mapping, or in rows of dicts.

    Args:
        source: a path; the text of a YAML or JSON file (of several lines, or beginning with a
            brace); a mapping shaped like a structure file, or of tables; or the rows of a table:
            relations where they have `from` and `to`, else bodies.

    Raises:
        LoadError: it could not be read; carries every problem found, with its place.
        SettingsError: it is a register that cannot be read body by body, or nothing of these.

    >>> load({"bodies": {"a": {"name": "A", "apex": True}, "b": {"name": "B", "reports_to": "a"}}})
    <Structure '': 2 bodies, 1 relation>
    >>> load([{"from": "Audit", "to": "Council", "kind": "committee_of"}]).bodies[0].name
    'Audit'
    """
    from govgraph.formats.loaded_sources import read_source

    return read_source(source)


def structure(title: str, **fields: Any) -> Builder:  # noqa: ANN401 - any field of a structure
    """Begin a structure in Python: give it bodies, lines and seats, then ask for it by `done()`.

    Args:
        title: what it is called.
        fields: any other field of a structure: `as_at="2026-04"`, `jurisdiction="Riverside"`.

    >>> making = structure("Riverside")
    >>> making.body("Cabinet", kind="cabinet", apex=True)
    'cabinet'
    >>> making.line("Audit", "Cabinet")
    >>> len(making.done().bodies)
    2
    """
    from govgraph.formats.building import Builder

    return Builder(title, **fields)


def from_edges(
    edges: Iterable[Sequence[Any]], *, kind: str = "reports_to", title: str = ""
) -> Structure:
    """The structure of pairs `(who answers, to whom)`, or of triples with a kind of relation.

    Raises:
        SettingsError: an edge is neither a pair nor a triple, or an end has no name.

    >>> from_edges([("Audit", "Council"), ("Forum", "Council", "advises")]).relations[1].kind
    'advises'
    """
    from govgraph.formats.networks import read_edges

    return read_edges(edges, kind, title)


def from_networkx(view: Any, *, kind: str = "reports_to") -> Structure:  # noqa: ANN401 - a graph of networkx
    """The structure in a directed graph of networkx, whose edges run from who answers.

    Args:
        view: the graph; attributes that go by the names of fields are kept.
        kind: the kind of relation of edges that have no attribute `kind`.

    Raises:
        SettingsError: it is no directed graph.
        LoadError: something in it is wrong.

    >>> import networkx
    >>> from_networkx(networkx.DiGraph([("audit", "council")])).relations[0].kind
    'reports_to'
    """
    from govgraph.formats.networks import read_network

    return read_network(view, kind)


def to_networkx(graph: Asked) -> Network:
    """The bodies and relations that hold, as a `MultiDiGraph` with every attribute.

    Edges run from the one who answers, and say in `accountability` whether they are lines of
    account.

    >>> sorted(to_networkx(from_edges([("Audit", "Council")])).nodes)
    ['audit', 'council']
    """
    from govgraph.graph.view import build_networkx

    return build_networkx(as_graph(graph))


def save(structure: Structure, path: str | Path, to: str = "") -> tuple[Path, ...]:
    """Write a structure, whole or not at all, and give the paths written.

    What the format has no words for is told through Python's logging; `convert` accounts for it.

    Args:
        structure: what is written.
        path: a file, named by its suffix; a name without one is a folder of tables.
        to: the format; found by the suffix without one.

    Raises:
        SettingsError: no such format.
        OutputError: it could not be written.
        MissingExtraError: the format needs an extra that is not installed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in save(load("data/hampshire"), f"{folder}/hampshire.json")]
    ['hampshire.json']
    """
    from govgraph.reporting.converting import save_structure

    return save_structure(structure, Path(path), to)


def to_dict(structure: Structure) -> dict[str, Any]:
    """A structure as a mapping shaped like its file, which `load` takes back.

    Raises:
        OutputError: an id stands there twice.

    >>> to_dict(load({"bodies": {"a": {"name": "A"}}}))
    {'bodies': {'a': {'name': 'A'}}}
    """
    from govgraph.formats.python_data import structure_as_mapping

    return structure_as_mapping(structure)


def to_rows(record: Structure | Findings) -> Any:  # noqa: ANN401 - tables, or one
    """A structure as its tables, or findings as one: rows of dicts, as frames take them.

    >>> to_rows(load({"bodies": {"a": {"name": "A"}}}))
    {'bodies': [{'id': 'a', 'name': 'A'}]}
    """
    from govgraph.formats.python_data import structure_as_rows
    from govgraph.model.structure import Structure as Kind
    from govgraph.reporting.findings.findings_lines import findings_as_rows

    return structure_as_rows(record) if isinstance(record, Kind) else findings_as_rows(record)


def validate(structure: Structure) -> Structure:
    """The same structure, once it has been checked as a file is.

    Records made or changed in Python are not checked when they are made; this is.

    Raises:
        LoadError: something in it is wrong; carries every problem, with the keys that lead there.

    >>> validate(load({"bodies": {"a": {"name": "A"}}})).bodies[0].name
    'A'
    """
    from govgraph.formats.validating import check_records

    check_records(structure)
    return structure


def with_body(structure: Structure, body: str, **fields: Any) -> Structure:  # noqa: ANN401 - any field
    """A structure with some fields of one body changed: `Structure.with_body` says how.

    Raises:
        QuestionError: no body goes by that name, or several do.
        LoadError: a field or its value means nothing.

    >>> with_body(load({"bodies": {"a": {"name": "A"}}}), "A", kind="board").bodies[0].kind
    'board'
    """
    from govgraph.formats.validating import change_body

    return change_body(structure, find_body(structure, body), fields)


def as_graph(asked: Asked) -> AccountabilityGraph:
    """What a question is asked of: a graph, or a structure as at its own date.

    Raises:
        SettingsError: it is neither.
    """
    from govgraph.graph.answer import graph_of

    return graph_of(asked)


def against(
    structure: Structure,
    paths: str | Path | Iterable[str | Path],
    *,
    policy: Iterable[PolicyRule] = (),
) -> Structure:
    """The structure with the requirements of other files in place of its own, and their rules.

    Args:
        structure: what is measured.
        paths: files or folders with requirements or policy.
        policy: further rules, such as those of `govgraph.toml`.

    Raises:
        LoadError: one of them could not be read.
        SettingsError: one of them holds neither.

    >>> hampshire = load("data/hampshire")
    >>> measured = against(hampshire, ["data/requirements/relevant-partners.yaml"])
    >>> [each.id for each in measured.requirements] != [each.id for each in hampshire.requirements]
    True
    """
    from govgraph.formats.other_requirements import with_requirements_of

    several = (paths,) if isinstance(paths, str | Path) else paths
    return with_requirements_of(structure, {str(path): load(path) for path in several}, policy)


def build_graph(
    structure: Structure,
    *,
    as_at: Date | None = None,
    include: str | Iterable[str] = (),
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

    >>> graph = build_graph(load("data/hampshire"), as_at="2010-04", include="proposed")
    >>> graph.superiors("hart-chairs-group")
    ()
    """
    from govgraph.formats.written_standpoint import parse_date, parse_included
    from govgraph.graph.accountability import AccountabilityGraph

    date, included = parse_date(as_at), parse_included(include)
    standpoint = structure.standpoint(date, included, presume=presume, undated=undated)
    return AccountabilityGraph(structure, standpoint)


def ties(graph: Asked, body: str) -> Ties:
    """Who sits on a body and on one above it, all the way up; never a line of account.

    >>> ties(load("data/hampshire"), "hart-lcp").body
    'hart-lcp'
    """
    from govgraph.analysis.ties import find_ties

    graph = as_graph(graph)

    return find_ties(asked := as_graph(graph), body_id(asked, body)).asked_of(asked)


def query(graph: Asked, cypher: str, *, most: int | None = None, work: int | None = None) -> Rows:
    """What a query in Cypher returns, through grand-cypher (the extra `query`).

    Args:
        graph: bodies and relations from a standpoint.
        cypher: the query; bodies have labels by kind, relations types.
        most: the most rows to give.
        work: stop after visiting this many bodies and relations.

    Raises:
        QuestionError: the query cannot be read or answered; says where and why.

    >>> query(load("data/hampshire"), "MATCH (a) RETURN a.name LIMIT 1").columns
    ('a.name',)
    """
    from govgraph.analysis.query import MOST_ROWS, find_rows

    graph = as_graph(graph)

    return find_rows(graph, cypher, MOST_ROWS if most is None else most, work).asked_of(graph)


def people(graph: Asked, name: str | None = None) -> People:
    """Where everybody sits, or one person, and on both sides of which lines.

    >>> [each.person.name for each in people(load("data/hampshire"), "Lynn Martin").people]
    ['Lynn Martin']
    """
    from govgraph.analysis.interlocks import find_people

    graph = as_graph(graph)

    return find_people(graph, find_person(graph.structure, name).id if name else None).asked_of(
        graph
    )


def seats(graph: Asked, body: str | None = None, *, whatever: bool = False) -> Seating:
    """Who sits on a body, or on every body: seats, vacancies and who is missing.

    Args:
        graph: who answers to whom in it.
        body: any name of a body; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.

    >>> [each.body for each in seats(load("data/hampshire"), "Hart LCP").bodies]
    ['hart-lcp']
    """
    from govgraph.analysis.seating import find_seating

    graph = as_graph(graph)

    return find_seating(graph, body_id(graph, body) if body else None, whatever=whatever).asked_of(
        graph
    )


def ask(graph: Asked, question: str, *asked: Any, **options: Any) -> Any:  # noqa: ANN401 - each its own
    """The answer to a question by its name: ours, or one that an installed package brings.

    Args:
        graph: who answers to whom.
        question: its name; `govgraph --help` lists those that are installed.
        asked: what it is asked about, bodies by any of their names.
        options: what else it takes, by name.

    Raises:
        QuestionError: there is no such question, or a body is unknown.
        PluginError: a question from a plug-in failed; names the package.

    >>> ask(load("data/hampshire"), "peers", "hart-lcp").body
    'hart-lcp'
    """
    from govgraph.questions.question_catalogue import answering_for, find_question

    graph = as_graph(graph)

    found = find_question(question)
    with answering_for(question):
        return found(graph, *asked, **options)


def requirements(graph: Asked) -> Membership:
    """How each body fares against each requirement on who ought to sit there.

    >>> len(requirements(load("data/hampshire")).requirements) > 0
    True
    """
    from govgraph.analysis.membership import find_membership

    graph = as_graph(graph)

    return find_membership(graph).asked_of(graph)


def timeline(structure: Structure) -> History:
    """The lives of the bodies of a structure, and the events between them.

    >>> timeline(load("data/worcestershire")).events[0].date.year
    2004
    """
    from govgraph.analysis.history import find_history

    return find_history(as_graph(structure).structure)


def check(
    graph: Asked,
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    severities: Mapping[str, Severity | str] | None = None,
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
        PluginError: a rule from a plug-in failed; names the package.

    >>> findings = check(load("data/hampshire"), select="GG101")
    >>> {finding.code for finding in findings}
    {'GG101'}
    """
    from govgraph.checks.filtering import read_severity
    from govgraph.checks.rule_plugins import rules_of
    from govgraph.checks.runner import check_structure
    from govgraph.formats.garbage import paused_collection
    from govgraph.formats.written_standpoint import separate

    graph = as_graph(graph)

    with rules_of(rules), paused_collection():
        return check_structure(
            graph.structure,
            graph.standpoint,
            select=separate(select),
            ignore=separate(ignore),
            severities={name: read_severity(word) for name, word in (severities or {}).items()},
        )


def policy(graph: Asked) -> tuple[Verdict, ...]:
    """How each of a structure's own rules fares, in the order written.

    >>> arrangements = against(load("data/oxfordshire"), ["data/policy/local-partnerships.yaml"])
    >>> len(policy(build_graph(arrangements))) == len(arrangements.policy)
    True
    """
    from govgraph.checks.policy import judge_policy
    from govgraph.checks.runner import gather_evidence

    graph = as_graph(graph)

    return judge_policy(gather_evidence(graph))


def diff(
    old: Structure,
    new: Structure | None = None,
    *,
    from_date: Date | None = None,
    to_date: Date | None = None,
    include: str | Iterable[str] = (),
    presume: bool = False,
) -> Comparison:
    """What is different between two structures, or between two states of one.

    With one structure and a date or two, the states are those of the dates, and what is to be
    included counts on both sides from its own day on. With one structure and no date, today is
    held against what is proposed. What has no start counts on both sides, and is said to be open.

    Raises:
        SettingsError: a date means nothing, or there is nothing to tell two states apart by.

    >>> changed = diff(load("data/hampshire"), include="proposed")
    >>> len(changed.after.bodies) > len(changed.before.bodies)
    True
    """
    from govgraph.checks.comparison import compare_states

    included = (include,) if isinstance(include, str) else tuple(include)
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


def diagram(graph: Asked, *, view: View | None = None, findings: Findings | None = None) -> Diagram:
    """What a drawing of a structure shows, from the standpoint of `graph`.

    Args:
        graph: who answers to whom.
        view: which part to show; the whole unless given. Its bodies may go by any name.
        findings: what wears a badge; what `check` finds unless given.

    Raises:
        QuestionError: a body of the view goes by no name of the structure, or by several.
        SettingsError: the view asks for what the structure has not, or shows no body.

    >>> from govgraph import View
    >>> diagram(load("data/hampshire"), view=View(focus="Hart LCP")).title
    "Hampshire children's partnership arrangements"
    """
    from govgraph.drawing.scene.scene import build_diagram
    from govgraph.drawing.scene.views import WHOLE, with_ids

    graph = as_graph(graph)

    return build_diagram(
        graph,
        check(graph) if findings is None else findings,
        with_ids(view or WHOLE, graph.structure),
    )


def draw(
    graph: Asked,
    *,
    view: View | None = None,
    paper: str = "free",
    theme: str | Path | None = None,
    draft: bool = False,
) -> Drawing:
    """A drawing of a structure; a notebook shows it by itself.

    Args:
        graph: who answers to whom.
        view: which part to show; the whole unless given.
        paper: `A4`, `A3-portrait` and so on, or `free` for as large as it must be.
        theme: the path of a theme; the built-in one unless given.
        draft: at once, on a free sheet, in the first form found: for whoever is still writing.

    Raises:
        SettingsError: the paper or theme means nothing.
        DrawingError: the structure cannot be laid out.

    >>> drawing = draw(load("data/hampshire"), paper="A4")
    >>> drawing.svg_pages[0].startswith("<?xml") or drawing.svg_pages[0].startswith("<svg")
    True
    """
    from govgraph.drawing.draw import draft_diagram, draw_diagram
    from govgraph.drawing.theme_file import find_theme

    shown = diagram(graph, view=view)
    if draft:
        return draft_diagram(shown, theme=find_theme(theme))
    return draw_diagram(shown, paper=paper, theme=find_theme(theme))


def report(graph: Asked, *, findings: Findings | None = None) -> str:
    """The HTML page of a structure: findings, drawing, chains, sources; one whole file.

    Of more bodies than a page can show at once, it shows the one that is asked for.

    Args:
        graph: who answers to whom.
        findings: what is shown; what `check` finds unless given.

    >>> report(load({"bodies": {"a": {"name": "A", "apex": True}}}))[:15].lower()
    '<!doctype html>'
    """
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.scene.every_day import build_every_day
    from govgraph.reporting.large_page import MOST_INLINE, build_large_page
    from govgraph.reporting.page.html import build_page

    graph = as_graph(graph)

    findings = check(graph) if findings is None else findings
    if len(graph.structure.bodies) > MOST_INLINE:
        return build_large_page(graph, findings)
    shown = diagram(graph, findings=findings)
    ever = build_every_day(graph, shown)
    drawn = [draw_diagram(each).svg_pages[0] for each in (shown, ever) if each]
    return build_page(graph, findings, *drawn)


def paper(
    graph: Asked,
    path: str | Path,
    *,
    template: str | Path | None = None,
    figures: str = "",
    theme: str | Path | None = None,
    findings: Findings | None = None,
) -> tuple[tuple[Path, str | bytes], ...]:
    """A board paper's appendix on a structure: the files it becomes, none of them written yet.

    Args:
        graph: who answers to whom.
        path: where it is to go; the ending says in which form: .docx, .pdf, .md, .xlsx.
        template: of a Word file, an authority's own document or template, whose styles it takes.
        figures: the paper that figures stand on, such as `A3`; the one that suits them if empty.
        theme: the path of a theme for the figures; the built-in one unless given.
        findings: what is told; what `check` finds unless given.

    Raises:
        SettingsError: the ending, the template, the paper or the theme means nothing.
        DrawingError: the structure cannot be laid out.
        MissingExtraError: the form needs an extra that is not installed.

    >>> [path.name for path, _ in paper(load("data/hampshire"), "appendix.md")][0]
    'appendix.md'
    """
    from govgraph.drawing.theme_file import find_theme
    from govgraph.reporting.paper.paper_forms import PaperSettings, render_paper

    graph = as_graph(graph)

    settings = PaperSettings(
        template=Path(template) if template else None, sheet=figures, theme=find_theme(theme)
    )
    told = check(graph) if findings is None else findings
    return render_paper(graph, told, Path(path), settings)


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

    The account holds the structure, what was imported, and in `skipped` everything that was left
    out or that the format written has no words for.

    Args:
        source: a file or folder.
        target: a file, named by its suffix; a name without one is a folder of tables.
        from_: the format of `source`; found by suffix and content without one.
        to: the format of `target`; found by its suffix without one.
        columns: for a table of relations from elsewhere, which column is `from`, `to`, `kind`
            and so on; `kind` may be a kind of relation for every row, and is `reports_to` where
            none is named.
        split: what stands between several superiors in one cell of such a table.
        cite: the title under which such a table is cited as the source of what it says.

    Raises:
        LoadError: the source could not be read; carries every problem found, with its place.
        SettingsError: no such format, or no such field to map a column to.
        OutputError: the target could not be written.
        MissingExtraError: a format needs an extra that is not installed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     account = convert("data/hampshire", f"{folder}/hampshire.graphml")
    >>> len(account.skipped) > 0
    True
    """
    from govgraph.formats.edge_columns import parse_mapping
    from govgraph.formats.format_catalogue import PIPED
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
