"""The seats of an RDF graph: its posts, its memberships, and members named without one."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from govgraph.formats.role_words import role_of
from govgraph.formats.w3c_org_importing import Organisations
from govgraph.formats.w3c_org_vocabulary import HELD, MEMBERS, NOTES, ORG, POSTS
from govgraph.model.seats import Role, Seat

_MEMBERSHIP, _POST = f"{ORG}Membership", f"{ORG}Post"
_ORGANISATION, _MEMBER, _ROLE = f"{ORG}organization", f"{ORG}member", f"{ORG}role"
_HAS_MEMBERSHIP, _HOLDS, _POST_IN = f"{ORG}hasMembership", f"{ORG}holds", f"{ORG}postIn"


class Seats:
    """Makes the seats of the organisations of one graph."""

    def __init__(self, organisations: Organisations) -> None:
        self._of = organisations
        self._things = organisations.things
        self.found: list[Seat] = []

    def read(self) -> None:
        """Take posts, memberships, and then members of whom no membership is described."""
        self._read_posts()
        for thing in self._things.said:
            if self._is_membership(thing):
                self._read_membership(thing)
        self._read_members()

    def _read_posts(self) -> None:
        """A seat for each post of each body."""
        links = [pair for predicate in POSTS for pair in self._things.pairs(predicate)]
        links += [(body, post) for post, body in self._things.pairs(_POST_IN)]
        for body, post in dict.fromkeys(links):
            holders = [
                *self._things.addresses(post, *HELD), *self._things.pointing_at(post, _HOLDS),
            ]  # fmt: skip
            self._add(post, body, list(dict.fromkeys(holders)), self._of.names.words(post))
            self._of.became(post, "seat")
        for thing in self._things.said:
            if _POST in self._things.types(thing):
                self._of.refuse(thing, "it is the post of no organisation")

    def _is_membership(self, thing: str) -> bool:
        """Whether something is a membership: by its class, or because it names its parts."""
        parts = self._things.spelled(_ORGANISATION, _MEMBER)
        return any(part in self._things.said[thing] for part in parts) or (
            _MEMBERSHIP in self._things.types(thing)
        )

    def _read_membership(self, thing: str) -> None:
        """A seat for each organisation of a membership."""
        organisations = self._things.addresses(thing, _ORGANISATION)
        members = [
            *self._things.addresses(thing, _MEMBER),
            *self._things.pointing_at(thing, _HAS_MEMBERSHIP),
        ]
        for body in organisations:
            self._add(thing, body, list(dict.fromkeys(members)), ())
        if organisations:
            self._of.became(thing, "seat")
        self._of.refuse(thing, "it is a membership of no organisation")

    def _read_members(self) -> None:
        """A seat for each member who has none on a body yet, and for each head of one."""
        known = {
            (seat.body, holder)
            for seat in self.found
            for holder in (*seat.held_by, *seat.represents)
        }
        for predicate, role, backward in MEMBERS:
            for thing, other in self._things.pairs(predicate):
                member, body = (other, thing) if backward else (thing, other)
                seat = self._seat(body, [member], role)
                pairs = {(seat.body, holder) for holder in (*seat.held_by, *seat.represents)}
                if role is not Role.MEMBER or not pairs <= known:
                    known |= pairs
                    self.found.append(seat)

    def _add(self, thing: str, body: str, members: list[str], labels: tuple[str, ...]) -> None:
        """A seat for each role of a post or membership, which a label may say as well."""
        roles = list(self._roles(thing)) or [one_role(labels or ("member",))]
        title = one_role(labels)[1] if labels else ""
        note = self._of.text(thing, *NOTES)
        start, end = self._of.dates.start(thing), self._of.dates.end(thing)
        for role, words in roles:
            seat = self._seat(body, members, role)
            said = "; ".join(dict.fromkeys(filter(None, (words, title, note))))
            self.found.append(replace(seat, note=said, from_=start, until=end))

    def _roles(self, thing: str) -> Iterator[tuple[Role, str]]:
        """Each role of a post or membership, with its words where they say more than it."""
        for value in self._things.all(thing, _ROLE):
            words = (value.text,) if value.is_text else self._of.names.words(value.text)
            yield one_role(words or (self._of.name_of(value.text),))
            if not value.is_text:
                self._of.merge(value.text, "the seats that have it", "a role says what seats are")

    def _seat(self, body: str, members: list[str], role: Role) -> Seat:
        """A seat: people hold it, and it stands for organisations."""
        of = self._of
        if body in self._things.said and body not in of.bodies:
            of.body(body, "organization")
        represents = tuple(of.bodies[each].name for each in members if each in of.bodies)
        held = tuple(of.person(each) for each in members if each not in of.bodies)
        return Seat(body=of.id_of(body), role=role, held_by=held, represents=represents)


@lru_cache
def one_role(words: tuple[str, ...]) -> tuple[Role, str]:
    """The role that any of some words for it says, and the first of them where it says more.

    >>> one_role(("Cadeirydd", "Chair")), one_role(("Treasurer",))
    ((<Role.CHAIR: 'chair'>, 'Cadeirydd'), (<Role.MEMBER: 'member'>, 'Treasurer'))
    """
    said = next((role for role, more in map(role_of, words) if not more), None)
    role, more = role_of(words[0])
    return said or role, more
