"""Which bodies of a register are of the areas, kinds and tiers that somebody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.errors import SettingsError
from govgraph.formats.problems import nearest_spelling
from govgraph.registers.graph.overview import find_words

if TYPE_CHECKING:
    from govgraph.drawing.scene.views import View
    from govgraph.graph.line_columns import Flags
    from govgraph.registers.graph.register_graph import RegisterGraph


def choose_bodies(graph: RegisterGraph, view: View) -> Flags:
    """The bodies that hold and are of the areas, kinds and tiers asked for.

    Raises:
        SettingsError: no body has one of them.
    """
    chosen = graph.present
    for column, asked in (("area", view.area), ("kind", view.kind), ("tier", view.tier)):
        if not asked:
            continue
        words = find_words(graph.register, column)
        for word in asked:
            if word not in words.values:
                near = nearest_spelling(word, words.values)
                meant = f"; did you mean '{near}'?" if near else ""
                raise SettingsError(f"no body of the register has the {column} '{word}'{meant}")
        wanted = frozenset(asked)
        chosen = chosen & words.where(wanted.__contains__)
    return chosen
