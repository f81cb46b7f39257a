"""Which statements hold: the latest of each record, and none that another replaces.

A series that is broken is named, and read as far as it can be: nothing that a statement says is
dropped because of what another says of it.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govgraph.errors import Place
from govgraph.formats.account import Skipped
from govgraph.formats.bods_statements import RELATIONSHIP, Statement
from govgraph.formats.importing import Importing
from govgraph.formats.nodes import ListNode, MapNode, Node, TextNode

_STATUSES = {"new": 0, "updated": 1, "closed": 2}
_BROKEN = "the series is broken"


class Series:
    """The statements of a file in their series.

    Attributes:
        current: those that hold, in the order of the file.
        before: of each record, the statements that no longer hold, the last first.
        left: what is wrong with the series.
    """

    def __init__(self, importing: Importing, statements: Sequence[Statement]) -> None:
        self._importing = importing
        self._replaced_by: dict[str, list[Statement]] = {}
        self._ends: dict[str, str] = {}
        self.before: dict[str, list[Statement]] = {}
        self.left: list[Skipped] = []
        by_key: dict[tuple[str, str], list[Statement]] = {}
        for statement in statements:
            self._judge_status(statement)
            by_key.setdefault((statement.record, statement.key), []).append(statement)
        latest = [each for group in by_key.values() for each in self._latest(group)]
        self._by_id = {each.id: each for each in statements}
        self._note_shared_ids(statements)
        self._link(latest)
        current = [each for each in latest if not self._replaced_by.get(each.id)]
        for statement in latest:
            if newer := self._replaced_by.get(statement.id):
                self._merge(statement, newer[-1], "a later statement replaces it")
        self.current = sorted(current, key=lambda each: each.number)

    def holds_for(self, reference: str) -> str:
        """The record that a reference means now: that of the statement at the end of its series."""
        passed: dict[str, None] = {}
        while reference not in passed and reference not in self._ends:
            passed[reference] = None
            newer = self._replaced_by.get(reference)
            if not newer:
                break
            reference = newer[-1].id
        end = self._ends.get(reference, reference)
        self._ends.update(dict.fromkeys(passed, end))
        return end

    def _latest(self, group: Sequence[Statement]) -> list[Statement]:
        """The statement of one record that holds; of relationships of one id and day, each."""
        group = list(self._without_repeats(group))
        last = max(group, key=_made)
        if last.record:
            self._judge_record(sorted(group, key=_made))
            self.before[last.record] = sorted(group, key=_made, reverse=True)[1:]
        holding = [last]
        for statement in group:
            if statement is last:
                continue
            if last.record or statement.date != last.date:
                self._merge(statement, last, "a later statement of the same record holds")
            elif statement.part == last.part == RELATIONSHIP:
                holding.append(statement)
            else:
                self._refuse(statement)
        return holding

    def _judge_status(self, statement: Statement) -> None:
        """Name what is no status of a record; its statement is read as one that updates it."""
        if statement.status and statement.status not in _STATUSES:
            why = f"'{statement.status}' is no status of the standard"
            sort, node = statement.sort, statement.node
            self._importing.skip_field(sort, node, "recordStatus", why)

    def _without_repeats(self, group: Sequence[Statement]) -> Iterator[Statement]:
        """The statements of a group, without those that say again what one says already."""
        seen: dict[object, Statement] = {}
        for statement in group:
            first = seen.setdefault(_plain(statement.node), statement)
            if first is statement:
                yield statement
            else:
                self._merge(statement, first, "it is the same statement again")

    def _judge_record(self, group: Sequence[Statement]) -> None:
        """Name what cannot be in the series of one record, in the order of its dates."""
        record, statuses = group[0].record, [each.status for each in group]
        place = self._importing.place(group[-1].node)
        if statuses.count("new") > 1:
            self._left(f"record '{record}', which is new {statuses.count('new')} times", place)
        if "closed" in statuses[:-1]:
            self._left(f"record '{record}', which goes on after it was closed", place)
        if len({each.part for each in group}) > 1:
            self._left(f"record '{record}', which is about different kinds of things", place)
        if len(group) > 1 and _made(group[-1])[:2] == _made(group[-2])[:2]:
            what = f"which of two statements of record '{record}' from the same day holds"
            self.left.append(
                Skipped(what, "they say different things; the last in the file is taken", place)
            )

    def _refuse(self, statement: Statement) -> None:
        """Skip a statement whose id is that of another, which says otherwise on the same day."""
        why = f"another statement of the same day has the id '{statement.id}' and says otherwise"
        self._importing.skip(statement.sort, statement.node, why)

    def _note_shared_ids(self, statements: Iterable[Statement]) -> None:
        """Name each id that several statements have which are not the same."""
        by_id: dict[str, list[Statement]] = {}
        for statement in statements:
            by_id.setdefault(statement.id, []).append(statement)
        for id_, group in by_id.items():
            if id_ and len({_plain(each.node) for each in group}) > 1:
                place = self._importing.place(group[1].node)
                what = f"the id of {len(group)} statements, '{id_}', which say different things"
                self.left.append(Skipped(what, "an id should be that of one statement", place))

    def _link(self, latest: Sequence[Statement]) -> None:
        """Note which statement is replaced by which; of several, the last made comes last."""
        links = [
            (self._by_id[old], statement)
            for statement in sorted(latest, key=_made)
            for old in dict.fromkeys(statement.replaces)
            if self._can_replace(statement, old)
        ]
        in_rings = _in_cycles([(old.id, newer.id) for old, newer in links])
        for old, newer in links:
            if {old.id, newer.id} <= in_rings and _made(old) > _made(newer):
                place = self._importing.place(newer.node)
                what = f"statement '{newer.id}', which replaces '{old.id}', which replaces it"
                self._left(what, place)
            else:
                self._replaced_by.setdefault(old.id, []).append(newer)
        for old_id, newer_ones in self._replaced_by.items():
            if len(newer_ones) > 1:
                what = f"statement '{old_id}', which {len(newer_ones)} others replace"
                self._left(what, self._importing.place(newer_ones[-1].node))

    def _can_replace(self, statement: Statement, old: str) -> bool:
        """Whether a statement can replace another; says why not."""
        known = self._by_id.get(old)
        if known and known.part == statement.part and old != statement.id:
            return True
        fault = "itself" if old == statement.id else f"'{old}', which is not in the file"
        if known and old != statement.id:
            fault = f"'{old}', which is about another kind of thing"
        place = self._importing.place(statement.node)
        self._left(f"statement '{statement.id}', which replaces {fault}", place)
        return False

    def _merge(self, statement: Statement, into: Statement, why: str) -> None:
        """Say that another statement holds in place of one."""
        self._importing.merge(statement.sort, statement.node, f"statement {into.id}", why)

    def _left(self, what: str, place: Place) -> None:
        """Name a series that is broken."""
        self.left.append(Skipped(what, _BROKEN, place))


def _made(statement: Statement) -> tuple[str, int, int]:
    """What orders statements: when they were made, what they make of their record, their place."""
    return statement.date, _STATUSES.get(statement.status, 0), statement.number


def _in_cycles(links: Sequence[tuple[str, str]]) -> set[str]:
    """Those that stand in a ring of links, or between two rings."""
    left = set(itertools.chain.from_iterable(links))
    for start, end in ((0, 1), (1, 0)):
        # What nothing left leads to is in no ring; seen from either end.
        inward = Counter(link[end] for link in links if left.issuperset(link))
        outward: dict[str, list[str]] = {}
        for link in links:
            if left.issuperset(link):
                outward.setdefault(link[start], []).append(link[end])
        free = [each for each in left if not inward[each]]
        while free:
            each = free.pop()
            left.discard(each)
            for next_one in outward.get(each, ()):
                inward[next_one] -= 1
                if not inward[next_one]:
                    free.append(next_one)
    return left


def _plain(node: Node) -> object:
    """What a node says, to compare it with others; the order of fields does not matter."""
    if isinstance(node, MapNode):
        return frozenset((name, _plain(entry.value)) for name, entry in node.entries.items())
    if isinstance(node, ListNode):
        return tuple(map(_plain, node.items))
    return node.text if isinstance(node, TextNode) else None
