"""The index of a register, made once so that questions are answered at once."""

from govgraph.cli.options import RegisterPath
from govgraph.cli.output import print_talk
from govgraph.cli.progress import Progress


def index(register: RegisterPath) -> None:
    """Write an index of a register, so that questions about a body are answered at once.

    It stands beside the tables in the file `govgraph-index.sqlite`, and is used while they are as
    they were.

    Example: govgraph index data/register
    """
    from govgraph import registers

    progress = Progress(3)
    try:
        loaded = registers.load(register, tell=progress.tell, note=progress.note, say=print_talk)
        progress.tell("writing the index")
        file = registers.write_index(loaded)
    finally:
        progress.end()
    print_talk(f"wrote {file}")
