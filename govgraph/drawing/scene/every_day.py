"""The diagram of all that is ever there, for a page that shows one day after another."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from govgraph.checks.runner import Findings
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.scene.scene import build_diagram
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint

_Dated = TypeVar("_Dated", Body, Relation)


def build_every_day(graph: AccountabilityGraph, diagram: Diagram) -> Diagram | None:
    """Every body and relation of the structure at once, whenever it is there; without findings.

    Args:
        graph: the structure.
        diagram: the whole of it from the standpoint of `graph`.

    Returns:
        None where `diagram` shows all of it already.
    """
    structure = graph.structure
    ever = replace(
        structure, bodies=_as_active(structure.bodies), relations=_as_active(structure.relations)
    )
    here = Standpoint(include=frozenset({Status.PROPOSED, Status.SHADOW}))
    whole = build_diagram(AccountabilityGraph(ever, here), Findings(ever, here, ()))
    if {body.id for body in whole.bodies} <= {body.id for body in diagram.bodies} and len(
        whole.lines
    ) <= len(diagram.lines):
        return None
    return replace(whole, bodies=tuple(replace(body, chips=()) for body in whole.bodies))


def _as_active(records: Iterable[_Dated]) -> tuple[_Dated, ...]:
    """What has ended drawn as it was while it was there."""
    return tuple(
        replace(record, status=Status.ACTIVE) if record.status is Status.ENDED else record
        for record in records
    )
