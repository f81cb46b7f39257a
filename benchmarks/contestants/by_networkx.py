"""networkx: nodes are the identifiers themselves."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from benchmarks.contestants.contestant import LINE
from benchmarks.contestants.seen import Seen, count_skipped, sum_up
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


class Networkx:
    """networkx: nodes are the identifiers themselves."""

    def load(self, folder: Path) -> None:
        """With Python's reader."""
        import networkx as nx

        with (folder / "bodies.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        self.present = {row[0] for row in rows if row[4] != "ended"}
        self.apexes = [row[0] for row in rows if row[3] == "true" and row[0] in self.present]
        known = {row[0] for row in rows}
        self.unknown = sum(row[2] not in BODY_KINDS for row in rows)
        self.gone, own, edges = set(), [], []
        with (folder / "relations.csv").open(newline="", encoding="utf-8") as file:
            reader = csv.reader(file)
            next(reader)
            for below, kind, above in reader:
                self.unknown += (
                    (below not in known) + (above not in known) + (kind not in RELATION_KINDS)
                )
                if kind != LINE:
                    continue
                if below not in self.present or above not in self.present:
                    self.gone.add(below)
                elif below == above:
                    own.append(below)
                else:
                    edges.append((below, above))
        self.own = (len(own), set(own))
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(self.present)
        self.graph.add_edges_from(edges)

    def check(self) -> Answer:
        """By reach from a node above the apexes."""
        import networkx as nx

        graph = self.graph
        cycles = [cycle for cycle in nx.strongly_connected_components(graph) if len(cycle) > 1]
        heads = [body for body, degree in graph.out_degree() if degree > 1]
        skipped = count_skipped(heads, lambda body: graph.adj[body], cycles)
        arrived = _networkx_below(graph, self.apexes)
        seen = Seen(self.present, arrived, graph.out_degree, self.own, self.gone, cycles)
        answer = sum_up(
            seen,
            lambda stops, lost: _networkx_below(graph.subgraph(lost).copy(), stops),
        )
        return answer | {
            "GG105": len(heads),
            "GG106": self.unknown,
            "apexes": len(self.apexes),
            "GG109": skipped,
        }

    def depth(self) -> int:
        """Of the condensation, which has no rings."""
        import networkx as nx

        return int(nx.dag_longest_path_length(nx.condensation(self.graph)))


def _networkx_below(graph: Any, chain_ends: Collection[str]) -> set[str]:  # noqa: ANN401 - networkx's
    import networkx as nx

    graph.add_edges_from((top, "") for top in chain_ends)
    below: set[str] = nx.ancestors(graph, "")
    graph.remove_node("")
    return below
