"""A structure: everything known about one set of governance arrangements."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from govgraph.errors import Place
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import (
    BODY_KINDS,
    RELATION_KINDS,
    BodyClass,
    BodyKind,
    RelationKind,
)
from govgraph.model.mentions import Mentions
from govgraph.model.relations import Relation
from govgraph.model.requirements import PolicyRule, Requirement, Waiver
from govgraph.model.seats import Person, Seat
from govgraph.model.selection import SavedView
from govgraph.model.shown import Shown, act
from govgraph.model.sources import Milestone, Source
from govgraph.model.standpoint import Standpoint


@dataclass(frozen=True, kw_only=True, repr=False)
class Structure(Shown):
    """Bodies, relations, seats, people, requirements and the sources that say so.

    Everything stands in the order in which it was written.

    Attributes:
        as_at: the date the description is true for; the default for every question.
        body_kinds: the kinds of body the author declared.
        relation_kinds: the kinds of relation the author declared.

    >>> import govgraph
    >>> hampshire = govgraph.load("data/hampshire")
    >>> hampshire
    <Structure "Hampshire children's partnership arrangements": 21 bodies, 27 relations>
    >>> hampshire.name_of("hart-lcp")
    "Hart Local Children's Partnership"
    """

    id: str = ""
    title: str = ""
    subtitle: str = ""
    jurisdiction: str = ""
    as_at: PartialDate | None = None
    paper: str = ""
    status: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    bodies: tuple[Body, ...] = ()
    relations: tuple[Relation, ...] = ()
    seats: tuple[Seat, ...] = ()
    people: tuple[Person, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    policy: tuple[PolicyRule, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    views: tuple[SavedView, ...] = ()
    body_kinds: tuple[BodyKind, ...] = ()
    relation_kinds: tuple[RelationKind, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        bodies, relations = len(self.bodies), len(self.relations)
        held = f"{bodies} {'body' if bodies == 1 else 'bodies'}, "
        held += f"{relations} {'relation' if relations == 1 else 'relations'}"
        return f"<Structure {(self.title or self.id)!r}: {held}>"

    def save(self, path: "str | Path", to: str = "") -> "tuple[Path, ...]":
        """Write the structure: `govgraph.save` says how.

        >>> import govgraph, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     paths = govgraph.load("data/hampshire").save(f"{folder}/hampshire.yaml")
        ...     govgraph.load(paths[0]) == govgraph.load("data/hampshire")
        True
        """
        written: tuple[Path, ...] = act("save", self, path, to=to)
        return written

    def to_dict(self) -> dict[str, Any]:
        """The structure as a mapping shaped like its file; `govgraph.load` takes it back.

        >>> import govgraph
        >>> govgraph.load({"bodies": {"a": {"name": "A", "apex": True}}}).to_dict()
        {'bodies': {'a': {'name': 'A', 'apex': True}}}
        """
        data: dict[str, Any] = act("to_dict", self)
        return data

    def to_rows(self) -> dict[str, list[dict[str, Any]]]:
        """The structure as tables: for each, its rows as dicts, as a frame takes them.

        >>> import govgraph
        >>> govgraph.load({"bodies": {"a": {"name": "A"}}}).to_rows()
        {'bodies': [{'id': 'a', 'name': 'A'}]}
        """
        tables: dict[str, list[dict[str, Any]]] = act("to_rows", self)
        return tables

    def replace(self, **changes: Any) -> Self:  # noqa: ANN401 - any field
        """The structure with other values in some of its fields, checked as a file is.

        Raises:
            LoadError: what comes of it is no sound structure; carries every problem.

        >>> import govgraph
        >>> govgraph.load({"bodies": {"a": {"name": "A"}}}).replace(title="Riverside").title
        'Riverside'
        """
        return act("validate", replace(self, **changes))  # type: ignore[no-any-return]

    def with_body(self, body: str, **fields: Any) -> Self:  # noqa: ANN401 - any field of a body
        """The structure with some fields of one body changed, as a file would have them.

        Args:
            body: any of its names.
            fields: what to change: `kind="board"`, `until="2026-03"`; None takes a field away.

        Raises:
            QuestionError: no body goes by that name, or several do.
            LoadError: a field or its value means nothing.

        >>> import govgraph
        >>> arrangements = govgraph.load({"bodies": {"a": {"name": "A", "apex": True}}})
        >>> arrangements.with_body("A", until="2026-03").bodies[0].until
        PartialDate(year=2026, month=3, day=None, approximate=False, words='')
        """
        return act("with_body", self, body, **fields)  # type: ignore[no-any-return]

    @cached_property
    def body_by_id(self) -> Mapping[str, Body]:
        """Each body under its id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def person_by_id(self) -> Mapping[str, Person]:
        """Each person under their id."""
        return {person.id: person for person in self.people}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Each source under its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def seats_by_body(self) -> Mapping[str, tuple[Seat, ...]]:
        """The seats on each body that has any."""
        seats: dict[str, list[Seat]] = {}
        for seat in self.seats:
            seats.setdefault(seat.body, []).append(seat)
        return {body: tuple(held) for body, held in seats.items()}

    @cached_property
    def successors_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bodies that took over from each that has any, sorted."""
        later: dict[str, set[str]] = {}
        for body in self.bodies:
            for earlier in body.succeeds:
                later.setdefault(earlier, set()).add(body.id)
        return {earlier: tuple(sorted(found)) for earlier, found in later.items()}

    @cached_property
    def kinds_of_body(self) -> Mapping[str, BodyKind]:
        """Every kind of body that may be written here, built in or declared."""
        return BODY_KINDS | {kind.id: kind for kind in self.body_kinds}

    @cached_property
    def kinds_of_relation(self) -> Mapping[str, RelationKind]:
        """Every kind of relation that may be written here, built in or declared."""
        return RELATION_KINDS | {kind.id: kind for kind in self.relation_kinds}

    @cached_property
    def mentions(self) -> Mentions:
        """When the papers first and last speak of bodies, relations and seats."""
        return Mentions(self)

    def name_of(self, body: str) -> str:
        """The name of the body with that id, or the id itself where there is none."""
        known = self.body_by_id.get(body)
        return known.name if known else body

    def class_of(self, body: Body) -> BodyClass:
        """The class of a body; one of an unknown kind counts among those that decide."""
        kind = self.kinds_of_body.get(body.kind)
        return kind.body_class if kind else BodyClass.DECIDES

    def is_accountability(self, relation: Relation) -> bool:
        """Whether a relation is a line of account; an unknown kind never is."""
        kind = self.kinds_of_relation.get(relation.kind)
        return kind is not None and kind.is_accountability

    def standpoint(
        self,
        as_at: PartialDate | None = None,
        include: frozenset[Status] = frozenset(),
        *,
        presume: bool = False,
        undated: bool = False,
    ) -> Standpoint:
        """The standpoint asked for, as at the structure's own date unless another is given."""
        return Standpoint(
            as_at=as_at or self.as_at,
            include=include,
            presume=presume,
            ahead=as_at is None,
            undated=undated,
            mentions=self.mentions,
        )
