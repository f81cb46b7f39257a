"""What a view asks for that the structure has not: said, rather than drawn as an empty sheet."""

from collections.abc import Iterable, Iterator, Sequence

from govgraph.drawing.scene.views import View
from govgraph.errors import SettingsError
from govgraph.formats.problems import nearest_spelling, shown
from govgraph.model.structure import Structure
from govgraph.wording.lists import agree, join_words

_NAMED = 8
"""Words that a message lists where none is spelt like the one that was asked for."""


def refuse_unknown(structure: Structure, view: View) -> None:
    """Complain of an area, kind, tier or source of a view that the structure has not.

    Raises:
        SettingsError: says which, and the nearest spelling or what there is.
    """
    bodies = structure.bodies
    _refuse("no body has the area", view.area, (body.area for body in bodies))
    _refuse("no body has the kind", view.kind, (body.kind for body in bodies))
    _refuse("no body has the tier", view.tier, (body.tier for body in bodies))
    _refuse("no source has the id", view.source, (source.id for source in structure.sources))


def refuse_empty(bodies: frozenset[str], view: View) -> None:
    """Complain of a view that asks for something and shows no body.

    Raises:
        SettingsError: says what was asked for.
    """
    asked = list(_format_asked(view))
    if asked and not bodies:
        raise SettingsError(f"nothing to draw: no body in force {join_words(asked, len(asked))}")


def _refuse(says: str, asked: Sequence[str], there: Iterable[str]) -> None:
    known = sorted({word for word in there if word})
    for word in asked:
        if word not in known:
            near = nearest_spelling(word, known)
            meant = f"did you mean '{near}'?" if near else "there is none"
            if known and not near:
                meant = f"there {agree(known, 'is', 'are')} {join_words(known, _NAMED)}"
            raise SettingsError(f"{says} '{shown(word)}'; {meant}")


def _format_asked(view: View) -> Iterator[str]:
    """What a view asks of every body, one phrase each."""
    for says, words in (
        ("has the area", view.area),
        ("has the kind", view.kind),
        ("has the tier", view.tier),
        ("is cited from", view.source),
        ("is near", (view.focus,) if view.focus else ()),
        ("is in the chain of", (view.chain,) if view.chain else ()),
    ):
        if words:
            quoted = [f"'{shown(word)}'" for word in words]
            yield f"{says} {join_words(quoted, last='or')}"
