"""The program: finds the command asked for, imports it alone, and turns errors into words."""

import io
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from govgraph.about import VERSION
from govgraph.cli.framework import ClickException, TyperGroup, UsageError
from govgraph.cli.output import drop_output, print_talk, print_text
from govgraph.errors import GovgraphError
from govgraph.questions.question_catalogue import QUESTIONS, other_questions

if TYPE_CHECKING:
    from govgraph.cli.framework import Command, Context

COMMANDS = {
    "check": "govgraph.cli.checking:check",
    "report": "govgraph.cli.pictures:report",
    "desk": "govgraph.cli.previewing:desk",
    "preview": "govgraph.cli.previewing:preview",
    "paper": "govgraph.cli.papers:paper",
    "draw": "govgraph.cli.pictures:draw",
    "diff": "govgraph.cli.changing:diff",
    "timeline": "govgraph.cli.changing:timeline",
    **{name: f"govgraph.cli.questions:{name}" for name in QUESTIONS},
    "query": "govgraph.cli.querying:query",
    "mcp": "govgraph.cli.serving:mcp",
    "people": "govgraph.cli.membership:people",
    "seats": "govgraph.cli.membership:seats",
    "requirements": "govgraph.cli.membership:requirements",
    "list": "govgraph.cli.listing:list_",
    "quotes": "govgraph.cli.reading:quotes",
    "read": "govgraph.cli.reading:read",
    "index": "govgraph.cli.registers:index",
    "policy": "govgraph.cli.rulebook:policy",
    "init": "govgraph.cli.starting:init",
    "demo": "govgraph.cli.starting:demo",
    "convert": "govgraph.cli.converting:convert",
    "formats": "govgraph.cli.converting:formats",
    "fmt": "govgraph.cli.formatting:fmt",
    "rules": "govgraph.cli.rulebook:rules",
    "rule": "govgraph.cli.rulebook:rule",
    "schema": "govgraph.cli.formatting:schema",
}
"""Each command and where it is; the order is that of `--help`."""


class Commands(TyperGroup):
    """The commands, each imported when it is asked for, so that a question starts fast."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """Every command, in the order of `COMMANDS`; then the questions of others."""
        del ctx
        return [*COMMANDS, *(name for name in other_questions() if name not in COMMANDS)]

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        """The command of that name, its module imported now."""
        del ctx
        if cmd_name not in COMMANDS and cmd_name not in other_questions():
            return None
        place = COMMANDS.get(cmd_name, f"govgraph.cli.questions:{cmd_name}")
        module, _, name = place.partition(":")
        function = getattr(import_module(module), name)
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(cmd_name)(function)
        return typer.main.get_command(one)

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        """The command asked for, or an error that offers the nearest."""
        known = COMMANDS if not args or args[0] in COMMANDS else self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            from govgraph.model.names import nearest_words

            close = nearest_words((args[0],), sorted(known))
            meant = f"; did you mean '{close[0]}'?" if close else ""
            raise UsageError(f"there is no command '{args[0]}'{meant}", ctx)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if wanted:
        print_text(f"govgraph {VERSION}")
        raise typer.Exit


@app.callback(epilog="Example: govgraph check data/hampshire")
def govgraph(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help="The version."),
    ] = False,
) -> None:
    """Who answers to whom in a governance structure, and what is broken in it."""
    del version


def run_with(arguments: list[str]) -> int:
    """Run the program and give its exit code.

    0 clean, 1 findings, 2 could not look, 130 interrupted.
    """
    _find_streams()
    try:
        code = app(arguments, prog_name="govgraph", standalone_mode=False)
    except GovgraphError as error:
        print_talk(f"govgraph: {error}")
        return 2
    except ClickException as error:
        error.message = error.message.replace("Value error, ", "")  # pydantic's, not ours
        with suppress(OSError):  # there is nowhere left to say it
            error.show()
        return 2
    except OSError as error:  # the help, which click itself prints, onto a disk that is full
        drop_output()
        about = f"{error.filename}: " if error.filename else ""
        print_talk(f"govgraph: {about}{error.strerror or error}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    return code if isinstance(code, int) else 0


def _find_streams() -> None:
    """Names are UTF-8 whatever the locale says; what cannot be written is escaped.

    Python knows no stream where the shell has closed one (`>&-`): what goes there is dropped.
    """
    sys.stdout = _buffered(sys.stdout) if sys.stdout else _buffer(_Nowhere())
    sys.stderr = sys.stderr or _buffer(_Nowhere())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _buffered(stream: TextIO) -> TextIO:
    """The same stream with a buffer, if `PYTHONUNBUFFERED` has left it without.

    Without one, what a full disk or a reader that has gone did not take is lost without an error;
    a terminal takes all.
    """
    raw = getattr(stream, "buffer", None)
    if stream is not sys.__stdout__ or stream.isatty() or not isinstance(raw, io.RawIOBase):
        return stream
    return _buffer(raw)


def _buffer(raw: io.RawIOBase) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(raw))


class _Nowhere(io.RawIOBase):
    """Takes all that is written to it, and keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:  # noqa: ANN401 - any buffer
        return len(piece)
