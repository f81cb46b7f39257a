"""Entities of RDF/XML are read where they are short and their own, and refused otherwise."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.limits import Limits

RDF = (
    '<?xml version="1.0"?><!DOCTYPE rdf:RDF [{}]>'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:org="http://www.w3.org/ns/org#">'
    '<org:Organization rdf:about="http://example.org/a"><skos:prefLabel>{}</skos:prefLabel>'
    "</org:Organization></rdf:RDF>"
)
LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">'


def written(tmp_path: Path, entities: str, name: str) -> Path:
    """A file of one organisation with such a name."""
    path = tmp_path / "plan.rdf"
    path.write_text(RDF.format(entities, name), encoding="utf-8")
    return path


def test_a_short_entity_of_the_file_is_read(tmp_path: Path) -> None:
    """As OWL files declare the beginnings of addresses."""
    path = written(tmp_path, '<!ENTITY org "http://www.w3.org/ns/org#">', "&org; &amp; more")
    assert read_structure(path).bodies[0].name == "http://www.w3.org/ns/org# & more"


@pytest.mark.parametrize(
    ("entities", "name", "said"),
    [
        (LAUGHS, "&b;", "plan.rdf:1:68: the entity 'b' holds others, which are not read"),
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;", "'x' stands elsewhere, and is not"),
        ('<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;', "A", "'x' stands elsewhere"),
    ],
)
def test_entities_that_grow_or_are_fetched_are_refused(
    tmp_path: Path, entities: str, name: str, said: str
) -> None:
    """With the place where they are declared."""
    with pytest.raises(LoadError) as caught:
        read_account(written(tmp_path, entities, name))
    assert said in str(caught.value).replace(f"{tmp_path}/", "")


def test_an_entity_that_the_file_does_not_declare_is_refused(tmp_path: Path) -> None:
    """Its reader would leave it out without a word."""
    path = written(tmp_path, "", "&who;")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" []>", ' SYSTEM "http://example.org/x.dtd">'), encoding="utf-8")
    with pytest.raises(LoadError, match="the entity 'who' is not declared in the file"):
        read_account(path)


def test_what_entities_come_to_is_limited(tmp_path: Path) -> None:
    """A long one, often."""
    path = written(tmp_path, f'<!ENTITY a "{"A" * 900}">', "&a;" * 100)
    with pytest.raises(LoadError, match="its entities come to more than 20,000 bytes"):
        read_account(path, limits=Limits(file_bytes=20_000))


def test_xml_that_is_broken_is_left_to_its_reader(tmp_path: Path) -> None:
    """Which says where."""
    path = written(tmp_path, "", "A")
    path.write_text("<rdf:RDF", encoding="utf-8")
    with pytest.raises(LoadError, match="this is no xml that can be read"):
        read_account(path)


def test_elements_far_within_one_another_are_refused(tmp_path: Path) -> None:
    """The reader of RDF would take the square of their number."""
    levels = 25
    inner = '<org:Organization rdf:about="http://example.org/{}"><org:subOrganizationOf>'.format
    nested = "".join(map(inner, range(levels))) + "</org:subOrganizationOf></org:Organization>" * (
        levels
    )
    head, _, _ = RDF.partition("<org:Organization")
    path = tmp_path / "plan.rdf"
    path.write_text(f"{head.format('')}{nested}</rdf:RDF>", encoding="utf-8")
    with pytest.raises(LoadError, match=r"plan.rdf:1:\d+: elements stand more than 50 deep"):
        read_account(path)


@pytest.mark.parametrize("encoding", ["UTF-99", "hex", "punycode", "x" * 500])
def test_an_encoding_that_nobody_knows_is_told(tmp_path: Path, encoding: str) -> None:
    """Or one of no text."""
    path = tmp_path / "plan.rdf"
    text = RDF.format("", "A").replace('"1.0"', f'"1.0" encoding="{encoding}"', 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match="encoding"):
        read_account(path)


@pytest.mark.parametrize("encoding", ["shift_jis", "utf-16", "iso-8859-2", "utf-8"])
def test_any_encoding_of_an_alphabet_is_read(tmp_path: Path, encoding: str) -> None:
    """And entities are looked for in what is read; all stands where it stood."""
    path = tmp_path / "plan.rdf"
    declared = f'"1.0" encoding="{encoding}"'
    path.write_bytes(RDF.format("", "AB").replace('"1.0"', declared, 1).encode(encoding))
    assert read_structure(path).bodies[0].name == "AB"
    path.write_bytes(RDF.format(LAUGHS, "&b;").replace('"1.0"', declared, 1).encode(encoding))
    with pytest.raises(LoadError, match=f"1:{len(declared) + 63}: the entity 'b' holds others"):
        read_account(path)


def test_no_limit_lets_elements_stand_deeper_than_can_be_read_in_time(tmp_path: Path) -> None:
    """Whoever raises it is told where it ends."""
    path = tmp_path / "plan.rdf"
    head = RDF.format("", "A").partition("<org:")[0]
    deep = 1001
    path.write_text(f"{head}{'<skos:a>' * deep}{'</skos:a>' * deep}</rdf:RDF>", encoding="utf-8")
    with pytest.raises(LoadError, match="more than 1000 deep within one another"):
        read_account(path, limits=Limits(depth=10**6))
