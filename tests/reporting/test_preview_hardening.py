"""What a preview does with requests that no browser of its own would make."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from govgraph.reporting.loopback_server import Connections
from govgraph.reporting.preview_server import Preview, PreviewServer

PAGE = "<p>first</p>"


@contextmanager
def serving(connections: Connections | None = None, page: str = PAGE) -> Iterator[PreviewServer]:
    """A preview of one page."""
    preview = Preview(lambda: page)
    preview.refresh()
    with PreviewServer(preview, connections=connections) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[PreviewServer]:
    with serving() as server:
        yield server


def connect(server: PreviewServer) -> socket.socket:
    """A connection of one's own."""
    return socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=20)


def speak(server: PreviewServer, request: bytes) -> bytes:
    """Everything that comes back when bytes are sent as they are."""
    with connect(server) as connection:
        connection.sendall(request)
        return read_all(connection)


def read_all(connection: socket.socket) -> bytes:
    """All that comes until the other side is done."""
    answer = b""
    try:
        while piece := connection.recv(65_536):
            answer += piece
    except ConnectionError:
        pass  # cut off
    return answer


def ask(server: PreviewServer, line: bytes, *headers: bytes) -> bytes:
    """The answer to a request with the right Host."""
    host = f"Host: localhost:{server.server_address[1]}".encode()
    return speak(server, b"\r\n".join([line, host, *headers, b"", b""]))


def status(answer: bytes) -> int:
    """The status of an answer."""
    return int(answer.split()[1])


@pytest.mark.parametrize(
    "path",
    [
        *(b"/../../etc/passwd", b"/..%2f..%2fetc%2fpasswd", b"/%2e%2e/%2e%2e/etc/passwd"),
        *(b"/%252e%252e%252fetc%252fpasswd", b"/..\\..\\etc\\passwd", b"/..%5c..%5cetc"),
        *(b"/page%00.html", b"/page\x00", b"/%00", b"/./page", b"/page/.", b"//etc/passwd"),
        *(b"http://localhost/page", b"file:///etc/passwd", b"*", b"/page?x", b"/page#x", b"page"),
        *(b"/\xff\xfe", b"/PAGE", b"/page;x", b"/events/..", b"/" + b"a" * 60_000),
    ],
)
def test_no_path_leads_anywhere_else(server: PreviewServer, path: bytes) -> None:
    """There are three addresses and no files, however a path is dressed up."""
    answer = ask(server, b"GET " + path + b" HTTP/1.1")
    assert status(answer) in {400, 404}
    assert b"root:" not in answer
    assert PAGE.encode() not in answer


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"]
)
@pytest.mark.parametrize("path", ["/", "/page", "/events", "/other"])
def test_nothing_can_be_changed(server: PreviewServer, method: str, path: str) -> None:
    """Other methods are refused, and said to be."""
    before = server.preview.state
    answer = ask(server, f"{method} {path} HTTP/1.1".encode(), b"Content-Length: 2\r\n\r\n{}")
    assert status(answer) == 405
    assert b"Allow: GET, HEAD\r\n" in answer
    ask(server, b"GET /page HTTP/1.1")
    assert server.preview.state is before


@pytest.mark.parametrize("path", ["/", "/page", "/events"])
def test_a_head_is_an_answer_without_its_body(server: PreviewServer, path: str) -> None:
    """With the length that it would have."""
    answer = ask(server, f"HEAD {path} HTTP/1.1".encode())
    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n")
    if path == "/page":
        assert f"Content-Length: {len(PAGE)}\r\n".encode() in answer


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (b"BREW /page HTTP/1.1\r\n\r\n", 501),
        (b"GET /page HTTP/9.9\r\n\r\n", 505),
        (b"GET /page HTCPCP/1.0\r\n\r\n", 400),
        (b"GET /a b c HTTP/1.1\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET /page HTTP/1.1\r\n" + b"X: y\r\n" * 101 + b"\r\n", 431),
        (b"GET /page HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", 431),
    ],
)
def test_what_is_no_request_is_refused(
    server: PreviewServer, request_: bytes, expected: int
) -> None:
    """Briefly, in plain text, with nothing of it repeated."""
    answer = speak(server, request_)
    # What is left unread may cut the answer off on its way.
    assert not answer or status(answer) == expected
    assert len(answer) < 500
    assert b"<" not in answer


def test_a_host_is_named_once(server: PreviewServer) -> None:
    """Neither none nor two, of which one is somebody else's."""
    port = server.server_address[1]
    for hosts in (b"", f"Host: localhost:{port}\r\nHost: example.org\r\n".encode()):
        for method in (b"GET", b"HEAD", b"POST"):
            answer = speak(server, method + b" /page HTTP/1.1\r\n" + hosts + b"\r\n")
            assert status(answer) == 403
    assert status(speak(server, b"GET /page\r\n\r\n")) == 403


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Origin: http://localhost:{port}", 200),
        ("Origin: http://127.0.0.1:{port}", 200),
        ("Origin: https://localhost:{port}", 403),
        ("Origin: http://localhost", 403),
        ("Origin: http://localhost:{port}.example.org", 403),
        ("Origin: http://example.org", 403),
        ("Origin: null", 403),
        ("Origin: http://localhost:{port}\r\nOrigin: http://example.org", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", 403),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors", 403),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors", 200),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", 200),
    ],
)
def test_pages_of_others_are_turned_away(server: PreviewServer, header: str, expected: int) -> None:
    """By what a browser says of them; following a link is a visit, and welcome."""
    told = header.format(port=server.server_address[1]).encode()
    assert status(ask(server, b"GET /page HTTP/1.1", told)) == expected


def test_a_name_that_is_no_text_is_served_byte_for_byte() -> None:
    """As half of a pair of UTF-16 that somebody wrote in JSON; its length is that of the bytes."""
    with serving(page="<p>Hart \ud83d</p>") as server:
        head, _, body = ask(server, b"GET /page HTTP/1.1").partition(b"\r\n\r\n")
    assert status(head) == 200
    assert body == b"<p>Hart \xed\xa0\xbd</p>"
    assert b"Content-Length: 15" in head


def test_a_body_that_nobody_wants_does_no_harm(server: PreviewServer) -> None:
    """Neither one that is announced and huge, nor one without a length."""
    for length in (b"99999999999999999999", b"-1", b"x", b""):
        with connect(server) as connection:
            host = f"localhost:{server.server_address[1]}".encode()
            head = b"POST / HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: " + length
            connection.sendall(head + b"\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            assert status(read_all(connection)) == 405


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /pa",
        b"GET /page HTTP/1.1\r\nHost: ",
        b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
    ],
)
def test_a_request_that_is_never_whole_is_cut_off(begun: bytes) -> None:
    """However it goes on, a byte at a time, its time does not begin anew."""
    with serving(Connections(patience=0.3)) as server, connect(server) as connection:
        connection.sendall(begun)
        for _ in range(1000):
            try:
                connection.sendall(b" ")
            except ConnectionError:
                break
            time.sleep(0.02)
        else:
            pytest.fail("it was never cut off")
        assert PAGE.encode() not in read_all(connection)
        assert status(ask(server, b"GET /page HTTP/1.1")) == 200


def test_events_outlast_the_patience_for_requests() -> None:
    """Whoever has asked is answered for as long as it takes."""
    with serving(Connections(patience=0.1)) as server, connect(server) as connection:
        host = f"Host: localhost:{server.server_address[1]}".encode()
        connection.sendall(b"GET /events HTTP/1.1\r\n" + host + b"\r\n\r\n")
        with connection.makefile("rb") as events:
            while not events.readline().startswith(b"data:"):
                pass
            time.sleep(0.5)
            server.preview.refresh()
            assert events.readline() == b"\n"
            assert events.readline().startswith(b"data:")


def test_there_is_room_for_some_at_once() -> None:
    """One more is told to come back, and can when another has gone."""
    with serving(Connections(most=2)) as server:
        with connect(server) as first, connect(server):
            while len(server.connections) < 2:
                time.sleep(0.01)
            assert status(speak(server, b"")) == 503
            first.shutdown(socket.SHUT_WR)
            read_all(first)
        while len(server.connections):
            time.sleep(0.01)
        assert status(ask(server, b"GET /page HTTP/1.1")) == 200


def test_a_fault_of_our_own_is_one_line(
    server: PreviewServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And the next request is answered."""
    with monkeypatch.context() as broken:
        broken.setattr(server.preview, "state", None)
        assert ask(server, b"GET /page HTTP/1.1") == b""
    told = capsys.readouterr().err
    assert told.startswith("govgraph: the preview could not answer: AttributeError")
    assert told.count("\n") == 1
    assert status(ask(server, b"GET /page HTTP/1.1")) == 200


def test_a_reader_that_goes_away_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """In the middle of a large page."""
    preview = Preview(lambda: "x" * 10_000_000)
    preview.refresh()
    with PreviewServer(preview) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        with connect(server) as connection:
            host = f"Host: localhost:{server.server_address[1]}".encode()
            connection.sendall(b"GET /page HTTP/1.1\r\n" + host + b"\r\n\r\n")
            connection.recv(1000)
        while len(server.connections):
            time.sleep(0.01)
        server.shutdown()
        thread.join()
    assert capsys.readouterr().err == ""
