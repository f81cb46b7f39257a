"""Which rows of an organogram are one post, and which post a reference means.

Rows of one reference and one title are one post: a job share, a row written twice, or an eliminated
post beside its successor. Rows of one reference and different titles are different posts, whose
reference is a slip of the pen. The order of the rows decides nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govgraph.formats.headed_rows import HeadedRow
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.organogram_words import (
    NAME,
    SENIOR,
    SUPERIOR,
    TITLE,
    is_top,
    standing_of,
    unquoted,
)
from govgraph.formats.values import composed, is_sound_id
from govgraph.model.names import normalise
from govgraph.model.seats import SeatStatus

_UNIT = "unit"
_JOB_SHARE = re.compile(r"\bjob ?shar(?:e|er|ing)\b")
"""What some write behind a title that is shared."""


@dataclass(frozen=True)
class Post:
    """The rows of one post.

    Attributes:
        id: its reference; with its title where others in force have the same.
        shares: whether the reference is that of another post as well.
    """

    id: str
    reference: str
    rows: tuple[HeadedRow, ...]
    shares: bool = False

    @cached_property
    def in_force(self) -> tuple[HeadedRow, ...]:
        """The rows that are not eliminated."""
        return tuple(
            row for row in self.rows if standing_of(row.get(NAME)) is not SeatStatus.ABOLISHED
        )

    @property
    def has_ended(self) -> bool:
        """Whether every row of it is eliminated."""
        return not self.in_force

    @property
    def telling(self) -> tuple[HeadedRow, ...]:
        """The rows that say what the post is: those in force, or all of one that has ended."""
        return self.in_force or self.rows

    @property
    def title(self) -> str:
        """Its title, as the first row that has any writes it."""
        titles = (unquoted(row.get(TITLE)) for row in self.telling)
        return next(filter(None, titles), f"Post {self.reference}")

    @property
    def is_top(self) -> bool:
        """Whether a row of it marks it as the top."""
        return any(is_top(row.get(SUPERIOR)) for row in self.telling)

    @property
    def superiors(self) -> tuple[str, ...]:
        """The references of those it reports to, each once."""
        written = (unquoted(row.get(SUPERIOR)) for row in self.telling)
        return tuple(dict.fromkeys(each for each in written if each and not is_top(each)))

    @property
    def holders(self) -> tuple[HeadedRow, ...]:
        """The rows that each say who holds it; the same name again says nothing new."""
        seen: set[str] = set()
        return tuple(row for row in self.rows if _is_new(row.get(NAME), seen))


class References:
    """The posts of a table of senior posts, and the one that a reference means."""

    def __init__(self, rows: Sequence[HeadedRow], ids: Identifiers) -> None:
        self._by_reference: dict[str, list[Post]] = {}
        written: dict[str, list[HeadedRow]] = {}
        for row in rows:
            written.setdefault(unquoted(row.get(SENIOR)), []).append(row)
        self._ids = ids
        groups = {reference: _by_title(rows) for reference, rows in written.items()}
        # Ids as they are written come first, so that none made of words takes one of them.
        made = {each: len(groups[each]) > 1 or not is_sound_id(composed(each)) for each in groups}
        for reference in sorted(groups, key=lambda each: made[each]):
            self._by_reference[reference] = list(self._named(reference, groups[reference]))
        places = {row.place: number for number, row in enumerate(rows)}
        every = (post for posts in self._by_reference.values() for post in posts)
        self.posts = tuple(sorted(every, key=lambda post: places[post.rows[0].place]))

    def meant_by(self, reference: str, row: HeadedRow, asking: Post | None = None) -> list[str]:
        """The ids of the posts that a row may mean by a reference; several where it is not clear.

        Of posts in force that share a reference, the one of the row's own unit is meant, or the
        one at the top. No post means itself where it may mean another.
        """
        known = self._by_reference.get(reference, [])
        live = [post for post in known if not post.has_ended] or known
        others = [post for post in live if asking is None or post.id != asking.id] or live
        unit = normalise(row.get(_UNIT))
        same_unit = [post for post in others if unit in _units(post)] if unit else []
        tops = [post for post in others if post.is_top]
        for chosen in (others, same_unit, tops):
            if len(chosen) == 1:
                return [chosen[0].id]
        return [post.id for post in others] or [self._ids.of(reference, written=reference)]

    def sharing(self, reference: str) -> list[Post]:
        """The posts in force of one reference, where there are several."""
        live = [post for post in self._by_reference.get(reference, ()) if not post.has_ended]
        return live if len(live) > 1 else []

    def _named(self, reference: str, titles: Sequence[tuple[HeadedRow, ...]]) -> Iterable[Post]:
        """The posts of one reference, of which at most one keeps it as its id."""
        posts = [Post("", reference, rows, shares=len(titles) > 1) for rows in titles]
        live = [post for post in posts if not post.has_ended]
        tops = [post for post in live if post.is_top]
        keeper = next((each[0] for each in (posts, live, tops) if len(each) == 1), None)
        for post in posts:
            title = f"{reference} {post.title}"
            written = reference if post is keeper else ""
            id_ = self._ids.of((reference, normalise(post.title)), title, written=written)
            yield Post(id_, reference, post.rows, post.shares)


def _by_title(rows: Sequence[HeadedRow]) -> list[tuple[HeadedRow, ...]]:
    """The rows of one reference in groups of one title; one without goes with the only other."""
    groups: dict[str, list[HeadedRow]] = {}
    for row in rows:
        groups.setdefault(_JOB_SHARE.sub("", normalise(row.get(TITLE))).strip(), []).append(row)
    if len(groups) == 2 and "" in groups:  # noqa: PLR2004 - that, and one other
        return [tuple(rows)]
    return [tuple(group) for group in groups.values()]


def _is_new(name: str, seen: set[str]) -> bool:
    """Whether a name is not among those seen, to which it is added; nobody is always new."""
    plain = normalise(name)
    if not plain or standing_of(name) is not SeatStatus.SUBSTANTIVE:
        return True
    new = plain not in seen
    seen.add(plain)
    return new


def _units(post: Post) -> set[str]:
    """The units of a post."""
    return {normalise(row.get(_UNIT)) for row in post.telling}
