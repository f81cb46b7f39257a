"""The program `govgraph`; `python -m govgraph` is the same."""

import os
import signal
import sys
from typing import NoReturn

_ENDING = ("SIGTERM", "SIGHUP")


def run() -> None:
    """Run the program; whoever interrupts it, even while it starts, sees no traceback."""
    # NumPy's library for matrices, of which none is made here, starts a thread a core: 50 ms.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        for name in _ENDING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end)
        from govgraph.cli.main import run_with

        code = run_with(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _end(number: int, _: object) -> NoReturn:
    """Go when asked to, but tidy up first: what is half written goes too."""
    for name in _ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    run()
