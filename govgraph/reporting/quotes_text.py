"""How the quotes of a structure fare, as people read it and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from govgraph.checks.quotes import Quote, QuoteState
from govgraph.model.structure import Structure
from govgraph.reporting.findings.findings_as_json import subject_as_data
from govgraph.wording.lists import count_words


def quotes_as_text(structure: Structure, quotes: Sequence[Quote]) -> str:
    """Each quote under its source: whether it stands there, and where."""
    parts = []
    for source in structure.sources:
        own = [quote for quote in quotes if quote.reference.name == source.id]
        if own:
            lines = [
                f"{source.title} [{source.id}]",
                *(line for one in own for line in _lines(one)),
            ]
            parts.append("\n".join(lines))
    return "\n\n".join([*parts, count_quotes(quotes)])


def _lines(quote: Quote) -> Iterator[str]:
    """What is said of one quote."""
    reference = quote.reference
    where = {
        QuoteState.FOUND: f" in {quote.at}" if quote.at else "",
        QuoteState.ELSEWHERE: f" in {quote.at}, not in {reference.locator}",
        QuoteState.UNREAD: " (the source has no copy that can be read)",
    }.get(quote.state, "")
    yield f"  {quote.state}{where}: {reference.where}"
    yield f"    “{reference.quote}”"
    if quote.nearest:
        at = f" in {quote.nearest_at}" if quote.nearest_at else ""
        yield f"    nearest{at}: “{quote.nearest}”"


def count_quotes(quotes: Sequence[Quote]) -> str:
    """How many quotes there are, and how they fare, in one sentence."""
    if not quotes:
        return "The structure quotes nothing."
    parts = [
        f"{count} {state}"
        for state in QuoteState
        if (count := sum(quote.state is state for quote in quotes))
    ]
    return f"{count_words(len(quotes), 'quote')}: {', '.join(parts)}."


def quotes_as_data(quotes: Sequence[Quote]) -> dict[str, Any]:
    """`{"quotes": [{"subject", "source", "quote", "state", ...}], "counts": {state: number}}`."""
    return {
        "quotes": [
            {
                "subject": subject_as_data(quote.reference.subject),
                "source": quote.reference.name,
                "at": quote.reference.locator,
                "quote": quote.reference.quote,
                "state": str(quote.state),
                "found_at": quote.at,
                "nearest": quote.nearest,
                "nearest_at": quote.nearest_at,
                "place": str(quote.reference.place or ""),
            }
            for quote in quotes
        ],
        "counts": {
            str(state): sum(quote.state is state for quote in quotes) for state in QuoteState
        },
    }
