"""What a query returns is what trying every body for every name finds."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.cypher.run import run_query
from govgraph.graph.view import build_networkx
from govgraph.model.standpoint import Standpoint
from tests.strategies import structures

LABELS = {"": None, "Board": "board", "Trust": "trust"}
TYPES = ("", "accountable_to", "part_of|supports")


@dataclass(frozen=True)
class Asked:
    """A pattern: names with labels, relations with types between them, a condition."""

    labels: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, str, str], ...]
    area_of: str

    @property
    def query(self) -> str:
        """The pattern in Cypher, every body and relation returned."""
        matches = [f"MATCH ({name}{label and f':{label}'})" for name, label in self.labels]
        kinds = []
        for number, (lower, type_, upper) in enumerate(self.relations):
            matches.append(f"MATCH ({lower})-[r{number}{type_ and f':{type_}'}]->({upper})")
            kinds.append(f"r{number}.kind")
        where = f'WHERE {self.area_of}.area = "Hart"' if self.area_of else ""
        returned = ", ".join([*(f"{name}.id" for name, _ in self.labels), *kinds])
        return f"{' '.join(matches)} {where} RETURN {returned}"


@st.composite
def questions(draw: Any) -> Asked:
    """Up to three names, and relations between some of them."""
    names = draw(st.sampled_from(("a", "ab", "abc")))
    pairs = [(x, y) for x in names for y in names]
    related = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True))
    return Asked(
        tuple((name, draw(st.sampled_from(list(LABELS)))) for name in names),
        tuple((x, draw(st.sampled_from(TYPES)), y) for x, y in related),
        draw(st.sampled_from(("", *names))),
    )


def answers(view: Any, asked: Asked) -> list[tuple[str, ...]]:
    """Every row there is, by trying."""
    names = [name for name, _ in asked.labels]
    hang = networkx.Graph([(x, y) for x, _, y in asked.relations])
    hang.add_nodes_from(names)
    apart = {name: frozenset(networkx.node_connected_component(hang, name)) for name in names}
    rows = []
    for bodies in product(view, repeat=len(names)):
        found = dict(zip(names, bodies, strict=True))
        if any(
            found[x] == found[y] for x in names for y in names if x != y and y in apart[x]
        ) or any(
            LABELS[label] and view.nodes[found[name]]["kind"] != LABELS[label]
            for name, label in asked.labels
        ):
            continue
        if asked.area_of and view.nodes[found[asked.area_of]].get("area") != "Hart":
            continue
        kinds = [
            [
                relation["kind"]
                for relation in (view.get_edge_data(found[x], found[y]) or {}).values()
                if not type_ or relation["kind"] in type_.split("|")
            ]
            for x, type_, y in asked.relations
        ]
        rows += [(*bodies, *chosen) for chosen in product(*kinds)]
    return sorted(rows)


@given(structures(), questions())
@settings(max_examples=300, deadline=None)
def test_rows_are_those_that_trying_finds(structure: Any, asked: Asked) -> None:
    """Labels, types, several relations between two bodies, separate parts, conditions."""
    graph = AccountabilityGraph(structure, Standpoint())
    columns = run_query(graph, asked.query)
    found = sorted(zip(*columns.values(), strict=True))
    assert found == answers(build_networkx(graph), asked)


@given(structures(), st.integers(0, 2), st.integers(1, 3))
@settings(max_examples=100, deadline=None)
def test_paths_are_those_that_walking_finds(structure: Any, least: int, more: int) -> None:
    """Of each length, over each of several relations, never twice through a body."""
    graph = AccountabilityGraph(structure, Standpoint())
    most = least + more
    found = run_query(graph, f"MATCH (a)-[*{least}..{most}]->(b) RETURN a.id, b.id")
    view = build_networkx(graph)

    def walk(path: tuple[str, ...]) -> list[tuple[str, str]]:
        here = [(path[0], path[-1])] if least <= len(path) - 1 <= most else []
        if len(path) > most:
            return here
        steps = [upper for _, upper in view.out_edges(path[-1]) if upper not in path]
        return here + [row for upper in steps for row in walk((*path, upper))]

    expected = [row for body in view for row in walk((body,))]
    assert sorted(zip(*found.values(), strict=True)) == sorted(expected)
