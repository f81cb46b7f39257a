"""The questions by name; each stands in a module of its own, and is imported when it is asked.

Packages bring others under the entry point `govgraph.questions`, made as ours are.
"""

from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Any

from govgraph.errors import QuestionError, SettingsError
from govgraph.plugins import blaming, find_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.plugins import Plugin
    from govgraph.questions.question import Question

QUESTIONS = ("show", "chain", "reports", "paths", "common", "impact", "peers")
"""Every question of ours, in the order of `--help`."""
GROUP = "govgraph.questions"


def other_questions() -> tuple[str, ...]:
    """The names of the questions that installed packages bring, sorted.

    Raises:
        SettingsError: one cannot be loaded, is no `Question`, or has a name that is taken.
    """
    names: list[str] = []
    for plugin, question in _brought():
        if question.name in {*QUESTIONS, *names}:
            raise SettingsError(
                f"the question '{question.name}' of {plugin.owner} is taken already"
            )
        names.append(question.name)
    return tuple(sorted(names))


def answering_for(name: str) -> AbstractContextManager[None]:
    """A block in which what a question of somebody else's raises is told as theirs."""
    if name in QUESTIONS:
        return nullcontext()
    owners = {each.name: plugin.owner for plugin, each in _brought()}
    return blaming(owners.get(name, "somebody else"), f"the question '{name}'")


def find_question(name: str) -> "Question[..., Any]":
    """The question of that name.

    Raises:
        QuestionError: there is none.
    """
    if name not in QUESTIONS:
        others = {each.name: each for _, each in _brought()}
        if name in others:
            return others[name]
        from govgraph.model.names import nearest_words

        known = (*QUESTIONS, *other_questions())
        close = nearest_words((name,), known)
        meant = f"; did you mean '{close[0]}'?" if close else ""
        allowed = ", ".join(known)
        raise QuestionError(f"there is no question '{name}'{meant} (allowed: {allowed})")
    found: Question[..., Any] = getattr(import_module(f"govgraph.questions.{name}"), name)
    return found


def _brought() -> "Iterator[tuple[Plugin, Question[..., Any]]]":
    """The questions of packages; what a question is made of is imported for them alone."""
    from govgraph.questions.question import Question

    yield from find_of_kind(GROUP, Question, "question")
