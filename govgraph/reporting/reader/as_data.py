"""A paper held against a structure, as people read it and as data."""

from collections.abc import Iterator
from typing import Any

from govgraph.reading.coverage import Cited, Entry, State
from govgraph.reading.vocabulary import OF_WEIGHT
from govgraph.reporting.reader.open_paper import OpenPaper
from govgraph.wording.lists import agree, count_words


def reading_as_text(opened: OpenPaper) -> str:
    """The open sentences with their places, then how many there are of each."""
    lines = []
    for entry in opened.coverage.entries:
        if entry.state is State.OPEN:
            where = f"{entry.marked.at}: " if entry.marked.at else ""
            lines.append(f"{where}{entry.marked.sentence.text}")
            lines += [f"    speaks of {_speaks(entry)}"] if _speaks(entry) else []
            lines += [f"    no record here is about {left_as_text(opened, entry)}"] * bool(
                entry.left
            )
            lines += [f"    cited without words by {record.label}" for record in entry.beside]
    for record in opened.coverage.lost:
        lines.append(f"not in the paper: “{record.quote}”, quoted by {record.label}")
    for mark in opened.coverage.gone:
        lines.append(f"no longer in the paper: “{mark.quote}”, dismissed: {mark.why}")
    return "\n".join([*lines, *([""] if lines else []), summary(opened)])


def left_as_text(opened: OpenPaper, entry: Entry) -> str:
    """What of a sentence that records quote none of them is about."""
    return ", ".join(_left(opened, entry))


def _left(opened: OpenPaper, entry: Entry) -> Iterator[str]:
    for left in entry.left:
        yield f"its words on {left}" if left in OF_WEIGHT else name_of(opened, left)


def _speaks(entry: Entry) -> str:
    return ", ".join(entry.marked.speaks_of)


def summary(opened: OpenPaper) -> str:
    """How far the reading has come, in one sentence."""
    coverage = opened.coverage
    counts = ", ".join(f"{coverage.count(state)} {state}" for state in State)
    total = len(coverage.entries)
    speak = count_words(total, "sentence speaks", "sentences speak")
    name = agree(total, "names", "name")
    said = f"{opened.paper.title}: {speak} of governance or {name} a body: {counts}."
    drafted = [
        count_words(len(part), one)
        for part, one in (
            (opened.draft.bodies, "body"),
            (opened.draft.lines, "line of account"),
            (opened.draft.seats, "seat"),
        )
        if part
    ]
    return f"{said} Drafted, and not counted: {', '.join(drafted)}." if drafted else said


def reading_as_data(opened: OpenPaper) -> dict[str, Any]:
    """The paper with its marked sentences, and what has become of each.

    `{"paper", "title", "source", "words", "counts", "sentences", "lost", "gone", "draft"}`; each
    sentence `{"at", "text", "speaks_of", "bodies", "state", "why", "left", "records",
    "cited_here"}`; the draft `{"bodies", "lines", "seats"}`, of which nothing counts.
    """
    coverage = opened.coverage
    return {
        "paper": opened.path.name,
        "title": opened.paper.title,
        "source": opened.source,
        "words": opened.paper.words,
        "counts": {str(state): coverage.count(state) for state in State},
        "sentences": [_entry(opened, entry) for entry in coverage.entries],
        "lost": [_cited(record) for record in coverage.lost],
        "gone": [{"quote": mark.quote, "why": mark.why} for mark in coverage.gone],
        "draft": draft_as_data(opened),
    }


def draft_as_data(opened: OpenPaper) -> dict[str, Any]:
    """What is drafted, bodies by their names; `{"bodies", "lines", "seats"}`."""
    draft = opened.draft
    return {
        "bodies": [
            {
                "name": each.body.name,
                "also_known_as": each.body.also_known_as,
                "kind": each.body.kind,
                "count": each.body.count,
                "quote": each.quote,
                "at": each.at,
            }
            for each in draft.bodies
        ],
        "lines": [
            {
                "from": name_of(opened, line.subordinate),
                "kind": line.kind,
                "to": name_of(opened, line.superior),
                "quote": line.quote,
                "at": line.at,
            }
            for line in draft.lines
        ],
        "seats": [
            {
                "body": name_of(opened, each.body) if each.body else "",
                "role": each.seat.role,
                "person": each.seat.person,
                "post": each.seat.post,
                "represents": each.seat.organisation,
                "vacant": each.seat.vacant,
                "quote": each.seat.quote,
                "at": each.seat.at,
            }
            for each in draft.seats
        ],
    }


def _entry(opened: OpenPaper, entry: Entry) -> dict[str, Any]:
    marked = entry.marked
    return {
        "at": marked.at,
        "text": marked.sentence.text,
        "speaks_of": list(marked.speaks_of),
        "bodies": list(dict.fromkeys(name_of(opened, each.body) for each in marked.mentions)),
        "state": str(entry.state),
        "why": entry.why,
        "left": list(_left(opened, entry)),
        "records": [_cited(record) for record in entry.records],
        "cited_here": [_cited(record) for record in entry.beside],
    }


def name_of(opened: OpenPaper, key: str) -> str:
    """The name of a body that is recorded, or that the paper names."""
    return opened.name_by_key.get(key, key)


def _cited(record: Cited) -> dict[str, str]:
    return {
        "record": record.label, "at": record.at, "quote": record.quote, "place": record.place,
    }  # fmt: skip
