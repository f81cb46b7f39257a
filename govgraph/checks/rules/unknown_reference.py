"""Something is named that is not in the file.

## What it finds
A relation, seat, citation, requirement, rule, waiver or milestone that names a body, person,
source or kind which the structure does not have. A name leads to a body or person as an id does,
where exactly one goes by it; where several do, it says which. Otherwise it offers the name that
was probably meant.

## Why it matters
What is named wrongly is lost: the relation makes no line, the seat has no holder, the statement
no source. The rest of the structure is still analysed, but every answer that should have used it
is wrong.

## How to put it right
Correct the name or id, or add what it names. Where several go by a name, write the id of the one
that is meant. Kinds of your own are declared under `kinds:`.

## Bad
```yaml
bodies:
  childrens-trust: {name: Children's Trust, apex: true}
  partnership: {name: Fleet Partnership, accountable_to: childrens-trsut}
```

## Good
```yaml
bodies:
  childrens-trust: {name: Children's Trust, apex: true}
  partnership: {name: Fleet Partnership, accountable_to: childrens-trust}
```
"""

from collections.abc import Iterator, Mapping, Sequence

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.references import Reference, Target, find_references
from govgraph.model.appearance import look, spell_out
from govgraph.model.names import Named, NameIndex, nearest, nearest_words
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words

COMPARISONS = 200_000
"""Most names compared for spelling in one run, so that a large register stays quick to check."""


def find_unknown_references(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each name that nothing in the structure goes by."""
    known = _known(evidence.structure)
    offered: dict[tuple[Target, str], str] = {}
    compared = 0
    for reference in find_references(evidence.structure):
        target, name = reference.target, reference.name
        if name in known[target]:
            continue
        if (target, name) not in offered:
            compared += len(known[target])
            spelt = compared <= COMPARISONS
            offered[target, name] = _nearest(evidence.structure, reference, known) if spelt else ""
        yield _finding(check, evidence.structure, reference, offered[target, name])


def _finding(check: Check, structure: Structure, reference: Reference, meant: str) -> Finding:
    """The finding for one name, with the id that was probably meant, if there is one."""
    target, shown = reference.target, spell_out(reference.name)
    alike = meant and look(meant) == look(reference.name)
    remedy = f"Write {meant or 'another name'} instead, or add a {target} ‘{shown}’."
    why = f"; did you mean {meant}?" if meant else "."
    several = _of_name(structure, reference)
    if len(several) > 1:
        why = f"; that is the name of {join_words(several)}."
        remedy = f"Write {join_words(several, last='or')} instead, whichever is meant."
    return check.finding(
        reference.subject,
        f"{reference.where} names ‘{shown}’, which is no {target} in this structure{why}"
        f"{' It looks the same and is written differently.' if alike else ''}",
        remedy=remedy,
        place=reference.place,
        variant=f"unknown {target}",
    )


def _of_name(structure: Structure, reference: Reference) -> tuple[str, ...]:
    """The ids of those who go by a name, as they would be found by it."""
    if reference.target is Target.BODY:
        found: Sequence[Named] = NameIndex(structure.bodies).find(reference.name)
    elif reference.target is Target.PERSON:
        found = NameIndex(structure.people).find(reference.name)
    else:
        return ()
    return tuple(item.id for item in found)


def _known(structure: Structure) -> Mapping[Target, Mapping[str, object]]:
    """Everything that a reference may name, by what it ought to be."""
    return {
        Target.BODY: structure.body_by_id,
        Target.PERSON: structure.person_by_id,
        Target.SOURCE: structure.source_by_id,
        Target.BODY_KIND: structure.kinds_of_body,
        Target.RELATION_KIND: structure.kinds_of_relation,
        Target.REQUIREMENT: {each.id: each for each in structure.requirements},
    }


def _nearest(
    structure: Structure, reference: Reference, known: Mapping[Target, Mapping[str, object]]
) -> str:
    """The id that was probably meant, or nothing."""
    if reference.target is Target.BODY:
        close = nearest(reference.name, structure.bodies, most=1)
    elif reference.target is Target.PERSON:
        close = nearest(reference.name, structure.people, most=1)
    else:
        close = nearest_words((reference.name,), sorted(known[reference.target]))
    return close[0] if close else ""


CHECK = Check(
    code="GG106",
    name="unknown-reference",
    severity=Severity.ERROR,
    summary="something is named that is not in the file",
    headings={"": "Name something that is not in the file"},
    find=find_unknown_references,
    documentation=__doc__,
    of_record=True,
)
