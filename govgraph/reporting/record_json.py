"""Any record of the model as plain data, under the names it has in a structure file."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import Recorded
from govgraph.model.relations import Relation

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
