"""A preview keeps the last good page, tells what is wrong, and answers this machine alone."""

import json
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest

from govgraph import api
from govgraph.errors import DrawingError, LoadError, OutputError, Place, Problem
from govgraph.reporting.preview_server import Preview, PreviewServer, State
from tests.reporting.browser import CHROMIUM, WHY_NOT, chromium

BROKEN = LoadError((Problem(Place("hart.yaml", 3, 7), "this is no field"),))


class Author:
    """Somebody who writes a file: what the next look at it gives."""

    def __init__(self) -> None:
        self.gives: str | Exception = "<p>first</p>"

    def build(self) -> str:
        """The page, or what is wrong."""
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives


@pytest.fixture
def author() -> Author:
    """An author."""
    return Author()


@pytest.fixture
def server(author: Author) -> Iterator[PreviewServer]:
    """A preview of what the author writes, served on a free port."""
    preview = Preview(author.build)
    preview.refresh()
    with PreviewServer(preview) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: PreviewServer, path: str, host: str = "") -> HTTPResponse:
    """What the server answers."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    port = server.server_address[1]
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host.format(port=port) or f"localhost:{port}")
    connection.endheaders()
    response = connection.getresponse()
    connection.close()
    return response


def test_a_broken_file_leaves_the_last_good_page(author: Author) -> None:
    """With each problem and its place; the next good save clears them."""
    preview = Preview(author.build)
    assert preview.refresh() == State(1, 1, "<p>first</p>")
    author.gives = BROKEN
    assert preview.refresh() == State(2, 1, "<p>first</p>", ("hart.yaml:3:7: this is no field",))
    author.gives = DrawingError("too wide")
    assert preview.refresh().problems == ("too wide",)
    author.gives = "<p>second</p>"
    assert preview.refresh() == State(4, 2, "<p>second</p>")


def test_who_waits_hears_of_what_is_newer_and_of_nothing_else(author: Author) -> None:
    """And is let go when nothing comes."""
    preview = Preview(author.build)
    assert preview.newer(0, 0.0) is None
    state = preview.refresh()
    assert preview.newer(0, 0.0) == state
    assert preview.newer(1, 0.0) is None


def test_the_page_and_its_frame_are_served(server: PreviewServer) -> None:
    """Never from a cache; the frame may ask this server and nobody else."""
    page = ask(server, "/page")
    assert (page.status, page.read()) == (200, b"<p>first</p>")
    assert page.headers["Cache-Control"] == "no-store"
    frame = unescape(ask(server, "/").read().decode())
    assert "connect-src 'self'; frame-src 'self'" in frame


def test_there_is_a_page_before_there_is_a_page(author: Author) -> None:
    """A file that was broken from the start frames a page that says so."""
    author.gives = BROKEN
    with PreviewServer(Preview(author.build)) as server:
        thread = Thread(target=server.handle_request, daemon=True)
        thread.start()
        assert b"There is no page yet." in ask(server, "/page").read()
        thread.join()


@pytest.mark.parametrize("host", ["example.org", "example.org:{port}", "127.0.0.1", "localhost:1"])
def test_another_host_is_turned_away(server: PreviewServer, host: str) -> None:
    """A page elsewhere whose name leads to this machine learns nothing."""
    answer = ask(server, "/page", host)
    assert (answer.status, b"first" in answer.read()) == (403, False)


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/page/", "/pages", "/%2e%2e/x", "/x?y"])
def test_nothing_else_is_there(server: PreviewServer, path: str) -> None:
    """No path leads to a file."""
    answer = ask(server, path)
    assert (answer.status, answer.read()) == (404, b"There is nothing here.")


def test_only_this_machine_is_listened_to(server: PreviewServer) -> None:
    """Neither the network nor a second preview on the same port."""
    assert server.address == f"http://127.0.0.1:{server.server_address[1]}/"
    with pytest.raises(OutputError, match=r"port \d+ cannot be listened on"):
        PreviewServer(server.preview, server.server_address[1])


def test_every_look_is_told_as_it_comes(author: Author, server: PreviewServer) -> None:
    """As events: which page it is, and what is wrong."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request("GET", "/events")
    events = connection.getresponse()
    assert json.loads(events.readline().partition(b":")[2]) == {"page": 1, "problems": []}
    events.readline()
    author.gives = BROKEN
    server.preview.refresh()
    told = json.loads(events.readline().partition(b":")[2])
    assert told == {"page": 1, "problems": ["hart.yaml:3:7: this is no field"]}
    events.close()
    connection.close()


@pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_browser_shows_each_save(author: Author, server: PreviewServer) -> None:
    """The real page within the frame, then an error above it, then the next page."""
    author.gives = api.report(api.build_graph(api.load(DATA)))
    server.preview.refresh()
    with chromium() as browser:
        page = browser.new_page()
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.goto(server.address)
        framed = page.frame_locator("#page")
        framed.locator(".gg-body").first.wait_for()
        author.gives = BROKEN
        server.preview.refresh()
        page.get_by_text("hart.yaml:3:7: this is no field").wait_for()
        assert framed.locator(".gg-body").first.is_visible()
        author.gives = "<!DOCTYPE html><title>Next</title><p>the next page"
        server.preview.refresh()
        framed.get_by_text("the next page").wait_for()
        assert not page.locator("#problems").is_visible()
        assert heard == []


@pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_errors(
    author: Author, server: PreviewServer, scheme: Literal["light", "dark"]
) -> None:
    """So many that they have to be scrolled, on a telephone."""
    from axe_playwright_python.sync_playwright import Axe

    author.gives = LoadError(BROKEN.problems * 40)
    server.preview.refresh()
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
        page.goto(server.address)
        page.locator("#problems li").first.wait_for()
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


DATA = Path(__file__).parents[2] / "data" / "worcestershire"
