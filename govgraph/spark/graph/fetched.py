"""What is left of a register once it is small: fetched, numbered, and given back."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame

from govgraph.errors import EngineError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.spark.graph.spark_engine import SparkEngine

    Keys = NDArray[np.int64]


class TooMuchLeftError(EngineError):
    """What only one machine can finish is too large for it."""


AT_ONCE = 1_000_000
"""Rows sent in one message: gRPC takes 128 MB at the most."""
ROW = "i long"
"""How a frame of bodies looks: their keys."""
PAIR = "s long, t long"
"""How one of lines does."""


def fetch(frame: DataFrame, *columns: str) -> list[Keys]:
    """Columns of whole numbers, brought to this machine; none of them may be empty."""
    table = frame.select(*columns).toArrow()
    return [table.column(name).to_numpy() for name in columns]


def send(engine: SparkEngine, schema: str, **columns: NDArray[np.generic]) -> DataFrame:
    """Columns of this machine as a frame.

    What takes several messages is cut: Sail 0.7 answers *No field named "#3"* to a filter above a
    union inside another union.

    Args:
        engine: where it goes.
        schema: names and kinds of its columns, in their order.
        columns: what stands in each.
    """
    import pyarrow

    table = pyarrow.table(columns)
    if not len(table):
        return engine.session.createDataFrame([], schema)
    starts = range(0, len(table), AT_ONCE)
    parts = [engine.session.createDataFrame(table.slice(at, AT_ONCE), schema) for at in starts]
    if len(parts) == 1:
        return parts[0]
    return engine.cut(reduce(DataFrame.unionByName, parts), "sent", schema)
