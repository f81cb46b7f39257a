"""The standard form of a YAML file."""

from pathlib import Path

import pytest
from hypothesis import given

from govgraph.errors import LoadError
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content, write_content
from govgraph.formats.yaml_form import standard_form
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES

ROOT = Path(__file__).parents[2]
UNTIDY = """\
# About the whole file.

# The bodies of Hart.
bodies:
    hart:   {name: Hart,   status: proposed}   # until April
    trust:
        name:   'no'
        from: 2010-04-09
        tags:
        - 007
        - 12:30
        note: >-
            folded
            as written
# Who wrote it.
structure: {id: hart}
people:
    ann: {name: Ann}
"""
TIDY = """\
# About the whole file.

# Who wrote it.
structure: {id: hart}

# The bodies of Hart.
bodies:
  hart: {name: Hart, status: proposed}         # until April
  trust:
    name: 'no'
    from: 2010-04-09
    tags:
      - 007
      - 12:30
    note: >-
      folded
      as written

people:
  ann: {name: Ann}
"""


def formed(text: str) -> str:
    """The standard form of a text."""
    return standard_form(text.encode(), "a.yaml")


def test_layout_and_order_are_put_right_and_comments_kept() -> None:
    """Sections stand in their order, each with the comment above it."""
    assert formed(UNTIDY) == TIDY


def test_what_is_in_standard_form_stays_as_it_is() -> None:
    """The structures of the project among it."""
    assert formed(TIDY) == TIDY
    for path in sorted(ROOT.glob("data/*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert formed(formed(text)) == formed(text)


@given(STRUCTURES)
def test_what_is_written_says_the_same_in_standard_form(structure: Structure) -> None:
    """And once is enough."""
    once = standard_form(write_content(structure), "a.yaml")
    assert read_content(once.encode(), "a.yaml", STANDARD) == structure
    assert formed(once) == once


def test_relations_before_bodies_stay_there() -> None:
    """For their order is read from the file."""
    text = (
        "relations:\n  - {from: a, kind: informs, to: b}\n\nbodies:\n  a: {name: A, informs: b}\n"
    )
    assert formed(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing in this file"),
        ("a: [", "a.yaml:2:1: something that was opened"),
        ("a: 1\na: 2\n", "written twice"),
    ],
)
def test_what_is_not_read_is_not_touched(text: str, said: str) -> None:
    """It is refused as by every other command."""
    with pytest.raises(LoadError, match=said):
        formed(text)
