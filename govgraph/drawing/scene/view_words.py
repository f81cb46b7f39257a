"""What a view shows, in the words of a subtitle."""

from collections.abc import Callable, Iterator

from govgraph.drawing.scene.views import View
from govgraph.wording.lists import join_words

Naming = Callable[[str], str]
"""From an identifier to the name of what it stands for."""


def format_view(view: View, body: Naming, kind: Naming = str, source: Naming = str) -> str:
    """What a view shows: `Hart Partnership and what is around it`, or nothing for the whole.

    >>> name = {"hart": "Hart Partnership"}.__getitem__
    >>> format_view(View(chain="hart", accountability=True), name)
    'The chain upward from Hart Partnership; lines of account alone'
    """
    told = "; ".join(_format_parts(view, body, kind, source))
    return told[:1].upper() + told[1:]


def subtitled(told: str, subtitle: str) -> str:
    """A subtitle behind what the view shows.

    >>> subtitled("Bodies of the area Hart", "As proposed")
    'Bodies of the area Hart. As proposed'
    """
    return ". ".join(filter(None, (told, subtitle)))


def _format_parts(view: View, body: Naming, kind: Naming, source: Naming) -> Iterator[str]:
    if view.focus:
        usual = (view.up, view.down) == (1, 1)
        steps = "" if usual else f", {view.up} up and {view.down} down"
        yield f"{body(view.focus)} and what is around it{steps}"
    if view.chain:
        yield f"the chain upward from {body(view.chain)}"
    for one, several, words in (
        ("of the area", "of the areas", view.area),
        ("of the kind", "of the kinds", tuple(map(kind, view.kind))),
        ("of the tier", "of the tiers", view.tier),
        ("cited from", "cited from", tuple(map(source, view.source))),
    ):
        if words:
            yield f"bodies {one if len(words) == 1 else several} {join_words(words)}"
    if view.accountability:
        yield "lines of account alone"
