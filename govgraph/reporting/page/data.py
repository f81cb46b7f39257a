"""The structure as the page's script reads it: compact, and safe to stand in HTML."""

import base64
import json
import zlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from govgraph.drawing.scene.shown_views import show_saved_views
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.mentions import Mentions, Recorded
from govgraph.reporting.page.page_records import FindingGroup
from govgraph.reporting.page.page_register import format_date_with_words

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the element that holds the data, or be read as something else than data."""

LEVEL = 7
"""How hard to deflate: two parts in a hundred more than the most, in a sixth of its time."""

Life = tuple[str, str, str, str, str, str]
"""Status and days of something, as `gather_life` gives them."""

Places = dict[str, int]
"""Each different word with its place among them."""


def build_data(graph: AccountabilityGraph, groups: Iterable[FindingGroup]) -> str:
    """The structure as JSON that may stand in an element of a page."""
    return _written(gather_data(graph, groups)).translate(_UNSAFE)


def pack(data: dict[str, Any] | str) -> str:
    """Data as JSON, deflated and in letters."""
    written = _written(data).encode("utf-8", "replace")
    return base64.b64encode(zlib.compress(written, LEVEL)).decode("ascii")


def gather_data(graph: AccountabilityGraph, groups: Iterable[FindingGroup]) -> dict[str, Any]:
    """The structure as the script reads it: bodies, relations, findings and dated events.

    Bodies and relations are lists of values in a fixed order; relations and findings refer to
    bodies by their place. A relation that leads to no body of the structure has -1 there.

    Args:
        graph: who answers to whom, from the page's standpoint.
        groups: the findings as the page numbers them.
    """
    structure = graph.structure
    bodies = {body.id: place for place, body in enumerate(structure.bodies)}
    frame, kinds, reads = gather_frame(graph)
    return frame | {
        "bodies": [
            [
                body.id, body.name, body.also_known_as, kinds[body.kind], body.area, body.tier,
                *gather_life(structure.mentions, body), int(body.apex), int(body.outside),
            ]
            for body in structure.bodies
        ],
        "relations": [
            [
                bodies.get(relation.from_body, -1), bodies.get(relation.to_body, -1),
                reads[relation.kind], *gather_life(structure.mentions, relation),
            ]
            for relation in structure.relations
        ],
        "lines": _lines_told(graph),
        "views": [
            [
                shown.view.name, shown.view.note, _day_of(shown.graph),
                sorted(map(str, shown.graph.standpoint.include)),
                [bodies[body] for body in shown.bodies],
            ]
            for shown in show_saved_views(graph)
        ],
        "findings": [[group.number, group.title, _about(group, bodies)] for group in groups],
    }  # fmt: skip


def _lines_told(graph: AccountabilityGraph) -> list[int]:
    """The relations that the page tells as lines of account, in order; it tells the rest after."""
    structure, counted = graph.structure, frozenset(graph.table.relations)
    return [
        place
        for place, relation in enumerate(structure.relations)
        if place in counted or structure.is_accountability(relation)
    ]


def gather_frame(graph: AccountabilityGraph) -> tuple[dict[str, Any], Places, Places]:
    """What a page of any size says of a structure as a whole, and where each kind stands in it.

    The kinds of body are names; the kinds of relation are id, how it reads, and whether it makes
    a line of account.
    """
    structure, here = graph.structure, graph.standpoint
    kinds = _places(body.kind for body in structure.bodies)
    reads = _places(relation.kind for relation in structure.relations)
    named, known = structure.kinds_of_body, structure.kinds_of_relation
    frame = {
        "day": here.day.isoformat() if here.day else "",
        "said": format_date_with_words(here.as_at),
        "include": sorted(map(str, here.include)),
        "presume": here.presume,
        "ahead": here.ahead,
        "undated": here.undated,
        "kinds": [named[kind].name if kind in named else kind for kind in kinds],
        "reads": [
            [
                kind,
                known[kind].reads if kind in known else kind.replace("_", " "),
                int(kind in known and known[kind].is_accountability),
            ]
            for kind in reads
        ],
        "events": [[each.date.first_day.isoformat(), each.what] for each in structure.milestones],
    }
    return frame, kinds, reads


def gather_life(mentions: Mentions, thing: Recorded) -> Life:
    """Status, first and last day, and when papers speak of it; nothing where nobody says.

    Days are written `2010-04-09`: the first that a `from` may mean, the last that an `until` may.
    Then comes the first day on which something without a start is known; the day from which a
    later paper is silent on something without an end; and when it is last heard of, in words.
    """
    first, last = mentions.find_unheard(thing), mentions.find_last(thing, date.max)
    return (
        str(thing.status),
        thing.from_.first_day.isoformat() if thing.from_ else "",
        thing.until.last_day.isoformat() if thing.until else "",
        first.date.earliest.isoformat() if first else "",
        last.silent.date.first_day.isoformat() if last else "",
        last.last.date.when() if last else "",
    )


def _day_of(graph: AccountabilityGraph) -> str:
    """The day of a standpoint, or nothing."""
    return graph.standpoint.day.isoformat() if graph.standpoint.day else ""


def _written(data: dict[str, Any] | str) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _places(words: Iterable[str]) -> Places:
    """Each different word with its place among them."""
    return {word: place for place, word in enumerate(dict.fromkeys(words))}


def _about(group: FindingGroup, bodies: Places) -> list[int]:
    """The places of the bodies that a group of findings is about."""
    about = {bodies[link.id] for item in group.findings for link in item.about if link.known}
    return sorted(about)
