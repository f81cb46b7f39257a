"""What single fields cannot say: which of them make sense together."""

from govgraph.formats.fields import Record
from govgraph.formats.nodes import MapNode
from govgraph.formats.problems import Reading
from govgraph.formats.record_reading import ID, Attributes
from govgraph.formats.records import BODY, RELATION_KIND
from govgraph.formats.rule_records import POLICY_RULE
from govgraph.model.kinds import RELATION_KINDS


def check_sense(
    reading: Reading, record: Record, id_: str, node: MapNode, attributes: Attributes
) -> None:
    """Note what does not make sense about a record as a whole."""
    if record is RELATION_KIND:
        _check_relation_kind(reading, id_, node, attributes)
    elif record is POLICY_RULE:
        _check_rule(reading, id_, node, attributes)


def _check_relation_kind(reading: Reading, id_: str, node: MapNode, attributes: Attributes) -> None:
    """A declared kind may take no field's name, and change no built-in kind's class."""
    if id_ in BODY.by_name or id_ == ID:
        reading.reject(node, f"'{id_}' is a field of bodies, and cannot be a kind of relation")
    built_in = RELATION_KINDS.get(id_)
    if built_in and built_in.relation_class is not attributes["relation_class"]:
        message = f"'{id_}' is built in, and its class is {built_in.relation_class}"
        reading.reject(node, message, allowed=(built_in.relation_class,))


def _check_rule(reading: Reading, id_: str, node: MapNode, attributes: Attributes) -> None:
    """A rule speaks of every body of a selection, or of layers, or of independence."""
    demands = [name for name in ("must", "must_not") if name in node.entries]
    if "every" in node.entries and not demands:
        reading.reject(node, f"the rule '{id_}' says 'every' but neither 'must' nor 'must_not'")
    elif demands and "every" not in node.entries:
        reading.reject(
            node, f"the rule '{id_}' says '{demands[0]}' but not of which bodies: 'every'"
        )
    elif not demands and not attributes.get("layers") and not attributes.get("independent"):
        message = f"the rule '{id_}' asks for nothing"
        reading.reject(node, message, allowed=("every", "layers", "independent"))
