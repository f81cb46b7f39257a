"""The server for assistants."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.cli.options import (
    AsAt,
    Include,
    Presume,
    Undated,
    WatchedPath,
)
from govgraph.cli.output import print_talk
from govgraph.cli.registers import is_register
from govgraph.errors import MissingExtraError, SettingsError

if TYPE_CHECKING:
    from govgraph.assistants.structure_cache import CachedStructure, View


def mcp(
    structure: WatchedPath,
    *,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
) -> None:
    """Answer an assistant's questions about a structure, over MCP on standard input and output.

    An assistant's program starts it; docs/mcp.md shows how to tell it to. It reads, and writes
    nothing; a file that is changed is read again. It ends with its input, or with Ctrl-C.

    Example: govgraph mcp data/hampshire --include proposed
    """
    from govgraph.assistants.structure_cache import CachedStructure, View

    _refuse(structure)
    _serve(CachedStructure(structure), View(as_at, tuple(include or ()), presume, undated))


def _refuse(structure: Path) -> None:
    """Complain of what cannot be asked about, and of a library that is missing."""
    if str(structure) == "-" or not structure.exists():
        raise SettingsError(f"{structure} is no file or folder that can be asked about")
    if is_register(structure, told=False):
        raise SettingsError("a register is not served; ask it on the command line")
    try:
        import govgraph.assistants.mcp_server  # noqa: F401 - whether it can be
    except ImportError as error:
        raise MissingExtraError("a server for assistants", "mcp") from error


def _serve(kept: "CachedStructure", usual: "View") -> None:
    """Answer over standard input and output until somebody interrupts or there is no more."""
    from govgraph.assistants.mcp_server import claim_output, serve

    with claim_output() as wire:
        if problems := kept.problems:
            print_talk("\n".join(problems))  # an author may be at it: each question looks again
        else:
            kept.seen_from(usual)  # a slip in the options is said at once
        print_talk(f"answering about {kept.path} (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):
            serve(kept, usual, wire)
        print_talk("the server has ended")
