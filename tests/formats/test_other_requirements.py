"""A structure is measured against the requirements of others."""

from dataclasses import replace

import pytest

from govgraph.errors import SettingsError
from govgraph.formats.other_requirements import with_requirements_of
from govgraph.model.requirements import PolicyRule, Requirement
from govgraph.model.sources import Source
from tests.factories import structure

OWN = replace(
    structure("fleet -> hart -> trust*"),
    requirements=(Requirement(id="own"),),
    policy=(PolicyRule(id="ours"),),
    sources=(Source(id="act", title="As we cite it"),),
)
GUIDANCE = replace(
    structure(""),
    requirements=(Requirement(id="one"), Requirement(id="two")),
    policy=(PolicyRule(id="theirs"),),
    sources=(Source(id="act", title="As they cite it"), Source(id="guide", title="Guidance")),
)
FURTHER = replace(structure(""), requirements=(Requirement(id="three"),))
RULES = replace(structure(""), policy=(PolicyRule(id="rules alone"),))


def test_requirements_of_others_stand_in_place_of_its_own() -> None:
    """Those of all of them, in their order; rules and sources are added to its own."""
    measured = with_requirements_of(
        OWN, {"a.yaml": GUIDANCE, "b.yaml": FURTHER}, [PolicyRule(id="asked")]
    )
    assert [each.id for each in measured.requirements] == ["one", "two", "three"]
    assert [each.id for each in measured.policy] == ["ours", "theirs", "asked"]
    assert {each.id: each.title for each in measured.sources} == {
        "act": "As we cite it",
        "guide": "Guidance",
    }
    assert (measured.bodies, measured.relations) == (OWN.bodies, OWN.relations)


def test_its_own_are_kept_where_the_others_have_none() -> None:
    """Others that hold rules alone add them; no others add what is asked."""
    assert with_requirements_of(OWN, {"a.yaml": RULES}).requirements == OWN.requirements
    alone = with_requirements_of(OWN, {}, [PolicyRule(id="asked")])
    assert [each.id for each in alone.policy] == ["ours", "asked"]
    assert alone.requirements == OWN.requirements


def test_another_that_holds_neither_is_refused() -> None:
    """By its name, even beside one that does."""
    message = "^b.yaml holds no requirement and no policy to measure against$"
    with pytest.raises(SettingsError, match=message):
        with_requirements_of(OWN, {"a.yaml": GUIDANCE, "b.yaml": OWN.__class__(id="empty")})
