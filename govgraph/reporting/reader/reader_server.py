"""Serves a paper that is being read to one browser on this machine, and takes its decisions.

A server of its own: that of the preview keeps its promise to change nothing. Every address begins
with a token of this run, every decision carries it again and must come from a page of this server,
and nothing is written but the structure and the marks.
"""

from hmac import compare_digest
from http import HTTPStatus
from secrets import token_urlsafe
from urllib.parse import parse_qsl

from govgraph.errors import GovgraphError
from govgraph.reporting.loopback_server import (
    MOST_BODY,
    Connections,
    LoopbackHandler,
    LoopbackServer,
)
from govgraph.reporting.reader.reader_session import Session

_MOST_FIELDS = 20
_FORM = "application/x-www-form-urlencoded"


class ReaderServer(LoopbackServer):
    """A server of one paper.

    Args:
        session: what is read, and where decisions are written.
        port: where it listens; 0 for any that is free.
        connections: how many may ask at once, and how long a request is waited for.

    Raises:
        OutputError: the port is taken.
    """

    called = "reader"

    def __init__(
        self, session: Session, port: int = 0, connections: Connections | None = None
    ) -> None:
        self.session = session
        self.token = token_urlsafe(24)
        super().__init__(_Handler, port, connections)

    @property
    def address(self) -> str:
        """Where the browser finds it; the token in it is that of this run."""
        return f"{super().address}{self.token}/"


class _Handler(LoopbackHandler):
    """Answers one request."""

    server: ReaderServer
    methods = ("GET", "HEAD", "POST")

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """The page; nothing else is there, and nothing for who does not know the token."""
        self.server.connections.heard(self.connection)
        token = self.server.token
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", "This page is for one machine.")
        elif not _same(self.path, f"/{token}/"):
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", "There is nothing here.")
        else:
            try:
                page = self.server.session.page(f"/{token}/decide", token)
            except GovgraphError as error:
                self._answer(HTTPStatus.OK, "text/plain", str(error))
            else:
                self._answer(HTTPStatus.OK, "text/html", page)

    def do_HEAD(self) -> None:  # noqa: N802 - as above
        """The same without its content."""
        self.do_GET()

    def do_POST(self) -> None:  # noqa: N802 - as above
        """A decision: only from a page of this server, with the token, and not too long."""
        length = self.headers.get("Content-Length", "")
        self.server.connections.heard(self.connection)
        if not (length.isascii() and length.isdecimal()) or int(length[:9]) > MOST_BODY:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text/plain", "That is too much.")
            return
        sent = _fields(self._read_body())
        ours = self._is_ours() and self.headers.get("Origin") is not None
        form = self.headers.get_content_type() == _FORM
        known = _same(self.path, f"/{self.server.token}/decide")
        if not (ours and form and known and _same(sent.get("token", ""), self.server.token)):
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", "This is no decision of this page.")
            return
        number = self.server.session.decide(sent)
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", f"/{self.server.token}/" + (f"#s{number}" if number else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_refuse(self) -> None:
        """No other way of asking."""
        self._read_body()
        self._answer(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", "There is nothing here.")


for _method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"):
    setattr(_Handler, f"do_{_method}", _Handler.do_refuse)


def _fields(body: bytes) -> dict[str, str]:
    """The fields of a form; none where it is no form."""
    try:
        return dict(parse_qsl(body.decode("utf-8"), max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same, in a time that tells nothing of where they differ."""
    return compare_digest(one.encode("utf-8", "surrogateescape"), other.encode())
