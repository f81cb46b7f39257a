"""On Spark a register is found the same faults in as by the table."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from govgraph.model.standpoint import Standpoint
from govgraph.spark.graph.spark_engine import SparkEngine
from tests.made_clusters import draw_many, tell_by_spark, tell_by_table, write_parquet
from tests.made_registers import standpoints

GRAPHS = 60
"""Random graphs that are checked at once, as parts of one register: a round costs the same."""


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 32), standpoint=standpoints(), few=st.sampled_from((0, 40, 10**6)))
@example(seed=1, standpoint=Standpoint(), few=0)
@example(seed=2, standpoint=Standpoint(), few=10**6)
def test_spark_finds_what_the_table_finds(
    sail: SparkEngine, seed: int, standpoint: Standpoint, few: int
) -> None:
    """Code, severity, subject and sentence, wherever this machine takes over from the rounds."""
    with TemporaryDirectory() as folder:
        register = write_parquet(draw_many(seed, GRAPHS), Path(folder))
        told = tell_by_spark(replace(sail, few=few), register, standpoint)
        assert told == tell_by_table(register, standpoint)
