"""Which record a notebook shows how: as HTML in a cell, as text in a terminal."""

from collections.abc import Callable

from govgraph.analysis.chain import Chains
from govgraph.analysis.difference import Difference
from govgraph.analysis.history import History
from govgraph.analysis.interlocks import People
from govgraph.analysis.membership import Membership
from govgraph.analysis.query import Rows
from govgraph.analysis.seating import Seating
from govgraph.checks.comparison import Comparison, FindingsCompared
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.shown import Form
from govgraph.model.structure import Structure


def show(record: object, form: Form) -> str | None:
    """A record as HTML or as text; None where it does not know the names of its bodies."""
    return next((way(record, form) for kind, way in _WAYS if isinstance(record, kind)), None)


def _structure(structure: Structure, form: Form) -> str:
    return _graph(AccountabilityGraph(structure, structure.standpoint()), form)


def _graph(graph: AccountabilityGraph, form: Form) -> str:
    from govgraph.reporting.notebook.structure_cell import structure_as_html, structure_as_text

    return structure_as_html(graph) if form is Form.HTML else structure_as_text(graph)


def _chains(answer: Chains, form: Form) -> str | None:
    from govgraph.reporting.answer_text import chains_as_text
    from govgraph.reporting.notebook.answer_cells import chains_as_html

    if answer.graph is None:
        return None
    shown = chains_as_html if form is Form.HTML else chains_as_text
    return shown(answer.graph, answer)


def _findings(findings: Findings, form: Form) -> str:
    from govgraph.reporting.findings.findings_as_text import findings_as_text
    from govgraph.reporting.notebook.answer_cells import findings_as_html

    return (findings_as_html if form is Form.HTML else findings_as_text)(findings)


def _difference(difference: Difference, form: Form) -> str | None:
    if difference.states is None:
        return None
    found = FindingsCompared((), (), ())
    return _comparison(Comparison(*difference.states, difference, found, ()), form)


def _comparison(comparison: Comparison, form: Form) -> str:
    from govgraph.reporting.difference.difference_as_text import difference_as_text
    from govgraph.reporting.notebook.answer_cells import difference_as_html

    return (difference_as_html if form is Form.HTML else difference_as_text)(comparison)


def show_words(record: object, text: str) -> str:
    """An answer in a cell as a terminal tells it: what it is called, then its lines."""
    from govgraph.reporting.notebook.structure_cell import render_cell

    title, told = _TITLES.get(type(record)), text
    if title is None:
        title, _, told = text.partition("\n")
    return render_cell("words", title=title, text=told.strip("\n"))


_TITLES = {People: "People", Membership: "Requirements"}
"""What answers are called whose text has no title of its own on its first line."""


def _rows(answer: Rows, form: Form) -> str | None:
    from govgraph.reporting.notebook.answer_tables import rows_as_html

    return rows_as_html(answer) if form is Form.HTML and answer.graph else None


def _seating(answer: Seating, form: Form) -> str | None:
    from govgraph.reporting.notebook.answer_tables import seating_as_html

    return seating_as_html(answer) if form is Form.HTML else None


def _history(history: History, form: Form) -> str | None:
    from govgraph.reporting.notebook.answer_tables import history_as_html

    return history_as_html(history) if form is Form.HTML else None


_WAYS: tuple[tuple[type, Callable[..., str | None]], ...] = (
    (Structure, _structure),
    (AccountabilityGraph, _graph),
    (Chains, _chains),
    (Findings, _findings),
    (Comparison, _comparison),
    (Difference, _difference),
    (Rows, _rows),
    (Seating, _seating),
    (History, _history),
)
"""Each kind of record and what shows it; one more is one line here and one macro."""
