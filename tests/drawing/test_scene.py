"""The diagram of a structure says what the structure says."""

from dataclasses import asdict
from pathlib import Path
from pprint import pformat
from typing import Any

import pytest

import govgraph
from govgraph import api
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.scene.collapse import collapse_below
from govgraph.drawing.scene.scene import build_diagram
from govgraph.drawing.scene.views import WHOLE, View
from govgraph.drawing.sheets.description import describe
from govgraph.graph.accountability import AccountabilityGraph
from tests.golden_files import hold

COUNTY = """
structure: {id: county, title: A county, jurisdiction: County, as_at: 2010-02, paper: Appendix A}
sources:
  paper: {title: A paper, publisher: The council, date: 2010}
  minutes: {title: Minutes}
kinds:
  bodies: {youth-forum: {name: Youth forum, like: sub-group}}
  relations: {scrutinises: {class: oversight, reads: scrutinises}}
bodies:
  trust: {name: A Trust, kind: trust, area: County, tier: county, apex: true, cites: paper 1}
  hart:
    name: Hart Partnership
    kind: local-partnership
    area: Hart
    tier: district
    meets: monthly
    accountable_to: [{to: trust, scope: the plan}, {to: trust, scope: money}]
    cites: paper 2
    seats:
      - {role: chair, held_by: [lynn, pat], standing: interim}
      - {role: member, represents: GP, standing: vacant}
      - {role: member, represents: Police, standing: vacant}
  fleet: {name: Fleet, kind: youth-forum, area: Hart, tier: district, part_of: hart, cites: paper 3}
  yateley:
    {name: Yateley, kind: sub-cluster, area: Hart, tier: district, reports_to: hart, cites: paper 3}
  board: {name: New Board, kind: board, status: proposed, supports: trust, cites: minutes 1}
  panel:
    {name: Panel, kind: scrutiny, tier: county, scrutinises: trust, reports_to: trust}
people: {lynn: {name: Lynn Martin}, pat: {name: Pat Lee}}
"""


@pytest.fixture(name="graph")
def county(tmp_path: Path) -> AccountabilityGraph:
    """A small county, from its own standpoint."""
    file = tmp_path / "county.yaml"
    file.write_text(COUNTY, encoding="utf-8")
    return govgraph.build_graph(govgraph.load(file))


def scene_of(graph: AccountabilityGraph, view: View | None = None) -> Diagram:
    """The diagram of a view."""
    return govgraph.diagram(graph, view=view)


def ids(diagram: Diagram) -> list[str]:
    """The ids of the bodies shown."""
    return [body.id for body in diagram.bodies]


def test_the_title_block_says_as_at_when(graph: AccountabilityGraph) -> None:
    """Paper and date, in words."""
    assert scene_of(graph).block == (("Paper", "Appendix A"), ("As at", "February 2010"))


def test_what_is_only_proposed_is_left_out_and_said(graph: AccountabilityGraph) -> None:
    """Nothing disappears without a word."""
    diagram = scene_of(graph)
    assert "board" not in ids(diagram)
    assert "Left out: 1 body not in force on the date shown." in diagram.left_out


def test_a_body_says_who_is_in_the_chair_and_what_is_vacant(graph: AccountabilityGraph) -> None:
    """Two holders share the chair; two members' seats are vacant."""
    hart = scene_of(graph).bodies[1]
    assert hart.meta == ("Chair (interim): Lynn Martin and Pat Lee", "Meets monthly")
    assert hart.chips == ("2 SEATS VACANT",)


KINDS = """
kinds:
  relations:
    knows: {class: liaison, reads: knows, look: {dash: dotted, end: dot}}
    hosted_by: {class: accountability, reads: is hosted by}
bodies:
  board: {name: Board, apex: true, quorum: a third, limit: £2m, seats: [{role: chair,
    ex_officio: "post: Leader", standing: acting}]}
  audit: {name: Audit, committee_of: board, assures: board, knows: icb, hosted_by: board,
    seats: [{role: chair, ex_officio: chair of board}]}
  icb: {name: ICB, outside: true, delegated_by: {to: board, scope: care, limit: £5},
    seats: [{role: chair, ex_officio: "post: Leader", standing: vacant}]}
"""


def scene_of_kinds(tmp_path: Path, view: View = WHOLE) -> Diagram:
    """The kinds above, as a diagram shows them."""
    path = tmp_path / "kinds.yaml"
    path.write_text(KINDS, encoding="utf-8")
    graph = api.build_graph(govgraph.load(path))
    return build_diagram(graph, api.check(graph), view)


def test_a_chair_by_post_is_told_as_a_named_one_is(tmp_path: Path) -> None:
    """A post in words or on another body; nobody sits in a vacant chair."""
    board, audit, icb = scene_of_kinds(tmp_path).bodies
    assert board.meta == ("Chair (acting): Leader",)
    assert audit.meta == ("Chair: chair of Board",)
    assert (icb.meta, icb.chips) == ((), ("CHAIR VACANT",))


def test_quorum_and_limit_stand_on_the_box_on_wish(tmp_path: Path) -> None:
    """Where the view says so."""
    board, *_ = scene_of_kinds(tmp_path, View(say=("quorum", "limit"))).bodies
    assert board.meta == ("Chair (acting): Leader", "Quorum a third", "Decides up to £2m")


def test_a_kind_has_a_look_of_its_own(tmp_path: Path) -> None:
    """Built in or declared; one declared in another sense has that of its class."""
    lines = {line.kind: line for line in scene_of_kinds(tmp_path).lines}
    assert {kind: (line.style, *line.look) for kind, line in lines.items()} == {
        "assures": ("support", "dotted", "triangle"),
        "committee_of": ("accountable", "", ""),
        "delegated_by": ("oversight", "dash-dot", "arrow"),
        "hosted_by": ("accountable", "", ""),
        "knows": ("liaison", "dotted", "dot"),
    }
    assert lines["delegated_by"].scope == "care, up to £5"


def test_an_end_that_was_judged_is_told(tmp_path: Path) -> None:
    """Of the bodies that are shown, and only where no source says so."""
    path = tmp_path / "judged.yaml"
    path.write_text(
        "bodies: {a: {name: A Board, apex: true, apex_basis: judgement}, b: {name: B, apex: true}}"
    )
    graph = api.build_graph(govgraph.load(path))
    told = "Taken as the end by judgement, for no source says so: A Board."
    assert told in build_diagram(graph, api.check(graph)).left_out
    assert told not in build_diagram(graph, api.check(graph), View(focus="b")).left_out


def test_a_body_outside_is_told_to_be(tmp_path: Path) -> None:
    """It alone."""
    assert [body.outside for body in scene_of_kinds(tmp_path).bodies] == [False, False, True]


def test_kinds_of_the_authors_own_are_drawn_like_what_they_are_like(
    graph: AccountabilityGraph,
) -> None:
    """A declared kind of body wears the form it names, a declared relation that of its class."""
    diagram = scene_of(graph)
    fleet = next(body for body in diagram.bodies if body.id == "fleet")
    assert (fleet.kind_label, fleet.shape) == ("Youth forum", "sub-group")
    assert {line.style for line in diagram.lines if line.kind == "scrutinises"} == {"oversight"}


def test_two_lines_that_differ_in_scope_are_one_with_both(graph: AccountabilityGraph) -> None:
    """A sheet shows one line between two bodies for one kind."""
    (line,) = [line for line in scene_of(graph).lines if line.kind == "accountable_to"]
    assert line.scope == "the plan; money"


def test_what_says_the_same_from_either_end_is_one_line(tmp_path: Path) -> None:
    """Also where both bodies say it; what has a direction is a line each way."""
    file = tmp_path / "common.yaml"
    file.write_text(
        "bodies:\n"
        "  b: {name: B, meets_in_common_with: a, liaises_with: a, informs: a}\n"
        "  a: {name: A, meets_in_common_with: b, informs: b,\n"
        "      liaises_with: {to: b, scope: money}}\n",
        encoding="utf-8",
    )
    graph = api.build_graph(api.load(file))
    drawn = [(line.from_, line.kind, line.to, line.scope) for line in scene_of(graph).lines]
    assert drawn == [
        ("a", "informs", "b", None),
        ("b", "informs", "a", None),
        ("b", "liaises_with", "a", "money"),
        ("b", "meets_in_common_with", "a", None),
    ]
    assert len(graph.structure.relations) == 6


@pytest.mark.parametrize(
    ("own", "lower", "upper", "drawn"),
    [
        ("active", "active", "active", "active"),
        ("active", "proposed", "active", "proposed"),
        ("active", "active", "shadow", "shadow"),
        ("shadow", "active", "proposed", "proposed"),
        ("ended", "proposed", "active", "ended"),
    ],
)
def test_a_line_is_no_firmer_than_its_ends(
    own: str, lower: str, upper: str, drawn: str, tmp_path: Path
) -> None:
    """Who does not exist yet answers to nobody yet."""
    file = tmp_path / "ends.yaml"
    file.write_text(
        "bodies:\n"
        f"  hart: {{name: Hart, status: {lower}, accountable_to: "
        f"[{{to: trust, status: {own}, until: 2030}}]}}\n"
        f"  trust: {{name: The Trust, status: {upper}}}\n",
        encoding="utf-8",
    )
    structure = govgraph.load(file)
    graph = govgraph.build_graph(structure, as_at="2020", include=("proposed", "shadow"))
    assert [line.status for line in scene_of(graph).lines] == [drawn]


def test_only_a_part_of_the_jurisdiction_is_outlined(graph: AccountabilityGraph) -> None:
    """An outline round the whole county would say nothing."""
    assert scene_of(graph).areas == ("Hart",)


def test_findings_of_one_rule_share_a_number(graph: AccountabilityGraph) -> None:
    """Errors and warnings are numbered; points of information are counted."""
    diagram = scene_of(graph)
    assert [finding.number for finding in diagram.findings] == list(
        range(1, len(diagram.findings) + 1)
    )
    orphans = [finding for finding in diagram.findings if finding.code == "GG101"]
    assert [finding.bodies for finding in orphans] == [("fleet",)]
    assert any(note.endswith("in the report.") for note in diagram.left_out)


@pytest.mark.parametrize(
    ("orphans", "text", "full"),
    [
        (9, "b7; b8.", ""),
        (10, "b7; and 2 more.", "b8; b9."),
        (40, "b15; and 32 more.", "and 10 more."),
    ],
)
def test_a_finding_names_as_many_bodies_as_there_is_room_for(
    orphans: int, text: str, full: str, tmp_path: Path
) -> None:
    """One body is never counted instead of named; a sheet of findings has room for more."""
    file = tmp_path / "orphans.yaml"
    bodies = "".join(f"  b{number}: {{name: b{number}}}\n" for number in range(orphans))
    file.write_text(f"bodies:\n{bodies}", encoding="utf-8")
    (finding, *_) = scene_of(govgraph.build_graph(govgraph.load(file))).findings
    assert finding.text.endswith(text)
    assert finding.full.endswith(full)
    assert bool(finding.full) == bool(full)


def test_only_cited_sources_are_listed(graph: AccountabilityGraph) -> None:
    """The minutes are cited by what is not shown."""
    assert scene_of(graph).sources == ("A paper, The council, 2010",)


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (View(focus="Yateley", up=1, down=0), ["hart", "yateley"]),
        (View(focus="Yateley", up=2, down=0), ["trust", "hart", "yateley"]),
        (View(focus="trust", up=0, down=1), ["trust", "hart", "panel"]),
        (View(chain="yateley"), ["trust", "hart", "yateley"]),
        (View(area=("Hart",)), ["hart", "fleet", "yateley"]),
        (View(kind=("trust", "scrutiny")), ["trust", "panel"]),
        (View(tier=("county",)), ["trust", "panel"]),
        (View(source=("paper",)), ["trust", "hart", "fleet", "yateley"]),
    ],
)
def test_views_show_a_part_and_say_what_they_leave_out(
    graph: AccountabilityGraph, view: View, shown: list[str]
) -> None:
    """Bodies may be named by any name; the sheet counts what is outside."""
    diagram = scene_of(graph, view)
    assert [body.id for body in diagram.bodies if not body.pointer] == shown
    assert any("outside this view" in note for note in diagram.left_out)


@pytest.mark.parametrize(
    ("view", "superiors"),
    [
        (View(area=("Hart",)), {"trust"}),
        (View(focus="Yateley", up=0, down=0), {"hart"}),
        (View(chain="yateley"), set()),
        (View(kind=("trust", "scrutiny")), set()),
    ],
)
def test_a_superior_outside_the_view_is_named(
    graph: AccountabilityGraph, view: View, superiors: set[str]
) -> None:
    """As a small box, with the line to it: no body looks as if it answered to nobody."""
    diagram = scene_of(graph, view)
    pointed = {body.id for body in diagram.bodies if body.pointer == "not in this view"}
    assert pointed == superiors
    assert {line.to for line in diagram.lines} >= superiors
    assert not pointed & {line.from_ for line in diagram.lines}


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(), ""),
        (View(focus="hart"), "Hart Partnership and what is around it"),
        (
            View(focus="hart", up=2, down=0),
            "Hart Partnership and what is around it, 2 up and 0 down",
        ),
        (View(chain="fleet"), "The chain upward from Fleet"),
        (View(area=("Hart",)), "Bodies of the area Hart"),
        (View(kind=("trust", "youth-forum")), "Bodies of the kinds Trust and Youth forum"),
        (
            View(tier=("county",), accountability=True),
            "Bodies of the tier county; lines of account alone",
        ),
        (View(source=("paper",)), "Bodies cited from ‘A paper’"),
    ],
)
def test_the_subtitle_says_which_part_is_shown(
    graph: AccountabilityGraph, view: View, said: str
) -> None:
    """In the words of the structure, not in those of the command line."""
    assert scene_of(graph, view).subtitle == said


def test_only_accountability_leaves_other_relations_out(graph: AccountabilityGraph) -> None:
    """And counts them."""
    diagram = scene_of(graph, View(accountability=True))
    assert {line.style for line in diagram.lines} == {"accountable", "reports"}
    assert "Left out: 2 relations that make no line of account." in diagram.left_out


def test_highlight_shows_the_findings_of_one_rule_alone(graph: AccountabilityGraph) -> None:
    """Points of information too, when they are asked for."""
    diagram = scene_of(graph, View(highlight=("presumed-only", "GG401")))
    assert {finding.code for finding in diagram.findings} <= {"GG113", "GG401"}


def test_collapsing_draws_who_is_below_as_one_box(graph: AccountabilityGraph) -> None:
    """Their lines become the box's, and its badge theirs."""
    diagram = scene_of(graph, View(collapse=("Hart Partnership",)))
    assert ids(diagram) == ["trust", "hart", "below:hart", "panel"]
    box = diagram.bodies[2]
    assert (box.name, box.meta) == ("2 bodies shown as one", ("1 sub-cluster", "1 youth forum"))
    assert {line.to for line in diagram.lines if line.from_ == "below:hart"} == {"hart"}
    assert any("below:hart" in finding.bodies for finding in diagram.findings)
    assert (diagram.tiers, diagram.areas) == (("county", "district"), ("Hart",))


VIEWS = (
    View(),
    View(focus="hart"),
    View(focus="fleet", up=2, down=0),
    View(chain="yateley"),
    View(kind=("local-partnership",), tier=("district",)),
    View(accountability=True, say=("quorum", "limit")),
    View(highlight=("GG202",), collapse=("hart",)),
    View(source=("paper",)),
)


def test_every_view_shows_as_before(graph: AccountabilityGraph) -> None:
    """What stands in boxes, on lines, at the head and foot; and all of it in words."""
    wide = govgraph.build_graph(graph.structure, include=["proposed"], presume=True)
    shown = [scene_of(each, view) for each in (graph, wide) for view in VIEWS]
    told = "\n\n".join(f"{pformat(_bare(asdict(each)))}\n{describe(each)}" for each in shown)
    hold("scene.txt", told + "\n")


def _bare(record: Any) -> Any:
    """The same without what is empty."""
    if isinstance(record, dict):
        return {key: _bare(value) for key, value in record.items() if value}
    if isinstance(record, list | tuple):
        return [_bare(each) for each in record]
    return record


def test_one_body_below_is_not_worth_a_box(graph: AccountabilityGraph) -> None:
    """A box for one would say less than the body."""
    diagram = scene_of(graph, View(tier=("district",), kind=("local-partnership", "youth-forum")))
    assert collapse_below(diagram, ["hart"]) == diagram


def test_a_sheet_says_which_dates_are_not_precise_enough(tmp_path: Path) -> None:
    """On the day of the sheet, for what it shows."""
    file = tmp_path / "county.yaml"
    dated = COUNTY.replace("kind: scrutiny,", "kind: scrutiny, from: 2010-02,")
    file.write_text(dated, encoding="utf-8")
    structure = govgraph.load(file)
    within = govgraph.build_graph(structure, as_at="2010-02-10")
    told = "Not certain on 10 February 2010, for want of precise dates: Panel: from February 2010."
    assert told in govgraph.diagram(within).left_out
    assert told not in govgraph.diagram(within, view=View(area=("Hart",))).left_out
    after = govgraph.build_graph(structure, as_at="2010-03")
    assert not any("Not certain" in words for words in govgraph.diagram(after).left_out)
