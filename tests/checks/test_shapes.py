"""Structures of every shape are answered, however large or tangled."""

from dataclasses import replace

import pytest

from govgraph.checks.finding import Finding
from govgraph.checks.runner import check_structure
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure
from tests.factories import structure


def codes(text: str) -> dict[str, int]:
    """How many findings of each rule, citations aside."""
    counts: dict[str, int] = {}
    for finding in find(structure(text)):
        counts[finding.code] = counts.get(finding.code, 0) + 1
    return counts


def find(checked: Structure) -> tuple[Finding, ...]:
    """Every finding, citations and chairs aside."""
    return check_structure(checked, ignore=["uncited", "chair-unsaid"]).findings


def test_a_ring_of_a_thousand_bodies_is_one_finding() -> None:
    """Beside the missing apex nothing is said of a ring but that it is one."""
    cycle = "; ".join(f"b{n:04} -> b{(n + 1) % 1000:04}" for n in range(1000))
    assert codes(cycle) == {"GG103": 1, "GG107": 1}


def test_a_chain_of_twenty_thousand_bodies_is_named_at_its_foot_alone() -> None:
    """A deep chain needs no recursion, and its evidence is cut short."""
    chain = "; ".join(f"b{n} -> b{n + 1}" for n in range(20_000)) + "; b20000*"
    found = {finding.code: finding for finding in find(structure(chain))}
    assert set(found) == {"GG110", "GG111"}
    assert "20,000 steps" in found["GG111"].message
    assert len(found["GG111"].chain) == 50


def test_a_broken_chain_of_twenty_thousand_bodies_is_one_finding() -> None:
    """That of the body where it stops, which keeps each of them."""
    chain = "; ".join(f"b{n} -> b{n + 1}" for n in range(20_000)) + "; trust*"
    found = find(structure(chain))
    (told,) = (finding for finding in found if finding.code == "GG101")
    assert "20,000 bodies below it therefore reach none" in told.message
    broken = [finding for finding in told.parts if finding.code == "GG102"]
    assert len(broken) == 20_000
    assert all("it stops at B20000" in finding.message for finding in broken)


def test_a_weak_chain_of_twenty_thousand_bodies_names_its_weak_line_to_each() -> None:
    """The line at the top that nobody states is found from every body below it."""
    chain = "; ".join(f"b{n} -> b{n + 1}" for n in range(20_000)) + "; b20000 -part_of-> trust*"
    weak = [finding for finding in find(structure(chain)) if finding.code == "GG113"]
    assert len(weak) == 20_000
    assert all("from B20000 to Trust" in finding.message for finding in weak)
    assert max(len(finding.chain) for finding in weak) == 50


def test_chains_that_run_side_by_side_for_ever_are_not_followed_for_ever() -> None:
    """Two ladders that never meet: beyond two hundred steps nothing is said of meeting."""
    rungs = (
        f"left{n} -> left{n + 1}; right{n} -> right{n + 1}; d{n} -> left{n}; d{n} -> right{n}"
        for n in range(1_000)
    )
    found = find(structure("; ".join((*rungs, "left1000 -> l*; right1000 -> r*"))))
    says = {f.subject.body: f.message for f in found if f.code == "GG105"}
    assert "the lines never meet" in says["d999"]
    assert says["d0"].endswith("and no line says for what.")


def test_a_relation_written_ten_thousand_times_is_held_against_itself_a_few_times() -> None:
    """The number of pairs is bounded."""
    trust = structure("fleet -> trust*")
    cited = [
        replace(trust.relations[0], scope=str(number), cites=(Citation(source=f"paper{number}"),))
        for number in range(10_000)
    ]
    found = check_structure(replace(trust, relations=tuple(cited)), select=["GG403"]).findings
    assert len(found) == 50 * 49 // 2


def test_a_lattice_of_diamonds_is_answered_without_walking_every_path() -> None:
    """Forty layers have 2^40 chains; only what is asked of them is worked out."""
    layers = (
        f"{a}{n} -> {b}{n + 1}"
        for n in range(40)
        for a in ("left", "right")
        for b in ("left", "right")
    )
    found = codes("; ".join((*layers, "left40 -> apex*", "right40 -> apex")))
    assert found == {"GG105": 80, "GG111": 2}


def test_where_every_body_answers_to_every_other_one_ring_is_shown() -> None:
    """A complete graph of two hundred bodies is one ring, and two of them show it."""
    pairs = (f"b{n:03} -> b{m:03}" for n in range(200) for m in range(200) if n != m)
    found = find(structure("; ".join(pairs)))
    cycles = [finding for finding in found if finding.code == "GG103"]
    assert [finding.chain for finding in cycles] == [("b000", "b001", "b000")]
    assert len(cycles[0].others) == 200
    assert {finding.code for finding in found} == {"GG103", "GG105", "GG107", "GG112"}


def test_where_every_body_answers_to_all_above_it_lines_meet_at_the_top() -> None:
    """A complete order of sixty bodies: each pair of lines is found to meet."""
    pairs = (f"b{n:02} -> b{m:02}{'*' if m == 0 else ''}" for n in range(60) for m in range(n))
    dual = [f for f in find(structure("; ".join(pairs))) if f.code == "GG105"]
    assert len(dual) == 58
    assert all("meet again at B00" in finding.message for finding in dual)


@pytest.mark.parametrize("text", ["a -> b -> c", "a; b", "a -> b -> a"])
def test_without_an_apex_no_body_is_left_without_a_finding(text: str) -> None:
    """Whatever the shape, every body is spoken of as long as accountability ends nowhere."""
    found = find(structure(text))
    about = {body for finding in found for body in (finding.subject.body, *finding.others)}
    assert about >= set(structure(text).body_by_id)


def test_what_is_found_does_not_depend_on_the_order_of_the_file() -> None:
    """The same structure written backwards gives the same findings in the same order."""
    parts = ["a -> b -> a", "c -> a", "d -> e", "e -supports-> f*", "g -> f", "g -> b", "h -> h"]
    there, back = structure("; ".join(parts)), structure("; ".join(reversed(parts)))
    assert find(there) == find(back)
