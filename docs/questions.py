"""Makes the page of the questions from their records."""

import inspect
from collections.abc import Iterator
from typing import Any

from govgraph.graph.walks import AROUND, BESIDE, DEPENDANTS, DOWNWARD, UPWARD, Walks
from govgraph.questions.question import Argument, Form, Question
from govgraph.questions.question_catalogue import QUESTIONS, find_question

HEAD = """# Questions

A question is asked in the same words on the command line, in Python and by an
[assistant](mcp.md), and answered with the same fields of [JSON](json.md). A body goes by its id,
its name, another name or an acronym. This page is made from the questions' own records.
"""
NEEDS: dict[Walks, str] = {
    UPWARD: "everything above the bodies",
    DOWNWARD: "everything below the body",
    DEPENDANTS: "everything below the body, and everything above any of that",
    AROUND: "the relations from and to the body",
    BESIDE: "the superiors of the body, and who answers to them directly",
}
"""What of a register is read, by the walks that read it."""
FORMS = {
    Form.BODY: "a body",
    Form.BODIES: "bodies",
    Form.NUMBER: "a number",
    Form.FLAG: "true or false",
}


def questions_page() -> str:
    """The whole page."""
    parts = [part for name in QUESTIONS for part in _section(find_question(name))]
    return "\n".join([HEAD, *parts])


def _section(question: Question[..., Any]) -> Iterator[str]:
    wording = question.wording
    yield f"## {question.name}\n\n{question.says}\n"
    example = wording.example.replace("\n", " \\\n  ")
    signature = ", ".join(map(_parameter, inspect.signature(question).parameters.values()))
    yield f"```sh\ngovgraph {example}\n```\n"
    yield f"```python\ngovgraph.{question.name}({signature})\n```\n"
    yield "| argument | is | |\n|---|---|---|"
    for name, argument in question.arguments.items():
        yield _row(question, name, argument)
    fields = ", ".join(f"`{key}`" for key in wording.gives)
    yield f"\nJSON: {fields}.\n"
    yield f"Of a register it reads {NEEDS[wording.needs]}.\n"


def _row(question: Question[..., Any], name: str, argument: Argument) -> str:
    usual = f"; {question.defaults[name]} unless given" if name in question.defaults else ""
    usual = usual.replace("False", "false")
    return f"| `{name}` | {FORMS[argument.form]}{usual} | {argument.says} |"


def _parameter(parameter: inspect.Parameter) -> str:
    usual = "" if parameter.default is parameter.empty else f"={parameter.default}"
    return f"{parameter.name}{usual}"
