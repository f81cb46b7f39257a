"""The W3C's Organization Ontology, read and written."""

import json
from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import (
    find_lossy_conversions,
    read_account,
    read_structure,
)
from govgraph.formats.w3c_org_vocabulary import ORG
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role
from tests.cli.program import govgraph

REAL = Path(__file__).parents[3] / "shared" / "realdata"
FLEMISH = REAL / "w3c-org"
ROLE = "a role says what seats are"
UNDESCRIBED = "what it names is not described in the file"
PLAIN = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <http://schema.org/> .
@prefix : <http://example.org/> .

:council a org:FormalOrganization ; skos:prefLabel "The  Council" ; skos:altLabel "TC" ;
  schema:foundingDate "1974-04-01T00:00:00" ; org:hasUnit :legal ; org:classification :x .
:legal a org:OrganizationalUnit ; org:unitOf :council ; org:reportsTo :council ;
  org:linkedTo :board .
:board a org:OrganizationalCollaboration ; org:hasPost :clerk ; schema:startDate "2010-99-01" .
:clerk a org:Post ; skos:prefLabel "Clerk" ; org:heldBy :ann ; org:reportsTo :chief .
:chief a org:Post ; org:postIn :council ; org:role :chair .
:chair skos:prefLabel "Chair" .
:ann foaf:name "Ann" ; org:headOf :board ; org:memberOf :legal .
[] a org:Membership ; org:organization :legal ; org:member :ann ; schema:startDate "2011" .
[] a org:Membership ; org:organization :board ; org:member :council ; org:role :observer .
:observer skos:prefLabel "Ranking observer" .
[] a org:Organization ; skos:prefLabel "Without Address" .
"""


def read(tmp_path: Path, text: str, name: str = "plan.ttl") -> Account:
    """What a file comes to."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_account(path)


def test_organisations_units_posts_and_memberships_are_taken(tmp_path: Path) -> None:
    """Units are part of what they belong to; only `org:reportsTo` is a line of account."""
    structure = read(tmp_path, PLAIN).structure
    assert [(body.id, body.name, body.kind) for body in structure.bodies] == [
        ("council", "The Council", "organization"),
        ("legal", "legal", "organizational-unit"),
        ("board", "board", "partnership"),
        ("without-address", "Without Address", "organization"),
        ("clerk", "Clerk", "post"),
        ("chief", "chief", "post"),
    ]
    assert structure.body_by_id["council"].from_ == PartialDate(1974, 4, 1)
    assert structure.body_by_id["board"].from_ is None
    keys = {line.key: structure.is_accountability(line) for line in structure.relations}
    assert keys == {
        ("legal", "part_of", "council"): False,
        ("legal", "linked_to", "board"): False,
        ("clerk", "reports_to", "chief"): True,
        ("legal", "reports_to", "council"): True,
    }
    seats = {(seat.body, seat.role, seat.held_by, seat.note) for seat in structure.seats}
    assert seats == {
        ("board", Role.MEMBER, ("ann",), "Clerk"),
        ("council", Role.CHAIR, (), ""),
        ("legal", Role.MEMBER, ("ann",), ""),
        ("board", Role.MEMBER, (), "Ranking observer"),
        ("board", Role.LEAD_OFFICER, ("ann",), ""),
    }


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Things without an address have new names each time, and keep their place."""
    assert read(tmp_path, PLAIN).structure == read(tmp_path, PLAIN).structure


def test_what_was_left_is_named(tmp_path: Path) -> None:
    """Things that only say something of others, and statements that could not be used."""
    said = "\n".join(map(str, read(tmp_path, PLAIN).skipped))
    assert said.replace("http://example.org/", ":").splitlines() == [
        f"2 things merged into the seats that have it (:chair, :observer): {ROLE}",
        f"the field '{ORG}classification' (thing) (:council): {UNDESCRIBED}",
        "the field 'http://schema.org/startDate' (thing) (:board): it is no date",
    ]


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    """Bodies, lines, people and seats; the rest is named as lost."""
    source = tmp_path / "a.yaml"
    source.write_text(
        "bodies:\n"
        '  a: {name: "A \\"quoted\\"", also_known_as: [The A, Old A], from: 2010,\n'
        "      kind: Youth_Forum}\n"
        "  b:\n    name: B\n    part_of: a\n    reports_to: a\n    informs: a\n"
        "    seats:\n      - {role: chair, held_by: ann, until: 2011}\n      - {note: Clerk}\n"
        "people:\n  ann: {name: Ann}\n"
        "kinds: {bodies: {Youth_Forum: {name: Young voices}}}\n",
        encoding="utf-8",
    )
    target = tmp_path / f"a{suffix}"
    done = govgraph("convert", str(source), str(target))
    assert done.code == 0
    assert "skipped: 1 relation of the kind informs (b informs a)" in done.err
    again = read_structure(target)
    assert [(body.id, body.name) for body in again.bodies] == [("a", 'A "quoted"'), ("b", "B")]
    assert set(again.bodies[0].also_known_as) == {"The A", "Old A"}
    assert {line.key for line in again.relations} == {
        ("b", "part_of", "a"), ("b", "reports_to", "a"),
    }  # fmt: skip
    assert {(seat.role, seat.held_by, seat.note) for seat in again.seats} == {
        (Role.CHAIR, ("ann",), ""), (Role.MEMBER, (), "Clerk"),
    }  # fmt: skip
    assert [person.name for person in again.people] == ["Ann"]
    assert again.bodies[0].kind == "Youth_Forum"
    assert ("Youth_Forum", "Young voices") in {(kind.id, kind.name) for kind in again.body_kinds}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a.ttl",
            "@prefix a: <x> .\n\na:b c:d a:e .\n",
            "a.ttl:3:5: .*prefix c: has not been declared",
        ),
        ("a.rdf", "<rdf:RDF>\n</a>", r"a.rdf:\d:\d+: this is no xml that can be read"),
        ("a.jsonld", "{", r"a.jsonld:1:2"),
        ("a.jsonld", '{"@context": "https://x.org/c"}', r"a.jsonld:1:14: .*is not fetched"),
        ("a.jsonld", '[{"@context": [{}, "c"]}]', r"a.jsonld:1:20: .*is not fetched"),
        ("a.jsonld", '{"@context": [[["c"]]]}', r"a.jsonld:1:17: .*is not fetched"),
        ("a.jsonld", '{"a": {"@context": {"b": {"@context": "c"}}}}', "is not fetched"),
        ("a.jsonld", '{"\\u0040context": "https://x.org/c"}', "is not fetched"),
        ("a.jsonld", '{"@context": {"@import": "https://x.org/c"}}', "is not fetched"),
        ("a.nt", "<a> b", r"a.nt:1:5: this is no nt that can be read"),
    ],
)
def test_broken_files_are_refused_with_their_place(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    """And nothing is fetched from elsewhere."""
    with pytest.raises(LoadError, match=said):
        read(tmp_path, text, name)


@pytest.mark.skipif(not FLEMISH.is_dir(), reason="the real files are not here")
def test_the_governing_bodies_of_flanders_are_read() -> None:
    """As many bodies, posts and bodies without a post as the facts say."""
    name = "provinces-governing-bodies-mandates.ttl"
    facts = json.loads((FLEMISH / "computed_facts.json").read_text("utf-8"))[name]
    structure = read_account(FLEMISH / name).structure
    assert len(structure.bodies) == facts["governing_bodies"]
    assert {body.kind for body in structure.bodies} == {"governing-body"}
    assert not any(structure.is_accountability(line) for line in structure.relations)
    text = (FLEMISH / name).read_text("utf-8")
    functions = text.count("heeftBestuursfunctie")
    assert len(structure.seats) - functions == facts["hasPost_links"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_the_broken_example_of_popolo_gives_a_located_error() -> None:
    """Its file on people uses a prefix that it never binds."""
    with pytest.raises(LoadError, match=r"person\.ttl:27:5: .*prefix skos: has not"):
        read_account(REAL / "popolo" / "spec-examples" / "person.ttl")


def test_kinds_words_and_dates_are_read_again(tmp_path: Path) -> None:
    """What is written beyond names comes back: kind, purpose, notes, dates of posts."""
    source = tmp_path / "a.yaml"
    source.write_text(
        "kinds: {bodies: {task-force: {name: Task force}}}\n"
        "bodies:\n"
        "  a: {name: A, kind: board, remit: Decides, note: Large}\n"
        "  b:\n    name: B\n    kind: task-force\n"
        "    seats:\n      - {role: secretary, note: Clerk, from: 2010, until: 2011}\n"
        "people:\n  ann: {name: Ann, also_known_as: [Annie], note: Of A}\n",
        encoding="utf-8",
    )
    target = tmp_path / "a.ttl"
    assert govgraph("convert", str(source), str(target)).code == 0
    again = read_structure(target)
    assert [(body.kind, body.remit, body.note) for body in again.bodies] == [
        ("board", "Decides", "Large"),
        ("task-force", "", ""),
    ]
    assert [kind.name for kind in again.body_kinds] == ["Task force"]
    (seat,) = again.seats
    assert (seat.role, seat.note, str(seat.from_), str(seat.until)) == (
        "secretary", "Clerk", "2010", "2011",
    )  # fmt: skip


def test_a_purpose_that_is_an_address_is_named(tmp_path: Path) -> None:
    """It points at a thing, and says nothing by itself."""
    text = PLAIN + ":board org:purpose <http://example.org/health> .\n"
    account = read(tmp_path, text)
    what = f"the field '{ORG}purpose' (thing) (http://example.org/board)"
    assert f"{what}: it is an address, not words" in map(str, account.skipped)


def test_brackets_far_within_one_another_are_read(tmp_path: Path) -> None:
    """As deep as they like: nothing of the reader stands within itself."""
    path = tmp_path / "deep.ttl"
    levels = 5_000
    path.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> .\n"
        f"<http://example.org/a> org:x {'( ' * levels}{') ' * levels}.\n",
        encoding="utf-8",
    )
    assert read_account(path).records["thing"] == levels


def test_what_the_ontology_says_otherwise_is_named_before_it_is_written(tmp_path: Path) -> None:
    """A seat of two people becomes a membership of each; ids are safe within an address."""
    source, target = tmp_path / "a.yaml", tmp_path / "a.ttl"
    source.write_text(
        "people: {ann: {name: Ann}, bob: {name: Bob}}\n"
        "bodies:\n  X/Y: {name: Board, seats: [{role: chair, held_by: [ann, bob]}]}\n",
        encoding="utf-8",
    )
    structure = read_structure(source)
    (lost,) = find_lossy_conversions(structure, target)
    assert (lost.what, lost.why) == (
        "seats that several people hold",
        "each of them has a membership of their own",
    )
    assert len(lost.of) == 1
    govgraph("convert", str(source), str(target))
    assert "body:X%2FY" in target.read_text(encoding="utf-8")
