"""Long answers, a page at a time."""

import hashlib
import json
import re
from typing import Any

from govgraph.assistants.arguments import USUAL_ITEMS
from govgraph.errors import SettingsError

MOST_CHARACTERS = 100_000
"""How long a page may be as JSON; it then holds fewer items than asked for."""

Data = dict[str, Any]
_CURSOR = re.compile(r"[0-9]{1,9}-[0-9a-f]{16}")


def cut_page(answer: Data, lists: tuple[str, ...], mark: str, asked: Data) -> Data:
    """The part of an answer that was asked for, with what there is in all and where to go on.

    Args:
        answer: the whole answer.
        lists: those of its lists that are cut.
        mark: what tells this answer from any other; a cursor holds for one answer alone.
        asked: the arguments, of which `limit` and `cursor` count here.

    Raises:
        SettingsError: the cursor is none, or is of another answer.
    """
    begin = _read_cursor(asked.get("cursor"), mark)
    limit: int = asked.get("limit", USUAL_ITEMS)
    longest = max((len(answer[name]) for name in lists), default=0)
    page = _window(answer, lists, begin, limit)
    while limit > 1 and len(json.dumps(page)) > MOST_CHARACTERS:
        limit = max(limit // 2, 1)
        page = _window(answer, lists, begin, limit)
    after = begin + limit
    page["page"] = {
        "total": {name: len(answer[name]) for name in lists},
        "next_cursor": f"{after}-{_digest(mark)}" if after < longest else None,
    }
    return page


def _window(answer: Data, lists: tuple[str, ...], begin: int, limit: int) -> Data:
    return answer | {name: answer[name][begin : begin + limit] for name in lists}


def _read_cursor(cursor: str | None, mark: str) -> int:
    """Where a page begins."""
    if not cursor:
        return 0
    place, _, digest = cursor.partition("-")
    if not _CURSOR.fullmatch(cursor):
        raise SettingsError("this is no cursor; give the next_cursor of a page, or none")
    if digest != _digest(mark):
        raise SettingsError(
            "the question or the structure is another than when this cursor was given; begin "
            "again without a cursor"
        )
    return int(place)


def _digest(mark: str) -> str:
    return hashlib.sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:16]
