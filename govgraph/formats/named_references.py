"""Names where ids belong: a body, a person or a post that is written as people say it.

A name leads to whom `govgraph show` finds by it, where exactly one goes by it. Every other name
stands as it is written, and the checks say that nobody goes by it. See
docs/decisions/0034-names-where-ids-belong.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from govgraph.formats.posts import is_post, is_written_in_words
from govgraph.formats.role_words import role_of
from govgraph.model.appearance import spell_out
from govgraph.model.bodies import Body
from govgraph.model.names import NamedT, NameIndex, nearest
from govgraph.model.relations import Relation
from govgraph.model.requirements import PolicyCondition, PolicyRule, Requirement, Selector, Waiver
from govgraph.model.seats import POST, Seat
from govgraph.model.sources import Milestone
from govgraph.model.structure import Structure


def with_ids_for_names(structure: Structure) -> Structure:
    """A structure in which each name of exactly one body or person is its id."""
    names = Names(structure)
    return replace(
        structure,
        bodies=tuple(map(names.body_itself, structure.bodies)),
        relations=tuple(map(names.relation, structure.relations)),
        seats=tuple(map(names.seat, structure.seats)),
        requirements=tuple(map(names.requirement, structure.requirements)),
        policy=tuple(map(names.rule, structure.policy)),
        waivers=tuple(map(names.waiver, structure.waivers)),
        milestones=tuple(map(names.milestone, structure.milestones)),
        views=tuple(replace(view, focus=names.body(view.focus)) for view in structure.views),
    )


class Names:
    """Whom the names in a structure stand for, and each thing with ids in place of its names."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.body = _finder(structure.bodies)
        self.person = _finder(structure.people)

    def bodies(self, written: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of several bodies."""
        return tuple(map(self.body, written))

    def body_itself(self, body: Body) -> Body:
        """A body, which names those that it succeeds."""
        return replace(body, succeeds=self.bodies(body.succeeds)) if body.succeeds else body

    def relation(self, relation: Relation) -> Relation:
        """A relation, by its ends."""
        from_, to = self.body(relation.from_body), self.body(relation.to_body)
        if (from_, to) == (relation.from_body, relation.to_body):
            return relation
        return replace(relation, from_body=from_, to_body=to)

    def seat(self, seat: Seat) -> Seat:
        """A seat, by its body, its holders and the post with which it comes."""
        held_by = tuple(map(self.person, seat.held_by))
        post = self.post(seat.ex_officio)
        (holder,) = held_by if len(held_by) == 1 else ("",)
        if holder and not post and self._is_post(holder):
            held_by, post = (), f"{POST} {holder}"
        body = self.body(seat.body)
        if (body, held_by, post) == (seat.body, seat.held_by, seat.ex_officio):
            return seat
        return replace(seat, body=body, held_by=held_by, ex_officio=post)

    def post(self, written: str) -> str:
        """A post as the model has it: `chair of ID`, an id, or `post: WORDS`."""
        if not written or written.startswith(POST):
            return written
        words, of, body = written.partition(" of ")
        role, further = role_of(words)
        named = body.removeprefix("the ") if of and not further else written
        id_ = self.body(named)
        if id_ in self.structure.body_by_id:
            return id_ if named is written else f"{role} of {id_}"
        is_unknown_body = not is_written_in_words(named) or nearest(named, self.structure.bodies)
        return written if is_unknown_body else f"{POST} {written}"

    def _is_post(self, holder: str) -> bool:
        """Whether a post is named where the id of a person belongs."""
        known = holder in self.structure.person_by_id
        return not known and is_written_in_words(holder) and is_post(holder)

    def selector(self, selector: Selector | None) -> Selector | None:
        """A selection of bodies, and what it leaves out."""
        if selector is None or not (selector.id or selector.not_):
            return selector
        return replace(selector, id=self.bodies(selector.id), not_=self.selector(selector.not_))

    def requirement(self, requirement: Requirement) -> Requirement:
        """A requirement, by the bodies it applies to."""
        applies_to = self.selector(requirement.applies_to) or requirement.applies_to
        return replace(requirement, applies_to=applies_to)

    def rule(self, rule: PolicyRule) -> PolicyRule:
        """A rule of the author's own."""
        return replace(
            rule,
            every=self.selector(rule.every),
            must=self._condition(rule.must),
            must_not=self._condition(rule.must_not),
            independent=self.bodies(rule.independent),
        )

    def _condition(self, condition: PolicyCondition | None) -> PolicyCondition | None:
        """What a rule asks for."""
        if condition is None:
            return None
        return replace(
            condition,
            reach=self.body(condition.reach),
            chair_sits_on=self.body(condition.chair_sits_on),
            to=self.selector(condition.to),
        )

    def waiver(self, waiver: Waiver) -> Waiver:
        """A waiver, by the body or relation it is about."""
        from_, kind, to = waiver.relation or ("", "", "")
        relation = (self.body(from_), kind, self.body(to)) if waiver.relation else None
        every = self.selector(waiver.every)
        return replace(waiver, body=self.body(waiver.body), every=every, relation=relation)

    def milestone(self, milestone: Milestone) -> Milestone:
        """A dated event, by the bodies it happens to."""
        return replace(milestone, bodies=self.bodies(milestone.bodies))


def _finder(known: Sequence[NamedT]) -> Callable[[str], str]:
    """What gives the id of the one who goes by a name, and the name where not just one does.

    A name in which something cannot be seen leads nowhere: the checks show it.
    """
    ids = {item.id for item in known}
    index = NameIndex(known)

    @cache
    def find(written: str) -> str:
        found = index.find(written) if spell_out(written) == written else ()
        return found[0].id if len(found) == 1 else written

    return lambda written: written if not written or written in ids else find(written)
