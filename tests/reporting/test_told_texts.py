"""What a terminal is told has not changed unawares: every question of a small county, as text.

`GOVGRAPH_GOLDEN=write uv run pytest tests/reporting/test_told_texts.py` writes it anew; read the
difference before you commit it.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from govgraph.analysis.chain import find_chains
from govgraph.analysis.history import find_history
from govgraph.analysis.impact import find_impact
from govgraph.analysis.reports import find_reports
from govgraph.analysis.seating import find_seating
from govgraph.analysis.ties import find_ties
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.answer_text import chains_as_text, impact_as_text, reports_as_text
from govgraph.reporting.history_text import history_as_text
from govgraph.reporting.seats_text import seats_as_text
from govgraph.reporting.ties_text import ties_as_text
from tests.reporting.small_county import COUNTY

GOLDEN = Path(__file__).parents[1] / "golden" / "told.txt"
SEATED = replace(
    COUNTY,
    relations=(
        *COUNTY.relations,
        Relation(from_body="fleet", kind="reports_to", to_body="hart", scope="its budget"),
    ),
    seats=(
        *COUNTY.seats,
        Seat(body="fleet", role=Role.CHAIR, held_by=("ann",)),
        Seat(body="trust", role=Role.SECRETARY, held_by=("ann", "bob")),
        Seat(body="trust", ex_officio="chair of fleet"),
    ),
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


def test_what_is_told_of_a_small_county_is_as_before() -> None:
    """From its own standpoint, and with what is proposed and presumed counted."""
    everything = Standpoint(include=frozenset({Status.PROPOSED}), presume=True)
    made = "\n\n".join([*told(SEATED, Standpoint()), *told(SEATED, everything)]) + "\n"
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8", newline="\n")
    assert made == GOLDEN.read_text(encoding="utf-8")
