"""The bodies that a paper names are found, with their other names, and nothing else is."""

from pathlib import Path

import pytest

from govgraph.reading.body_names import BodyName, find_body_names, name_key
from govgraph.reading.marking import Names
from govgraph.reading.read import read_paper


def names(tmp_path: Path, text: str) -> list[BodyName]:
    """The bodies of a paper of that text."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return list(find_body_names(read_paper(path)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Early Help Board reports to it.", ["Early Help Board"]),
        ("It links the Trust Board and the Safeguarding Partnership.",
         ["Trust Board", "Safeguarding Partnership"]),
        ("The Community Safety & Criminal Justice Board meets.",
         ["Community Safety & Criminal Justice Board"]),
        ("Two working groups report.", ["working groups"]),
        ("The Office of the Police and Crime Commissioner sits.",
         ["Office of the Police and Crime Commissioner"]),
        ("In October the Cabinet agreed.", ["Cabinet"]),
        ("An overview of the Adults Board meeting.", ["Adults Board"]),
    ],
)  # fmt: skip
def test_names_end_in_a_word_for_a_body(tmp_path: Path, text: str, found: list[str]) -> None:
    """Capitals before it belong to it, but for what only leads up to it."""
    assert [body.name for body in names(tmp_path, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "The Partnership Plan and the Children Act 2004 apply.",
        "It is a thematic group of theirs.",
        "The Trust Manager and the Chief Executive attend.",
        "In the same group they agreed.",
        "Both subgroups agreed with the board.",
    ],
)
def test_plans_posts_and_small_words_are_no_bodies(tmp_path: Path, text: str) -> None:
    """Nor is what a body is said to be."""
    assert names(tmp_path, text) == []


def test_other_names_initials_kind_and_number_are_found(tmp_path: Path) -> None:
    """From brackets, from first letters, and from *the Board*."""
    found = names(
        tmp_path,
        "Riverton Adults Board (RAB or the Board) has three Local Delivery Groups.\n\n"
        "The Quality and Audit Committee meets. The QAC advises the RAB. The Committee votes.\n",
    )
    assert [(body.name, body.also_known_as, body.kind, body.count) for body in found] == [
        ("Riverton Adults Board", ["RAB", "Board"], "board", 0),
        ("Local Delivery Groups", ["LDG"][:0], "working-group", 3),
        ("Quality and Audit Committee", ["QAC", "the Committee"], "committee", 0),
    ]


def test_a_longer_name_takes_the_shorter_one(tmp_path: Path) -> None:
    """If there is one such alone."""
    one = names(tmp_path, "The Children's Trust acts. Oxford Children's Trust decides.")
    assert [body.names for body in one] == [("Oxford Children's Trust", "Children's Trust")]
    two = names(
        tmp_path, "The Children's Trust acts. Oxford Children's Trust and Hart Children's Trust do."
    )
    assert len(two) == 3


def test_keys_forgive_case_articles_and_plurals() -> None:
    """And nothing else."""
    assert name_key("The Trust’s Boards") == name_key("trust board")
    assert name_key("Trust Board") != name_key("Trust Panel")


def test_mentions_are_of_the_longest_name(tmp_path: Path) -> None:
    """A name that two go by is nobody's; a short one is found as it is written alone."""
    del tmp_path
    known = Names({"t": ["Trust"], "b": ["Trust Board", "the Board"], "c": ["the Board", "CSP"]})
    assert [each.body for each in known.find("The Trust Board's trust in the Trust")] == ["b", "t"]
    assert known.find("The Board and csp agree") == ()
    assert [each.body for each in known.find("All CSPs agree")] == ["c"]


@pytest.mark.parametrize(
    "text", ["Aaa ", "Aaa and ", "working ", "Board of the ", "Board ", "(The "]
)
def test_words_that_never_come_to_a_name_are_given_up_soon(tmp_path: Path, text: str) -> None:
    """However many of them follow one another; a search that tries all of them takes hours."""
    assert len(names(tmp_path, text * 20_000)) <= 1
