"""The page of queries: every example is one that works, and what it refuses is refused."""

import re
import shlex
from pathlib import Path

import pytest

import govgraph
from govgraph.errors import QuestionError
from tests.cli.program import govgraph as program

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph() -> object:
    """The structure that the page asks."""
    return govgraph.build_graph(govgraph.load(ROOT / "data" / "hampshire"), include=["proposed"])


def test_the_first_command_prints_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the letter."""
    monkeypatch.chdir(ROOT)
    command, shown = re.findall(r"```(?:sh)?\n(.*?)```", PAGE, re.DOTALL)[:2]
    done = program(*shlex.split(command.replace("\\\n", ""))[1:])
    assert (done.code, done.out) == (0, shown)


@pytest.mark.parametrize(
    "query", re.findall(r"```cypher\n(.*?)```", PAGE, re.DOTALL)[0].split("\n")
)
def test_every_query_of_the_page_is_answered(graph: object, query: str) -> None:
    """Each on its line."""
    if query:
        assert govgraph.query(graph, query).columns  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["CREATE", "SET", "UNION", "UNWIND", "CALL", "CASE", "WITH"])
def test_what_the_page_says_is_not_there_is_refused(graph: object, word: str) -> None:
    """Each word of its table."""
    assert f"`{word}`" in PAGE
    with pytest.raises(QuestionError, match="query:1:11"):
        govgraph.query(graph, f"MATCH (a) {word} (a) RETURN a.id")  # type: ignore[arg-type]


def test_the_attributes_of_the_page_are_those_there_are(graph: object) -> None:
    """Each may be returned."""
    bodies, relations = re.findall(
        r"^\| `[sr]\.(?:name|kind)` \| .*? (`.*) \|$", PAGE, re.MULTILINE
    )
    for name, pattern, attributes in (("s", "(s)", bodies), ("r", "(s)-[r]->(b)", relations)):
        for attribute in re.findall(r"`(\w+)`", attributes):
            query = f"MATCH {pattern} RETURN {name}.{attribute}"
            assert govgraph.query(graph, query).columns == (f"{name}.{attribute}",)  # type: ignore[arg-type]
