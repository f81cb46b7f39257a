"""Which bodies a selector selects."""

from collections.abc import Iterable

from govgraph.model.bodies import Body
from govgraph.model.requirements import Selector


def matches(selector: Selector, body: Body) -> bool:
    """Whether a body matches every field that the selector gives, case aside."""
    asked = (
        (selector.kind, (body.kind,)),
        (selector.area, (body.area,)),
        (selector.tier, (body.tier,)),
        (selector.status, (body.status.value,)),
        (selector.id, (body.id,)),
        (selector.tag, body.tags),
    )
    if any(wanted and _folded(wanted).isdisjoint(_folded(has)) for wanted, has in asked):
        return False
    return selector.not_ is None or not matches(selector.not_, body)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
