"""The columns that the tables of a register may have, and what may stand in their cells."""

from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import WRITTEN_BASES

BODY_WORDS = ("kind", "apex", "outside", "status", "from", "until", "count")
BODY_LATER = ("name", "area", "tier")
"""Columns that are read when somebody asks for them."""
BODY_UNUSED = (
    "apex_basis", "also_known_as", "meets", "quorum", "limit", "tags", "remit", "succeeds", "cites",
    "basis", "note",
)  # fmt: skip
"""Columns that a small structure may have, and no question of a register asks for."""
BODY_COLUMNS = ("id", *BODY_LATER, *BODY_WORDS, *BODY_UNUSED)
RELATION_WORDS = ("kind", "basis", "status", "since", "until")
RELATION_COLUMNS = ("from", "to", *RELATION_WORDS, "intended", "scope", "limit", "cites", "note")
FLAGS = ("true", "false")
BASES = tuple(map(str, WRITTEN_BASES))
STATUSES = tuple(map(str, Status))
DIGITS = 9


def is_date(word: str) -> bool:
    """Whether a word is a date as a structure file writes it."""
    try:
        PartialDate.parse(word)
    except ValueError:
        return False
    return True
