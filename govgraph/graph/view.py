"""The same structure as a networkx graph, for people and for their own algorithms."""

from typing import TYPE_CHECKING, Any

from govgraph.graph.accountability import AccountabilityGraph

if TYPE_CHECKING:
    import networkx

    Network = networkx.MultiDiGraph[str]
    """A graph as networkx has it."""


def build_networkx(graph: AccountabilityGraph) -> "networkx.MultiDiGraph[str]":
    """Every body and relation that holds from the graph's standpoint, with all attributes.

    Nodes are ids of bodies; edges run from the one who answers, keyed by kind of relation, and
    say in `accountability` whether they are lines of account. Attributes are text, numbers,
    truth values or lists of text, so that networkx can write them to a file.
    """
    import networkx

    structure, standpoint = graph.structure, graph.standpoint
    view: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        id=structure.id, title=structure.title, as_at=str(standpoint.as_at or "")
    )
    for id_ in graph.bodies:
        view.add_node(id_, **_attributes(structure.body_by_id[id_]))
    lines = frozenset(graph.table.relations)
    for index, relation in enumerate(structure.relations):
        ends = graph.holds(relation.from_body) and graph.holds(relation.to_body)
        if ends and standpoint.holds(relation):
            view.add_edge(
                relation.from_body,
                relation.to_body,
                accountability=index in lines,
                **_attributes(relation),
            )
    return view


def _attributes(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record of the model
    """The fields of a record that are set, as plain values under their written names."""
    from dataclasses import fields

    attributes: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.compare and value not in (None, "", ()):
            name = field.name.rstrip("_")
            attributes[name] = _plain(value)
    return attributes


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    """A value as text, number, truth value or list of text."""
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value if type(value) is int else str(value)
