"""govgraph itself, as a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.rule_catalogue import all_checks

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


class Govgraph:
    """govgraph itself, as a library."""

    def __init__(self) -> None:
        """Imports the rules, which is timed with the other imports."""
        all_checks()

    def load(self, folder: Path) -> None:
        """As columns: who answers to whom or to itself, whose lines do not hold, who is an apex."""
        from govgraph import registers

        register = registers.load(folder)
        self.graph = graph = registers.build_graph(register)
        # Worked out when first asked for.
        self.built = graph.lines, graph.exclusions > 0, graph.to_itself, graph.apex

    def check(self) -> Answer:
        """The rules GG101 to GG109."""
        import numpy as np

        from govgraph import registers

        graph = self.graph
        findings = registers.check(graph, select=["GG10"])
        counts = dict.fromkeys([f"GG10{number}" for number in (1, 2, 3, 4, 5, 6, 9)], 0)
        for group in findings.groups:
            if group.check.code in counts:
                counts[group.check.code] += len(group)
        return counts | {
            "bodies in rings": sum(map(len, graph.cycles)),
            "apexes": int(np.count_nonzero(graph.apex)),
        }

    def depth(self) -> int:
        """The whole rule GG111, which also says at which bodies chains are too long."""
        from govgraph import registers

        registers.check(self.graph, select=["GG111"])
        return int(self.graph.depths.max())
