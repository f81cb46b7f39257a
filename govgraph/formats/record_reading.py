"""From a mapping of fields to what the model makes of it, as the fields themselves say."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from govgraph.errors import Place
from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.kind_records import LOOK
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode, describe, is_absent
from govgraph.formats.problems import Reading, shown
from govgraph.formats.record_fields import CITATION
from govgraph.formats.rule_records import CONDITION, PARTNER, RELATION_KEY, SELECTOR
from govgraph.formats.values import (
    composed,
    items,
    read_choice,
    read_choices,
    read_flag,
    read_number,
    read_reference,
    read_references,
    read_steps,
    read_text,
    read_texts,
)
from govgraph.formats.written_dates import read_date
from govgraph.model.kinds import Look
from govgraph.model.requirements import Partner, PolicyCondition, Selector
from govgraph.model.sources import Citation

ID = "id"
"""The field that names a record, where it does not stand under its id."""

_RUN_ON = re.compile(r"([^\W\d]\w*):[^\s/]")
"""A field that runs into its value, which YAML takes for one text: `name:Group`."""
_NO_SPACE = "the colon after '{name}' has no space after it"

Attributes: TypeAlias = dict[str, Any]
"""The attributes of something of the model, by name, ready to make it with."""


def read_attributes(
    reading: Reading,
    record: Record,
    node: MapNode,
    *,
    beside: Collection[str] = (),
    label: str = "",
) -> Attributes | None:
    """The attributes written in a mapping, or None where a required one is not there to use.

    Names in `beside` may stand in the mapping too; whoever gives them reads them. `label` says
    in messages which record it is.
    """
    attributes: Attributes = {}
    meant: set[str] = set()
    for name, entry in node.entries.items():
        field = record.by_name.get(name)
        if field is None:
            if name not in beside and not (name == ID and record.by_id):
                meant.add(_reject_name(reading, record, entry, name, beside))
            continue
        value = entry.value
        if type(value) is TextNode and not value.text:
            continue
        read = READERS.get(field.form)
        found = read(reading, value, field) if read else None
        if found is not None:
            attributes[field.becomes] = found
            if field.place:
                attributes[field.place] = _place(reading, value, field)
    missing = [field for field in record.required if field.becomes not in attributes]
    for field in missing:
        written = node.entries.get(field.name)
        if field.name not in meant and (not written or is_absent(written.value)):
            which = f" '{shown(label)}'" if label else ""
            reading.reject(node, f"the {record.noun}{which} has no '{field.name}'")
    return None if missing else attributes


def _place(reading: Reading, node: Node, field: Field) -> Place | tuple[Place, ...]:
    """Where a value was written; of ids that may be several, where each was."""
    if field.form is not Form.REFERENCES:
        return reading.place(node)
    listed = node.items if type(node) is ListNode else (node,)
    return tuple(map(reading.place, listed))


def _reject_name(
    reading: Reading, record: Record, entry: Entry, name: str, beside: Collection[str]
) -> str:
    """Say that no such field exists, and give the one that was meant."""
    own = (ID,) if record.by_id else ()
    allowed = tuple(dict.fromkeys((*own, *record.by_name, *beside)))
    run_on = _RUN_ON.match(name)
    if run_on and run_on[1] in allowed:
        reading.reject(entry, _NO_SPACE.format(name=run_on[1]), found=name)
        return run_on[1]
    meant = record.meant_by.get(name.casefold())
    message = f"'{shown(name)}' is not a field of a {record.noun}"
    return reading.reject(entry, message, found=name, allowed=allowed, nearest=meant)


def expect_mapping(reading: Reading, node: Node, subject: str) -> MapNode | None:
    """The node, if it is a mapping; says so if it is not, or what made text of it."""
    if type(node) is MapNode:
        return node
    run_on = _RUN_ON.match(node.text or "") if type(node) is TextNode else None
    if run_on:
        reading.reject(node, _NO_SPACE.format(name=run_on[1]), found=run_on[0])
        return None
    reading.reject(node, f"{subject} must be a mapping of fields, not {describe(node)}")
    return None


def read_citations(reading: Reading, node: Node, field: Field) -> tuple[Citation, ...]:
    """Citations: `source-id locator words`, a mapping of its parts, or a list of them."""
    citations = (_read_citation(reading, item, field) for item in items(reading, node, field))
    return tuple(citation for citation in citations if citation)


def _read_citation(reading: Reading, node: Node, field: Field) -> Citation | None:
    """One citation."""
    if type(node) is MapNode:
        attributes = read_attributes(reading, CITATION, node)
        return Citation(**attributes, place=reading.place(node)) if attributes else None
    text = read_text(reading, node, field)
    if text is None:
        return None
    source, *locator = text.split(maxsplit=1)
    return Citation(source=composed(source), at="".join(locator), place=reading.place(node))


def read_partners(reading: Reading, node: Node, field: Field) -> tuple[Partner, ...]:
    """The partners of a membership list: names, or mappings of a name and other names."""
    partners = (_read_partner(reading, item, field) for item in items(reading, node, field))
    return tuple(partner for partner in partners if partner)


def _read_partner(reading: Reading, node: Node, field: Field) -> Partner | None:
    """One partner."""
    if type(node) is MapNode:
        attributes = read_attributes(reading, PARTNER, node)
        return Partner(**attributes, place=reading.place(node)) if attributes else None
    name = read_text(reading, node, field)
    return None if name is None else Partner(name=name, place=reading.place(node))


def read_selector(reading: Reading, node: Node, field: Field) -> Selector | None:
    """Which bodies something applies to."""
    mapping = expect_mapping(reading, node, f"'{field.name}'")
    attributes = read_attributes(reading, SELECTOR, mapping) if mapping else None
    return None if attributes is None else Selector(**attributes, place=reading.place(node))


def read_condition(reading: Reading, node: Node, field: Field) -> PolicyCondition | None:
    """What a rule asks for; it must ask for something."""
    mapping = expect_mapping(reading, node, f"'{field.name}'")
    attributes = read_attributes(reading, CONDITION, mapping) if mapping else None
    if attributes is None:
        return None
    if not attributes:
        reading.reject(node, f"'{field.name}' asks for nothing", allowed=tuple(CONDITION.by_name))
    elif "within" in attributes and "reach" not in attributes:
        reading.reject(node, f"'within' says nothing without 'reach' in '{field.name}'")
    return PolicyCondition(**attributes, place=reading.place(node))


def read_relation_key(reading: Reading, node: Node, field: Field) -> tuple[str, str, str] | None:
    """A relation by its ends and kind: `FROM KIND TO` in words, or as a mapping."""
    if type(node) is MapNode:
        attributes = read_attributes(reading, RELATION_KEY, node)
        return (attributes["from"], attributes["kind"], attributes["to"]) if attributes else None
    text = read_text(reading, node, field)
    if text is None:
        return None
    words = composed(text).split()
    if len(words) != len(RELATION_KEY.fields):
        reading.reject(node, f"'{field.name}' must be written as FROM KIND TO", found=text)
        return None
    return (words[0], words[1], words[2])


def read_look(reading: Reading, node: Node, field: Field) -> Look | None:
    """How relations of a kind are drawn."""
    mapping = expect_mapping(reading, node, f"'{field.name}'")
    attributes = read_attributes(reading, LOOK, mapping) if mapping else None
    return Look(**attributes) if attributes else None


READERS: Mapping[Form, Callable[[Reading, Node, Field], object | None]] = {
    Form.TEXT: read_text,
    Form.TEXTS: read_texts,
    Form.FLAG: read_flag,
    Form.NUMBER: read_number,
    Form.STEPS: read_steps,
    Form.DATE: read_date,
    Form.CHOICE: read_choice,
    Form.CHOICES: read_choices,
    Form.KIND: read_reference,
    Form.REFERENCE: read_reference,
    Form.REFERENCES: read_references,
    Form.CITATIONS: read_citations,
    Form.SELECTOR: read_selector,
    Form.CONDITION: read_condition,
    Form.PARTNERS: read_partners,
    Form.RELATION: read_relation_key,
    Form.LOOK: read_look,
}
"""How each form is read; seats alone are read with the body they stand on."""
