"""Strategies for structure files that are right, made from the fields themselves."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.kind_records import RELATION_KIND
from govgraph.formats.record_fields import BODY, CITATION, RELATION_ON_BODY, STRUCTURE
from govgraph.formats.rule_records import (
    CONDITION,
    PARTNER,
    POLICY_RULE,
    RELATION_KEY,
    REQUIREMENT,
    SELECTOR,
    WAIVER,
)
from govgraph.formats.seat_records import SEAT_ON_BODY
from govgraph.formats.section_order import DECLARATIONS, SECTIONS
from govgraph.formats.written_dates import DATED
from govgraph.model.kinds import RELATION_KINDS

LETTERS = st.characters(categories=["L", "N"], include_characters="-_.")
IDS = st.text(LETTERS, min_size=1).map(lambda text: unicodedata.normalize("NFC", text))
TEXTS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(str.strip)
DATES = st.dates().map(str) | st.sampled_from(["2010", "2010-04", "2010-04~", "1999~"])


def one_or_many(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One value, or a list of them."""
    return values | st.lists(values, max_size=3)


def record(shape: Record, left_out: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with the required fields of a record, and any of the others."""
    given = [field for field in shape.fields if field.name not in left_out]
    return st.fixed_dictionaries(
        {field.name: value(field) for field in given if field.required},
        optional={field.name: value(field) | st.none() for field in given if not field.required},
    )


def value(field: Field) -> st.SearchStrategy[Any]:
    """What may stand in a field."""
    if field.form in {Form.CHOICE, Form.CHOICES}:
        words = st.sampled_from(list(field.choices))
        return words if field.form is Form.CHOICE else one_or_many(words)
    return st.deferred(lambda: FORMS[field.form])


FORMS: Mapping[Form, st.SearchStrategy[Any]] = {
    Form.TEXT: TEXTS,
    Form.TEXTS: one_or_many(TEXTS),
    Form.FLAG: st.sampled_from(["true", "False", True, False]),
    Form.NUMBER: st.integers(1, 999_999_999),
    Form.STEPS: st.integers(0, 999_999_999),
    Form.DAY: DATES,
    Form.DATE: DATES | record(DATED),
    Form.KIND: TEXTS,
    Form.REFERENCE: TEXTS,
    Form.REFERENCES: one_or_many(TEXTS),
    Form.CITATIONS: one_or_many(TEXTS | record(CITATION)),
    Form.SELECTOR: record(SELECTOR, left_out=("not",))
    | record(SELECTOR, left_out=("not",)).map(lambda inner: {"not": inner}),
    Form.CONDITION: record(CONDITION).map(lambda condition: {**condition, "reach": "trust"}),
    Form.PARTNERS: one_or_many(TEXTS | record(PARTNER)),
    Form.CHAIR: one_or_many(TEXTS | st.sampled_from(["Vice-Chancellor", "Cllr Ann Lee", "vacant"])),
    Form.SEATS: st.lists(record(SEAT_ON_BODY), max_size=3),
    Form.LOOK: st.sampled_from([{}, {"dash": "dotted"}, {"dash": "long", "end": "ring"}]),
    Form.RELATION: record(RELATION_KEY) | st.just("a reports_to b"),
}
RELATIONS = one_or_many(TEXTS | record(RELATION_ON_BODY))
SENSIBLE: dict[Record, dict[str, Any]] = {
    POLICY_RULE: {"layers": ["county", "district"], "independent": ["a", "b"]},
    REQUIREMENT: {"seats_for": "Police"},
}
"""What makes sense of records that may say too little."""


def _sensible(body: dict[str, Any]) -> dict[str, Any]:
    """A body that is an end, with a basis or not, or outside; a rough count is one."""
    ends = str(body.get("apex")).casefold() == "true"
    left_out = {"outside" if ends else "apex_basis"}
    if body.get("count") is None:
        left_out.add("count_is_about")
    return {name: given for name, given in body.items() if name not in left_out}


def _about_one(waiver: dict[str, Any]) -> dict[str, Any]:
    """A waiver of one relation, of one body, or of bodies that are selected."""
    named = [name for name in ("relation", "body", "every") if waiver.get(name) is not None]
    return {name: given for name, given in waiver.items() if name not in named[1:]}


def _drawn_as_it_may(kind: dict[str, Any]) -> dict[str, Any]:
    """A kind of relation; a line of account has no look but that of such lines."""
    if kind["class"] == "accountability" and kind.get("look"):
        kind["look"] = {"end": "arrow"}
    return kind


def _records(shape: Record) -> st.SearchStrategy[Any]:
    """One record of a section."""
    if shape is BODY:
        relations = st.dictionaries(st.sampled_from([*RELATION_KINDS]), RELATIONS, max_size=5)
        return st.tuples(record(BODY), relations).map(lambda both: _sensible(both[0] | both[1]))
    if shape is WAIVER:
        return record(shape).map(_about_one)
    if shape is RELATION_KIND:
        return record(shape).map(_drawn_as_it_may)
    left_out = ("every", "must", "must_not") if shape is POLICY_RULE else ()
    return record(shape, left_out).map(lambda given: {**given, **SENSIBLE.get(shape, {})})


def _section(shape: Record) -> st.SearchStrategy[Any]:
    """What stands in a section."""
    if shape is STRUCTURE:
        return record(shape)
    if not shape.by_id:
        return st.lists(_records(shape), max_size=3)
    ids = IDS.map(lambda id_: f"x-{id_}") if shape is RELATION_KIND else IDS
    by_id = st.dictionaries(ids, _records(shape), max_size=3)
    listed = by_id.map(lambda known: [{"id": id_, **rest} for id_, rest in known.items()])
    return by_id | listed


STRUCTURES = st.fixed_dictionaries(
    {},
    optional={section.name: _section(section.record) | st.none() for section in SECTIONS}
    | {
        "kinds": st.fixed_dictionaries(
            {}, optional={section.name: _section(section.record) for section in DECLARATIONS}
        )
    },
).filter(bool)
"""Structure files, as plain data."""
