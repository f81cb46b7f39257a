"""The least that loading and checking can take: parse, hash, number, one scatter, four gathers.

    python -m benchmarks.floor build/1000000
    python -m benchmarks.floor build/1000000-parquet

Nothing is checked. It is what govgraph is measured against: any way that starts from these files
and these libraries does at least so much.
"""

import json
import sys
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.stages import Stages

GATHERS = 4


def read(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """As much of both tables as the lines and the apexes need."""
    if (folder / "bodies.parquet").exists():
        bodies = pl.read_parquet(folder / "bodies.parquet", columns=["id", "apex"])
        return bodies, pl.read_parquet(folder / "relations.parquet")
    bodies = pl.read_csv(folder / "bodies.csv", columns=["id", "apex"], infer_schema=False)
    return bodies, pl.read_csv(folder / "relations.csv", infer_schema=False)


def main() -> None:
    """Measure it once."""
    folder = Path(sys.argv[1])
    stages = Stages()
    bodies, relations = read(folder)
    hashes = bodies["id"].hash(1).to_numpy()
    slots = np.full(1 << (2 * len(hashes)).bit_length(), -1, dtype=np.int32)
    mask = np.uint64(len(slots) - 1)
    slots[(hashes & mask).astype(np.intp)] = np.arange(len(hashes), dtype=np.int32)
    froms, tos = (
        slots.take((relations[end].hash(1).to_numpy() & mask).astype(np.intp))
        for end in ("from", "to")
    )
    superior = np.arange(len(hashes), dtype=np.int32)
    known = (froms >= 0) & (tos >= 0)
    superior[froms[known]] = tos[known]
    for _ in range(GATHERS):
        superior = superior.take(superior)
    stages.end("floor")
    print(json.dumps(stages.measured() | {"answer": {}}))


if __name__ == "__main__":
    main()
