"""People and seats from the command line, as text and as JSON."""

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
