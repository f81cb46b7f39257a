"""rustworkx: nodes are numbers, one more stands above every apex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.contestants.rows import count_rest, read_rows
from benchmarks.contestants.seen import Seen, count_skipped, sum_up

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


class Rustworkx:
    """rustworkx: nodes are numbers, one more stands above every apex."""

    def load(self, folder: Path) -> None:
        """With Polars."""
        import rustworkx as rx

        self.rows = read_rows(folder)
        self.graph = rx.PyDiGraph(multigraph=False)
        self.graph.add_nodes_from(range(self.rows.count))
        self.graph.add_edges_from_no_data(self.rows.lines)

    def check(self) -> Answer:
        """By reach from a node above the apexes."""
        import rustworkx as rx

        graph, rows = self.graph, self.rows
        cycles = [cycle for cycle in rx.strongly_connected_components(graph) if len(cycle) > 1]
        degrees = [graph.out_degree(body) for body in range(rows.count)]
        heads = [body for body, degree in enumerate(degrees) if degree > 1]
        skipped = count_skipped(heads, graph.successor_indices, cycles)
        arrived = self._below(graph, rows.apexes)

        def below(stops: set[int], lost: set[int]) -> set[int]:
            part = graph.subgraph(sorted(lost))  # keeps the order
            order = sorted(lost)
            place = {body: number for number, body in enumerate(order)}
            return {order[at] for at in self._below(part, [place[stop] for stop in stops])}

        bodies = [body for body, here in enumerate(rows.present) if here]
        seen = Seen(bodies, arrived, degrees.__getitem__, rows.own, rows.gone, cycles)
        answer = sum_up(seen, below)
        return answer | count_rest(rows, heads, skipped)

    def depth(self) -> int:
        """Of the condensation, in which a ring is a node with a line to itself."""
        import rustworkx as rx

        small: Any = rx.condensation(self.graph)
        small.remove_edges_from([(a, b) for a, b in small.edge_list() if a == b])
        return int(rx.dag_longest_path_length(small))

    @staticmethod
    def _below(graph: Any, chain_ends: Collection[int]) -> set[int]:  # noqa: ANN401 - untyped
        import rustworkx as rx

        above = graph.add_node(None)
        graph.add_edges_from_no_data([(top, above) for top in chain_ends])
        below: set[int] = rx.ancestors(graph, above)
        graph.remove_node(above)
        return below
