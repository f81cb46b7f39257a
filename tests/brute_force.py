"""Answers about small graphs by trying everything: slow, short, and nothing but definitions.

No queue, no component, no dominator: whoever doubts an answer can read why it is right. Bodies are
numbers; a line runs from the one who answers to the one who is answered to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, pairwise, permutations

Pair = tuple[int, int]


@dataclass(frozen=True)
class Small:
    """So many bodies, the lines between them, and where accountability may end."""

    count: int
    pairs: frozenset[Pair]
    apexes: frozenset[int]

    @cached_property
    def bodies(self) -> range:
        """Every body."""
        return range(self.count)

    def superiors(self, body: int) -> set[int]:
        """Whom a body answers to, itself aside."""
        return {above for below, above in self.pairs if below == body != above}

    @cached_property
    def ways(self) -> frozenset[tuple[int, ...]]:
        """Every way upward that passes no body twice: each order of bodies, if it is one."""
        orders = chain.from_iterable(permutations(self.bodies, n) for n in range(1, self.count + 1))
        return frozenset(o for o in orders if {*pairwise(o)} <= self.pairs)

    def ways_between(self, below: int, above: int) -> set[tuple[int, ...]]:
        """The ways from one body to another."""
        return {way for way in self.ways if way[0] == below and way[-1] == above and way[1:]}

    @cached_property
    def reach(self) -> frozenset[Pair]:
        """Which body can reach which, going up one line or more."""
        rounds = {(way[0], way[0]) for way in self.ways if (way[-1], way[0]) in self.pairs}
        return frozenset({(way[0], way[-1]) for way in self.ways if way[1:]} | rounds)

    def arrives(self, body: int) -> bool:
        """Whether some way leads to an apex."""
        return any(way[0] == body and way[-1] in self.apexes for way in self.ways)

    def in_cycle(self, one: int, other: int) -> bool:
        """Whether two bodies answer to one another."""
        return one != other and {(one, other), (other, one)} <= self.reach

    @cached_property
    def cycles(self) -> set[frozenset[int]]:
        """The groups of bodies that answer to one another."""
        groups = {
            frozenset({one, *(other for other in self.bodies if self.in_cycle(one, other))})
            for one in self.bodies
        }
        return {group for group in groups if len(group) > 1}

    def without(self, body: int) -> "Small":
        """The same with one body left out: nobody answers to it, and it to nobody."""
        pairs = frozenset(pair for pair in self.pairs if body not in pair)
        return Small(self.count, pairs, self.apexes - {body})

    def dependants(self, body: int) -> set[int]:
        """The others that reach an apex, and would not without this one."""
        rest = self.without(body)
        return {o for o in self.bodies if o != body and self.arrives(o) and not rest.arrives(o)}

    def depth(self, body: int) -> int:
        """Steps of the longest way upward that counts a whole ring as one place."""
        place = {b: min([b, *(o for o in self.bodies if self.in_cycle(b, o))]) for b in self.bodies}
        pairs = frozenset((place[b], place[a]) for b, a in self.pairs if place[b] != place[a])
        ways = Small(self.count, pairs, self.apexes).ways
        return max(len(way) - 1 for way in ways if way[0] == place[body])


def every(count: int, apexes: Iterable[Iterable[int]]) -> Iterator[Small]:
    """Every graph of so many bodies, lines to oneself included, with each set of apexes."""
    possible = [(below, above) for below in range(count) for above in range(count)]
    sets = [frozenset(each) for each in apexes]
    for size in range(len(possible) + 1):
        for pairs in combinations(possible, size):
            yield from (Small(count, frozenset(pairs), each) for each in sets)


def some(count: int, how_many: int) -> Iterator[Small]:
    """So many graphs, from nearly empty ones to nearly complete ones; always the same.

    Each is made from the digits of its number in a fixed shuffle, not from Python's own chance,
    which may be another in another version.
    """
    possible = [(below, above) for below in range(count) for above in range(count)]
    state = 1
    for number in range(how_many):
        dense = 1 + number % 7
        bits = []
        for _ in range(len(possible) + count):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            bits.append((state >> 33) % 8 < dense)
        pairs = frozenset(pair for pair, there in zip(possible, bits, strict=False) if there)
        ends = frozenset(body for body in range(count) if bits[len(possible) + body])
        yield Small(count, pairs, ends if number % 3 else ends & {0})
