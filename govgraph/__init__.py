"""Who answers to whom: governance structures as accountability graphs.

    import govgraph

    structure = govgraph.load("data/hampshire")
    graph = govgraph.build_graph(structure, as_at="2010-04", include=["proposed"])
    govgraph.chain(graph, "Hart Local Children's Partnership").chains
    govgraph.check(graph).findings

The verbs are imported when first used, so that `import govgraph` costs nothing. What a notebook
shows of a record is worked out when a notebook asks.
"""

from typing import TYPE_CHECKING, Any

from govgraph.about import VERSION
from govgraph.model.shown import Form, show_with

if TYPE_CHECKING:
    from govgraph.verbs import against as against
    from govgraph.verbs import build_graph as build_graph
    from govgraph.verbs import chain as chain
    from govgraph.verbs import check as check
    from govgraph.verbs import common as common
    from govgraph.verbs import convert as convert
    from govgraph.verbs import diagram as diagram
    from govgraph.verbs import diff as diff
    from govgraph.verbs import draw as draw
    from govgraph.verbs import impact as impact
    from govgraph.verbs import load as load
    from govgraph.verbs import paper as paper
    from govgraph.verbs import paths as paths
    from govgraph.verbs import people as people
    from govgraph.verbs import policy as policy
    from govgraph.verbs import query as query
    from govgraph.verbs import report as report
    from govgraph.verbs import reports as reports
    from govgraph.verbs import requirements as requirements
    from govgraph.verbs import seats as seats
    from govgraph.verbs import show as show
    from govgraph.verbs import ties as ties
    from govgraph.verbs import timeline as timeline

__version__ = VERSION
VERBS = (
    "load",
    "build_graph",
    "show",
    "chain",
    "reports",
    "paths",
    "common",
    "impact",
    "query",
    "people",
    "seats",
    "requirements",
    "against",
    "ties",
    "check",
    "policy",
    "diff",
    "timeline",
    "diagram",
    "draw",
    "report",
    "paper",
    "convert",
)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the verb is
    if name not in VERBS:
        raise AttributeError(f"module 'govgraph' has no attribute '{name}'")
    from govgraph import verbs

    return getattr(verbs, name)


def __dir__() -> list[str]:
    return sorted([*VERBS, "__version__"])


def _show(record: object, form: Form) -> str | None:
    """A record as a notebook shows it: the rooms below cannot know how reporting puts it."""
    from govgraph.reporting.notebook.show import show

    return show(record, form)


show_with(_show)
