"""The views that a file declares: found by name, and as what they show."""

from dataclasses import dataclass, replace

from govgraph.drawing.scene.views import View, select, with_ids
from govgraph.errors import QuestionError, SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import nearest_words
from govgraph.model.selection import SavedView
from govgraph.model.structure import Structure


@dataclass(frozen=True, slots=True)
class ShownView:
    """A saved view with the ids of the bodies that it shows, and the standpoint it shows them from.

    Attributes:
        view: the view.
        bodies: the ids of what it shows, in the order of the structure.
        graph: the structure from its standpoint.
    """

    view: SavedView
    bodies: tuple[str, ...]
    graph: AccountabilityGraph


def find_saved_view(structure: Structure, name: str) -> SavedView:
    """The view that goes by a name or an id.

    Raises:
        SettingsError: none does; says which there are, and which was probably meant.
    """
    for view in structure.views:
        if name.casefold() in (view.id.casefold(), view.name.casefold()):
            return view
    if not structure.views:
        raise SettingsError(f"the file declares no view ‘{name}’, nor any other (section ‘views’)")
    known = [word for view in structure.views for word in (view.name, view.id)]
    close = nearest_words((name,), known)
    meant = f"; did you mean ‘{close[0]}’?" if close else ""
    told = ", ".join(view.name for view in structure.views)
    raise SettingsError(f"the file declares no view ‘{name}’{meant} (there are: {told})")


def with_saved(view: View, saved: SavedView) -> View:
    """What is asked for and what a saved view says; what is asked for goes before."""
    return replace(
        view,
        focus=view.focus or saved.focus,
        up=view.up if view.focus or saved.up is None else saved.up,
        down=view.down if view.focus or saved.down is None else saved.down,
        area=view.area or saved.area,
        kind=view.kind or saved.kind,
        tier=view.tier or saved.tier,
    )


def show_saved_views(graph: AccountabilityGraph) -> tuple[ShownView, ...]:
    """What each view of a structure shows, in the order of the file.

    A view whose focus is no body of the structure is left out: the checks say so.
    """
    shown = []
    for saved in graph.structure.views:
        own = graph.structure.standpoint(
            saved.as_at or graph.standpoint.as_at,
            frozenset(saved.include) or graph.standpoint.include,
        )
        seen = graph.seen_from(own)
        try:
            selection = select(seen, with_ids(with_saved(View(), saved), graph.structure))
        except QuestionError:
            continue
        bodies = (body.id for body in graph.structure.bodies if body.id in selection.bodies)
        shown.append(ShownView(saved, tuple(bodies), seen))
    return tuple(shown)
