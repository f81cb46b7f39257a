"""The same name, or nearly the same, for two people or two bodies.

## What it finds
Two people under the same name (titles such as *Cllr* or *Dr* aside), two bodies under the same
name or acronym, and names that are one letter apart in a word of four letters or more: shorter
words are what tells names apart (*Ward II* and *Ward IV*, *Lee* and *Lea*), and so are figures.
Bodies of which one has taken over from the other may share a name. Names that look the same and
are written differently are deceptive (GG209).

## Why it matters
Somebody entered twice sits on half of their bodies each, and nobody notices that the same person
is on both sides. Two bodies of one name, such as a county's and a district's *chairs group*, are
soon taken for one another.

## How to put it right
If they are one, keep one entry. If they are two, tell them apart in the name.

## Bad
```yaml
bodies:
  county-chairs: {name: Chairs group, apex: true}
  hart-chairs: {name: Chairs Group, accountable_to: county-chairs}
```

## Good
```yaml
bodies:
  county-chairs: {name: County chairs group, apex: true}
  hart-chairs: {name: Hart chairs group, accountable_to: county-chairs}
```
"""

from collections.abc import Iterator, Mapping

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.similar_names import find_alike, find_twins, group_by_name
from govgraph.model.bodies import Body
from govgraph.model.names import normalise
from govgraph.model.seats import Person
from govgraph.wording.lists import join_words

TITLES = frozenset(
    {"cllr", "councillor", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "prof", "rev", "sir"}
)


def find_shared_names(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each name that several bodies or people go by, or nearly."""
    known = evidence.structure.body_by_id
    bodies = {id_: known[id_] for id_ in evidence.graph.bodies}
    for shared, ids in _find_shared(bodies):
        related = {old for id_ in ids for old in bodies[id_].succeeds}
        if not related.intersection(ids):
            yield check.finding(
                Subject(body=ids[0]),
                f"Several bodies go by {shared}: {_format(bodies, ids)}.",
                remedy="If they are one body, keep one entry; if not, tell them apart by name.",
                place=bodies[ids[-1]].place,
                others=ids[1:],
                variant="body",
            )
    people = evidence.structure.person_by_id
    for shared, ids in _find_shared(people):
        yield check.finding(
            Subject(),
            f"Several people go by {shared}: {_format(people, ids)}.",
            remedy="If they are one person, keep one entry; if not, tell them apart by name.",
            place=people[ids[-1]].place,
            variant="person",
        )


def _find_shared(
    items: Mapping[str, Body] | Mapping[str, Person],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is shared, in words, and the ids of those who share it."""
    names = {id_: _bare(item.name) for id_, item in items.items()}
    every = {id_: (names[id_], *map(_bare, item.also_known_as)) for id_, item in items.items()}
    written = {id_: (id_, item.name, *item.also_known_as) for id_, item in items.items()}
    twins = [frozenset(ids) for _, ids in find_twins(written)]
    shared: set[tuple[str, ...]] = set()
    for name, ids in group_by_name(every):
        if ids not in shared and not any(group.issuperset(ids) for group in twins):
            shared.add(ids)
            yield f"the same name (‘{_as_written(items, ids[0], name)}’)", ids
    bearers: dict[str, list[str]] = {}
    for id_, name in names.items():
        bearers.setdefault(name, []).append(id_)
    for one, other in find_alike(names.values()):
        ids = tuple(sorted((bearers[one][0], bearers[other][0])))
        if ids not in shared and not any(group.issuperset(ids) for group in twins):
            yield "names spelled nearly alike", ids


def _bare(name: str) -> str:
    """A name without case, accents, marks and titles."""
    return " ".join(word for word in normalise(name).split() if word not in TITLES)


def _as_written(items: Mapping[str, Body] | Mapping[str, Person], id_: str, name: str) -> str:
    """A name as it stands in the file."""
    item = items[id_]
    return next(text for text in (item.name, *item.also_known_as) if _bare(text) == name)


def _format(items: Mapping[str, Body] | Mapping[str, Person], ids: tuple[str, ...]) -> str:
    """Names with the ids that tell them apart."""
    return join_words([f"{items[id_].name} ({id_})" for id_ in ids])


CHECK = Check(
    code="GG208",
    name="shared-name",
    severity=Severity.INFORMATION,
    summary="the same name, or nearly the same, for two people or two bodies",
    headings={"": "Spelt nearly alike"},
    find=find_shared_names,
    documentation=__doc__,
    of_record=True,
)
