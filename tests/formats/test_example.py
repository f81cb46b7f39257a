"""The example that the format was designed by loads as written."""

from pathlib import Path

import pytest

from govgraph.errors import Place
from govgraph.formats.format_catalogue import read_structure
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role, SeatStatus
from govgraph.model.sources import Basis
from govgraph.model.structure import Structure

EXAMPLE = Path(__file__).parent / "example.yaml"


@pytest.fixture(scope="module")
def example() -> Structure:
    """The structure of the example."""
    return read_structure(EXAMPLE)


def test_the_head_is_read(example: Structure) -> None:
    """Title, place and date come from the section `structure`."""
    assert (example.id, example.jurisdiction) == ("hampshire", "Hampshire")
    assert example.as_at == PartialDate(2010, 2)


def test_bodies_keep_their_order_and_fields(example: Structure) -> None:
    """Every body is there, in the order written, with what was said of it."""
    assert list(example.body_by_id) == [
        "childrens-trust",
        "hart-lcp",
        "odiham-hook",
        "chairs-group",
        "hart-lsp",
        "joint-executive",
        "local-partnerships",
    ]
    trust = example.body_by_id["childrens-trust"]
    assert (trust.kind, trust.apex, trust.also_known_as) == ("trust", True, ("HCT", "the Trust"))
    assert [str(cited) for cited in trust.cites] == ["briefing-2010 ¶1"]
    assert example.body_by_id["hart-lcp"].status is Status.PROPOSED
    assert example.body_by_id["local-partnerships"].count == 20


def test_relations_come_from_bodies_and_from_the_long_form(example: Structure) -> None:
    """Both spellings become relations from the one who answers."""
    assert [relation.key for relation in example.relations] == [
        ("hart-lcp", "supports", "childrens-trust"),
        ("odiham-hook", "part_of", "hart-lcp"),
        ("joint-executive", "reports_to", "hart-lsp"),
        ("joint-executive", "accountable_to", "childrens-trust"),
    ]
    long_form = example.relations[-1]
    assert (long_form.basis, long_form.status) == (Basis.STATED, Status.PROPOSED)
    assert long_form.cites[0].at == "Joint Commissioning Executive"


def test_seats_on_a_body_are_read(example: Structure) -> None:
    """A seat knows its body, holder, standing and the post that brings it."""
    chair, police, doctor, by_post = example.seats_by_body["hart-lcp"]
    assert (chair.role, chair.held_by, chair.standing) == (
        Role.CHAIR,
        ("lynn-martin",),
        SeatStatus.INTERIM,
    )
    assert police.represents == ("Police",)
    assert doctor.standing is SeatStatus.VACANT
    assert by_post.ex_officio_body == "odiham-hook"


def test_rules_and_waivers_are_kept(example: Structure) -> None:
    """Requirements, policy and waivers are modelled, though others use them."""
    assert [partner.name for partner in example.requirements[0].seats_for][-1] == "District Council"
    assert [rule.id for rule in example.policy] == [
        "lcp-meets-lsp",
        "answers-within-two",
        "no-cross-district",
    ]
    outside = example.policy[2].must_not
    assert outside
    assert outside.to
    assert outside.to.not_
    assert outside.to.not_.area == ("Hart",)
    assert example.waivers[0].until == PartialDate(2011, 3, 31)


def test_everything_knows_where_it_was_written(example: Structure) -> None:
    """Bodies, relations, their ends and seats carry file, line and column."""
    file = str(EXAMPLE)
    relation = example.relations[0]
    assert example.bodies[0].place == Place(file, 15, 3)
    assert relation.kind_place == Place(file, 29, 5)
    assert relation.to_place == Place(file, 29, 15)
    assert relation.from_place == example.bodies[1].place
    assert example.seats[0].place == Place(file, 31, 9)
