"""Which bodies share a page when one sheet cannot hold them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.checks.wording import join_words
from govgraph.drawing.depiction.shares import ACCOUNT
from govgraph.drawing.forms.long_chain import cut_chain
from govgraph.drawing.layout.rows import UPWARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.whole import Whole

_LEAST_GROUP = 2  # a single body is shown where it is, not on a page of its own
_MOST = 0.55  # of the bodies: an area that holds more is what the page is about
_CHUNK = 18  # bodies on a page when nothing but their order tells them apart
_NAMED = 3  # bodies of a mixed page that its name lists
_STRETCH = 6  # of a long chain: so many stand below one another on A4


@dataclass(slots=True)
class PagePlan:
    """One page: what it shows singly, and the groups that it shows as one box each.

    Attributes:
        name: What the page is called, "" for the first one.
        bodies: Everything that the page stands for, the bodies of its groups included.
        groups: The pages that show its groups; empty while it shows every body singly.
        above: The page on which this one is a box, or None.
        head: The body that the page is named after, with all below it; "" where it is none.
        is_mixed: Whether the name only lists some of its bodies, which nothing holds together.
        number: The page's number, from 1.
    """

    name: str
    bodies: tuple[str, ...]
    groups: list[PagePlan] = field(default_factory=list)
    above: PagePlan | None = None
    number: int = 1
    head: str = ""
    is_mixed: bool = False

    def walk(self) -> Iterator[PagePlan]:
        """This page and all below it, in the order of their numbers."""
        waiting = [self]
        while waiting:
            page = waiting.pop()
            yield page
            waiting += reversed(page.groups)

    def shown(self) -> frozenset[str]:
        """The bodies that this page shows singly."""
        grouped = {body for group in self.groups for body in group.bodies}
        return frozenset(self.bodies) - grouped

    def split(self, whole: Whole) -> bool:
        """Put some of its bodies on pages of their own; False when it cannot be split."""
        shown = self.shown()
        diagram = whole.around(shown)
        bodies = [body for body in self.bodies if body in shown]
        groups = _by_area(diagram, shown) if not self.groups else []
        if not groups and not self.groups:
            chain = cut_chain(bodies, _superiors(diagram, bodies), _STRETCH)
            if chain:
                self._hang(chain, {body.id: body.name for body in diagram.bodies})
                return True
            groups = _by_superior(diagram, bodies)
        if not groups:
            groups = _by_order(diagram, bodies)
        groups = [group for group in groups if len(group.bodies) < len(bodies)]
        for group in groups:
            group.above = self
        self.groups += groups
        return bool(groups)

    def _hang(self, chain: Sequence[tuple[str, tuple[str, ...]]], names: Mapping[str, str]) -> None:
        """Give each stretch of a long chain a page, one below the other."""
        above = self
        for head, below in chain:
            page = PagePlan(names[head], below, above=above, head=head)
            above.groups.append(page)
            above = page


def number_pages(first: PagePlan) -> dict[str, int]:
    """Give every page its number; for each body the page that shows it singly."""
    page_of: dict[str, int] = {}
    for number, page in enumerate(first.walk(), start=1):
        page.number = number
        page_of.update(dict.fromkeys(page.shown(), number))
    return page_of


def _by_area(diagram: Diagram, bodies: frozenset[str]) -> list[PagePlan]:
    """One group for each area of several bodies."""
    found: dict[str, list[str]] = {}
    for body in diagram.bodies:
        if body.id in bodies and body.area:
            found.setdefault(body.area, []).append(body.id)
    return [
        PagePlan(area, tuple(group))
        for area, group in found.items()
        if _LEAST_GROUP <= len(group) <= len(bodies) * _MOST
    ]


def _by_superior(diagram: Diagram, bodies: Sequence[str]) -> list[PagePlan]:
    """One group for each body that answers to one of the first ones, with all below it."""
    superior = _superiors(diagram, bodies)
    names = {body.id: body.name for body in diagram.bodies}
    found: dict[str, list[str]] = {}
    known: dict[str, str | None] = {}
    for body in bodies:
        head = _second(body, superior, known)
        if head is not None:
            found.setdefault(head, []).append(body)
    return [
        PagePlan(names[head], tuple(group), head=head)
        for head, group in found.items()
        if len(group) >= _LEAST_GROUP
    ]


def _superiors(diagram: Diagram, bodies: Iterable[str]) -> dict[str, str]:
    """The first of some bodies that each of them answers to."""
    inside = frozenset(bodies)
    superior: dict[str, str] = {}
    for line in diagram.lines:
        if line.style in UPWARD and {line.from_, line.to} <= inside and line.from_ != line.to:
            superior.setdefault(line.from_, line.to)
    return superior


def _second(body: str, superior: Mapping[str, str], known: dict[str, str | None]) -> str | None:
    """The body just below the first one that this one answers to, through however many.

    What is found on the way is `known` from then on, so that a long chain is climbed once; of a
    ring nothing is kept, because there it matters where one begins.
    """
    way = {body: None}
    while body in superior and superior[body] in superior and superior[body] not in way:
        body = superior[body]
        if body in known:
            known.update(dict.fromkeys(way, known[body]))
            return known[body]
        way[body] = None
    found = body if body in superior else None
    if superior.get(body) not in way:
        known.update(dict.fromkeys(way, found))
    return found


def _by_order(diagram: Diagram, bodies: Sequence[str]) -> list[PagePlan]:
    """Groups of linked neighbours; bodies that others answer to stay where they are.

    Neighbours who answer alike are not parted, so that what leads from their box is true of all.
    """
    held = {line.to for line in diagram.lines if line.style in UPWARD}
    names = {body.id: body.name for body in diagram.bodies}
    loose = [body for body in bodies if body not in held]
    if len(loose) < 2 * _LEAST_GROUP:
        loose = list(bodies)
    count = max(2, -(-len(loose) // _CHUNK))
    each = max(_LEAST_GROUP, -(-len(loose) // count))
    alike = _alike(diagram, _side_by_side(diagram, loose))
    groups: list[list[str]] = []
    for family in alike:
        for start in range(0, len(family), each):
            part = family[start : start + each]
            if (
                groups
                and len(groups[-1]) + len(part) <= each
                and min(len(groups[-1]), len(part)) < _LEAST_GROUP
            ):
                groups[-1] += part
            else:
                groups.append(part)
    return [
        PagePlan(_list([names[body] for body in group]), tuple(group), is_mixed=True)
        for group in groups
        if len(group) >= _LEAST_GROUP
    ]


def _list(names: Sequence[str]) -> str:
    """The first of some names, without a count: a name may stand for several bodies."""
    more = len(names) > _NAMED + 1
    return join_words([*names[:_NAMED], "others"] if more else names, len(names))


def _alike(diagram: Diagram, bodies: Sequence[str]) -> list[list[str]]:
    """The same bodies, those together whose lines of account are the same; single ones last."""
    account: dict[str, set[tuple[str, str, str]]] = {body: set() for body in bodies}
    for line in diagram.lines:
        if line.style in ACCOUNT and line.from_ in account:
            account[line.from_].add((line.to, line.kind, line.status))
    found: dict[frozenset[tuple[str, str, str]], list[str]] = {}
    for body in bodies:
        found.setdefault(frozenset(account[body]), []).append(body)
    return sorted(found.values(), key=lambda family: len(family) < _LEAST_GROUP)


def _side_by_side(diagram: Diagram, bodies: Sequence[str]) -> list[str]:
    """The same bodies with those that a line connects next to one another."""
    near: dict[str, list[str]] = {body: [] for body in bodies}
    for line in diagram.lines:
        if line.from_ in near and line.to in near:
            near[line.from_].append(line.to)
            near[line.to].append(line.from_)
    order: dict[str, None] = {}
    for start in bodies:
        waiting = [start]
        while waiting:
            body = waiting.pop()
            if body not in order:
                order[body] = None
                waiting += reversed(near[body])
    return list(order)
