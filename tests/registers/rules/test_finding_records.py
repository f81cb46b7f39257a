"""Findings of a register told one by one, as those of a structure are."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.runner import check_structure
from govgraph.errors import Place
from govgraph.model.standpoint import Standpoint
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.finding_records import find_chains, list_about, list_some
from govgraph.registers.rules.register_findings import RegisterFindings
from govgraph.registers.rules.runner import check_register
from tests.factories import structure
from tests.made_registers import graph_of, write_text

ARRANGEMENTS = {
    "a chain that stops": "fleet -> hart; trust*",
    "a ring with somebody below": "a -> b -> c -> a; d -> a; trust*",
    "two superiors": "a -> b -> top*; a -> c -> top",
    "superiors that never meet": "a -> b*; a -> c*",
    "a part that could be presumed": "fleet -part_of-> hart -> trust*",
    "a line past a superior": "a -> b -> c*; a -> c",
    "a line to oneself": "a -> a; trust*",
    "no apex": "a -> b; a -> c",
    "many below one": "; ".join(f"b{number:02} -> top*" for number in range(20)),
    "all hang on one": "; ".join(f"b{number} -> hub" for number in range(9)) + "; hub -> top*",
    "what has ended": "a -> old!; trust*",
    "what is proposed": "a -> board?; board -> trust*",
    "a chain past a gap": "x -> a -> old!; y -> x; trust*",
    "a chain to one who answers to itself": "x -> a -> a; trust*",
    "a chain to a ring": "x -> y -> a -> b -> a; trust*",
    "several chains that stop": "x -> a; x -> b; y -> x; trust*",
    "a weak line below a firm one": "x -> a -part_of-> b*; y -> x",
    "two rings tied together": "a -> b -> a; b -> c -> b; trust*",
    "several apexes": "a*; b*; c -> a",
    "a relation to somebody unknown": "a -knows-> b*; a -> b",
    "a deep chain": "a0* ; " + "; ".join(f"a{n + 1} -> a{n}" for n in range(9)),
    "two ways past a superior": "a -> b -> d*; a -> c -> d; a -> d; e -> f -> d; e -> d",
    "a joint committee": (
        "j -joint_committee_of-> a*; j -joint_committee_of-> b; b -> a; "
        "k -joint_committee_of-> a; k -joint_committee_of-> b; k -> c*"
    ),
    "what is delegated": "x -delegated_by-> a*; x -> b*; y -delegated_by-> a; y -> z -> a",
    "those who only watch": (
        "audit -monitors-> council*; watch -assures-> audit; watch -monitors-> board; "
        "both -monitors-> board; both -supports-> council"
    ),
    "an orphan to whom some answer": "a -> b; c -> b; d -part_of-> b; b -supports-> e; trust*",
}


def told(text: str, folder: Path) -> tuple[RegisterFindings, tuple[Finding, ...]]:
    """What is found in the register of what `text` draws, all of it told."""
    findings = check_register(graph_of(text, folder), select=["GG1"])
    return findings, list_some(findings, 1_000)


BRIEFLY = {"GG103", "GG106", "GG107", "GG108", "GG109"}
"""Rules that say less of a register, as they would have to look at all of it."""


def alike(findings: tuple[Finding, ...]) -> Iterator[tuple[object, ...]]:
    """What a register and a structure must tell alike."""
    for one in sorted(findings, key=lambda finding: finding.order):
        briefly = one.code in BRIEFLY
        told = () if briefly else (one.message, one.remedy, one.board, one.chain)
        yield (one.code, one.name, one.severity, one.subject, one.variant, *told)


@pytest.mark.parametrize("text", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_findings_are_told_as_those_of_the_structure(text: str, tmp_path: Path) -> None:
    """Rule, severity, subject and variant of each, and what its rule says in full."""
    found = check_structure(structure(text), Standpoint(), select=["GG1"]).each
    assert list(alike(told(text, tmp_path)[1])) == list(alike(found))


def test_a_finding_is_told_in_full(tmp_path: Path) -> None:
    """Its sentence, its remedy, its chain, and the row of the table it is about."""
    _, found = told("fleet -> hart; trust*", tmp_path)
    by_code = {one.code: one for one in found}
    assert by_code.keys() == {"GG101", "GG102", "GG114"}
    assert by_code["GG102"].name == "broken-chain"
    assert by_code["GG102"].severity is Severity.ERROR
    file = str(tmp_path / "bodies.csv")
    assert by_code["GG102"].place == Place(file, 2, 1)
    assert by_code["GG101"].place == Place(file, 3, 1)
    assert by_code["GG102"].subject == Subject(body="fleet")
    assert "Fleet" in by_code["GG102"].message
    assert "Hart" in by_code["GG101"].message
    assert by_code["GG102"].chain[0] == "fleet"
    assert by_code["GG101"].chain == ("hart",)
    assert by_code["GG101"].remedy


def test_a_ring_is_told_with_its_line_and_all_its_bodies(tmp_path: Path) -> None:
    """The line that opens it, and the ring from its first body round to it again."""
    _, found = told("a -> b -> c -> a; trust*", tmp_path)
    (cycle,) = (one for one in found if one.code == "GG103")
    (small,) = (
        one
        for one in check_structure(structure("a -> b -> c -> a; trust*")).findings
        if one.code == "GG103"
    )
    assert (cycle.message, cycle.remedy) == (small.message, cycle.remedy)
    assert cycle.subject == small.subject
    assert cycle.chain == small.chain
    assert cycle.place is not None
    assert Path(cycle.place.file).name == "relations.csv"


def test_a_finding_about_no_body_has_no_place_and_no_chain(tmp_path: Path) -> None:
    """Nobody is named."""
    findings, found = told("a -> b; a -> c", tmp_path)
    (no_apex,) = (one for one in found if one.code == "GG107")
    assert (no_apex.subject, no_apex.place, no_apex.chain) == (Subject(), None, ())
    group = next(group for group in findings.groups if group.check.code == "GG107")
    assert find_chains(findings.graph.register, group, np.arange(1)).to_list() == [[]]


def test_all_are_told_the_gravest_first(tmp_path: Path) -> None:
    """None are told where there is room for none."""
    text = "; ".join(f"b{number} -> hart" for number in range(5)) + "; trust*; lsp*"
    findings = check_register(graph_of(text, tmp_path), select=["GG1"])
    everything = list_some(findings, 1_000)
    assert len(everything) == len(findings)
    assert [one.severity for one in everything] == sorted(
        (one.severity for one in everything), reverse=True
    )
    assert list_some(findings, 0) == ()


def test_where_there_is_no_room_for_all_each_rule_has_its_share(tmp_path: Path) -> None:
    """Rarer findings are all told, and of each other rule as many as of the next."""
    text = "; ".join(f"b{number} -> hart" for number in range(5)) + "; trust*; lsp*"
    findings = check_register(graph_of(text, tmp_path), select=["GG1"], ignore=["GG114"])

    def codes(most: int) -> list[str]:
        return [one.code for one in list_some(findings, most)]

    assert sorted(codes(7)) == ["GG101"] + ["GG102"] * 5 + ["GG108"]
    assert sorted(codes(5)) == ["GG101", "GG102", "GG102", "GG102", "GG108"]
    assert sorted(codes(3)) == ["GG101", "GG102", "GG108"]
    assert sorted(codes(2)) == ["GG102", "GG108"]


def test_what_is_told_about_bodies_is_all_that_is_about_them(tmp_path: Path) -> None:
    """In the order of findings; what is about the whole is about none of them."""
    text = "a -> b -> c -> a; d -> a; e -> nobody!; x"
    findings = check_register(graph_of(text, tmp_path), select=["GG1"])
    everything = sorted(list_some(findings, 1_000), key=lambda one: one.order)
    ids = findings.graph.register.bodies.ids.to_list()
    asked = np.array([ids.index("d"), ids.index("x")])
    about = list_about(findings, asked)
    assert list(about) == [one for one in everything if one.subject.body in {"d", "x"}]
    assert {one.subject.body for one in about} == {"d", "x"}
    assert list_about(findings, np.array([], dtype=np.int32)) == ()


def test_a_long_ring_is_told_by_its_beginning(tmp_path: Path) -> None:
    """So that a finding stays readable."""
    text = " -> ".join(f"b{number:03}" for number in range(80)) + " -> b000; trust*"
    _, found = told(text, tmp_path)
    (cycle,) = (one for one in found if one.code == "GG103")
    assert cycle.chain == tuple(f"b{number:03}" for number in range(50))


TABLES = {
    "placeholders below one": (
        "id,apex,count\ntop,true,\nschools,,40\nteams,,12\nother,,\n",
        "from,kind,to\nschools,reports_to,top\nteams,reports_to,top\nother,reports_to,top\n",
    ),
    "superiors that are meant": (
        "id,apex\nz,true\ny,\na,\nb,\n",
        (
            "from,kind,to,intended\na,reports_to,z,\na,reports_to,y,the paper wants both\n"
            "b,reports_to,y,\nb,reports_to,z,\ny,reports_to,z,\n"
        ),
    ),
    "bodies outside": (
        "id,apex,outside\ntop,true,\nfunders,,true\npolice,,true\nfund,,\nteam,,\n",
        "from,kind,to\nfund,reports_to,funders\nteam,reports_to,fund\npolice,informs,top\n",
    ),
    "what bodies of each kind do": (
        "id,kind,apex\ntop,council,true\na,board,\nb,team,\nc,forum,\nd,sub-group,\ne,forum,\n",
        "from,kind,to\na,informs,top\nd,reports_to,e\n",
    ),
    "kinds that nobody declared": (
        "id,kind,apex\na,trust,true\nb,moot,\nc,,\n",
        "from,kind,to\nb,reports_to,a\nc,knows,b\nc,reports_to,nowhere\nnobody,reports_to,a\n",
    ),
    "lines that are only implied": (
        "id,apex\na,true\nb,\nc,\n",
        "from,kind,to,basis\nb,reports_to,a,implied\nc,reports_to,b,\n",
    ),
    "lines that have ended or not begun": (
        "id,apex,status\na,true,\nb,,\nc,,\nd,,proposed\n",
        (
            "from,kind,to,status,since,until\nb,reports_to,a,ended,,\nc,reports_to,b,,,\n"
            "d,reports_to,a,,,\nc,part_of,a,,,\n"
        ),
    ),
}
GOLDEN = Path(__file__).parents[2] / "golden" / "registers"


def lines(found: tuple[Finding, ...]) -> Iterator[str]:
    """Each finding with all its fields, as far as they are filled."""
    for one in found:
        place = f"{Path(one.place.file).name}:{one.place.line}" if one.place else "no place"
        variant = f" ({one.variant})" if one.variant else ""
        yield f"{one.severity} {one.code} {one.name}{variant}, {place}"
        yield f"  about   {' '.join(one.subject.relation or (one.subject.body,)) or 'the whole'}"
        yield f"  says    {one.message}"
        yield f"  remedy  {one.remedy}"
        if one.chain:
            yield f"  chain   {' '.join(one.chain)}"


def hold(title: str, findings: RegisterFindings) -> None:
    """That all of these are told as they were, to the letter."""
    golden = GOLDEN / f"{title.replace(' ', '-')}.txt"
    made = "\n".join([f"# {title}", *lines(list_some(findings, 1_000)), ""])
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8", newline="\n")
    same = made == golden.read_text(encoding="utf-8")
    assert same, f"{golden.name} has changed; if it is meant, GOVGRAPH_GOLDEN=write writes it"


@pytest.mark.parametrize("title", ARRANGEMENTS)
def test_a_register_says_what_it_said(title: str, tmp_path: Path) -> None:
    """Every sentence, remedy and chain of each arrangement."""
    hold(title, check_register(graph_of(ARRANGEMENTS[title], tmp_path)))


@pytest.mark.parametrize("title", TABLES)
def test_tables_say_what_they_said(title: str, tmp_path: Path) -> None:
    """With what only tables hold: placeholders, reasons, bases, kinds and dates."""
    register = read_register(write_text(tmp_path, *TABLES[title]))
    hold(title, check_register(RegisterGraph(register, Standpoint())))


def test_no_golden_file_is_left_over() -> None:
    """An arrangement that was renamed takes its file with it."""
    titles = {title.replace(" ", "-") for title in (*ARRANGEMENTS, *TABLES)}
    assert {path.stem for path in GOLDEN.glob("*")} == titles
