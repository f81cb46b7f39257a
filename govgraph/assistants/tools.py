"""The tools: what each is called, takes and answers. All of them only read."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import partial
from typing import Any

from govgraph.assistants import answers, shapes
from govgraph.assistants.answer_pages import cut_page
from govgraph.assistants.arguments import (
    PAGES,
    STANDPOINT,
    Parameter,
    read_arguments,
    schema_of,
)
from govgraph.assistants.structure_cache import CachedStructure, View
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.questions.question import Form, Question
from govgraph.questions.question_catalogue import QUESTIONS, find_question
from govgraph.reporting.json_shapes import Schema
from govgraph.reporting.record_json import standpoint_as_data

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool.

    Attributes:
        name: what it is called.
        says: what it answers, and when to use it.
        answer: works out the whole answer.
        takes: its own arguments, beside the standpoint and the page.
        gives: the schemas of its answer's own fields.
        cut: the lists of the answer that come page by page.
    """

    name: str
    says: str
    answer: answers.Answer
    gives: Schema
    takes: tuple[Parameter, ...] = ()
    cut: tuple[str, ...] = ()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Everything it may be given."""
        return (*self.takes, *STANDPOINT, *(PAGES if self.cut else ()))

    @property
    def input_schema(self) -> Data:
        """The JSON Schema of what it may be given."""
        return schema_of(self.parameters)

    @property
    def output_schema(self) -> Data:
        """The JSON Schema of what it answers."""
        return shapes.answer_schema(self.gives)


FORMS = {Form.BODY: "text", Form.BODIES: "texts", Form.FLAG: "flag", Form.NUMBER: "number"}
"""How a tool is given what a question takes."""
_RULES = "Rules by code, start of a code (GG1) or name."
_TABLES = ("bodies", "relations", "seats", "people", "sources")


_FIRST = (
    Tool(
        "about",
        "What the structure is: title, date, how many bodies, which kinds. Begin here.",
        answers.about,
        shapes.ABOUT,
    ),
    Tool(
        "search",
        "Find bodies and people by part of a name, to learn their ids.",
        answers.search,
        shapes.SEARCH,
        (
            Parameter("text", "Words of a name, an acronym or an id.", required=True),
            Parameter("kind", "Only bodies of this kind, such as 'board'."),
        ),
        ("found",),
    ),
    Tool(
        "list",
        "One table of the structure, with whether each record is in force.",
        answers.list_,
        shapes.LIST,
        (Parameter("what", "Which table.", "choice", required=True, choices=_TABLES),),
        ("items",),
    ),
)
"""What tells an assistant what there is to ask about."""


def build_tools(kept: CachedStructure) -> Mapping[str, Tool]:
    """The tools that answer about a structure, by name."""
    questions = (_tool_of(find_question(name)) for name in QUESTIONS)
    tools = (*_FIRST, *questions, _findings(kept))
    return {tool.name: tool for tool in tools}


def _findings(kept: CachedStructure) -> Tool:
    """The tool that gives findings, by the settings beside the structure."""
    return Tool(
        "findings",
        "What is wrong with the structure, the gravest first, with what would put it right.",
        partial(answers.findings, path=kept.path),
        shapes.FINDINGS,
        (
            Parameter("select", f"Run only these. {_RULES}", "texts"),
            Parameter("ignore", f"Leave these out. {_RULES}", "texts"),
            Parameter(
                "severity",
                "Only what is as grave as this.",
                "choice",
                choices=("error", "warning", "information"),
            ),
            Parameter("body", "Only what is about this body or its relations."),
        ),
        ("findings",),
    )


def _tool_of(question: Question[..., Any]) -> Tool:
    """The tool that asks a question."""
    return Tool(
        question.name,
        question.wording.tool or question.says,
        lambda graph, asked: question.data(question(graph, **_of(question, asked))),
        question.wording.gives,
        tuple(
            Parameter(
                name,
                each.says,
                FORMS[each.form],
                required=name not in question.defaults,
            )
            for name, each in question.arguments.items()
            if each.for_tools
        ),
        question.wording.lists,
    )


def _of(question: Question[..., Any], asked: Data) -> Data:
    """The question's own arguments, of all that a tool was given."""
    return {name: value for name, value in asked.items() if name in question.arguments}


def use_tool(kept: CachedStructure, tool: Tool, given: Mapping[str, Any], usual: View) -> Data:
    """What a tool answers to what it was given.

    Args:
        kept: the structure.
        tool: the tool.
        given: its arguments, as they came.
        usual: from where it is asked, where the arguments do not say.

    Raises:
        GovgraphError: it cannot be answered; says why.
    """
    asked = read_arguments(tool.name, tool.parameters, given)
    view = View(
        asked.get("as_at", usual.as_at),
        tuple(asked.get("include", usual.include)),
        asked.get("presume", usual.presume),
        asked.get("undated", usual.undated),
    )
    graph = kept.seen_from(view)
    same = {name: value for name, value in asked.items() if name not in {"limit", "cursor"}}
    mark = json.dumps([tool.name, same, astuple(view), kept.stamp], sort_keys=True)
    page = cut_page(tool.answer(graph, asked), tool.cut, mark, asked)
    return page | {
        "standpoint": standpoint_as_data(graph.structure, graph.standpoint),
        "names": _names(graph, page),
    }


def _names(graph: AccountabilityGraph, page: Data) -> dict[str, str]:
    """The names of the bodies that a page mentions by id."""
    known = graph.structure.body_by_id
    return {text: known[text].name for text in sorted({*_texts(page)} & known.keys())}


def _texts(data: Any) -> Iterator[str]:  # noqa: ANN401 - anything JSON can hold
    """Every text in some data, keys left out."""
    left = [data]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            left.extend(one.values())
        elif isinstance(one, list):
            left.extend(one)
