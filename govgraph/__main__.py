"""The program `govgraph`; `python -m govgraph` is the same."""

import sys


def run() -> None:
    """Run the program; whoever interrupts it, even while it starts, sees no traceback."""
    try:
        from govgraph.cli.main import run_with

        code = run_with(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    run()
