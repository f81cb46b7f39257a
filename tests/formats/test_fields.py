"""The fields that are described are those that the model has."""

from dataclasses import MISSING, fields

import pytest

from govgraph.formats.fields import SEATED, Form, Record
from govgraph.formats.record_fields import CITATION, RELATION, RELATION_ON_BODY, STRUCTURE
from govgraph.formats.record_reading import READERS
from govgraph.formats.rule_records import CONDITION, PARTNER, RELATION_KEY, SELECTOR
from govgraph.formats.seat_records import SEAT, SEAT_ON_BODY
from govgraph.formats.section_order import DECLARATIONS, SECTIONS
from govgraph.formats.written_dates import DATED

ALL_SECTIONS = (*SECTIONS, *DECLARATIONS)
WHOLE = (*(section.record for section in ALL_SECTIONS), CITATION, SELECTOR, CONDITION, PARTNER)
"""The records that say all there is to say of something of the model."""

EVERY = (*WHOLE, RELATION_ON_BODY, SEAT_ON_BODY, RELATION_KEY, DATED)
FILLED_IN = {STRUCTURE: {section.attribute for section in ALL_SECTIONS if section.attribute}}
"""What comes from elsewhere than a record's own fields."""


def heading(record: Record) -> str:
    """What a record is called."""
    return record.heading


def attributes(record: Record) -> set[str]:
    """The attributes of the model that the fields of a record become."""
    becoming = {field.becomes for field in record.fields if field.form not in SEATED}
    return becoming | {field.place for field in record.fields if field.place}


@pytest.mark.parametrize("record", WHOLE, ids=heading)
def test_fields_and_attributes_are_the_same(record: Record) -> None:
    """Every attribute of the model can be written, and nothing else can."""
    known = {field.name for field in fields(record.makes)} - {"place"}
    identity = {"id"} if record.by_id else set()
    assert attributes(record) | FILLED_IN.get(record, set()) | identity == known


@pytest.mark.parametrize("record", WHOLE, ids=heading)
def test_required_fields_are_those_without_a_default(record: Record) -> None:
    """What the model cannot do without must be written, and nothing else must."""
    needed = {
        field.name
        for field in fields(record.makes)
        if field.default is MISSING and field.default_factory is MISSING
    }
    identity = {"id"} if record.by_id else set()
    assert {field.becomes for field in record.required} == needed - identity


@pytest.mark.parametrize(
    ("short", "long", "given"),
    [
        (RELATION_ON_BODY, RELATION, {"from_body", "from_place", "kind", "kind_place"}),
        (SEAT_ON_BODY, SEAT, {"body", "body_place"}),
    ],
    ids=["relation", "seat"],
)
def test_what_stands_on_a_body_lacks_only_what_the_body_gives(
    short: Record, long: Record, given: set[str]
) -> None:
    """The short form says all that the long form says, but for the body it stands on."""
    assert attributes(short) | given == attributes(long)
    assert not attributes(short) & given


@pytest.mark.parametrize("record", EVERY, ids=heading)
def test_names_are_told_apart(record: Record) -> None:
    """No field is described twice, and no other name for one is a field or means two."""
    names = [field.name for field in record.fields]
    assert len(names) == len(set(names))
    others = [other for field in record.fields for other in field.instead_of if other not in names]
    assert len(others) == len(set(others)), others


def test_headings_are_told_apart() -> None:
    """No two records are called the same where all are listed."""
    headings = [record.heading for record in EVERY]
    assert len(headings) == len(set(headings))


def test_every_form_can_be_read() -> None:
    """Only seats, which need their body, and the day within a date are read elsewhere."""
    assert set(Form) - set(READERS) == {*SEATED, Form.DAY}


@pytest.mark.parametrize("record", EVERY, ids=heading)
def test_words_to_choose_from_are_listed(record: Record) -> None:
    """A field whose words are to be chosen from says which."""
    for field in record.fields:
        assert bool(field.choices) or field.form not in {Form.CHOICE, Form.CHOICES, Form.KIND}
