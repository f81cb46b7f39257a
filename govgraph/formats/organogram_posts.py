"""The posts of a government organogram as bodies, relations and seats."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from govgraph.formats.account import Skipped
from govgraph.formats.headed_rows import HeadedRow
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.organogram_references import Post, References
from govgraph.formats.organogram_words import JUNIOR, NAME, SUPERIOR, standing_of, unquoted
from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BodyKind
from govgraph.model.names import normalise
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat, SeatStatus
from govgraph.model.sources import Basis, Citation, Source
from govgraph.model.structure import Structure
from govgraph.wording.lists import count_words

GRADES = ("grade (or equivalent)", "grade")
FUNCTION, UNIT, NOTES = "job/team function", "unit", "notes"
ORGANISATION, DEPARTMENT = "organisation", "parent department"
_KINDS = (BodyKind("post", "Post"), BodyKind("junior-posts", "Junior posts", "team"))
_ONE_POST = (GRADES, (FUNCTION,), (ORGANISATION,))
"""What a post has one of, though its rows may say several."""
_LARGEST_COUNT = 10**9
_MOST_MEANT = 12
"""Of how many posts with one reference each may be meant: of more, the reference says nothing."""


class Posts:
    """The structure of one organogram, as far as it has been built.

    Attributes:
        left: what rows of one post say differently, and what references leave open.
    """

    def __init__(self, senior: Sequence[HeadedRow], junior: Sequence[HeadedRow]) -> None:
        self._ids = Identifiers()
        self._person_ids = Identifiers()
        self._people: dict[tuple[str, str, object], Person] = {}
        self._sources: dict[str, Source] = {}
        self._bodies: list[Body] = []
        self._relations: list[Relation] = []
        self._seats: list[Seat] = []
        self._rows = (*senior, *junior)
        self._unclear: Counter[str] = Counter()
        self.left: list[Skipped] = []
        self.references = References(senior, self._ids)
        for post in self.references.posts:
            self._add_post(post)
        for number, row in enumerate(junior, start=1):
            self._add_junior(row, number)
        self.left += [*self._slips(), *self._names_held_twice()]

    def structure(self) -> Structure:
        """Everything together."""
        used = {body.kind for body in self._bodies} | {"post"}
        departments = _each(self._rows, DEPARTMENT)
        return Structure(
            title="; ".join(_each(self._rows, ORGANISATION)),
            note="; ".join(f"Parent department: {name}" for name in departments),
            sources=tuple(self._sources.values()),
            bodies=tuple(self._bodies),
            relations=tuple(self._relations),
            seats=tuple(self._seats),
            people=tuple(self._people.values()),
            body_kinds=tuple(kind for kind in _KINDS if kind.id in used),
        )

    def _add_post(self, post: Post) -> None:
        """Add a post, its lines upward, and the seats of those who hold it."""
        rows, first = post.telling, post.telling[0]
        self._bodies.append(
            Body(
                id=post.id,
                name=post.title,
                kind="post",
                apex=post.is_top,
                also_known_as=(f"Post {post.reference}",) if post.shares else (),
                tier=first.get(*GRADES),
                status=Status.ENDED if post.has_ended else Status.ACTIVE,
                tags=_units(rows),
                remit=unquoted(first.get(FUNCTION)),
                cites=tuple(self._cite(row) for row in rows),
                note="; ".join(_each(rows, NOTES)),
                place=first.place,
            )
        )
        saying = {unquoted(row.get(SUPERIOR)): row for row in reversed(rows)}
        for superior in post.superiors:
            self._add_lines(post.id, superior, saying[superior], post)
        for row in post.holders:
            self._add_seat(post, row)
        self.left += _differences(post)

    def _add_junior(self, row: HeadedRow, number: int) -> None:
        """Add a row of junior posts: a group of posts that report to a senior one."""
        posts = row.get("number of posts in fte")
        whole = posts.removesuffix(".0")
        id_ = self._ids.of(("junior", number), written=f"junior-{number}")
        self._bodies.append(
            Body(
                id=id_,
                name=unquoted(row.get("generic job title")) or "Junior posts",
                kind="junior-posts",
                tier=row.get("grade"),
                tags=_units([row]),
                count=int(whole) if whole.isdecimal() and 1 < int(whole) < _LARGEST_COUNT else None,
                note="; ".join(
                    filter(None, (f"{posts} full-time equivalent" if posts else "", row.get(NOTES)))
                ),
                cites=(self._cite(row),),
                place=row.place,
            )
        )
        if superior := unquoted(row.get(JUNIOR)):
            self._add_lines(id_, superior, row, None)

    def _add_lines(self, id_: str, superior: str, row: HeadedRow, post: Post | None) -> None:
        """Add the line to a superior, or a line to each of those that may be meant."""
        meant = self.references.meant_by(superior, row, post)
        unclear = len(meant) > 1
        self._unclear[superior] += unclear
        if unclear and len(self.references.sharing(superior)) > _MOST_MEANT:
            return
        for to_body in meant:
            self._relations.append(
                Relation(
                    from_body=id_,
                    kind="reports_to",
                    to_body=to_body,
                    basis=Basis.INFERRED if unclear else Basis.STATED,
                    cites=(self._cite(row),),
                    note=f"One of several posts with the reference {superior}" if unclear else "",
                    place=row.place,
                    from_place=row.place,
                    to_place=row.place,
                )
            )

    def _add_seat(self, post: Post, row: HeadedRow) -> None:
        """Add the seat of whoever holds a post, or of nobody."""
        standing = standing_of(row.get(NAME))
        holders = (self._person(post, row),) if standing is SeatStatus.SUBSTANTIVE else ()
        self._seats.append(
            Seat(
                body=post.id,
                role=Role.LEAD_OFFICER,
                held_by=holders,
                standing=standing,
                cites=(self._cite(row),),
                note="" if row in post.telling else row.get(NOTES),
                place=row.place,
                body_place=row.place,
            )
        )

    def _person(self, post: Post, row: HeadedRow) -> str:
        """The id of a holder: one person for one name under one reference, not beyond it."""
        name = unquoted(row.get(NAME))
        # Names whose letters all fall away when they are compared are told apart by their rows.
        key = (post.reference, normalise(name), "" if normalise(name) else row.place.line)
        if key not in self._people:
            self._people[key] = Person(
                id=self._person_ids.of(key, name),
                name=name,
                post=post.title,
                organisation=row.get(ORGANISATION),
                place=row.place,
            )
        return self._people[key].id

    def _slips(self) -> Iterable[Skipped]:
        """Each reference that several posts in force have, and whom it was taken to mean."""
        for reference in dict.fromkeys(post.reference for post in self.references.posts):
            sharing = self.references.sharing(reference)
            if not sharing:
                continue
            unclear = self._unclear[reference]
            to = "to none of so many" if len(sharing) > _MOST_MEANT else "to each"
            rows = count_words(
                unclear, "row that means neither reports", "rows that mean neither report"
            )
            yield Skipped(
                f"which of {len(sharing)} posts the reference '{reference}' means",
                "their titles differ; a row means the post of its own unit, or the one at the top"
                + (f", and {rows} {to}" if unclear else ""),
                sharing[1].rows[0].place,
                of=tuple(f"{post.title} ({post.id})" for post in sharing),
            )

    def _names_held_twice(self) -> Iterable[Skipped]:
        """Each name that stands at several posts, which nobody can tell to be one person's."""
        names = Counter(person.name for person in self._people.values())
        for name, count in names.items():
            if count > 1:
                yield Skipped(
                    f"whether the {count} posts held by '{name}' are held by one person",
                    "the file gives names alone; they are taken for different people",
                )

    def _cite(self, row: HeadedRow) -> Citation:
        """The row of the file that says so."""
        path = Path(row.place.file)
        id_ = slug(path.stem) or "posts"
        self._sources.setdefault(id_, Source(id=id_, title=path.name))
        return Citation(source=id_, at=f"row {row.place.line}")


def _differences(post: Post) -> Iterable[Skipped]:
    """What further rows of a post say otherwise than the first, of which it has only one."""
    first = post.telling[0]
    for headings in _ONE_POST:
        said = normalise(first.get(*headings))
        for row in post.telling[1:]:
            other = row.get(*headings)
            if other and normalise(other) != said:
                what = f"'{other}' as the {headings[0]} of post {post.reference}"
                why = f"another row of the post says '{first.get(*headings)}'"
                yield Skipped(what, why, row.place)


def _each(rows: Iterable[HeadedRow], heading: str) -> tuple[str, ...]:
    """What rows say under a heading, each once."""
    return tuple(dict.fromkeys(cell for row in rows if (cell := row.get(heading))))


def _units(rows: Iterable[HeadedRow]) -> tuple[str, ...]:
    """The units of rows, to select them by."""
    return tuple(unit for unit in _each(rows, UNIT) if normalise(unit) != "n a")
