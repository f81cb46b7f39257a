"""A history as tables: in a terminal, in Markdown and as plain data."""

from collections.abc import Sequence
from typing import Any

from govgraph.analysis.history import Event, History, Life
from govgraph.drawing.timeline.timeline_words import (
    format_begin,
    format_date,
    format_end,
    format_event,
)
from govgraph.model.bodies import Status
from govgraph.reporting.difference.difference_as_text import escape
from govgraph.reporting.record_json import record_as_data
from govgraph.reporting.text_columns import columns_as_text, without_empty_columns
from govgraph.wording.lists import join_words

LIVES = ("from", "until", "body", "succession")
EVENTS = ("date", "what", "event")
Row = tuple[str, ...]


def history_as_text(history: History, width: int | None = None) -> str:
    """The lives and the events as two tables, within a width if one is given."""
    lives, events = history_rows(history)
    lines = [_title(history), "", "Lives"]
    lines += columns_as_text(*without_empty_columns(LIVES, lives), width)
    lines += ["", "Events"]
    lines += columns_as_text(EVENTS, events, width) if events else ["Nothing has a date."]
    return "\n".join(lines)


def history_as_markdown(history: History) -> str:
    """The same as two tables of Markdown."""
    lives, events = history_rows(history)
    lines = [f"# {escape(_title(history))}: timeline", ""]
    lines += ["## Lives", "", *_table(*without_empty_columns(LIVES, lives)), ""]
    lines += ["## Events", "", *_table(EVENTS, events)]
    return "\n".join(lines)


def history_as_data(history: History) -> dict[str, Any]:
    """`{"structure", "lives": [...], "events": [...]}`."""
    return {
        "structure": history.structure.id,
        "lives": [_life_data(life) for life in history.lives],
        "events": [_event_data(history, event) for event in history.events],
    }


def _title(history: History) -> str:
    return history.structure.title or history.structure.id or "A structure"


def history_rows(history: History) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The lives and the events as cells under `LIVES` and `EVENTS`."""
    structure = history.structure
    lives = tuple(
        (format_begin(life), format_end(life), _named(life), _succession(history, life))
        for life in history.lives
    )
    events = tuple(
        (format_date(event.date), str(event.what), format_event(structure, event))
        for event in history.events
    )
    return lives, events


def _named(life: Life) -> str:
    body = life.body
    return body.name if body.status is Status.ACTIVE else f"{body.name} ({body.status})"


def _succession(history: History, life: Life) -> str:
    name = history.structure.name_of
    words = []
    if life.body.succeeds:
        words.append(f"takes over from {join_words([*map(name, life.body.succeeds)])}")
    if life.succeeded_by:
        words.append(f"gives way to {join_words([*map(name, life.succeeded_by)])}")
    return "; ".join(words)


def _table(columns: Row, rows: Sequence[Row]) -> list[str]:
    head = f"| {' | '.join(columns)} |"
    return [head, "|" + "---|" * len(columns)] + [
        f"| {' | '.join(map(escape, row))} |" for row in rows
    ]


def _life_data(life: Life) -> dict[str, Any]:
    body = life.body
    return {
        "body": body.id,
        "name": body.name,
        "status": str(body.status),
        "from": str(body.from_) if body.from_ else None,
        "until": str(body.until) if body.until else None,
        "succeeds": list(body.succeeds),
        "succeeded_by": list(life.succeeded_by),
        "heard_of": [str(date) for date in life.heard],
    }


def _event_data(history: History, event: Event) -> dict[str, Any]:
    return {
        "date": str(event.date),
        "words": event.date.words,
        "what": str(event.what),
        "sort": type(event.record).__name__.lower(),
        "text": format_event(history.structure, event),
        "bodies": list(event.bodies),
        "record": record_as_data(event.record),
    }
