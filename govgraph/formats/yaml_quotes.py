"""Text between the curly quotation marks of a word processor, which YAML takes for letters."""

from govgraph.errors import Place
from govgraph.formats.problems import Note, shown

_PAIRS = {"‘": "’", "“": "”", "„": "“", "«": "»"}
OPENING = frozenset(_PAIRS)
_WHY = (
    "they are part of the text, which only ' or \" would enclose; ' around it keeps them, and this"
    " is not said"
)


def find_curly(text: str, place: Place) -> Note | None:
    """What to say of text that one pair of curly quotation marks encloses as a whole.

    A mark within the text is as its author wants it: `‘Leaving’ care`, `the “Smart” board`.
    """
    closing = _PAIRS.get(text[:1])
    inside = text[1:-1]
    if len(text) < len("‘’") or closing is None or not text.endswith(closing):
        return None
    if text[0] in inside or (closing in inside and closing != "’"):
        return None
    return Note(place, f"the quotation marks of {shown(text)}", _WHY)
