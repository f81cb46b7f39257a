"""Who answers to whom: governance structures as accountability graphs.

    import govgraph

    structure = govgraph.load("data/hampshire")
    graph = govgraph.build_graph(structure, as_at="2010-04", include=["proposed"])
    govgraph.chain(graph, "Hart Local Children's Partnership").chains
    govgraph.check(graph).findings

The public names stand in `__init__.pyi`, each with where it comes from. They are imported when
first used, so that `import govgraph` costs nothing. What a notebook shows of a record is worked
out when a notebook asks.
"""

from functools import cache as _cache
from typing import Any

from govgraph.about import VERSION
from govgraph.model.shown import Form, show_with

__version__ = VERSION


@_cache
def _public_names() -> dict[str, tuple[str, str]]:
    """Each public name with the module it is imported from, and its name there."""
    import ast
    from pathlib import Path

    stub = Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    return {
        name.asname or name.name: (statement.module or "", name.name)
        for statement in ast.parse(stub).body
        if isinstance(statement, ast.ImportFrom)
        for name in statement.names
    }


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is public
    if name == "__all__":
        return __dir__()
    if name.startswith("_") or name not in _public_names():
        raise AttributeError(f"module 'govgraph' has no attribute '{name}'")
    from importlib import import_module

    module, there = _public_names()[name]
    return getattr(import_module(module), there)


def __dir__() -> list[str]:
    return sorted(_public_names())


def _show(record: object, form: Form) -> Any:  # noqa: ANN401 - text, or data
    """A record as a notebook shows it: the rooms below cannot know how reporting puts it."""
    from govgraph.questions.telling import tell

    return tell(record, form)


def _act(verb: str, *given: Any, **options: Any) -> Any:  # noqa: ANN401 - as the verb says
    """What a method of a record does, which stands among the verbs."""
    from govgraph import api

    return getattr(api, verb)(*given, **options)


show_with(_show, _act)
