"""Python's cyclic garbage collector, and leaving it out of reading, checking and laying out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """The collector paused, if it was running.

    Reading and checking make a great many objects and no cycles among them; looking through them
    for cycles takes a quarter of the time of a large file, and a sixth of that of a large drawing.
    Limits hold the memory.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
