"""A citation names a paragraph, heading or page that its source does not have.

## What it finds
For each source with a local copy (`file: sources/briefing.txt`, beside the structure file), each
citation whose words do not stand in the copy, or whose paragraph, page, slide or table row is
beyond its end. Plain text, Markdown, HTML, Word, PowerPoint and PDF are read; copies of other
kinds are not looked into. A copy that is not there, cannot be read, or leads out of the folder of
the structure file is found once. `Membership ¶2` asks for the word *Membership* and a second
paragraph after it. Pages of plain text are told apart by form feeds.

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
from govgraph.checks.references import Target, find_references
from govgraph.reading.copied_text import CopiedText


def find_wrong_locators(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each locator that is not in the local copy of its source."""
    for unread in evidence.copies.unread:
        remedy = "Put the copy there, correct the name of the file, or take it out."
        message = f"The local copy of ‘{unread.source.title}’ {unread.why}: {unread.file}."
        if unread.extra:
            remedy = f"Install it: pip install 'govgraph[{unread.extra}]'."
            message = f"The local copy of ‘{unread.source.title}’ cannot be read without an extra."
        place = unread.source.place
        yield check.finding(Subject(), message, remedy=remedy, place=place, variant="no copy")
    texts = {id_: CopiedText(paper.as_text()) for id_, paper in evidence.copies.papers.items()}
    for reference in find_references(evidence.structure) if texts else ():
        text = texts.get(reference.name) if reference.target is Target.SOURCE else None
        missing = text.find_missing(reference.locator) if text else ""
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
    headings={"": "The place cited is not in the source"},
    find=find_wrong_locators,
    documentation=__doc__,
    of_record=True,
)
