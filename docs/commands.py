"""Makes the page of the commands, from what each command's own function says of itself.

Not from `--help`, whose look changes with typer: the page says the same with any of its versions.
"""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, Context, ParameterInfo

from govgraph.cli.main import COMMANDS

START = """# The command line

Data goes to standard output, talk to standard error. Exit codes: 0 clean, 1 findings, 2 could not
look, 130 interrupted. `govgraph COMMAND --help` says the same as this page.

`govgraph --install-completion` teaches your shell the commands and options.
"""


def command_line() -> str:
    """The page: every command with its arguments, options and an example."""
    listed = "\n".join(
        f"| [`{name}`](#{name}) | {_paragraphs(_find(name))[0]} |" for name in COMMANDS
    )
    return "\n".join((START, "| command | |", "|---|---|", listed, "", *map(_section, COMMANDS)))


def _find(command: str) -> Callable[..., Any]:
    module, _, function = COMMANDS[command].partition(":")
    return getattr(import_module(module), function)  # type: ignore[no-any-return]


def _section(command: str) -> str:
    """What a command is for, what it takes, and an example."""
    function = _find(command)
    parameters = list(_parameters(function))
    taken = " ".join(name for name, info, _ in parameters if isinstance(info, ArgumentInfo))
    rows = (f"| {name} | {_format(info, kind)} |" for name, info, kind in _shown(parameters))
    table = "\n".join(("| argument or option | |", "|---|---|", *rows))
    said = "\n\n".join(_paragraphs(function))
    usage = f"govgraph {command} {taken}".strip()
    return f"## {command}\n\n```\n{usage}\n```\n\n{said}\n\n{table}\n"


def _paragraphs(function: Callable[..., Any]) -> list[str]:
    """The docstring, an example in code."""
    paragraphs = [" ".join(each.split()) for each in (inspect.getdoc(function) or "").split("\n\n")]
    return [_as_code(each) for each in paragraphs]


def _as_code(paragraph: str) -> str:
    before, found, example = paragraph.partition("govgraph ")
    if not found or not before.endswith(": "):
        return paragraph
    shell = "sh" if before == "Example: " else ""  # others need a file that the reader has
    return f"{before.strip()}\n\n```{shell}\n{found}{example}\n```"


Parameter = tuple[str, ParameterInfo, Any]


def _parameters(function: Callable[..., Any]) -> Iterator[Parameter]:
    """Each argument and option: what it is called, what is said of it, what it takes."""
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints[name]
        if hint is Context:
            continue
        kind, info = (
            get_args(hint)[0],
            next(each for each in get_args(hint)[1:] if isinstance(each, ParameterInfo)),
        )
        required = parameter.default is inspect.Parameter.empty
        if isinstance(info, ArgumentInfo):
            called = info.metavar or name.strip("_").upper()
            yield called if required else f"[{called}]", info, kind
        else:
            yield name, info, kind


def _shown(parameters: list[Parameter]) -> Iterator[Parameter]:
    for name, info, kind in parameters:
        if isinstance(info, ArgumentInfo):
            yield f"`{name}`", info, kind
            continue
        declared = [each for each in info.param_decls or () if each.startswith("-")]
        given = declared or [f"--{name.strip('_').replace('_', '-')}"]
        takes = "" if kind is bool else f" {info.metavar or _metavar(kind)}"
        yield ", ".join(f"`{each}{takes}`".replace("|", "\\|") for each in given), info, kind


def _metavar(kind: Any) -> str:  # noqa: ANN401 - any annotation
    """What an option takes, where it has no word of its own for it."""
    inner = [each for each in get_args(kind) if each is not type(None)]
    if get_origin(kind) is UnionType or inner:
        return _metavar(inner[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(each.value for each in kind)
    return {int: "NUMBER", float: "NUMBER"}.get(kind, "TEXT")


def _format(info: ParameterInfo, kind: Any) -> str:  # noqa: ANN401 - as above
    """The help, and from where else the value may come."""
    del kind
    told = " ".join((info.help or "").split()).replace("|", "\\|")
    return f"{told} Also the environment's `{info.envvar}`." if info.envvar else told
