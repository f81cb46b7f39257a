"""Our words as people write them."""

import json
from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import read_structure, write_structure
from govgraph.formats.standard_words import StandardWords
from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS
from govgraph.model.relations import Relation
from govgraph.model.requirements import PolicyCondition, Selector
from govgraph.model.seats import Role
from govgraph.model.structure import Structure

AS_WRITTEN = {
    "bodies": {
        "a": {"name": "A", "kind": "Local Partnership", "status": "Proposed"},
        "b": {"name": "B", "kind": "Sub-Group"},
    },
    "relations": [{"from": "a", "kind": "Accountable to", "to": "b", "basis": "Implied"}],
    "seats": [{"body": "a", "role": "Vice Chair", "standing": "VACANT"}],
}
STANDARD = {
    "bodies": {
        "a": {"name": "A", "kind": "local-partnership", "status": "proposed"},
        "b": {"name": "B", "kind": "sub-group"},
    },
    "relations": [{"from": "a", "kind": "accountable_to", "to": "b", "basis": "implied"}],
    "seats": [{"body": "a", "role": "vice-chair", "standing": "vacant"}],
}
SPELLINGS = ("plan.yaml", "plan.json", "plan.xlsx", "tables", "tables.parquet")


def read(folder: Path, content: object) -> Structure:
    """The structure that plain data becomes; JSON is YAML too."""
    path = folder / "structure.yaml"
    path.write_text(json.dumps(content), encoding="utf-8")
    return read_structure(path)


@pytest.mark.parametrize(
    "written",
    [
        "Accountable to",
        "accountable-to",
        "ACCOUNTABLE_TO",
        "is accountable to",
        "accountable\u2011to",
    ],
)
def test_a_kind_of_relation_is_taken_however_it_is_hyphenated(written: str, tmp_path: Path) -> None:
    """Its id, or how it reads between two names."""
    read_one = read(tmp_path, {"relations": [{"from": "a", "kind": written, "to": "b"}]})
    assert read_one.relations[0].kind == "accountable_to"


@pytest.mark.parametrize("written", ["answers to", "accountable", "acountable_to", "reports"])
def test_no_other_kind_is_guessed(written: str, tmp_path: Path) -> None:
    """What is stated is not presumed: a word that is none of ours stays as it is."""
    read_one = read(tmp_path, {"relations": [{"from": "a", "kind": written, "to": "b"}]})
    assert read_one.relations[0].kind == written


def test_words_and_kinds_of_bodies_and_seats_are_taken(tmp_path: Path) -> None:
    """Whatever has its own list of words."""
    assert read(tmp_path, AS_WRITTEN) == read(tmp_path, STANDARD)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_takes_the_same_kinds(spelling: str, tmp_path: Path) -> None:
    """And writes the standard word from then on."""
    structure = Structure(
        bodies=(Body(id="a", name="A", kind="Sub-Group"), Body(id="b", name="B", kind="body")),
        relations=(Relation(from_body="a", kind="Accountable to", to_body="b"),),
        note="a table of something else, so that this is no register",
    )
    path = tmp_path / spelling
    for name, content in write_structure(structure, path).items():
        file = path / name if name else path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    again = read_structure(path)
    assert (again.bodies[0].kind, again.relations[0].kind) == ("sub-group", "accountable_to")


def test_a_kind_that_the_file_declares_goes_before_one_built_in(tmp_path: Path) -> None:
    """Where two kinds may be meant, none is taken for the other."""
    declared = {"kinds": {"bodies": {"sub_group": {"name": "Our sub-group"}}}}
    bodies = {"a": {"name": "A", "kind": "sub_group"}, "b": {"name": "B", "kind": "Sub Group"}}
    read_one = read(tmp_path, declared | {"bodies": bodies})
    assert [body.kind for body in read_one.bodies] == ["sub_group", "Sub Group"]


def test_a_declared_kind_is_taken_by_its_name(tmp_path: Path) -> None:
    """As the author says it in words."""
    declared = {"kinds": {"bodies": {"hub": {"name": "Family hub"}}}}
    read_one = read(tmp_path, declared | {"bodies": {"a": {"name": "A", "kind": "family hub"}}})
    assert read_one.bodies[0].kind == "hub"


def test_rules_and_requirements_select_by_what_is_meant(tmp_path: Path) -> None:
    """So that a rule about local partnerships finds them."""
    every = {"kind": "Local Partnership", "not": {"kind": ["Sub group"]}}
    must = {"relation": "Reports to", "to": {"kind": "LSP", "status": "Active"}}
    read_one = read(
        tmp_path,
        {
            "policy": [{"id": "a", "every": every, "must": must}],
            "requirements": [{"id": "r", "applies_to": every, "seats_for": ["Police"]}],
        },
    )
    selector = Selector(kind=("local-partnership",), not_=Selector(kind=("sub-group",)))
    to = Selector(kind=("lsp",), status=(str(Status.ACTIVE),))
    assert read_one.requirements[0].applies_to == selector
    assert read_one.policy[0].every == selector
    assert read_one.policy[0].must == PolicyCondition(relation="reports_to", to=to)


def test_a_waiver_names_the_kind_that_is_meant(tmp_path: Path) -> None:
    """Else it would cover nothing."""
    key = {"from": "a", "kind": "Reports to", "to": "b"}
    waiver = {"finding": "GG105", "relation": key, "because": "x", "owner": "y", "until": 2010}
    assert read(tmp_path, {"waivers": [waiver]}).waivers[0].relation == ("a", "reports_to", "b")


@pytest.mark.parametrize("words", [BODY_KINDS, RELATION_KINDS, list(Role), list(Status)])
def test_no_two_of_our_words_are_the_same_but_for_hyphens(words: list[str]) -> None:
    """Else neither could be written in capitals."""
    known = StandardWords(words if isinstance(words, list) else list(words))
    assert {known.meant_by(word.upper()) for word in words} == set(map(str, words))
