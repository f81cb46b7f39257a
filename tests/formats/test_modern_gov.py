"""Saved answers of modern.gov's web service. Ours are written from code that reads such answers."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph import registers
from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account
from govgraph.model.bodies import Status
from govgraph.model.seats import SeatStatus
from tests.cli.program import govgraph

COMMITTEES = """<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<GetCommitteesResponse xmlns="http://moderngov.co.uk/namespaces"><GetCommitteesResult><committees>
<committee><committeeid>1</committeeid>
  <committeetitle>Licensing &amp;amp; Safety Committee</committeetitle>
  <committeecategory>Regulatory</committeecategory><committeeexpired>False</committeeexpired>
</committee>
<committee><committeeid>2</committeeid><committeetitle>Old Panel</committeetitle>
  <committeeexpired>True</committeeexpired></committee>
<committee><committeeid>3</committeeid><committeetitle>Harbour Trust</committeetitle>
  <committeecategory>Outside Bodies</committeecategory></committee>
<committee><committeeid>5</committeeid><committeetitle>Appeals Panel</committeetitle>
  <parentcommitteeid>9</parentcommitteeid></committee>
<committee><committeedeleted>True</committeedeleted></committee>
</committees></GetCommitteesResult></GetCommitteesResponse></soap:Body></soap:Envelope>
"""
COMMITTEE = """<committee><committeeid>1</committeeid>
<committeepurpose>&lt;p&gt;Licenses. Appointed by the Council.&lt;/p&gt;</committeepurpose>
<members>
  <member><memberid>7</memberid><membername>Cllr Ann O&amp;#39;Neil</membername>
    <memberrole>Vice-Chairman</memberrole></member>
  <member><memberid>8</memberid><membername>Vacancy (Labour)</membername></member>
  <member><memberid>9</memberid></member>
</members>
<subcommittees><subcommittee><committeeid>4</committeeid>
  <committeetitle>Taxi Sub-Committee</committeetitle>
  <committeepurpose>Members appointed by the Licensing and Safety Committee</committeepurpose>
  <members><member memberid="7" name="Cllr A O'Neil" role="Substitute"/></members>
</subcommittee></subcommittees></committee>
"""
COUNCILLORS = """<councillorsbyward><wards><ward><wardtitle>North</wardtitle>
<councillors><councillorcount>1</councillorcount>
<councillor><councillorid>7</councillorid><fullusername>Cllr Ann O'Neil</fullusername>
  <politicalpartytitle>Green</politicalpartytitle><keyposts>Leader</keyposts>
  <workaddress><email>a@example.org</email></workaddress>
  <termsofoffice>
    <termofoffice><startdate>02/05/2015</startdate><enddate>07/05/2019</enddate></termofoffice>
    <termofoffice><startdate>07/05/2019</startdate><enddate>unspecified</enddate></termofoffice>
  </termsofoffice></councillor></councillors></ward></wards></councillorsbyward>
"""


@pytest.fixture
def shire(tmp_path: Path) -> Path:
    """A folder of the answers of one council."""
    folder = tmp_path / "Shire Council"
    folder.mkdir()
    for name, text in (
        ("GetCommittees", COMMITTEES),
        ("GetCommittee-1", COMMITTEE),
        ("GetCouncillorsByWard", COUNCILLORS),
    ):
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="utf-16"?>\n'])
def test_an_answer_may_stand_in_an_element_as_text(tmp_path: Path, declared: str) -> None:
    """As services of its kind also give them, though none of this one was seen."""
    file = tmp_path / "GetCommittee.xml"
    file.write_text(f"<string>{escape(declared + COMMITTEE)}</string>", encoding="utf-8")
    again = tmp_path / "plain.xml"
    again.write_text(COMMITTEE, encoding="utf-8")
    within, plain = (read_account(each, "modern-gov") for each in (file, again))
    assert within.records == plain.records
    assert [body.name for body in within.structure.bodies] == [
        body.name for body in plain.structure.bodies
    ]


def test_committees_are_part_of_their_council(shire: Path) -> None:
    """Implied by the list, stated of sub-committees; who says who appoints it answers to that."""
    structure = read_account(shire).structure
    names = {body.id: body.name for body in structure.bodies}
    lines = {
        (names[line.from_body], line.kind, names.get(line.to_body, line.to_body), str(line.basis))
        for line in structure.relations
    }
    assert lines == {
        ("Licensing & Safety Committee", "accountable_to", "Shire Council", "implied"),
        ("Taxi Sub-Committee", "part_of", "Licensing & Safety Committee", "stated"),
        ("Old Panel", "part_of", "Shire Council", "implied"),
        ("Appeals Panel", "part_of", "committee-9", "stated"),
    }
    by_name = {body.name: body for body in structure.bodies}
    assert by_name["Old Panel"].status is Status.ENDED
    assert by_name["Harbour Trust"].outside
    assert by_name["Licensing & Safety Committee"].tags == ("Regulatory",)
    assert by_name["Licensing & Safety Committee"].remit == "Licenses. Appointed by the Council."
    assert not any(body.apex for body in structure.bodies)


def test_members_and_councillors_have_seats(shire: Path) -> None:
    """One person in all answers; a vacancy is nobody; a ward is whom a councillor represents."""
    structure = read_account(shire).structure
    (ann,) = structure.people
    assert structure.bodies[1].id == "licensing-safety-committee"
    assert (ann.name, ann.also_known_as, ann.post, ann.note) == (
        "Cllr Ann O'Neil", ("Cllr A O'Neil",), "Leader", "Green",
    )  # fmt: skip
    seats = [
        (structure.name_of(seat.body), str(seat.role), seat.held_by, seat.note)
        for seat in structure.seats
    ]
    assert seats == [
        ("Licensing & Safety Committee", "vice-chair", (ann.id,), ""),
        ("Licensing & Safety Committee", "member", (), ""),
        ("Taxi Sub-Committee", "member", (ann.id,), "Substitute"),
        ("Shire Council", "member", (ann.id,), ""),
    ]
    assert structure.seats[1].standing is SeatStatus.VACANT
    ward = structure.seats[3]
    assert (ward.represents, str(ward.from_), ward.until) == (("North",), "2019-05-07", None)


def test_what_is_left_is_named(shire: Path) -> None:
    """Committees and people without a name, addresses, what stands twice, terms that are over."""
    said = "\n".join(map(str, read_account(shire).skipped))
    assert "1 committee (6): it has neither a title nor a number" in said
    assert ": it has no name" in said
    assert "how to reach somebody is not governance" in said
    assert "it is the same committee in another answer of the service" in said
    assert "it is the same person in another answer or committee" in said
    assert "it is over, or a later one is read" in said


def test_other_names_of_the_same_fields_are_known(tmp_path: Path) -> None:
    """How an answer about one committee names things was never seen; likely names are tried."""
    path = tmp_path / "answer.xml"
    path.write_text(
        "<getcommittee><committee><committeeid>1</committeeid><committeetitle>A</committeetitle>"
        "<committeetermsofreference>Decides</committeetermsofreference><parentcommittee>"
        "<committeeid>2</committeeid></parentcommittee><committeemembers><committeemember>"
        "<memberfullname>Ann</memberfullname><memberroletitle>Chair</memberroletitle>"
        "</committeemember></committeemembers></committee></getcommittee>",
        encoding="utf-8",
    )
    structure = read_account(path).structure
    assert structure.bodies[1].remit == "Decides"
    assert [line.key for line in structure.relations] == [("a", "part_of", "committee-2")]
    assert [(str(seat.role), seat.held_by) for seat in structure.seats] == [("chair", ("ann",))]


def test_an_answer_may_stand_alone(shire: Path) -> None:
    """Its council is not named."""
    structure = read_account(shire / "GetCommittees.xml").structure
    assert structure.bodies[0].name == "The council"


def test_twenty_councils_are_one_register(tmp_path: Path) -> None:
    """In one command; the same numbers and titles of different councils stay apart."""
    for number in range(20):
        folder = tmp_path / "councils" / f"Council {number:02}"
        folder.mkdir(parents=True)
        (folder / "GetCommittees.xml").write_text(COMMITTEES, encoding="utf-8")
        (folder / "GetCouncillorsByWard.xml").write_text(COUNCILLORS, encoding="utf-8")
    target = tmp_path / "councils.parquet"
    assert govgraph("convert", str(tmp_path / "councils"), str(target)).code == 0
    assert len(registers.load(target).bodies) == 20 * 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html><body><p>Not found</p></body></html>", "holds no committees, members"),
        ("<committees>", "this is no XML: no element found"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        (f"{'<a>' * 60}{'</a>' * 60}", "more than 50 deep"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, said: str) -> None:
    """In words, with their place."""
    path = tmp_path / "answer.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match=said):
        read_account(path)


def test_a_folder_is_of_one_council_or_of_several(shire: Path) -> None:
    """Whose the files beside the folders of others are, nobody says."""
    (shire.parent / "GetCommittees.xml").write_text(COMMITTEES, encoding="utf-8")
    with pytest.raises(LoadError, match="sort them apart"):
        read_account(shire.parent, "modern-gov")


TEXTS = st.sampled_from(["1", "2", "True", "Panel", "Chair", "Vacancy", "07/05/2019", " ", "&amp;"])
LEAVES = st.sampled_from(
    ["committeeid", "committeetitle", "membername", "memberid", "fullusername", "memberrole",
     "wardtitle", "startdate", "parentcommitteeid", "committeepurpose", "odd"]
)  # fmt: skip
FIELDS = st.lists(st.tuples(LEAVES, TEXTS), max_size=5).map(
    lambda pairs: "".join(f"<{name}>{text}</{name}>" for name, text in pairs)
)
HOLDERS = st.sampled_from(
    ["committee", "subcommittee", "members", "member", "councillor", "ward", "termofoffice",
     "meeting", "workaddress"]
)  # fmt: skip
TREES = st.recursive(
    FIELDS,
    lambda inner: st.builds(
        lambda name, extra, fields, inside: f"<{name}{extra}>{fields}{''.join(inside)}</{name}>",
        HOLDERS,
        st.sampled_from(["", ' memberid="3"', ' name="Ann" role="Chair"', ' odd=" "']),
        FIELDS,
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


def counted(root: ET.Element) -> Iterator[str]:
    """The kinds of the records and fields of a file, as another parser sees them."""
    known = {"committee", "subcommittee", "councillor", "member", "committeemember"}
    for element in root.iter():
        name = element.tag.rpartition("}")[2].casefold()
        fields = [field for field, value in element.attrib.items() if value.strip()]
        fields += [
            child.tag.rpartition("}")[2].casefold()
            for child in element
            if not len(child) and not child.attrib and (child.text or "").strip()
        ]
        if fields or name in known:
            yield name
            yield from (f"{name}.{field}" for field in fields)


@settings(max_examples=200)
@given(st.lists(TREES, min_size=1, max_size=3), st.integers(1, 2))
def test_every_record_and_field_is_accounted_for(trees: list[str], files: int) -> None:
    """As many as `xml.etree` counts, also where an answer is saved twice."""
    text = f"<a><committee><committeetitle>C</committeetitle></committee>{''.join(trees)}</a>"
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            Path(folder, f"{number}.xml").write_text(text, encoding="utf-8")
        account: Account = read_account(folder)
    expected = Counter(list(counted(ET.fromstring(text))) * files)  # noqa: S314 - our own text
    assert account.records == expected
    bodies = sum(len(fate.of) for fate in account.fates if fate.into == "body")
    assert bodies == len(account.structure.bodies) - 1
    people = sum(len(fate.of) for fate in account.fates if fate.into == "person")
    assert people == len(account.structure.people)
