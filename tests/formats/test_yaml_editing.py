"""A structure written into a YAML file that is there keeps what its author wrote."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_editing import has_comments, written_into
from govgraph.formats.yaml_file import read_content, write_content
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.structure import Structure
from tests.cli.program import govgraph
from tests.formats.identity import STRUCTURES

PLAN = """\
# Everything about Hart.
structure: {title: Hart}     # as in the paper

bodies:
    # -- The top --
    trust: {name: The Trust, apex: true}   # accountability ends here

    hart:
        name:   Hart
        status: proposed  # until April
        # Said to be firm.
        reports_to:
            - to: trust
              scope: impact   # on the plan
        seats:
            - {role: chair, held_by: ann}   # interim?
            - {role: member, represents: Police}
        note: >-
            Folded
            as written.
    # The last of them.
    odiham: {name: Odiham}

relations:
    # The long form.
    - {from: odiham, kind: part_of, to: hart}   # by the paper

people:
    ann: {name: Ann}
# The end.
"""


def plan() -> Structure:
    """What the file says."""
    return read_content(PLAN.encode(), "plan.yaml", STANDARD)


def edited(structure: Structure, *lost: str, text: str = PLAN) -> str:
    """The file changed to say something else; the comments that went are those expected."""
    after = written_into(text.encode(), structure, "plan.yaml")
    assert after is not None
    assert after.lost == lost
    return after.text


def changed(structure: Structure, id_: str, **fields: object) -> Structure:
    """The structure with a body that is different."""
    bodies = tuple(
        replace(body, **fields) if body.id == id_ else body  # type: ignore[arg-type]
        for body in structure.bodies
    )
    return replace(structure, bodies=bodies)


def test_what_is_the_same_is_not_touched() -> None:
    """Not a space of it."""
    assert edited(plan()) == PLAN


@pytest.mark.parametrize(
    ("id_", "fields", "old", "new"),
    [
        ("hart", {"name": "Hart LCP"}, "name:   Hart\n", "name: Hart LCP\n"),
        ("hart", {"meets": "monthly"}, "as written.\n", "as written.\n        meets: monthly\n"),
        (
            "hart",
            {"note": ""},
            "        note: >-\n            Folded\n            as written.\n",
            "",
        ),
        (
            "trust",
            {"area": "Hart"},
            "trust: {name: The Trust, apex: true}   # acc",
            "trust: {name: The Trust, apex: true, area: Hart}   # acc",
        ),
    ],
)
def test_only_the_lines_of_a_field_change(
    id_: str, fields: dict[str, object], old: str, new: str
) -> None:
    """Those around it, and the comment beside it, stay."""
    assert edited(changed(plan(), id_, **fields)) == PLAN.replace(old, new)


def test_records_come_and_go() -> None:
    """A new body stands after the last; a comment above one that went stays."""
    whole = plan()
    more = replace(whole, bodies=(*whole.bodies, Body(id="fleet", name="Fleet")))
    odiham = "    odiham: {name: Odiham}\n"
    assert edited(more) == PLAN.replace(odiham, odiham + "    fleet: {name: Fleet}\n")
    fewer = replace(whole, people=(), seats=whole.seats[1:])
    text = edited(fewer, "# interim?")
    assert "ann" not in text
    assert "# The end." in text


def test_relations_and_seats_change_where_they_stand() -> None:
    """In the long form, or on their body; what is new stands on its body."""
    whole = plan()
    first, second = whole.relations
    text = edited(replace(whole, relations=(first, replace(second, scope="all"))))
    assert "    - {from: odiham, kind: part_of, to: hart, scope: all}   # by the paper\n" in text
    fewer = edited(replace(whole, relations=(first,)), "# The long form.", "# by the paper")
    assert "part_of" not in fewer
    more = Relation(from_body="trust", kind="informs", to_body="hart")
    text = edited(replace(whole, relations=(more, first, second)))
    assert "trust: {name: The Trust, apex: true, informs: hart}   # acc" in text
    seat = Seat(body="hart", role=Role.OBSERVER)
    text = edited(replace(whole, seats=(*whole.seats, seat)))
    police = "            - {role: member, represents: Police}\n"
    assert text == PLAN.replace(police, police + "            - {role: observer}\n")


def test_a_comment_that_went_is_named() -> None:
    """It stood within what is written anew."""
    whole = plan()
    first, second = whole.relations
    after = written_into(
        PLAN.encode(), replace(whole, relations=(replace(first, scope="all"), second)), "plan.yaml"
    )
    assert after is not None
    assert after.lost == ("# on the plan",)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(STRUCTURES, STRUCTURES)
def test_any_structure_can_be_written_into_any_file(old: Structure, new: Structure) -> None:
    """It says what it should, order aside, or the file is to be written anew."""
    for target in (new, replace(old, title="Another", bodies=old.bodies[1:])):
        after = written_into(write_content(old), target, "plan.yaml")
        if after is not None:
            again = read_content(after.text.encode(), "plan.yaml", STANDARD)
            assert sorted(map(repr, again.relations)) == sorted(map(repr, target.relations))
            assert sorted(map(repr, again.bodies)) == sorted(map(repr, target.bodies))


def test_what_is_no_structure_is_written_anew() -> None:
    """There is nothing to keep."""
    assert written_into(b"[1, 2]  # a list", plan(), "plan.yaml") is None
    assert written_into(b"bodies: {a: }\x00", plan(), "plan.yaml") is None
    assert not has_comments(b"bodies: {a: {name: A#1}}\n")


def test_converting_into_a_file_keeps_its_comments() -> None:
    """From a workbook that somebody has changed, back into what they wrote by hand."""
    with tempfile.TemporaryDirectory() as folder:
        path, book = Path(folder) / "plan.yaml", Path(folder) / "plan.json"
        path.write_text(PLAN, encoding="utf-8")
        assert govgraph("convert", str(path), str(book)).code == 0
        book.write_text(book.read_text("utf-8").replace('"The Trust"', '"Our Trust"'), "utf-8")
        done = govgraph("convert", str(book), str(path))
        assert (done.code, "comments" in done.err) == (0, False)
        assert path.read_text("utf-8") == PLAN.replace("name: The Trust", "name: Our Trust")
        path.write_text("[1]  # nothing of ours\n", encoding="utf-8")
        done = govgraph("convert", str(book), str(path))
        assert "skipped: " in done.err
        assert f"the comments of {path} as it stood there: the file could not be" in done.err
        assert read_content(path.read_bytes(), "plan.yaml", STANDARD).title == "Hart"
