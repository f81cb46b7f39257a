"""A register answered from its index: one body found, and what is near it.

Standard library only: a cold question must not wait for Polars or NumPy, which take longer to
import than it takes to answer. What it gives is an excerpt, the same small structure that
`excerpt` cuts out of a register in memory.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.formats.register.register_files import find_register
from govgraph.formats.register.register_kinds import Kinds, read_kinds
from govgraph.graph.walks import Walk, Walks, Way
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.structure import Structure
from govgraph.registers.index.index_schema import (
    BODY,
    INDEXES,
    RELATION,
    TABLES,
    checksum,
    index_file,
    is_current,
)

BASES = {str(basis): basis for basis in WRITTEN_BASES}
LISTED = 10
COMPARED = 200
"""Bodies on either side of where one would stand, whose spelling is compared with it."""
OUTDATED = "not that of its tables as they are"
DAMAGED = "damaged"
_DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError, RecursionError)
"""What comes of reading a file that does not hold what it should."""
_IDS_BESIDE = (
    'SELECT number FROM body WHERE "id" < ? ORDER BY "id" DESC LIMIT ?',
    'SELECT number FROM body WHERE "id" >= ? ORDER BY "id" LIMIT ?',
)
_NAMES_BESIDE = (
    "SELECT body FROM named WHERE lowered < ? ORDER BY lowered DESC LIMIT ?",
    "SELECT body FROM named WHERE lowered >= ? ORDER BY lowered LIMIT ?",
)
Row = tuple[Any, ...]


class Index:
    """The index of a register; bodies and relations have the numbers of their rows."""

    def __init__(self, database: sqlite3.Connection, title: str, kinds: Kinds) -> None:
        self.database = database
        self.title = title
        self.kinds = kinds

    def find(self, name: str) -> int:
        """The number of the body that goes by `name`: its identifier, or its name in any case.

        Raises:
            UnknownNameError: no body does.
            AmbiguousNameError: several do; carries the first of them.
        """
        for (number,) in self._ask('SELECT number FROM body WHERE "id" = ?', name):
            return int(number)
        wanted = name.strip().lower()
        named = self._ask("SELECT body FROM named WHERE lowered = ? LIMIT ?", wanted, LISTED)
        found = [int(number) for (number,) in named]
        if not found:
            near = self._find_near(name, wanted)
            raise UnknownNameError("body", name, tuple(near), near)
        if len(found) > 1:
            from govgraph.model.names import list_named

            bodies = self._read("body", BODY, found)
            listed = list_named(sorted((body["id"], body["name"]) for body in bodies))
            raise AmbiguousNameError("body", name, listed)
        return found[0]

    def _find_near(self, name: str, wanted: str) -> dict[str, str]:
        """Bodies by identifier whose identifier or name is spelt like one, with their names.

        They are sought among those beside the places that one would have.
        """
        from govgraph.model.names import nearest_words

        beside = [(words, name) for words in _IDS_BESIDE]
        beside += [(words, wanted) for words in _NAMES_BESIDE]
        found = [number for words, at in beside for (number,) in self._ask(words, at, COMPARED)]
        bodies = {body["id"]: body["name"] for body in self._read("body", BODY, set(found))}
        spelt = {called.lower(): id_ for id_, called in bodies.items()}
        spelt |= {id_.lower(): id_ for id_ in bodies}
        near = nearest_words((wanted,), sorted(spelt), 3)
        return {spelt[word]: bodies[spelt[word]] for word in near}

    def id(self, body: int) -> str:
        """The identifier of a body."""
        (found,) = self._read("body", BODY, [body])
        return str(found["id"])

    def excerpt(self, walks: Walks, bodies: Sequence[int]) -> Structure:
        """Bodies, every relation that some walks from them meet, and the bodies at its ends."""
        rows: dict[int, dict[str, Any]] = {}
        chosen = set(bodies)
        for walk in walks:
            arrived: set[int] = set()
            for way in walk.way.single:
                met, ends = self._follow(chosen, way, walk)
                rows |= met
                arrived |= ends
            chosen = arrived
        return self._cut([rows[row] for row in sorted(rows)], bodies)

    def _follow(
        self, bodies: Iterable[int], way: Way, walk: Walk
    ) -> tuple[dict[int, dict[str, Any]], set[int]]:
        """The relations of a walk by row, step after step, and the bodies at which it arrives."""
        start, end = ("from", "to") if way is Way.UP else ("to", "from")
        found: dict[int, dict[str, Any]] = {}
        met = set(bodies)
        level = met
        while level:
            relations = [
                relation
                for relation in self._relations(level, way, start)
                if walk.any_kind or self.kinds.may_count(relation["kind"])
            ]
            found |= {relation["row"]: relation for relation in relations}
            arrived = {relation[end] for relation in relations if isinstance(relation[end], int)}
            if walk.once:
                return found, arrived
            level = arrived - met
            met |= level
        return found, met

    def _relations(self, bodies: Iterable[int], way: Way, start: str) -> list[dict[str, Any]]:
        """The relations that start at bodies, as many as each says that it has."""
        found = self._read("relation", RELATION, bodies, key=start)
        told = self._read("body", BODY, bodies)
        if len(found) != sum(body["ups" if way is Way.UP else "downs"] for body in told):
            raise ValueError("a body of the index has other relations than it says")
        return found

    def _read(
        self, table: str, columns: Sequence[str], numbers: Iterable[int], key: str = ""
    ) -> list[dict[str, Any]]:
        """The rows of a table with some numbers in a column; each is as it was written."""
        wanted = json.dumps(sorted(numbers))
        among = (
            f'SELECT * FROM {table} WHERE "{key or columns[0]}" IN (SELECT value FROM json_each(?))'  # noqa: S608 - our own words
        )
        found = []
        for *cells, told in self._ask(among, wanted):
            if checksum(cells) != told:
                raise ValueError("a row of the index has been changed")
            found.append(dict(zip(columns, cells, strict=True)))
        return found

    def _ask(self, words: str, *values: object) -> Iterable[Row]:
        return self.database.execute(words, values)

    def _cut(self, relations: Sequence[dict[str, Any]], bodies: Iterable[int]) -> Structure:
        """The structure of some relations, the bodies at their ends, and some more bodies."""
        ends = {relation[end] for relation in relations for end in ("from", "to")}
        numbers = {end for end in ends if isinstance(end, int)} | set(bodies)
        found = {body["number"]: body for body in self._read("body", BODY, numbers)}
        if found.keys() != numbers:
            raise ValueError("a body of the index is missing")
        ids = {number: body["id"] for number, body in found.items()}
        return Structure(
            id=self.title,
            title=self.title,
            bodies=tuple(_body(found[number]) for number in sorted(found)),
            relations=tuple(_relation(relation, ids) for relation in relations),
            body_kinds=self.kinds.body_kinds,
            relation_kinds=self.kinds.relation_kinds,
        )


def _body(cells: dict[str, Any]) -> Body:
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


def _relation(cells: dict[str, Any], ids: dict[int, str]) -> Relation:
    return Relation(
        from_body=ids.get(cells["from"], cells["from"]),
        kind=cells["kind"],
        to_body=ids.get(cells["to"], cells["to"]),
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
    file = index_file(files)
    if not file.exists():
        return None, ""
    try:
        database = _open(file)
        (described,) = database.execute("SELECT described FROM about").fetchone()
        if not is_current(json.loads(described), files):
            return None, OUTDATED
        return Index(database, files.name, read_kinds(files.declared)), ""
    except (OSError, *_DAMAGE):
        return None, DAMAGED


def _open(file: Path) -> sqlite3.Connection:
    """An index, for reading alone; whoever replaces it meanwhile does not change this one.

    Raises:
        ValueError: it holds other tables than an index does, which might be made to do anything.
        sqlite3.Error: it is no database.
    """
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    database = sqlite3.connect(address, uri=True, isolation_level=None)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    made = database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    if tuple(words for (words,) in made) != (*TABLES, *INDEXES):
        raise ValueError("this is no index of a register")
    return database


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


def _date(word: str) -> PartialDate | None:
    return PartialDate.parse(word) if word else None
