"""Bodies and people are found by what somebody typed."""

import pytest

from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.model.bodies import Body
from govgraph.model.names import find_body, find_person, nearest, nearest_words
from govgraph.model.seats import Person
from govgraph.model.structure import Structure

PAPER = Structure(
    bodies=(
        Body(id="pab", name="Partnership Advisory Body"),
        Body(id="trust", name="Children's Trust", also_known_as=("CT", "the Trust")),
        Body(id="hart-lsp", name="Hart Local Strategic Partnership"),
        Body(id="fleet-lsp", name="Fleet Local Strategic Partnership"),
        Body(id="twr", name="Tŵr Gwyn"),
        Body(id="jce", name="Joint Commissioning Executive"),
    ),
    people=(Person(id="lynn", name="Lynn Martin"),),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("trust", "trust"),
        ("TRUST", "trust"),
        ("childrens trust", "trust"),
        ("ct", "trust"),
        ("PAB", "pab"),
        ("hlsp", "hart-lsp"),
        ("twr gwyn", "twr"),
        ("Joint  commissioning Executive", "jce"),
    ],
)
def test_a_body_is_found_by_any_of_its_names(typed: str, found: str) -> None:
    """Id, name, other name and acronym all lead to the body."""
    assert find_body(PAPER, typed).id == found


def test_an_ambiguous_name_lists_the_candidates() -> None:
    """An acronym of two bodies names both."""
    with pytest.raises(AmbiguousNameError, match="hart-lsp") as caught:
        find_body(PAPER, "LSP")
    assert caught.value.candidates == (
        "fleet-lsp  (Fleet Local Strategic Partnership)",
        "hart-lsp  (Hart Local Strategic Partnership)",
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trsut", "trust"),
        ("tower gwyn", "twr"),
        ("hart-lsb", "hart-lsp"),
        ("Fleet partnership", "fleet-lsp"),
        ("commissioning", "jce"),
    ],
)
def test_an_unknown_name_offers_the_nearest(typed: str, meant: str) -> None:
    """A misspelt name is answered with what was probably meant."""
    with pytest.raises(UnknownNameError) as caught:
        find_body(PAPER, typed)
    assert meant in caught.value.nearest


@pytest.mark.parametrize("typed", ["", "  ", "---", "\N{ZERO WIDTH SPACE}"])
def test_a_name_of_nothing_is_nobody(typed: str) -> None:
    """A name without a letter finds nothing."""
    with pytest.raises(UnknownNameError):
        find_body(PAPER, typed)


def test_a_person_is_found_by_name() -> None:
    """People are found like bodies."""
    assert find_person(PAPER, "lynn martin").id == "lynn"


def test_an_acronym_comes_before_a_likeness() -> None:
    """`PAB` means the Partnership Advisory Body, not whatever is spelt like it."""
    assert nearest("PAB", PAPER.bodies)[0] == "pab"


def test_what_is_longer_than_any_name_is_like_nothing() -> None:
    """Neither what was typed nor what is there: to compare two such texts takes seconds."""
    long = "ab" * 5_000
    structure = Structure(bodies=(Body(id="long", name=f"{long}c"), Body(id="hart", name="Hart")))
    with pytest.raises(UnknownNameError) as caught:
        find_body(structure, long)
    assert caught.value.nearest == ()
    assert nearest("hrat", structure.bodies) == ("hart",)
    assert nearest_words((long, "hrat"), (f"{long}c", "hart")) == ("hart",)
    assert find_body(structure, f"{long}c").id == "long"
