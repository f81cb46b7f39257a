"""The fields that several records have in common, as data."""

from govgraph.formats.fields import Field, Form
from govgraph.model.bodies import Status
from govgraph.model.sources import WRITTEN_BASES

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
