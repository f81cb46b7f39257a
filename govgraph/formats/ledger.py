"""The conservation of records: what a reader counted in a source is what it accounts for.

The parser of a reader counts every record before anything is decided. The reader then says of each
once what became of it. A ledger that does not close is a fault of the reader, and names the record.
"""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.account import Account, Fate, Outcome, Skipped
from govgraph.formats.problems import Problems, shown
from govgraph.model.structure import Structure
from govgraph.wording.lists import count_words, plural_of

FIELD = "."
"""Stands between what a record is and the name of a field of it, in the kind of a field."""

WITH_RECORD = "it goes with its record"
"""Why a field is merged or skipped whose whole record is."""

PART = "part of its record"
"""As what a record is imported that only says something of the one in which it stands."""


class _Record(NamedTuple):
    """One record of a source: what it is called there, and where it stands."""

    name: str
    place: Place | None


class _Verdict(NamedTuple):
    """What became of a record."""

    outcome: Outcome
    into: str
    why: str


class Ledger:
    """Every record of one source, and what became of it.

    A record goes by its kind and by a key that nothing else of that kind has: its position, the
    identity of its node, its address.

    >>> ledger = Ledger("plan.json")
    >>> ledger.count("person", 1, "ann")
    >>> ledger.imported("person", 1, "person")
    >>> [(fate.kind, str(fate.outcome), fate.of) for fate in ledger.close()]
    [('person', 'imported', ('ann',))]
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._records: dict[str, dict[Hashable, _Record]] = {}
        self._verdicts: dict[str, dict[Hashable, _Verdict]] = {}
        self._faults: list[tuple[Place | None, str]] = []

    def count(self, kind: str, key: Hashable, name: str = "", place: Place | None = None) -> None:
        """Count one record of the source, for the parser; without a name it goes by its number."""
        records = self._records.setdefault(kind, {})
        if key in records:
            self._fault(kind, records[key], "is counted twice")
        records[key] = _Record(name or str(len(records) + 1), place)

    def imported(self, kind: str, key: Hashable, into: str) -> None:
        """Say that a record is in the structure, and as what."""
        self._tell(kind, key, _Verdict(Outcome.IMPORTED, into, ""))

    def merged(self, kind: str, key: Hashable, into: str, why: str) -> None:
        """Say that a record is part of something that is in the structure already."""
        self._tell(kind, key, _Verdict(Outcome.MERGED, into, why))

    def skipped(self, kind: str, key: Hashable, why: str) -> None:
        """Say that a record is not in the structure."""
        self._tell(kind, key, _Verdict(Outcome.SKIPPED, "", why))

    def outcome(self, kind: str, key: Hashable) -> Outcome | None:
        """What became of a record, if that has been said."""
        verdict = self._verdicts.get(kind, {}).get(key)
        return verdict.outcome if verdict else None

    def open(self, kind: str) -> tuple[Hashable, ...]:
        """The records of a kind of which nothing has been said yet, in the order counted."""
        told = self._verdicts.get(kind, {})
        return tuple(key for key in self._records.get(kind, {}) if key not in told)

    def close(self) -> tuple[Fate, ...]:
        """What became of every record, in groups, in the order of the source.

        Raises:
            LoadError: nothing was said of a record, or twice, or it was never counted.
        """
        for kind, records in self._records.items():
            for key in self.open(kind):
                self._fault(kind, records[key], "is neither imported nor merged nor skipped")
        problems = Problems()
        for place, fault in self._faults:
            problems.add(place or Place(self.file, 0, 0), fault)
        problems.raise_if_any()
        return tuple(self._fates())

    def _tell(self, kind: str, key: Hashable, verdict: _Verdict) -> None:
        """Note what became of a record."""
        record = self._records.get(kind, {}).get(key)
        verdicts = self._verdicts.setdefault(kind, {})
        if record is None:
            self._fault(kind, _Record(str(key), None), f"is {verdict.outcome} and was not counted")
        elif key in verdicts:
            self._fault(kind, record, f"is {verdicts[key].outcome} and {verdict.outcome}")
        else:
            verdicts[key] = verdict

    def _fault(self, kind: str, record: _Record, what: str) -> None:
        """Note that the account does not close."""
        message = (
            f"the account of the reader does not close: the {kind} '{shown(record.name)}' {what};"
            " this is a fault of govgraph, not of the file"
        )
        self._faults.append((record.place, message))

    def _fates(self) -> Iterator[Fate]:
        """The records in groups of one kind and verdict, ordered by the first of each."""
        for kind, records in self._records.items():
            groups: dict[_Verdict, list[_Record]] = {}
            for key, record in records.items():
                groups.setdefault(self._verdicts[kind][key], []).append(record)
            for verdict, group in groups.items():
                place = group[0].place if len(group) == 1 else None
                yield Fate(kind, *verdict, of=tuple(record.name for record in group), place=place)


def close_account(
    structure: Structure, ledger: Ledger, further: tuple[Skipped, ...] = ()
) -> Account:
    """The account of a reader, closed, with what it says beyond its records.

    Raises:
        LoadError: the ledger does not close.
    """
    fates = ledger.close()
    left = tuple(_left(fate) for fate in fates if _is_told(fate))
    return Account(structure, tuple(_taken(fates)), (*left, *further), fates)


def _is_told(fate: Fate) -> bool:
    """Whether people are told of it: of what is no longer there as it was, each thing once.

    Fields go with a record that was merged or skipped, which says so.
    """
    return fate.outcome is not Outcome.IMPORTED and fate.why != WITH_RECORD


def _taken(fates: tuple[Fate, ...]) -> Iterator[str]:
    """What records became, in words; not each field."""
    for fate in fates:
        part = FIELD in fate.kind or fate.into == PART
        if fate.outcome is Outcome.IMPORTED and not part:
            into = fate.into if len(fate.of) == 1 else plural_of(fate.into)
            yield f"{_counted(fate)} as {into}"


def _left(fate: Fate) -> Skipped:
    """What was merged or skipped, in words."""
    what = f"{_counted(fate)} merged into {fate.into}" if fate.into else _counted(fate)
    return Skipped(what, fate.why, fate.place, of=fate.of, outcome=fate.outcome)


def _counted(fate: Fate) -> str:
    """How many records of a kind."""
    number = len(fate.of)
    record, dot, field = fate.kind.partition(FIELD)
    if dot:
        often = f", {number} times" if number > 1 else ""
        return f"the field '{shown(field)}' ({record}{often})"
    if record.endswith("s"):  # the name of a list
        return f"{count_words(number, 'record')} of '{shown(record)}'"
    return count_words(number, record)
