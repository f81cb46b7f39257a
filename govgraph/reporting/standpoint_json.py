"""From where a question was answered, as plain data; docs/json.md describes the shape."""

from typing import Any

from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.words import say_standpoint


def standpoint_as_data(structure: Structure, here: Standpoint) -> dict[str, Any]:
    """`{"as_at", "include": [statuses], "proposals", "presume", "says"}`."""
    return {
        "as_at": str(here.as_at) if here.as_at else None,
        "include": sorted(map(str, here.include)),
        "proposals": str(here.reading),
        "presume": here.presume,
        "says": say_standpoint(structure, here),
    }
