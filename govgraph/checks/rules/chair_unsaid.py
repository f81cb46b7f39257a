"""Nothing says who chairs a body that decides or delivers.

## What it finds
Bodies in force that decide or deliver, on which no seat at all is recorded, and so no chair. All
of them are one finding, for information. Of a body on which seats are recorded but no chair,
`no-chair` (GG201) speaks. Bodies outside these arrangements, and those that work for another or
advise, are not asked.

## Why it matters
The chair is whom a superior asks and a partner writes to. Papers that draw the boxes often leave
the names to another paper; whoever reads this one should know that it is silent, and about whom.

## How to put it right
Record the chair of each, by name or by post, or that the chair is vacant.

## Bad
```yaml
bodies:
  board: {name: Trust Board, kind: board, apex: true}
```

## Good
```yaml
bodies:
  board: {name: Trust Board, kind: board, apex: true, seats: [{role: chair, held_by: ann}]}
people:
  ann: {name: Ann Lee}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.model.kinds import BodyClass
from govgraph.wording.lists import count_words


def find_unsaid_chairs(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """One finding for all bodies that decide and of which nothing says who chairs them."""
    structure = evidence.structure
    unsaid = tuple(
        body.id
        for body in structure.bodies
        if evidence.graph.holds(body.id)
        and not body.outside
        and body.id not in structure.seats_by_body
        and structure.class_of(body) is BodyClass.DECIDES
        and not evidence.is_silent_on(body)
    )
    if not unsaid:
        return
    names = evidence.names(sorted(unsaid, key=evidence.name))
    one = len(unsaid) == 1
    which = names if one else f"{count_words(len(unsaid), 'body', 'bodies')}: {names}"
    yield check.finding(
        Subject(),
        f"Nothing says who chairs {which}.",
        remedy="Record each chair, by name or post, or that the chair is vacant.",
        place=evidence.place(unsaid[0]),
        others=tuple(sorted(unsaid)),
        board=BoardText(
            f"Who chairs {names}? The papers do not say.",
            f"Ask the clerk of {'this body' if one else 'each of these bodies'} to say who chairs"
            " it.",
        ),
    )


CHECK = Check(
    code="GG212",
    name="chair-unsaid",
    severity=Severity.INFORMATION,
    summary="nothing says who chairs a body that decides or delivers; one finding for all",
    headings={"": "Nothing says who chairs them"},
    find=find_unsaid_chairs,
    documentation=__doc__,
)
