"""A question, and all that is made of it: command, verb, JSON, assistants' tool, documentation."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, Generic, ParamSpec, TypeVar

from govgraph.graph.answer import Answer, graph_of
from govgraph.model.names import find_body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govgraph.graph.accountability import AccountabilityGraph
    from govgraph.graph.walks import Walks
    from govgraph.model.structure import Structure
    from govgraph.reporting.json_shapes import Schema

P = ParamSpec("P")
A = TypeVar("A")
Data = dict[str, Any]


class Form(StrEnum):
    """What an argument is."""

    BODY = "body"
    BODIES = "bodies"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a question, as its signature declares it.

    Attributes:
        form: what it is.
        says: what it is, in one line.
        metavar: how it stands in the usage of the command.
        for_tools: whether assistants may give it.
    """

    form: Form
    says: str
    metavar: str = ""
    for_tools: bool = True


Body = Annotated[str, Argument(Form.BODY, "A body, by id, name, other name or acronym.", "BODY")]
Superior = Annotated[str, Argument(Form.BODY, "The body at the top.", "SUPERIOR")]
Bodies = Annotated["Sequence[str]", Argument(Form.BODIES, "Two or more bodies.", "BODY BODY...")]
Most = Annotated[int, Argument(Form.NUMBER, "Give at most this many.", "NUMBER", for_tools=False)]
MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Generic[A]):
    """How a question is asked and its answer told.

    Attributes:
        needs: what of a register it must be asked of.
        gives: the fields of its answer as JSON, in order, each with its schema.
        text: the answer as people read it in a terminal.
        example: a command line that asks it.
        data: the answer as JSON; the fields of `gives` as the answer has them, unless given.
        lists: the fields that assistants get page by page.
        tool: what assistants are told of it; what the command says unless given.
        presumes: whether 'part of' may count as a presumed line.
    """

    needs: Walks
    gives: Schema
    text: Callable[[AccountabilityGraph, A], str]
    example: str
    data: Callable[[A], Data] | None = None
    lists: tuple[str, ...] = ()
    tool: str = ""
    presumes: bool = True


class Question(Generic[P, A]):
    """A question; calling it asks it, its bodies by any of their names.

    Attributes:
        name: what it is called everywhere.
        says: what it answers, in one line.
        explains: what it says of itself, without an example in Python.
        arguments: its arguments by name, in order, beside the graph.
        defaults: the values of those that may be left out.
        wording: how it is asked and told.
    """

    def __init__(
        self, find: Callable[Concatenate[AccountabilityGraph, P], A], wording: Wording[A]
    ) -> None:
        self.find = find
        self.wording = wording
        self.name = find.__name__
        self.__name__ = find.__name__
        self.__doc__ = find.__doc__
        self.__signature__ = inspect.signature(find)
        self.explains = inspect.cleandoc(find.__doc__ or "").partition(">>>")[0].strip()
        self.says = inspect.cleandoc(find.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
        declared = [*self.__signature__.parameters.values()][1:]
        self.arguments: dict[str, Argument] = {
            each.name: each.annotation.__metadata__[0] for each in declared
        }
        self.defaults: dict[str, Any] = {
            each.name: each.default for each in declared if each.default is not each.empty
        }

    def __call__(
        self, graph: AccountabilityGraph | Structure, *args: P.args, **kwargs: P.kwargs
    ) -> A:
        """The answer; a structure is asked as at its own date.

        Raises:
            QuestionError: a body goes by no name of the structure, or by several.
            SettingsError: something else is asked than a graph or a structure.
        """
        graph = graph_of(graph)
        bound = self.__signature__.bind(graph, *args, **kwargs)
        asked = {name: value for name, value in bound.arguments.items() if name in self.arguments}
        ids = [find_body(graph.structure, name).id for name in self.bodies(asked)]
        bound.arguments.update(self.with_bodies(asked, ids))
        answer = self.find(*bound.args, **bound.kwargs)
        return answer.asked_of(graph) if isinstance(answer, Answer) else answer

    def bodies(self, asked: Mapping[str, Any]) -> list[str]:
        """The bodies among its arguments, in order."""
        found: list[str] = []
        for name, value in asked.items():
            form = self.arguments[name].form
            alone = form is Form.BODY or isinstance(value, str)
            found += ([value] if alone else value) if form in {Form.BODY, Form.BODIES} else []
        return found

    def with_bodies(self, asked: Mapping[str, Any], bodies: Sequence[str]) -> dict[str, Any]:
        """Its arguments with other words for the bodies among them, in the same order."""
        left = iter(bodies)
        given = dict(asked)
        for name, value in asked.items():
            form = self.arguments[name].form
            if form is Form.BODY:
                given[name] = next(left)
            elif form is Form.BODIES:
                given[name] = [next(left) for _ in ([value] if isinstance(value, str) else value)]
        return given

    def text(self, graph: AccountabilityGraph, answer: A) -> str:
        """An answer as people read it in a terminal."""
        return self.wording.text(graph, answer)

    def data(self, answer: A) -> Data:
        """An answer as JSON."""
        from govgraph.reporting.answer_json import answer_as_data

        if self.wording.data:
            return self.wording.data(answer)
        return answer_as_data(answer, self.wording.gives)


def question(
    wording: Wording[A],
) -> Callable[[Callable[Concatenate[AccountabilityGraph, P], A]], Question[P, A]]:
    """Make a question of the function that finds its answer, by the ids of bodies.

    The function's docstring is what the question says of itself; each of its arguments but the
    graph is declared by its type: `Body`, `Bodies`, `Most`.
    """
    return lambda find: Question(find, wording)
