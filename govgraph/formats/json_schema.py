"""The structure file as a JSON Schema, for editors that complete and check while one writes.

The schema is made from the same fields that the reader uses. It says less than the reader where
JSON Schema cannot say it, and never more: a file that the reader takes is valid.
"""

from collections.abc import Iterable
from typing import TypeAlias

from govgraph.formats.fields import Field, Form, Record, Section
from govgraph.formats.kind_records import LOOK
from govgraph.formats.record_fields import BODY, CITATION, RELATION_ON_BODY, STRUCTURE
from govgraph.formats.record_reading import ID
from govgraph.formats.rule_records import CONDITION, PARTNER, RELATION_KEY, SELECTOR
from govgraph.formats.seat_records import SEAT_ON_BODY
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTIONS
from govgraph.formats.written_dates import DATED
from govgraph.model.kinds import RELATION_KINDS, RelationKind

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NESTED = (
    CITATION,
    SELECTOR,
    CONDITION,
    PARTNER,
    DATED,
    SEAT_ON_BODY,
    RELATION_ON_BODY,
    RELATION_KEY,
    LOOK,
)
"""The records that stand within others."""

_NOTHING: Schema = {"type": "null"}
_TEXT = ["string", "number", "boolean"]


def build_schema(relation_kinds: Iterable[RelationKind] = ()) -> Schema:
    """The JSON Schema of a structure file.

    Args:
        relation_kinds: kinds that an author declares, to be fields of bodies too. A schema
            cannot learn them from the file that it checks.
    """
    kinds = RELATION_KINDS | {kind.id: kind for kind in relation_kinds}
    records = (*NESTED, *(section.record for section in (*SECTIONS, *DECLARATIONS)))
    definitions = _forms() | {_name(record): _record(record) for record in records}
    definitions[_name(BODY)] = _record(BODY, _relations(kinds.values()))
    sections: Schema = {section.name: _optional(_section(section)) for section in SECTIONS}
    parts: Schema = {section.name: _optional(_section(section)) for section in DECLARATIONS}
    sections[KINDS] = _optional(_object(parts, "kinds that the author adds"))
    whole = _object(sections, "Everything known about one set of governance arrangements")
    head: Schema = {"$schema": DIALECT, "title": "A govgraph structure file"}
    return head | whole | {"minProperties": 1, "$defs": definitions}


def _forms() -> Schema:
    """What may stand in a field, by the form in which it is read.

    An editor may take `2010` for a number and `no` for a flag; the reader keeps both as text.
    """
    text: Schema = {"type": [*_TEXT], "pattern": r"\S"}
    year: Schema = {"type": "integer", "minimum": 1, "maximum": 9999}
    day: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?~?$"}
    partial: Schema = {"anyOf": [day, year]}
    flag = "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
    return {
        "id": {"type": [*_TEXT], "pattern": r"^\S+$"},
        Form.TEXT.name: text,
        Form.TEXTS.name: _one_or_many(text),
        Form.FLAG.name: {"type": ["boolean", "string"], "pattern": flag},
        Form.NUMBER.name: {"type": ["integer", "string"], "pattern": r"^\d+$", "minimum": 1},
        Form.STEPS.name: {"type": ["integer", "string"], "pattern": r"^\d+$", "minimum": 0},
        Form.DAY.name: partial,
        Form.DATE.name: _either(partial, _ref(_name(DATED))),
        Form.REFERENCE.name: text,
        Form.REFERENCES.name: _one_or_many(text),
        Form.CITATIONS.name: _one_or_many(_either(text, _ref(_name(CITATION)))),
        Form.SELECTOR.name: _ref(_name(SELECTOR)),
        Form.CONDITION.name: _ref(_name(CONDITION)),
        Form.PARTNERS.name: _one_or_many(_either(text, _ref(_name(PARTNER)))),
        Form.CHAIR.name: _one_or_many(text),
        Form.SEATS.name: {"type": "array", "items": _ref(_name(SEAT_ON_BODY))},
        Form.LOOK.name: _ref(_name(LOOK)),
        Form.RELATION.name: _either(text, _ref(_name(RELATION_KEY))),
    }


def _name(record: Record) -> str:
    """Under what name a record is defined."""
    return record.heading.replace(" ", "-")


def _ref(name: str) -> Schema:
    """Whatever is defined under `name`."""
    return {"$ref": f"#/$defs/{name}"}


def _either(*schemas: Schema) -> Schema:
    """Any one of these."""
    return {"anyOf": [*schemas]}


def _one_or_many(schema: Schema) -> Schema:
    """One, or a list of them."""
    return _either(schema, {"type": "array", "items": schema})


def _optional(schema: Schema) -> Schema:
    """The same, or nothing written; its description stays where editors look for it."""
    said = {key: value for key, value in schema.items() if key == "description"}
    return said | _either({key: schema[key] for key in schema if key not in said}, _NOTHING)


def _object(properties: Schema, says: str) -> Schema:
    """A mapping with these fields and no others."""
    return {
        "description": says,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _record(record: Record, further: Schema | None = None) -> Schema:
    """A mapping of the fields of a record, and further ones."""
    properties: Schema = {}
    if record.by_id:
        properties[ID] = {"description": "the id by which the file refers to it", **_ref(ID)}
    for field in record.fields:
        value: Schema = {"description": field.says, **_value(field)}
        properties[field.name] = value if field.required else _optional(value)
    schema = _object(properties | (further or {}), f"a {record.heading}")
    return schema | {"required": [field.name for field in record.required]}


def _value(field: Field) -> Schema:
    """What may stand in a field; the kinds listed are those an editor offers."""
    words: Schema = {"enum": [*field.choices]}
    match field.form:
        case Form.CHOICE:
            return words
        case Form.CHOICES:
            return _one_or_many(words)
        case Form.KIND:
            return _either(words, _ref(Form.TEXT.name))
        case Form.REFERENCES if field.choices:
            return _one_or_many(_either(words, _ref(Form.TEXT.name)))
        case form:
            return _ref(form.name)


def _relations(kinds: Iterable[RelationKind]) -> Schema:
    """The fields of a body that are kinds of relation."""
    targets = _one_or_many(_either(_ref(Form.TEXT.name), _ref(_name(RELATION_ON_BODY))))
    return {
        kind.id: _optional({"description": f"the bodies that it {kind.reads}", **targets})
        for kind in kinds
        if kind.id not in BODY.by_name
    }


def _section(section: Section) -> Schema:
    """What may stand in a section: one record, a list of them, or each of them under its id."""
    said: Schema = {"description": section.says}
    record = _ref(_name(section.record))
    if section.record is STRUCTURE:
        return said | record
    if not section.record.by_id:
        return said | {"type": "array", "items": record}
    named_by = section.record.named_by
    known: Schema = {"anyOf": [{"required": [name]} for name in (ID, named_by) if name]}
    listed: Schema = {"type": "array", "items": {"allOf": [record, known]}}
    under_ids: Schema = {
        "type": "object",
        "propertyNames": {"pattern": r"^\S+$"},
        "additionalProperties": record if section.record.required else _optional(record),
    }
    return said | _either(under_ids, listed)
