"""What else a register is asked, once it is loaded: all rules, single points, many chains.

python -m benchmarks.alone build/1000000
"""

import json
import sys
from pathlib import Path

import numpy as np

from benchmarks.stages import Stages
from govgraph import registers
from govgraph.checks.rule_catalogue import all_checks

CHAINS = 10_000


def main() -> None:
    """Measure it once, on a register as it is first loaded."""
    all_checks()
    stages = Stages()
    register = registers.load(sys.argv[1] if Path(sys.argv[1]).exists() else sys.exit(2))
    stages.end("load")
    graph = registers.build_graph(register)
    registers.check(graph, select=["GG10"])
    stages.end("GG101 to GG109")
    registers.check(graph, select=["GG110"])
    stages.end("GG110")
    registers.check(graph, select=["GG111", "GG112", "GG113"])
    stages.end("GG111 to GG113")
    rows = np.random.default_rng(7).integers(0, len(graph), CHAINS)
    ids = register.bodies.ids.gather(rows).to_list()
    stages.end("choosing bodies")
    found = registers.chains(graph, ids)
    stages.end("10,000 chains")
    answer = {"chains that arrive": int(found.arrives.sum()), "steps": int(found.steps.sum())}
    print(json.dumps(stages.measured() | {"answer": answer}))


if __name__ == "__main__":
    main()
