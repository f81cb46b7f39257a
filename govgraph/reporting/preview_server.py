"""Serves a live preview to this machine alone: three addresses, no files."""

import json
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from govgraph.errors import OutputError
from govgraph.reporting.page.templates import find_templates, write_policy
from govgraph.reporting.preview import Preview

LOOPBACK = "127.0.0.1"
PATIENCE = 10.0
"""After how many seconds a silent reader is asked whether anybody is still there."""

NOTHING_YET = """\
<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Preview</title></head>
<body><p>There is no page yet.</p></body>
</html>
"""


class PreviewServer(ThreadingHTTPServer):
    """A server on the loopback address; its threads end with the program.

    Args:
        preview: what it shows.
        port: where it listens; 0 for any that is free.

    Raises:
        OutputError: the port is taken.
    """

    daemon_threads = True

    def __init__(self, preview: Preview, port: int = 0) -> None:
        self.preview = preview
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


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer

    def do_GET(self) -> None:
        """The frame, the page in it, or the events that renew it; anything else is not there."""
        if self.headers.get("Host") not in self.server.hosts:
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

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        content = text.encode("utf-8", "surrogatepass")
        self._head(status, kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def _tell(self) -> None:
        """Send every state as it comes, until the reader goes away."""
        self._head(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        version = 0
        try:
            while True:
                state = self.server.preview.newer(version, PATIENCE)
                line = ":"
                if state:
                    version = state.version
                    told = {"page": state.page, "problems": state.problems}
                    line = f"data: {json.dumps(told)}"
                self.wfile.write(f"{line}\n\n".encode())
                self.wfile.flush()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server has it
        """Nothing: the terminal is for what is wrong with the structure."""


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
