"""A register is drawn as groups with counts; where bodies are few, one by one."""

from pathlib import Path

import pytest

from govgraph import registers
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.scene.views import View
from govgraph.errors import QuestionError, SettingsError
from govgraph.registers.drawing.register_scene import build_register_diagram
from govgraph.registers.rules.register_findings import RegisterFindings
from tests.made_registers import write_text

SCHOOLS = 60


def _write(folder: Path) -> Path:
    """Two areas of thirty schools below a board each, below one trust; and one school alone."""
    rows = ["trust,Trust,trust,true,,", "old,Old board,board,,Hart,ended"]
    lines = []
    for area in ("Hart", "Fleet"):
        board = f"b-{area}"
        rows.append(f"{board},{area} Board,board,,{area},")
        lines.append(f"{board},accountable_to,trust")
        for number in range(SCHOOLS // 2):
            school = f"s-{area}-{number}"
            rows.append(f"{school},School {number} of {area},school,,{area},")
            lines.append(f"{school},accountable_to,{board}")
    rows.append("lone,Lone school,school,,Hart,")
    lines.append("lone,supports,trust")
    return write_text(
        folder,
        "id,name,kind,apex,area,status\n" + "\n".join(rows) + "\n",
        "from,kind,to\n" + "\n".join(lines) + "\n",
    )


@pytest.fixture
def findings(tmp_path: Path) -> RegisterFindings:
    """What is wrong in that register."""
    return registers.check(registers.build_graph(registers.load(_write(tmp_path))))


def boxes(diagram: Diagram) -> dict[str, str]:
    """The name in each box by its kind and area."""
    return {f"{b.kind_label} {b.area or ''}".strip(): b.name for b in diagram.bodies}


def test_kinds_within_areas_are_counted(findings: RegisterFindings) -> None:
    """With the lines between them beside each line."""
    diagram = build_register_diagram(findings, View())
    assert boxes(diagram) == {
        "School Hart": "31 bodies",
        "School Fleet": "30 bodies",
        "Board Hart": "1 body",
        "Board Fleet": "1 body",
        "Trust": "1 body",
    }
    assert diagram.areas == ("Fleet", "Hart")
    assert sorted(line.scope or "1" for line in diagram.lines) == ["1", "1", "30", "30"]
    assert "64 bodies, 62 lines of account between them" in diagram.subtitle


def test_findings_are_summed_up_where_most_are(findings: RegisterFindings) -> None:
    """A badge on the box, and how many in words."""
    diagram = build_register_diagram(findings, View(), ["kind"])
    orphans = next(finding for finding in diagram.findings if finding.code == "GG101")
    assert orphans.text == "Linked to others, but answer to nobody: 1, that is School 1."
    assert [b.kind_label for b in diagram.bodies if b.id in orphans.bodies] == ["School"]
    school = next(body for body in diagram.bodies if body.kind == "school")
    assert orphans.severity == "information"  # a school works for nobody that it must answer to
    assert not any("error" in words for words in school.meta)


def test_a_box_says_how_many_have_an_error(tmp_path: Path) -> None:
    """Beside how many there are."""
    boards = [f"b{number}" for number in range(SCHOOLS + 1)]
    rows = "".join(f"{board},board,\n" for board in boards)
    lines = "".join(f"{board},reports_to,top\n" for board in boards[1:])
    folder = write_text(
        tmp_path, f"id,kind,apex\ntop,council,true\n{rows}", f"from,kind,to\n{lines}"
    )
    found = registers.check(registers.build_graph(registers.load(folder)))
    diagram = build_register_diagram(found, View(), ["kind"])
    board = next(body for body in diagram.bodies if body.kind == "board")
    assert "1 with an error" in board.meta


def test_areas_are_boxes_where_they_are_asked_for(findings: RegisterFindings) -> None:
    """What has no area says so."""
    diagram = build_register_diagram(findings, View(), ["area"])
    assert [body.name for body in diagram.bodies] == ["Hart", "Fleet", "No area given"]
    assert diagram.bodies[0].meta[0] == "32 bodies"


def test_what_is_left_out_is_said(findings: RegisterFindings) -> None:
    """Bodies that have ended, and relations that make no line."""
    told = " ".join(build_register_diagram(findings, View(kind=("school",))).left_out)
    assert "Left out: 3 bodies outside this view." in told
    assert "Left out: 1 body not in force on the date shown." in told
    assert "Left out: 1 relation makes no line of account." in told


def test_a_body_is_shown_with_those_near_it(findings: RegisterFindings) -> None:
    """By its name; those below it together, as there are many."""
    diagram = build_register_diagram(findings, View(focus="Hart Board"))
    assert [body.name for body in diagram.bodies] == ["Hart Board", "Trust", "30 bodies"]


def test_the_subtitle_says_which_bodies_were_asked_for(findings: RegisterFindings) -> None:
    """Of groups and of single bodies, each part once."""
    near = build_register_diagram(findings, View(focus="Hart Board")).subtitle
    assert near.startswith("Hart Board and what is around it. ")
    few = build_register_diagram(findings, View(kind=("trust",), accountability=True)).subtitle
    assert few == "Bodies of the kind Trust. Lines of account alone"
    chain = build_register_diagram(findings, View(chain="School 3 of Fleet")).subtitle
    assert chain == "The chain upward from School 3 of Fleet"


def test_few_bodies_are_drawn_one_by_one(findings: RegisterFindings) -> None:
    """With every relation, and what the rules found in the whole register."""
    diagram = build_register_diagram(findings, View(kind=("board", "trust")))
    assert "Left out: 61 bodies outside this view." in diagram.left_out
    assert {body.id for body in diagram.bodies} == {"trust", "b-Hart", "b-Fleet"}
    assert [finding.code for finding in diagram.findings] == ["GG112"] * len(diagram.findings)
    lone = build_register_diagram(findings, View(focus="lone"))
    assert [body.orphan for body in lone.bodies if body.id == "lone"] == [True]


def test_the_chain_of_a_body_is_drawn_alone(findings: RegisterFindings) -> None:
    """From its foot to the apex."""
    diagram = build_register_diagram(findings, View(chain="School 3 of Fleet"))
    assert {body.id for body in diagram.bodies} == {"s-Fleet-3", "b-Fleet", "trust"}


def test_a_body_that_is_not_in_force_is_said_to_be_left_out(findings: RegisterFindings) -> None:
    """Rather than an empty sheet."""
    diagram = build_register_diagram(findings, View(focus="old"))
    assert diagram.bodies == ()
    assert any("not in force" in said for said in diagram.left_out)


@pytest.mark.parametrize(
    ("view", "by", "message"),
    [
        (View(area=("Heart",)), (), "has the area 'Heart'; did you mean 'Hart'?"),
        (View(source=("paper",)), (), "--source is not for registers"),
        (View(collapse=("trust",)), (), "--collapse is for bodies drawn one by one"),
        (View(highlight=("GG101",)), (), "--highlight is for bodies drawn one by one"),
        (View(focus="trust", down=2, highlight=("GG101",)), (), "--highlight is for bodies"),
        (View(), ("colour",), "--by knows no 'colour'"),
    ],
)
def test_what_a_register_has_not_is_refused(
    findings: RegisterFindings, view: View, by: tuple[str, ...], message: str
) -> None:
    """In a sentence."""
    with pytest.raises(SettingsError, match=message):
        build_register_diagram(findings, view, by)
    with pytest.raises(QuestionError):
        build_register_diagram(findings, View(focus="nobody"))


def test_a_group_keeps_its_main_lines_alone(tmp_path: Path) -> None:
    """Two at most, the others counted in its box; no group is left without any."""
    kinds = ("a", "b", "c", "d")
    rows = [
        f"{kind}{n},{kind},{'true' if kind == 'd' else ''}" for kind in kinds for n in range(15)
    ]
    lines = [
        f"{low}{n},accountable_to,{up}{n}"
        for low in kinds[:3]
        for up in kinds
        for n in range({"a": 15, "b": 14, "c": 13, "d": 1}[up])
        if low != up
    ]
    folder = write_text(
        tmp_path,
        "id,kind,apex\n" + "\n".join(rows) + "\n",
        "from,kind,to\n" + "\n".join(lines) + "\n",
    )
    findings = registers.check(registers.build_graph(registers.load(folder)))
    diagram = registers.diagram(findings)
    named = {body.id: body.kind for body in diagram.bodies}
    drawn = sorted((named[line.from_], named[line.to]) for line in diagram.lines)
    assert len(drawn) == 7
    assert sum(upper == "d" for _, upper in drawn) == 1
    assert any("other group" in text for body in diagram.bodies for text in body.meta)
    assert registers.draw(findings).svg_pages[0].startswith("<svg")


def test_superiors_outside_the_bodies_shown_are_named(findings: RegisterFindings) -> None:
    """As small boxes, with the lines to them; they are not counted among those shown."""
    diagram = build_register_diagram(findings, View(kind=("board",)))
    assert [(body.id, bool(body.pointer)) for body in diagram.bodies] == [
        ("trust", True),
        ("b-Hart", False),
        ("b-Fleet", False),
    ]
    assert {(line.from_, line.to) for line in diagram.lines} == {
        ("b-Hart", "trust"),
        ("b-Fleet", "trust"),
    }
    assert [words for words in diagram.left_out if "outside this view" in words] == [
        "Left out: 62 bodies outside this view."
    ]
