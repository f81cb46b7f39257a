"""Questions from the command line, as text and as JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import govgraph

COUNTY = """
structure: {id: county, title: A county, as_at: 2010-02}
sources: {paper: {title: A paper, date: 2010}}
bodies:
  trust: {name: "Children's Trust", kind: trust, apex: true, also_known_as: [CT], cites: paper 1}
  hart:
    name: Hart Partnership
    kind: local-partnership
    accountable_to: {to: trust, scope: the plan}
    cites: paper 2
    seats: [{role: chair, held_by: lynn, standing: interim, from: 2010}]
  fleet: {name: Fleet, kind: sub-cluster, part_of: hart, reports_to: hart}
  attic: {name: Attic, part_of: trust, cites: paper 4}
  board: {name: New Board, status: proposed, from: 2010-04, accountable_to: trust}
people: {lynn: {name: Lynn Martin}}
relations:
  - {from: hart, kind: accountable_to, to: board, status: proposed, cites: paper 3}
milestones: [{date: 2010-04, what: Board begins, bodies: [board]}]
"""


@pytest.fixture
def county(tmp_path: Path) -> str:
    """The path of a small structure."""
    file = tmp_path / "county.yaml"
    file.write_text(COUNTY, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("question", ["chain", "reports", "impact", "show", "seats"])
def test_json_says_from_where_it_holds(county: str, question: str) -> None:
    """With which of the two readings of what is proposed."""
    ever = asked(question, county, "hart", "--include", "proposed")["standpoint"]
    assert ever["proposals"] == "all"
    by_then = asked(question, county, "hart", "--include", "proposed", "--as-at", "2010-02")
    assert by_then["standpoint"]["proposals"] == "by date"
    assert ever["as_at"] == by_then["standpoint"]["as_at"] == "2010-02"
    assert ever["says"] != by_then["standpoint"]["says"]


@pytest.mark.parametrize("question", ["check", "policy", "people", "requirements", "list"])
def test_json_about_a_whole_structure_says_from_where_it_holds(county: str, question: str) -> None:
    """Even where it is asked about today alone."""
    assert asked(question, county)["standpoint"]["proposals"] == "none"


def asked(*arguments: str) -> Any:
    """The JSON answer to a question."""
    done = govgraph(*arguments, "--format", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def answer_of(*arguments: str) -> Any:
    """The same without the standpoint, which every answer has."""
    answer = asked(*arguments)
    assert answer.pop("standpoint")["as_at"] == "2010-02"
    return answer


def test_chain_as_json(county: str) -> None:
    """The documented shape, with every step and its basis."""
    assert answer_of("chain", county, "fleet") == {
        "body": "fleet",
        "chains": [
            {
                "steps": [
                    {"from": "fleet", "kind": "reports_to", "to": "hart", "basis": "stated"},
                    {"from": "hart", "kind": "accountable_to", "to": "trust", "basis": "stated"},
                ],
                "basis": "stated",
                "apex": "trust",
                "apex_basis": "stated",
                "stops": None,
                "leaves": None,
            }
        ],
        "not_counted": [
            {
                "from": "hart",
                "kind": "accountable_to",
                "to": "board",
                "because": "the line is only proposed",
            }
        ],
        "capped": False,
        "succeeded_by": [],
        "dates_uncertain": [],
        "last_heard": [],
    }


def test_chain_as_text(county: str) -> None:
    """A ladder upward, what was not counted, and from where it was asked."""
    assert govgraph("chain", county, "CT").out.splitlines()[2] == (
        "Chain 1 of 1: it is an apex: accountability may end here"
    )
    out = govgraph("chain", county, "fleet").out
    assert "    is accountable to Children's Trust, for the plan  [stated]\n" in out
    assert "Hart Partnership is accountable to New Board: the line is only proposed" in out
    assert out.endswith(
        "As at February 2010. Not counted: 1 body and 1 relation, only proposed "
        "(--include proposed counts them).\n"
    )


def test_including_what_is_proposed_shows_it_before_its_day(county: str) -> None:
    """Without --as-at the question is what is proposed now; with it, what stands on that day."""
    assert len(asked("chain", county, "hart", "--include", "proposed")["chains"]) == 2
    dated = ("--include", "proposed,shadow", "--as-at", "2010-03")
    assert len(asked("chain", county, "hart", *dated)["chains"]) == 1


def test_a_chain_that_stops_says_where_and_why(county: str) -> None:
    """In both forms."""
    (chain,) = asked("chain", county, "board")["chains"]
    assert chain["stops"] == {"body": "board", "because": "the body is not there: proposed only"}
    assert "No chain leads from it: the body is not there" in govgraph("chain", county, "board").out


LEAVING = """
bodies:
  board: {name: Board, apex: true, apex_basis: judgement, quorum: a third, limit: £2m}
  funders: {name: Funders, outside: true}
  fund-group: {name: Fund group, reports_to: [funders, {to: board, basis: implied}]}
  money: {name: Money group, reports_to: funders}
"""


def test_a_chain_that_leaves_says_where(tmp_path: Path) -> None:
    """In both forms, and beside one that arrives where somebody judged the end to be."""
    path = tmp_path / "s.yaml"
    path.write_text(LEAVING, encoding="utf-8")
    out = govgraph("chain", str(path), "fund-group").out
    assert "1 of 2: reaches Board, taken as the end by judgement; implied by the source" in out
    assert "2 of 2: leaves these arrangements at Funders; stated in the source" in out
    first, second = asked("chain", str(path), "fund-group")["chains"]
    assert (first["apex_basis"], first["leaves"]) == ("judgement", None)
    assert (second["apex_basis"], second["leaves"], second["stops"]) == (None, "funders", None)
    out = govgraph("chain", str(path), "funders").out
    assert "1 of 1: its own governance is outside these arrangements" in out


def test_show_says_what_a_body_may_decide_and_how_its_end_is_known(tmp_path: Path) -> None:
    """As the structure has it."""
    path = tmp_path / "s.yaml"
    path.write_text(LEAVING, encoding="utf-8")
    out = govgraph("show", str(path), "board").out
    assert "quorum            a third\n  may decide up to  £2m\n" in out
    assert "accountability    may end here, taken as the end by judgement\n" in out
    assert "its own governance is outside these" in govgraph("show", str(path), "funders").out


def test_what_leaves_is_counted_apart(tmp_path: Path) -> None:
    """Bodies outside, and others of which no chain arrives and one leaves."""
    path = tmp_path / "s.yaml"
    path.write_text(LEAVING, encoding="utf-8")
    summary = asked("check", str(path), "--exit-zero")["summary"]
    assert (summary["bodies"], summary["outside"], summary["leaving"]) == (4, 1, 1)
    assert "(4 bodies, 1 of them outside, " in govgraph("check", str(path), "--exit-zero").out


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            ("reports", "trust"),
            {
                "body": "trust",
                "direct": ["hart"],
                "all": ["fleet", "hart"],
                "succeeded_by": [],
                "dates_uncertain": [],
                "last_heard": [],
            },
        ),
        (
            ("paths", "fleet", "trust"),
            {
                "from": "fleet",
                "to": "trust",
                "paths": [["fleet", "hart", "trust"]],
                "capped": False,
                "last_heard": [],
            },
        ),
        (
            ("common", "fleet", "hart"),
            {"bodies": ["fleet", "hart"], "nearest": ["trust"], "all": ["trust"], "last_heard": []},
        ),
        (
            ("impact", "hart"),
            {
                "body": "hart",
                "orphaned": ["fleet"],
                "lose_only_line": [],
                "arrive_without_it": [],
                "arrive_nowhere": [],
                "last_heard": [],
            },
        ),
    ],
)
def test_answers_as_json(county: str, arguments: tuple[str, ...], answer: dict[str, Any]) -> None:
    """The documented shapes."""
    command, *bodies = arguments
    assert answer_of(command, county, *bodies) == answer


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reports", "trust"), "└── Hart Partnership [hart]\n    └── Fleet [fleet]"),
        (("reports", "fleet"), "Nobody answers to it."),
        (("paths", "fleet", "trust"), "Fleet > Hart Partnership > Children's Trust"),
        (("paths", "trust", "fleet"), "Children's Trust does not answer to Fleet"),
        (("common", "fleet", "hart"), "Children's Trust [trust]"),
        (("common", "fleet", "trust"), "Fleet and Children's Trust answer to no body in common."),
        (("impact", "hart"), "Without Hart Partnership, 1 body would lose"),
        (("impact", "fleet"), "Nobody would lose their last line of account without Fleet."),
        (
            ("impact", "board"),
            "Nobody would lose their last line of account without New Board.\nAs",
        ),
        (
            ("chain", "attic"),
            "Attic is part of Children's Trust.\n  (being part of a body is no line",
        ),
        (("show", "hart"), "chair: Lynn Martin, interim, from 2010"),
        (("show", "hart"), "the date is not precise enough to be sure"),
        (("show", "board"), "April 2010: Board begins"),
        (("show", "CT"), "Sources\n  paper: A paper, 2010"),
    ],
)
def test_answers_as_text(county: str, arguments: tuple[str, ...], said: str) -> None:
    """Names first, in plain words."""
    command, *bodies = arguments
    assert said in govgraph(command, county, *bodies).out


def test_impact_says_who_would_lose_the_only_line(tmp_path: Path) -> None:
    """Even where that line arrives nowhere; and who would not."""
    file = tmp_path / "small.yaml"
    bodies = ["trust: {name: Trust}", "lsp: {name: LSP}", "one: {name: One, reports_to: trust}"]
    bodies += ["two: {name: Two, reports_to: [trust, lsp]}"]
    file.write_text("bodies:\n  " + "\n  ".join(bodies) + "\n", encoding="utf-8")
    assert govgraph("impact", str(file), "trust").out == (
        "Without Trust, 1 body would lose the only line of account, "
        "which reaches no apex even now:\n  One [one]\n"
        "Two would still answer to others, and reach no apex even now.\n"
        "All dates.\n"
    )


def test_what_is_presumed_is_not_offered_again(county: str) -> None:
    """A part that counts already is a step of the chain, and no hint."""
    said = govgraph("chain", county, "attic", "--presume").out
    assert "[presumed]" in said
    assert "--presume counts it" not in said


def test_what_one_body_has_in_common_is_no_question(county: str) -> None:
    """It takes two, and the message says so."""
    done = govgraph("common", county, "hart")
    assert (done.code, done.out) == (2, "")
    assert "two bodies or more" in done.err


def test_a_date_the_other_way_round_is_answered_with_the_one_meant(county: str) -> None:
    """Days come first where people write them with strokes."""
    done = govgraph("chain", county, "hart", "--as-at", "31/03/2010")
    assert done.code == 2
    assert "did you mean '2010-03-31'?" in done.err


def test_show_as_json_leaves_nothing_out(county: str) -> None:
    """Relations both ways, seats and sources, each with whether it is in force."""
    answer = asked("show", county, "hart")
    assert answer["name"] == "Hart Partnership"
    assert [r["presence"] for r in answer["relations"]] == ["proposed only", "holds"]
    assert [r["from"] for r in answer["relations_to_it"]] == ["fleet", "fleet"]
    assert answer["seats"][0]["held_by"] == ["lynn"]
    assert answer["seats"][0]["dates_certain"] is False


def test_a_list_of_bodies_says_their_tier(tmp_path: Path) -> None:
    """It is a field to select by, as the area is."""
    file = tmp_path / "s.yaml"
    file.write_text("bodies: {a: {name: A, tier: district}}", encoding="utf-8")
    heading, row, *_ = govgraph("list", str(file)).out.splitlines()
    assert heading.index("tier") == row.index("district")


@pytest.mark.parametrize(
    ("what", "counted"),
    [
        ("bodies", "5 bodies"),
        ("relations", "6 relations"),
        ("seats", "1 seat"),
        ("people", "1 person"),
        ("sources", "1 source"),
    ],
)
def test_lists(county: str, what: str, counted: str) -> None:
    """Each table, in both forms."""
    number = len(asked("list", county, what)[what])
    assert counted.startswith(f"{number} ")
    assert govgraph("list", county, what).out.splitlines()[-1] == counted


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Marks that turn text round or hide in it are printed as what they are."""
    file = tmp_path / "s.yaml"
    file.write_text('bodies: {a: {name: "red\\u202e\\u200b"}}', encoding="utf-8")
    assert "red\\u202e\\u200b" in govgraph("list", str(file)).out


def test_a_very_deep_tree_says_how_deep(tmp_path: Path) -> None:
    """Indenting 20,000 levels would fill gigabytes."""
    file = tmp_path / "deep.yaml"
    bodies = "".join(f"  b{i}: {{name: B{i}, reports_to: b{i + 1}}}\n" for i in range(30))
    file.write_text(f"bodies:\n{bodies}  b30: {{name: Top}}\n", encoding="utf-8")
    out = govgraph("reports", str(file), "b30").out
    assert "└── (30 steps down) B0 [b0]" in out
    assert max(map(len, out.splitlines())) < 100


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody reads on a screen of 60 columns, and has not asked for plain text."""
    monkeypatch.setattr("govgraph.cli.output._is_terminal", bool)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "asked_for", [("chain", "fleet"), ("reports", "trust"), ("show", "hart"), ("impact", "hart")]
)
def test_on_a_terminal_an_answer_fits_the_screen(county: str, asked_for: tuple[str, str]) -> None:
    """No line is longer than the screen is wide, colours aside."""
    question, body = asked_for
    told = re.sub(r"\x1b\[\d+m", "", govgraph(question, county, body).out)
    assert max(map(len, told.splitlines())) <= 60
    assert "As at February 2010." in told


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_a_table_fits_the_screen(county: str) -> None:
    """Its widest columns are broken, and still begin in one place."""
    lines = govgraph("list", county, "bodies").out.splitlines()
    assert max(map(len, lines)) <= 60


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_the_outcome_is_in_colour(
    county: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless its owner wants none."""
    assert "\x1b[32mreaches Children's Trust\x1b[0m" in govgraph("chain", county, "fleet").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in govgraph("chain", county, "fleet").out


def test_what_no_terminal_reads_is_neither_folded_nor_coloured(county: str) -> None:
    """A pipe gets every sentence on one line."""
    out = govgraph("chain", county, "fleet").out
    assert "\x1b" not in out
    assert "only proposed (--include proposed counts them)." in out


def test_what_is_first_heard_of_later_is_left_out_until_undated_counts_it(tmp_path: Path) -> None:
    """And the answer says how much was left out, or was counted."""
    path = tmp_path / "papers.yaml"
    path.write_text(
        "sources:\n  late: {title: Late, date: 2017-07}\n"
        "bodies:\n  hwb: {name: Wellbeing Board, cites: late ¶1}\n",
        encoding="utf-8",
    )
    early = govgraph("show", str(path), "hwb", "--as-at", "2009").out
    assert "first heard of in July 2017" in early
    assert "Not counted: 1 body, first heard of later (--undated counts them)." in early
    counted = govgraph("show", str(path), "hwb", "--as-at", "2009", "--undated").out
    assert "Counted though first heard of later: 1 body." in counted
