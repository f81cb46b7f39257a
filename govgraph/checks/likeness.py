"""Names that are the same, or spelled nearly alike."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

SHORTEST_WORD = 4
"""Words shorter than this tell names apart by one letter (`Group A`, `Ward II`, `Lee`)."""
NAMES_COMPARED = 20_000
"""Most names that are compared for spelling; a register of more would need too much memory."""


def group_by_name(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name that several go by, with their ids, sorted; `names` gives the names of each id."""
    bearers: dict[str, set[str]] = {}
    for id_, known in names.items():
        for name in known:
            bearers.setdefault(name, set()).add(id_)
    for name, ids in sorted(bearers.items()):
        if name and len(ids) > 1:
            yield name, tuple(sorted(ids))


def find_alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of different names that are one letter apart, or two letters swapped, sorted.

    Names that differ in a figure or in a short word are no slips of the pen. Each name is filed
    under itself with one letter left out, so that not every pair need be compared.
    """
    distinct = sorted(set(names))
    if len(distinct) > NAMES_COMPARED:
        return
    filed: dict[str, set[str]] = {}
    for name in distinct:
        for key in {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}:
            filed.setdefault(key, set()).add(name)
    pairs = {
        pair
        for alike in filed.values()
        if len(alike) > 1
        for pair in combinations(sorted(alike), 2)
    }
    yield from (pair for pair in sorted(pairs) if _is_slip(*pair))


def _is_slip(one: str, other: str) -> bool:
    """Whether two names differ as by a slip of the pen."""
    apart = set(one.split()) ^ set(other.split())
    if any(len(word) < SHORTEST_WORD or not word.isalpha() for word in apart):
        return False
    if len(one) != len(other):
        return True  # one letter more: they were filed together
    places = [place for place in range(len(one)) if one[place] != other[place]]
    first, last = places[0], places[-1]
    swapped = one[first : last + 1] == other[first : last + 1][::-1]
    return first == last or (last - first == 1 and swapped)
