"""What single fields cannot say: which of them make sense together.

What would silently ask for nothing is refused, for its author believes that it is checked.
"""

from govgraph.formats.fields import Record
from govgraph.formats.kind_records import RELATION_KIND
from govgraph.formats.nodes import MapNode, is_absent
from govgraph.formats.problems import Reading
from govgraph.formats.record_fields import BODY
from govgraph.formats.record_reading import ID, Attributes
from govgraph.formats.rule_records import POLICY_RULE, REQUIREMENT, WAIVER
from govgraph.model.kinds import ADDED_LATER, RELATION_KINDS, Dash, LineEnd, RelationClass

_ARROWHEADS = {LineEnd.ARROW, LineEnd.TRIANGLE}
_PAIRS = ("layers", "independent")
"""Fields of a rule that say nothing of fewer than two."""


def check_sense(
    reading: Reading, record: Record, id_: str, node: MapNode, attributes: Attributes
) -> None:
    """Note what does not make sense about a record as a whole."""
    if record is BODY:
        _check_body(reading, id_, node, attributes)
    elif record is RELATION_KIND:
        _check_relation_kind(reading, id_, node, attributes)
    elif record is POLICY_RULE:
        _check_rule(reading, id_, node, attributes)
    elif record is WAIVER:
        _check_waiver(reading, node, attributes)
    elif record is REQUIREMENT and not attributes.get("seats_for"):
        reading.reject(node, f"the requirement '{id_}' has no 'seats_for', and so requires nothing")


def _check_body(reading: Reading, id_: str, node: MapNode, attributes: Attributes) -> None:
    """A chain may end at a body or leave the arrangements there, and only an end has a basis.

    Only a count can be a rough one.
    """
    if attributes.get("apex") and attributes.get("outside"):
        message = f"'{id_}' is marked as 'apex' and as 'outside': a chain ends there, or leaves"
        reading.reject(node.entries["outside"], message)
    if attributes.get("apex_basis") and not attributes.get("apex"):
        message = f"'apex_basis' of '{id_}' says nothing without 'apex: true'"
        reading.reject(node.entries["apex_basis"], message)
    if attributes.get("count_is_about") and not attributes.get("count"):
        message = f"'count_is_about' of '{id_}' says nothing without 'count'"
        reading.reject(node.entries["count_is_about"], message)


def _check_relation_kind(reading: Reading, id_: str, node: MapNode, attributes: Attributes) -> None:
    """A declared kind may take no field's name, and change no built-in kind's class."""
    if id_ in BODY.by_name or id_ == ID:
        reading.reject(node, f"'{id_}' is a field of bodies, and cannot be a kind of relation")
    _check_look(reading, node, attributes)
    built_in, class_ = RELATION_KINDS.get(id_), attributes["relation_class"]
    if built_in and id_ in ADDED_LATER:
        why = (
            "it need not be declared any more"
            if built_in.relation_class is class_
            else f"its class there is {built_in.relation_class}, but {class_} in this file, which"
            " keeps its own; rename the kind, or correct its class"
        )
        reading.note(node, f"the kind of relation '{id_}' is built in now", why)
    elif built_in and built_in.relation_class is not class_:
        message = f"'{id_}' is built in, and its class is {built_in.relation_class}"
        reading.reject(node, message, allowed=(built_in.relation_class,))


def _check_look(reading: Reading, node: MapNode, attributes: Attributes) -> None:
    """A solid line with an arrowhead is a line of account, and no other line is."""
    look = attributes.get("look")
    if look is None:
        return
    account = attributes["relation_class"] is RelationClass.ACCOUNTABILITY
    pointed = look.end in _ARROWHEADS
    if account and (look.dash not in {None, Dash.SOLID} or not (pointed or look.end is None)):
        message = "a line of account is drawn solid, and ends in an arrow or a triangle"
        reading.reject(node.entries["look"], message)
    elif not account and look.dash is Dash.SOLID and (pointed or look.end is None):
        message = "only a line of account is drawn solid with an arrowhead: say another end"
        reading.reject(node.entries["look"], message)


def _check_waiver(reading: Reading, node: MapNode, attributes: Attributes) -> None:
    """A waiver is about one relation, or one body, or some that are selected."""
    named = [name for name in ("relation", "body", "every") if name in attributes]
    if len(named) > 1:
        message = f"a waiver names '{named[0]}' or '{named[1]}', not both"
        reading.reject(node.entries[named[1]], message)


def _check_rule(reading: Reading, id_: str, node: MapNode, attributes: Attributes) -> None:
    """A rule speaks of every body of a selection, or of layers, or of independence."""
    written = [name for name, entry in node.entries.items() if not is_absent(entry.value)]
    conditions = [name for name in written if name in {"must", "must_not"}]
    if "every" in written and not conditions:
        reading.reject(node, f"the rule '{id_}' says 'every' but neither 'must' nor 'must_not'")
    elif conditions and "every" not in written:
        reading.reject(
            node, f"the rule '{id_}' says '{conditions[0]}' but not of which bodies: 'every'"
        )
    elif not conditions and not attributes.get("layers") and not attributes.get("independent"):
        message = f"the rule '{id_}' asks for nothing"
        reading.reject(node, message, allowed=("every", "layers", "independent"))
    for name in _PAIRS:
        if len(attributes.get(name, _PAIRS)) < len(_PAIRS):
            reading.reject(node.entries[name], f"'{name}' says nothing of fewer than two")
    if "share" in attributes and not attributes.get("independent"):
        reading.reject(node.entries["share"], "'share' says nothing without 'independent'")
