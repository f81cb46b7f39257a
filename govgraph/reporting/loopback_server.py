"""A server on the loopback address of this machine, for pages of ours and nobody else."""

import socket
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from time import monotonic
from typing import Any

from govgraph.errors import OutputError

MOST_AT_ONCE = 64
PATIENCE = 10.0
"""After how many seconds a request that is not whole is cut off, however slowly it goes on."""

LOOPBACK = "127.0.0.1"
MOST_BODY = 65_536
"""How much of what comes with a request is read, so that its answer arrives."""
TOO_MANY = b"HTTP/1.0 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class Connections:
    """The connections that are open, and since when those are waited for that have not asked.

    Args:
        most: how many may be open at once.
        patience: for how many seconds a request is waited for.
    """

    def __init__(self, most: int = MOST_AT_ONCE, patience: float = PATIENCE) -> None:
        self.most = most
        self.patience = patience
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._since: dict[socket.socket, float] = {}

    def __len__(self) -> int:
        return len(self._open)

    def admit(self, connection: socket.socket) -> bool:
        """Let a connection in, unless there are too many."""
        with self._lock:
            if len(self._open) >= self.most:
                return False
            self._open.add(connection)
            self._since[connection] = monotonic()
            return True

    def heard(self, connection: socket.socket) -> None:
        """Its request is whole; it may now be answered for as long as it takes."""
        with self._lock:
            self._since.pop(connection, None)

    def forget(self, connection: socket.socket) -> None:
        """It is closed."""
        with self._lock:
            self._open.discard(connection)
            self._since.pop(connection, None)

    def cut_off_the_slow(self) -> None:
        """End those whose request has been waited for too long."""
        latest = monotonic() - self.patience
        with self._lock:
            slow = [each for each, since in self._since.items() if since <= latest]
            for connection in slow:
                del self._since[connection]
                with suppress(OSError):  # it has gone by itself
                    connection.shutdown(socket.SHUT_RDWR)


class LoopbackServer(ThreadingHTTPServer):
    """A server on the loopback address; its threads end with the program.

    Args:
        handler: answers one request.
        port: where it listens; 0 for any that is free.
        connections: how many may ask at once, and how long a request is waited for.

    Raises:
        OutputError: the port is taken.
    """

    daemon_threads = True
    called = "server"

    def __init__(
        self,
        handler: type[BaseHTTPRequestHandler],
        port: int = 0,
        connections: Connections | None = None,
    ) -> None:
        self.connections = Connections() if connections is None else connections
        try:
            super().__init__((LOOPBACK, port), handler)
        except OSError as error:
            raise OutputError(
                f"port {port} cannot be listened on: {error.strerror or error}"
            ) from error

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which a browser on this machine may ask."""
        port = self.server_address[1]
        return frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401 - as there
        """Whether there is room for one more; one too many is told so."""
        del client_address
        if self.connections.admit(request):
            return True
        with suppress(OSError):  # it has gone by itself
            request.sendall(TOO_MANY)
        return False

    def service_actions(self) -> None:
        """Between requests, every half second: end those that do not come to their point."""
        self.connections.cut_off_the_slow()

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as above
        """Close a connection."""
        self.connections.forget(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as above
        """One line on a fault of our own, nothing on a reader that has gone; the rest goes on."""
        del request, client_address
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            sys.stderr.write(f"govgraph: the {self.called} could not answer: {error!r}\n")


class LoopbackHandler(BaseHTTPRequestHandler):
    """Answers one request of a browser on this machine."""

    server: LoopbackServer
    timeout = PATIENCE
    server_version = "govgraph"
    sys_version = ""
    methods: tuple[str, ...] = ("GET", "HEAD")

    def _is_ours(self) -> bool:
        """Whether a browser on this machine asks, for a page of this server or by its address."""
        hosts = self.headers.get_all("Host", [])
        origins = {f"http://{host}" for host in self.server.hosts}
        site = self.headers.get("Sec-Fetch-Site", "none")
        visited = self.headers.get("Sec-Fetch-Mode") == "navigate"
        return (
            len(hosts) == 1
            and hosts[0] in self.server.hosts
            and origins.issuperset(self.headers.get_all("Origin", []))
            and (visited or site in {"none", "same-origin"})
        )

    def _read_body(self) -> bytes:
        """Some of what came with a request: closing on it would take the answer back."""
        length = self.headers.get("Content-Length", "")
        if length.isascii() and length.isdigit():
            return self.rfile.read(min(int(length[:9]), MOST_BODY))
        return b""

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        content = text.encode("utf-8", "surrogatepass")
        self._head(status, kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str) -> None:
        self.request_version = self.protocol_version  # what asks in no version hears all the same
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(self.methods))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library finds wrong with a request, without repeating any of it."""
        del message, explain
        status = HTTPStatus(code)
        self.close_connection = True
        self._answer(status, "text/plain", status.phrase)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server has it
        """Nothing: the terminal is for what is wrong with the structure."""
