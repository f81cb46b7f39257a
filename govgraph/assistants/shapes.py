"""The JSON Schemas of what the tools answer; docs/json.md says what the fields mean."""

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
COUNTS: Schema = {"type": "object", "additionalProperties": COUNT}
STANDPOINT = record(
    {
        "as_at": TEXT_OR_NULL,
        "include": IDS,
        "proposals": {"enum": ["none", "all", "by date"]},
        "presume": FLAG,
        "undated": FLAG,
        "says": TEXT,
    }
)
PAGE = record({"total": COUNTS, "next_cursor": TEXT_OR_NULL})
NAMES: Schema = {"type": "object", "additionalProperties": TEXT}
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
FOUND = record(
    {"type": {"enum": ["body", "person"]}, "id": TEXT, "name": TEXT},
    {"also_known_as": IDS, "kind": TEXT, "area": TEXT, "presence": TEXT, "post": TEXT},
)
FINDING = record(
    {
        "code": TEXT,
        "name": TEXT,
        "severity": {"enum": ["error", "warning", "information"]},
        "subject": RECORD,
        "message": TEXT,
        "remedy": TEXT,
        "board": {"type": ["object", "null"]},
        "chain": IDS,
        "others": IDS,
        "variant": TEXT,
        "parts": listing(RECORD),
        "location": {"type": ["object", "null"]},
        "waived": FLAG,
        "waiver": {"type": ["object", "null"]},
    }
)
HEARD = {"last_heard": listing(RECORD)}
UNSURE = {"dates_uncertain": listing(RECORD)} | HEARD

ABOUT = {
    "structure": TEXT,
    "title": TEXT,
    "jurisdiction": TEXT,
    "own_date": TEXT_OR_NULL,
    "counts": COUNTS,
    "bodies_in_force": COUNT,
    "apexes": IDS,
    "body_kinds": COUNTS,
    "relation_kinds": COUNTS,
}
SEARCH = {"found": listing(FOUND)}
LIST = {"what": TEXT, "items": listing(RECORD)}
SHOW = {
    "id": TEXT,
    "name": TEXT,
    "kind": TEXT,
    "presence": TEXT,
    "dates_certain": FLAG,
    "succeeded_by": IDS,
    **{
        name: listing(RECORD)
        for name in ("relations", "relations_to_it", "seats", "sources", "milestones")
    },
}
CHAINS = {
    "body": TEXT,
    "chains": listing(CHAIN),
    "not_counted": listing(RECORD),
    "capped": FLAG,
    "succeeded_by": IDS,
    **UNSURE,
}
REPORTS = {"body": TEXT, "direct": IDS, "all": IDS, "succeeded_by": IDS, **UNSURE}
PATHS = {"from": TEXT, "to": TEXT, "paths": listing(IDS), "capped": FLAG, **HEARD}
COMMON = {"bodies": IDS, "nearest": IDS, "all": IDS, **HEARD}
IMPACT = {
    "body": TEXT,
    "orphaned": IDS,
    "lose_only_line": IDS,
    "arrive_without_it": IDS,
    "arrive_nowhere": IDS,
    **HEARD,
}
FINDINGS = {
    "structure": TEXT,
    "as_at": TEXT_OR_NULL,
    "findings": listing(FINDING),
    "summary": COUNTS,
    **UNSURE,
}


def answer_schema(fields: Schema) -> Schema:
    """An answer with its own fields, the standpoint, the page and the names of its bodies."""
    return record(fields | {"standpoint": STANDPOINT, "page": PAGE, "names": NAMES})
