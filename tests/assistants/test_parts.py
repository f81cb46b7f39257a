"""Arguments, pages, search, and the structure that is kept."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.assistants.answer_pages import MOST_CHARACTERS, cut_page
from govgraph.assistants.answers import search_names
from govgraph.assistants.arguments import MOST_ITEMS, Parameter, read_arguments
from govgraph.assistants.structure_cache import MOST_STANDPOINTS, CachedStructure, View
from govgraph.errors import GovgraphError, LoadError, SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.seats import Person
from govgraph.model.standpoint import Standpoint
from tests.factories import structure

PARAMETERS = (
    Parameter("body", "A body.", required=True),
    Parameter("include", "What else.", "texts", choices=("proposed", "shadow")),
    Parameter("presume", "Whether.", "flag"),
    Parameter("limit", "How many.", "number"),
)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"body": 5}, "'body' of chain is text"),
        ({"body": ["x"]}, "'body' of chain is text"),
        ({"body": ""}, "chain needs 'body'"),
        ({"body": "x", "include": {}}, "'include' of chain is a list"),
        ({"body": "x", "include": [5]}, "'include' of chain is text"),
        ({"body": "x", "include": ["ended"]}, "cannot be 'ended' (allowed: proposed, shadow)"),
        ({"body": "x", "presume": "yes"}, "'presume' of chain is true or false"),
        ({"body": "x", "presume": 1}, "'presume' of chain is true or false"),
        ({"body": "x", "limit": 0}, "a whole number from 1 to 200"),
        ({"body": "x", "limit": True}, "a whole number from 1 to 200"),
        ({"body": "x", "limit": 1e9}, "a whole number from 1 to 200"),
        ({"body": "x", "y" * 99: 1}, f"chain takes no '{'y' * 40}...'"),
    ],
)
def test_an_argument_is_what_it_should_be(given_: dict[str, Any], said: str) -> None:
    """Or it is said what it should be."""
    with pytest.raises(SettingsError) as refused:
        read_arguments("chain", PARAMETERS, given_)
    assert said in str(refused.value)


def test_what_is_left_out_stays_out() -> None:
    """Null and nothing alike; one text does for a list of one."""
    given_ = {"body": "x", "include": "proposed", "presume": None}
    assert read_arguments("chain", PARAMETERS, given_) == {"body": "x", "include": ["proposed"]}


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([each.name for each in PARAMETERS]) | st.text(), anything))
def test_whatever_is_given_is_read_or_refused(given_: dict[str, Any]) -> None:
    """By an error of our own."""
    try:
        read = read_arguments("chain", PARAMETERS, given_)
    except GovgraphError:
        return
    assert read.keys() <= {each.name for each in PARAMETERS}


@given(st.lists(st.text(max_size=3)), st.lists(st.integers()), st.integers(1, MOST_ITEMS))
def test_pages_together_are_the_answer(one: list[str], two: list[int], limit: int) -> None:
    """Each list to its end, in its order, whatever their lengths."""
    answer = {"one": one, "two": two, "three": "whole"}
    found: dict[str, list[Any]] = {"one": [], "two": []}
    cursor = None
    while True:
        page = cut_page(answer, ("one", "two"), "mark", {"limit": limit, "cursor": cursor})
        assert page["page"]["total"] == {"one": len(one), "two": len(two)}
        for name in found:
            assert len(page[name]) <= limit
            found[name] += page[name]
        cursor = page["page"]["next_cursor"]
        if cursor is None:
            break
    assert found == {"one": one, "two": two}


def test_a_page_has_an_end_in_characters_too() -> None:
    """Then it holds fewer items, and the next goes on after them."""
    answer = {"one": ["x" * (MOST_CHARACTERS // 3)] * 10}
    first = cut_page(answer, ("one",), "mark", {"limit": 10})
    assert len(first["one"]) == 2
    assert first["page"]["next_cursor"].startswith("2-")


@pytest.mark.parametrize(
    ("cursor", "said"),
    [
        ("x", "this is no cursor"),
        ("-5-0000000000000000", "this is no cursor"),
        ("9" * 400 + "-0000000000000000", "this is no cursor"),
        ("\u0665-0000000000000000", "this is no cursor"),
        ("5-0000000000000000", "the question or the structure is another"),
    ],
)
def test_a_cursor_holds_for_its_own_answer_alone(cursor: str, said: str) -> None:
    """So that no page is made of two states of a file."""
    with pytest.raises(SettingsError, match=said):
        cut_page({"one": []}, ("one",), "mark", {"cursor": cursor})


def named() -> AccountabilityGraph:
    """Bodies and people whose names have something in common."""
    drawn = structure("hart-lsp? -> trust*; hart-forum -> trust; fleet -> trust")
    bodies = tuple(
        replace(body, kind="lsp", name="Hart Local Strategic Partnership", area="Hart")
        if body.id == "hart-lsp"
        else body
        for body in drawn.bodies
    )
    people = (
        Person(id="ana", name="Ana Hart", post="Head teacher", also_known_as=("A. Hart",)),
        Person(id="ben", name="Ben Lloyd"),
    )
    return AccountabilityGraph(replace(drawn, bodies=bodies, people=people), Standpoint())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LSP", ["hart-lsp"]),
        ("hart", ["hart-lsp", "hart-forum", "ana"]),
        ("hart forum", ["hart-forum"]),
        ("forum hart", ["hart-forum"]),
        ("flet", ["fleet"]),
        ("zzzz", []),
        ("\u200b", []),
    ],
)
def test_a_name_is_found_by_part_of_it(text: str, found: list[str]) -> None:
    """The likeliest first; what is spelt alike where nothing fits."""
    assert [each["id"] for each in search_names(named(), text)] == found


def test_what_is_found_says_what_it_is() -> None:
    """And whether it holds."""
    assert search_names(named(), "LSP", "lsp") == [
        {
            "type": "body",
            "id": "hart-lsp",
            "name": "Hart Local Strategic Partnership",
            "kind": "lsp",
            "presence": "proposed only",
            "area": "Hart",
        }
    ]
    assert search_names(named(), "Ana Hart")[0]["post"] == "Head teacher"
    assert search_names(named(), "hart", "board") == []


def write(path: Path, body: str) -> None:
    """A structure of one body."""
    path.write_text(f"bodies: {{{body}: {{name: {body}}}}}\n", encoding="utf-8")


def test_a_folder_is_read_again_when_a_file_comes_or_goes(tmp_path: Path) -> None:
    """And not while nothing changes."""
    write(tmp_path / "a.yaml", "hart")
    kept = CachedStructure(tmp_path)
    first = kept.read()
    assert kept.read() is first
    write(tmp_path / "b.yaml", "fleet")
    assert len(kept.read().bodies) == 2
    (tmp_path / "b.yaml").unlink()
    assert len(kept.read().bodies) == 1


def test_a_change_of_the_same_size_is_seen(tmp_path: Path) -> None:
    """By its time."""
    file = tmp_path / "a.yaml"
    write(file, "hart")
    kept = CachedStructure(file)
    assert kept.read().bodies[0].id == "hart"
    write(file, "bart")
    os.utime(file, ns=(1, 1))
    assert kept.read().bodies[0].id == "bart"


def test_a_file_that_goes_away_is_said_to_be_gone(tmp_path: Path) -> None:
    """And is read again when it comes back."""
    file = tmp_path / "a.yaml"
    write(file, "hart")
    kept = CachedStructure(file)
    kept.read()
    file.unlink()
    with pytest.raises(LoadError, match="no such file"):
        kept.read()
    assert "no such file" in kept.problems[0]
    write(file, "hart")
    assert kept.problems == ()


def test_few_standpoints_are_kept(tmp_path: Path) -> None:
    """The last asked for, so that memory has an end."""
    file = tmp_path / "a.yaml"
    write(file, "hart")
    kept = CachedStructure(file)
    first = kept.seen_from(View("2000"))
    assert kept.seen_from(View("2000")) is first
    for year in range(2001, 2001 + MOST_STANDPOINTS):
        kept.seen_from(View(str(year)))
    assert kept.seen_from(View("2000")) is not first
