"""The questions by name; each stands in a module of its own, and is imported when it is asked."""

from importlib import import_module
from typing import Any

from govgraph.errors import QuestionError
from govgraph.questions.question import Question

QUESTIONS = ("show", "chain", "reports", "paths", "common", "impact", "peers")
"""Every question, in the order of `--help`."""


def find_question(name: str) -> Question[..., Any]:
    """The question of that name.

    Raises:
        QuestionError: there is none.
    """
    if name not in QUESTIONS:
        from govgraph.model.names import nearest_words

        close = nearest_words((name,), QUESTIONS)
        meant = f"; did you mean '{close[0]}'?" if close else ""
        allowed = ", ".join(QUESTIONS)
        raise QuestionError(f"there is no question '{name}'{meant} (allowed: {allowed})")
    found: Question[..., Any] = getattr(import_module(f"govgraph.questions.{name}"), name)
    return found
