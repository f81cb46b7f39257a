"""A live preview: the last page that could be made, served to this machine alone.

Three addresses, no files, nothing to change.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from http import HTTPStatus
from threading import Condition

from govgraph.errors import GovgraphError, LoadError
from govgraph.reporting.loopback_server import (
    PATIENCE,
    Connections,
    LoopbackHandler,
    LoopbackServer,
)
from govgraph.reporting.page.templates import find_templates, write_policy

REFUSED = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")

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


@dataclass(frozen=True, slots=True)
class State:
    """What there is to show.

    Attributes:
        version: counts every look at the structure, from 1.
        page: counts the pages that could be made; 0 while there is none.
        html: the last of them.
        problems: what was wrong at the last look, each with its place; nothing if it went well.
    """

    version: int = 0
    page: int = 0
    html: str = ""
    problems: tuple[str, ...] = ()


class Preview:
    """The state of a preview, which one thread renews and others wait for.

    Args:
        build: makes the page anew; raises a GovgraphError where it cannot.
    """

    def __init__(self, build: Callable[[], str]) -> None:
        self._build = build
        self._changed = Condition()
        self.state = State()

    def refresh(self) -> State:
        """Look at the structure again, keep the last good page if it is broken, tell who waits."""
        state = replace(self.state, version=self.state.version + 1, problems=())
        try:
            state = replace(state, html=self._build(), page=state.page + 1)
        except LoadError as error:
            state = replace(state, problems=tuple(map(str, error.problems)))
        except GovgraphError as error:
            state = replace(state, problems=(str(error),))
        with self._changed:
            self.state = state
            self._changed.notify_all()
        return state

    def newer(self, version: int, seconds: float) -> State | None:
        """The state as soon as it is newer than a version, or None after so many seconds."""
        with self._changed:
            if self._changed.wait_for(lambda: self.state.version > version, seconds):
                return self.state
        return None


class PreviewServer(LoopbackServer):
    """A server of one preview.

    Args:
        preview: what it shows.
        port: where it listens; 0 for any that is free.
        connections: how many may ask at once, and how long a request is waited for.

    Raises:
        OutputError: the port is taken.
    """

    called = "preview"

    def __init__(
        self, preview: Preview, port: int = 0, connections: Connections | None = None
    ) -> None:
        self.preview = preview
        super().__init__(_Handler, port, connections)


class _Handler(LoopbackHandler):
    """Answers one request."""

    server: PreviewServer

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
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

    def do_HEAD(self) -> None:  # noqa: N802 - as above
        """The same without its content."""
        self.do_GET()

    def do_refuse(self) -> None:
        """Nothing here can be changed."""
        self._read_body()
        status = HTTPStatus.METHOD_NOT_ALLOWED if self._is_ours() else HTTPStatus.FORBIDDEN
        self._answer(status, "text/plain", "This preview only shows.")

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
