"""The posts of a government organogram as bodies, relations and seats."""

from pathlib import Path

from govgraph.formats.account import Account, Left
from govgraph.formats.headed_rows import HeadedRow
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.values import composed, is_sound_id
from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat, Standing
from govgraph.model.sources import Citation, Source
from govgraph.model.structure import Structure

SENIOR = "post unique reference"
JUNIOR = "reporting senior post"
"""The headings by which the two files are known."""
_TOP = "xx"
_NOT_IN_POST = "0"
_SAID = {
    "vacant": Standing.VACANT,
    "eliminated": Standing.ABOLISHED,
    "n/d": Standing.UNDISCLOSED,
}
_TAKEN = {
    SENIOR, JUNIOR, "name", "grade", "grade (or equivalent)", "job title", "job/team function",
    "organisation", "parent department", "unit", "reports to senior post", "notes",
    "generic job title", "number of posts in fte",
}  # fmt: skip
_PERSONAL = ("contact phone", "contact e-mail")
_ONE_POST = ("job title", "reports to senior post", "unit", "organisation")
"""What must be the same in two rows of one reference for it to be a post that is shared."""


class Posts:
    """The posts read so far."""

    def __init__(self) -> None:
        self.bodies: dict[str, Body] = {}
        self.first_rows: dict[str, HeadedRow] = {}
        self.relations: list[Relation] = []
        self.seats: list[Seat] = []
        self.people: list[Person] = []
        self.sources: dict[str, Source] = {}
        self.left: list[Left] = []
        self.named: dict[str, int] = {}
        self.columns: dict[str, None] = {}
        self.ids = Identifiers()
        self.organisations: dict[str, None] = {}
        self.departments: dict[str, None] = {}
        self.shared = 0
        self.juniors = 0

    def add_senior(self, row: HeadedRow) -> None:
        """Take one row of the senior posts: a post, or one more holder of a post."""
        self._note_columns(row)
        reference = row.get(SENIOR)
        if not reference:
            self.left.append(Left("a row", "it has no post reference", row.place))
            return
        if reference == _NOT_IN_POST:
            why = "they are paid and hold no post, which the reference 0 says"
            self.left.append(Left("a person", why, row.place))
            return
        first = self.first_rows.get(reference)
        if first:
            self._share(first, row, reference)
        else:
            self.first_rows[reference] = row
            self._add_post(row, reference)
        self._seat(row, reference)

    def add_junior(self, row: HeadedRow) -> None:
        """Take one row of the junior posts: a group of posts that report to a senior one."""
        self._note_columns(row)
        self.juniors += 1
        name = row.get("generic job title") or "Junior posts"
        posts = row.get("number of posts in fte")
        whole = posts.removesuffix(".0")
        self._add(
            Body(
                id=f"junior-{self.juniors}",
                name=name,
                kind="junior-posts",
                tier=row.get("grade"),
                tags=self._tags(row),
                count=int(whole) if whole.isdecimal() and 1 < int(whole) < 10**9 else None,
                note=f"{posts} full-time equivalent" if posts else "",
                cites=self._cites(row),
                place=row.place,
            ),
            row.get(JUNIOR),
            row,
        )

    def account(self) -> Account:
        """The structure, and what was taken and left."""
        kinds = [BodyKind("post", "Post")]
        if self.juniors:
            kinds.append(BodyKind("junior-posts", "Junior posts", "team"))
        structure = Structure(
            title="; ".join(self.organisations),
            note="; ".join(f"Parent department: {name}" for name in self.departments),
            sources=tuple(self.sources.values()),
            bodies=tuple(self.bodies.values()),
            relations=tuple(self.relations),
            seats=tuple(self.seats),
            people=tuple(self.people),
            body_kinds=tuple(kinds),
        )
        return Account(structure, self._taken(), (*self.left, *self._left_as_a_whole()))

    def _taken(self) -> tuple[str, ...]:
        """What became of the rows, in words."""
        tops = sum(body.apex for body in self.bodies.values())
        ended = sum(body.status is Status.ENDED for body in self.bodies.values())
        taken = [
            f"{len(self.first_rows)} senior posts as bodies, each 'reports to' as it stands there",
            f"{tops} posts with XX as an apex, where accountability may end",
        ]
        if ended:
            taken.append(f"{ended} eliminated posts as ended")
        if self.juniors:
            taken.append(f"{self.juniors} rows of junior posts as one body each")
        if self.shared:
            taken.append(f"{self.shared} further rows of a post as its further holders")
        return tuple(taken)

    def _left_as_a_whole(self) -> list[Left]:
        """The columns for which a structure has no place, and what the file does not say."""
        left = [
            Left(
                f"the column '{column}'",
                "how to reach somebody is not governance"
                if column in _PERSONAL
                else "a structure has no place for it",
            )
            for column in self.columns
            if column not in _TAKEN
        ]
        left += [
            Left(
                f"whether the {count} posts held by '{name}' are held by one person",
                "the file gives names alone; they are taken for different people",
            )
            for name, count in self.named.items()
            if count > 1
        ]
        return left

    def _add_post(self, row: HeadedRow, reference: str) -> None:
        """Add one senior post, and the post that it reports to."""
        eliminated = row.get("name").casefold() == "eliminated"
        superior = row.get("reports to senior post")
        body = Body(
            id=self.ids_of(reference),
            name=row.get("job title") or f"Post {reference}",
            kind="post",
            apex=superior.casefold() == _TOP,
            tier=row.get("grade (or equivalent)", "grade"),
            status=Status.ENDED if eliminated else Status.ACTIVE,
            tags=self._tags(row),
            remit=row.get("job/team function"),
            cites=self._cites(row),
            note=row.get("notes"),
            place=row.place,
        )
        self._add(body, "" if body.apex else superior, row)

    def _add(self, body: Body, superior: str, row: HeadedRow) -> None:
        """Add a body, and its line upward if one is given."""
        self.bodies[body.id] = body
        if superior:
            self.relations.append(
                Relation(
                    from_body=body.id,
                    kind="reports_to",
                    to_body=self.ids_of(superior),
                    cites=self._cites(row),
                    place=row.place,
                    from_place=row.place,
                    to_place=row.place,
                )
            )
        for known, heading in (
            (self.organisations, "organisation"),
            (self.departments, "parent department"),
        ):
            if name := row.get(heading):
                known[name] = None

    def _share(self, first: HeadedRow, row: HeadedRow, reference: str) -> None:
        """Take a further row of a post for a further holder, and say where it differs."""
        self.shared += 1
        for heading in _ONE_POST:
            if row.get(heading).casefold() != first.get(heading).casefold():
                what = f"'{row.get(heading)}' as the {heading} of post {reference}"
                why = f"the first row of the post says '{first.get(heading)}'"
                self.left.append(Left(what, why, row.place))

    def _seat(self, row: HeadedRow, reference: str) -> None:
        """Add the seat of whoever holds a post, or of nobody."""
        name = row.get("name")
        standing = _SAID.get(name.casefold(), Standing.SUBSTANTIVE)
        holders: tuple[str, ...] = ()
        if not name:
            standing = Standing.UNDISCLOSED
        elif standing is Standing.SUBSTANTIVE:
            self.named[name] = self.named.get(name, 0) + 1
            id_ = self.ids.of(f"person {name} {row.place.line}", name)
            post = row.get("job title")
            organisation = row.get("organisation")
            self.people.append(
                Person(id=id_, name=name, post=post, organisation=organisation, place=row.place)
            )
            holders = (id_,)
        self.seats.append(
            Seat(
                body=self.ids_of(reference),
                role=Role.LEAD_OFFICER,
                held_by=holders,
                standing=standing,
                cites=self._cites(row),
                place=row.place,
                body_place=row.place,
            )
        )

    def ids_of(self, reference: str) -> str:
        """The id of a post: its reference, or what is left of it where that is no id."""
        plain = composed(reference)
        return plain if is_sound_id(plain) else slug(plain)

    def _tags(self, row: HeadedRow) -> tuple[str, ...]:
        """The unit of a post, to select it by."""
        unit = row.get("unit")
        return (unit,) if unit and unit.casefold() != "n/a" else ()

    def _cites(self, row: HeadedRow) -> tuple[Citation, ...]:
        """The row of the file that says so."""
        path = Path(row.place.file)
        id_ = slug(path.stem) or "posts"
        self.sources.setdefault(id_, Source(id=id_, title=path.name))
        return (Citation(source=id_, at=f"row {row.place.line}"),)

    def _note_columns(self, row: HeadedRow) -> None:
        """Remember the columns that hold something."""
        self.columns |= {name: None for name, cell in row.cells.items() if cell}
