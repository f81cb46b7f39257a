"""What every answer can do: it knows what it was asked of, and so shows and tells itself."""

from dataclasses import dataclass, field, replace
from typing import Any, Self

from govgraph.errors import SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.shown import Form, Shown
from govgraph.model.structure import Structure


def graph_of(asked: AccountabilityGraph | Structure) -> AccountabilityGraph:
    """What a question is asked of: a graph, or a structure as at its own date.

    Raises:
        SettingsError: it is neither.
    """
    if isinstance(asked, AccountabilityGraph):
        return asked
    if isinstance(asked, Structure):
        return AccountabilityGraph(asked, asked.standpoint())
    raise SettingsError(
        f"a question is asked of a graph or a structure, not of a {type(asked).__name__}; "
        "govgraph.load reads a structure"
    )


@dataclass(frozen=True, slots=True)
class Answer(Shown):
    """The answer to a question of an accountability graph.

    Attributes:
        graph: what was asked, where it was asked: the names behind the ids, and the standpoint.

    >>> import govgraph
    >>> answer = govgraph.reports(govgraph.from_edges([("Audit", "Council")]), "Council")
    >>> answer.graph.superiors("audit")
    ('council',)
    """

    graph: AccountabilityGraph | None = field(default=None, compare=False, repr=False, kw_only=True)

    def asked_of(self, graph: AccountabilityGraph) -> Self:
        """The same answer, which knows what it was asked of."""
        return self if self.graph is graph else replace(self, graph=graph)

    def to_dict(self) -> dict[str, Any]:
        """The answer as `--format json` prints it, with the standpoint from which it holds.

        Raises:
            QuestionError: it was made by hand, and knows no graph.

        >>> import govgraph
        >>> graph = govgraph.build_graph(govgraph.load("data/hampshire"))
        >>> govgraph.reports(graph, "hart-lcp").to_dict()["body"]
        'hart-lcp'
        """
        data: dict[str, Any] = self._told(Form.DATA)
        return data
