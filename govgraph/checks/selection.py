"""Which bodies a selector selects, and how it reads."""

from collections.abc import Iterable

from govgraph.checks.wording import join_words
from govgraph.model.bodies import Body
from govgraph.model.requirements import Selector
from govgraph.model.structure import Structure


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


def say_selector(structure: Structure, selector: Selector) -> str:
    """The bodies selected, in words: `a Sub-cluster in Hart`, `Children's Trust`, `any body`."""
    kinds = structure.kinds_of_body
    if selector.id:
        words = join_words([structure.name_of(id_) for id_ in selector.id], last="or")
    elif selector.kind:
        names = [kinds[kind].name if kind in kinds else kind for kind in selector.kind]
        words = f"a {join_words(names, last='or')}"
    else:
        words = "any body"
    for text, values in (
        ("in", selector.area),
        ("of tier", selector.tier),
        ("of status", selector.status),
        ("tagged", selector.tag),
    ):
        if values:
            words += f" {text} {join_words(values, last='or')}"
    return f"{words}, not {say_selector(structure, selector.not_)}" if selector.not_ else words


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
