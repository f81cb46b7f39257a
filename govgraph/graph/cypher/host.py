"""The graph that a query is asked of: labels, attributes, and a count of what it looks at."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

import networkx

from govgraph.errors import QuestionError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.cypher.plan import Vocabulary
from govgraph.graph.view import build_networkx
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure

LABELS = "__labels__"
"""Where grand-cypher looks for the labels of a body and the type of a relation."""

BODY_ATTRIBUTES = frozenset(
    {"since", *(each.name.rstrip("_") for each in fields(Body) if each.compare)}
)
_RELATION_NAMES = {"from": "since", "from_body": "from", "to_body": "to"}
RELATION_ATTRIBUTES = frozenset(
    {
        "accountability",
        *(
            _RELATION_NAMES.get(name, name)
            for name in (each.name.rstrip("_") for each in fields(Relation) if each.compare)
        ),
    }
)
_NOT_LABEL = re.compile(r"[^A-Za-z0-9]+")
_NOT_TYPE = re.compile(r"\W+", re.ASCII)


_Networkx: Any = networkx.MultiDiGraph


class HostGraph(_Networkx):  # type: ignore[misc] # the stubs know nothing of its inner columns
    """Bodies and relations that count how often they are looked at, and refuse beyond a number.

    A query of a few words can ask for more ways through a graph than anybody can wait for. A count
    of steps, unlike a clock, lets the same query end in the same way on every machine.
    """

    most_steps: int | None = None
    steps = 0

    def spend(self, steps: int = 1) -> None:
        """Count some steps.

        Raises:
            QuestionError: they are more than may be taken.
        """
        self.steps += steps
        if self.most_steps is not None and self.steps > self.most_steps:
            raise QuestionError(
                f"the query looks at more than {self.most_steps:,} places; narrow it down with "
                "labels, a WHERE or shorter paths, or allow more with --work"
            )

    @property
    def nodes(self) -> Any:  # noqa: ANN401 - as networkx has it
        """The bodies."""
        self.spend()
        return self._all_nodes

    @property
    def adj(self) -> Any:  # noqa: ANN401 - as above
        """The relations from each body."""
        return self._counted_adj

    @property
    def pred(self) -> Any:  # noqa: ANN401 - as above
        """The relations to each body."""
        return self._counted_pred

    def has_edge(self, u: str, v: str, key: int | None = None) -> bool:
        """Whether a relation runs from one body to another."""
        self.spend()
        relations = self._adj.get(u, {}).get(v, {})
        return bool(relations) if key is None else key in relations

    def get_edge_data(self, u: str, v: str, key: int | None = None) -> Any:  # noqa: ANN401 - as above
        """What is said of the relations from one body to another, or of one of them; or None."""
        self.spend()
        relations = self._adj.get(u, {}).get(v)
        return relations if key is None or relations is None else relations.get(key)

    @cached_property
    def _all_nodes(self) -> Any:  # noqa: ANN401 - as above
        return networkx.classes.reportviews.NodeView(self)

    @cached_property
    def _counted_adj(self) -> "_Counted":
        return _Counted(self, self._adj)

    @cached_property
    def _counted_pred(self) -> "_Counted":
        return _Counted(self, self._pred)


class _Counted(Mapping[Any, Any]):
    """The neighbours of each body; each look costs as many steps as there are."""

    def __init__(self, host: HostGraph, neighbours: Mapping[Any, Any]) -> None:
        self._host = host
        self._neighbours = neighbours

    def __getitem__(self, body: Any) -> Any:  # noqa: ANN401 - as networkx has it
        found = self._neighbours[body]
        self._host.spend(1 + len(found))
        return found

    def __iter__(self) -> Iterator[Any]:
        return iter(self._neighbours)

    def __len__(self) -> int:
        return len(self._neighbours)


def build_host(graph: AccountabilityGraph) -> HostGraph:
    """Every body and relation that holds from the graph's standpoint, as a query sees them."""
    view = build_networkx(graph)
    host = HostGraph()
    for id_, body in view.nodes(data=True):
        lived = {"since": body["from"]} if "from" in body else {}
        host.add_node(id_, **_fixed(body | lived), **{LABELS: {label_of(body["kind"])}})
    for below, above, relation in view.edges(data=True):
        # In a file `from` is a body there, and the date is `since`.
        written = {_RELATION_NAMES.get(name, name): value for name, value in relation.items()}
        host.add_edge(below, above, **_fixed(written), **{LABELS: {type_of(relation["kind"])}})
    return host


def _fixed(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes that can be told apart: lists as tuples."""
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in attributes.items()
    }


def vocabulary_of(structure: Structure) -> Vocabulary:
    """What a query of a structure may name: kinds built in, declared or in use."""
    bodies = {*structure.kinds_of_body, *(body.kind for body in structure.bodies)}
    relations = {*structure.kinds_of_relation, *(each.kind for each in structure.relations)}
    return Vocabulary(
        labels=frozenset(map(label_of, bodies)),
        types=frozenset(map(type_of, relations)),
        of_bodies=BODY_ATTRIBUTES,
        of_relations=RELATION_ATTRIBUTES,
    )


def label_of(kind: str) -> str:
    """The label of a kind of body: its words, each with a capital, joined.

    >>> label_of("sub-cluster")
    'SubCluster'
    >>> label_of("tîm lleol")
    'TimLleol'
    """
    plain = unicodedata.normalize("NFKD", kind).encode("ascii", "ignore").decode()
    label = "".join(word[0].upper() + word[1:] for word in _NOT_LABEL.split(plain) if word)
    return f"_{label}" if not label[:1].isalpha() else label


def type_of(kind: str) -> str:
    """The type of a kind of relation: the kind itself, but for what no type can hold.

    >>> type_of("reports_to"), type_of("vets-budget-of")
    ('reports_to', 'vets_budget_of')
    """
    plain = unicodedata.normalize("NFKD", kind).encode("ascii", "ignore").decode()
    name = _NOT_TYPE.sub("_", plain)
    return f"_{name}" if not name[:1].isalpha() else name
