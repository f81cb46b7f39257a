"""A server as a process of its own, spoken to in bare lines."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

INITIALIZE = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


class RawServer:
    """A running server: lines go in, answers come out."""

    def __init__(self, running: "subprocess.Popen[bytes]") -> None:
        self.running = running

    def send(self, *lines: bytes) -> None:
        """Write lines as they are."""
        assert self.running.stdin
        self.running.stdin.write(b"".join(line + b"\n" for line in lines))
        self.running.stdin.flush()

    def receive(self) -> Any:
        """The next answer."""
        assert self.running.stdout
        return json.loads(self.running.stdout.readline())

    def ask(self, method: str, params: Any = None, id_: Any = 1) -> Any:
        """A request and what answers it."""
        self.send(request(method, params, id_))
        return self.receive()

    def begin(self) -> None:
        """Shake hands."""
        assert "result" in self.ask("initialize", INITIALIZE, "hello")
        self.send(b'{"jsonrpc":"2.0","method":"notifications/initialized"}')

    def end(self) -> tuple[int, bytes, bytes]:
        """Close its input; its exit code, what it still said, and its talk."""
        out, err = self.running.communicate(timeout=30)
        return self.running.returncode, out, err


def request(method: str, params: Any = None, id_: Any = 1) -> bytes:
    """A request as a line."""
    asked = {"jsonrpc": "2.0", "id": id_, "method": method}
    return json.dumps(asked if params is None else asked | {"params": params}).encode()


def call(tool: str, id_: Any = 1, **arguments: Any) -> bytes:
    """The use of a tool as a line."""
    return request("tools/call", {"name": tool, "arguments": arguments}, id_)


@contextmanager
def raw_server(path: Path, *options: str) -> Iterator[RawServer]:
    """A server that answers about a structure, ended at the latest when the test is."""
    command = [sys.executable, "-m", "govgraph", "mcp", str(path), *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        try:
            yield RawServer(running)
        finally:
            running.kill()
