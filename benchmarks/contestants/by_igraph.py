"""igraph: vertices are numbers, one more stands above every apex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.contestants.rows import count_rest, read_rows
from benchmarks.contestants.seen import Seen, count_skipped, sum_up

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


class Igraph:
    """igraph: vertices are numbers, one more stands above every apex."""

    def load(self, folder: Path) -> None:
        """With Polars."""
        import igraph

        self.rows = read_rows(folder)
        top = self.rows.count
        edges = self.rows.lines + [(apex, top) for apex in self.rows.apexes]
        self.graph = igraph.Graph(n=top + 1, edges=edges, directed=True)

    def check(self) -> Answer:
        """By reach from a vertex above the apexes."""
        graph, rows = self.graph, self.rows
        arrived = set(graph.subcomponent(rows.count, mode="in"))
        graph.delete_vertices(rows.count)
        graph.simplify(loops=False)
        cycles = [cycle for cycle in graph.connected_components(mode="strong") if len(cycle) > 1]
        degrees = graph.outdegree()
        heads = [body for body, degree in enumerate(degrees) if degree > 1]
        skipped = count_skipped(heads, graph.successors, cycles)

        def below(stops: set[int], lost: set[int]) -> set[int]:
            order = sorted(lost)
            place = {body: number for number, body in enumerate(order)}
            part = graph.induced_subgraph(order)
            above = part.add_vertex().index
            part.add_edges([(place[stop], above) for stop in stops])
            return {order[at] for at in part.subcomponent(above, mode="in") if at != above}

        bodies = [body for body, here in enumerate(rows.present) if here]
        seen = Seen(bodies, arrived, degrees.__getitem__, rows.own, rows.gone, cycles)
        answer = sum_up(seen, below)
        return answer | count_rest(rows, heads, skipped)

    def depth(self) -> int:
        """Of the contracted graph in topological order; igraph has no longest path of its own."""
        small = self.graph.copy()
        small.contract_vertices(small.connected_components(mode="strong").membership)
        small.simplify()
        steps = [0] * small.vcount()
        above = small.get_adjlist(mode="in")
        for body in small.topological_sorting(mode="in"):
            onward = steps[body] + 1
            for below in above[body]:
                steps[below] = max(steps[below], onward)
        return max(steps)
