"""What is found depends neither on how a structure is written nor on what is not tied to it."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govgraph.checks.finding import Finding
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from tests import factories
from tests.strategies import IDS, structures

SECTIONS = ("bodies", "relations", "seats", "people", "sources", "requirements", "milestones")
ABOUT_ALL = {"GG107", "GG108", "GG208", "GG212"}
"""Rules that look at all bodies, or all names, at once."""
Anything = TypeVar("Anything")


def found(structure: Structure) -> tuple[Finding, ...]:
    """Everything that every rule finds, proposals counted too."""
    return check_structure(structure, structure.standpoint()).findings


def renamed(thing: Any, rename: Callable[[str], str]) -> Any:
    """A structure, or any part of one, with each id of a body another; names stay as they are."""
    if isinstance(thing, str):
        role, of, body = thing.partition("chair of ")
        return f"{role}{of}{rename(body)}" if of else rename(thing)
    if isinstance(thing, tuple):
        return tuple(renamed(each, rename) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        keys = [f.name for f in fields(thing) if f.init and f.name not in KEPT]
        return replace(thing, **{key: renamed(getattr(thing, key), rename) for key in keys})
    return thing


KEPT = {"kind", "name", "title", "seats_for", "represents", "message", "remedy", "post"}
"""Fields that hold words, some of which may be spelt like an id."""


def prefixed(text: str) -> str:
    """An id that stands where the old one stood in the order of ids."""
    return f"x-{text}" if text in {*IDS, "nobody"} else text


def told(findings: Sequence[Finding]) -> list[tuple[Any, ...]]:
    """Findings without their words."""
    return [
        (f.code, f.severity, f.subject, f.variant, f.chain, f.others, f.waiver is None)
        for f in findings
    ]


def sort(findings: Sequence[Finding]) -> list[tuple[Any, ...]]:
    """The same in an order that no word decides."""
    return sorted(told(findings), key=repr)


@settings(max_examples=60)
@given(structures())
def test_other_ids_are_found_the_same(structure: Structure) -> None:
    """The same rules about the same bodies, by their new ids."""
    expected = sort(renamed(found(structure), prefixed))
    assert sort(found(renamed(structure, prefixed))) == expected


@settings(max_examples=100)
@given(st.data())
def test_another_order_is_found_the_same(data: st.DataObject) -> None:
    """However the sections of a file are sorted; words may follow the order of the file."""
    structure = data.draw(structures())
    others: dict[str, Any] = {
        section: tuple(data.draw(st.permutations(getattr(structure, section))))
        for section in SECTIONS
    }
    assert sort(found(replace(structure, **others))) == sort(found(structure))


@settings(max_examples=60)
@given(structures(), st.booleans())
def test_what_has_nothing_to_do_with_it_changes_nothing(
    structure: Structure,
    sound: bool,  # noqa: FBT001 - drawn
) -> None:
    """A component without a tie to the first leaves the findings about it as they are."""
    assume(AccountabilityGraph(structure, structure.standpoint()).apexes)
    text = "zz-sub -> zz-top*; zz-other -> zz-top" if sound else "zz-a -> zz-b -> zz-a; zz-c*"
    other = factories.structure(text)
    both = replace(
        structure,
        bodies=(*structure.bodies, *other.bodies),
        relations=(*structure.relations, *other.relations),
    )
    alone = sort([f for f in found(structure) if f.code not in ABOUT_ALL])
    together = [f for f in found(both) if f.code not in ABOUT_ALL]
    assert sort([f for f in together if not mentions_another(f)]) == alone


def mentions_another(finding: Finding) -> bool:
    """Whether a finding is about the component that was added."""
    about = (finding.subject.body, *(finding.subject.relation or ()))
    return any(id_.startswith("zz-") for id_ in about)


@settings(max_examples=60)
@given(structures(), st.data())
def test_a_line_written_twice_is_one(structure: Structure, data: st.DataObject) -> None:
    """The rules of account see lines, not how often somebody wrote them."""
    assume(structure.relations)
    again = data.draw(st.sampled_from(structure.relations))
    twice = replace(structure, relations=(*structure.relations, again))
    account = ("GG101", "GG102", "GG103", "GG105", "GG107", "GG108", "GG109", "GG110", "GG113")

    def findings(each: Structure) -> list[tuple[Any, ...]]:
        return sort(check_structure(each, each.standpoint(), select=account).findings)

    assert findings(twice) == findings(structure)
