"""What becomes of the organisations, people, posts and memberships of a Popolo file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from govgraph.formats.account import Account
from govgraph.formats.collecting import Collector
from govgraph.formats.identifiers import slug
from govgraph.formats.nodes import MapNode, Node
from govgraph.formats.problems import shown
from govgraph.formats.role_words import role_of
from govgraph.formats.taking import Taking
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import BODY_KINDS, BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.structure import Structure

_BODY, _PERSON, _SEAT, _POST = "organization", "person", "membership", "post"
_PRIVATE = "it is not about governance"
_REACH = "how to reach somebody is not governance"
_REASONS = {
    **dict.fromkeys(("email", "contact_details"), _REACH),
    **dict.fromkeys(
        ("gender", "birth_date", "death_date", "image", "images", "biography", "summary",
         "national_identity", "family_name", "given_name", "additional_name", "honorific_prefix",
         "honorific_suffix", "patronymic_name", "sort_name"), _PRIVATE,
    ),
    "legislative_period_id": "the dates of a period are not those of a membership",
}  # fmt: skip


class _Post(NamedTuple):
    """A post: of which body, what it is called, and what it says where nobody fills it."""

    body: str = ""
    label: str = ""
    role: Role = Role.MEMBER
    note: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None


_NO_POST = _Post()


class Popolo(Collector):
    """The parts of a structure that a Popolo file comes to."""

    def __init__(self, taking: Taking) -> None:
        super().__init__(taking)
        self.areas: dict[str, str] = {}
        self.posts: dict[str, _Post] = {}
        self.filled: set[str] = set()
        self.memberships: set[str] = set()

    def take(self, sections: Mapping[str, Sequence[Node]]) -> None:
        """Take every list of a file; events have no place here, and are counted."""
        for node in sections["areas"]:
            self._area(node)
        for node in sections["organizations"]:
            self._body(node)
        for node in sections["persons"]:
            self._person(node)
        for node in sections["posts"]:
            self._post(node)
        for node in sections["memberships"]:
            self._seat(node)
        if sections["events"]:
            count = len(sections["events"])
            self.taking.leave(f"{count} events", "a structure has no place for them")

    def account(self) -> Account:
        """The structure, and what was taken and left."""
        for id_, post in self.posts.items():
            if id_ in self.filled and (post.start or post.end):
                why = "they are not those of its memberships"
                self.taking.leave(f"the dates of the post '{shown(id_)}'", why)
            elif id_ not in self.filled and post.body:
                self.seats.append(
                    Seat(
                        body=post.body,
                        role=post.role,
                        from_=post.start,
                        until=post.end,
                        note=post.note,
                    )
                )
        structure = Structure(
            bodies=self._named_areas(),
            relations=tuple(self.relations),
            seats=tuple(self.seats),
            people=tuple(self.people.values()),
            body_kinds=tuple(self.kinds.values()),
        )
        taken = (
            f"{len(self.bodies)} organizations as bodies",
            f"{len(self.relations)} parents as 'part of', which is no line of account",
            f"{len(self.seats)} memberships and posts as seats",
        )
        return Account(structure, taken, self.taking.account(_REASONS))

    def _named_areas(self) -> tuple[Body, ...]:
        """The bodies, each area by its name where it is described."""
        return tuple(
            replace(body, area=self.areas.get(body.area, body.area))
            for body in self.bodies.values()
        )

    def _id(self, sort: str, node: MapNode, *names: str) -> str:
        """An id, as it is written if it can be one here."""
        return self.sound_id(self.taking.text(sort, node, *names))

    def _area(self, node: Node) -> str:
        """An area, which has only its name here."""
        opened = self.taking.open("area", node)
        if opened is None:
            return ""
        id_ = self.taking.text("area", opened, "id")
        name = self.taking.text("area", opened, "name") or id_
        self.areas[id_] = name
        return name

    def _reference(self, sort: str, node: MapNode, name: str) -> str:
        """The id of a body or person that is referred to, or described in the place itself."""
        id_ = self._id(sort, node, f"{name}_id")
        inner = self.taking.value(sort, node, name)
        if inner is None:
            return id_
        taken = self._person(inner) if name == "person" else self._body(inner)
        return taken or id_

    def _body(self, node: Node) -> str:
        """An organisation as a body, with what is described within it; its id."""
        opened = self.taking.open(_BODY, node)
        if opened is None:
            return ""
        taking = self.taking
        name = taking.text(_BODY, opened, "name")
        id_ = self._id(_BODY, opened, "id") or slug(name)
        if not id_:
            taking.leave("an organization", "it has neither id nor name", opened)
            return ""
        body = Body(
            id=id_,
            name=name or id_,
            kind=self._kind(taking.text(_BODY, opened, "classification")),
            also_known_as=self._other_names(_BODY, opened),
            area=self._area_of(_BODY, opened),
            from_=taking.date(_BODY, opened, "founding_date"),
            until=taking.date(_BODY, opened, "dissolution_date"),
            remit=taking.text(_BODY, opened, "abstract"),
            note=taking.text(_BODY, opened, "description"),
            place=taking.place(opened),
        )
        known = self.bodies.get(id_)
        if known is None or known.name == known.id:
            self.bodies[id_] = body
        parent = self._reference(_BODY, opened, "parent")
        if parent:
            place = taking.place(opened)
            self.relations.append(
                Relation(from_body=id_, kind="part_of", to_body=parent, place=place)
            )
        for inner in taking.items(_BODY, opened, "posts"):
            self._post(inner, body=id_)
        for inner in taking.items(_BODY, opened, "memberships"):
            self._seat(inner, body=id_)
        return id_

    def _kind(self, words: str) -> str:
        """The kind of body that a classification names, declared where it is not built in."""
        id_ = slug(words)
        if not id_:
            return "body"
        if id_ not in BODY_KINDS:
            self.kinds.setdefault(id_, BodyKind(id_, words))
        return id_

    def _other_names(self, sort: str, node: MapNode) -> tuple[str, ...]:
        """The other names of an organisation or person."""
        others = self.taking.each(sort, node, "other_names", "other name")
        names = [self.taking.text("other name", other, "name") for other in others]
        return tuple(dict.fromkeys(name for name in names if name))

    def _area_of(self, sort: str, node: MapNode) -> str:
        """The area of something: its name, or its id until it is known."""
        inner = self.taking.value(sort, node, "area")
        return self._area(inner) if inner else self.taking.text(sort, node, "area_id")

    def _person(self, node: Node) -> str:
        """A person; their id."""
        opened = self.taking.open(_PERSON, node)
        if opened is None:
            return ""
        name = self.taking.text(_PERSON, opened, "name")
        id_ = self._id(_PERSON, opened, "id") or slug(name)
        if not id_:
            self.taking.leave("a person", "they have neither id nor name", opened)
            return ""
        others = self._other_names(_PERSON, opened)
        person = Person(
            id=id_, name=name or id_, also_known_as=others, place=self.taking.place(opened)
        )
        known = self.people.get(id_)
        if known is None or known.name == known.id:
            self.people[id_] = person
        for inner in self.taking.items(_PERSON, opened, "memberships"):
            self._seat(inner, person=id_)
        return id_

    def _post(self, node: Node, body: str = "") -> str:
        """A post: a seat, unless a membership fills it; its id."""
        opened = self.taking.open(_POST, node)
        if opened is None:
            return ""
        taking = self.taking
        id_ = taking.text(_POST, opened, "id")
        label = taking.text(_POST, opened, "label", "role")
        role, words = role_of(taking.text(_POST, opened, "role") or "member")
        said = dict.fromkeys(text for text in (label, words) if text and text != role.value)
        owner = self._reference(_POST, opened, "organization") or body
        start, end = (taking.date(_POST, opened, name) for name in ("start_date", "end_date"))
        post = _Post(owner, label, role, "; ".join(said), start, end)
        self.posts.setdefault(id_ or label, post)
        for inner in taking.items(_POST, opened, "memberships"):
            self._seat(inner, body=owner, post=id_ or label)
        return id_ or label

    def _seat(self, node: Node, body: str = "", person: str = "", post: str = "") -> None:
        """A membership as a seat; the same one described twice is one."""
        opened = self.taking.open(_SEAT, node)
        if opened is None:
            return
        taking = self.taking
        id_ = taking.text(_SEAT, opened, "id")
        if id_ and id_ in self.memberships:
            return
        self.memberships.add(id_)
        inner = taking.value(_SEAT, opened, "post")
        post = (self._post(inner) if inner else taking.text(_SEAT, opened, "post_id")) or post
        self.filled.add(post)
        known = self.posts.get(post, _NO_POST)
        owner, label = known.body, known.label
        holder = self._reference(_SEAT, opened, "person") or person
        body = self._reference(_SEAT, opened, "organization") or body or owner
        member = taking.text(_SEAT, opened, "member_id")
        if not body:
            taking.leave("a membership", "it does not say of which organization", opened)
            return
        role, words = role_of(taking.text(_SEAT, opened, "role") or "member")
        said = dict.fromkeys((words, taking.text(_SEAT, opened, "label"), label))
        behalf = self._reference(_SEAT, opened, "on_behalf_of")
        represents = [self._name(id_) for id_ in (behalf, member) if id_]
        self.seats.append(
            Seat(
                body=body,
                role=role,
                held_by=(holder,) if holder else (),
                represents=tuple(represents),
                from_=taking.date(_SEAT, opened, "start_date"),
                until=taking.date(_SEAT, opened, "end_date"),
                note="; ".join(text for text in said if text),
                place=taking.place(opened),
                body_place=taking.place(opened),
            )
        )

    def _name(self, id_: str) -> str:
        """The name of a body that is known, or its id."""
        known = self.bodies.get(id_)
        return known.name if known else id_
