"""How a selector reads."""

from govgraph.model.kinds import BodyClass
from govgraph.model.requirements import Selector
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words

_OF_CLASS = {
    BodyClass.DECIDES.value: "decides or delivers",
    BodyClass.WORKS.value: "works for another",
    BodyClass.ADVISES.value: "advises, scrutinises or represents",
}


def format_selector(structure: Structure, selector: Selector) -> str:
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
        ("that", [_OF_CLASS.get(class_, class_) for class_ in selector.class_]),
    ):
        if values:
            words += f" {text} {join_words(values, last='or')}"
    return f"{words}, not {format_selector(structure, selector.not_)}" if selector.not_ else words
