"""Nodes know their places, whichever of PyYAML's two parsers gave the events."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from govgraph.errors import Place
from govgraph.formats import yaml_events
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.nodes import Entry, ListNode, MapNode, TextNode
from govgraph.formats.problems import Problems
from govgraph.formats.yaml_events import read_nodes
from govgraph.formats.yaml_wording import describe_error
from tests.formats.test_cases import CASES, found_in

EXAMPLE = Path(__file__).parent / "example.yaml"
TOLD_OTHERWISE = {
    "A line without its dash in a file that is a list",
    "A directive that YAML does not know",
    "A backslash in double quotes",
}
"""Cases in which the two parsers notice what is wrong at another place, or call it otherwise."""


def test_keys_values_and_items_know_their_places() -> None:
    """Lines and columns count from 1, and columns count characters."""
    root = read_nodes("tŷ: [a, ~, {b: 'c'}]\nd:\n", "f.yaml", Problems())
    inner = MapNode({"b": Entry(TextNode("c", 1, 16), 1, 13)}, 1, 12)
    listed = ListNode([TextNode("a", 1, 6), TextNode(None, 1, 9), inner], 1, 5)
    nothing = TextNode(None, 2, 3)
    assert root == MapNode({"tŷ": Entry(listed, 1, 1), "d": Entry(nothing, 2, 1)}, 1, 1)


def test_what_repeats_nothing_is_empty_where_it_stands() -> None:
    """So that whatever else is wrong there is told at the same place."""
    problems = Problems()
    root = read_nodes("a: 1\nb: *nope\n", "f.yaml", problems)
    assert isinstance(root, MapNode)
    assert root.entries["b"] == Entry(TextNode(None, 2, 4), 2, 1)
    assert [(one.place, one.message) for one in problems.found] == [
        (Place("f.yaml", 2, 4), "'*nope' repeats nothing: there is no '&nope' before it")
    ]


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_nothing_is_nothing_only_without_quotes(written: str) -> None:
    """YAML's words for nothing are text within quotes."""
    root = read_nodes(f"- {written}\n- '{written}'\n", "f.yaml", Problems())
    assert isinstance(root, ListNode)
    bare, quoted = root.items
    assert isinstance(bare, TextNode)
    assert isinstance(quoted, TextNode)
    assert (bare.text, quoted.text) == (None, written)


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without libyaml the structure is the same, places included."""
    quick = read_structure(EXAMPLE)
    monkeypatch.setattr(yaml_events, "LOADER", yaml.SafeLoader)
    slow = read_structure(EXAMPLE)
    assert slow == quick
    assert [body.place for body in slow.bodies] == [body.place for body in quick.bodies]


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "yaml.yaml").read_text("utf-8")))
def test_the_slow_parser_is_understood_too(
    case: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong is told in the same words, at the same place."""
    monkeypatch.setattr(yaml_events, "LOADER", yaml.SafeLoader)
    path = tmp_path / "structure.yaml"
    path.write_text(case["file"], "utf-8")
    told = [(f"{found.place.line}:{found.place.column}", found.message) for found in found_in(path)]
    expected = [(problem["at"], problem["says"]) for problem in case["problems"]]
    assert (told == expected) != (case["case"] in TOLD_OTHERWISE)
    assert len(told) == len(expected)


def test_an_error_without_a_place_is_told_in_one_line() -> None:
    """Whatever else PyYAML may raise is passed on as it is."""
    assert list(describe_error(yaml.YAMLError("no\n  memory"), "a: b", 50)) == [
        (1, 1, "this is not YAML: no memory")
    ]


@pytest.mark.parametrize(("allowed", "told"), [(50, "50"), (3_000, "1,000")])
def test_the_depth_that_the_parser_follows_is_told(allowed: int, told: str) -> None:
    """The parser gives up at a depth of its own, which is told where somebody allows more."""
    mark = yaml.Mark("f", 0, 0, 3, None, 0)
    error = yaml.scanner.ScannerError(
        "while increasing flow level", mark, "exceeded maximum nesting depth", mark
    )
    assert list(describe_error(error, "a: [[[[", allowed)) == [
        (1, 4, f"lists and mappings stand more than {told} deep within one another")
    ]


def test_a_tab_that_the_slow_parser_dislikes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """It refuses a tab after a colon, which libyaml takes for a space."""
    monkeypatch.setattr(yaml_events, "LOADER", yaml.SafeLoader)
    problems = Problems()
    assert read_nodes("a:\tb\n", "f.yaml", problems) is None
    assert [problem.message for problem in problems.found] == [
        "a tab stands where YAML wants a space"
    ]


def test_a_code_that_the_slow_parser_falls_over_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks Python for a character beyond all characters."""
    monkeypatch.setattr(yaml_events, "LOADER", yaml.SafeLoader)
    problems = Problems()
    assert read_nodes('a: "\\UFFFFFFFF"', "f.yaml", problems) is None
    assert [problem.message for problem in problems.found] == [
        "a code in double quotes stands for no character"
    ]


@pytest.mark.parametrize("loader", [yaml_events.LOADER, yaml.SafeLoader])
def test_a_question_mark_ends_no_text(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    """In a list in brackets too, and with the twin in Python, which would end the text there."""
    monkeypatch.setattr(yaml_events, "LOADER", loader)
    problems = Problems()
    text = "a: [why?, 'and ?', who?me, \ue000?]\nb: {c: is it?}\nd?: \"?\"\n? e\n: f?\n"
    root = read_nodes(text, "a.yaml", problems)
    assert not problems.found
    assert isinstance(root, MapNode)
    found = root.entries["a"].value
    assert isinstance(found, ListNode)
    assert [node.text for node in found.items if isinstance(node, TextNode)] == [
        "why?",
        "and ?",
        "who?me",
        "\ue000?",
    ]
    assert list(root.entries) == ["a", "b", "d?", "e"]
