"""What the W3C's Organization Ontology says in several languages, classes and directions."""

from pathlib import Path

import pytest

from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account, read_structure
from tests.cli.program import govgraph

PREFIXES = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix rov: <http://www.w3.org/ns/regorg#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://example.org/> .
"""


def read(tmp_path: Path, text: str) -> Account:
    """What some Turtle comes to."""
    path = tmp_path / "plan.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return read_account(path)


def names(account: Account) -> dict[str, tuple[str, ...]]:
    """The names of each body, the one to call it by first."""
    return {body.id: (body.name, *body.also_known_as) for body in account.structure.bodies}


def seats(account: Account) -> list[tuple[str, str, tuple[str, ...], str]]:
    """The seats, without their dates."""
    held = account.structure.seats
    return [(seat.body, str(seat.role), seat.held_by, seat.note) for seat in held]


def test_the_name_is_in_the_language_of_the_file(tmp_path: Path) -> None:
    """That of most names; in others the same thing has other names, and regions do not matter."""
    account = read(
        tmp_path,
        """
:a a org:Organization ; skos:prefLabel "Bwrdd"@cy, "Board"@en-GB .
:b a org:Organization ; rdfs:label "Trust"@en ; skos:prefLabel "Ymddiriedolaeth"@cy .
:c a org:Organization ; skos:prefLabel "Council"@en, "Council"@cy ; skos:altLabel "Shire"@en .
:d a org:Organization ; rdfs:label "Unit"@en ; skos:prefLabel "The unit" ; foaf:name <http://x/> .
""",
    )
    assert names(account) == {
        "a": ("Board", "Bwrdd"),
        "b": ("Trust", "Ymddiriedolaeth"),
        "c": ("Council", "Shire"),
        "d": ("The unit", "Unit"),
    }
    assert "(http://example.org/d): it is an address, not words" in str(account.skipped[-1])


def test_names_without_a_language_do_not_hide_which_language_comes_first(tmp_path: Path) -> None:
    """Most names are in none; of the others most are in English, and the preferred label is one."""
    plain = "".join(f':p{number} a foaf:Person ; foaf:name "Ann" .' for number in range(9))
    account = read(
        tmp_path,
        plain
        + """
@prefix rov: <http://www.w3.org/ns/regorg#> .
:a a org:Organization ; rov:legalName "Trust Ltd" ;
   skos:prefLabel "Fiducie"@fr, "The Trust"@en, "Ymddiriedolaeth"@cy .
:b a org:Organization ; skos:prefLabel "Bwrdd"@cy, "Board"@en .
:c a org:Organization ; skos:prefLabel "Council"@en, "Raad" .
""",
    )
    assert names(account) == {
        "a": ("The Trust", "Trust Ltd", "Fiducie", "Ymddiriedolaeth"),
        "b": ("Board", "Bwrdd"),
        "c": ("Raad", "Council"),
    }


def test_a_preferred_label_comes_before_others_of_its_language(tmp_path: Path) -> None:
    """It is what its author chose to call the thing."""
    text = ':a a org:Organization ; rdfs:label "Old words"@cy ; skos:prefLabel "Bwrdd"@cy .'
    assert names(read(tmp_path, text)) == {"a": ("Bwrdd", "Old words")}


def test_classes_within_that_of_organisations_are_bodies(tmp_path: Path) -> None:
    """Those of vocabularies, and those that the file declares itself, however far within."""
    account = read(
        tmp_path,
        """
:Department rdfs:subClassOf :Office ; rdfs:label "Department"@en, "Adran"@cy .
:Office rdfs:subClassOf org:OrganizationalUnit, :Department .
:Bureau owl:equivalentClass :Office .
:a a :Department . :b a :Office . :c a rov:RegisteredOrganization . :d a :Bureau . :e a :Thing .
""",
    )
    assert {body.id: body.kind for body in account.structure.bodies} == {
        "a": "department", "b": "office", "c": "organization", "d": "bureau",
    }  # fmt: skip
    kinds = {kind.id: kind.name for kind in account.structure.body_kinds}
    assert kinds["department"] == "Department"


def test_predicates_within_those_of_the_vocabulary_count_as_them(tmp_path: Path) -> None:
    """As the vocabulary asks its users to declare them."""
    account = read(
        tmp_path,
        """
:answersTo rdfs:subPropertyOf org:reportsTo .
:sitsOn rdfs:subPropertyOf :belongsTo . :belongsTo rdfs:subPropertyOf org:memberOf .
:a a org:Organization ; :answersTo :b . :b a org:Organization . :ann a foaf:Person ; :sitsOn :b .
""",
    )
    assert [line.key for line in account.structure.relations] == [("a", "reports_to", "b")]
    assert seats(account) == [("b", "member", ("ann",), "")]


def test_what_is_linked_and_described_is_a_body_without_a_class(tmp_path: Path) -> None:
    """For only organisations are units of others; what is described nowhere is not made up."""
    text = ':a skos:prefLabel "A" ; org:unitOf :b . :b skos:prefLabel "B" ; org:unitOf :nowhere .'
    account = read(tmp_path, text)
    assert names(account) == {"a": ("A",), "b": ("B",)}
    assert account.structure.relations[1].to_body == "nowhere"


def test_a_membership_is_said_from_either_side_and_lasts_as_its_interval(tmp_path: Path) -> None:
    """From the person or the membership; several roles are several seats."""
    account = read(
        tmp_path,
        """
:o a org:Organization . :ann a foaf:Person ; org:hasMembership :m .
:m org:organization :o ; org:role :chair, :secretary ; org:memberDuring [
  time:hasBeginning [ time:inXSDDate "2009-11-01"^^xsd:date ] ;
  time:hasEnd "2010-01-05T09:00:00Z" ] .
:n a org:Membership ; org:member :bob, :cy ; org:organization :o ;
  org:memberDuring [ time:hasBeginning [ time:inXSDgYear "2011"^^xsd:gYear ] ] .
:q a org:Membership ; org:member :ann .
:chair skos:prefLabel "Chair" .
""",
    )
    held = account.structure.seats
    assert [(str(seat.role), seat.held_by, str(seat.from_), str(seat.until)) for seat in held] == [
        ("chair", ("ann",), "2009-11-01", "2010-01-05"),
        ("secretary", ("ann",), "2009-11-01", "2010-01-05"),
        ("member", ("bob", "cy"), "2011", "None"),
    ]
    left = "\n".join(map(str, account.skipped))
    assert "1 thing (http://example.org/q): it is a membership of no organisation" in left
    assert "merged into the dates of m" in left


def test_a_post_may_be_held_from_the_side_of_the_person(tmp_path: Path) -> None:
    """And one that is in no organisation is named."""
    text = """:o a org:Organization ; org:hasPost :p . :p a org:Post ; skos:prefLabel "Clerk"@en .
:ann a foaf:Person ; foaf:givenName "Ann" ; foaf:familyName "Archer" ; org:holds :p .
:lost a org:Post ; org:heldBy :ann ."""
    account = read(tmp_path, text)
    assert seats(account) == [("o", "member", ("ann",), "Clerk")]
    assert [person.name for person in account.structure.people] == ["Ann Archer"]
    assert "it is the post of no organisation" in "\n".join(map(str, account.skipped))


def test_a_role_is_known_by_its_label_in_any_language(tmp_path: Path) -> None:
    """The word of the file's language is kept where it is another."""
    text = """:o a org:Organization ; skos:prefLabel "Bwrdd"@cy, "Bwrdd Harbwr"@cy .
[] org:organization :o ; org:member :ann ; org:role :r .
:r skos:prefLabel "Cadeirydd"@cy, "Chair"@en . :ann a foaf:Person ."""
    assert seats(read(tmp_path, text)) == [("o", "chair", ("ann",), "Cadeirydd")]


def test_people_without_a_seat_are_kept(tmp_path: Path) -> None:
    """Nobody who is described is lost."""
    account = read(tmp_path, ':ann a foaf:Person ; foaf:name "Ann"@en .')
    assert [person.name for person in account.structure.people] == ["Ann"]


def test_a_change_says_who_took_over(tmp_path: Path) -> None:
    """The body that resulted succeeds those that were there before."""
    text = """:old a org:Organization . :new a org:Organization .
[] a org:ChangeEvent ; org:originalOrganization :old ; org:resultingOrganization :new ."""
    assert read(tmp_path, text).structure.body_by_id["new"].succeeds == ("old",)


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
def test_ids_come_back_as_they_were(tmp_path: Path, suffix: str) -> None:
    """With letters beyond ASCII, signs of addresses, and the same id for a body and a person."""
    source = tmp_path / "a.yaml"
    source.write_text(
        "bodies:\n  tŵr: {name: T}\n  委员会: {name: C, part_of: tŵr}\n"
        '  "a/b#c%20": {name: S, seats: [{held_by: tŵr}]}\npeople:\n  tŵr: {name: Ann}\n',
        encoding="utf-8",
    )
    target = tmp_path / f"a{suffix}"
    assert govgraph("convert", str(source), str(target)).code == 0
    again, before = read_structure(target), read_structure(source)
    assert [body.id for body in again.bodies] == [body.id for body in before.bodies]
    assert [person.id for person in again.people] == ["tŵr"]
    assert [line.key for line in again.relations] == [line.key for line in before.relations]


def test_rdf_xml_in_another_encoding_is_read(tmp_path: Path) -> None:
    """As its first line declares; a mark at the start of Turtle is no word of it."""
    text = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf='
        '"http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:o="http://www.w3.org/ns/org#"'
        ' xmlns:s="http://www.w3.org/2004/02/skos/core#"><o:Organization rdf:about="http://x/a">'
        "<s:prefLabel>Café</s:prefLabel></o:Organization></rdf:RDF>"
    )
    path = tmp_path / "a.rdf"
    path.write_bytes(text.encode("latin-1"))
    assert read_structure(path).bodies[0].name == "Café"
    path = tmp_path / "marked.ttl"
    marked = f'\ufeff{PREFIXES}:a a org:Organization ; skos:prefLabel "B" .'
    path.write_text(marked, encoding="utf-8")
    assert read_structure(path).bodies[0].name == "B"


def test_the_vocabulary_of_schema_org_has_two_addresses(tmp_path: Path) -> None:
    """Which of them a file uses makes no difference."""
    for scheme in ("http", "https"):
        text = f"""@prefix s: <{scheme}://schema.org/> .
:a a s:GovernmentOrganization ; s:name "A" ; s:foundingDate "1974" ; s:parentOrganization :b .
:b a s:Organization ; s:name "B" ; s:alternateName "Bee" ; s:member [ a s:Person ; s:name "Ann" ] .
"""
        account = read(tmp_path, text)
        assert names(account) == {"a": ("A",), "b": ("B", "Bee")}
        assert [line.key for line in account.structure.relations] == [("a", "part_of", "b")]
        assert str(account.structure.bodies[0].from_) == "1974"
        assert seats(account) == [("b", "member", ("ann",), "")]


def test_a_change_may_be_said_from_the_side_of_the_bodies(tmp_path: Path) -> None:
    """As `org:changedBy` and `org:resultedFrom`."""
    text = """:old a org:Organization ; org:changedBy :e . :e a org:ChangeEvent .
:new a org:Organization ; org:resultedFrom :e ."""
    account = read(tmp_path, text)
    assert account.structure.body_by_id["new"].succeeds == ("old",)


def test_an_interval_that_is_not_described_is_named(tmp_path: Path) -> None:
    """Its address alone says nothing that could be relied on."""
    text = (
        ":o a org:Organization . [] org:organization :o ; org:member :ann ; org:memberDuring :i ."
    )
    said = "\n".join(map(str, read(tmp_path, text).skipped))
    assert "memberDuring' (thing) (_:1): what it names is not described in the file" in said


WELSH_XML = """<rdf:RDF xml:lang="cy" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:o="http://www.w3.org/ns/org#" xmlns:s="http://www.w3.org/2004/02/skos/core#">
<o:Organization rdf:about="http://x/a"><s:prefLabel xml:lang="en">Board</s:prefLabel>
<s:prefLabel>Bwrdd</s:prefLabel></o:Organization></rdf:RDF>"""
WELSH_JSON = """{"@context": [{"@language": "cy", "s": "http://www.w3.org/2004/02/skos/core#"}],
"@id": "http://x/a", "@type": "http://www.w3.org/ns/org#Organization",
"s:prefLabel": [{"@value": "Board", "@language": "en"}, "Bwrdd"]}"""
WELSH_TURTLE = """:a a org:Organization ; skos:prefLabel "Board"@en, "Bwrdd"@cy .
<> a owl:Ontology ; <http://purl.org/dc/terms/language> "cy" ."""


@pytest.mark.parametrize(
    ("suffix", "text"),
    [(".rdf", WELSH_XML), (".jsonld", WELSH_JSON), (".ttl", PREFIXES + WELSH_TURTLE)],
)
def test_a_file_may_say_what_language_it_is_in(tmp_path: Path, suffix: str, text: str) -> None:
    """On its first element, in its context, or of what stands for all of it."""
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, encoding="utf-8")
    assert names(read_account(path)) == {"a": ("Bwrdd", "Board")}
