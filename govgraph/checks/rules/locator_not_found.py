"""A citation names a paragraph, heading or page that its source does not have.

## What it finds
For each source with a local copy in plain text (`file: sources/briefing.txt`, beside the
structure file), each citation whose words do not stand in the copy, or whose paragraph or page is
beyond its end. A copy of any form that is not there, or leads out of the folder of the structure
file, is found once. `Membership ¶2` asks for the word *Membership* and a second paragraph after it.
Pages are told apart by form feeds.

## Why it matters
Whoever looks a citation up and finds nothing stops believing the rest. Paragraph numbers change
between a draft and the paper that was adopted.

## How to put it right
Correct the locator, or keep the version of the source that is cited beside the structure.

## Bad
```yaml
sources:
  briefing: {title: Briefing, file: missing/briefing.txt}
bodies:
  trust: {name: Children's Trust, apex: true, cites: briefing ¶9}
```

## Good
```yaml
sources:
  briefing: {title: Briefing}
bodies:
  trust: {name: Children's Trust, apex: true, cites: briefing ¶9}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.locators import CopiedText
from govgraph.checks.references import Target, find_references
from govgraph.errors import LoadError
from govgraph.formats.local_copies import read_local_copy


def find_wrong_locators(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each locator that is not in the local copy of its source."""
    copies: dict[str, CopiedText] = {}
    for source in evidence.structure.sources:
        try:
            text = read_local_copy(source)
        except LoadError as error:
            problem = error.problems[0]
            yield check.finding(
                Subject(),
                f"The local copy of ‘{source.title}’ {problem.message}: {problem.place.file}.",
                remedy="Put the copy there, correct the name of the file, or take it out.",
                place=source.place,
                variant="no copy",
            )
            continue
        if text is not None:
            copies[source.id] = CopiedText(text)
    for reference in find_references(evidence.structure) if copies else ():
        copy = copies.get(reference.name) if reference.target is Target.SOURCE else None
        missing = copy.find_missing(reference.locator) if copy else ""
        if missing:
            title = evidence.structure.source_by_id[reference.name].title
            yield check.finding(
                reference.subject,
                f"{reference.where} cites {missing} of ‘{title}’, which is not in the local copy.",
                remedy="Correct the locator, or keep the version that is cited.",
                place=reference.place,
            )


CHECK = Check(
    code="GG402",
    name="locator-not-found",
    severity=Severity.WARNING,
    summary="a citation names a paragraph, heading or page that its source does not have",
    find=find_wrong_locators,
    documentation=__doc__,
    of_record=True,
)
