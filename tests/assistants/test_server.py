"""The server as a host meets it: by the protocol's own client, and by bare lines."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Thread
from typing import Any

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError

from govgraph.assistants import tools
from govgraph.assistants.mcp_server import build_server, serve_files
from govgraph.assistants.structure_cache import CachedStructure, View
from tests.assistants.raw_server import INITIALIZE, call, raw_server, request

DATA = Path(__file__).parents[2] / "data"
SMALL = """bodies:
  trust: {name: Trust, apex: true}
  hart: {name: Hart, accountable_to: trust}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small structure."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def converse(path: Path, talk: Callable[[Client], Awaitable[None]], mode: str = "legacy") -> None:
    """Talk with a server in this process, which the client holds to its schemas."""

    async def meet() -> None:
        async with Client(build_server(CachedStructure(path), View()), mode=mode) as client:
            await talk(client)

    anyio.run(meet)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_the_tools_are_described(mode: str) -> None:
    """Each with schemas of both sides, none that changes anything."""

    async def talk(client: Client) -> None:
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == [
            *("about", "search", "list", "show", "chain"),
            *("reports", "paths", "common", "impact", "peers", "findings"),
        ]
        for tool in listed:
            assert tool.annotations
            assert tool.annotations.read_only_hint is True
            assert tool.input_schema["additionalProperties"] is False
            assert tool.output_schema
            assert tool.output_schema["required"][-1] == "names"

    converse(DATA / "hampshire", talk, mode)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_an_answer_comes_as_data_and_as_the_same_text(mode: str) -> None:
    """For hosts that read either."""

    async def talk(client: Client) -> None:
        given = {"body": "Management Information Group", "include": ["proposed"]}
        answer = await client.call_tool("chain", given)
        assert answer.is_error is False
        assert answer.structured_content == json.loads(answer.content[0].text)  # type: ignore[union-attr]
        assert answer.structured_content["chains"][0]["steps"]

    converse(DATA / "worcestershire", talk, mode)


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("chain", {"body": "hrat"}, "no body goes by the name 'hrat'; did you mean hart?"),
        ("chain", {"bdoy": "hart"}, "chain takes no 'bdoy'; did you mean 'body'?"),
        ("chain", {}, "chain needs 'body'"),
        ("chain", {"body": "x" * 501}, "'body' of chain is text of up to 500 characters"),
        ("chain", {"body": "hart", "as_at": "April"}, "'April'"),
        ("chain", {"body": "hart", "cursor": "soon"}, "this is no cursor"),
        ("common", {"bodies": ["hart"]}, "name two bodies or more"),
        ("findings", {"select": ["orphan-body"]}, "did you mean"),
    ],
)
def test_what_cannot_be_answered_is_said(
    file: Path, tool: str, given: dict[str, Any], said: str
) -> None:
    """As the tool's own error, which an assistant can put right."""

    async def talk(client: Client) -> None:
        answer = await client.call_tool(tool, given)
        assert answer.is_error is True
        assert said in answer.content[0].text  # type: ignore[union-attr]

    converse(file, talk)


def test_an_unknown_tool_is_an_error_of_the_protocol(file: Path) -> None:
    """With the nearest name."""

    async def talk(client: Client) -> None:
        with pytest.raises(MCPError, match="there is no tool 'chian'; did you mean 'chain'"):
            await client.call_tool("chian", {})

    converse(file, talk)


def test_a_fault_of_our_own_ends_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The assistant hears that there is one, standard error which, and neither sees a traceback."""

    def fail(*_: Any) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(tools, "cut_page", fail)

    async def talk(client: Client) -> None:
        answer = await client.call_tool("about", {})
        assert "by a fault of govgraph's own" in answer.content[0].text  # type: ignore[union-attr]

    converse(file, talk)
    assert capsys.readouterr().err == "govgraph: about failed: ZeroDivisionError: by zero\n"


def test_a_file_is_read_again_when_it_changes(file: Path) -> None:
    """And while it is broken, its problems are the answer."""

    def write(text: str) -> None:
        file.write_text(text, encoding="utf-8")

    async def talk(client: Client) -> None:
        write(f"{SMALL}  fleet: {{name: Fleet}}\n")
        assert (await client.call_tool("show", {"body": "Fleet"})).is_error is False
        write("bodies: {fleet: {naem: Fleet}}\n")
        answer = await client.call_tool("show", {"body": "Fleet"})
        assert "small.yaml:1:18: 'naem' is not a field" in answer.content[0].text  # type: ignore[union-attr]
        write(SMALL)
        assert (await client.call_tool("show", {"body": "Hart"})).is_error is False

    converse(file, talk)


def test_the_clients_own_transport_meets_a_real_process() -> None:
    """As a host starts it, with the standpoint of its options."""

    async def meet() -> None:
        arguments = ["-m", "govgraph", "mcp", str(DATA / "hampshire"), "--include", "proposed"]
        started = StdioServerParameters(command=sys.executable, args=arguments)
        async with Client(started) as client:
            answer = await client.call_tool("search", {"text": "fleet"})
            assert answer.structured_content
            assert answer.structured_content["found"][0]["presence"] == "holds"
            answer = await client.call_tool("search", {"text": "fleet", "include": []})
            assert answer.structured_content
            assert answer.structured_content["found"][0]["presence"] == "proposed only"

    anyio.run(meet)


@pytest.mark.parametrize(
    ("line", "code", "id_"),
    [
        (b"{", -32700, None),
        (b"\xff\xfe", -32700, None),
        (b"\x00", -32700, None),
        (b"[" * 100_000, -32700, None),
        (b"[]", -32600, None),
        (b"7", -32600, None),
        (b'{"id": 7}', -32600, 7),
        (b'{"jsonrpc": "1.0", "id": "a", "method": "ping"}', -32600, "a"),
        (b'{"jsonrpc": "2.0", "id": true, "method": 5}', -32600, None),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "x": "' + b"x" * 2_000_000, -32600, None),
        (request("tools/cull"), -32601, 1),
        (request("tools/call", {"name": 5}), -32602, 1),
        (request("tools/call", {"name": "x" * 1000, "arguments": {}}), -32602, 1),
    ],
)
def test_a_message_that_is_none_is_answered(file: Path, line: bytes, code: int, id_: Any) -> None:
    """With an error, and the conversation goes on."""
    with raw_server(file) as server:
        server.begin()
        server.send(line, b"", b"   ")
        answer = server.receive()
        assert (answer["error"]["code"], answer["id"]) == (code, id_)
        assert server.ask("ping", id_=2)["result"] is not None
        assert server.end()[0] == 0


def test_huge_arguments_are_refused_shortly(file: Path) -> None:
    """None is repeated at length."""
    with raw_server(file) as server:
        server.begin()
        server.send(call("chain", **{"x" * 900_000: 1}))
        assert len(server.receive()["result"]["content"][0]["text"]) < 200
        server.send(call("common", bodies=["hart"] * 101))
        assert "up to 100 texts" in server.receive()["result"]["content"][0]["text"]


def test_requests_piped_in_are_all_answered(file: Path) -> None:
    """Though the input ends before they are."""
    with raw_server(file) as server:
        server.begin()
        server.send(*(call("chain", number, body="hart") for number in range(200)))
        code, out, err = server.end()
        answered = [json.loads(line)["id"] for line in out.splitlines()]
        assert (code, sorted(answered)) == (0, list(range(200)))
        assert b"Traceback" not in err


def test_standard_output_is_the_protocols_alone(file: Path) -> None:
    """Talk goes to standard error, even of a file that is broken."""
    file.write_text("bodies: {hart: {naem: Hart}}\n", encoding="utf-8")
    with raw_server(file) as server:
        server.begin()
        server.send(call("about"))
        assert "'naem' is not a field" in server.receive()["result"]["content"][0]["text"]
        code, out, err = server.end()
        assert (code, out) == (0, b"")
        assert b"'naem' is not a field" in err
        assert b"answering about" in err


def test_an_interrupt_ends_it(file: Path) -> None:
    """Cleanly, while it waits for input."""
    with raw_server(file) as server:
        server.begin()
        server.running.send_signal(signal.SIGINT)
        assert server.running.wait(timeout=20) == 0
        assert server.running.stderr
        err = server.running.stderr.read()
        assert b"the server has ended" in err
        assert b"Traceback" not in err
        assert b"Fatal" not in err


def test_a_host_that_goes_away_ends_it(file: Path) -> None:
    """Without a word more than needed."""
    with raw_server(file) as server:
        server.begin()
        assert server.running.stdout
        server.running.stdout.close()
        server.send(call("about"))
        assert server.running.wait(timeout=20) == 0
        assert server.running.stderr
        assert b"Traceback" not in server.running.stderr.read()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads memory from /proc")
def test_ten_thousand_requests_leave_memory_flat(file: Path) -> None:
    """Good ones, slips and nonsense alike."""
    kinds = (
        lambda id_: call("chain", id_, body="hart"),
        lambda id_: call("chain", id_, body="hrat"),
        lambda id_: call("search", id_, text=f"h{id_}", as_at=str(1900 + id_ % 100)),
        lambda id_: call("chian", id_),
        lambda id_: request("nothing", None, id_),
        lambda id_: b"{" + str(id_).encode(),
    )
    with raw_server(file) as server:
        server.begin()
        memory = Path(f"/proc/{server.running.pid}/statm")
        seen = []
        for start in range(0, 10_000, 1000):
            lines = [kinds[id_ % len(kinds)](id_) for id_ in range(start, start + 1000)]
            writing = Thread(target=server.send, args=lines)
            writing.start()
            for _ in lines:
                server.receive()
            writing.join()
            seen.append(int(memory.read_text(encoding="ascii").split()[1]))
        assert seen[-1] - seen[1] < 500  # pages of 4 KiB, over 8,000 requests
        assert server.end()[0] == 0


def converse_in_lines(path: Path, *lines: bytes) -> list[Any]:
    """What the server answers to lines that are all there from the start."""
    with (path.parent / "asked").open("wb+") as asked, (path.parent / "told").open("wb+") as told:
        asked.write(b"".join(line + b"\n" for line in lines))
        asked.seek(0)
        server = build_server(CachedStructure(path), View())
        anyio.run(serve_files, server, asked.fileno(), told.fileno())
        told.seek(0)
        return [json.loads(line) for line in told]


def test_lines_are_answered_in_this_process_too(file: Path) -> None:
    """A handshake, questions, nonsense, a cancelled request, more than wait at once."""
    many = [call("chain", number, body="hart") for number in range(2, 60)]
    cancelled = {"jsonrpc": "2.0", "method": "notifications/cancelled"}
    answers = converse_in_lines(
        file,
        request("initialize", INITIALIZE, 1),
        b'{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        json.dumps(cancelled | {"params": {"requestId": 99}}).encode(),
        json.dumps(cancelled).encode(),
        b"nonsense",
        *many,
    )
    assert [each["id"] for each in answers if each["id"]] == list(range(1, 60))
    assert [each["error"]["code"] for each in answers if not each["id"]] == [-32700]


def test_answers_that_nobody_reads_are_let_go(file: Path) -> None:
    """The server ends; it has nobody to tell."""
    reading, asking = os.pipe()
    answering, writing = os.pipe()
    os.close(answering)
    os.write(asking, request("ping") + b"\n")
    anyio.run(serve_files, build_server(CachedStructure(file), View()), reading, writing)
    for open_ in (asking, reading, writing):
        os.close(open_)


def test_what_anything_else_prints_stays_off_the_wire(file: Path) -> None:
    """A rule of somebody's own that prints, or a library written in C, at any time."""
    program = (
        "import os, sys; from govgraph import api; from govgraph.cli.main import run_with\n"
        "read = api.load\n"
        "def load(path): print('noise'); os.write(1, b'noise'); return read(path)\n"
        "api.load = load\n"
        f"sys.exit(run_with(['mcp', {str(file)!r}]))\n"
    )
    asked = b"\n".join([request("initialize", INITIALIZE), call("about", 2), b""])
    done = subprocess.run(
        [sys.executable, "-c", program], input=asked, capture_output=True, check=True
    )
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 2]
    assert done.stderr.count(b"noise") == 2


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
messages = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.just("2.0") | anything,
        "id": st.integers() | st.text(max_size=5) | anything,
        "method": st.sampled_from(["tools/call", "tools/list", "initialize", "ping"]) | anything,
        "params": st.fixed_dictionaries(
            {}, optional={"name": st.just("chain") | anything, "arguments": anything}
        )
        | anything,
    },
).map(lambda message: json.dumps(message).encode())


@given(
    st.lists(
        messages | st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"")), max_size=5
    )
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_said_the_conversation_goes_on(file: Path, lines: list[bytes]) -> None:
    """The last question is answered, whatever came before it."""
    begun = (request("initialize", INITIALIZE, "begin"), *lines)
    answers = converse_in_lines(file, *begun, request("ping", None, "the last"))
    assert [each["id"] for each in answers].count("the last") == 1
