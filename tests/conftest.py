"""How every test runs."""

import io
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from govgraph import spark
from govgraph.spark.graph.spark_engine import SparkEngine

# Waivers of structures without a date end by today: every test runs on one day.
os.environ["GOVGRAPH_TODAY"] = "2010-03-01"

# What a shell starts in the background ignores Ctrl-C, and so would what the tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test asserts on time, and the gate gives the same answer each time it runs.
settings.register_profile(
    "gate",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of a test
)
settings.register_profile(
    "mutation",  # of a mutant it is enough to know that it is found: tests/mutation
    settings.get_profile("gate"),
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("gate")


@pytest.fixture(scope="session", autouse=True)
def _no_encoding_of_this_machine() -> Iterator[None]:
    """No file of ours is read or written in whatever encoding this machine happens to have."""
    choose = io.text_encoding

    def choose_none(encoding: str | None, stacklevel: int = 2) -> str:
        asking = sys._getframe(2).f_globals.get("__name__", "")
        assert encoding or not asking.startswith("govgraph."), f"{asking} names no encoding"
        return choose(encoding, stacklevel + 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(io, "text_encoding", choose_none)
        yield


@pytest.fixture(scope="session")
def sail() -> Iterator[SparkEngine]:
    """One embedded engine for every test that needs one: it takes two seconds to start."""
    with spark.connect() as engine:
        yield engine
