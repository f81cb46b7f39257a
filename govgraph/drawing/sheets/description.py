"""What a drawing shows, in sentences, for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.wording.lists import count_words
from govgraph.wording.verbs import format_tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, Status

_STATUS: dict[Status, str] = {
    "active": "",
    "proposed": "proposed",
    "shadow": "in shadow form",
    "ended": "ended",
}


def describe(diagram: Diagram) -> str:
    """Every body, relation and finding of a diagram as a sentence, in the order of the drawing."""
    if diagram.sides:
        told = (f"{caption}: {describe(side)}" for caption, side in diagram.sides)
        return " ".join((*told, *map(stopped, diagram.left_out)))
    names = {body.id: body.name for body in diagram.bodies}
    return " ".join(
        (
            _counted(diagram),
            *(sentence(line, names) for line in diagram.lines),
            *_remarks(diagram),
            *(f"Finding {finding.number}: {finding.text}" for finding in diagram.findings),
            *(stopped(words) for words in diagram.left_out),
        )
    )


def sentence(line: DiagramLine, names: dict[str, str]) -> str:
    """One relation as a sentence.

    >>> from govgraph.drawing.diagram import DiagramLine
    >>> sentence(DiagramLine("a", "b"), {"a": "Hart", "b": "the Trust"})
    'Hart is accountable to the Trust.'
    """
    limits = "; ".join(words for words in (line.scope, _STATUS[line.status]) if words)
    limited = f" ({limits})" if limits else ""
    return f"{format_tie(names[line.from_], line.label, names[line.to])}{limited}."


def _counted(diagram: Diagram) -> str:
    bodies, lines = len(diagram.bodies), len(diagram.lines)
    return (
        f"A diagram of {count_words(bodies, 'body')} "
        f"and {count_words(lines, 'relation')} between them."
    )


def _remarks(diagram: Diagram) -> Iterator[str]:
    """What the drawing says of single bodies: no line of account, no relation, vacancies."""
    related = {end for line in diagram.lines for end in (line.from_, line.to)}
    for body in diagram.bodies:
        remarks = list(_remarks_of(body))
        if body.orphan:
            remarks.append("no line of account was found")
        elif body.id not in related:
            remarks.append("no relation shown")
        if remarks:
            yield f"{body.name}: {'; '.join(remarks)}."


def _remarks_of(body: DiagramBody) -> Iterator[str]:
    if body.pointer:
        yield body.pointer
    if body.status != "active":
        yield _STATUS[body.status]
    if body.count is not None:
        about = "about " if body.count_is_about else ""
        yield f"stands for {about}{count_words(body.count, 'body')}"
    if body.apex:
        yield "accountability may end here"
    yield from (chip.lower() for chip in body.chips)


def stopped(words: str) -> str:
    """The words as a sentence that ends; what leads on to a list stays open.

    >>> stopped("Left out: 3 bodies"), stopped("Sources:")
    ('Left out: 3 bodies.', 'Sources:')
    """
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."
