"""What is written becomes the structure that it says, in the order in which it is written."""

import re
from pathlib import Path

import pytest

from govgraph.errors import LoadError, Place
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content
from govgraph.model.bodies import ApexBasis, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import BodyClass, Dash, LineEnd, Look, RelationClass
from govgraph.model.requirements import Partner, PolicyCondition, Selector
from govgraph.model.seats import Role
from govgraph.model.sources import Basis, Citation
from govgraph.model.structure import Structure


def read(text: str) -> Structure:
    """The structure in a file of this text."""
    return read_content(text.encode(), "f.yaml", STANDARD)


def test_a_relation_without_citations_is_covered_by_those_of_its_body() -> None:
    """One that cites something of its own keeps to that, be it an empty list."""
    structure = read("""
        bodies:
          a:
            reports_to: [b, {to: c, cites: other p2}, {to: d, cites: []}]
            name: A
            cites: paper ¶1
            seats: [{role: chair}]
    """)
    cited = [[str(citation) for citation in relation.cites] for relation in structure.relations]
    assert cited == [["paper ¶1"], ["other p2"], []]
    assert structure.seats[0].cites == ()


def test_relations_and_seats_keep_the_order_of_the_file() -> None:
    """Whether they stand on a body or in a section, before it or after."""
    structure = read("""
        relations: [{from: x, kind: informs, to: y}]
        seats: [{body: x, role: chair}]
        bodies:
          a: {name: A, supports: b, reports_to: [c, d], seats: [{role: member}]}
          b: {name: B, informs: a}
    """)
    assert [relation.key for relation in structure.relations] == [
        ("x", "informs", "y"),
        ("a", "supports", "b"),
        ("a", "reports_to", "c"),
        ("a", "reports_to", "d"),
        ("b", "informs", "a"),
    ]
    assert [(seat.body, seat.role) for seat in structure.seats] == [
        ("x", Role.CHAIR),
        ("a", Role.MEMBER),
    ]


def test_the_particulars_of_a_relation() -> None:
    """The same on a body and in the long form, where the first day is `since`."""
    on_body = read("""
        bodies: {a: {name: A, reports_to: {to: b, scope: money, basis: inferred, status: shadow,
                     from: 2010, until: 2011-04, intended: yes, cites: p, note: n}}}
    """)
    long_form = read("""
        relations: [{from: a, kind: reports_to, to: b, scope: money, basis: inferred,
                     status: shadow, since: 2010, until: 2011-04, intended: yes, cites: p, note: n}]
    """)
    assert on_body.relations == long_form.relations
    relation = on_body.relations[0]
    assert (relation.basis, relation.status) == (Basis.INFERRED, Status.SHADOW)
    assert (relation.from_, relation.until) == (PartialDate(2010), PartialDate(2011, 4))
    assert (relation.scope, relation.intended, relation.note) == ("money", "yes", "n")


def test_a_relation_on_a_body_has_its_basis_unless_it_says_another() -> None:
    """What is inferred of a body is not stated of its relations; in the long form it may be."""
    structure = read(
        """
        bodies:
          a: {name: A, basis: inferred, reports_to: b, part_of: {to: b, basis: stated}}
          b: {name: B}
        relations: [{from: a, kind: advises, to: b}]
        """
    )
    assert [relation.basis for relation in structure.relations] == [
        Basis.INFERRED,
        Basis.STATED,
        Basis.STATED,
    ]


def test_the_places_of_a_relation() -> None:
    """Its own, and those of its ends and kind, for what is later found wrong with them."""
    text = (
        "bodies:\n  a: {name: A, informs: [b, {to: c}]}\nrelations:\n- {from: d, kind: k, to: e}\n"
    )
    plain, mapped, long_form = read(text).relations

    def at(place: Place | None) -> str:
        assert place
        return f"{place.line}:{place.column}"

    assert [at(plain.place), at(plain.from_place), at(plain.kind_place), at(plain.to_place)] == [
        "2:26",
        "2:3",
        "2:16",
        "2:26",
    ]
    assert [at(mapped.place), at(mapped.to_place)] == ["2:29", "2:34"]
    assert [at(long_form.from_place), at(long_form.kind_place), at(long_form.to_place)] == [
        "4:10",
        "4:19",
        "4:26",
    ]


def test_text_stays_what_it_looks_like() -> None:
    """None of YAML's guesses is taken."""
    structure = read("bodies: {007: {name: no, area: 12:30, tier: 0x1F, note: 1_000, meets: on}}")
    body = structure.bodies[0]
    assert (body.id, body.name, body.area, body.tier) == ("007", "no", "12:30", "0x1F")
    assert (body.note, body.meets) == ("1_000", "on")


@pytest.mark.parametrize("nothing", ["", "~", "null", "''"])
def test_what_is_not_written_keeps_its_default(nothing: str) -> None:
    """An empty field is as none."""
    given = f"kind: {nothing}, status: {nothing}, from: {nothing}, count: {nothing}"
    assert read(f"bodies: {{a: {{name: A, {given}}}}}") == read("bodies: {a: {name: A}}")


def test_dates_keep_the_words_of_the_paper() -> None:
    """Beside the date that was made of them."""
    structure = read("""
        structure: {as_at: {date: 2010-02~, words: early in the year}}
        milestones: [{date: 2010-04, what: first meeting, bodies: a, basis: implied}]
    """)
    assert structure.as_at == PartialDate(2010, 2, approximate=True, words="early in the year")
    milestone = structure.milestones[0]
    assert (milestone.date, milestone.bodies) == (PartialDate(2010, 4), ("a",))
    assert milestone.basis is Basis.IMPLIED


def test_citations_in_all_their_forms() -> None:
    """Words, a mapping, and a list of either; each knows its place."""
    structure = read("people: {p: {name: P, cites: [s ¶1  two, {source: s, at: p 3}, t]}}")
    cites = structure.people[0].cites
    assert cites == (
        Citation(source="s", at="¶1  two"),
        Citation(source="s", at="p 3"),
        Citation(source="t"),
    )
    assert [cite.place.column for cite in cites if cite.place] == [31, 42, 64]


def test_requirements_rules_and_waivers() -> None:
    """Selections, partners, conditions and relations become those of the model."""
    structure = read("""
        requirements:
          r: {applies_to: {kind: [board, team], not: {tag: old}}, seats_for: [A, {name: B,
              also_known_as: [C]}]}
        policy:
          w: {every: {}, must: {reach: trust, within: 2}, severity: warning}
          i: {independent: [a, b], share: [chair, vice-chair]}
        waivers:
          - {finding: GG105, because: x, owner: y, until: 2011, relation: a reports_to b}
          - finding: GG105
            because: x
            owner: y
            until: 2011
            relation: {from: a, kind: reports_to, to: c}
    """)
    requirement = structure.requirements[0]
    assert requirement.applies_to == Selector(kind=("board", "team"), not_=Selector(tag=("old",)))
    assert requirement.seats_for == (Partner(name="A"), Partner(name="B", also_known_as=("C",)))
    within, independent = structure.policy
    assert within.must == PolicyCondition(reach="trust", within=2)
    assert (within.every, within.severity) == (Selector(), "warning")
    assert independent.share == ("chair", "vice-chair")
    assert [waiver.relation for waiver in structure.waivers] == [
        ("a", "reports_to", "b"),
        ("a", "reports_to", "c"),
    ]


def test_declared_kinds_join_those_built_in() -> None:
    """Their class says what they mean for accountability; a built-in one may read otherwise."""
    structure = read("""
        kinds:
          bodies: {hub: {name: Hub, like: team}}
          relations:
            line: {class: accountability, reads: is line managed by}
            reports_to: {class: accountability, reads: yn atebol i}
        bodies: {a: {name: A, kind: hub, line: b}}
    """)
    assert structure.kinds_of_body["hub"].like == "team"
    assert structure.is_accountability(structure.relations[0])
    assert structure.kinds_of_relation["reports_to"].reads == "yn atebol i"
    assert structure.kinds_of_relation["line"].relation_class is RelationClass.ACCOUNTABILITY


def test_a_body_says_what_is_outside_and_how_an_end_is_known() -> None:
    """With what it may decide, and how many must be there."""
    structure = read("""
        bodies:
          board: {name: Board, apex: true, apex_basis: Judgement, quorum: a third, limit: 5 000}
          funders: {name: Funders, outside: true}
        kinds: {bodies: {panel: {name: Panel, like: board, class: advises}}}
    """)
    board, funders = structure.bodies
    assert board.apex_basis is ApexBasis.JUDGEMENT
    assert (board.quorum, board.limit, board.outside) == ("a third", "5 000", False)
    assert (funders.outside, funders.apex_basis) == (True, None)
    assert structure.kinds_of_body["panel"].body_class is BodyClass.ADVISES


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("apex: true, outside: true", "'a' is marked as 'apex' and as 'outside'"),
        ("apex_basis: implied", "'apex_basis' of 'a' says nothing without 'apex: true'"),
    ],
)
def test_an_end_is_not_outside_and_only_an_end_has_a_basis(fields: str, message: str) -> None:
    """Either is refused where it is written."""
    with pytest.raises(LoadError, match=re.escape(message)):
        read(f"bodies: {{a: {{name: A, {fields}}}}}")


@pytest.mark.parametrize(
    ("class_", "why"),
    [
        ("accountability", "it need not be declared any more"),
        ("structural", "its class there is accountability, but structural in this file"),
    ],
)
def test_a_kind_that_was_declared_before_it_was_built_in_is_read(
    tmp_path: Path, class_: str, why: str
) -> None:
    """With a note, and in the sense of its file."""
    path = tmp_path / "s.yaml"
    declared = f"{{class: {class_}, reads: sits under}}"
    path.write_text(
        f"kinds: {{relations: {{committee_of: {declared}}}}}\n"
        "bodies: {a: {name: A, committee_of: b}, b: {name: B}}\n"
    )
    account = read_account(path)
    (left,) = account.skipped
    assert left.what == "the kind of relation 'committee_of' is built in now"
    assert left.why.startswith(why)
    assert left.place == Place(str(path), 1, 35)
    (relation,) = account.structure.relations
    assert account.structure.is_accountability(relation) is (class_ == "accountability")


def test_a_kind_of_relation_may_have_a_look() -> None:
    """Dashes, ends, or both."""
    structure = read("""
        kinds:
          relations:
            knows: {class: liaison, reads: knows, look: {dash: Dash Dot, end: ring}}
            sees: {class: oversight, reads: sees, look: {end: dot}}
            minds: {class: accountability, reads: minds, look: {end: arrow}}
        bodies: {a: {name: A}}
    """)
    looks = [kind.look for kind in structure.relation_kinds]
    assert looks == [
        Look(Dash.DASH_DOT, LineEnd.RING),
        Look(None, LineEnd.DOT),
        Look(None, LineEnd.ARROW),
    ]


@pytest.mark.parametrize(
    ("class_", "look"),
    [
        ("accountability", "{dash: dotted}"),
        ("accountability", "{end: ring}"),
        ("liaison", "{dash: solid, end: arrow}"),
        ("liaison", "{dash: solid}"),
    ],
)
def test_only_a_line_of_account_is_solid_with_an_arrowhead(class_: str, look: str) -> None:
    """And it is nothing else, for every sheet says so."""
    with pytest.raises(LoadError, match="line of account is drawn solid"):
        read(f"kinds: {{relations: {{x: {{class: {class_}, reads: x, look: {look}}}}}}}")


@pytest.mark.parametrize("beside", ["body: a", "relation: a supports b"])
def test_a_waiver_is_about_one_thing(beside: str) -> None:
    """A body, a relation, or bodies that are selected."""
    waiver = f"finding: GG101, {beside}, every: {{kind: board}}, because: x, owner: y, until: 2030"
    with pytest.raises(LoadError, match=r"names '(body|relation)' or 'every', not both"):
        read(f"bodies: {{a: {{name: A}}}}\nwaivers: [{{{waiver}}}]")


def test_references_are_kept_as_written() -> None:
    """Unknown bodies, people, sources and kinds are for the checks to find."""
    structure = read("bodies: {a: {name: A, kind: zzz, reports_to: No Such Body, succeeds: [x]}}")
    assert structure.bodies[0].kind == "zzz"
    assert structure.bodies[0].succeeds == ("x",)
    assert structure.relations[0].to_body == "No Such Body"


def test_accented_ids_meet_however_they_are_spelt() -> None:
    """One letter or a letter and its accent, references find their body."""
    structure = read('bodies: {"t\\u0175r": {name: A}, b: {name: B, reports_to: "tw\\u0302r"}}')
    assert structure.relations[0].to_body in structure.body_by_id


def test_bodies_as_a_list_are_the_same_as_by_id() -> None:
    """Two spellings of one thing."""
    listed = read("bodies: [{id: a, name: A, informs: b}, {name: B, id: b}]")
    assert listed == read("bodies: {a: {name: A, informs: b}, b: {name: B}}")
