"""Serves a live preview to this machine alone: three addresses, no files, nothing to change."""

import json
import sys
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from govgraph.errors import OutputError
from govgraph.reporting.page.templates import find_templates, write_policy
from govgraph.reporting.preview import Preview
from govgraph.reporting.preview_connections import PATIENCE, Connections

LOOPBACK = "127.0.0.1"
METHODS = ("GET", "HEAD")
REFUSED = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")
MOST_BODY = 65_536
"""How much of what comes with a request that wants none is read, so that its answer arrives."""

NOTHING_YET = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<style>body { margin: 1.25rem; font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; }</style>
</head>
<body><p>There is no page yet.</p></body>
</html>
"""

TOO_MANY = b"HTTP/1.0 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class PreviewServer(ThreadingHTTPServer):
    """A server on the loopback address; its threads end with the program.

    Args:
        preview: what it shows.
        port: where it listens; 0 for any that is free.
        connections: how many may ask at once, and how long a request is waited for.

    Raises:
        OutputError: the port is taken.
    """

    daemon_threads = True

    def __init__(
        self, preview: Preview, port: int = 0, connections: Connections | None = None
    ) -> None:
        self.preview = preview
        self.connections = Connections() if connections is None else connections
        try:
            super().__init__((LOOPBACK, port), _Handler)
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
            sys.stderr.write(f"govgraph: the preview could not answer: {error!r}\n")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    timeout = PATIENCE
    server_version = "govgraph"
    sys_version = ""

    def do_GET(self) -> None:
        """The frame, the page in it, or the events that renew it; anything else is not there."""
        self.server.connections.heard(self.connection)
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", "This preview is for one machine.")
        elif self.path == "/":
            self._answer(HTTPStatus.OK, "text/html", _frame())
        elif self.path == "/page":
            html = self.server.preview.state.html
            self._answer(HTTPStatus.OK, "text/html", html or NOTHING_YET)
        elif self.path == "/events":
            self._tell()
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", "There is nothing here.")

    def do_HEAD(self) -> None:
        """The same without its content."""
        self.do_GET()

    def do_refuse(self) -> None:
        """Nothing here can be changed."""
        self._read_body()
        status = HTTPStatus.METHOD_NOT_ALLOWED if self._is_ours() else HTTPStatus.FORBIDDEN
        self._answer(status, "text/plain", "This preview only shows.")

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

    def _read_body(self) -> None:
        """Some of what came with a request: closing on it would take the answer back."""
        length = self.headers.get("Content-Length", "")
        if length.isascii() and length.isdigit():
            self.rfile.read(min(int(length[:9]), MOST_BODY))

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
            self.send_header("Allow", ", ".join(METHODS))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def _tell(self) -> None:
        """Send every state as it comes, until the reader goes away."""
        self._head(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        version = 0
        while self.command != "HEAD":
            state = self.server.preview.newer(version, PATIENCE)
            line = ":"
            if state:
                version = state.version
                told = {"page": state.page, "problems": state.problems}
                line = f"data: {json.dumps(told)}"
            self.wfile.write(f"{line}\n\n".encode())
            self.wfile.flush()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library finds wrong with a request, without repeating any of it."""
        del message, explain
        status = HTTPStatus(code)
        self.close_connection = True
        self._answer(status, "text/plain", status.phrase)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server has it
        """Nothing: the terminal is for what is wrong with the structure."""


for _method in REFUSED:
    setattr(_Handler, f"do_{_method}", _Handler.do_refuse)


@cache
def _frame() -> str:
    """The page round the page: it listens, reloads what it frames, and shows what is wrong."""
    from markupsafe import Markup

    templates = find_templates()
    style = templates.get_template("preview.css").render()
    script = templates.get_template("preview.js").render()
    return templates.get_template("preview.html").render(
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        policy=f"{write_policy(style, script)}; connect-src 'self'; frame-src 'self'",
    )
