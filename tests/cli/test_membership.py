"""People, seats and requirements from the command line, as text and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import govgraph

COUNTY = """
structure: {id: county, title: A county, as_at: 2010-05}
sources: {paper: {title: A paper, date: 2010}}
bodies:
  trust:
    name: Children's Trust
    kind: trust
    apex: true
    seats:
      - {role: chair, held_by: ann, until: 2011}
      - {role: member, ex_officio: chair of hart}
      - {role: member, represents: PCT}
      - {role: member, represents: Police, standing: vacant}
      - {role: member, ex_officio: "post: Director of Services"}
  hart:
    name: Hart Partnership
    kind: local-partnership
    part_of: trust
    seats:
      - {role: chair, held_by: lynn, standing: interim, from: 2010}
      - {role: member, held_by: ann, represents: Schools, voting: true}
  fleet: {name: Fleet, kind: sub-cluster, seats: [{role: chair, held_by: lynn}]}
people:
  ann: {name: Ann Bell, post: Head}
  lynn: {name: Lynn Martin, note: Chairs two.}
  gail: {name: Gail Quinn, post: Director of Services, organisation: The county}
  bob: {name: Bob Price}
"""


@pytest.fixture
def county(tmp_path: Path) -> str:
    """The path of a small structure."""
    file = tmp_path / "county.yaml"
    file.write_text(COUNTY, encoding="utf-8")
    return str(file)


def asked(*arguments: str) -> Any:
    """The JSON answer to a question."""
    done = govgraph(*arguments, "--format", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_people_as_a_table(county: str) -> None:
    """Everybody with their seats, then those on several bodies and what lies between."""
    done = govgraph("people", county)
    assert "Ann Bell" in done.out
    assert "4 people" in done.out
    assert "On several bodies" in done.out
    assert (
        "Ann Bell: Hart Partnership is part of Children's Trust (no line of account): "
        "member of the one, chair of the other" in done.out
    )
    assert "; also on Fleet" in done.out


def test_somebody_with_two_like_seats_on_one_body(tmp_path: Path) -> None:
    """They are said once, with how many there are."""
    file = tmp_path / "panel.yaml"
    file.write_text(
        "structure: {id: s, title: S}\n"
        "bodies:\n"
        "  panel: {name: Panel, kind: board, seats: ["
        "{role: adviser, held_by: ann}, {role: adviser, held_by: ann}, "
        "{role: chair, held_by: bob}]}\n"
        "people: {ann: {name: Ann}, bob: {name: Bob}}\n",
        encoding="utf-8",
    )
    out = govgraph("people", str(file)).out
    assert "adviser of Panel (2 seats)" in out
    assert out.count("adviser of Panel") == 1
    assert "chair of Panel\n" in out


def test_one_person_in_full(county: str) -> None:
    """Each seat with its particulars."""
    out = govgraph("people", county, "Lynn Martin").out
    assert "chair of Hart Partnership, interim, from 2010 [the date is not precise" in out
    assert "member of Children's Trust, by virtue of being chair of Hart Partnership" in out
    assert "Chairs two." in out


def test_a_person_without_a_seat(county: str) -> None:
    """It is said, and a seat that may be theirs is offered."""
    out = govgraph("people", county, "Gail Quinn").out
    assert "None is recorded." in out
    assert "Perhaps member of Children's Trust" in out
    assert "not counted" in out


def test_people_presumed(county: str) -> None:
    """A part is a presumed line where the question lets it count."""
    assert "(presumed)" in govgraph("people", county, "--presume").out


def test_people_as_json(county: str) -> None:
    """The documented shape."""
    (lynn,) = asked("people", county, "lynn")["people"]
    assert lynn["bodies"] == ["trust", "hart", "fleet"]
    assert [seat["by_virtue"] for seat in lynn["seats"]] == [True, False, False]
    (sides,) = lynn["both_sides"]
    assert (sides["from"], sides["to"], sides["line_of_account"]) == ("hart", "trust", False)
    assert (sides["roles_below"], sides["roles_above"]) == (["chair"], ["member"])


def test_nobody_goes_by_that_name(county: str) -> None:
    """The nearest is offered."""
    done = govgraph("people", county, "Lyn Martin")
    assert done.code == 2
    assert "lynn" in done.err


def test_a_chain_through_seats_has_a_section_of_its_own(county: str) -> None:
    """The chain stops where it did; who sits on both is told after it."""
    out = govgraph("chain", county, "hart", "--through-seats").out
    chain, _, seats = out.partition("Through seats (never counted as lines of account):")
    assert "No chain leads from it: nobody above it" in chain
    assert "Hart Partnership to Children's Trust: no line of account" in seats
    assert (
        "Lynn Martin, chair (interim) of the one, member of the other, by virtue of the one"
        in seats
    )
    assert "Only lines and seats together lead to Children's Trust" in seats


def test_a_chain_beside_which_nobody_sits(county: str) -> None:
    """It is said."""
    out = govgraph("chain", county, "trust", "--through-seats").out
    assert "Nobody is recorded who sits both there" in out


def test_a_line_that_somebody_carries_as_well(county: str) -> None:
    """Where a line counts, the tie stands beside it."""
    out = govgraph("chain", county, "hart", "--through-seats", "--presume").out
    assert "Hart Partnership to Children's Trust: beside the line of account, also by" in out


def test_ties_as_json(county: str) -> None:
    """A key of its own, and only when asked for."""
    assert "through_seats" not in asked("chain", county, "hart")
    answer = asked("chain", county, "hart", "--through-seats")
    (tie,) = answer["through_seats"]["ties"]
    assert (tie["from"], tie["to"], tie["line_of_account"]) == ("hart", "trust", False)
    assert tie["links"] == ["part_of"]
    assert [each["person"] for each in tie["people"]] == ["lynn", "ann"]
    assert answer["through_seats"]["arrives"] == ["trust"]


REQUIREMENTS = """
structure: {title: A list}
sources: {act: {title: An Act}}
requirements:
  - id: partners
    title: Relevant partners
    applies_to: {kind: [trust, local-partnership]}
    seats_for:
      - {name: Primary Care Trust}
      - {name: Police}
      - {name: Schools}
      - {name: Probation}
      - {name: Director of Services}
    cites: act s.10
    basis: stated
  - {id: later, applies_to: {kind: trust}, seats_for: [Police], from: 2011}
  - {id: nowhere, applies_to: {kind: board}, seats_for: [Police]}
"""


@pytest.fixture
def partners(tmp_path: Path) -> str:
    """The path of a file of requirements."""
    file = tmp_path / "partners.yaml"
    file.write_text(REQUIREMENTS, encoding="utf-8")
    return str(file)


def test_seats_as_a_table(county: str) -> None:
    """Only the columns that say anything, then a count with what is vacant."""
    out = govgraph("seats", county, "trust").out
    heading = out.splitlines()[1].split("  ")
    assert [cell.strip() for cell in heading if cell.strip()] == [
        "role",
        "held by",
        "standing",
        "represents",
        "by virtue of",
        "until",
    ]
    assert "Gail Quinn?" in out
    assert "chair of Hart Partnership" in out
    assert "5 seats in force, 1 vacant: member for Police" in out


def test_seats_of_every_body(county: str) -> None:
    """Each with its own table."""
    out = govgraph("seats", county).out
    assert [line for line in out.splitlines() if line.endswith("]")] == [
        "Children's Trust [trust]",
        "Hart Partnership [hart]",
        "Fleet [fleet]",
    ]
    assert "yes" in out
    assert "not certain" in out


def test_seats_against_another_files_requirements(county: str, partners: str) -> None:
    """Covered, vacant, near and missing, each said in words."""
    out = govgraph("seats", county, "trust", "--against", partners).out
    assert "Relevant partners" in out
    assert "covered (1 of 5): Director of Services" in out
    assert "only by a vacant seat (1 of 5): Police" in out
    assert "Primary Care Trust: PCT (by the letters of its words)" in out
    assert "missing (2 of 5): Schools; Probation" in out


def test_a_body_without_recorded_members(partners: str, tmp_path: Path) -> None:
    """Nothing is called missing where no membership is recorded."""
    file = tmp_path / "bare.yaml"
    file.write_text("bodies: {t: {name: Trust, kind: trust}}", encoding="utf-8")
    out = govgraph("seats", str(file), "--against", partners).out
    assert "no membership is recorded here" in out
    assert "missing" not in out
    assert "No seat is recorded" in govgraph("seats", str(file)).out


def test_requirements_of_a_file_alone(partners: str) -> None:
    """A file of requirements is a structure; its lists are told with their dates."""
    out = govgraph("requirements", partners, "--as-at", "2010").out
    assert "Relevant partners [partners]" in out
    assert "says: act s.10" in out
    assert "asks for: Primary Care Trust; Police" in out
    assert "from 2011; stated; not in force" in out
    assert "It applies to no body" not in out


def test_requirements_of_a_structure(county: str, partners: str) -> None:
    """Each body it applies to, below the requirement."""
    out = govgraph("requirements", county, "--against", partners).out
    assert "  Hart Partnership [hart]" in out
    assert "covered (1 of 5): Schools" in out
    assert "  It applies to no body that is there." in out
    assert "No requirement is recorded." in govgraph("requirements", county).out


def test_seats_as_json(county: str, partners: str) -> None:
    """The documented shape."""
    (body,) = asked("seats", county, "trust", "--against", partners)["bodies"]
    assert (body["body"], len(body["seats"]), body["vacant"]) == ("trust", 5, 1)
    coverage, _ = body["requirements"]
    assert (coverage["requirement"], coverage["met"], coverage["of"]) == ("partners", 2, 5)
    assert coverage["partners"][0]["near"] == [
        {"text": "PCT", "because": "by the letters of its words", "role": "member"}
    ]


def test_requirements_as_json(county: str, partners: str) -> None:
    """The documented shape."""
    answer = asked("requirements", county, "--against", partners)["requirements"]
    assert [(each["id"], each["in_force"]) for each in answer] == [
        ("partners", True),
        ("later", False),
        ("nowhere", True),
    ]
    trust = answer[0]["bodies"][0]
    assert [each["cover"] for each in trust["partners"]] == [
        "near",
        "vacant",
        "missing",
        "missing",
        "covered",
    ]


def test_a_file_without_requirements_is_nothing_to_measure_against(county: str) -> None:
    """It is said, and nothing is answered."""
    done = govgraph("seats", county, "--against", county)
    assert done.code == 2
    assert "holds no requirement" in done.err


def test_a_body_that_is_named_is_measured_whatever_its_kind(county: str, partners: str) -> None:
    """The list is for trusts and partnerships; Fleet is asked about by name."""
    assert "Relevant partners" not in govgraph("seats", county, "fleet").out
    assert "Relevant partners" in govgraph("seats", county, "fleet", "--against", partners).out


def test_a_check_may_be_held_against_another_files_requirements(county: str, partners: str) -> None:
    """What is missing is found, beside everything else."""
    asked_for = ("check", county, "--select", "GG206", "--exit-zero", "--isolated")
    assert "GG206" not in govgraph(*asked_for).out
    out = govgraph(*asked_for, "--against", partners).out
    assert "requires seats for Schools and Probation on Children's Trust" in out


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_requirements_as_a_picture(county: str, partners: str, tmp_path: Path, ending: str) -> None:
    """Written whole, and said."""
    file = tmp_path / f"coverage.{ending}"
    done = govgraph("requirements", county, "--against", partners, "-o", str(file))
    assert done.code == 0, done.err
    assert done.out == ""
    assert f"wrote {file}" in done.err
    assert file.stat().st_size > 1000


def test_a_picture_of_another_form_is_refused(county: str, tmp_path: Path) -> None:
    """Nothing is written."""
    done = govgraph("requirements", county, "-o", str(tmp_path / "coverage.docx"))
    assert done.code == 2
    assert "allowed: .html, .pdf, .png, .svg" in done.err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["county.yaml"]
