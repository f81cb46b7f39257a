"""Names lead where ids lead, in every section and in every spelling of a structure."""

from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import read_structure, write_structure
from govgraph.model.structure import Structure

PAPER = """
bodies:
  council: {name: University Council, kind: council, apex: true, also_known_as: the Governing Body}
  senate:
    name: Senate
    reports_to: University Council
    succeeds: Academic Advisory Board
    seats:
      - {role: chair, ex_officio: Vice-Chancellor}
      - {role: member, ex_officio: Chair of the University Council}
      - {role: member, held_by: Ann Lee}
      - {role: secretary, held_by: Registrar}
  aab: {name: Academic Advisory Board, status: ended, until: 2009}
relations:
  - {from: SENATE, kind: informs, to: governing body}
  - {from: UC, kind: informs, to: AAB}
people:
  lee: {name: Ann Lee}
policy:
  - {id: near, every: {id: Senate}, must: {reach: University Council, within: 1}}
  - {id: apart, independent: [Senate, University council]}
waivers:
  - finding: orphaned-body
    body: academic advisory board
    because: It has ended.
    owner: Clerk
    until: 2030
requirements:
  - {id: lay, applies_to: {id: University council}, seats_for: Students}
milestones:
  - {date: 2010, what: First meeting, bodies: [Senate, Council of the University]}
"""


@pytest.fixture
def paper(tmp_path: Path) -> Structure:
    """A paper that names bodies and people as people do."""
    path = tmp_path / "paper.yaml"
    path.write_text(PAPER, "utf-8")
    return read_structure(path)


def test_names_lead_to_the_bodies_that_relations_run_between(paper: Structure) -> None:
    """By name, other name, initials and a differently written id."""
    assert [each.key for each in paper.relations] == [
        ("senate", "reports_to", "council"),
        ("senate", "informs", "Governing Body".lower()),
        ("council", "informs", "aab"),
    ]


def test_every_other_section_takes_names_too(paper: Structure) -> None:
    """Successions, rules, waivers, milestones and more; what nobody is called stays as written."""
    near, apart = paper.policy
    assert paper.bodies[1].succeeds == ("aab",)
    assert near.every is not None
    assert near.must is not None
    assert (near.every.id, near.must.reach) == (("senate",), "council")
    assert apart.independent == ("senate", "council")
    assert paper.waivers[0].body == "aab"
    assert paper.requirements[0].applies_to.id == ("council",)
    assert paper.milestones[0].bodies == ("senate", "Council of the University")


def test_a_post_in_words_is_a_post(paper: Structure) -> None:
    """Where no body goes by it, what is written with capitals is words and no id."""
    assert [(seat.held_by, seat.ex_officio) for seat in paper.seats] == [
        ((), "post: Vice-Chancellor"),
        ((), "chair of council"),
        (("lee",), ""),
        ((), "post: Registrar"),
    ]


@pytest.mark.parametrize("written", ["chair of senat", "Chair of the Univesity Council", "senat"])
def test_what_is_nearly_a_body_is_no_post(written: str, tmp_path: Path) -> None:
    """A slip of the pen stays what it is, for the checks to say."""
    path = tmp_path / "paper.yaml"
    path.write_text(PAPER.replace("Vice-Chancellor", written), "utf-8")
    assert read_structure(path).seats[0].ex_officio == written


def test_a_name_in_which_something_is_hidden_leads_nowhere(tmp_path: Path) -> None:
    """What looks like a name and is written differently is for the checks to show."""
    path = tmp_path / "paper.yaml"
    path.write_text(
        PAPER.replace("reports_to: University", "reports_to: Univer\u200bsity"), "utf-8"
    )
    assert read_structure(path).relations[0].to_body == "Univer\u200bsity Council"


@pytest.mark.parametrize("target", ["tables", "book.xlsx", "paper.json", "again.yaml"])
def test_what_is_written_has_ids(paper: Structure, target: str, tmp_path: Path) -> None:
    """Names are read in every spelling and are ids from then on."""
    path = tmp_path / target
    files = write_structure(paper, path)
    if "" not in files:
        path.mkdir()
    for name, content in files.items():
        (path / name if name else path).write_bytes(content)
    assert read_structure(path) == paper
