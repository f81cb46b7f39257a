"""Records made or changed in Python, held against what a file may say."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.plain_data import record_as_data, structure_as_data
from govgraph.formats.python_data import NAME, read_mapping
from govgraph.formats.record_fields import BODY
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure


def check_records(structure: Structure) -> None:
    """Check a structure as if it had been read.

    Raises:
        LoadError: a field holds a value of the wrong type, or what no file may say.
    """
    wrong = tuple(_find_mistyped(structure, ""))
    if wrong:
        raise LoadError(wrong)
    read_mapping(structure_as_data(structure))


def change_body(structure: Structure, body: Body, changes: Mapping[str, Any]) -> Structure:
    """A structure with some fields of a body changed, each as a file would have it.

    Raises:
        LoadError: a field or its value means nothing; or it is no field of a body alone.
    """
    known = record_as_data(BODY, body)
    named = {key.rstrip("_"): value for key, value in changes.items()}
    data = {key: value for key, value in (known | named).items() if value is not None}
    whole = structure_as_data(structure)
    strangers = [key for key in named if key not in BODY.by_name or key in {"seats", "chair"}]
    if strangers:
        data = {"name": body.name} | {key: named[key] for key in strangers}
        read_mapping({"bodies": {body.id: data}})
        place = Place(NAME, 1, 1, f"bodies.{body.id}.{strangers[0]}")
        raise LoadError((Problem(place, f"'{strangers[0]}' is no field of a body alone"),))
    read = read_mapping(whole | {"bodies": whole["bodies"] | {body.id: data}})
    changed = read.body_by_id[body.id]
    changed = replace(changed, place=body.place, kind_place=body.kind_place)
    bodies = tuple(changed if each.id == body.id else each for each in structure.bodies)
    return replace(structure, bodies=bodies)


def _find_mistyped(record: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401 - any record
    """Each field of a record, and of those within it, that holds what it cannot."""
    for name, wanted in _types(type(record)).items():
        value, where = getattr(record, name), f"{path}{name}"
        if not _is_a(value, wanted):
            place = Place(NAME, 1, 1, where)
            yield Problem(place, f"{value!r:.60} stands here{_advise(value, wanted)}")
        elif isinstance(value, tuple):
            for number, each in enumerate(value, 1):
                if is_dataclass(each):
                    key = getattr(each, "id", "") or number
                    yield from _find_mistyped(each, f"{where}.{key}.")


def _advise(value: object, wanted: Any) -> str:  # noqa: ANN401 - any annotation
    kinds = [getattr(kind, "__name__", str(kind)) for kind in get_args(wanted) or (wanted,)]
    if isinstance(value, str | date) and PartialDate in get_args(wanted):
        return f"; a date of a record is PartialDate.parse('{value}')"
    said = " or ".join(kind for kind in kinds if kind != "NoneType") or str(wanted)
    return (
        f"; a {said} should" if get_origin(wanted) is not tuple else "; a tuple of records should"
    )


def _types(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - the class of a record
    """The fields of a record that are compared, with their types."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if each.compare}


def _is_a(value: object, wanted: Any) -> bool:  # noqa: ANN401 - any annotation
    """Whether a value has a type; what is within a tuple, too."""
    origin = get_origin(wanted)
    if origin in {Union, UnionType}:
        return any(_is_a(value, kind) for kind in get_args(wanted))
    if origin is tuple:
        first, *rest = get_args(wanted)
        if not isinstance(value, tuple):
            return False
        return all(_is_a(each, first) for each in value) if rest == [...] else True
    if not isinstance(wanted, type):
        return True
    if wanted is int and isinstance(value, bool):
        return False
    return isinstance(value, wanted)
