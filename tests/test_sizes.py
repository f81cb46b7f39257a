"""Nothing grows too large to be read at once: a command, a function, a module."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from govgraph.cli.main import COMMANDS
from govgraph.questions.question_catalogue import QUESTIONS

ROOT = Path(__file__).parents[1] / "govgraph"
MODULES = sorted(ROOT.rglob("*.py"))
MODULE, FUNCTION, COMMAND = 300, 40, 10
"""Lines of a module; of a function and of a command without signature and docstring."""

LONGER = {"api.py"}
"""The public verbs stand in one module, so that their names stand once; most is docstrings."""

SAME = (
    {"checks", "registers/rules", "spark/rules"},  # one rule, or one step, on three engines
    {"graph", "spark/graph"},  # one primitive on two engines
    {"analysis", "questions"},  # an answer, and the question that it answers
    {"model", "wording"},  # a thing, and how it is said
    {"cli", "analysis", "reporting"},  # what is done, and the command that does it
)
"""Rooms in which one file name stands for one thing."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Body(NamedTuple):
    """A function and how many lines its body has."""

    name: str
    lines: int


def bodies(path: Path) -> Iterator[Body]:
    """Every function of a module, inner ones among them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield Body(node.name, count_lines(node))


def count_lines(function: Function) -> int:
    """The lines of a function's statements, without docstring, comments and imports.

    Imports stand within functions here only so that a start is fast.
    """
    said = ast.get_docstring(function) is not None
    statements = function.body[1:] if said else function.body
    within = [node for statement in statements for node in ast.walk(statement)]
    imported = {
        line
        for node in within
        if isinstance(node, ast.Import | ast.ImportFrom)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    written = {
        line
        for node in within
        if isinstance(node, ast.stmt | ast.expr)
        for line in (node.lineno, node.end_lineno or node.lineno)
    }
    return len(written - imported)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_and_its_functions_can_be_read_at_once(path: Path) -> None:
    """A longer one is two things."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MODULE or str(path.relative_to(ROOT)) in LONGER
    assert [body for body in bodies(path) if body.lines > FUNCTION] == []


def commands() -> Iterator[tuple[str, str]]:
    """The module and the function of every command."""
    for name, target in COMMANDS.items():
        module, _, function = target.partition(":")
        if name not in QUESTIONS:  # whose commands are made
            yield module, function


@pytest.mark.parametrize(("module", "function"), sorted(set(commands())))
def test_a_command_parses_calls_one_function_and_prints(module: str, function: str) -> None:
    """It decides nothing itself."""
    path = ROOT.parent.joinpath(*module.split(".")).with_suffix(".py")
    (body,) = (body for body in bodies(path) if body.name == function)
    assert body.lines <= COMMAND


def test_a_file_name_means_one_thing() -> None:
    """Whoever looks for a file by its name finds it, or the same thing in a room beside it."""
    rooms: dict[str, set[str]] = {}
    for path in MODULES:
        rooms.setdefault(path.name, set()).add(path.parent.relative_to(ROOT).as_posix())
    del rooms["__init__.py"]
    several = {name: found for name, found in rooms.items() if len(found) > 1}
    assert [name for name, found in several.items() if not any(found <= one for one in SAME)] == []
