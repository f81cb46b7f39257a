"""Which bodies a selector selects."""

from collections.abc import Iterable, Mapping

from govgraph.model.bodies import Body
from govgraph.model.kinds import BODY_KINDS, BodyClass, BodyKind
from govgraph.model.requirements import Selector


def matches(selector: Selector, body: Body, kinds: Mapping[str, BodyKind] = BODY_KINDS) -> bool:
    """Whether a body matches every field that the selector gives, case aside.

    Args:
        selector: what is asked for.
        body: the body.
        kinds: the kinds of body that the structure knows, which say of what class it is.
    """
    kind = kinds.get(body.kind)
    class_ = kind.body_class if kind else BodyClass.DECIDES
    asked = (
        (selector.kind, (body.kind,)),
        (selector.area, (body.area,)),
        (selector.tier, (body.tier,)),
        (selector.status, (body.status.value,)),
        (selector.id, (body.id,)),
        (selector.tag, body.tags),
        (selector.class_, (class_.value,)),
    )
    if any(wanted and _folded(wanted).isdisjoint(_folded(has)) for wanted, has in asked):
        return False
    return selector.not_ is None or not matches(selector.not_, body, kinds)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
