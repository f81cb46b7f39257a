"""The fields of bodies, relations, sources and kinds, as data.

The order of the fields is the order in which they are listed to authors.
"""

from dataclasses import replace

from govgraph.formats.fields import (
    ALSO_KNOWN_AS,
    BASIS,
    CITES,
    FROM,
    NAME,
    NOTE,
    STATUS,
    UNTIL,
    Field,
    Form,
    Record,
)
from govgraph.model.bodies import ApexBasis, Body
from govgraph.model.kinds import (
    BODY_KINDS,
    RELATION_KINDS,
)
from govgraph.model.relations import Relation
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure

STRUCTURE = Record(
    noun="structure",
    makes=Structure,
    fields=(
        Field("id", Form.TEXT, "a short name for the whole", instead_of=("name",)),
        Field("title", Form.TEXT, "its title, as on the drawing"),
        Field("subtitle", Form.TEXT, "a second line beneath the title"),
        Field("jurisdiction", Form.TEXT, "the county, city or country it belongs to"),
        Field(
            "as_at",
            Form.DATE,
            "the date it is true for; the default for every question",
            instead_of=("date", "asat"),
        ),
        Field("paper", Form.TEXT, "the name of the drawing among papers, such as Appendix A"),
        Field("status", Form.TEXT, "the status of the drawing, such as Draft v0.3"),
        NOTE,
    ),
)

SOURCE = Record(
    noun="source",
    makes=Source,
    by_id=True,
    fields=(
        Field("title", Form.TEXT, "its title", required=True, instead_of=("name",)),
        Field("publisher", Form.TEXT, "who published it"),
        Field("author", Form.TEXT, "who wrote it"),
        Field("date", Form.DATE, "when it was published"),
        Field("file", Form.TEXT, "a local copy, beside the structure file"),
        Field("url", Form.TEXT, "its address", instead_of=("link", "address")),
        NOTE,
    ),
)

CITATION = Record(
    noun="citation",
    makes=Citation,
    fields=(
        Field("source", Form.REFERENCE, "the id of the source", required=True),
        Field("at", Form.TEXT, "the paragraph, heading or page", instead_of=("page", "locator")),
        Field(
            "quote", Form.TEXT, "its words there, letter by letter", instead_of=("words", "text")
        ),
    ),
)

BODY = Record(
    noun="body",
    makes=Body,
    by_id=True,
    fields=(
        NAME,
        Field(
            "kind",
            Form.KIND,
            "what kind of body it is",
            place="kind_place",
            choices=BODY_KINDS,
            instead_of=("type",),
        ),
        Field("apex", Form.FLAG, "whether accountability may end here"),
        Field(
            "apex_basis",
            Form.CHOICE,
            "how it is known that accountability may end here; stated unless written",
            choices={basis.value: basis for basis in ApexBasis},
        ),
        Field(
            "outside",
            Form.FLAG,
            "whether its own governance is elsewhere: a chain leaves these arrangements here",
            instead_of=("external",),
        ),
        ALSO_KNOWN_AS,
        Field("area", Form.TEXT, "the place it is for", instead_of=("district", "place")),
        Field("tier", Form.TEXT, "its level, such as county or district", instead_of=("level",)),
        STATUS,
        FROM,
        UNTIL,
        Field("meets", Form.TEXT, "how often it meets", instead_of=("frequency", "meetings")),
        Field("quorum", Form.TEXT, "how many must be there for it to decide"),
        Field("limit", Form.TEXT, "what it may decide up to, such as £250,000"),
        Field("count", Form.NUMBER, "for a placeholder: how many bodies it stands for"),
        Field("count_is_about", Form.FLAG, "whether the source says only about how many"),
        Field("tags", Form.TEXTS, "words to select it by"),
        Field(
            "remit",
            Form.TEXT,
            "what it is for, in a few words",
            instead_of=("purpose", "description"),
        ),
        Field(
            "succeeds",
            Form.REFERENCES,
            "the bodies it takes over from",
            place="succeeds_places",
            instead_of=("replaces",),
        ),
        Field(
            "seats",
            Form.SEATS,
            "the seats on it",
            attribute="",
            instead_of=("members", "membership"),
        ),
        Field(
            "chair",
            Form.CHAIR,
            "who chairs it; the seat in a word",
            attribute="",
            instead_of=("chaired_by", "chairman", "chairperson"),
        ),
        CITES,
        BASIS,
        NOTE,
    ),
)

_OF_A_RELATION = (
    Field("scope", Form.TEXT, "what it covers, where it is limited"),
    Field("limit", Form.TEXT, "up to what it goes, such as £250,000"),
    BASIS,
    STATUS,
    Field("intended", Form.TEXT, "why a second line of account is meant"),
    CITES,
    NOTE,
)
RELATION_ON_BODY = Record(
    noun="relation",
    title="relation on a body",
    makes=Relation,
    fields=(
        Field(
            "to",
            Form.REFERENCE,
            "the id of the body it runs to",
            required=True,
            attribute="to_body",
            place="to_place",
            instead_of=("body", "id"),
        ),
        FROM,
        UNTIL,
        *_OF_A_RELATION,
    ),
)
RELATION = Record(
    noun="relation",
    makes=Relation,
    fields=(
        Field(
            "from",
            Form.REFERENCE,
            "the id of the body that answers, supports and so on",
            required=True,
            attribute="from_body",
            place="from_place",
        ),
        Field(
            "kind",
            Form.KIND,
            "what the one is to the other",
            required=True,
            place="kind_place",
            choices=RELATION_KINDS,
            instead_of=("type", "relation"),
        ),
        Field(
            "to",
            Form.REFERENCE,
            "the id of the body it runs to",
            required=True,
            attribute="to_body",
            place="to_place",
        ),
        replace(
            FROM, name="since", instead_of=("start", "starts", "start_date", "from_date", "begins")
        ),
        replace(UNTIL, instead_of=("end", "ends", "end_date")),
        *_OF_A_RELATION,
    ),
)

MILESTONE = Record(
    noun="milestone",
    makes=Milestone,
    fields=(
        Field(
            "date", Form.DATE, "when it happens or happened", required=True, instead_of=("when",)
        ),
        Field(
            "what",
            Form.TEXT,
            "what happens, in a few words",
            required=True,
            instead_of=("name", "title", "event"),
        ),
        Field(
            "bodies",
            Form.REFERENCES,
            "the bodies it happens to",
            place="bodies_places",
            instead_of=("body",),
        ),
        CITES,
        BASIS,
        NOTE,
    ),
)
