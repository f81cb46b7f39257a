"""`python -m govgraph` is the same program."""

from govgraph.cli.main import run

run()
