"""Makes the page of the public names, from their docstrings: each with what it takes and gives."""

import inspect
import json
import re
from collections.abc import Iterator

import govgraph
from govgraph.checks.finding import Tallied
from govgraph.questions.question import Question

GROUPS: dict[str, tuple[str, ...]] = {
    "Making, reading and saving": (
        "load", "structure", "Builder", "from_edges", "from_networkx", "to_networkx", "to_dict",
        "to_rows", "save", "validate", "convert", "Account", "against",
    ),
    "Asking": (
        "build_graph", "show", "chain", "reports", "paths", "common", "impact", "peers", "ties",
        "people", "seats", "requirements", "timeline", "query", "ask", "Answer",
    ),
    "Checking": (
        "check", "policy", "diff", "Findings", "Finding", "Severity", "Check", "Comparison",
    ),
    "Showing": ("diagram", "draw", "report", "paper", "View", "Diagram", "Drawing"),
    "Records": (
        "Structure", "AccountabilityGraph", "Body", "Relation", "Seat", "Person", "Source",
        "Citation", "PartialDate", "Basis", "Status",
    ),
    "Errors": (
        "GovgraphError", "LoadError", "QuestionError", "SettingsError", "PluginError", "Problem",
        "Place",
    ),
}  # fmt: skip
"""Every public name, by what it is for; a test holds that none is missing."""

START = """# Public names

Everything here is imported from `govgraph` itself, as `govgraph.load`, when it is first used. Each
example runs as a test. What a name of these promises, and for how long, is said in
[stability](stability.md).
"""
_SECTION = re.compile(r"^(Args|Attributes|Raises):$", re.MULTILINE)
_ITEM = re.compile(r"^ {4}([\w, ]+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def public_names() -> str:
    """The page."""
    return "\n".join((START, *(_group(title, names) for title, names in GROUPS.items())))


def _group(title: str, names: tuple[str, ...]) -> str:
    return "\n".join((f"## {title}\n", *map(_entry, names)))


def _entry(name: str) -> str:
    """What one name is: how it is called, its docstring, its example, its public methods."""
    thing = getattr(govgraph, name)
    parts = [f"### {name}\n", f"```python\n{_call(name, thing)}\n```\n"]
    parts += _told(inspect.getdoc(thing) or "")
    if inspect.isclass(thing):
        parts += _methods(thing)
    return "\n".join(parts)


def _call(name: str, thing: object) -> str:
    """How it is called, as Python shows a signature, shortened where it is long."""
    if inspect.isclass(thing):
        return f"govgraph.{name}"
    found = thing.__signature__ if isinstance(thing, Question) else inspect.signature(thing)  # type: ignore[arg-type]
    parameters = []
    for each in found.parameters.values():
        star = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(each.kind.name, "")
        default = "" if each.default is each.empty else f"={_written(each.default)}"
        if each.kind is each.KEYWORD_ONLY and "*" not in parameters and not star:
            parameters.append("*")
        parameters.append(f"{star}{each.name}{default}")
    return f"govgraph.{name}({', '.join(parameters)})"


def _written(default: object) -> str:
    """A default as our own code has it: text in double quotes."""
    return json.dumps(default) if isinstance(default, str) else repr(default)


def _told(docstring: str) -> Iterator[str]:
    """A docstring in Google's form as Markdown."""
    text, example, rest = docstring.partition(">>> ")
    before, *sections = _SECTION.split(text)
    yield f"{before.strip()}\n"
    for heading, content in zip(sections[::2], sections[1::2], strict=True):
        yield f"{heading}\n"
        items = _ITEM.findall(content)
        yield "\n".join(f"- `{name}`: {' '.join(says.split())}" for name, says in items) + "\n"
    if example:
        yield f"```pycon\n{example}{rest.strip()}\n```\n"


def _methods(kind: type) -> Iterator[str]:
    """The public methods and properties of a type, each in a line."""
    inherited = vars(Tallied) if issubclass(kind, Tallied) else {}
    told = [
        (name, inspect.getdoc(value) or "")
        for name, value in {**inherited, **vars(kind)}.items()
        if not name.startswith("_") and (callable(value) or hasattr(value, "__get__"))
    ]
    rows = [(name, doc.partition("\n\n")[0].replace("\n", " ")) for name, doc in told if doc]
    rows = [(name, says) for name, says in rows if not says.startswith("Alias for field")]
    if rows:
        yield "\n".join(f"- `.{name}`: {says}" for name, says in rows) + "\n"
