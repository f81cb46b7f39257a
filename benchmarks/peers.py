"""One contestant loads and checks one register in a process of its own, and prints what it found.

    python -m benchmarks.peers igraph build/1000000

Every contestant answers the same question, that of the rules GG101 to GG109, and gives one number
for each. networkx, rustworkx and igraph are asked in their quickest documented way: graphs are
built from lists of numbers, reach and components by the library's own functions, no loop in Python
but where the library offers none (for the few bodies with several superiors). The rows are read
for them by Polars, identifiers numbered by its joins; networkx, whose nodes may be anything, takes
the identifiers as they are from Python's own reader. DuckDB does all of it in SQL.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contestants.by_duckdb import Duckdb
from benchmarks.contestants.by_govgraph import Govgraph
from benchmarks.contestants.by_igraph import Igraph
from benchmarks.contestants.by_networkx import Networkx
from benchmarks.contestants.by_rustworkx import Rustworkx
from benchmarks.stages import Stages

if TYPE_CHECKING:
    from benchmarks.contestants.contestant import Contestant

CONTESTANTS: dict[str, tuple[type[Contestant], tuple[str, ...]]] = {
    "govgraph": (
        Govgraph,
        (
            "polars",
            "govgraph.registers",
            "govgraph.api",
            "govgraph.registers.reading.register_reader",
            "govgraph.registers.graph.register_graph",
            "govgraph.registers.graph.excerpt",
            "govgraph.registers.rules.runner",
        ),
    ),
    "networkx": (Networkx, ("networkx",)),
    "rustworkx": (Rustworkx, ("rustworkx", "polars")),
    "igraph": (Igraph, ("igraph", "polars")),
    "DuckDB": (Duckdb, ("duckdb",)),
}
"""Each contestant and what it imports, which is timed apart."""
FROM_PARQUET = "govgraph, Parquet"
"""What is measured of govgraph from the same tables as Parquet goes by this."""


def main() -> None:
    """Time one contestant on one register."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    contestant, modules = CONTESTANTS[name]
    stages = Stages()
    for module in modules:
        __import__(module)
    one = contestant()
    gc.collect()
    gc.freeze()  # for all alike: the collector need not look at what was imported
    stages.end("import")
    one.load(folder)
    stages.end("load")
    answer = one.check()
    stages.end("check")
    answer["longest chain"] = one.depth()
    stages.end("depth")
    gc.unfreeze()
    print(json.dumps(stages.measured() | {"answer": dict(sorted(answer.items()))}))


if __name__ == "__main__":
    main()
