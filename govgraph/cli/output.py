"""The one door to the terminal: stdout is data, stderr is talk."""

import io
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, TextIO

from govgraph.errors import OutputError

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph

RED, GREEN, YELLOW, BLUE, GREY = "31", "32", "33", "34", "90"
COLOURS = {"error": RED, "warning": YELLOW, "information": BLUE, "waived": GREY}
_MATTERS = tuple(
    (re.compile(pattern, re.MULTILINE), colour)
    for pattern, colour in (
        *((rf"^{severity}\b", colour) for severity, colour in COLOURS.items()),
        (r"(?<=: )reaches [^;\n]+", GREEN),
        (r"(?<=: )leaves these arrangements at [^;\n]+", BLUE),
        (r"(?<=: )stops at [^:\n]+|^No chain leads from it", RED),
        (r"\[(?:implied|inferred|presumed)\]", YELLOW),
        (r"^(?:Last heard of|Not certain|Not counted|Counted though)\b", YELLOW),
        (r"\(see above\)$|^ *\d* \|(?= |$)|^ *-->", GREY),
        (r"(?<=\| )[ ]*\^+$", RED),
    )
)
"""What matters in an answer, and its colour; several never meet in one place."""
_AS_IT_IS = re.compile(r" *(?:at:|-->|\d* \|)(?: |$)")
"""Lines that are never folded: a place, which people click and copy, and a line of a file."""
# Control characters, and marks that reorder or hide text: none may steer a terminal.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def print_text(text: str) -> None:
    """Print text to stdout, literally."""
    _write(literal(text) + "\n")


def print_told(text: str, *, wide: bool = False) -> None:
    """Print an answer in words: on a terminal folded to its width, what matters in colour.

    Args:
        text: the answer.
        wide: whether it is a table, which may be as wide as the screen.
    """
    safe = literal(text)
    if width := screen_width() if wide else reading_width():
        from govgraph.reporting.text_columns import fold

        lines = safe.split("\n")
        safe = "\n".join(line if _AS_IT_IS.match(line) else fold(line, width) for line in lines)
    if _in_colour(sys.stdout):
        for pattern, colour in _MATTERS:
            safe = pattern.sub(f"\x1b[{colour}m\\g<0>\x1b[0m", safe)
    _write(safe + "\n")


def print_data(data: Any) -> None:  # noqa: ANN401 - anything JSON can hold
    """Print data to stdout as JSON, in the order given."""
    _write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_answer(graph: "AccountabilityGraph", data: dict[str, Any]) -> None:
    """Print what a question answered as JSON, with the standpoint from which it holds."""
    from govgraph.reporting.record_json import standpoint_as_data

    print_data(data | {"standpoint": standpoint_as_data(graph.structure, graph.standpoint)})


def print_bytes(content: bytes) -> None:
    """Print the bytes of a file to stdout, as they are."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a stream of text alone has been put in its place
        _write(content.decode("utf-8", "backslashreplace"))
        return
    with _reader():
        sys.stdout.flush()
        stream.write(content)
        stream.flush()


def stream_bytes(write: Callable[[IO[bytes]], None]) -> None:
    """Let something write data to stdout piece by piece, as bytes."""
    with _reader():
        sys.stdout.flush()
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _write(text: str) -> None:
    """Write text to stdout."""
    with _reader():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _reader() -> Iterator[None]:
    """Whoever has stopped reading has had enough, which is no error; a full disk is one.

    The command goes on, and its exit code says what it found, whoever listens.

    Raises:
        OutputError: stdout cannot be written.
    """
    try:
        yield
    except OSError as error:
        drop_output()
        if isinstance(error, BrokenPipeError):
            return
        said = f"standard output could not be written: {error.strerror or error}"
        raise OutputError(said) from error


def drop_output() -> None:
    """Let what still goes to stdout go nowhere.

    Its buffer is flushed once more when the interpreter ends, and from Python 3.13 on a failure
    then is a traceback: so the stream itself leads nowhere from here on.
    """
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # it is no file
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def print_talk(text: str) -> None:
    """Print what is not data to stderr."""
    with suppress(OSError):  # there is nowhere left to say it
        sys.stderr.write(literal(text) + "\n")


def reading_width() -> int | None:
    """How many columns sentences may fill: those of a terminal, up to 100; None anywhere else."""
    width = screen_width()
    return width and min(width, 100)


def screen_width() -> int | None:
    """How many columns a table may fill: those of a terminal; None anywhere else."""
    return shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else None


def literal(text: str) -> str:
    r"""`text` with every character that could steer a terminal made visible.

    >>> literal("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def _in_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose owner did not ask for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return _is_terminal(stream) and not plain


def _is_terminal(stream: TextIO) -> bool:
    """Whether somebody reads a stream as it is written."""
    return stream.isatty()
