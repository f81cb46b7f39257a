"""Names that are the same, or spelled nearly alike."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from govgraph.model.appearance import look

SHORTEST_WORD = 4
"""Words shorter than this tell names apart by one letter (`Group A`, `Ward II`, `Lee`)."""

LONGEST_WORD = 60
"""Longer words are no slips of the pen; each is filed under itself without each of its letters."""

MOST_WORDS = 100
"""Names of more words are sentences; each would be filed once for each of its words."""


def group_by_name(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name that several go by, with their ids, sorted; `names` gives the names of each id."""
    bearers: dict[str, set[str]] = {}
    for id_, known in names.items():
        for name in known:
            bearers.setdefault(name, set()).add(id_)
    for name, ids in sorted(bearers.items()):
        if name and len(ids) > 1:
            yield name, tuple(sorted(ids))


def find_twins(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each look that several names have which are written differently, with their ids, sorted."""
    written: dict[str, dict[str, set[str]]] = {}
    for id_, known in names.items():
        for name in known:
            written.setdefault(look(name), {}).setdefault(id_, set()).add(name)
    for seen, bearers in sorted(written.items()):
        if len(bearers) > 1 and len(set().union(*bearers.values())) > 1:
            yield seen, tuple(sorted(bearers))


def find_alike(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of names that differ by a slip of the pen in one word, or only in spaces, sorted.

    Each name is filed under itself with one word left open, so that only words which stand in
    the same place of the same name are compared. Names that differ in a figure or in a short
    word are no slips.
    """
    run_together: dict[str, list[str]] = {}
    one_word_open: dict[tuple[str, ...], dict[str, str]] = {}
    for name in sorted(set(names)):
        words = name.split()
        run_together.setdefault("".join(words), []).append(name)
        for place, word in enumerate(words if len(words) <= MOST_WORDS else ()):
            if SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha():
                key = (*words[:place], "", *words[place + 1 :])
                one_word_open.setdefault(key, {})[word] = name
    pairs = {pair for spaced in run_together.values() for pair in combinations(spaced, 2)}
    for by_word in one_word_open.values():
        if len(by_word) > 1:
            pairs.update((by_word[one], by_word[other]) for one, other in _slips(by_word))
    return sorted(pairs)


def _slips(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that are one letter apart, or have two neighbouring letters swapped.

    Each word is filed under itself with one letter left out, so that not every pair is compared.
    """
    filed: dict[str, set[str]] = {}
    for word in words:
        for key in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            filed.setdefault(key, set()).add(word)
    for alike in filed.values():
        for one, other in combinations(sorted(alike), 2):
            if _is_slip(one, other):
                yield one, other


def _is_slip(one: str, other: str) -> bool:
    """Whether two words that are alike without one letter of each differ by one slip."""
    if len(one) != len(other):
        return True
    places = [place for place in range(len(one)) if one[place] != other[place]]
    first, last = places[0], places[-1]
    swapped = last - first == 1 and one[first] == other[last] and one[last] == other[first]
    return first == last or swapped
