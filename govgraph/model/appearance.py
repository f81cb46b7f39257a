"""How a name looks, against how it is written: what nobody sees, and what turns its direction.

Kinds of character are those of the Unicode Standard (Default_Ignorable_Code_Point, Bidi_Control).
See docs/decisions/0018-names-that-deceive.md.
"""

import re
import unicodedata
from collections.abc import Sequence

from govgraph.model.alphabets import LATIN_TWIN

_LOOK = str.maketrans({**LATIN_TWIN, "\u0251": "a", "\u0261": "g", "I": "l", "0": "O"})
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_OVERRIDES = "\u202d\u202e"
_ENDS = "\u202c\u2069"
_SIDES = "\u061c\u200e\u200f"
_JOINERS = "\u200c\u200d"
_IGNORED = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_BLANK = "\u2028\u2029\u2800"
_NO_WIDTH = re.compile(f"[{_IGNORED}{_SIDES}{_JOINERS}{_TURNS}]")
_UNSEEN = re.compile(f"[{_IGNORED}{_SIDES}{_JOINERS}{_BLANK}]")
_HIDDEN = re.compile(f"[{_IGNORED}{_SIDES}{_JOINERS}{_TURNS}{_BLANK}]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+")
_SPACES = re.compile(r"\s+")
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_NEEDED_BY = (
    (_JOINERS, "[\u0600-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"),
    ("\u200b", "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"),
    ("\u180b\u180c\u180d\u180e\u180f", "[\u1800-\u18af]"),
)
"""Letters beside which characters have work to do: joiners from Arabic to Mongolian, breaks where
words have no spaces between them (Thai, Lao, Burmese, Khmer), and the variants of Mongolian."""


def without_unseen(text: str) -> str:
    """`text` without the characters that take no room, and those that turn its direction."""
    return text if text.isascii() else _NO_WIDTH.sub("", text)


def look(text: str) -> str:
    r"""What a reader sees of `text`: texts of the same look can hardly be told apart.

    >>> look("\u0421ounty\u200b Board") == look("County Board")
    True
    """
    seen = text if text.isascii() else unicodedata.normalize("NFC", without_unseen(text))
    return _SPACES.sub(" ", seen.translate(_LOOK)).strip()


def spell_out(text: str) -> str:
    """`text` with the code of each character that nobody sees in its place.

    >>> spell_out("Tru\N{ZERO WIDTH SPACE}st")
    'Tru[U+200B]st'
    """
    return _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def find_turns(text: str) -> str:
    """The characters that turn the direction of what stands around them, each once.

    Those that only hold apart the letters of both directions in a name are not among them.
    """
    turns = [letter for letter in text if letter in _TURNS]
    if turns and _is_closed(turns) and _has_both_directions(text):
        return ""
    return "".join(dict.fromkeys(turns))


def find_unseen(text: str) -> str:
    """The characters that nobody sees, each once.

    Those that their own script needs are not among them: joiners between letters that join, marks
    of direction beside letters that run from the right, and what makes one emoji of several.
    """
    if text.isascii():
        return ""
    shown = _FLAG.sub("", text)
    places = (match.start() for match in _UNSEEN.finditer(shown))
    return "".join(dict.fromkeys(shown[at] for at in places if not _is_needed(shown, at)))


def _is_closed(turns: Sequence[str]) -> bool:
    """Whether every turn is ended, none overrides, and nothing is ended that did not begin."""
    ends: list[str] = []
    for letter in turns:
        if letter in _OVERRIDES:
            return False
        if letter not in _ENDS:
            ends.append(_ENDS[letter >= "\u2066"])
        elif not ends or ends.pop() != letter:
            return False
    return not ends


def _has_both_directions(text: str) -> bool:
    """Whether some letters run from the left and some from the right."""
    runs = {unicodedata.bidirectional(letter) for letter in text}
    return "L" in runs and bool(runs & _FROM_THE_RIGHT)


def _is_needed(text: str, at: int) -> bool:
    """Whether an unseen character does what it is there for, by the letters it stands between."""
    letter = text[at]
    if letter in _SIDES:
        return any(unicodedata.bidirectional(other) in _FROM_THE_RIGHT for other in text)
    before, after = without_unseen(text[:at])[-1:], without_unseen(text[at + 1 :])[:1]
    needed_by = next((letters for own, letters in _NEEDED_BY if letter in own), "")
    if needed_by and re.search(needed_by, before + after):
        return True
    kind = unicodedata.category(before) if before else ""
    if letter in _JOINERS:
        return kind in {"So", "Sk"}  # between the parts of an emoji
    if "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef":
        return kind in {"So", "Sm", "Sk", "Po", "Lo"} or after == "\u20e3"
    return False
