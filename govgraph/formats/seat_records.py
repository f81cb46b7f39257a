"""The fields of seats and of the people who hold them, as data."""

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
from govgraph.model.seats import Person, Role, Seat, SeatStatus

SEAT_ON_BODY = Record(
    noun="seat",
    title="seat on a body",
    makes=Seat,
    fields=(
        Field(
            "role",
            Form.CHOICE,
            "what its holder does there",
            choices={role.value: role for role in Role},
        ),
        Field(
            "held_by",
            Form.REFERENCES,
            "the ids of the people who hold it",
            place="held_by_places",
            instead_of=("holder", "holders", "person", "name"),
        ),
        Field(
            "standing",
            Form.CHOICE,
            "how it is held, or that nobody holds it",
            choices={standing.value: standing for standing in SeatStatus},
        ),
        Field(
            "represents",
            Form.TEXTS,
            "the partners for whom its holder sits",
            instead_of=("for", "organisation"),
        ),
        Field(
            "ex_officio",
            Form.TEXT,
            "the post that brings the seat: 'chair of BODY', a body's id, or 'post: WORDS'",
            place="ex_officio_place",
        ),
        Field("voting", Form.FLAG, "whether it votes", instead_of=("votes",)),
        STATUS,
        FROM,
        UNTIL,
        CITES,
        BASIS,
        NOTE,
    ),
)
SEAT = replace(
    SEAT_ON_BODY,
    title="",
    fields=(
        Field(
            "body",
            Form.REFERENCE,
            "the id of the body it is on",
            required=True,
            place="body_place",
            instead_of=("on",),
        ),
        *SEAT_ON_BODY.fields,
    ),
)

PERSON = Record(
    noun="person",
    makes=Person,
    by_id=True,
    fields=(
        NAME,
        Field("post", Form.TEXT, "the post they hold", instead_of=("role", "job", "job_title")),
        Field(
            "organisation", Form.TEXT, "where they hold it", instead_of=("organization", "employer")
        ),
        ALSO_KNOWN_AS,
        CITES,
        NOTE,
    ),
)
