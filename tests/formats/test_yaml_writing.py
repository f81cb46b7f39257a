"""A structure written as YAML."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from govgraph.errors import OutputError
from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content, write_content
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES
from tests.strategies import structures

EXAMPLE = Path(__file__).parent / "example.yaml"


def written(structure: Structure) -> str:
    """The text of the file."""
    return write_content(structure).decode()


def _is_sensible(structure: Structure) -> bool:
    """Whether every requirement requires something, as a reader insists."""
    return all(required.seats_for for required in structure.requirements)


@given(STRUCTURES | structures().filter(_is_sensible))
def test_writing_and_reading_changes_nothing(structure: Structure) -> None:
    """What was written is read again as it was."""
    assert read_content(write_content(structure), "structure.yaml", STANDARD) == structure


def test_it_reads_like_the_example() -> None:
    """Relations and seats stand on their bodies, short things on one line."""
    text = written(read_structure(EXAMPLE))
    assert "  odiham-hook: {name: Odiham and Hook sub-cluster, kind: sub-cluster" in text
    assert "    supports: childrens-trust\n    seats:\n      - {role: chair, held_by: lynn" in text
    assert "\nrelations:" not in text


@pytest.mark.parametrize(
    "name",
    ["no", "1.5", "12:30", "2010-04", "~", "a: b", "- x", "a #b", "it's [x]", "x\u2028y", "'"],
)
def test_other_readers_of_yaml_see_the_same_text(name: str) -> None:
    """Nothing is taken for a number, a flag or a date elsewhere."""
    text = written(Structure(bodies=(Body(id="a", name=name),)))
    data: Any = yaml.safe_load(text)
    assert data["bodies"]["a"]["name"] == name


def test_relations_out_of_order_keep_the_long_form() -> None:
    """Their order is part of the structure."""
    bodies = (Body(id="a", name="A"), Body(id="b", name="B"))
    relations = (
        Relation(from_body="b", kind="reports_to", to_body="a"),
        Relation(from_body="a", kind="informs", to_body="b"),
    )
    text = written(Structure(bodies=bodies, relations=relations))
    assert "  b: {name: B, reports_to: a}\n" in text
    assert "relations:\n  - {from: a, kind: informs, to: b}\n" in text


def test_a_relation_without_a_source_is_not_covered_by_that_of_its_body() -> None:
    """On the body it would be, so it keeps the long form."""
    body = Body(id="a", name="A", cites=(Citation(source="paper"),))
    relation = Relation(from_body="a", kind="reports_to", to_body="a")
    text = written(Structure(bodies=(body,), relations=(relation,)))
    assert "relations:\n  - {from: a, kind: reports_to, to: a}\n" in text


def test_an_id_that_stands_twice_cannot_be_written() -> None:
    """No file can hold both."""
    with pytest.raises(OutputError, match="the body 'a' stands there twice"):
        written(Structure(bodies=(Body(id="a", name="A"), Body(id="a", name="B"))))


def test_an_empty_structure_is_a_file() -> None:
    """It is read again as it was."""
    assert read_content(write_content(Structure()), "a.yaml", STANDARD) == Structure()
