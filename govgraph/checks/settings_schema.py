"""The JSON Schema of `govgraph.toml`, for editors; of `pyproject.toml` it is `tool.govgraph`'s."""

import re
from typing import Any

from govgraph.checks.settings_faults import LISTS, OFF, SEVERITIES
from govgraph.formats.json_schema import DIALECT, build_schema

_SAYS = {
    "select": "Rules to run: codes, beginnings of codes (GG1) or names. All unless given.",
    "ignore": "Rules to leave out, likewise.",
    "against": "Files of requirements and policy to check against, beside this file.",
    "fail-on": "The severity from which findings make the exit code 1.",
    "severity": "How grave rules are, by code or name; off leaves a rule out.",
}


def build_settings_schema() -> dict[str, Any]:
    """What may stand in a file of settings; `policy` as in a structure file.

    >>> build_settings_schema()["properties"]["check"]["properties"]["fail-on"]["enum"]
    ['error', 'warning', 'information']
    """
    words = [*reversed(SEVERITIES)]
    texts = {"type": "array", "items": {"type": "string"}}
    keys: dict[str, Any] = {key: dict(texts) for key in LISTS}
    keys["fail-on"] = {"enum": words}
    keys["severity"] = {"type": "object", "additionalProperties": {"enum": [*words, OFF]}}
    for key, schema in keys.items():
        schema["description"] = _SAYS[key]
    check = {"type": "object", "additionalProperties": False, "properties": keys}
    whole: dict[str, Any] = build_schema()
    policy = whole["properties"]["policy"]
    return {
        "$schema": DIALECT,
        "title": "Settings of govgraph",
        "type": "object",
        "additionalProperties": False,
        "properties": {"check": check, "policy": policy},
        "$defs": _reached(policy, whole["$defs"]),
    }


def _reached(schema: Any, known: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """The definitions that a schema refers to, and those that these refer to."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        for name in re.findall(r"'#/\$defs/([^']+)'", repr(waiting.pop())):
            if name not in found:
                found[name] = known[name]
                waiting.append(known[name])
    return {name: found[name] for name in sorted(found)}
