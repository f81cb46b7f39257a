"""Any record of the model, and from where a question was answered, as plain data.

Under the names that a structure file has; docs/json.md describes the shapes.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from govgraph.analysis.last_heard import LastHeard
from govgraph.analysis.uncertainty import Doubt
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import Mention, Recorded
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Lived, Standpoint
from govgraph.model.structure import Structure
from govgraph.wording.standpoints import format_standpoint_of

WRITTEN_NAMES = {
    "from_": "from",
    "from_body": "from",
    "to_body": "to",
    "not_": "not",
    "relation_class": "class",
    "declared_class": "class",
}
"""Where a record's field goes by another name in the file, mostly because Python owns the word."""


def record_as_data(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record of the model
    """The fields of a record that say something, in the order of the model.

    A relation's life also starts with `from`; there the body keeps the word and the date is
    `since`, as in a file.
    """
    data: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if not field.compare or value in (None, "", ()):
            continue
        name = WRITTEN_NAMES.get(field.name, field.name)
        data["since" if name in data else name] = _plain(value)
    return data


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    for kind, make in _PLAIN:
        if isinstance(value, kind):
            return make(value)
    return record_as_data(value) if is_dataclass(value) else value


_PLAIN: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (
        PartialDate,
        lambda date: {"date": str(date), "words": date.words} if date.words else str(date),
    ),
    (Enum, str),
    (tuple, lambda values: [_plain(value) for value in values]),
)


def subject_as_data(record: Recorded) -> dict[str, Any]:
    """Which body, relation or seat is meant: `{"body"}`, `{"relation"}` or `{"body", "seat"}`."""
    if isinstance(record, Body):
        return {"body": record.id}
    if isinstance(record, Relation):
        below, kind, above = record.key
        return {"relation": {"from": below, "kind": kind, "to": above}}
    return {
        "body": record.body,
        "seat": str(record.role),
        "held_by": list(record.held_by),
        "represents": list(record.represents),
    }


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


def doubts_as_data(doubts: tuple[Doubt, ...]) -> list[dict[str, Any]]:
    """`[{"body" or "relation" or "body" and "seat", "edge", "date", "words"}]`."""
    return [
        {
            **subject_as_data(doubt.record),
            "edge": doubt.edge,
            "date": str(doubt.date),
            "words": doubt.date.words,
        }
        for doubt in doubts
    ]


def _mention(mention: Mention) -> dict[str, Any]:
    return {"date": str(mention.date), "source": mention.source or None}
