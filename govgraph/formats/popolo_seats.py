"""What becomes of the posts and memberships of a Popolo file: seats.

A membership that fills a post is one seat with it, and has the post's role unless it says another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from govgraph.formats.account import Skipped
from govgraph.formats.importing import Importing, SourceRecord
from govgraph.formats.nodes import MapNode, TextNode
from govgraph.formats.popolo_records import POST, SEAT, Thing
from govgraph.formats.popolo_references import References
from govgraph.formats.problems import shown
from govgraph.formats.role_words import role_of
from govgraph.formats.values import plain
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role, Seat

_DATES = ("start_date", "end_date")
_ANYBODY = " "
"""In place of a holder, whoever it is; nobody's id is a space."""
_NO_BODY = "it does not say of which organization"


@dataclass(frozen=True, slots=True)
class _Membership:
    """What a membership says, whoever it stands with."""

    body: str = ""
    holder: str = ""
    post: Thing | None = None
    role: str = ""
    label: str = ""
    represents: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None

    def joined(self, other: "_Membership") -> "_Membership | None":
        """Both as one, unless one of them says what the other says otherwise."""
        said = {}
        for field in fields(self):
            one, two = getattr(self, field.name), getattr(other, field.name)
            if one and two and one != two:
                return None
            said[field.name] = one or two
        return _Membership(**said)


class Seats:
    """The seats of a file."""

    def __init__(self, importing: Importing, references: References) -> None:
        self.importing = importing
        self.references = references
        self.posts = {id(found.node): found for found in importing.of(POST)}
        self.owners = {id(thing): self._owner(thing) for thing in references.posts.all}
        self.found: list[tuple[_Membership, MapNode]] = []
        self.by_id: dict[str, list[int]] = {}
        self.by_all: dict[tuple[str, str, str], list[int]] = {}
        self.by_words: dict[_Membership, int] = {}
        self.filled: set[int] = set()

    def read(self) -> tuple[Seat, ...]:
        """A seat for each membership, and for each post that none fills."""
        for found in self.importing.of(SEAT):
            self._take(found)
        seats = [self._seat(membership, node) for membership, node in self.found]
        return (*seats, *self._posts())

    def notes(self) -> Iterator[Skipped]:
        """The ids that several different memberships have."""
        for id_, numbers in self.by_id.items():
            if len(numbers) > 1:
                what = f"the id '{shown(id_)}' of {len(numbers)} different memberships"
                yield Skipped(what, "each of them is kept as a seat")

    def _take(self, found: SourceRecord) -> None:
        """Take a membership, which may be one that is known."""
        said = self._said(found)
        node = found.node
        if not said.body:
            self.importing.skip(SEAT, node, _NO_BODY)
            return
        id_ = self.importing.text(node, "id")
        for number in self._likely(id_, said):
            joined = self.found[number][0].joined(said)
            if joined:
                self.found[number] = (joined, self.found[number][1])
                self.importing.merge(SEAT, node, f"membership {shown(id_)}", "the id is the same")
                return
        if not id_ and said.holder and said in self.by_words:
            self.importing.merge(SEAT, node, "a membership", "it says the same, without an id")
            return
        self.by_words[said] = len(self.found)
        if id_:
            self.by_id.setdefault(id_, []).append(len(self.found))
            for holder in dict.fromkeys((said.holder, _ANYBODY)):
                key = (id_, said.body, holder)
                self.by_all.setdefault(key, []).append(len(self.found))
        self.found.append((said, node))
        self.importing.imported(SEAT, node, "seat")

    def _likely(self, id_: str, said: _Membership) -> list[int]:
        """The memberships with an id that may be the one said: of its body, and of its holder."""
        holders = (said.holder, "") if said.holder else (_ANYBODY,)
        likely = (self.by_all.get((id_, said.body, holder), ()) for holder in holders)
        return sorted(number for numbers in likely for number in numbers) if id_ else []

    def _said(self, found: SourceRecord) -> _Membership:
        """What a membership says, with the post it fills and the record in which it stands."""
        importing, references, node = self.importing, self.references, found.node
        post = self._post_of(found)
        if post:
            self.filled.add(id(post))
        owner = self.owners[id(post)] if post else ""
        holder = references.person(SEAT, node, "person")
        body = references.body(SEAT, node, "organization")
        behalf = references.body(SEAT, node, "on_behalf_of")
        member, somebody = references.member(SEAT, node)
        if holder and somebody and holder != somebody:
            importing.skip_field(SEAT, node, "member_id", "'person' says another")
        represents = [references.name_of(id_) for id_ in (behalf, member) if id_]
        start, end = (importing.date(SEAT, node, name) for name in _DATES)
        return _Membership(
            body or references.around(references.bodies, found) or owner,
            holder or somebody or references.around(references.people, found),
            post,
            importing.text(node, "role"),
            importing.text(node, "label"),
            tuple(represents),
            start,
            end,
        )

    def _post_of(self, found: SourceRecord) -> Thing | None:
        """The post that a membership fills, if it is described."""
        posts, node = self.references.posts, found.node
        meant = self.references.referred(SEAT, node, "post")
        if type(meant) is MapNode:
            return posts.by_node.get(id(meant))
        if type(meant) is not TextNode:
            return posts.by_node.get(id(found.outer))
        known = posts.meant_by(meant)
        if known is None:
            why = f"no post has the id '{shown(meant.text or '')}'"
            self.importing.skip_field(SEAT, node, "post_id", why)
            self.importing.skip_field(SEAT, node, "post", why)
        return known

    def _seat(self, said: _Membership, node: MapNode) -> Seat:
        """A membership as a seat."""
        role, notes = self._role(said)
        return Seat(
            body=said.body,
            role=role,
            held_by=(said.holder,) if said.holder else (),
            represents=said.represents,
            from_=said.start,
            until=said.end,
            note="; ".join(notes),
            place=self.importing.place(node),
            body_place=self.importing.place(node),
        )

    def _role(self, said: _Membership) -> tuple[Role, list[str]]:
        """The role of a membership, or that of its post; and the words that say more than it."""
        own, words = role_of(said.role or "member")
        label, function = self._words_of(said.post)
        role, posts_words = role_of(function or "member")
        is_general = own is Role.MEMBER and not words
        chosen = role if is_general else own
        others = (words, said.label, label, posts_words if is_general else function)
        notes = {plain(text): text for text in reversed(others) if text}
        notes.pop(plain(chosen.value), None)
        return chosen, [*reversed(notes.values())]

    def _words_of(self, post: Thing | None) -> tuple[str, str]:
        """What a post is called, and the words for what its holder does."""
        if post is None:
            return "", ""
        label, role = post.said.get("label", ""), post.said.get("role", "")
        _, more = role_of(label)
        return label, role or ("" if more else label)

    def _owner(self, post: Thing) -> str:
        """The body that a post is on, or nothing."""
        references = self.references
        found = [references.body(POST, node, "organization") for node in post.descriptions]
        found += [
            references.around(references.bodies, self.posts[id(node)]) for node in post.descriptions
        ]
        return next(filter(None, found), "")

    def _posts(self) -> Iterator[Seat]:
        """A seat for each post that no membership fills."""
        for post in self.references.posts.all:
            first, *others = post.descriptions
            for node in post.descriptions:
                self.importing.text(node, "id")
            for node in others:
                self.importing.merge(POST, node, "a post", "the id and the label are the same")
            if id(post) in self.filled:
                self.importing.merge(POST, first, "its membership", "a membership fills it")
                self._leave_dates(post)
            elif not self.owners[id(post)]:
                self.importing.skip(POST, first, _NO_BODY)
            else:
                self.importing.imported(POST, first, "seat")
                yield self._vacant(post)

    def _leave_dates(self, post: Thing) -> None:
        """Say that the dates of a post are not in the structure: its memberships have their own."""
        for node in post.descriptions:
            for name in _DATES:
                if self.importing.text(node, name):
                    why = "they are not those of its memberships"
                    self.importing.skip_field(POST, node, name, why)

    def _vacant(self, post: Thing) -> Seat:
        """A post as a seat that nobody holds."""
        role, notes = self._role(_Membership(post=post))
        start, end = (self.references.first_date(POST, post, name) for name in _DATES)
        return Seat(
            body=self.owners[id(post)],
            role=role,
            from_=start,
            until=end,
            note="; ".join(notes),
            place=self.importing.place(post.descriptions[0]),
        )
