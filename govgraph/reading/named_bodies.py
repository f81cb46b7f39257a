"""Where a sentence names bodies, by any of their names."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from govgraph.reading.matching import forgive

_PLACE = r"(?<![\w-])(?:{names})(?:'s|s|')?(?![\w-])"


class Mention(NamedTuple):
    """A body named in a text that has been made alike: which, and from where to where."""

    body: str
    start: int
    end: int


class Names:
    """The names of bodies, each with the key of its body, ready to be found in sentences.

    Args:
        names: for each key, the names that a body goes by. A name that two go by is nobody's.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._keys: dict[str, set[str]] = {}
        for key, own in names.items():
            for name in own:
                plain = _plain(name)
                if plain:
                    self._keys.setdefault(plain, set()).add(key)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All names, the longest first, so that the Trust Board is not the Trust."""
        listed = sorted(self._keys, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name) for name in listed)
        return re.compile(_PLACE.format(names=joined or r"(?!)"), re.IGNORECASE)

    def find(self, sentence: str) -> tuple[Mention, ...]:
        """Each body named, in order; a name of one word or of initials only as it is written."""
        text = forgive(sentence)
        found = []
        for match in self._pattern.finditer(text):
            written = match[0]
            keys = self._keys.get(_plain(written)) or self._keys.get(_plain(written)[:-1], set())
            short = " " not in written or written.isupper()
            if len(keys) == 1 and not (short and written[0].islower()):
                found.append(Mention(next(iter(keys)), match.start(), match.end()))
        return tuple(found)


def _plain(name: str) -> str:
    """A name as names are looked up: without an article, case or possessive."""
    plain = forgive(name).casefold().removeprefix("the ")
    return re.sub(r"'s?$", "", plain)
