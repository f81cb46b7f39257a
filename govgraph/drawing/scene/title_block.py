"""What the head of a sheet says: paper, date, status, and what a view shows."""

from collections.abc import Callable, Iterator

from govgraph.drawing.scene.views import View
from govgraph.model.standpoint import Reading, Standpoint
from govgraph.wording.lists import join_words

Naming = Callable[[str], str]
"""From an identifier to the name of what it stands for."""


def title_block(here: Standpoint, paper: str = "", status: str = "") -> tuple[tuple[str, str], ...]:
    """The pairs of a title block, those that have something to say."""
    pairs = (
        ("Paper", paper),
        ("As at", here.as_at.spoken() if here.as_at else ""),
        ("Status", status),
        ("Shown", format_included_too(here)),
    )
    return tuple((label, text) for label, text in pairs if text)


def format_included_too(here: Standpoint) -> str:
    """What is shown beside what is in force, and by which reading of its days.

    >>> from govgraph.model.bodies import Status
    >>> format_included_too(Standpoint(include=frozenset({Status.PROPOSED})))
    'with all proposed'
    """
    included = " and ".join(sorted(map(str, here.include)))
    if here.reading is Reading.NONE:
        return ""
    by_date = here.reading is Reading.BY_DATE
    return f"with {included} by then" if by_date else f"with all {included}"


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
