"""The JSON Schemas that answers are made of; docs/json.md says what the fields mean."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
RECORD: Schema = {"type": "object"}


def listing(of: Schema) -> Schema:
    """A list of such things."""
    return {"type": "array", "items": of}


def record(required: Schema, optional: Schema | None = None) -> Schema:
    """An object that has some fields and may have others."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
    }


IDS = listing(TEXT)
STEP = record({"from": TEXT, "kind": TEXT, "to": TEXT, "basis": TEXT})
CHAIN = record(
    {
        "steps": listing(STEP),
        "basis": TEXT_OR_NULL,
        "apex": TEXT_OR_NULL,
        "apex_basis": TEXT_OR_NULL,
        "stops": {"type": ["object", "null"]},
        "leaves": TEXT_OR_NULL,
    }
)
HEARD = {"last_heard": listing(RECORD)}
UNSURE = {"dates_uncertain": listing(RECORD)} | HEARD
