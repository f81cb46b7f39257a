"""Pages opened in a browser: a live preview of a structure, and the desk."""

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.options import (
    AsAt,
    Include,
    Presume,
    Undated,
    WatchedPath,
)
from govgraph.cli.output import print_talk
from govgraph.errors import MissingExtraError, OutputError, SettingsError

if TYPE_CHECKING:
    from govgraph.reporting.preview_server import Preview, PreviewServer


USUAL_PORT = 8765

QUIET, LONGEST = 20, 100  # milliseconds: a save is over when so long nothing changes, or at most


def preview(
    structure: WatchedPath,
    *,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            min=0,
            max=65535,
            help="The port to listen on. [default: 8765, or any free one]",
            show_default=False,
        ),
    ] = None,
    as_at: AsAt = None,
    include: Include = None,
    undated: Undated = False,
    presume: Presume = False,
) -> None:
    """Show the page of a structure in the browser, and refresh it at every save.

    Only this machine can see it. If the file breaks, the page says what is wrong and where, and
    keeps its last good state. Ctrl-C ends it.

    Example: govgraph preview data/hampshire --include proposed
    """
    from govgraph import api
    from govgraph.reporting.preview_server import Preview

    _refuse(structure)

    def build() -> str:
        included = include or ()
        graph = api.build_graph(
            api.load(structure), as_at=as_at, include=included, presume=presume, undated=undated
        )
        return api.report(graph)

    shown = Preview(build)
    with _serve(shown, port) as server:
        _watch(shown, server, structure)


def _refuse(structure: Path) -> None:
    """Complain of what cannot be watched, and of a library that is missing."""
    from govgraph.formats.register.register_files import refuse_register

    try:
        import watchfiles  # noqa: F401 - whether it is there
    except ImportError as error:
        raise MissingExtraError("a live preview", "preview") from error
    if str(structure) == "-" or not structure.exists():
        raise SettingsError(f"{structure} is no file or folder that can be watched")
    refuse_register(structure)


def _watch(shown: "Preview", server: "PreviewServer", structure: Path) -> None:
    """Serve the page, and renew it after each save, until somebody interrupts."""
    from watchfiles import watch

    _format(shown.refresh().problems)
    Thread(target=server.serve_forever, daemon=True).start()
    print_talk(f"open {server.address} (Ctrl-C ends the preview)")
    folder = structure if structure.is_dir() else structure.parent
    try:
        for _ in watch(
            folder,
            watch_filter=lambda _, path: concerns(structure, Path(path)),
            step=QUIET,
            debounce=LONGEST,
            recursive=False,
        ):
            _format(shown.refresh().problems)
    except KeyboardInterrupt:
        print_talk("the preview has ended")
    server.shutdown()


def _serve(shown: "Preview", port: int | None) -> "PreviewServer":
    """A server on the port asked for, or on the usual one, or on any if that is taken."""
    from govgraph.reporting.preview_server import PreviewServer

    if port is not None:
        return PreviewServer(shown, port)
    try:
        return PreviewServer(shown, USUAL_PORT)
    except OutputError:
        return PreviewServer(shown)


def concerns(structure: Path, changed: Path) -> bool:
    """Whether a changed file is part of a structure: the file itself, or one of its folder's.

    >>> concerns(Path("hart.yaml"), Path("/here/hart.yaml"))
    True
    >>> concerns(Path("hart.yaml"), Path("/here/.hart.yaml.swp"))
    False
    """
    if structure.is_dir():
        return not changed.name.startswith(".") and not changed.name.endswith("~")
    return changed.name == structure.name


def _format(problems: tuple[str, ...]) -> None:
    """Tell the terminal too, for an author whose browser is elsewhere."""
    print_talk("\n".join(problems) if problems else "the page is up to date")


def desk(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the page to FILE instead of opening it."
        ),
    ] = None,
) -> None:
    """Open the desk in the browser: write a structure down, see it, check it, save it.

    The desk is one HTML file. It needs no installation and no network, so it can be given to
    people who may not install anything. A release carries it; a checkout builds it with npm.

    Example: govgraph desk -o govgraph-desk.html
    """
    from govgraph.desk.desk_page import find_page
    from govgraph.reporting.whole_files import write_whole

    page = find_page()
    if output is not None:
        write_whole(output, page.read_bytes())
        print_talk(f"Next: open {output} in a browser")
        return
    print_talk(f"opening {page}")
    typer.launch(page.as_uri())
