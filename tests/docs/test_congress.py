"""The example of the committees of Congress gives the facts that are known of them."""

import json
from pathlib import Path

import pytest

from docs.congress import find_facts, read_committees

REAL = Path(__file__).parents[3] / "shared" / "realdata" / "congress-committees"
PAGE = Path(__file__).parents[2] / "docs" / "congress.md"
COMMITTEES = """
- {name: Agriculture, thomas_id: HSAG, subcommittees: [{name: Forestry, thomas_id: '15'}]}
- {name: Narcotics, thomas_id: SCNC}
"""
MEMBERS = """
HSAG:
- {name: Ann, bioguide: A1, title: Chairman}
- {name: Bob, bioguide: B1, title: Ranking Member}
HSAG15:
- {name: Bob, bioguide: B1}
SCNC:
- {name: Ann, bioguide: A1, title: Chairwoman}
- {name: Bob, bioguide: B1, title: Cochairman}
"""


def test_chairs_are_counted(tmp_path: Path) -> None:
    """A body without, a body with two, and somebody who chairs two."""
    (tmp_path / "committees-current.yaml").write_text(COMMITTEES, encoding="utf-8")
    (tmp_path / "committee-membership-current.yaml").write_text(MEMBERS, encoding="utf-8")
    structure = read_committees(tmp_path)
    assert structure.relations[0].key == ("HSAG15", "part_of", "HSAG")
    assert structure.seats[1].note == "Ranking Member"
    assert find_facts(structure) == {
        "without a chair": ["HSAG15"],
        "of these with members": ["HSAG15"],
        "with more than one": ["SCNC"],
        "people who chair more than one": 1,
    }


@pytest.mark.skipif(not REAL.is_dir(), reason="the real committees are not here")
def test_the_known_facts_come_out_and_stand_on_the_page() -> None:
    """Four without a chair, one with two, 44 people who chair more than one."""
    known = json.loads((REAL / "computed_facts.json").read_text(encoding="utf-8"))
    structure = read_committees(REAL)
    assert len(structure.seats) == known["memberships"]
    facts = find_facts(structure)
    assert facts == {
        "without a chair": sorted(known["bodies_with_members_but_no_chair"]),
        "of these with members": ["HSED14", "HSSM23"],
        "with more than one": known["bodies_with_more_than_one_chair"],
        "people who chair more than one": known["people_chairing_more_than_one"],
    }
    page = PAGE.read_text(encoding="utf-8")
    assert ", ".join(facts["without a chair"]) in page
    assert f"| {facts['people who chair more than one']} |" in page
    assert f"| {len(structure.seats):,} |" in page
