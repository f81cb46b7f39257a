"""How long each stage of a process takes: by the clock, and by the processor."""

from __future__ import annotations

import resource
import time


class Stages:
    """Stages one after another, each timed from the end of the one before."""

    def __init__(self) -> None:
        self.taken: dict[str, dict[str, float]] = {}
        self._clock = time.perf_counter()
        self._processor = time.process_time()

    def end(self, name: str) -> None:
        """A stage is over; all threads of the process count."""
        clock, processor = time.perf_counter(), time.process_time()
        self.taken[name] = {
            "clock": clock - self._clock,
            "processor": processor - self._processor,
        }
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def measured(self) -> dict[str, object]:
        """The stages, and the most memory the process had, in megabytes."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return {"stages": self.taken, "megabytes": peak}
