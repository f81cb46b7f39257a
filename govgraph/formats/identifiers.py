"""Ids for things of other formats, which have names and addresses instead; each unique."""

import re
import unicodedata
from collections.abc import Hashable, Iterable

from govgraph.formats.values import composed, is_sound_id
from govgraph.model.appearance import without_unseen

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 60


def slug(text: str) -> str:
    """`text` as an id: lower case, words joined by hyphens; nothing where no word is in it.

    >>> slug("Tŵr Local  Children's Partnership")
    'twr-local-childrens-partnership'
    """
    seen = without_unseen(text)
    apart = unicodedata.normalize("NFKD", seen.casefold().replace("'", "").replace("’", ""))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return composed(_NOT_WORD.sub("-", bare).strip("-")[:_LONGEST].rstrip("-"))


class Identifiers:
    """Gives each key an id of its own, the same whenever it is asked for.

    >>> ids = Identifiers()
    >>> ids.of("http://a", "Board"), ids.of("http://b", "Board"), ids.of("http://a")
    ('board', 'board-2', 'board')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Keep clear of the ids that are taken."""
        self.by_key: dict[Hashable, str] = {}
        self.taken: set[str] = {*taken}
        self._numbers: dict[str, int] = {}  # the last given to each id that was wanted again

    def of(self, key: Hashable, name: str = "", *, written: str = "") -> str:
        """The id of the thing that goes by `key`, made the first time.

        Args:
            key: what nothing else goes by.
            name: what an id is made of, where none is written that can be one.
            written: the id that the source gives it; kept as it is where it can be an id here and
                is free. See `keep`.
        """
        if key not in self.by_key:
            plain = composed(written)
            made = slug(plain) or slug(name) or slug(str(key)) or "unnamed"
            base = plain if is_sound_id(plain) else made
            id_, number = base, self._numbers.get(base, 1)
            while id_ in self.taken:
                number += 1
                id_ = f"{base}-{number}"
            self._numbers[base] = number
            self.by_key[key] = id_
            self.taken.add(id_)
        return self.by_key[key]

    def keep(self, written: Iterable[str]) -> None:
        """Give each id of a source, under `("id", id)`, one here: those that can stay first.

        >>> ids = Identifiers()
        >>> ids.keep(["north west", "north-west"])
        >>> ids.of(("id", "north west")), ids.of(("id", "north-west"))
        ('north-west-2', 'north-west')
        """
        texts = dict.fromkeys(filter(None, written))
        for sound in (True, False):
            for text in texts:
                if is_sound_id(composed(text)) is sound:
                    self.of(("id", text), written=text)
