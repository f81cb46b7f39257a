"""Messages as lines on two open files: bounded, answered even where they are none.

The protocol's own library reads lines of any length and drops those it cannot read; a host then
waits for an answer that never comes.
"""

import asyncio
import json
import os
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import CancelledError
from threading import Thread
from typing import Any

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.shared.message import SessionMessage
from mcp_types import (
    INVALID_REQUEST,
    PARSE_ERROR,
    ErrorData,
    JSONRPCError,
    JSONRPCMessage,
    JSONRPCNotification,
    JSONRPCRequest,
    jsonrpc_message_adapter,
)
from pydantic import ValidationError

MOST_BYTES = 1_000_000
"""How long a message may be."""
MOST_UNANSWERED = 32
"""How many requests may wait for their answers before the next is read."""
PIECE = 65_536
GRACE = 5.0
"""How many seconds the last answers have to be written once nobody asks any more."""

_CLOSED = (anyio.ClosedResourceError, anyio.BrokenResourceError)
Messages = MemoryObjectSendStream[SessionMessage | Exception]


def split_lines(read: Callable[[], bytes], most: int = MOST_BYTES) -> Iterator[bytes | None]:
    """The lines that pieces of bytes make, without their ends; None for one that is too long."""
    line, dropping = bytearray(), False
    while piece := read():
        *ends, rest = piece.split(b"\n")
        for part in ends:
            line += b"" if dropping else part
            yield None if dropping or len(line) > most else bytes(line)
            line.clear()
            dropping = False
        line += b"" if dropping else rest
        if len(line) > most:
            line.clear()
            dropping = True
    if dropping or line:
        yield None if dropping else bytes(line)


def read_message(line: bytes | None) -> JSONRPCMessage:
    """The message in a line, or the error that answers it."""
    if line is None:
        said = f"a message may have at most {MOST_BYTES:,} bytes"
        return _error(None, INVALID_REQUEST, said)
    try:
        return jsonrpc_message_adapter.validate_json(line, by_name=False)
    except ValidationError as error:
        if any(each["type"] == "json_invalid" for each in error.errors(include_input=False)):
            return _error(None, PARSE_ERROR, "the message is not JSON")
        return _error(_id_in(line), INVALID_REQUEST, "the message is no JSON-RPC request")


class Exchange:
    """Requests that were read and not yet answered, and the two ends they pass between.

    Args:
        inward: where messages go to be answered.
        outward: where answers go to be written.
    """

    def __init__(self, inward: Messages, outward: MemoryObjectSendStream[SessionMessage]) -> None:
        self.inward = inward
        self.outward = outward
        self.unanswered: set[str | int] = set()
        self._changed = asyncio.Event()

    async def take(self, line: bytes | None) -> None:
        """Pass a line on, once there is room; answer it at once if it is no message."""
        await self._until(MOST_UNANSWERED - 1)
        message = read_message(line)
        if isinstance(message, JSONRPCError):
            await self.outward.send(SessionMessage(message))
            return
        if isinstance(message, JSONRPCRequest):
            self.unanswered.add(message.id)
        elif isinstance(message, JSONRPCNotification) and message.method.endswith("/cancelled"):
            self.settle((message.params or {}).get("requestId"))
        await self.inward.send(SessionMessage(message))

    async def end(self) -> None:
        """Nobody asks any more: let the last answers be given, then close."""
        with anyio.move_on_after(GRACE):
            await self._until(0)
        await self.inward.aclose()

    def settle(self, request: Any) -> None:  # noqa: ANN401 - whatever a message says
        """A request was answered, or will not be."""
        if isinstance(request, (str, int)):
            self.unanswered.discard(request)
        self._changed.set()

    async def _until(self, few: int) -> None:
        """Wait until no more than so many requests are unanswered."""
        while len(self.unanswered) > few:
            self._changed.clear()
            await self._changed.wait()


def begin_reading(exchange: Exchange, file: int) -> None:
    """Read lines from an open file, in a thread that ends with the program."""
    loop = asyncio.get_running_loop()

    def pass_on(passing: Coroutine[Any, Any, None]) -> None:
        try:
            asyncio.run_coroutine_threadsafe(passing, loop).result()
        finally:
            passing.close()

    def read() -> None:
        try:
            for line in split_lines(lambda: os.read(file, PIECE)):
                if line is None or line.strip():
                    pass_on(exchange.take(line))
            pass_on(exchange.end())
        except (OSError, RuntimeError, CancelledError, *_CLOSED):
            return  # nobody answers any more

    Thread(target=read, daemon=True, name="reading").start()


async def write_answers(
    exchange: Exchange, answers: MemoryObjectReceiveStream[SessionMessage], file: int
) -> None:
    """Write each answer as a line; when nobody reads them, take no more requests."""
    is_read = True
    async for answer in answers:
        text = answer.message.model_dump_json(by_alias=True, exclude_unset=True)
        if is_read:
            is_read = await anyio.to_thread.run_sync(_write, file, f"{text}\n".encode())
        if not is_read:
            await exchange.inward.aclose()
        exchange.settle(getattr(answer.message, "id", None))


def _write(file: int, content: bytes) -> bool:
    """Write all of some bytes; False if nobody reads them."""
    left = memoryview(content)
    try:
        while left:
            left = left[os.write(file, left) :]
    except OSError:
        return False
    return True


def _error(request: str | int | None, code: int, said: str) -> JSONRPCError:
    return JSONRPCError(jsonrpc="2.0", id=request, error=ErrorData(code=code, message=said))


def _id_in(line: bytes) -> str | int | None:
    """The id of a message that is none otherwise."""
    try:
        found = json.loads(line)["id"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None
