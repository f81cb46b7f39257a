"""From where a question was answered, as plain data; docs/json.md describes the shape."""

from typing import Any

from govgraph.analysis.last_heard import LastHeard
from govgraph.model.mentions import Mention
from govgraph.model.standpoint import Lived, Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.record_json import subject_as_data
from govgraph.wording.standpoints import format_standpoint_of


def standpoint_as_data(structure: Structure, here: Standpoint) -> dict[str, Any]:
    """`{"as_at", "include": [statuses], "proposals", "presume", "undated", "says"}`."""
    return {
        "as_at": str(here.as_at) if here.as_at else None,
        "include": sorted(map(str, here.include)),
        "proposals": str(here.reading),
        "presume": here.presume,
        "undated": here.undated,
        "says": format_standpoint_of(structure, here),
    }


def presence_as_data(here: Standpoint, thing: Lived) -> dict[str, Any]:
    """`{"presence"}`, with `"heard"` where a paper first or last speaks of it."""
    presence, words = str(here.presence(thing)), here.format_presence(thing)
    return {"presence": presence} | ({"heard": words} if words != presence else {})


def last_heard_as_data(heard: tuple[LastHeard, ...]) -> list[dict[str, Any]]:
    """`[{"date", "source", "silent": {"date", "source"}, "records": [...]}]`."""
    return [
        _mention(one.mention.last)
        | {
            "silent": _mention(one.mention.silent),
            "records": list(map(subject_as_data, one.records)),
        }
        for one in heard
    ]


def _mention(mention: Mention) -> dict[str, Any]:
    return {"date": str(mention.date), "source": mention.source or None}
