"""How a field of the structure file is described: its name, how it is read, what it says.

The descriptions themselves stand with the records that have them; here are those that several
records share. The reader, the lists of what is allowed, the JSON Schema and the reference page are
all made from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from govgraph.model.bodies import Status
from govgraph.model.sources import WRITTEN_BASES
from govgraph.wording.lists import count_words

_NAMING = ("name", "title")
"""The fields that say what something is called."""


class Form(StrEnum):
    """How what stands in a field is read; the value says so in an author's words."""

    TEXT = "text"
    TEXTS = "text or a list of texts"
    FLAG = "true or false"
    NUMBER = "a whole number"
    STEPS = "a number of steps"
    DAY = "a day, month or year"
    DATE = "a date"
    CHOICE = "one of the words listed"
    CHOICES = "one or several of the words listed"
    KIND = "a kind"
    REFERENCE = "an id"
    REFERENCES = "an id or a list of ids"
    CITATIONS = "citations"
    SELECTOR = "a selection of bodies"
    CONDITION = "a condition"
    PARTNERS = "a list of partners"
    SEATS = "a list of seats"
    CHAIR = "a person, a post in words, or `vacant`"
    RELATION = "a relation"
    LOOK = "a look"


SEATED = frozenset({Form.SEATS, Form.CHAIR})
"""The forms that become seats, whichever body they are written on."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    Attributes:
        name: the name in the file.
        form: how it is read.
        says: what it says, in one line.
        attribute: the attribute of the model it becomes, where that is not `name`.
        place: the attribute of the model that keeps where it was written, if any; of ids that may
            be several, the place of each.
        choices: for a CHOICE, what each word means to the model.
        instead_of: names that people try first.
    """

    name: str
    form: Form
    says: str
    attribute: str = ""
    place: str = ""
    required: bool = False
    choices: Mapping[str, object] = field(default_factory=dict)
    instead_of: tuple[str, ...] = ()

    @property
    def becomes(self) -> str:
        """The attribute of the model it becomes."""
        return self.attribute or self.name


@dataclass(frozen=True, kw_only=True, eq=False)
class Record:
    """A mapping of fields that becomes one thing of the model.

    Attributes:
        noun: what one of them is called.
        title: what tells it from others called the same.
        makes: the class of the model it becomes.
        by_id: whether each has an id, and may stand in a mapping under it.
    """

    noun: str
    makes: Any
    fields: tuple[Field, ...]
    by_id: bool = False
    title: str = ""

    @property
    def heading(self) -> str:
        """What it is called where all records are listed; no two are called the same."""
        return self.title or self.noun

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Each field under its name in the file."""
        return {field.name: field for field in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that must be there."""
        return tuple(field for field in self.fields if field.required)

    @cached_property
    def keeps_place(self) -> bool:
        """Whether what it becomes knows where it was written."""
        return "place" in self.makes.__dataclass_fields__

    @cached_property
    def named_by(self) -> str:
        """The field from which an id is made where none is written; nothing if none is."""
        return next((name for name in _NAMING if self.by_id and name in self.by_name), "")

    @cached_property
    def meant_by(self) -> Mapping[str, str]:
        """The field that people mean who write another name for it."""
        return {other: field.name for field in self.fields for other in field.instead_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the file with a heading of its own.

    Attributes:
        name: its heading in the file.
        record: what stands in it, once or many times.
        attribute: the attribute of the structure it becomes; none for the head.
        says: what it holds, in one line.
    """

    name: str
    record: Record
    attribute: str
    says: str

    def counted(self, number: int) -> str:
        """So many of what stands in it, in words.

        >>> from govgraph.formats.section_order import SECTIONS
        >>> SECTIONS[2].counted(1), SECTIONS[2].counted(3)
        ('1 body', '3 bodies')
        """
        return count_words(number, self.record.noun)


CITES = Field(
    "cites",
    Form.CITATIONS,
    "the sources that say so",
    instead_of=("cite", "citation", "citations", "source", "sources"),
)
BASIS = Field(
    "basis",
    Form.CHOICE,
    "how firmly the source says it",
    choices={str(basis): basis for basis in WRITTEN_BASES},
)
STATUS = Field(
    "status",
    Form.CHOICE,
    "how far along it is",
    choices={status.value: status for status in Status},
)
FROM = Field(
    "from",
    Form.DATE,
    "the first day, month or year of it",
    attribute="from_",
    instead_of=("start", "starts", "since", "start_date", "from_date", "begins"),
)
UNTIL = Field(
    "until",
    Form.DATE,
    "the last day, month or year of it",
    instead_of=("end", "ends", "end_date", "until_date", "to"),
)
NOTE = Field("note", Form.TEXT, "anything else worth saying", instead_of=("comment", "comments"))
ALSO_KNOWN_AS = Field(
    "also_known_as",
    Form.TEXTS,
    "other names and acronyms",
    instead_of=("aka", "alias", "aliases", "acronym", "acronyms", "abbreviation", "short_name"),
)
NAME = Field("name", Form.TEXT, "its name in full", required=True, instead_of=("title", "label"))
