"""A history in words: when a body lived, and what an event was."""

from govgraph.analysis.history import Event, Happening, Life
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Seat
from govgraph.model.sources import Milestone, Source
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words
from govgraph.wording.records import format_seat
from govgraph.wording.verbs import agree_verb, format_tie

NOT_SAID = "not said"


def format_date(date: PartialDate) -> str:
    """A date with the paper's own words: `April 2010 (fully effective)`."""
    words = date.words
    return f"{date.spoken()} ({words})" if words and words != date.spoken() else date.spoken()


def format_begin(life: Life) -> str:
    """When a body began, or that nobody says."""
    return format_date(life.begins) if life.begins else NOT_SAID


def format_end(life: Life) -> str:
    """When a body ended, or that nobody says; without an end it may go on."""
    if life.ends:
        return format_date(life.ends)
    return "ended, when is not said" if life.body.status is Status.ENDED else NOT_SAID


def format_life_phrase(structure: Structure, life: Life) -> str:
    """A life as one phrase: `proposed, from April 2010; takes over from Hart Forum`."""
    body = life.body
    words = [] if body.status is Status.ACTIVE else [str(body.status)]
    words += [f"from {format_date(life.begins)}"] if life.begins else []
    words += [f"until {format_date(life.ends)}"] if life.ends else []
    if not life.begins and not life.ends:
        words.append(_format_heard(life))
    for what, others in (("takes over from", body.succeeds), ("gives way to", life.succeeded_by)):
        if others:
            words.append(f"{what} {join_words([structure.name_of(id_) for id_ in others])}")
    return ", ".join(words)


def _format_heard(life: Life) -> str:
    """That no date is given, and when papers speak of the body."""
    if not life.heard:
        return "no date given"
    first, last = life.heard[0].spoken(), life.heard[-1].spoken()
    heard = first if first == last else f"{first} to {last}"
    return f"no date given; papers of {heard}"


def format_event(structure: Structure, event: Event) -> str:
    """What happened, as a phrase that goes with its date."""
    record = event.record
    if isinstance(record, Milestone):
        return record.what
    if isinstance(record, Source):
        return ", ".join(filter(None, (record.title, record.publisher)))
    verb = "ends" if event.what is Happening.ENDS else "begins"
    if isinstance(record, Requirement):
        when = "applies no longer" if event.what is Happening.ENDS else "applies"
        return f"Membership list ‘{record.title or record.id}’ {when}"
    if isinstance(record, Body | Relation | Seat) and record.status in (
        Status.PROPOSED,
        Status.SHADOW,
    ):
        verb = f"is to {verb[:-1]} ({record.status})"
    if isinstance(record, Body):
        return f"{record.name} {agree_verb(verb, record.name)}"
    return f"{_format_record(structure, record)} {verb}"


def _format_record(structure: Structure, record: Relation | Seat) -> str:
    """What begins or ends."""
    if isinstance(record, Relation):
        kind = structure.kinds_of_relation.get(record.kind)
        reads = kind.reads if kind else record.kind.replace("_", " ")
        below, above = structure.name_of(record.from_body), structure.name_of(record.to_body)
        return f"‘{format_tie(below, reads, above)}’"
    people = structure.person_by_id
    held = [people[id_].name if id_ in people else id_ for id_ in record.held_by]
    holder = f" ({join_words(held)})" if held and record.represents else ""
    return (
        f"The seat of {format_seat(structure, record)}{holder} on {structure.name_of(record.body)}"
    )
