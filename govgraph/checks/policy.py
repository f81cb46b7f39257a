"""How the author's own rules fare: which bodies each speaks of, and how it is broken."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from govgraph.checks.check import Evidence
from govgraph.checks.finding import Subject
from govgraph.checks.policy_conditions import Part, find_parts
from govgraph.errors import Place
from govgraph.model.requirements import PolicyRule
from govgraph.model.seats import Role
from govgraph.model.selection import matches


@dataclass(frozen=True, slots=True)
class Breach:
    """One way in which a rule is broken.

    Attributes:
        subject: the body or relation that breaks it.
        says: how, as a clause after the body's name.
        place: where that was written.
        others: ids of further bodies it touches, sorted.
    """

    subject: Subject
    says: str
    place: Place | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one rule fares.

    Attributes:
        in_force: whether it held on the day of the question; if not, nothing is judged.
        bodies: the ids of the bodies it speaks of, in the order of the structure.
        unknown: the id of a body that it asks for by name and that is not there; nothing is judged
            then, for the one fault is that name (GG106).
    """

    rule: PolicyRule
    in_force: bool
    bodies: tuple[str, ...] = ()
    breaches: tuple[Breach, ...] = ()
    unknown: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it could be judged and nothing breaks it."""
        return not self.breaches and not self.unknown


def judge_policy(evidence: Evidence) -> tuple[Verdict, ...]:
    """How each rule of the structure fares, in the order written."""
    return tuple(judge_rule(evidence, rule) for rule in evidence.structure.policy)


def judge_rule(evidence: Evidence, rule: PolicyRule) -> Verdict:
    """How one rule fares, from the standpoint of the evidence."""
    day = evidence.standpoint.day
    early = day and rule.from_ and rule.from_.first_day > day
    late = day and rule.until and rule.until.last_day < day
    if early or late:
        return Verdict(rule, in_force=False)
    bodies = _select(evidence, rule)
    if unknown := _find_unknown(evidence, rule):
        return Verdict(rule, in_force=True, bodies=bodies, unknown=unknown)
    breaches = (
        *_judge_conditions(evidence, rule, bodies),
        *_judge_layers(evidence, rule),
        *_judge_independence(evidence, rule),
    )
    return Verdict(rule, in_force=True, bodies=bodies, breaches=breaches)


def _find_unknown(evidence: Evidence, rule: PolicyRule) -> str:
    """The body to which a rule asks for a chain, or forbids one, where there is none such."""
    conditions = [condition for condition in (rule.must, rule.must_not) if condition]
    asked = (id_ for each in conditions for id_ in (each.reach, each.chair_sits_on))
    wanted = filter(None, asked)
    return next((id_ for id_ in wanted if id_ not in evidence.structure.body_by_id), "")


def _select(evidence: Evidence, rule: PolicyRule) -> tuple[str, ...]:
    """The bodies that hold and of which a rule speaks."""
    known = evidence.structure.body_by_id
    bodies, kinds = evidence.graph.bodies, evidence.structure.kinds_of_body
    if rule.every:
        return tuple(body for body in bodies if matches(rule.every, known[body], kinds))
    tiers = {tier.casefold() for tier in rule.layers}
    return tuple(b for b in bodies if b in rule.independent or known[b].tier.casefold() in tiers)


def _judge_conditions(
    evidence: Evidence, rule: PolicyRule, bodies: tuple[str, ...]
) -> Iterator[Breach]:
    """Each body that lacks what it must have, and each thing that it must not have."""
    for part in find_parts(evidence, rule.must, bodies) if rule.must else ():
        for body in bodies:
            if not part.is_met(body):
                yield Breach(Subject(body=body), part.lacks, evidence.place(body))
    unwanted = rule.must_not
    for part in find_parts(evidence, unwanted, bodies) if unwanted else ():
        for body in bodies:
            itself = unwanted is not None and body == unwanted.reach
            if part.others is not None:
                yield from _judge_shared(evidence, part, body)
            elif part.relations is None and part.is_met(body) and not itself:
                yield Breach(Subject(body=body), part.has, evidence.place(body))
            for relation in (part.relations or {}).get(body, ()):
                yield Breach(
                    Subject(body=body, relation=relation.key),
                    f"{part.has}: {evidence.name(relation.to_body)}",
                    relation.place,
                    (relation.to_body,),
                )


def _judge_shared(evidence: Evidence, part: Part, body: str) -> Iterator[Breach]:
    """That a body shares with others what it must not, said once of all of them."""
    others = (part.others or {}).get(body, ())
    if others:
        says = f"{part.has} with {evidence.names(others)}"
        yield Breach(Subject(body=body), says, evidence.place(body), tuple(sorted(others)))


def _judge_layers(evidence: Evidence, rule: PolicyRule) -> Iterator[Breach]:
    """Each line of account from a body to one of a lower tier; `layers` runs from the top."""
    height = {tier.casefold(): place for place, tier in enumerate(rule.layers)}
    known = evidence.structure.body_by_id
    for line in evidence.graph.lines if height else ():
        below, above = known[line.subordinate], known[line.superior]
        lower, upper = height.get(below.tier.casefold()), height.get(above.tier.casefold())
        if lower is not None and upper is not None and upper > lower:
            yield Breach(
                Subject(body=below.id, relation=line.relation.key),
                f"is of tier {below.tier} and answers to {above.name}, of tier {above.tier}",
                line.relation.place,
                (above.id,),
            )


def _judge_independence(evidence: Evidence, rule: PolicyRule) -> Iterator[Breach]:
    """Each pair of bodies with the same person in seats that they may not share."""
    wanted = {role.casefold().removesuffix("s") for role in rule.share}
    roles = [role for role in Role if role.value in wanted]
    seat_holders = evidence.seat_holders
    holders = {body: seat_holders.holders(body, roles) for body in dict.fromkeys(rule.independent)}
    for one, other in combinations(holders, 2):
        shared = holders[one] & holders[other]
        if shared:
            yield Breach(
                Subject(body=one),
                f"shares {seat_holders.say(shared)} with {evidence.name(other)}",
                evidence.place(one),
                (other,),
            )
