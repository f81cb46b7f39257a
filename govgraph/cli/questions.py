"""The commands of the questions, each made of its record."""

from collections.abc import Callable
from inspect import Parameter, Signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govgraph.cli.options import (
    AsAt,
    AsRegister,
    Format,
    FormatOption,
    Include,
    Presume,
    StructurePath,
    Undated,
    complete_bodies,
    refuse_options,
)
from govgraph.cli.output import print_answer, print_told
from govgraph.questions.question import Argument, Form, Question
from govgraph.questions.question_catalogue import (
    QUESTIONS,
    answering_for,
    find_question,
    other_questions,
)

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph

Given = dict[str, Any]
_TYPES: dict[Form, Any] = {
    Form.BODY: str,
    Form.BODIES: list[str],
    Form.NUMBER: int,
    Form.FLAG: bool,
}
_SHARED: dict[str, tuple[Any, Any]] = {
    "format_": (FormatOption, Format.TEXT),
    "as_at": (AsAt, None),
    "include": (Include, None),
    "undated": (Undated, False),
    "register": (AsRegister, False),
    "presume": (Presume, False),
}
"""What every question can be asked with: the type and default of each option."""


def __getattr__(name: str) -> Callable[..., None]:
    """The command that asks the question of that name."""
    if name not in QUESTIONS and (name.startswith("_") or name not in other_questions()):
        raise AttributeError(name)
    return make_command(find_question(name))


def make_command(question: Question[..., Any]) -> Callable[..., None]:
    """The command that asks a question."""

    def command(structure: Path, **given: Any) -> None:  # noqa: ANN401 - as the signature says
        answer_question(question, structure, given)

    command.__doc__ = f"{question.explains}\n\nExample: govgraph {question.wording.example}"
    parameters = _parameters(question)
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def _parameters(question: Question[..., Any]) -> list[Parameter]:
    """The parameters of its command: the structure, bodies, what all are asked with, its own."""
    declared = {
        name: Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=question.defaults.get(name, Parameter.empty),
            annotation=_declare(name, argument),
        )
        for name, argument in question.arguments.items()
    }
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _SHARED.items()
        if question.wording.presumes or name != "presume"
    ]
    path = Parameter("structure", Parameter.KEYWORD_ONLY, annotation=StructurePath)
    needed = [each for name, each in declared.items() if name not in question.defaults]
    return [path, *needed, *shared, *(declared[name] for name in question.defaults)]


def _declare(name: str, argument: Argument) -> Any:  # noqa: ANN401 - an annotation
    """The type of an argument of a question, as a command declares it."""
    option = f"--{name.replace('_', '-')}"
    if argument.form is Form.FLAG:
        info = typer.Option(option, help=argument.says)
    elif argument.form is Form.NUMBER:
        info = typer.Option(option, metavar=argument.metavar, min=1, help=argument.says)
    else:
        info = typer.Argument(
            metavar=argument.metavar,
            help=argument.says,
            show_default=False,
            autocompletion=complete_bodies,
        )
    return Annotated[_TYPES[argument.form], info]


def answer_question(question: Question[..., Any], structure: Path, given: Given) -> None:
    """Ask a question and print its answer in the form asked for."""
    graph, asked = _ask_of(question, structure, given)
    as_data = given["format_"] is Format.JSON
    with answering_for(question.name):
        answer = question(graph, **asked)
        told = question.data(answer) if as_data else question.text(graph, answer)
    if isinstance(told, str):
        print_told(told)
    else:
        print_answer(graph, told)


def _ask_of(
    question: Question[..., Any], structure: Path, given: Given
) -> "tuple[AccountabilityGraph, Given]":
    """The accountability graph that a question is asked of, and what to ask.

    For a register it is that of an excerpt, where bodies go by their ids.
    """
    from govgraph import api
    from govgraph.cli.registers import cut_excerpt, is_register

    asked = {name: given[name] for name in question.arguments}
    if is_register(structure, told=given["register"]):
        refuse_options("registers", undated=given["undated"])
        loaded, ids = cut_excerpt(structure, question, question.bodies(asked))
        asked = question.with_bodies(asked, ids)
    else:
        loaded = api.load(structure)
    graph = api.build_graph(
        loaded,
        as_at=given["as_at"],
        include=given["include"] or (),
        presume=given.get("presume", False),
        undated=given["undated"],
    )
    return graph, asked
