"""How a record is told by whoever holds it: as a notebook shows it, as a terminal, as JSON."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from govgraph.errors import QuestionError
from govgraph.model.shown import Form

_ROOM = "govgraph.reporting."
_TOLD: dict[str, tuple[str, str]] = {
    "History": ("history_text:history_as_text", "history_text:history_as_data"),
    "Membership": (
        "membership_text:requirements_as_text",
        "people_json:requirements_as_data",
    ),
    "People": ("people_text:people_as_text", "people_json:people_as_data"),
    "Rows": ("query_forms:rows_as_text", "query_forms:rows_as_data"),
    "Seating": ("membership_text:seats_as_text", "people_json:seats_as_data"),
    "Ties": ("people_text:ties_as_text", "people_json:ties_as_data"),
}
"""What puts an answer that is no question's into words, and into data, by its type."""


def tell(record: Any, form: Form) -> Any:  # noqa: ANN401 - any record, in any form
    """A record in a form; None where a notebook should show what Python shows.

    Raises:
        QuestionError: data are asked of an answer that knows no graph.
    """
    from govgraph.reporting.notebook.notebook_forms import show, show_words

    if form is Form.DATA:
        return _as_data(record)
    if (shown := show(record, form)) is not None:
        return shown
    text = _as_text(record)
    return text if text is None or form is Form.TEXT else show_words(record, text)


def _as_data(record: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    data: dict[str, Any] | None = None
    name = type(record).__name__
    if name in _TOLD:
        data = _import(_TOLD[name][1])(record)
    elif question := _questions().get(name):
        data = question.data(record)
    else:
        return dict(_import(_RECORDS[name])(record))
    graph = getattr(record, "graph", None)
    if not hasattr(record, "graph"):
        return data
    if graph is None:
        raise QuestionError("an answer made by hand knows no graph: give it one with `asked_of`")
    standpoint = _import("record_json:standpoint_as_data")
    return data | {"standpoint": standpoint(graph.structure, graph.standpoint)}


_RECORDS = {
    "Account": "account_text:account_as_data",
    "Comparison": "difference.difference_as_json:difference_as_data",
    "Findings": "findings.findings_as_json:findings_as_data",
}
"""What is no answer of one graph, and what puts it into data."""


def _as_text(record: Any) -> str | None:  # noqa: ANN401 - as above
    name = type(record).__name__
    if name == "History":
        return str(_import(_TOLD[name][0])(record))
    graph = getattr(record, "graph", None)
    if graph is None:
        return None
    if name in _TOLD:
        return str(_import(_TOLD[name][0])(graph, record))
    question = _questions().get(name)
    return question.text(graph, record) if question else None


def _import(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(_ROOM + module), name)
    return found


@cache
def _questions() -> dict[str, Any]:
    """The questions by the name of the type of their answers."""
    from govgraph.questions.question_catalogue import QUESTIONS, find_question, other_questions

    asked = map(find_question, (*QUESTIONS, *other_questions()))
    return {_answer_type(question): question for question in asked}


def _answer_type(question: Any) -> str:  # noqa: ANN401 - a question of any answer
    returned = question.find.__annotations__.get("return", "")
    return (
        returned.strip("\"'").rpartition(".")[2] if isinstance(returned, str) else returned.__name__
    )
