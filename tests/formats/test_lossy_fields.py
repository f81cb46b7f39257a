"""Every field of a structure is in the file that is written, or named as lost."""

import re
from pathlib import Path

import pytest

from govgraph.formats.account import Account, Skipped
from govgraph.formats.format_catalogue import find_lossy_conversions, write_structure
from govgraph.formats.format_list import FORMATS
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content
from govgraph.model.structure import Structure
from govgraph.reporting.account_text import account_as_data, account_as_text
from tests.cli.program import govgraph

LIMITED = [each for each in FORMATS if each.holds]
WHOLE = b"""
structure: {id: idw, title: titlew, subtitle: subtitlew, jurisdiction: jurisdictionw, as_at: 2010,
  paper: paperw, status: headstatusw, note: headnotew}
sources: {source: {title: sourcetitlew}}
bodies:
  apexbody: {name: topw, apex: true, apex_basis: judgement}
  body:
    name: namew
    kind: board
    also_known_as: akaw
    area: areaw
    tier: tierw
    status: shadow
    from: {date: 2001-02, words: wordsw}
    until: 2019-03~
    meets: meetsw
    quorum: quorumw
    limit: limitw
    outside: true
    count: 731
    tags: tagw
    remit: remitw
    succeeds: apexbody
    cites: source citew
    basis: implied
    note: notew
    part_of: {to: apexbody, scope: scopew, limit: relimitw, basis: inferred,
      status: proposed, from: 2002-04, until: 2018-05, intended: intendedw,
      cites: source relcitew, note: relnotew}
    supports: {to: apexbody, scope: supportw}
    seats:
      - {role: chair, held_by: [ann, bob], standing: interim, represents: partnerw,
         ex_officio: 'post: officiow', voting: true, status: shadow, from: 2003-06,
         until: 2017-07, cites: source seatcitew, basis: implied, note: seatnotew}
people:
  ann: {name: annw, post: postw, organisation: organisationw, also_known_as: annakaw,
    cites: source annciteww, note: annnotew}
  bob: {name: bobw}
requirements: [{id: need, applies_to: {kind: board}, seats_for: partnerw}]
milestones: [{date: 2011, what: eventw}]
policy: [{id: rule, every: {kind: board}, must: {reach: apexbody}, because: becausew}]
waivers: [{finding: GG101, because: waivew, owner: ownerw, until: 2012}]
"""
BENT = b"""
kinds: {relations: {managed_by: {class: accountability, reads: is managed by}}}
bodies:
  a: {name: A, part_of: [b, c], managed_by: b, seats: [{role: chair, held_by: [x, y]}]}
  b: {name: B, accountable_to: c, seats: [{role: adviser, standing: abolished}]}
  c: {name: C}
people: {x: {name: X}, y: {name: Y}}
"""
NOUNS = {
    "body": "bodies", "bodies": "bodies", "relation": "relations", "relations": "relations",
    "seat": "seats", "seats": "seats", "person": "people", "people": "people",
    "source": "sources", "requirement": "requirements", "milestone": "milestones",
    "rule": "policy", "waiver": "waivers",
}  # fmt: skip
TOLD_BY = {
    "bodies": {
        "name": "namew", "kind": "oard", "also_known_as": "akaw", "area": "areaw",
        "tier": "tierw", "status": "shadow", "from": "2001-02", "until": "2019-03",
        "meets": "meetsw", "quorum": "quorumw", "limit": "limitw", "count": "731", "tags": "tagw",
        "remit": "remitw", "cites": "citew", "note": "notew",
    },
    "relations": {
        "scope": "scopew", "limit": "relimitw", "since": "2002-04", "until": "2018-05",
        "intended": "intendedw", "cites": "relcitew", "note": "relnotew",
    },
    "seats": {
        "role": "chair", "held_by": "bob", "standing": "interim", "represents": "partnerw",
        "ex_officio": "officiow", "from": "2003-06", "until": "2017-07", "cites": "seatcitew",
        "note": "seatnotew",
    },
    "people": {
        "name": "annw", "post": "postw", "organisation": "organisationw",
        "also_known_as": "annakaw", "cites": "annciteww", "note": "annnotew",
    },
}  # fmt: skip
"""What of the structure above tells each field in a file."""


@pytest.fixture(scope="module")
def whole() -> Structure:
    """A structure with something in every field."""
    return read_content(WHOLE, "whole.yaml", STANDARD)


def lost(structure: Structure, format_: str) -> list[str]:
    """What is lost in a format, each in one line."""
    return [left.as_line() for left in find_lossy_conversions(structure, Path("x"), format_)]


@pytest.mark.parametrize("format_", [each.name for each in LIMITED])
def test_each_field_is_written_or_named(whole: Structure, format_: str) -> None:
    """Never both, and never neither."""
    content = write_structure(whole, Path("x"), format_)[""].decode()
    said = " / ".join(lost(whole, format_))
    named = {
        (NOUNS[noun], field) for field, noun in re.findall(r"(?<!about )'(\w+)' of \d (\w+)", said)
    }
    sections = {NOUNS[noun] for noun in re.findall(r"(?:^|/ )\d (\w+) \(", said)}
    for section, fields in TOLD_BY.items():
        for field, token in fields.items():
            gone = section in sections or (section, field) in named
            assert (token in content) is not gone, (section, field)
    for section in ("sources", "requirements", "milestones", "policy", "waivers"):
        assert section in sections


def test_other_formats_hold_everything(whole: Structure) -> None:
    """Our own, and the database."""
    for format_ in FORMATS:
        if format_.writes and not format_.holds:
            assert lost(whole, format_.name) == []


def test_doubt_about_a_date_is_named(whole: Structure) -> None:
    """Where only the date can be said."""
    said = lost(whole, "popolo")
    for field in ("from", "until"):
        assert (
            f"the words or the doubt about '{field}' of 1 body (body):"
            " the format 'popolo' has the date alone"
        ) in said
    assert not [line for line in lost(whole, "graphml") if "doubt" in line]


def test_what_misleads_is_said(whole: Structure) -> None:
    """Once: what is proposed looks as if it were there without a status, whatever it is of.

    The basis of an apex goes with it.
    """
    said = lost(whole, "org")
    (status,) = (line for line in said if line.startswith("'status' of "))
    assert status.startswith("'status' of 1 body, 1 relation and 1 seat (body, ")
    assert status.endswith(": what is proposed or ended stands there as if it were in force")
    (apex,) = (line for line in said if line.startswith("'apex"))
    assert apex.endswith("has no words for it, and no chain of account ends there")


def test_what_is_bent_is_named() -> None:
    """One parent of several, one membership of several holders, one word for two."""
    structure = read_content(BENT, "bent.yaml", STANDARD)
    said = lost(structure, "popolo")
    assert "further parents (a part_of c): an organization has one parent in Popolo" in said
    assert any(line.startswith("seats that several people hold (chair of a)") for line in said)
    assert any(line.startswith("seats that are abolished (adviser of b)") for line in said)
    said = lost(structure, "org-json-ld")
    assert (
        "relations of the kind accountable_to (b accountable_to c):"
        " each is written as org:reportsTo, which is read as reports_to"
    ) in said
    assert not [line for line in said if "of the kind managed_by" in line and "no word" in line]


def test_few_are_named_and_all_where_asked() -> None:
    """A line on a terminal stays a line; the report has every one."""
    ids = tuple(f"b{number}" for number in range(7))
    account = Account(Structure(), skipped=(Skipped("'tier' of 7 bodies", "no words", of=ids),))
    said = "skipped: 'tier' of 7 bodies (b0, b1, b2, b3, b4 and 2 more): no words"
    assert account_as_text(account).splitlines()[-1] == said
    assert "(b0, b1, b2, b3, b4, b5, b6)" in account_as_text(account, whole=True)
    assert account_as_data(account)["left"][0]["of"] == list(ids)


def test_all_is_named_on_the_command_line(tmp_path: Path) -> None:
    """With `--all`."""
    target = str(tmp_path / "plan.graphml")
    few = govgraph("convert", "data/hampshire", target)
    every = govgraph("convert", "data/hampshire", target, "--all")
    assert "and 3 more" in few.err
    assert "more)" not in every.err


def test_a_graph_has_no_look() -> None:
    """A kind is said on its edges, how to draw it is not."""
    kind = b"{class: liaison, reads: knows, look: {dash: dotted}}"
    written = b"kinds: {relations: {knows: " + kind + b"}}\nbodies: {a: {name: A, knows: a}}"
    structure = read_content(written, "looks.yaml", STANDARD)
    said = "'look' of 1 kind of relation (knows): the format 'graphml' has no words for it"
    assert lost(structure, "graphml") == [said]


def test_nothing_is_said_of_what_there_is_none_of() -> None:
    """Neither as text nor as data."""
    account = Account(Structure(), ("0 organizations as bodies", "2 people as people"), ())
    assert account_as_text(account) == "read: nothing\nimported: 2 people as people"
    assert account_as_data(account)["taken"] == ["2 people as people"]
