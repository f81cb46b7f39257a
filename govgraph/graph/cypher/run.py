"""Runs a query through grand-cypher: checked before, bounded, and in the same order each time."""

import math
import warnings
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import grandcypher
import grandiso
import networkx
from lark import Tree, UnexpectedInput
from lark.exceptions import VisitError

from govgraph.errors import GovgraphError, QuestionError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.cypher.cypher_words import explain, find_mixed
from govgraph.graph.cypher.host import LABELS, HostGraph, build_host, vocabulary_of
from govgraph.graph.cypher.plan import check_plan

MOST_CHARACTERS = 2000
"""How long a query may be: grand-cypher takes time in proportion to the cube of it."""
MOST_MATCHES = 100_000
"""How many matches are kept while they are sorted, counted or cut."""
MOST_STEPS = 1_000_000
"""How many bodies and relations are looked at, unless more is asked for: ten seconds at worst."""

Columns = Mapping[str, list[Any]]


def run_query(graph: AccountabilityGraph, query: str, most_steps: int = MOST_STEPS) -> Columns:
    """The columns that a query returns, each with its values, in the order it asks for.

    Where it asks for no order, rows stand in the order in which the structure was written.

    Raises:
        QuestionError: the query cannot be read, asks for what grand-cypher does not do or does
            otherwise than Cypher means it, or looks at more than it may.
    """
    tree = _parse(query)
    check_plan(tree, vocabulary_of(graph.structure))
    host = build_host(graph)
    host.steps, host.most_steps = 0, most_steps
    asked = _Reader(host)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of backslashes in the author's text
            asked.transform(tree)
            columns = asked.executor.returns()
    except GovgraphError:
        raise
    except Exception as error:
        raise QuestionError(f"grand-cypher cannot answer this query: {_reason(error)}") from error
    return _whole({name: [_plain(value) for value in columns[name]] for name in asked.returned})


class _Reader(grandcypher.GrandCypherTransformer):  # type: ignore[misc] # it ships no types
    """Makes an executor of a tree, and keeps the order in which columns are asked for."""

    def __init__(self, host: HostGraph) -> None:
        super().__init__(host)
        self.executor = _Executor(host)
        self._executors = [self.executor]
        self.returned: tuple[str, ...] = ()

    def return_clause(self, clause: list[Any]) -> None:
        """The names of the columns, as grand-cypher gives them."""
        names = []
        for item in filter(None, clause):
            what = item.children[0]
            counts = isinstance(what, Tree) and what.data == "aggregation_function"
            written = str(self._parse_aggregation_token(what) if counts else what)
            names.append(self._extract_alias(item) or written)
        self.returned = tuple(names)
        super().return_clause(clause)


class _Executor(grandcypher.GrandCypherExecutor):  # type: ignore[misc] # it ships no types
    """Finds matches without guessing where to begin, sorts them, and stops where there are many.

    grand-cypher's own guesses leave out a label where a query has several parts.
    """

    def __init__(self, host: HostGraph) -> None:
        super().__init__(host)
        self._host = host
        self._sorted: tuple[Any, ...] | None = None
        self._order = {body: place for place, body in enumerate(host)}

    def _is_limit(self, length: int) -> bool:
        """Never: LIMIT counts rows, and rows are counted once they are sorted.

        Raises:
            QuestionError: there are more matches than are kept.
        """
        if length > MOST_MATCHES:
            raise QuestionError(
                f"more than {MOST_MATCHES:,} places match; narrow the query down with labels, a "
                "WHERE or shorter paths"
            )
        return False

    def _matches_iter(self, motif: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401 - untyped there
        """Every match of every part of a pattern, each with each."""
        places = {name: place for place, name in enumerate(motif)}
        parts = sorted(
            (sorted(part, key=places.__getitem__) for part in _parts(motif)),
            key=lambda part: places[part[0]],
        )
        first, *others = (self._matches_of(_cut(motif, part)) for part in parts)
        kept = [self._kept(other) for other in others]
        for match in first:
            for together in product(*kept):
                self._host.spend()
                yield match | {name: body for one in together for name, body in one.items()}

    def _matches_of(self, part: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401 - as above
        """Every match of a part whose names all hang together."""
        found: Iterator[dict[str, str]] = grandiso.find_motifs_iter(
            part,
            self._host,
            is_node_attr_match=grandcypher._is_node_attr_match,  # noqa: SLF001 - as it does
            is_edge_attr_match=grandcypher._is_edge_attr_match,  # noqa: SLF001 - as above
        )
        return found

    def _kept(self, matches: Iterator[dict[str, str]]) -> list[dict[str, str]]:
        """All of some matches, unless there are too many."""
        kept: list[dict[str, str]] = []
        for match in matches:
            kept.append(match)
            self._is_limit(len(kept))
        return kept

    def _get_true_matches(self) -> tuple[Any, ...]:
        """The matches that hold, in the order of the structure."""
        if self._sorted is None:
            self._sorted = self._matches = tuple(
                sorted(super()._get_true_matches(), key=self._rank)
            )
        return self._sorted

    def _rank(self, match: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
        """Where a match stands: by the bodies in the order of their names in the query."""
        named = [match.node_mappings[name] for name in self._motif]
        keys = [path.keys for path in match.edge_mapping.edge_paths]
        return (*(self._order[body] for body in named), len(match.node_mappings), keys)


def _parse(query: str) -> Tree[Any]:
    """The query as a tree.

    Raises:
        QuestionError: it cannot be read; says where, and what is allowed instead.
    """
    if len(query) > MOST_CHARACTERS:
        raise QuestionError(f"a query may have at most {MOST_CHARACTERS:,} characters")
    if mixed := find_mixed(query):
        raise QuestionError(str(mixed))
    try:
        tree: Tree[Any] = grandcypher._GrandCypherGrammar.parse(query)  # noqa: SLF001 - no public way
    except UnexpectedInput as error:
        raise QuestionError(str(explain(query, error.line, error.column))) from error
    return tree


def _parts(motif: Any) -> list[set[str]]:  # noqa: ANN401 - as above
    """The names of a pattern that hang together by relations, part by part."""
    return list(networkx.weakly_connected_components(motif))


def _cut(motif: Any, names: list[str]) -> Any:  # noqa: ANN401 - as above
    """One part of a pattern, its names in the order of the query."""
    part: networkx.DiGraph[str] = networkx.DiGraph()
    part.add_nodes_from((name, motif.nodes[name]) for name in names)
    kept = frozenset(names)
    part.add_edges_from(edge for edge in motif.edges(data=True) if edge[0] in kept)
    return part


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever an attribute holds
    """A value without what grand-cypher adds: a body or relation says its labels as a list."""
    if isinstance(value, Mapping):
        kept = {name: _plain(each) for name, each in value.items() if name != LABELS}
        return kept | ({"labels": sorted(value[LABELS])} if LABELS in value else {})
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, float) and math.isinf(value):
        return None  # the largest of no values
    return value


def _whole(columns: Columns) -> Columns:
    """The columns, if they are of one length.

    Raises:
        QuestionError: grand-cypher has lost some of their rows.
    """
    if len({len(column) for column in columns.values()}) > 1:
        raise QuestionError("grand-cypher cannot return these columns together; ask for fewer")
    return columns


def _reason(error: Exception) -> str:
    """What grand-cypher says, on one line."""
    cause = error.orig_exc if isinstance(error, VisitError) else error
    if isinstance(cause, GovgraphError):
        return str(cause)
    if isinstance(cause, SyntaxError):
        return "a text or number in it means nothing; a backslash in a text is written twice"
    if isinstance(cause, TypeError) and "not supported between" in str(cause):
        return (
            "what is put in order or compared must be all text or all numbers, and be there; add "
            "WHERE NOT a.area IS NULL"
        )
    return " ".join(str(cause).split()) or type(cause).__name__
