"""The JSON Schemas of the answers that are no questions; docs/json.md says what fields mean."""

from govgraph.reporting.json_shapes import (
    COUNT,
    FLAG,
    IDS,
    RECORD,
    TEXT,
    TEXT_OR_NULL,
    UNSURE,
    Schema,
    listing,
    record,
)

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
