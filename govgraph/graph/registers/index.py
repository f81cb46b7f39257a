"""A register answered from its index: one body found, and what is near it, in a few page faults.

Standard library only: see `arrow_file`. What it gives is an excerpt, the same small structure that
`excerpt` cuts out of a register in memory.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.graph.registers.arrow_file import ArrowFile, TextColumn
from govgraph.graph.registers.checksums import Integers
from govgraph.graph.registers.index_files import (
    NAMES,
    index_folder,
    is_current,
    read_description,
)
from govgraph.graph.registers.kinds import Kinds, read_kinds
from govgraph.graph.registers.tables import find_register
from govgraph.graph.walks import Walk, Walks, Way
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.structure import Structure

BODY_TEXTS = {
    "id", "name", "lowered", "kind", "apex", "outside", "area", "tier", "status", "from", "until",
    "count",
}  # fmt: skip
RELATION_TEXTS = {
    "kind", "basis", "status", "since", "until", "intended", "scope", "from_id", "to_id",
}  # fmt: skip
BASES = {str(basis): basis for basis in WRITTEN_BASES}
LISTED = 10
COMPARED = 200
"""Bodies on either side of where one would stand, whose spelling is compared with it."""
OUTDATED = "not that of its tables as they are"
DAMAGED = "damaged"
_DAMAGE = (struct.error, ValueError, TypeError, LookupError, RecursionError)
"""What comes of reading files that do not hold what they should."""


class Index:
    """The index of a register, mapped into memory.

    Bodies are numbered in the order of their identifiers, relations in the order of the bodies
    they start from.
    """

    def __init__(self, folder: Path, title: str, kinds: Kinds, sums: Mapping[str, str]) -> None:
        self.title = title
        self.kinds = kinds
        bodies, relations = (ArrowFile(folder / f"{name}.arrow", sums[name]) for name in NAMES)
        self.bodies: dict[str, Any] = dict(bodies.columns(BODY_TEXTS))
        self.relations: dict[str, Any] = dict(relations.columns(RELATION_TEXTS))

    def find(self, name: str) -> int:
        """The number of the body that goes by `name`: its identifier, or its name in any case.

        Raises:
            UnknownNameError: no body does.
            AmbiguousNameError: several do; carries the first of them.
        """
        ids: TextColumn = self.bodies["id"]
        number = _search(ids, range(len(ids)), name)
        if number < len(ids) and ids[number] == name:
            return number
        lowered, order, wanted = (
            self.bodies["lowered"],
            self.bodies["by_name"],
            name.strip().lower(),
        )
        place = _search(lowered, order, wanted)
        found: list[int] = []
        while place < len(order) and lowered[order[place]] == wanted and len(found) < LISTED:
            found.append(order[place])
            place += 1
        if not found:
            raise UnknownNameError("body", name, self._find_near(name, number, place))
        if len(found) > 1:
            raise AmbiguousNameError("body", name, tuple(sorted(ids[body] for body in found)))
        return found[0]

    def _find_near(self, name: str, number: int, place: int) -> tuple[str, ...]:
        """Identifiers and names spelt like one, of those beside the places it would have."""
        from govgraph.model.names import nearest_words

        ids, order = self.bodies["id"], self.bodies["by_name"]
        beside = [ids[at] for at in _around(number, len(ids))]
        beside += [self.bodies["name"][order[at]] for at in _around(place, len(order))]
        return nearest_words((name.strip(),), beside, 3)

    def id(self, body: int) -> str:
        """The identifier of a body."""
        id_: str = self.bodies["id"][body]
        return id_

    def excerpt(self, walks: Walks, bodies: Sequence[int]) -> Structure:
        """Bodies, every relation that some walks from them meet, and the bodies at its ends."""
        rows: list[int] = []
        chosen = list(bodies)
        for walk in walks:
            ways = [self._follow(chosen, way, walk) for way in walk.way.single]
            rows += [row for met, _ in ways for row in met]
            chosen = sorted({body for _, arrived in ways for body in arrived})
        return self._cut(rows, bodies)

    def _rows(self, bodies: Sequence[int], way: Way) -> list[int]:
        """The relations from bodies upward, or to them from below."""
        first, end = self.bodies[f"first_{way}"], self.bodies[f"end_{way}"]
        most = len(self.relations["row"])
        if any(first[body] < 0 or end[body] > most for body in bodies):
            raise ValueError("a body of the index has more relations than there are")
        rows = [row for body in bodies for row in range(first[body], end[body])]
        return rows if way is Way.UP else [self.relations["downward"][row] for row in rows]

    def _follow(self, bodies: Iterable[int], way: Way, walk: Walk) -> tuple[list[int], set[int]]:
        """The relations of a walk, step after step, and the bodies at which it arrives."""
        kinds = self.relations["kind"]
        ends = self.relations["to" if way is Way.UP else "from"]
        met, found = set(bodies), []
        level = sorted(met)
        while level:
            rows = self._rows(level, way)
            rows = [row for row in rows if walk.any_kind or self.kinds.may_count(kinds[row])]
            found += rows
            arrived = {ends[row] for row in rows} - {-1}
            if walk.once:
                return found, arrived
            level = sorted(arrived - met)
            met.update(level)
        return found, met

    def _cut(self, rows: Iterable[int], bodies: Iterable[int]) -> Structure:
        """The structure of some relations, the bodies at their ends, and some more bodies."""
        written = sorted(set(rows), key=lambda row: self.relations["row"][row])
        numbers = {end for row in written for end in self._ends(row)} | set(bodies)
        return Structure(
            id=self.title,
            title=self.title,
            bodies=tuple(self._body(number) for number in sorted(numbers - {-1})),
            relations=tuple(self._relation(row) for row in written),
            body_kinds=self.kinds.body_kinds,
            relation_kinds=self.kinds.relation_kinds,
        )

    def _ends(self, row: int) -> tuple[int, int]:
        return self.relations["from"][row], self.relations["to"][row]

    def _body(self, number: int) -> Body:
        cells = {name: self.bodies[name][number] for name in BODY_TEXTS}
        count = int(cells["count"] or 1)
        return Body(
            id=cells["id"],
            name=cells["name"],
            kind=cells["kind"] or "body",
            apex=cells["apex"].casefold() == "true",
            outside=cells["outside"].casefold() == "true" != cells["apex"].casefold(),
            area=cells["area"],
            tier=cells["tier"],
            status=Status(cells["status"] or Status.ACTIVE),
            from_=_date(cells["from"]),
            until=_date(cells["until"]),
            count=None if count == 1 else count,
        )

    def _relation(self, row: int) -> Relation:
        cells = {name: self.relations[name][row] for name in RELATION_TEXTS}
        below, above = self._ends(row)
        ids = self.bodies["id"]
        return Relation(
            from_body=ids[below] if below >= 0 else cells["from_id"],
            kind=cells["kind"],
            to_body=ids[above] if above >= 0 else cells["to_id"],
            scope=cells["scope"],
            basis=BASES[cells["basis"] or "stated"],
            status=Status(cells["status"] or Status.ACTIVE),
            from_=_date(cells["since"]),
            until=_date(cells["until"]),
            intended=cells["intended"],
        )


def open_index(path: Path) -> tuple[Index | None, str]:
    """The index of the register at a path; or why the one that is there cannot be used.

    Raises:
        LoadError: there is no register.
    """
    files = find_register(path)
    folder = index_folder(files)
    try:
        described = read_description(folder)
        if described is None:
            return None, ""
        if not is_current(described, files):
            return None, OUTDATED
        kinds = read_kinds(files.declared)
        return Index(folder, files.folder.name, kinds, described["sums"]), ""
    except (OSError, *_DAMAGE):
        return None, DAMAGED


def ask_index(
    index: Index, walks: Walks, names: Iterable[str]
) -> tuple[Structure, tuple[str, ...]] | None:
    """What walks from some bodies meet, and their ids; None where the index is damaged.

    Raises:
        QuestionError: a body goes by no name of the register, or by several.
    """
    try:
        numbers = [index.find(name) for name in names]
        return index.excerpt(walks, numbers), tuple(map(index.id, numbers))
    except _DAMAGE:
        return None


def _search(texts: TextColumn, order: range | Integers, wanted: str) -> int:
    """The first place in an order of texts, by their bytes, that is not before `wanted`."""
    low, high, bytes_ = 0, len(order), wanted.encode()
    while low < high:
        middle = (low + high) // 2
        if texts.raw(order[middle]) < bytes_:
            low = middle + 1
        else:
            high = middle
    return low


def _around(place: int, count: int) -> range:
    """The places beside one, of so many."""
    return range(max(place - COMPARED, 0), min(place + COMPARED, count))


def _date(word: str) -> PartialDate | None:
    return PartialDate.parse(word) if word else None
