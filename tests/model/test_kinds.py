"""The classes of kinds of body and of relation."""

from dataclasses import replace

import pytest

from govgraph.model.bodies import Body
from govgraph.model.kinds import (
    ADDED_LATER,
    BODY_KINDS,
    RELATION_KINDS,
    BodyClass,
    BodyKind,
    RelationClass,
)
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure


@pytest.mark.parametrize(
    ("kind", "class_"),
    [
        ("body", BodyClass.DECIDES),
        ("local-partnership", BodyClass.DECIDES),
        ("management-group", BodyClass.DECIDES),
        ("chairs-group", BodyClass.WORKS),
        ("information-group", BodyClass.WORKS),
        ("scrutiny", BodyClass.ADVISES),
        ("school", BodyClass.ADVISES),
    ],
)
def test_every_built_in_kind_has_a_class(kind: str, class_: BodyClass) -> None:
    """As an officer would put it."""
    assert BODY_KINDS[kind].body_class is class_


def test_a_kind_of_ones_own_declares_its_class() -> None:
    """Also against the kind it is drawn like."""
    assert BodyKind("panel", "Panel", "board", BodyClass.ADVISES).body_class is BodyClass.ADVISES


def test_a_kind_without_a_class_has_that_of_what_it_is_like() -> None:
    """And one that only renames a built-in kind keeps that one's."""
    assert BodyKind("panel", "Panel", "forum").body_class is BodyClass.ADVISES
    assert BodyKind("forum", "Fforwm").body_class is BodyClass.ADVISES


def test_whatever_is_not_known_decides() -> None:
    """A kind that is like none, no kind at all, and one that nobody declared."""
    assert BodyKind("hub", "Hub").body_class is BodyClass.DECIDES
    structure = Structure()
    assert structure.class_of(Body(id="a", name="A")) is BodyClass.DECIDES
    assert structure.class_of(Body(id="a", name="A", kind="zzz")) is BodyClass.DECIDES
    assert structure.class_of(Body(id="a", name="A", kind="forum")) is BodyClass.ADVISES


def test_only_committees_of_what_was_added_later_make_a_line() -> None:
    """To exercise a power, to be hosted and to assure is not to answer."""
    lines = {kind for kind in ADDED_LATER if RELATION_KINDS[kind].is_accountability}
    assert lines == {"committee_of", "joint_committee_of"}
    assert RELATION_KINDS["delegated_by"].relation_class is RelationClass.DELEGATION


def test_a_relation_says_what_it_covers_and_up_to_what_it_goes() -> None:
    """Either, both or neither."""
    relation = Relation(from_body="a", kind="delegated_by", to_body="b")
    assert relation.extent == ""
    assert replace(relation, limit="£5").extent == "up to £5"
    assert replace(relation, scope="appeals", limit="£5").extent == "appeals, up to £5"
