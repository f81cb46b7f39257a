"""The diagram of a difference: every body and line once, with what became of it."""

from dataclasses import replace

from hypothesis import given, settings

from govgraph.checks.comparison import Comparison, compare_states
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import draw_diagram
from govgraph.drawing.scene.difference_scene import build_difference_diagram, build_sides
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role, Seat
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import structures


def between(old: Structure, new: Structure) -> Comparison:
    """Two structures held against each other regardless of dates."""
    return compare_states(*(AccountabilityGraph(one, Standpoint()) for one in (old, new)))


def diagram(old: Structure, new: Structure) -> Diagram:
    """The diagram of their difference."""
    return build_difference_diagram(between(old, new))


def fates(shown: Diagram) -> dict[str, str]:
    """What became of each body."""
    return {body.id: body.change for body in shown.bodies}


def test_bodies_come_go_stay_and_move() -> None:
    """Each body is there once, as it is or as it was."""
    old = structure("hart -> trust*; board*; fleet")
    new = structure("hart -> board*; trust*; yateley")
    shown = diagram(old, new)
    assert fates(shown) == {
        "hart": "moved",
        "board": "same",
        "trust": "same",
        "yateley": "added",
        "fleet": "removed",
    }
    words = {body.id: (body.status, *body.news) for body in shown.bodies}
    assert words["hart"] == ("active", "MOVED")
    assert words["yateley"] == ("active", "NEW")
    assert words["fleet"] == ("ended",)


def test_a_line_that_moves_is_there_twice() -> None:
    """Where it led, crossed out, and where it leads, each with its word."""
    shown = diagram(structure("hart -> trust*; board*"), structure("hart -> board*; trust*"))
    told = [(line.to, line.change, line.status, line.scope) for line in shown.lines]
    assert told == [
        ("board", "moved", "active", "moved here"),
        ("trust", "removed", "ended", "moved away"),
    ]


def test_lines_come_go_stay_and_change() -> None:
    """What limits a line stands behind its word."""
    old = structure("a -> b*; c -> b*; d -> b*")
    new = structure("a -> b*; c -> b*; e -> b*; d")
    scoped = replace(new.relations[1], scope="money")
    new = replace(new, relations=(new.relations[0], scoped, *new.relations[2:]))
    told = {line.from_: (line.change, line.scope) for line in diagram(old, new).lines}
    assert told == {
        "a": ("same", None),
        "c": ("changed", "changed: money"),
        "d": ("removed", "ended"),
        "e": ("added", "new"),
    }


def test_a_body_without_its_last_superior_is_lost() -> None:
    """The gravest news of a sheet: in red, in a word, and not as if it answered elsewhere."""
    shown = diagram(
        structure("hart -> trust*; fleet -> trust; yateley -> trust*; new -> trust*"),
        structure("trust*; hart; fleet -> hart; yateley*; new -> trust"),
    )
    told = {body.id: (body.change, body.news) for body in shown.bodies}
    assert told["hart"] == ("lost", ("LOST",))
    assert told["fleet"] == ("moved", ("MOVED",))
    assert told["yateley"][0] == "moved"
    (svg,) = draw_diagram(shown).svg_pages
    assert ">Lost: answers to nobody any more<" in svg
    box = svg[svg.index('data-id="hart"') : svg.index('data-id="new"')]
    assert box.count("#b00020") >= 3
    assert ">LOST<" in box


def test_a_body_says_what_is_different_about_it() -> None:
    """Its name, its chair, its seats: each in a word, the gravest first."""
    old = structure("hart")
    new = replace(
        old,
        bodies=(replace(old.bodies[0], name="Hart Board"),),
        seats=(Seat(body="hart"), Seat(body="hart"), Seat(body="hart", role=Role.CHAIR)),
    )
    (body,) = diagram(old, new).bodies
    assert (body.change, body.news) == ("changed", ("RENAMED", "SEATS CHANGED"))


def test_the_sheet_lists_what_is_newly_found() -> None:
    """And counts what is gone and the same; rings of orphans would say the same twice."""
    shown = diagram(structure("a -> b*; c"), structure("a; b*; c"))
    assert [finding.bodies for finding in shown.findings] == [("a",)]
    assert shown.left_out[0].startswith("Findings listed are those that are new. Gone: ")
    assert not any(body.orphan for body in shown.bodies)


def test_the_findings_of_a_line_point_to_it() -> None:
    """Also where lines that have ended stand between."""
    shown = diagram(structure("a -> a2*; b"), structure("a2*; a; b -> b"))
    (finding,) = [one for one in shown.findings if one.line is not None]
    assert finding.line is not None
    assert shown.lines[finding.line].from_ == "b"


def test_both_sides_as_diagrams_of_their_own() -> None:
    """Each holds what was there, without any mark of change."""
    before, after = build_sides(between(structure("a; b"), structure("b; c")))
    assert [sorted(fates(side.diagram).items()) for side in (before, after)] == [
        [("a", ""), ("b", "")],
        [("b", ""), ("c", "")],
    ]


def test_the_key_explains_every_mark_of_change_on_the_sheet() -> None:
    """And no other."""
    old = structure("hart -> trust*; board*; fleet -> trust*; odiham")
    new = structure("hart -> board*; trust*; yateley -> trust*; odiham")
    new = replace(
        new, bodies=tuple(replace(b, area="X") if b.id == "odiham" else b for b in new.bodies)
    )
    (svg,) = draw_diagram(diagram(old, new)).svg_pages
    for words in (
        "Stays as it was",
        "New: was not there before",
        "Ended: is there no longer",
        "Moved: answers to somebody else",
        "Changed: not as it was",
    ):
        assert f">{words}<" in svg, words
    (plain,) = draw_diagram(build_sides(between(old, new))[1].diagram).svg_pages
    assert "Stays as it was" not in plain


@settings(max_examples=15, deadline=None)
@given(structures(), structures())
def test_every_difference_can_be_drawn(one: Structure, two: Structure) -> None:
    """Whatever two structures hold, the sheet of their difference has every body once."""
    before, after = (AccountabilityGraph(each, each.standpoint()) for each in (one, two))
    shown = build_difference_diagram(compare_states(before, after))
    assert sorted(body.id for body in shown.bodies) == sorted({*before.bodies, *after.bodies})
    assert draw_diagram(shown).svg_pages


def test_the_sheet_says_which_dates_of_either_state_are_not_precise_enough() -> None:
    """And what the papers leave open."""
    hart = replace(structure("hart").bodies[0], from_=PartialDate.parse("2010-04"))
    one = replace(structure("hart"), bodies=(hart,))
    days = (PartialDate.parse("2010-04-10"), PartialDate.parse("2010-04-20"))
    shown = build_difference_diagram(
        compare_states(*(AccountabilityGraph(one, one.standpoint(day)) for day in days))
    )
    told = " ".join(shown.left_out)
    assert "Not certain on 10 April 2010" in told
    assert "Not certain on 20 April 2010" in told
