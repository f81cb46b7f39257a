"""A paper beside the record: the page, the decisions, and the server that takes them."""

import http.client
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from govgraph.errors import SettingsError
from govgraph.formats.format_catalogue import read_structure
from govgraph.model.seats import SeatStatus
from govgraph.reading.coverage import State
from govgraph.reading.paper_marks import find_marks_file, read_marks
from govgraph.reporting.reader.open_paper import open_paper
from govgraph.reporting.reader.reader_page import Controls, build_reader_page
from govgraph.reporting.reader.reader_server import ReaderServer
from govgraph.reporting.reader.reader_session import Session
from govgraph.reporting.reader.suggestions import suggest
from tests.cli.program import govgraph
from tests.golden_files import body_of, hold
from tests.reporting.browser import CHROMIUM, WHY_NOT, chromium, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "partnership"
UNFINISHED = Path(__file__).parent / "unfinished.yaml"
HOSTILE = """Board </style><script>document.title = "run"</script>

1. The Board <img src=x onerror="document.title='run'"> reports to the Trust Board.

2. It is chaired by "><script>document.title = 'run'</script>.
"""


SHORT = """Terms of reference

1. The Help Group (also known as the HG) reports to the Trust Board.

2. It meets monthly. The Help Group is chaired by Ann Lee.
"""


@pytest.fixture(name="folder")
def copy(tmp_path: Path) -> Path:
    """The example's paper with a structure that holds a part of it, to be written to."""
    folder = tmp_path / "partnership"
    (folder / "papers").mkdir(parents=True)
    shutil.copy(EXAMPLE / "papers" / "terms-of-reference.txt", folder / "papers")
    shutil.copy(UNFINISHED, folder / "partnership.yaml")
    return folder


@pytest.fixture(name="session")
def begin(folder: Path) -> Session:
    """A reading of it."""
    return Session(folder / "papers" / "terms-of-reference.txt", folder / "partnership.yaml")


def fields(session: Session, words: str, act: str, **more: str) -> dict[str, str]:
    """What the page sends of the sentence that has some words."""
    entries = session.open().coverage.entries
    number, text = next(
        (number, entry.marked.sentence.text)
        for number, entry in enumerate(entries, 1)
        if words in entry.marked.sentence.text
    )
    return {"act": act, "number": str(number), "sentence": text, **more}


def state_of(session: Session, words: str) -> State:
    """What has become of a sentence."""
    return next(
        entry.state
        for entry in session.open().coverage.entries
        if words in entry.marked.sentence.text
    )


def test_a_sentence_is_dismissed_with_a_word_why_and_opened_again(session: Session) -> None:
    """The next open one comes after it."""
    after = session.decide(fields(session, "meets four times", "dismiss", why="in the minutes"))
    assert state_of(session, "meets four times") is State.DISMISSED
    assert session.open().coverage.entries[after - 1].state is State.OPEN
    session.decide(fields(session, "meets four times", "reopen"))
    assert state_of(session, "meets four times") is State.OPEN


def test_a_new_relation_quotes_the_paper_and_comments_live(session: Session) -> None:
    """A body that the paper names is recorded with it."""
    words = "The Board does not direct the Safeguarding Partnership"
    ends = {"from": "name:safeguarding partnership", "kind": "liaises_with", "to": "board"}
    session.decide(fields(session, words, "relate", **ends, quote=words, at="¶2.5"))
    assert session.said == "Recorded."
    assert session.structure is not None
    assert "# Each line of account quotes" in session.structure.read_text(encoding="utf-8")
    relation = next(r for r in read_structure(session.structure).relations if r.to_body == "board"
                    and r.kind == "liaises_with")  # fmt: skip
    assert (relation.from_body, relation.cites[0].quote) == ("safeguarding-partnership", words)
    assert state_of(session, words) is State.RECORDED


def test_a_drafted_seat_and_body_are_recorded_when_accepted(session: Session) -> None:
    """Nothing of a draft is in the structure before."""
    assert session.structure is not None
    before = read_structure(session.structure)
    assert "Aisha Karim" not in {person.name for person in before.people}
    draft = session.open().draft
    number = next(n for n, each in enumerate(draft.seats) if each.seat.person == "Aisha Karim")
    session.decide(fields(session, "Aisha Karim", "accept", what="seat", key=str(number)))
    session.decide(
        fields(
            session, "Commissioning Group", "accept", what="body", key="name:commissioning group"
        )
    )
    after = read_structure(session.structure)
    seat = next(seat for seat in after.seats if seat.held_by == ("aisha-karim",))
    assert (seat.represents, seat.standing) == (("Riverton Health Trust",), SeatStatus.SUBSTANTIVE)
    assert after.body_by_id["commissioning-group"].kind == "sub-group"
    assert state_of(session, "Aisha Karim") is State.RECORDED


def test_the_page_of_a_short_paper_is_as_before(tmp_path: Path) -> None:
    """Its sentences, what is drafted from them, and what somebody may decide on them."""
    paper, record = tmp_path / "terms.txt", tmp_path / "terms.yaml"
    paper.write_text(SHORT, encoding="utf-8")
    record.write_text(
        "structure: {title: Help}\nbodies: {trust: {name: Trust Board, apex: true}}\n"
    )
    page = build_reader_page(
        open_paper(paper, record), Controls("/x", "t", "Recorded.", writes="s.yaml")
    )
    hold("reader.html", body_of(page))


def test_what_is_drafted_is_told_in_words(session: Session) -> None:
    """A seat with who sits there and for whom, a body with its other names and its kind."""
    told = [each.says for some in suggest(session.open()).values() for each in some]
    board = "member of Riverton Children's Partnership Board"
    assert told[:2] == [
        "Riverton Borough Council; also known as the Council; council",
        "Safeguarding Partnership; safeguarding-board",
    ]
    assert f"{board}, Aisha Karim, for Riverton Health Trust" in told
    assert f"{board}, Two young people, for Youth Council" in told


def test_a_decision_is_undone_byte_for_byte(session: Session) -> None:
    """Unless somebody else has written since."""
    assert session.structure is not None
    before = session.structure.read_bytes()
    accept = fields(session, "Commissioning Group", "accept", what="body",
                    key="name:commissioning group")  # fmt: skip
    session.decide(accept)
    assert session.structure.read_bytes() != before
    session.decide({"act": "undo"})
    assert session.structure.read_bytes() == before
    session.decide(fields(session, "meets four times", "dismiss", why="no"))
    session.decide({"act": "undo"})
    assert not find_marks_file(session.path).exists()
    session.decide(accept)
    session.structure.write_bytes(session.structure.read_bytes() + b"# mine\n")
    session.decide({"act": "undo"})
    assert session.failed
    assert "has been changed since" in session.said


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"act": "relate", "from": "board", "kind": "advises", "to": "workforce",
          "quote": "The Board answers to nobody"}, "These words are not in the paper"),
        ({"act": "relate", "from": "board", "kind": "advises", "to": "board",
          "quote": "The Board"}, "Both ends are the same body"),
        ({"act": "relate", "from": "board", "kind": "owns", "to": "cabinet",
          "quote": "The Board"}, "no kind of relation 'owns'"),
        ({"act": "relate", "from": "board", "kind": "advises", "to": "x",
          "quote": "The Board"}, "There is no such body"),
        ({"act": "accept", "what": "line", "key": "99"}, "not drafted any more"),
        ({"act": "accept", "what": "file", "key": "/etc/passwd"}, "Nothing of that sort"),
        ({"act": "dismiss", "sentence": "The Board meets four times a year.", "why": " "},
         "Say in a few words why"),
        ({"act": "dismiss", "sentence": "Nobody wrote this.", "why": "no"}, "no such sentence"),
        ({"act": "undo"}, "nothing to undo"),
        ({"act": "delete"}, "Nothing was decided"),
        ({}, "Nothing was decided"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_changes_nothing(
    session: Session, sent: dict[str, str], says: str
) -> None:
    """Neither the structure nor the marks."""
    assert session.structure is not None
    before = session.structure.read_bytes()
    session.decide(sent)
    assert session.failed
    assert says in session.said
    assert session.structure.read_bytes() == before
    assert not find_marks_file(session.path).exists()


def test_a_structure_that_is_not_there_yet_is_begun(tmp_path: Path) -> None:
    """With the paper as its source."""
    paper = tmp_path / "terms.txt"
    paper.write_text("1. The Help Group reports to the Trust Board.\n")
    session = Session(paper, tmp_path / "new.yaml")
    session.decide(fields(session, "reports", "accept", what="line", key="0"))
    assert session.said == "Recorded."
    structure = read_structure(tmp_path / "new.yaml")
    assert [relation.key for relation in structure.relations] == [
        ("help-group", "reports_to", "trust-board")
    ]
    assert structure.sources[0].file == "terms.txt"
    assert structure.relations[0].cites[0].at == "¶1"


def test_decisions_are_written_to_one_yaml_file(tmp_path: Path) -> None:
    """Not to a folder, and to no table."""
    (tmp_path / "a.txt").write_text("It meets.")
    for structure in (tmp_path, tmp_path / "a.csv"):
        with pytest.raises(SettingsError, match="one YAML file"):
            Session(tmp_path / "a.txt", structure)


def test_a_new_edition_shows_which_words_have_gone(folder: Path) -> None:
    """With the sentence that is nearest."""
    paper = folder / "papers" / "terms-of-reference.txt"
    paper.write_text(paper.read_text().replace("Board will report to", "Board shall report to"))
    page = build_reader_page(open_paper(paper, folder / "partnership.yaml"))
    assert "Words that are not in this edition" in page
    assert "Nearest, ¶2.2: <q>The Board shall report to the Council" in page


@contextmanager
def serving(session: Session) -> Iterator[ReaderServer]:
    """A server of it."""
    with ReaderServer(session) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def ask(
    server: ReaderServer, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, str, dict[str, str]]:
    """The answer to one request."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    sent: dict[str, Any] = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, sent)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode(), dict(answer.getheaders())
    connection.close()
    return found


def post(server: ReaderServer, form: dict[str, str], **headers: str) -> int:
    """The status of a decision that is sent as the page sends it, or otherwise."""
    own = {
        "Content_Type": "application/x-www-form-urlencoded",
        "Origin": f"http://127.0.0.1:{server.server_address[1]}",
        "Sec_Fetch_Site": "same-origin",
    } | headers
    own = {name: value for name, value in own.items() if value}
    return ask(server, "POST", f"/{server.token}/decide", urlencode(form), **own)[0]


def test_the_server_shows_the_page_to_who_knows_the_token(session: Session) -> None:
    """And nothing else to anybody."""
    with serving(session) as server:
        status, page, headers = ask(server, "GET", f"/{server.token}/")
        assert status == 200
        assert "form-action &#39;self&#39;" in page
        assert headers["Cache-Control"] == "no-store"
        for path in ("/", "/x/", f"/{server.token}", f"/{server.token}/../etc/passwd"):
            assert ask(server, "GET", path)[0] == 404
        assert ask(server, "GET", f"/{server.token}/", Host="evil.example")[0] == 403
        assert ask(server, "DELETE", f"/{server.token}/")[0] == 405


def test_the_server_takes_decisions_of_its_own_page_alone(session: Session) -> None:
    """With the token, from its own origin, as a form."""
    form = fields(session, "meets four times", "dismiss", why="in the minutes")
    with serving(session) as server:
        ours = form | {"token": server.token}
        refused = [
            post(server, form),
            post(server, form | {"token": "guessed"}),
            post(server, ours, Origin="http://evil.example"),
            post(server, ours, Origin="null"),
            post(server, ours, Origin=""),
            post(server, ours, Sec_Fetch_Site="cross-site"),
            post(server, ours, Host="evil.example"),
            post(server, ours, Content_Type="text/plain"),
        ]
        assert refused == [403] * 8
        assert not find_marks_file(session.path).exists()
        assert post(server, ours) == 303
        assert [mark.why for mark in read_marks(find_marks_file(session.path))] == [
            "in the minutes"
        ]
        assert post(server, {"token": server.token, "why": "x" * 70_000}) == 413


def test_a_page_that_is_only_read_has_no_forms_and_is_the_same_each_time(folder: Path) -> None:
    """The command writes it."""
    paper = folder / "papers" / "terms-of-reference.txt"
    pages = []
    for name in ("a.html", "b.html"):
        done = govgraph("read", str(paper), "-s", str(folder / "partnership.yaml"),
                        "-o", str(folder / name))  # fmt: skip
        assert done.code == 0, done.err
        pages.append((folder / name).read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert "<form" not in pages[0]
    assert govgraph("read", str(paper), "-o", str(folder / "a.pdf")).code == 2


@pytest.fixture(name="browser", scope="module")
def browse() -> Iterator["Browser"]:
    """A browser for the tests of the page."""
    if CHROMIUM is None:
        pytest.skip(WHY_NOT)
    with chromium() as browser:
        yield browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_axe_finds_no_violation(browser: "Browser", folder: Path, scheme: str, width: int) -> None:
    """With all that somebody decides on."""
    from axe_playwright_python.sync_playwright import Axe

    read = open_paper(folder / "papers" / "terms-of-reference.txt", folder / "partnership.yaml")
    path = folder / "page.html"
    path.write_text(build_reader_page(read, Controls("/x", "t", "Recorded.", writes="s.yaml")))
    window = {"width": width, "height": 900}
    with opened(browser, path, color_scheme=scheme, viewport=window) as page:
        page.keyboard.press("n")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_keys_move_between_sentences(browser: "Browser", folder: Path) -> None:
    """To open ones, or to any; the entry beside goes with them."""
    read = open_paper(folder / "papers" / "terms-of-reference.txt", folder / "partnership.yaml")
    path = folder / "page.html"
    path.write_text(build_reader_page(read))
    states = [str(entry.state) for entry in read.coverage.entries]
    with opened(browser, path) as page:
        shown = page.locator(".entry.current")
        assert shown.get_attribute("id") == "e1"
        page.keyboard.press("ArrowDown")
        assert shown.get_attribute("id") == "e2"
        assert states[1] == "recorded"
        page.keyboard.press("j")
        assert shown.get_attribute("id") == f"e{states.index('open', 2) + 1}"
        page.keyboard.press("k")
        assert shown.get_attribute("id") == "e1"
        page.locator("#s5").click()
        assert shown.get_attribute("id") == "e5"


def test_a_whole_reading_in_the_browser(browser: "Browser", session: Session) -> None:
    """Dismissed, accepted and undone by keys alone."""
    with serving(session) as server:
        page = browser.new_page()
        page.goto(server.address)
        page.keyboard.press("d")
        page.keyboard.type("only says what it is for")
        page.keyboard.press("Enter")
        page.wait_for_selector(".said")
        assert page.locator(".said").inner_text() == "Dismissed."
        assert state_of(session, "brings together the bodies") is State.DISMISSED
        page.keyboard.press("u")
        page.wait_for_selector(".said >> text=Undone.")
        assert state_of(session, "brings together the bodies") is State.OPEN
        page.locator("a.mark", has_text="Aisha Karim").or_(
            page.locator("tr", has_text="Aisha Karim").locator("a.mark")
        ).first.click()
        page.keyboard.press("a")
        page.wait_for_selector(".said >> text=Recorded.")
        page.close()
    assert state_of(session, "Aisha Karim") is State.RECORDED


def test_hostile_words_of_a_paper_run_no_script(browser: "Browser", tmp_path: Path) -> None:
    """They stand there as words."""
    paper = tmp_path / "a.txt"
    paper.write_text(HOSTILE)
    path = tmp_path / "page.html"
    read = open_paper(paper)
    path.write_text(build_reader_page(read, Controls("/x", "t", HOSTILE, writes=HOSTILE)))
    with opened(browser, path) as page:
        assert page.title() != "run"
        assert page.locator("script").count() == 1
        assert page.locator("img").count() == 0
        assert "onerror" in page.locator(".paper").inner_text()
