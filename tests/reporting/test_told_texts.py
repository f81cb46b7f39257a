"""What is told of a small county has not changed unawares: every question, as text and as data.

`GOVGRAPH_GOLDEN=write uv run pytest tests/reporting/test_told_texts.py` writes it anew; read the
difference before you commit it.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.about import VERSION
from govgraph.analysis.chain import find_chains
from govgraph.analysis.history import find_history
from govgraph.analysis.impact import find_impact
from govgraph.analysis.interlocks import find_people
from govgraph.analysis.last_heard import find_last_heard
from govgraph.analysis.membership import find_membership
from govgraph.analysis.paths import find_paths
from govgraph.analysis.profile import build_profile
from govgraph.analysis.reports import find_reports
from govgraph.analysis.seating import find_seating
from govgraph.analysis.superiors import find_common_superiors
from govgraph.analysis.ties import find_ties
from govgraph.checks.comparison import compare_states
from govgraph.checks.policy import judge_policy
from govgraph.checks.runner import Findings, gather_evidence
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.answer_json import Data, chains_as_data, profile_as_data
from govgraph.reporting.answer_text import (
    chains_as_text,
    common_as_text,
    impact_as_text,
    paths_as_text,
    reports_as_text,
)
from govgraph.reporting.difference.difference_as_json import difference_as_data
from govgraph.reporting.difference.difference_as_text import (
    difference_as_markdown,
    difference_as_text,
)
from govgraph.reporting.findings.findings_forms import FORMS, render_findings
from govgraph.reporting.history_text import history_as_text
from govgraph.reporting.listing import TABLES, build_listing, listing_as_data, listing_as_text
from govgraph.reporting.membership_text import requirements_as_text, seats_as_text
from govgraph.reporting.paper.paper_markdown import write_markdown
from govgraph.reporting.paper.paper_sections import write_paper
from govgraph.reporting.people_json import (
    people_as_data,
    requirements_as_data,
    seats_as_data,
    ties_as_data,
)
from govgraph.reporting.people_text import people_as_text, ties_as_text
from govgraph.reporting.policy_text import policy_as_data, policy_as_text
from govgraph.reporting.record_json import last_heard_as_data, record_as_data
from tests.golden_files import hold
from tests.model.test_mentions import PAPERS
from tests.reporting.paper_samples import content_of
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN, WAIVED

EVERYTHING = Standpoint(include=frozenset({Status.PROPOSED}), presume=True)
SEATED = replace(
    COUNTY,
    relations=(
        replace(COUNTY.relations[0], from_=PartialDate.parse("2009-04", "in the spring")),
        *COUNTY.relations[1:],
        Relation(from_body="fleet", kind="reports_to", to_body="hart", scope="its budget"),
    ),
    seats=(
        *COUNTY.seats,
        Seat(body="fleet", role=Role.CHAIR, held_by=("ann",)),
        Seat(body="trust", role=Role.SECRETARY, held_by=("ann", "bob")),
        Seat(body="trust", ex_officio="chair of fleet"),
    ),
    people=(*COUNTY.people, Person(id="bob", name="Bob Ray")),
)


def told(structure: Structure, standpoint: Standpoint) -> Iterator[str]:
    """Every answer about every body, and about the whole."""
    graph = AccountabilityGraph(structure, standpoint)
    for body in structure.bodies:
        yield f"# {body.id}"
        yield chains_as_text(graph, find_chains(graph, body.id))
        yield ties_as_text(graph, find_ties(graph, body.id))
        yield reports_as_text(graph, find_reports(graph, body.id))
        yield impact_as_text(graph, find_impact(graph, body.id))
        yield seats_as_text(graph, find_seating(graph, body.id), 80)
    yield history_as_text(find_history(structure), 60)
    yield people_as_text(graph, find_people(graph), 80)
    yield people_as_text(graph, find_people(graph, "ann"))
    yield requirements_as_text(graph, find_membership(graph, whatever=True), 80)
    yield common_as_text(graph, find_common_superiors(graph, ["fleet", "hart"]))
    yield paths_as_text(graph, find_paths(graph, "fleet", "trust"))
    yield policy_as_text(graph, judge_policy(gather_evidence(graph)))
    yield from (listing_as_text(build_listing(graph, what), 80) for what in TABLES)


def data(structure: Structure, standpoint: Standpoint) -> Iterator[Data]:
    """Every answer as programs get it."""
    graph = AccountabilityGraph(structure, standpoint)
    for body in structure.bodies:
        yield chains_as_data(find_chains(graph, body.id))
        yield ties_as_data(find_ties(graph, body.id))
        yield seats_as_data(find_seating(graph, body.id))
        yield profile_as_data(build_profile(graph, body.id))
    yield people_as_data(find_people(graph))
    yield requirements_as_data(find_membership(graph, whatever=True))
    yield policy_as_data(judge_policy(gather_evidence(graph)))
    yield from (listing_as_data(build_listing(graph, what)) for what in TABLES)
    records = (*structure.bodies[1:2], *structure.relations[:2], *structure.seats[:2])
    yield {"records": [record_as_data(each) for each in records]}
    papers = AccountabilityGraph(PAPERS, PAPERS.standpoint(PartialDate.parse("2018")))
    yield {"last_heard": last_heard_as_data(find_last_heard(papers))}


def test_what_is_told_of_a_small_county_is_as_before() -> None:
    """From its own standpoint, and with what is proposed and presumed counted."""
    hold("told.txt", "\n\n".join([*told(SEATED, Standpoint()), *told(SEATED, EVERYTHING)]) + "\n")


def test_what_programs_get_of_a_small_county_is_as_before() -> None:
    """With what is proposed and presumed counted."""
    hold("told.json", json.dumps([*data(SEATED, EVERYTHING)], indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("form", FORMS)
def test_findings_are_told_as_before(form: str) -> None:
    """In every form; one is waived, one has a chain."""
    graph = AccountabilityGraph(SEATED, EVERYTHING)
    found = Findings(SEATED, graph.standpoint, (ITSELF, ORPHAN, WAIVED))
    hold(f"findings-as/{form}.txt", render_findings(found, form, 80).replace(VERSION, "VERSION"))


def test_a_difference_is_told_as_before() -> None:
    """In a terminal, in Markdown and as data."""
    graphs = [AccountabilityGraph(COUNTY, Standpoint()), AccountabilityGraph(SEATED, EVERYTHING)]
    comparison = compare_states(*graphs)
    told = [difference_as_text(comparison, 80), difference_as_markdown(comparison)]
    told.append(json.dumps(difference_as_data(comparison), indent=1, ensure_ascii=False))
    hold("difference.txt", "\n\n".join(told) + "\n")


def test_a_paper_is_written_as_before() -> None:
    """As Markdown, with what is proposed."""
    (_, text), *_ = write_markdown(write_paper(content_of(include=True)), Path("paper.md"))
    hold("paper.md", str(text).replace(VERSION, "VERSION"))
