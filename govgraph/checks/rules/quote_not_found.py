"""A citation quotes words that its source does not have.

## What it finds
For each source with a local copy that is read (plain text, Markdown, HTML, Word, PowerPoint, PDF),
each quote that does not stand in it letter by letter. White space, quotation marks and dashes may
differ; nothing else may. A quote begins and ends where a word does, and leaves nothing out.

## Why it matters
The record claims words that nobody wrote. Whoever is held to account by them will look them up.

## How to put it right
Quote the words as they stand there (`govgraph quotes` shows the nearest sentence), name the source
that has them, or take the quote out. Quote two stretches as two citations, not one with a gap.

## Bad
```yaml
sources:
  terms: {title: Terms of reference, file: terms.txt} # It shall report to the Trust each year.
bodies:
  trust:
    name: Children's Trust
    apex: true
  board:
    name: Partnership Board
    reports_to:
      to: trust
      cites: {source: terms, quote: It is accountable to the Trust}
```

## Good
```yaml
sources:
  terms: {title: Terms of reference, file: terms.txt} # It shall report to the Trust each year.
bodies:
  trust:
    name: Children's Trust
    apex: true
  board:
    name: Partnership Board
    reports_to:
      to: trust
      cites: {source: terms, quote: It shall report to the Trust}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.quotes import QuoteState, find_quotes


def find_wrong_quotes(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each quote that is not in the local copy of its source."""
    for quote in find_quotes(evidence.structure, evidence.copies):
        if quote.state is QuoteState.MISSING:
            reference = quote.reference
            title = evidence.structure.source_by_id[reference.name].title
            yield check.finding(
                reference.subject,
                f"{reference.where} quotes words that are not in ‘{title}’:"
                f" ‘{reference.quote.rstrip('.?!')}’.",
                remedy="Quote the words as they stand there, or take the quote out.",
                place=reference.place,
            )


CHECK = Check(
    code="GG405",
    name="quote-not-found",
    severity=Severity.ERROR,
    summary="a citation quotes words that its source does not have",
    headings={"": "The words quoted are not in the source"},
    find=find_wrong_quotes,
    documentation=__doc__,
    of_record=True,
)
